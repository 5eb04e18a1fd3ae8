"""The three roles of the editorial desk, as groups: what each may do, said once."""

from django.db.models import Q

EDITOR, APPROVER, ADMINISTRATOR = "Redaktør", "Godkender", "Administrator"
ROLES = (EDITOR, APPROVER, ADMINISTRATOR)

# What editors write; the rest of the knowledge base they read.
WRITTEN = ("intervention", "claim", "relation", "ledger", "source", "organisation", "proposal")
PUBLISH = "publish_intervention"


def permissions_of(role, permissions):
    """The permissions of a role, from a queryset of all of them."""
    base = Q(content_type__app_label__in=["interventions", "municipalities"])
    if role == ADMINISTRATOR:
        return permissions.filter(base | Q(content_type__app_label="auth"))
    wanted = Q(codename__startswith="view_") | Q(content_type__model__in=WRITTEN)
    if role == EDITOR:
        wanted &= ~Q(codename=PUBLISH)
    return permissions.filter(base & wanted)
