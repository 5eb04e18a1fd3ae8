"""What the search box suggests."""

from django.http import JsonResponse

from interventions.suggestions import suggestions


def suggestion_list(request):
    """Rows of [name, kind, address]. Four queries, whatever the address asks for."""
    rows = [[one.name, one.kind, one.address] for one in suggestions()]
    return JsonResponse(
        {"forslag": rows},
        json_dumps_params={"ensure_ascii": False, "separators": (",", ":")},
    )
