"""The form behind the list's address: what a value may be, and what is said when it is not."""

from dataclasses import dataclass

from django import forms

from interventions.search import analysis
from interventions.search.plan import MAX_WORDS
from municipalities import danish

MAX_QUERY_LENGTH = 200
YEARS = (1900, 2100)


@dataclass(frozen=True)
class Problem:
    """Something in the address that could not be used as it was typed.

    `instead` is what a page then does; whatever answers with an error does nothing instead.
    """

    parameter: str
    value: str
    message: str
    instead: str = ""


def shortened(value):
    """A value as a message may show it: normalised and at most 60 characters."""
    value = danish.normalise(value)
    return value if len(value) <= 60 else f"{value[:59]}…"


def repeated(parameter, values):
    """The problem of a parameter that can have one value and has several."""
    last = shortened(values[-1])
    return Problem(
        parameter,
        last,
        f"“{parameter}” står flere gange i adressen.",
        f"Vi bruger den sidste værdi, “{last}”.",
    )


class FacetField(forms.MultipleChoiceField):
    """Keeps the values it knows, once each and in their own order; the form reports the rest."""

    def clean(self, value):
        """The chosen slugs that exist. Never raises."""
        picked = set(value or ())
        return [slug for slug, _ in self.choices if slug in picked]


class QueryField(forms.CharField):
    """Free text; control characters become spaces, and only the first 200 characters count."""

    def to_python(self, value):
        """The normalised text."""
        return danish.normalise((value or "")[:MAX_QUERY_LENGTH])


class YearField(forms.IntegerField):
    """A year within sane bounds, so that no number can overflow a database."""

    def __init__(self, **kwargs):
        super().__init__(**{**kwargs, "min_value": YEARS[0], "max_value": YEARS[1]})


class ListForm(forms.Form):
    """Validates leniently: what cannot be used becomes a `Problem`, the rest stays."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.problems = []

    def _report(self, parameter, value, message, instead=""):
        self.problems.append(Problem(parameter, shortened(value), message, instead))

    def clean(self):
        """Turn everything that was typed and could not be used into problems."""
        for name, field in self.fields.items():
            typed = self.data.getlist(name)
            if isinstance(field, FacetField):
                known = dict(field.choices)
                for value in dict.fromkeys(typed):
                    if value not in known:
                        self._report(
                            name,
                            value,
                            f"“{shortened(value)}” findes ikke under {field.label.lower()}.",
                        )
            elif len(typed) > 1:
                self.problems.append(repeated(name, typed))
        for name in self.errors:
            value = self.data.get(name, "")
            self._report(name, value, self._explain(name, value))
        # A page with fewer parameters than the list has fewer to check.
        for name, check in {
            "q": self._check_query,
            "aar_fra": self._check_years,
            "sort": self._check_sort,
        }.items():
            if name in self.fields:
                check()
        return self.cleaned_data

    def _explain(self, name, value):
        if name == "sort":
            return f"“{shortened(value)}” er ikke en rækkefølge, vi kender."
        low, high = YEARS
        return f"“{shortened(value)}” er ikke et årstal mellem {low} og {high}."

    def _check_query(self):
        typed = self.data.get("q", "")
        if len(typed) > MAX_QUERY_LENGTH:
            self._report(
                "q",
                typed,
                f"Søgningen er længere end {MAX_QUERY_LENGTH} tegn.",
                "Vi brugte de første.",
            )
        used = self.cleaned_data.get("q", "")
        words = analysis.tokens(used)
        if len(words) > MAX_WORDS:
            self._report(
                "q", typed, f"Søgningen har mere end {MAX_WORDS} ord.", "Vi brugte de første."
            )
        if typed.strip() and not words:
            nothing = "kun småord" if danish.words(used) else "hverken bogstaver eller tal"
            self._report("q", typed, f"Søgningen indeholder {nothing}.")
            self.cleaned_data["q"] = ""

    def _check_years(self):
        first, last = self.cleaned_data.get("aar_fra"), self.cleaned_data.get("aar_til")
        if first and last and first > last:
            self._report(
                "aar_fra",
                str(first),
                f"Startåret går fra {first} til {last}, altså baglæns.",
                "Vi så bort fra begge.",
            )
            self.cleaned_data["aar_fra"] = self.cleaned_data["aar_til"] = None

    def _check_sort(self):
        if self.cleaned_data.get("sort") != "relevans":
            return
        # With words it is the order in force anyway, so no address needs to name it.
        self.cleaned_data["sort"] = ""
        if not self.cleaned_data.get("q"):
            self._report(
                "sort", "relevans", "Uden søgeord er der intet at finde bedste træffer efter."
            )
