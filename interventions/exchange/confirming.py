"""An import carried out: everything that its preview showed, or nothing."""

from dataclasses import dataclass, field

from django.db import IntegrityError, transaction
from django.db.models import Q

from interventions import document, history, workflow, working_copy
from interventions.exchange.columns import is_unnamed
from interventions.exchange.preview import Preview
from interventions.exchange.reading import Upload
from interventions.models import Claim, ImportDraft, Intervention, Ledger, Version
from interventions.rules import COPY, Refused, bare
from interventions.search import keeping
from municipalities import danish

SUBMIT = workflow.TRANSITIONS["indsend"]
RACED = "En anden gemte noget med samme adresse eller nøgle i samme øjeblik. Intet er importeret."
NO_LONGER = "Siden forhåndsvisningen er der kommet noget i vejen, se herunder. Intet er importeret."
GONE = "“{title}” findes ikke længere. Intet er importeret."
BEGUN = (
    "{who} oprettede “{title}” {when}, efter at forhåndsvisningen blev lavet. Intet er importeret."
)


class Overtaken(Exception):
    """What has happened since the preview, as Danish sentences; the import did nothing."""

    def __init__(self, *sentences):
        self.sentences = sentences
        super().__init__(" ".join(sentences))


@dataclass
class Outcome:
    """The rows that were written: new entries, and drafts or working copies that were changed."""

    new: list = field(default_factory=list)
    changed: list = field(default_factory=list)


def confirm(pk, *, by, seen):
    """Carry out the import of this draft as its owner saw it: `seen` is `Preview.seen` of then.

    Raises ImportDraft.DoesNotExist, where it was carried out already too, and Overtaken.
    """
    try:
        with transaction.atomic(), keeping.together():
            draft = ImportDraft.objects.waiting(by).select_for_update().get(pk=pk)
            _lock(seen)
            preview = Preview(Upload.from_json(draft.upload))
            if overtaken := list(_overtaken(preview, seen)):
                raise Overtaken(*overtaken)
            if not preview.can_be_confirmed:
                raise Overtaken(NO_LONGER)
            outcome = _write(preview, by, f"Fra filen {draft.file_name}")
            draft.delete()
    except IntegrityError as error:
        raise Overtaken(RACED) from error
    return outcome


def _lock(slugs):
    """Lock what may be written, by key as `history.lock` does, so that nobody waits in a ring.

    Once an entry is locked nobody opens a copy of it, but somebody may just have: a second look.
    """
    entries = Intervention.objects.entries().filter(slug__in=slugs).order_by().values("pk")
    rows = Intervention.objects.filter(Q(pk__in=entries) | Q(copy_of__in=entries))
    for _look in range(2):
        list(rows.order_by("pk").select_for_update(no_key=True).values_list("pk"))


def _overtaken(preview, seen):
    """What somebody has saved since, one sentence for each entry."""
    for slug in {**seen, **preview.seen}:
        entry = preview.entries.get(slug)
        if entry is None or seen.get(slug) == entry.version:
            continue
        try:
            row = entry.row and history.lock(entry.row.pk)
        except Refused:
            row = None
        if row is None:
            yield GONE.format(title=entry.title)
        elif seen.get(slug) == 0:
            first = row.versions.last()
            yield BEGUN.format(title=row, who=first.who, when=history.when(first.made_at))
        else:
            yield str(history.Conflict(row.pk))


def _write(preview, by, note):
    outcome = Outcome()
    for entry in preview.changed:
        if entry.original is None:
            outcome.new.append(_begin(entry))
    # Only now, for relations of the new ones may lead to each other.
    for entry in preview.changed:
        if entry.original in outcome.new:
            _fill(entry.original, entry.after)
            entry.original.refresh_from_db()
            history.start(entry.original, number=1, by=by, event=Version.Event.IMPORTED)
        else:
            outcome.changed.append(_change(entry.row, entry.after, by, note))
    return outcome


def _begin(entry):
    row = Intervention(slug=entry.slug, title=entry.title, kind=entry.after["kind"])
    row.state = SUBMIT.target
    row.save()
    entry.original = row
    return row


def _change(row, content, by, note):
    """Write a draft, or what is published into its working copy; returns what was written."""
    if row.is_published:
        row = working_copy.open_for(row.pk, by=by)
    with history.edit(row.pk, by=by, event=Version.Event.IMPORTED, note=note) as written:
        _fill(written, content)
        if written.state in SUBMIT.sources:
            written.state = SUBMIT.target
            written.save()
    return written


def _fill(row, content):
    if lost := document.write(row, _with_keys(content, row)):
        raise Overtaken(*lost)


def _with_keys(content, row):
    """The document with keys for the claims and ledgers that came without one."""
    ledgers = {one["slug"]: one["slug"] for one in content["ledgers"]}
    for one in content["ledgers"]:
        if is_unnamed(one["slug"]):
            ledgers[one["slug"]] = _new_ledger_slug(one["title"])
    keys = {one["key"] for one in content["claims"]}
    claims = []
    for one in content["claims"]:
        key = _new_key(row, keys) if is_unnamed(one["key"]) else one["key"]
        keys.add(key)
        claims.append(one | {"key": key, "ledger": ledgers.get(one["ledger"])})
    named = [one | {"slug": ledgers[one["slug"]]} for one in content["ledgers"]]
    return content | {"ledgers": named, "claims": claims}


def _new_key(row, taken):
    """A key that no claim has, and none that is about to be written."""
    while (key := bare(Claim(intervention=row).new_key())) in taken:
        pass
    return key


def _new_ledger_slug(title):
    """A slug that no ledger has, in a working copy or out of it."""
    slug = stem = danish.slug(title)[:60].strip("-") or "tal"
    number = 1
    while Ledger.objects.filter(slug__in=[slug, slug + COPY]).exists():
        number += 1
        slug = f"{stem}-{number}"
    return slug
