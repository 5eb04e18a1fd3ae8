"""What the page that asks before deleting says of many-to-many rows, which have no name."""

from django.apps import apps
from django.utils.text import capfirst


def _links():
    """The models that Django makes for many-to-many fields, each with its field."""
    return {
        field.remote_field.through: field
        for model in apps.get_models()
        for field in model._meta.local_many_to_many
        if field.remote_field.through._meta.auto_created
    }


def _without(starts, nested):
    """A nested list without the lines that start so, and without lists that end up empty."""
    kept = [_without(starts, item) if isinstance(item, list) else item for item in nested]
    return [item for item in kept if item and not str(item).startswith(starts)]


class NamesLinks:
    """For an admin: links between rows are counted by what they link, and not listed one by one.

    Django would list “Intervention-phase-relation: Intervention_phases object (26)”.
    """

    def get_deleted_objects(self, objs, request):
        """What goes, with links as a number only: “faser på indsatser: 3”."""
        to_delete, counts, perms_needed, protected = super().get_deleted_objects(objs, request)
        names, starts = {}, []
        for link, field in _links().items():
            owners = field.model._meta.verbose_name_plural
            names[str(link._meta.verbose_name_plural)] = f"{field.verbose_name} på {owners}"
            starts.append(f"{capfirst(str(link._meta.verbose_name))}: ")
        counts = {names.get(str(name), name): number for name, number in counts.items()}
        return _without(tuple(starts), to_delete), counts, perms_needed, protected
