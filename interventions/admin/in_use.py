"""What published entries are described with stays: taking it away would change them unseen."""

from django.contrib import admin

from interventions.models import Intervention


class ProtectsInUse(admin.ModelAdmin):
    """Rows that a published entry carries cannot be deleted, here or in the bulk action."""

    def get_deleted_objects(self, objs, request):
        """Name how many entries carry each, and what to do first."""
        objs = list(objs)
        to_delete, counts, perms_needed, protected = super().get_deleted_objects(objs, request)
        published = Intervention.objects.filter(state=Intervention.State.PUBLISHED)
        for row in objs:
            if number := row.interventions.filter(pk__in=published).count():
                entries = "1 udgivet indsats" if number == 1 else f"{number} udgivne indsatser"
                protected.append(f"“{row}” står på {entries}. Tag den af først, i en arbejdskopi.")
        return to_delete, counts, perms_needed, protected
