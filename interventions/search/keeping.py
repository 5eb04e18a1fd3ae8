"""Keeps the index: whatever an entry is found by is saved, the entry is read anew with it."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver

from interventions.models import (
    Claim,
    Intervention,
    Organisation,
    Phase,
    Programme,
    TargetGroup,
    Theme,
)
from interventions.search import index
from municipalities.models import Municipality, Region

NAMED = (Theme, TargetGroup, Phase, Programme, Organisation, Municipality)


_waiting = ContextVar("entries that are read anew at the end of a block", default=None)


def _refresh(**conditions):
    entries = Intervention.objects.filter(**conditions)
    waiting = _waiting.get()
    if waiting is None:
        index.refresh(entries)
    else:
        waiting.update(entries.values_list("pk", flat=True))


@contextmanager
def together():
    """Entries that are saved in pieces are read anew once, at the end of the block."""
    if _waiting.get() is not None:
        yield
        return
    token = _waiting.set(set())
    try:
        yield
        waiting = _waiting.get()
    finally:
        _waiting.reset(token)
    if waiting:
        index.refresh(Intervention.objects.filter(pk__in=waiting))


@receiver(post_save, sender=Intervention)
def entry_saved(instance, raw, **kwargs):
    """Title and summary. Fixtures are loaded raw: the seed rebuilds the index once, at the end."""
    if not raw:
        _refresh(pk=instance.pk)


@receiver(pre_save, sender=Claim)
def claim_moves(instance, raw, **kwargs):
    """Remember the entry that a claim leaves."""
    instance.left_entry = None
    if not raw and instance.pk:
        stored = Claim.objects.filter(pk=instance.pk).exclude(intervention=instance.intervention)
        instance.left_entry = stored.values_list("intervention", flat=True).first()


@receiver(post_save, sender=Claim)
@receiver(post_delete, sender=Claim)
def claim_changed(instance, raw=False, origin=None, **kwargs):
    """The entry of a claim, and the one it came from; not of claims that go with their entry."""
    if Intervention in (type(origin), getattr(origin, "model", None)):
        return
    entries = {instance.intervention_id, getattr(instance, "left_entry", None)} - {None}
    if entries and not raw:
        _refresh(pk__in=entries)


def links_changed(instance, action, reverse, pk_set, **kwargs):
    """What an entry is tagged with, from either end."""
    if action == "pre_clear" and reverse:
        instance.cleared_entries = entries_of(instance)
    if action not in {"post_add", "post_remove", "post_clear"}:
        return
    if not reverse:
        _refresh(pk__in=[instance.pk])
    else:
        _refresh(pk__in=pk_set or getattr(instance, "cleared_entries", ()))


def entries_of(row):
    """Primary keys of the entries that a row of a vocabulary stands on."""
    return list(row.interventions.values_list("pk", flat=True))


for field in Intervention._meta.many_to_many:
    m2m_changed.connect(links_changed, sender=field.remote_field.through)


def name_changed(sender, instance, raw, created, **kwargs):
    """A word of the vocabulary that entries are found by."""
    if not raw and not created:
        _refresh(pk__in=entries_of(instance))


def row_leaves(sender, instance, **kwargs):
    """Remember the entries of a row that is deleted: its links go without a signal."""
    instance.left_entries = entries_of(instance)


def row_left(sender, instance, **kwargs):
    """Read them anew without it."""
    _refresh(pk__in=instance.left_entries)


for model in NAMED:
    post_save.connect(name_changed, sender=model)
    pre_delete.connect(row_leaves, sender=model)
    post_delete.connect(row_left, sender=model)


@receiver(post_save, sender=Region)
def region_renamed(instance, raw, created, **kwargs):
    """The name of a region finds the entries of its municipalities."""
    if not raw and not created:
        _refresh(pk__in=Intervention.objects.filter(municipalities__region=instance).values("pk"))
