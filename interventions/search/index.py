"""The index: every entry's terms in one table, the same on every database."""

from django.db import transaction

from interventions.models import Intervention
from interventions.models.search import MAX_TERM, SearchTerm
from interventions.search import analysis
from interventions.search.weights import CLAIM, PART_DISCOUNT, SUMMARY, TITLE, VOCABULARY

READ_WITH = (
    "themes",
    "target_groups",
    "phases",
    "programmes",
    "organisations",
    "municipalities__region",
    "claims",
)


def texts(entry):
    """(weight, text) of everything that an entry is found by. Reads `READ_WITH`."""
    yield TITLE, entry.title
    yield SUMMARY, entry.summary
    for named in ("themes", "target_groups", "phases", "programmes", "organisations"):
        for row in getattr(entry, named).all():
            yield VOCABULARY, row.name
    for municipality in entry.municipalities.all():
        yield VOCABULARY, f"{municipality.name} {municipality.long_name}"
        yield CLAIM, municipality.region.name.removeprefix("Region ")
    for claim in entry.claims.all():
        yield CLAIM, claim.text
        yield CLAIM, f"{claim.anchor} {claim.counts}"
        if claim.kind == claim.Kind.FUNDING:
            yield CLAIM, claim.get_kind_display()


def terms(entry):
    """{term: (weight, word)} of one entry. No query when `READ_WITH` is prefetched."""
    found = {}
    for weight, text in texts(entry):
        for word in analysis.words(text):
            _keep_better(found, word.root, weight, word.written)
            for part in word.parts:
                _keep_better(found, part, weight - PART_DISCOUNT, "")
    return found


def _keep_better(found, term, weight, written):
    term, written = term[:MAX_TERM], written[:MAX_TERM]
    known_weight, known_word = found.get(term, (0, ""))
    # The shortest way of writing it is the one to suggest, the same on every run.
    words = [word for word in (known_word, written) if word]
    best = min(words, key=lambda word: (len(word), word), default="")
    found[term] = (max(weight, known_weight), best)


def rows(entries):
    """Unsaved rows for these entries; the entries are read with everything they need."""
    for entry in entries.order_by("pk").prefetch_related(*READ_WITH):
        for term, (weight, word) in sorted(terms(entry).items()):
            yield SearchTerm(entry=entry, term=term, word=word, weight=weight)


@transaction.atomic
def refresh(entries):
    """Read these entries anew, in the caller's transaction. About ten queries, however many.

    One writer after the other: two that read an entry anew at the same time would both add a term.
    """
    list(entries.order_by("pk").values("pk").select_for_update(no_key=True))
    fresh = list(rows(entries))
    SearchTerm.objects.filter(entry__in=entries.order_by()).delete()
    SearchTerm.objects.bulk_create(fresh, batch_size=1000)
    return len(fresh)


def rebuild():
    """Read every entry anew at once: readers keep the old index until it is done."""
    return refresh(Intervention.objects.all())


def differences():
    """Slugs of the entries whose stored terms are not those of their content."""

    def comparable(terms):
        return {(row.entry_id, row.term, row.word, row.weight) for row in terms}

    wrong = comparable(rows(Intervention.objects.all())) ^ comparable(SearchTerm.objects.all())
    entries = Intervention.objects.filter(pk__in={entry for entry, *_ in wrong})
    return list(entries.order_by("slug").values_list("slug", flat=True))
