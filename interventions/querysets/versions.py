"""Versions: what the public has been told, and when."""

from django.apps import apps
from django.db import models
from django.db.models import Case, CharField, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.fields.json import KT
from django.db.models.functions import Coalesce
from django.utils import timezone

from interventions import topics
from interventions.querysets.published import published_entries


class VersionQuerySet(models.QuerySet):
    """Every method but `last_told_of` returns a queryset; none runs a query."""

    def about(self, facet, slugs):
        """Changes of entries that have, or until then had, one of these values of a facet."""
        condition = Q()
        for slug in slugs:
            condition |= Q(topics__contains=topics.having(facet, slug))
        return self.filter(condition)

    def _not_overtaken(self, moment):
        """Without those that a later version replaced before the moment, a column, came.

        Only what was set ahead can be: the rest is told as it is made, and asks for no later ones.
        """
        later = self.model.objects.filter(
            entry=OuterRef("entry"),
            number__gt=OuterRef("number"),
            in_copy=False,
            made_at__lt=OuterRef(moment),
        )
        at_once = Q(**{f"{moment}__lte": F("made_at")})
        return self.filter(at_once | ~Exists(later.order_by()))

    def read_until(self, moment):
        """The states that the public had read by then, latest first."""
        read = self.filter(in_copy=False, public_from__lte=moment)
        return read._not_overtaken("public_from").order_by("-number")

    def told(self):
        """All that the public has seen happen to entries that it knows, newest first.

        Rows of values: `pk`, `kind` (a `Change`), `at` and `topics`. A version can stand twice,
        with its coming and with the day that was set for its end. Filter before, not after.
        """
        now = timezone.now()
        entries = apps.get_model("interventions", "Intervention").objects.known_to_public()
        rows = self.filter(in_copy=False, entry__in=entries.order_by().values("pk")).order_by()
        came = (
            rows.exclude(change="")
            .annotate(at=Coalesce("public_from", "made_at"), kind=F("change"))
            .filter(at__lte=now)
            ._not_overtaken("at")
        )
        ended = (
            rows.filter(public_from__isnull=False, public_until__lte=now)
            .annotate(at=F("public_until"), kind=Value("taget-ned", CharField()))
            ._not_overtaken("public_until")
        )
        columns = ("pk", "kind", "at", "topics", "number", "entry__sort_key")
        return (
            came.values(*columns)
            .union(ended.values(*columns), all=True)
            .order_by("-at", "entry__sort_key", "-number", "-pk")
        )

    def last_told_of(self, facet):
        """{slug: when something was last told of an entry that has, or had, it}. Runs one query."""
        found = {}
        for row in self.told():
            for name, slug in topics.unpack(row["topics"]):
                if name == facet:
                    found.setdefault(slug, row["at"])
        return found

    def with_words(self):
        """Annotate `title`, `slug` and `summary` of the state itself, and `is_open`.

        Of a withdrawal they are those that were read last: its own state never was. Open is an
        entry that the public may read today.
        """
        read = self.model.objects.filter(
            entry=OuterRef("entry"), number__lt=OuterRef("number"), public_from__isnull=False
        ).order_by("-number")

        def words(name):
            text = KT(f"document__{name}")
            last = Subquery(read.values(text=text)[:1])
            return Case(When(change="taget-ned", then=last), default=text)

        return (
            self.select_related("entry")
            .annotate(
                title=words("title"),
                slug=words("slug"),
                summary=words("summary"),
                is_open=Exists(published_entries().filter(pk=OuterRef("entry"))),
            )
            .defer("document")
        )
