"""Regions and municipalities for editors, and what every curated list has in common."""

from django import forms
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import unquote
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, models
from django.db.models import Count
from django.urls import reverse

from municipalities import danish, overtaken
from municipalities.deletion import NamesLinks
from municipalities.list_export import ListExport
from municipalities.models import Municipality, Region

MAX_DIGITS = 18  # a longer number is no key, and more than SQLite can compare
SLUG_HELP = "Lad feltet stå tomt: adressen laves af navnet. Den er permanent."


class CuratedForm(forms.ModelForm):
    """A form that makes empty slugs the Danish way and shows the model's messages at a field."""

    slug_from = "name"
    # Where a broken constraint over several columns is shown; empty: above the form.
    constraints_at = ""
    # Set for one request: whether a save came in between; above the form stands which.
    overtaken = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = self.fields["slug"].help_text or SLUG_HELP
            self.fields["slug"].error_messages["unique"] = "Adressen er taget. Vælg en anden."

    def clean(self):
        """Fill an empty slug; overwrite nothing unseen."""
        data = super().clean()
        if self.overtaken:
            self.add_error(None, overtaken.NOT_SAVED)
        if "slug" in self.fields and "slug" not in self.errors and not data.get("slug"):
            longest = self.fields["slug"].max_length
            data["slug"] = danish.slug(data.get(self.slug_from) or "")[:longest].strip("-")
            if not data["slug"]:
                self.add_error("slug", "Skriv en adresse: den kan ikke laves af navnet.")
        return data

    def add_error(self, field, error):
        """Move what the model says about several columns, or of one that is not here."""
        if field is None and hasattr(error, "error_dict"):
            messages = {}
            for name, found in error.error_dict.items():
                here = name if name in self.fields else self.constraints_at or NON_FIELD_ERRORS
                messages[here] = messages.get(here, []) + found
            error = ValidationError(messages)
        super().add_error(field, error)

    def add_problems(self, problems):
        """Show messages of `rules` at fields that have no other error yet."""
        for field, message in problems.items():
            if field not in self.errors:
                self.add_error(field, message)


class InUseFilter(admin.RelatedOnlyFieldListFilter):
    """Only values that some row has; read once a request, where Django reads them once a facet."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.empty_value_display = "ingen"

    def field_choices(self, field, request, model_admin):
        """The choices, from the first filter of this name that was made for the request."""
        known = vars(request).setdefault("choices_in_use", {})
        if self.field_path not in known:
            known[self.field_path] = super().field_choices(field, request, model_admin)
        return known[self.field_path]


class CuratedAdmin(NamesLinks, ListExport, admin.ModelAdmin):
    """Search that knows æ, ø and å, counts beside the filters, links to public pages only."""

    form = CuratedForm
    # Off where rows have versions, which say more of what came in between.
    has_fingerprints = True
    show_facets = admin.ShowFacets.ALWAYS
    list_per_page = 50
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    def get_ordering(self, request):
        """The model's own order, said aloud: a query that counts would forget it."""
        return super().get_ordering(request) or self.model._meta.ordering

    def get_search_results(self, request, queryset, search_term):
        """Rows with every word of the term; folded here, for SQLite only knows ASCII's case.

        The tables are short (the longest has 98 rows), so all of their names are read.
        """
        terms = danish.words(search_term)
        found = [
            pk
            for pk, *texts in queryset.values_list("pk", *self.search_fields)
            if all(term in danish.fold(" ".join(texts)) for term in terms)
        ]
        return queryset.filter(pk__in=found), False

    def lookup_allowed(self, lookup, value, request):
        """What our filters ask, no more: other lookups fail in the database on absurd values."""
        named = {getattr(one, "parameter_name", None) for one in self.get_list_filter(request)}
        ours = lookup in named or lookup.endswith(("__exact", "__isnull"))
        return ours and super().lookup_allowed(lookup, value, request)

    def response_action(self, request, queryset):
        """Keys that are none choose nothing; Django would break on them."""
        request.POST = request.POST.copy()
        keys = request.POST.getlist(ACTION_CHECKBOX_NAME)
        keys = [key for key in keys if key.isdecimal() and len(key) <= MAX_DIGITS]
        request.POST.setlist(ACTION_CHECKBOX_NAME, keys)
        return super().response_action(request, queryset)

    def get_form(self, request, obj=None, change=False, **kwargs):
        """Knowing whether a save came in between."""
        form = super().get_form(request, obj, change=change, **kwargs)
        form.overtaken = hasattr(request, "overtaken")
        return form

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """A second try, where somebody took the same address at the same moment: now it is told."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError:
            return super().changeform_view(request, object_id, form_url, extra_context)

    def _changeform_view(self, request, object_id, form_url, extra_context):
        """Save one after the other, and only over what the editor has seen.

        In the transaction that Django has begun.
        """
        if self.has_fingerprints and request.method == "POST" and object_id is not None:
            found = self._compare(request, unquote(object_id))
            if not found and "stored" in request.POST and self.has_add_permission(request):
                # What was typed comes back as the form of a new row.
                request.overtaken = overtaken.gone(self.model, unquote(object_id))
                meta = self.opts
                form_url = reverse(f"admin:{meta.app_label}_{meta.model_name}_add")
                object_id = None
        return super()._changeform_view(request, object_id, form_url, extra_context)

    def _compare(self, request, object_id):
        """Note the row as it is stored, locked, and whether it is the one that the form shows.

        Returns whether there is one.
        """
        row = self.get_object(request, object_id)
        if row is None:
            return False
        list(self.model.objects.filter(pk=row.pk).select_for_update(no_key=True).values("pk"))
        if row := self.get_object(request, object_id):
            request.stored_row = overtaken.fingerprint(row)
            if request.POST.get("stored") != request.stored_row:
                request.overtaken = overtaken.message(row)
        return row is not None

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """With the fingerprint of what is stored; a form that was sent has changed `obj`."""
        if self.has_fingerprints and obj is not None:
            stored = getattr(request, "stored_row", None)
            context["stored_row"] = stored or overtaken.fingerprint(obj)
        if self.has_fingerprints and (said := getattr(request, "overtaken", None)):
            rows = overtaken.differences(context["adminform"].form) if obj is not None else []
            context |= {"overtaken_by": said, "overtaken_rows": rows}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_changeform_initial_data(self, request):
        """What the address fills in, without keys that are none and would break the form."""
        relations = {field.name for field in self.model._meta.get_fields() if field.is_relation}
        return {
            name: value
            for name, value in super().get_changeform_initial_data(request).items()
            if name not in relations or "".join(value).replace(",", "").isdecimal()
        }

    def view_on_site(self, obj):
        """The public page itself, without the detour over a redirect. None where there is none."""
        return obj.get_absolute_url() if hasattr(obj, "get_absolute_url") else None


@admin.register(Region)
class RegionAdmin(CuratedAdmin):
    """Regions are data: the reform of 2027 is an edit here, not a release."""

    fields = ["name", "slug", "code"]
    list_display = ["name", "code", "municipality_count"]
    search_fields = ["name"]

    def get_queryset(self, request):
        """With the number of municipalities."""
        return super().get_queryset(request).annotate(municipality_count=Count("municipalities"))

    @admin.display(description="kommuner", ordering="municipality_count")
    def municipality_count(self, region):
        """How many municipalities lie in it."""
        return region.municipality_count


class MunicipalityForm(CuratedForm):
    """Two municipalities on one tile are told apart at the column."""

    constraints_at = "tile_column"


@admin.register(Municipality)
class MunicipalityAdmin(CuratedAdmin):
    """Names, codes, the region and the place on the tile map."""

    form = MunicipalityForm
    fieldsets = [
        (None, {"fields": ["name", "long_name", "slug", "code", "region"]}),
        (
            "Kortet",
            {
                "fields": ["map_label", ("tile_column", "tile_row")],
                "description": "Hver kommune har sit eget felt på kortet.",
            },
        ),
    ]
    list_display = ["name", "long_name", "code", "region", "map_label", "tile"]
    list_filter = ["region"]
    list_select_related = ["region"]
    list_per_page = 100
    search_fields = ["name", "long_name", "code"]

    @admin.display(description="felt (kolonne, række)")
    def tile(self, municipality):
        """The place on the map."""
        return f"{municipality.tile_column}, {municipality.tile_row}"
