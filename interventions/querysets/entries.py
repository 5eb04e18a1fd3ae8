"""What things mean: published, rated, documented, found, due."""

from datetime import timedelta

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    Max,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from interventions import rules
from interventions.querysets.public_record import PublicRecordQuerySet
from interventions.search import plan


class Documentation(models.TextChoices):
    """What an entry's result rests on. Derived from its claims, so it cannot drift."""

    RATED = "vurderet", "Vurderet i rapport"
    FIGURES = "tal", "Resultat med tal"
    STATED = "udsagn", "Resultat udtalt uden tal"
    NONE = "ingen", "Intet resultat oplyst"


# A hit by a synonym, or by words that stand apart, counts less than the word itself.
SYNONYM_DISCOUNT, APART_WEIGHT = 60, 50


def _terms(terms):
    """Subquery: the search terms of the outer entry that are among these."""
    from interventions.models.search import SearchTerm

    return SearchTerm.objects.filter(entry=OuterRef("pk"), term__in=sorted(terms)).order_by()


def _single(ways):
    return {term for way in ways if len(way) == 1 for term in way}


def _matches(group):
    """Whether the outer entry has any way of a group of the search plan."""
    ways = [*group.ways, *group.also]
    condition = Q(Exists(_terms(_single(ways))))
    for way in ways:
        if len(way) > 1:
            condition |= Q(*(Exists(_terms([term])) for term in sorted(way)))
    return condition


def _relevance(group):
    """The weight of the best way of a group, 0 where there is none."""

    def best(ways):
        weights = _terms(_single(ways)).values("entry").annotate(best=Max("weight"))
        return Coalesce(Subquery(weights.values("best")), Value(0))

    return Greatest(
        best(group.ways),
        best(group.also) - SYNONYM_DISCOUNT,
        Case(When(_matches(group), then=APART_WEIGHT), default=0, output_field=IntegerField()),
    )


def _claims(**conditions):
    """Subquery: the claims of the outer entry that meet the conditions."""
    from interventions.models.claims import Claim

    return Claim.objects.filter(intervention=OuterRef("pk"), **conditions).order_by()


class InterventionQuerySet(PublicRecordQuerySet):
    """Every method returns a queryset; none runs a query."""

    def published(self):
        """What the public may see today. The only door to public entries.

        The dates are those of Denmark, so an entry comes and goes at midnight without a job.
        """
        today = timezone.localdate()
        return self.filter(
            Q(publish_from__isnull=True) | Q(publish_from__lte=today),
            Q(withdraw_on__isnull=True) | Q(withdraw_on__gt=today),
            state="udgivet",
            copy_of__isnull=True,
        )

    def working_copies(self):
        """The next versions of published entries."""
        return self.filter(copy_of__isnull=False)

    def entries(self):
        """Entries themselves, without working copies."""
        return self.filter(copy_of__isnull=True)

    def last_written_by(self, user):
        """Entries that this user wrote last, or whose working copy they opened: `Version.BEGUN`."""
        versions = apps.get_model("interventions", "Version")
        written = versions.objects.filter(entry=OuterRef("pk"), event__in=versions.BEGUN)
        writer = Subquery(written.order_by("-number").values("made_by")[:1])
        return self.annotate(last_writer=writer).filter(last_writer=user.pk)

    def review_overdue(self):
        """Published entries that nobody has held against their sources for so long.

        One that was never reviewed counts from the day it was published.
        """
        limit = timezone.localdate() - timedelta(days=settings.REVIEW_DAYS)
        return self.filter(state="udgivet").filter(
            Q(reviewed_on__lte=limit) | Q(reviewed_on=None, published_at__date__lte=limit)
        )

    def rated(self):
        """Entries with a rating of their own."""
        return self.filter(Exists(_claims(kind="rating")))

    def unrated(self):
        """Entries that no source rates: a neutral fact, not a low rating."""
        return self.filter(~Exists(_claims(kind="rating")))

    def in_tiers(self, slugs):
        """Entries that carry one of these tiers; `ikke-vurderet` stands for no tier."""
        rated = Exists(_claims(kind="rating", tier__slug__in=slugs))
        unrated = ~Exists(_claims(kind="rating"))
        return self.filter(rated | unrated if rules.UNRATED in slugs else rated)

    def documented_by(self, values):
        """Entries whose `documentation` is one of these values of `Documentation`."""
        return self.with_documentation().filter(documentation__in=values)

    def related_to(self, relation, lookup, values, *, or_none=False):
        """Entries that have any of the values in a many-to-many relation, or none at all.

        By subquery, not by join: each entry comes once and later counts stay true.
        """
        links = getattr(self.model, relation).through.objects
        target = getattr(self.model, relation).field.m2m_reverse_field_name()
        linked = links.filter(**{f"{target}__{lookup}__in": values}).values("intervention_id")
        condition = Q(pk__in=linked)
        if or_none:
            condition |= ~Exists(links.filter(intervention_id=OuterRef("pk")))
        return self.filter(condition)

    def joined_to(self, entries):
        """Entries with a relation to or from one of these primary keys."""
        return self.filter(
            Q(relations_out__to_entry__in=entries) | Q(relations_in__from_entry__in=entries)
        ).distinct()

    def with_tier(self):
        """Annotate `tier_slug`, `_name`, `_plural`, `_rater` and `_rank` (0 without a rating)."""
        rating = _claims(kind="rating")
        return self.annotate(
            tier_slug=Subquery(rating.values("tier__slug")[:1]),
            tier_name=Subquery(rating.values("tier__name")[:1]),
            tier_plural=Subquery(rating.values("tier__plural")[:1]),
            tier_rater=Subquery(rating.values("tier__rated_by")[:1]),
            tier_rank=Coalesce(Subquery(rating.values("tier__rank")[:1]), Value(0)),
        )

    def with_documentation(self):
        """Annotate `documentation`, one of `Documentation`."""
        return self.annotate(
            documentation=Case(
                When(Exists(_claims(kind="rating")), then=Value(Documentation.RATED.value)),
                When(
                    Exists(_claims(kind="result", value__isnull=False)),
                    then=Value(Documentation.FIGURES.value),
                ),
                When(Exists(_claims(kind="result")), then=Value(Documentation.STATED.value)),
                default=Value(Documentation.NONE.value),
                output_field=models.CharField(),
            )
        )

    def with_card(self):
        """All that a card shows: tier, documentation, who, where, themes. Four extra queries."""
        return (
            self.with_tier()
            .with_documentation()
            .prefetch_related("municipalities", "organisations", "themes", "phases")
        )

    def with_page(self):
        """All that the page of one entry shows, but for its claims and relations."""
        return (
            self.with_card()
            .with_public_version()
            .prefetch_related("target_groups", "programmes", "characteristics")
        )

    def with_whole(self):
        """All that a file tells of an entry: its page's facts, its regions, its sources, its gaps.

        Nine extra queries, or nine for each chunk of an iterator. Of the claims only what gaps and
        sources are read from comes along.
        """
        claims = apps.get_model("interventions", "Claim").objects.for_gaps()
        return self.with_page().prefetch_related(
            "municipalities__region", Prefetch("claims", claims)
        )

    def in_order_of_evidence(self):
        """Rated first, then by what the result rests on, then Danish order of title."""
        return (
            self.with_tier()
            .with_documentation()
            .annotate(
                documentation_rank=Case(
                    When(documentation=Documentation.RATED, then=Value(3)),
                    When(documentation=Documentation.FIGURES, then=Value(2)),
                    When(documentation=Documentation.STATED, then=Value(1)),
                    default=Value(0),
                    output_field=IntegerField(),
                )
            )
            .order_by("-tier_rank", "-documentation_rank", "sort_key", "slug")
        )

    def newest_first(self):
        """By start, newest first; without a start year last."""
        return self.order_by(
            F("start_year").desc(nulls_last=True),
            F("start_month").desc(nulls_last=True),
            "sort_key",
            "slug",
        )

    def by_title(self):
        """Danish alphabetical order."""
        return self.order_by("sort_key", "slug")

    def by_relevance(self):
        """Best hit first; needs `with_relevance`. Rated entries first among equals."""
        return self.with_tier().order_by("-relevance", "-tier_rank", "sort_key", "slug")

    def search(self, text):
        """Entries that a text finds; `search.plan` says how words are understood.

        Runs the queries of the plan at once. A text without words finds everything.
        """
        return self.found_by(plan.build(text, self))

    def found_by(self, search_plan):
        """Entries that match at least as many groups of the plan as it requires."""
        matches = [_matches(group) for group in search_plan.groups]
        if not search_plan.relaxed:
            return self.filter(*matches)
        number = sum(
            (
                Case(When(match, then=1), default=0, output_field=IntegerField())
                for match in matches
            ),
            start=Value(0),
        )
        return self.annotate(groups_matched=number).filter(groups_matched__gte=search_plan.required)

    def with_relevance(self, search_plan):
        """Annotate `relevance`: for each group the best place where it stands, added up."""
        relevance = sum((_relevance(group) for group in search_plan.groups), start=Value(0))
        return self.annotate(relevance=relevance)

    def with_gaps(self):
        """Annotate what an editor still has to do: `claim_count`, `theme_count`, `unanchored`."""
        claim_counts = _claims().values("intervention").annotate(n=Count("pk"))
        themes = self.model.themes.through.objects.filter(intervention=OuterRef("pk"))
        theme_counts = themes.order_by().values("intervention").annotate(n=Count("pk"))
        return self.annotate(
            claim_count=Coalesce(Subquery(claim_counts.values("n")), Value(0)),
            unanchored=Coalesce(Subquery(claim_counts.filter(anchor="").values("n")), Value(0)),
            theme_count=Coalesce(Subquery(theme_counts.values("n")), Value(0)),
        )
