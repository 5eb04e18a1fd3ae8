"""An import between its preview and its confirmation."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from interventions.querysets import ImportDraftQuerySet


class ImportDraft(models.Model):
    """What an editor has uploaded and not confirmed yet; not content, and gone after a day.

    It is kept in the base because the step after it may meet another process: there is no memory
    and no disk that all of them share, and a file of megabytes is too large to travel in the form.
    """

    KEPT = timedelta(days=1)

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="hvem"
    )
    made_at = models.DateTimeField("hvornår", default=timezone.now)
    file_name = models.CharField("filens navn", max_length=100)
    # What `interventions.exchange.reading.Upload.as_json` makes of the file.
    upload = models.JSONField("indhold")

    objects = ImportDraftQuerySet.as_manager()

    class Meta:
        verbose_name = "import"
        verbose_name_plural = "importer"
        default_permissions = ()  # whoever may write entries may import; nobody lists drafts

    def __str__(self):
        return self.file_name
