"""What the public search answers, for the tests of the search."""

from interventions.models import Intervention
from interventions.search import plan


def hits(text):
    """The slugs of everything found."""
    return set(Intervention.objects.published().search(text).values_list("slug", flat=True))


def in_order(text):
    """The slugs of everything found, best hit first."""
    published = Intervention.objects.published()
    search_plan = plan.build(text, published)
    found = published.found_by(search_plan).with_relevance(search_plan).by_relevance()
    return list(found.values_list("slug", flat=True))
