"""Raises the content version with everything that the public can see, in the same transaction.

Rows of the knowledge base raise it when they are saved, deleted or linked, whoever does it: admin,
seed, import or shell. What belongs to an entry counts when the entry is published, before or after;
sources and organisations count when something public names them.
Only raw loads, `QuerySet.update` and `bulk_create` go past it: whoever uses them on public content
calls `bump` once. Entries that come or go by their dates raise it on the first reading of that day.
"""

from datetime import datetime, time

from django.db import transaction
from django.db.models import F, Q
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from django.utils import timezone

from interventions.models import (
    Characteristic,
    Claim,
    ContentVersion,
    Entrance,
    EvidenceTier,
    Intervention,
    Ledger,
    Organisation,
    Phase,
    Programme,
    Relation,
    Source,
    SynonymSet,
    TargetGroup,
    Theme,
)
from municipalities.models import Municipality, Region

# What a search finds is content too, so synonyms are among them.
ALWAYS_PUBLIC = (
    Characteristic,
    Entrance,
    EvidenceTier,
    Municipality,
    Phase,
    Programme,
    Region,
    SynonymSet,
    TargetGroup,
    Theme,
)
PUBLIC_WHEN_NAMED = (Organisation, Source)
OWNERS = {Claim: "intervention", Ledger: "intervention", Relation: "from_entry"}


def bump():
    """One up, now, in the caller's transaction."""
    rows = ContentVersion.objects.filter(pk=ContentVersion.ONLY)
    if not rows.update(number=F("number") + 1, changed_at=timezone.now()):
        ContentVersion.objects.create(pk=ContentVersion.ONLY)


def current():
    """The version today, with `number` and `changed_at`. One query, but for the first of a day."""
    today = timezone.localdate()
    version = ContentVersion.objects.filter(pk=ContentVersion.ONLY).first()
    if version is None or version.dates_seen < today:
        _count_dates(today)
        version = ContentVersion.objects.get(pk=ContentVersion.ONLY)
    return version


@transaction.atomic
def _count_dates(today):
    """Raise the version if an entry has come or gone since the last day that was counted."""
    version, _ = ContentVersion.objects.select_for_update().get_or_create(pk=ContentVersion.ONLY)
    since = (version.dates_seen, today)
    passed = Q(publish_from__gt=since[0], publish_from__lte=since[1]) | Q(
        withdraw_on__gt=since[0], withdraw_on__lte=since[1]
    )
    if Intervention.objects.filter(passed, state=Intervention.State.PUBLISHED).exists():
        midnight = timezone.make_aware(datetime.combine(today, time.min))
        version.number, version.changed_at = version.number + 1, max(version.changed_at, midnight)
    version.dates_seen = max(version.dates_seen, today)
    version.save()


@receiver(pre_save, sender=Intervention)
def remember_state(instance, raw, **kwargs):
    """Whether the entry was published before this save."""
    instance.was_published = (not raw and bool(instance.pk)) and (
        Intervention.objects.filter(pk=instance.pk, state=Intervention.State.PUBLISHED).exists()
    )


@receiver(post_save, sender=Intervention)
def entry_saved(instance, raw, **kwargs):
    """What is published now, or was."""
    if not raw and (instance.is_published or instance.was_published):
        bump()


@receiver(post_delete, sender=Intervention)
def entry_deleted(instance, **kwargs):
    """What was published."""
    if instance.is_published:
        bump()


def remember_owner(sender, instance, raw, **kwargs):
    """The entry that a claim, ledger or relation belonged to before this save, and its state."""
    instance.stored_owner = None
    if not (raw or instance._state.adding):
        owner = OWNERS[sender]
        stored = sender._base_manager.filter(pk=instance.pk)
        instance.stored_owner = stored.values_list(f"{owner}_id", f"{owner}__state").first()


def part_saved(sender, instance, raw, **kwargs):
    """What belongs to a published entry now, or did; a claim that frames a source, or did."""
    if raw:
        return
    owner, before = _owner(instance), instance.stored_owner
    if before and _is_shown(*before):
        bump()
    elif before is None or before[0] != owner:
        _bump_for(owner)


def part_deleted(instance, **kwargs):
    """What belonged to a published entry or framed a source."""
    _bump_for(_owner(instance))


def _owner(part):
    return getattr(part, f"{OWNERS[type(part)]}_id")


def _bump_for(owner):
    states = Intervention.objects.filter(pk=owner).values_list("state", flat=True)
    if _is_shown(owner, owner and states.first()):
        bump()


def _is_shown(owner, state):
    return owner is None or state == Intervention.State.PUBLISHED


def row_changed(sender, raw=False, **kwargs):
    """Whatever entries are described with."""
    if not raw:
        bump()


def named_row_changed(sender, instance, raw=False, **kwargs):
    """A source or an organisation that something public names; their own columns do not decide it.

    Asked before it is deleted, for then nothing names it any more.
    """
    if not raw and sender.objects.public().filter(pk=instance.pk).exists():
        bump()


def links_changed(instance, action, reverse, pk_set, **kwargs):
    """Tags of published entries, from either end; facets of an entrance."""
    if action not in {"post_add", "post_remove", "pre_clear"}:
        return
    if isinstance(instance, Intervention):
        entries = Intervention.objects.filter(pk=instance.pk)
    elif reverse and action != "pre_clear":
        entries = Intervention.objects.filter(pk__in=pk_set or ())
    else:
        entries = None
    if entries is None or entries.filter(state=Intervention.State.PUBLISHED).exists():
        bump()


for model in OWNERS:
    pre_save.connect(remember_owner, sender=model)
    post_save.connect(part_saved, sender=model)
    post_delete.connect(part_deleted, sender=model)
for model in ALWAYS_PUBLIC:
    for signal in (post_save, post_delete):
        signal.connect(row_changed, sender=model)
for model in PUBLIC_WHEN_NAMED:
    for signal in (post_save, pre_delete):
        signal.connect(named_row_changed, sender=model)
for model in (Intervention, Entrance):
    for field in model._meta.many_to_many:
        m2m_changed.connect(links_changed, sender=field.remote_field.through)
