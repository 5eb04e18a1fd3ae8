"""Synonyms: what readers type, and what the texts call it."""

from django.contrib import admin

from interventions.models import SynonymSet
from municipalities.admin import CuratedAdmin, CuratedForm


class SynonymSetForm(CuratedForm):
    """The key is made of the first word."""

    slug_from = "words"


@admin.register(SynonymSet)
class SynonymSetAdmin(CuratedAdmin):
    """One row for words that mean the same; used from the next search on."""

    form = SynonymSetForm
    fields = ["words", "related", "slug"]
    list_display = ["words", "related"]
    search_fields = ["words", "related"]
