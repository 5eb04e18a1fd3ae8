"""Which pages of the admin the browser looks at, and their paths on the served copy."""

import json

from tests.addresses import addresses

# What axe looks at: the pages that we add or change, by their name in the resolver or as a path.
# Whoever adds a screen adds it here.
CHANGED = [
    "admin:index",
    "admin:app_list",
    "admin:interventions_intervention_changelist",
    "admin:interventions_intervention_add",
    "admin:interventions_intervention_change",
    "admin:interventions_intervention_history",
    "admin:interventions_intervention_revert",
    "admin:interventions_intervention_import",
    "admin:interventions_proposal_changelist",
    "admin:interventions_proposal_change",
    "admin:interventions_claim_changelist",
    "admin:interventions_claim_change",
    "admin:interventions_entrance_change",
    "admin:interventions_source_change",
    "admin:interventions_phase_delete",
    "admin:interventions_theme_history",
    "admin:auth_user_change",
    "admin:auth_group_add",
    "admin:password_change",
]
# Addresses that answer no page, with what they answer to a GET of a signed-in administrator.
NO_PAGES = {
    "admin:login": 302,
    "admin:logout": 405,
    "admin:autocomplete": 200,  # JSON
    "admin:jsi18n": 200,  # a script
    "admin:view_on_site": 302,
    "admin:interventions_intervention_step": 403,  # by POST alone
    # Written in the form of their entry, which is never deleted; readers send proposals.
    **{
        f"admin:interventions_{page}": 403
        for page in (
            *("ledger_add", "ledger_delete", "relation_add", "relation_delete"),
            *("intervention_delete", "proposal_add"),
        )
    },
    "admin:interventions_intervention_drop": 404,  # of a working copy, and the first entry is none
    "admin:interventions_intervention_import_preview": 302,  # nothing waits to be imported
    "admin:interventions_intervention_import_template": 200,  # a file, as are the exports
    **{
        address.name: 200
        for address in addresses()
        if address.is_admin and address.name.endswith("_export")
    },
    "admin/(?P<url>.*)$": 404,
    **{
        address.name: 302  # Django keeps the addresses of before version 1.9 alive
        for address in addresses()
        if address.is_admin
        and address.route.endswith("/<path:object_id>/")
        and address.name == address.route
    },
}


def paths(keys):
    """The path of each address of the admin, by name; `keys` as `first_keys` gives them."""
    return {address.name: address.path(keys) for address in addresses() if address.is_admin}


def keys_of(manage):
    """The keys of the served copy, which only its own process can read."""
    code = "import json; from tests.addresses import first_keys; print(json.dumps(first_keys()))"
    return json.loads(manage("shell", "--no-imports", "-c", code).splitlines()[-1])
