"""The news as an Atom feed (RFC 4287), in pages that lead to each other (RFC 5005)."""

from django.http.request import split_domain_port
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from interventions import content_version, rules
from interventions.citation import NAME
from municipalities import danish

CONTENT_TYPE = Atom1Feed.content_type
# Changes are told apart by tag addresses (RFC 4151), which name a year once and for all.
TAG_YEAR = 2026
SCHEMES = {"tema": "themes", "kommune": "municipalities"}
# Characters that XML cannot hold, beside those that are normalised away.
_NO_XML = dict.fromkeys((0xFFFE, 0xFFFF))


class NewsAtom(Atom1Feed):
    """Django's, with paging, categories in words, and the same bytes for the same news."""

    def latest_post_date(self):
        """When the newest change was made; without any, when anything last was."""
        return self.feed["changed_at"]

    def add_root_elements(self, handler):
        """With the links to the pages before and after."""
        super().add_root_elements(handler)
        for rel, address in self.feed["others"].items():
            handler.addQuickElement("link", "", {"rel": rel, "href": address})

    def add_item_elements(self, handler, item):
        """With the themes and municipalities that it concerns."""
        super().add_item_elements(handler, item)
        for scheme, slug, name in item["topics"]:
            handler.addQuickElement("category", "", {"scheme": scheme, "term": slug, "label": name})


def title(filterset):
    """What the news are called, with what was chosen."""
    chosen = [
        filterset.names[facet][slug]
        for facet in filterset.facet_names
        for slug in filterset.chosen.get(facet, [])
    ]
    return f"Nyt i {NAME}" + (f": {', '.join(chosen)}" if chosen else "")


def build(request, filterset, page, changes):
    """The feed of a page of the news."""
    site = f"{request.scheme}://{request.get_host()}"

    def address(name, number=1):
        query = filterset.address(page=number)
        return site + reverse(name) + (f"?{query}" if query else "")

    others = {}
    if page.has_previous():
        others["previous"] = address("news_feed", page.number - 1)
    if page.has_next():
        others["next"] = address("news_feed", page.number + 1)
    feed = NewsAtom(
        title=_text(title(filterset)),
        link=address("news"),
        description="",
        subtitle="Hvad der er udgivet, ændret, vurderet og taget ned.",
        language="da",
        author_name=NAME,
        feed_url=address("news_feed", page.number),
        feed_guid=address("news_feed"),
        others=others,
        changed_at=changes[0].at if changes else content_version.current().changed_at,
    )
    host, _port = split_domain_port(request.get_host())
    schemes = {facet: site + reverse(name) for facet, name in SCHEMES.items()}
    for change in changes:
        _add(feed, site, host, schemes, filterset.names, change)
    return feed


def _add(feed, site, host, schemes, names, change):
    summary = f"{change.words}."
    if change.is_open:
        summary += f" {change.summary}"
    feed.add_item(
        title=_text(f"{change.label}: {change.title}"),
        link=site + (change.comparison or change.address),
        description=escape(_text(summary)),  # a summary is HTML
        unique_id=f"tag:{host},{TAG_YEAR}:{change.entry_id}/{change.number}/{change.kind}",
        pubdate=change.at,
        updateddate=change.at,
        topics=[
            (scheme, slug, _text(names[facet][slug]))
            for facet, scheme in schemes.items()
            for slug in sorted(change.topics[facet] - {rules.NOT_STATED})
            if slug in names[facet]
        ],
    )


def _text(text):
    return danish.normalise(text).translate(_NO_XML)
