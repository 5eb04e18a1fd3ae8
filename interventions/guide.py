"""The guide to the list: three steps, each one facet that may be skipped.

Its address names the choices as the list's does, and the step as `trin`.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Model
from django.http import QueryDict
from django.utils.functional import cached_property

from interventions import facets
from interventions.filters import InterventionFilterSet
from interventions.list_form import Problem, shortened
from interventions.models import Phase, TargetGroup, Theme
from interventions.selection import NOTHING

STEP_PARAMETER = "trin"


@dataclass(frozen=True)
class Step:
    """One question of the guide: the facet that it sets, and the vocabulary it offers."""

    number: int
    facet: str
    vocabulary: type[Model]
    label: str
    question: str
    help: str
    not_stated: str
    # The columns that an option shows: its name, and what is said below it.
    columns: tuple = ("name", "description")


STEPS = (
    Step(
        1,
        "fase",
        Phase,
        "Hvor i forløbet",
        "Hvor i forløbet vil I gøre noget?",
        "Tænk på, hvornår eleverne har brug for det.",
        "Kilden siger ikke, hvor i forløbet",
    ),
    Step(
        2,
        "maalgruppe",
        TargetGroup,
        "For hvem",
        "Hvem skal det hjælpe?",
        "Det kan være elever, men også dem, der vejleder og underviser.",
        "Kilden siger ikke, for hvem",
    ),
    Step(
        3,
        "tema",
        Theme,
        "Hvad det handler om",
        "Hvad er problemet?",
        "Vælg det, der ligner jeres egen situation.",
        "Indsatser uden tema",
        columns=("question", "name"),
    ),
)


@dataclass(frozen=True)
class Option:
    """One answer; `count` is the list's length if it alone were chosen in this step."""

    value: str
    label: str
    hint: str
    count: int
    chosen: bool


class Guide:
    """The guide as its address says it. `data` is the QueryDict of the request.

    Building one costs the two queries of its FilterSet, whose links take `selection` along.
    """

    def __init__(self, data, selection=NOTHING):
        choices = QueryDict(mutable=True)
        for step in STEPS:
            choices.setlist(step.facet, data.getlist(step.facet))
        self.filterset = InterventionFilterSet(choices, selection=selection)
        self.problems = [*selection.problems]
        self.step = self._step(data)
        self.problems += self.filterset.problems

    def _step(self, data):
        typed = [value for value in data.getlist(STEP_PARAMETER) if value] or ["1"]
        steps = {str(step.number): step for step in STEPS}
        step = steps.get(typed[-1], STEPS[0])
        if typed[-1] not in steps:
            message = f"“{shortened(typed[-1])}” er ikke et trin. Vi viser trin {step.number}."
            self.problems.append(Problem(STEP_PARAMETER, shortened(typed[-1]), message))
        elif len(typed) > 1:
            message = f"“trin” står flere gange i adressen. Vi viser trin {step.number}."
            self.problems.append(Problem(STEP_PARAMETER, typed[-1], message))
        return step

    @property
    def previous(self):
        """The step before this one, or None."""
        return STEPS[self.step.number - 2] if self.step.number > 1 else None

    @property
    def next(self):
        """The step after this one; None where the list comes next."""
        return STEPS[self.step.number] if self.step.number < len(STEPS) else None

    @property
    def count(self):
        """How many entries the choices so far leave."""
        return len(self.filterset.tally.left())

    @property
    def list_query(self):
        """The query string of the list with the choices so far."""
        return self.filterset.address()

    @property
    def query(self):
        """The guide's canonical query string, without what the reader has picked."""
        return self.address_with(NOTHING)

    def address_with(self, selection):
        """The query string of this step with a selection."""
        return self._address(self.step, carrying=selection)

    @property
    def skip_query(self):
        """Where a reader goes who skips this step: on, without what was chosen in it."""
        without = [self.step.facet]
        if self.next is None:
            return self.filterset.address(without=without)
        return self._address(self.next, without=without)

    def _address(self, step, **kwargs):
        # Step 1 is where the guide opens by itself.
        rest = urlencode([(STEP_PARAMETER, step.number)]) if step.number > 1 else ""
        return "&".join(filter(None, [self.filterset.address(**kwargs), rest]))

    @property
    def trail(self):
        """All steps: [(step, query string, names of what is chosen there, whether it is this)]."""
        chosen = {}
        for name, slugs in self.filterset.chosen.items():
            labels = dict(self.filterset.form.fields[name].choices)
            chosen[name] = ", ".join(labels[slug] for slug in slugs)
        return [
            (step, self._address(step), chosen.get(step.facet, ""), step is self.step)
            for step in STEPS
        ]

    @property
    def carried(self):
        """The choices of the other steps, which the form sends along: [(name, slug)]."""
        return [
            (name, slug)
            for name, slugs in self.filterset.chosen.items()
            if name != self.step.facet
            for slug in slugs
        ]

    @property
    def begun(self):
        """Whether anything is chosen in any step."""
        return bool(self.filterset.chosen)

    @property
    def answers(self):
        """The options that lead somewhere, and those already chosen."""
        return [option for option in self.options if option.count or option.chosen]

    @property
    def dead_ends(self):
        """The options that lead nowhere with what is chosen in the other steps."""
        return [option for option in self.options if not option.count and not option.chosen]

    @cached_property
    def options(self):
        """Every answer to this step's question. Four queries at most: three for numbers."""
        words = {
            slug: tuple(rest)
            for slug, *rest in self.step.vocabulary.objects.values_list("slug", *self.step.columns)
        }
        (facet,) = [one for one in facets.facets(self.filterset) if one.name == self.step.facet]
        return [
            Option(
                option.value,
                *words.get(option.value, (self.step.not_stated, "")),
                option.count,
                option.chosen,
            )
            for option in facet.options
        ]
