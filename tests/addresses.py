"""Every address of the site, as the URL resolver has it: a new one cannot be forgotten."""

import re
from dataclasses import dataclass

from django.apps import apps
from django.urls import URLResolver, get_resolver

# Addresses under these folders name a row by its slug.
FOLDERS = {
    "indsatser": "interventions.intervention",
    "kilder": "interventions.source",
    "kommuner": "municipalities.municipality",
    "temaer": "interventions.theme",
}
# Addresses that their route alone does not fill, by name (or route, where they have none).
EXAMPLES = {
    "data_table": "/data/claims.csv",
    "admin:app_list": "/admin/interventions/",
    "admin:autocomplete": "/admin/autocomplete/?app_label=interventions&model_name=claim"
    "&field_name=source&term=",
    "admin/(?P<url>.*)$": "/admin/findes/ikke/",
}
# What some of them ask for beside their path.
QUERIES = {"admin:interventions_intervention_revert": "?version=1"}
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True)
class Address:
    """A pattern of the resolver: its name with namespaces (or else its route) and its route."""

    name: str
    route: str

    @property
    def is_admin(self):
        return self.route.startswith("admin/")

    def path(self, keys):
        """An address that it answers; `keys` are those of `first_keys`."""
        if self.name in EXAMPLES:
            return EXAMPLES[self.name]
        path = PARAMETER.sub(lambda found: self._fill(found[1], keys), self.route)
        return f"/{path}{QUERIES.get(self.name, '')}"

    def _fill(self, parameter, keys):
        folder, *rest = self.route.split("/")
        if parameter == "slug" and folder in FOLDERS:
            return keys[FOLDERS[folder]]["slug"]
        if self.name == "admin:view_on_site":
            return str(keys["interventions.intervention"][parameter])
        if self.is_admin and parameter in {"object_id", "id", "pk"}:
            return str(keys[".".join(rest[:2])]["object_id"])
        raise LookupError(f"{self.name}: what is its {parameter}? Say it in tests/addresses.py.")


def addresses(patterns=None, start="", namespace=""):
    """All of them, in the order in which they are tried."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = start + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inside = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from addresses(pattern.url_patterns, route, inside)
        else:
            yield Address(namespace + pattern.name if pattern.name else route, route)


def first_keys():
    """What names the first row of each model, by the model's label; plain values, for JSON."""
    from django.contrib.contenttypes.models import ContentType  # needs Django's apps

    keys = {}
    for model in apps.get_models():
        row = model._default_manager.order_by("pk").first()
        if row is not None:
            keys[model._meta.label_lower] = {
                "object_id": row.pk,
                "slug": getattr(row, "slug", ""),
                "content_type_id": ContentType.objects.get_for_model(model).pk,
            }
    return keys
