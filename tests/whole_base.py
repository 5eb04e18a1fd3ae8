"""The whole content of the base, to see that something changes nothing."""

from django.apps import apps

# What every visit of a signed-in user may touch.
OF_THE_VISIT = {"sessions.Session"}


def whole_base():
    """Every row of every table, by model."""
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values_list())
        for model in apps.get_models(include_auto_created=True)
        if model._meta.label not in OF_THE_VISIT
    }
