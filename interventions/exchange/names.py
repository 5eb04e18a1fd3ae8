"""Which row of the base a cell means: by slug, or by any of its names, however it is spelt."""

from rapidfuzz import fuzz, process

from interventions.models import FormerSlug, Intervention, Source
from municipalities import danish
from municipalities.models import Municipality


class Unreadable(Exception):
    """What cannot be understood, in Danish; of a cell, a sheet or a whole file."""


# How alike, out of 100, a name has to be before it is suggested.
LIKELY = 75
# Under which of its columns a row is known besides what it is shown as.
_NAMES = {Municipality: ("name", "long_name"), Source: ("title",)}


class Names:
    """Slugs by name. Reads a whole vocabulary once, when it is first asked for."""

    def __init__(self):
        self._listed, self._exact, self._spelt = {}, {}, {}

    def exact(self, model, slug):
        """The slug of the row that has it, or of an entry that once had it; None without one."""
        self._read(model)
        return self._exact[model].get(slug)

    def slug(self, model, text):
        """The slug that a cell means; raises Unreadable where it is none or could be several."""
        if slug := self.exact(model, text):
            return slug
        spelt = self._spelt[model]
        found = sorted(spelt.get(danish.fold(text), ()))
        if len(found) == 1:
            return found[0]
        if found:
            one_of = " eller ".join(f"“{slug}”" for slug in found)
            raise Unreadable(f"“{text}” er ikke entydigt. Skriv adressen: {one_of}.")
        near = process.extractOne(
            danish.fold(text), list(spelt), scorer=fuzz.ratio, score_cutoff=LIKELY
        )
        guess = f" Mente du “{min(spelt[near[0]])}”?" if near else ""
        raise Unreadable(f"“{text}” findes ikke blandt {model._meta.verbose_name_plural}.{guess}")

    def listed(self, model):
        """(slug, name) of all rows, in the order of the editors."""
        self._read(model)
        return self._listed[model]

    def add(self, model, slug, *spelt):
        """One more row, as the file itself brings it."""
        self._read(model)
        self._keep(model, slug, *spelt)

    def _keep(self, model, slug, *spelt):
        self._exact[model][slug] = slug
        for name in (slug, *spelt):
            self._spelt[model].setdefault(danish.fold(name), set()).add(slug)

    def _read(self, model):
        if model in self._listed:
            return
        # Working copies are written through their entry.
        rows = model.objects.entries() if model is Intervention else model.objects.all()
        self._listed[model] = [(row.slug, str(row)) for row in rows]
        self._exact[model], self._spelt[model] = {}, {}
        for row in rows:
            names = (getattr(row, column) for column in _NAMES.get(model, ()))
            self._keep(model, row.slug, str(row), *names)
        if model is Intervention:
            former = FormerSlug.objects.values_list("slug", "intervention__slug")
            self._exact[model] |= {slug: now for slug, now in former if slug not in self._exact}
