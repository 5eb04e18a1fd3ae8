"""Rows of claims and relations that look up together what they point to."""

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect

from interventions.rules import bare
from municipalities.admin import MAX_DIGITS, CuratedForm


def hide_icons(wrapper, *, keep_add=False):
    """Leave out the links beside a choice that add, change, delete and show what is chosen."""
    wrapper.can_add_related = keep_add and wrapper.can_add_related
    wrapper.can_change_related = wrapper.can_delete_related = wrapper.can_view_related = False


def look_up(queryset, keys):
    """The objects with these primary keys, typed or stored, by key as text. One query."""
    keys = [key for key in map(str, keys) if key.isdecimal() and len(key) <= MAX_DIGITS]
    return {str(one.pk): one for one in queryset.filter(pk__in=keys)}


class SharedChoiceField(forms.ModelChoiceField):
    """A choice in each row of a formset; `SharedLookups` finds the rows' objects in one query."""

    found = None

    def to_python(self, value):
        """The object of this key among those that were looked up."""
        if self.found is None or value in self.empty_values:
            return super().to_python(value)
        if str(value) not in self.found:
            raise forms.ValidationError(
                self.error_messages["invalid_choice"],
                code="invalid_choice",
                params={"value": value},
            )
        return self.found[str(value)]


class RowForm(CuratedForm):
    """A row of an entry that carries its name: where its number is gone, it is found by that."""

    # Sent along, for what cannot be typed comes back only so if somebody deletes the row.
    stored_key = forms.CharField(required=False, widget=forms.HiddenInput)
    named_by = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance._state.adding:
            self.initial["stored_key"] = bare(str(getattr(self.instance, self.named_by)))


class RowsOfEntryField(forms.TypedChoiceField):
    """A choice among the few rows of the same entry, read once for all rows of the formset.

    By their names, which are the same in the entry and in its working copy.
    """

    def __init__(self, rows, **kwargs):
        by_key = {bare(row.slug): row for row in rows}
        super().__init__(
            choices=[("", "---------"), *((key, str(row)) for key, row in by_key.items())],
            coerce=by_key.get,
            empty_value=None,
            required=False,
            **kwargs,
        )


class SharedAutocomplete(AutocompleteSelect):
    """An autocomplete that takes the name of what is chosen from its field."""

    def optgroups(self, name, value, attr=None):
        """The chosen option alone; the others come while typing."""
        field = self.choices.field
        if field.found is None:
            return super().optgroups(name, value, attr)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        options += [
            self.create_option(name, key, field.label_from_instance(field.found[key]), True, 0)
            for key in map(str, value)
            if key in field.found
        ]
        return [(None, options, 0)]


class SharedChoices:
    """For an admin or inline: foreign keys in `shared` are autocompletes that share look-ups."""

    shared = ()

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """Fields whose `found` the form or formset fills."""
        if db_field.name in self.shared:
            kwargs["form_class"] = SharedChoiceField
            kwargs["widget"] = SharedAutocomplete(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Without the four icons in each row; another page is where such objects are edited."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in self.shared:
            hide_icons(field.widget)
        return field


class SharedLookups(forms.BaseInlineFormSet):
    """Asks once for all that its rows point to; Django's own formset asks once a row and field."""

    shared = ()
    unique_at = ""
    unique_message = ""

    def __init__(self, *args, **kwargs):
        self._found = {}
        super().__init__(*args, **kwargs)

    def get_queryset(self):
        """The stored rows; of a form that was sent those that it has, in its own order.

        Stock admin pairs forms and rows by place, and somebody else may have added one meanwhile.
        """
        rows = super().get_queryset()
        if not self.is_bound:
            return rows
        if not hasattr(self, "_sent"):
            by_key = {str(row.pk): row for row in rows}
            numbers = range(self.initial_form_count())
            keys = [self.data.get(f"{self.prefix}-{number}-id") for number in numbers]
            self._sent = [by_key[key] for key in keys if key in by_key]
        return self._sent

    def add_fields(self, form, index):
        """Give the fields of this row what all rows have looked up."""
        super().add_fields(form, index)
        rows = {str(row.pk): row for row in self.get_queryset()}
        key = form.fields[self.model._meta.pk.name]
        form.fields[self.model._meta.pk.name] = own = SharedChoiceField(
            key.queryset, initial=key.initial, required=False, widget=forms.HiddenInput
        )
        own.found = rows
        for name in self.shared:
            if name in form.fields:
                form.fields[name].found = self._look_up(name, form.fields[name].queryset)
        # Rows are saved one by one, so two that exchanged their values would collide on the way.
        if self.unique_at:
            form.fields[self.unique_at].disabled = not form.instance._state.adding

    def _look_up(self, name, queryset):
        """The objects that any row names, stored or typed, by key."""
        if name not in self._found:
            keys = {getattr(row, f"{name}_id") for row in self.get_queryset()}
            if self.is_bound:
                rows = range(self.total_form_count())
                keys |= {self.data.get(f"{self.prefix}-{row}-{name}") for row in rows}
            self._found[name] = look_up(queryset, keys)
        return self._found[name]

    def surviving_forms(self):
        """The rows that will be there after saving, faulty ones included."""
        return [
            form
            for index, form in enumerate(self.forms)
            if not self._should_delete_form(form)
            and (index < self.initial_form_count() or form.has_changed())
        ]

    def clean(self):
        """Refuse a value that two rows have, at the second of them."""
        seen = set()
        for form in self.surviving_forms():
            value = getattr(form, "cleaned_data", {}).get(self.unique_at)
            if value and value in seen:
                form.add_error(self.unique_at, self.unique_message)
            seen.add(value)
        super().clean()
