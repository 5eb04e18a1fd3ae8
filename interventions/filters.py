"""The address grammar of the list: names, values, meaning and links.

One FilterSet serves the page, its facets and every other format of the list.
"""

from urllib.parse import urlencode

import django_filters
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property

from interventions import choices, rules
from interventions.list_form import FacetField, ListForm, QueryField, YearField
from interventions.models import Intervention
from interventions.search import plan
from interventions.selection import NOTHING
from interventions.tally import Tally

SORTS = {
    "relevans": "Bedste træffer først",
    "evidens": "Evidens",
    "nyeste": "Nyeste startår først",
    "titel": "Titel",
}
# Why the list stands as it does, as the reader is told. The orders are those of the QuerySet.
ORDER_REASONS = {
    "relevans": "Indsatser med søgeordene i titlen står først, så dem med ordene i tema eller "
    "kommune, i resuméet og til sidst i udsagnene. Står to lige, kommer en vurderet først.",
    "evidens": "Vurderede indsatser står først, derefter dem, hvor kilden oplyser et resultat, "
    "og til sidst resten. Ellers efter titel.",
    "nyeste": "De senest begyndte står først. Indsatser uden startår i kilden står sidst.",
    "titel": "Indsatserne står i alfabetisk orden.",
}
PAGE_PARAMETER = "side"


class FacetFilter(django_filters.MultipleChoiceFilter):
    """A facet: OR within, and `matching` says what a set of slugs means."""

    field_class = FacetField

    def __init__(self, *, label, matching):
        super().__init__(label=label)
        self.matching = matching

    def filter(self, qs, value):
        """Narrow to the entries that have any of the slugs."""
        return self.matching(qs, value) if value else qs


class QueryFilter(django_filters.CharFilter):
    """Free text search; the FilterSet holds the plan, for the page tells of it."""

    field_class = QueryField

    def filter(self, qs, value):
        """Narrow to the entries that the search finds."""
        return qs.found_by(self.parent.search_plan) if value else qs


class YearFilter(django_filters.Filter):
    """A bound on the start year; entries without one fall out."""

    field_class = YearField


def having(relation, lookup="slug"):
    """A facet's meaning: entries related to any of the slugs, or to nothing at all."""

    def matching(qs, slugs):
        stated = [slug for slug in slugs if slug != rules.NOT_STATED]
        return qs.related_to(relation, lookup, stated, or_none=rules.NOT_STATED in slugs)

    return matching


class AddressFilterSet(django_filters.FilterSet):
    """What an address says, read leniently: what cannot be used is a `Problem`, the rest applies.

    `data` is the QueryDict of the request, bound even if empty. Building one costs two queries: the
    options of every facet. `selection` (what the reader has picked to compare) narrows nothing:
    links only carry it along.
    """

    def __init__(self, data, queryset, selection=NOTHING):
        # A form sends its empty fields along: they say nothing and outdo nothing.
        data = data.copy()
        for name, values in list(data.lists()):
            data.setlist(name, [value for value in values if value])
        super().__init__(data=data, queryset=queryset)
        self.selection = selection
        for name, options in choices.load().items():
            if name in self.filters:
                self.filters[name].extra["choices"] = options

    @property
    def facet_names(self):
        """The facets, in the order of the page."""
        return [name for name, item in self.filters.items() if isinstance(item, FacetFilter)]

    @property
    def problems(self):
        """What in the address could not be used: a list of `Problem`."""
        self.form.is_valid()
        return self.form.problems

    @cached_property
    def chosen(self):
        """The parameters in use, as the canonical address names them: {name: value or [slugs]}."""
        self.form.is_valid()
        return {name: value for name, value in self.form.cleaned_data.items() if value}

    def matching(self):
        """Rows that meet every parameter; unordered."""
        qs = self.queryset.all()
        for name, value in self.chosen.items():
            if name != "sort":
                qs = self.filters[name].filter(qs, value)
        return qs

    def address(self, *, without=(), without_value=None, page=1, carrying=None, **changes):
        """The canonical query string, without parameters, without one (name, value), or changed.

        `carrying` is the selection to take along: by default the one at hand.
        """
        pairs = []
        for name in self.filters:
            value = changes.get(name, self.chosen.get(name))
            if name in without or not value:
                continue
            items = value if isinstance(value, list) else [value]
            pairs += [(name, item) for item in items if (name, item) != without_value]
        if page > 1:
            pairs.append((PAGE_PARAMETER, page))
        carried = self.selection if carrying is None else carrying
        return urlencode([*pairs, *carried.pairs])


class InterventionFilterSet(AddressFilterSet):
    """The list as its address says it."""

    q = QueryFilter(label="Søgning")
    evidens = FacetFilter(label="Evidensniveau", matching=lambda qs, slugs: qs.in_tiers(slugs))
    tema = FacetFilter(label="Tema", matching=having("themes"))
    maalgruppe = FacetFilter(label="Målgruppe", matching=having("target_groups"))
    fase = FacetFilter(label="Fase", matching=having("phases"))
    type = FacetFilter(label="Type", matching=lambda qs, slugs: qs.filter(kind__in=slugs))
    dokumentation = FacetFilter(
        label="Dokumentation", matching=lambda qs, slugs: qs.documented_by(slugs)
    )
    kommune = FacetFilter(label="Kommune", matching=having("municipalities"))
    region = FacetFilter(label="Region", matching=having("municipalities", "region__slug"))
    uddannelse = FacetFilter(label="Uddannelse", matching=having("programmes"))
    aar_fra = YearFilter(label="Startår fra", field_name="start_year", lookup_expr="gte")
    aar_til = YearFilter(label="Startår til", field_name="start_year", lookup_expr="lte")
    sort = django_filters.ChoiceFilter(label="Rækkefølge", choices=list(SORTS.items()))

    class Meta:
        model = Intervention
        form = ListForm
        fields = []

    def __init__(self, data, queryset=None, selection=NOTHING):
        if queryset is None:
            queryset = Intervention.objects.published()
        super().__init__(data, queryset, selection)

    @property
    def ordering(self):
        """The order in force: one of `SORTS`."""
        return self.chosen.get("sort") or ("relevans" if "q" in self.chosen else "evidens")

    @property
    def ordering_reason(self):
        """Why the entries stand in this order, in words."""
        return ORDER_REASONS[self.ordering]

    @property
    def sorts(self):
        """The orders that make sense now: [(label, query string, whether in force)]."""
        return [
            (label, self.address(sort="" if name == "relevans" else name), name == self.ordering)
            for name, label in SORTS.items()
            if name != "relevans" or "q" in self.chosen
        ]

    @cached_property
    def search_plan(self):
        """How the search words are understood, or None without any. Runs the plan's queries."""
        text = self.chosen.get("q")
        return plan.build(text, self.queryset) if text else None

    @cached_property
    def tally(self):
        """The entries behind every count. Runs at most three queries."""
        narrowed = {
            name: self.filters[name].filter(self.queryset.all(), value)
            for name, value in self.chosen.items()
            if name != "sort"
        }
        return Tally(self.queryset, narrowed)

    @property
    def qs(self):
        """The list: everything that matches, in the order in force."""
        found = self.matching()
        if self.ordering == "relevans":
            return found.with_relevance(self.search_plan).by_relevance()
        return {
            "evidens": found.in_order_of_evidence,
            "nyeste": found.newest_first,
            "titel": found.by_title,
        }[self.ordering]()


def page_number(data):
    """The page that the address asks for. Raises ValidationError when it is no page number."""
    typed = data.getlist(PAGE_PARAMETER) or ["1"]
    if (
        len(typed[-1]) > 9
        or not typed[-1].isascii()
        or not typed[-1].isdigit()
        or int(typed[-1]) < 1
    ):
        raise ValidationError("Siden findes ikke.")
    return int(typed[-1])
