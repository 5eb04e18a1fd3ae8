"""What search engines are told of: public pages with the true date of their last change."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from interventions.models import Intervention, Source, Theme
from municipalities.models import Municipality

PAGES = [
    "front",
    "interventions",
    "find",
    "themes",
    "municipalities",
    "evidence",
    "evidence_map",
    "figures",
    "sources",
    "proposal",
    "data",
    "data_examples",
    "about",
    "accessibility",
    "privacy",
]


class PageSitemap(Sitemap):
    """The pages that are always there."""

    def items(self):
        """URL names."""
        return PAGES

    def location(self, item):
        """The page's path."""
        return reverse(item)


class InterventionSitemap(Sitemap):
    """Published entries."""

    def items(self):
        """Entries in Danish order of title."""
        return Intervention.objects.published().by_title()

    def lastmod(self, item):
        """When the entry last changed."""
        return item.updated_at


class ThemeSitemap(Sitemap):
    """Themes."""

    def items(self):
        """All themes."""
        return Theme.objects.all()


class MunicipalitySitemap(Sitemap):
    """Municipalities that a public entry names; the other pages say only that there is none."""

    def items(self):
        """Municipalities in Danish order."""
        return Municipality.objects.named_by(Intervention.objects.published())


class SourceSitemap(Sitemap):
    """Sources with something public in them."""

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
