"""What search engines are told of: public pages with the true date of their last change."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from django.utils.functional import cached_property

from interventions import content_version
from interventions.models import Intervention, Source, Theme, Version
from municipalities.models import Municipality

# Pages that change with the public content, and those whose words stand in templates.
OF_CONTENT = [
    "front",
    "interventions",
    "news",
    "themes",
    "municipalities",
    "evidence",
    "evidence_map",
    "figures",
    "sources",
    "data",
]
OF_WORDS = ["data_examples", "find", "proposal", "about", "accessibility", "privacy"]


class PageSitemap(Sitemap):
    """The pages that are always there."""

    def items(self):
        """URL names."""
        return [*OF_CONTENT, *OF_WORDS]

    def location(self, item):
        """The page's path."""
        return reverse(item)

    @cached_property
    def changed_at(self):
        """When the content last changed."""
        return content_version.current().changed_at

    def lastmod(self, item):
        """Of pages without content, nobody keeps a date."""
        return self.changed_at if item in OF_CONTENT else None


class SitemapOfEntries(Sitemap):
    """Pages that change with the entries that are, or were, under a facet of the news."""

    facet = ""

    @cached_property
    def changed_at(self):
        """{slug: when something was last told of one of its entries}."""
        return Version.objects.last_told_of(self.facet)

    def lastmod(self, item):
        """Nothing for a page without entries."""
        return self.changed_at.get(item.slug)


class InterventionSitemap(Sitemap):
    """Published entries."""

    def items(self):
        """Entries in Danish order of title."""
        return Intervention.objects.published().with_public_version().by_title()

    def lastmod(self, item):
        """When what the public reads of it last changed."""
        return item.public_since


class ThemeSitemap(SitemapOfEntries):
    """Themes."""

    facet = "tema"

    def items(self):
        """All themes."""
        return Theme.objects.all()


class MunicipalitySitemap(SitemapOfEntries):
    """Municipalities that a public entry names; the other pages say only that there is none."""

    facet = "kommune"

    def items(self):
        """Municipalities in Danish order."""
        return Municipality.objects.named_by(Intervention.objects.published())


class SourceSitemap(Sitemap):
    """Sources with something public in them. Nobody keeps the day of their last change."""

    def items(self):
        """Public sources."""
        return Source.objects.public()


SITEMAPS = {
    "sider": PageSitemap,
    "indsatser": InterventionSitemap,
    "temaer": ThemeSitemap,
    "kommuner": MunicipalitySitemap,
    "kilder": SourceSitemap,
}
