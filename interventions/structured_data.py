"""Pages told to machines in the words of schema.org, as data that go into the page as JSON-LD."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from interventions.citation import NAME
from interventions.exports import delimited, listing, package, workbook

# A day, a month or a year: as much of a source's date as is known.
PRECISIONS = {"dag": "%Y-%m-%d", "maaned": "%Y-%m", "aar": "%Y"}

# The files of the whole base: view, name, media type.
DOWNLOADS = [
    ("data_package", "Hele videnbasen som datapakke", package.CONTENT_TYPE),
    ("interventions_json", "Alle indsatser som JSON", listing.CONTENT_TYPE),
    ("interventions_csv", "Alle indsatser som CSV", delimited.CONTENT_TYPE),
    ("interventions_xlsx", "Alle indsatser som Excel", workbook.CONTENT_TYPE),
]


def breadcrumbs(site, steps):
    """The way to a page: [(name, path), …] from the top."""
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": f"{site}{path}"}
            for place, (name, path) in enumerate(steps, start=1)
        ],
    }


def article(site, entry, sources):
    """An entry with what it cites; `sources` are those of its page. Read `with_page`."""
    address = f"{site}{entry.get_absolute_url()}"
    organisation = _publisher(site)
    return {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": address,
        "url": address,
        "headline": entry.title,
        "description": entry.summary,
        "inLanguage": "da",
        "version": entry.public_version,
        **({"datePublished": day.isoformat()} if (day := entry.first_public_on) else {}),
        "dateModified": _moment(entry.public_since),
        "author": organisation,
        "publisher": organisation,
        "isPartOf": {"@type": "WebSite", "name": NAME, "url": f"{site}/"},
        "about": [{"@type": "Thing", "name": theme.name} for theme in entry.themes.all()],
        "spatialCoverage": [
            {"@type": "AdministrativeArea", "name": one.long_name}
            for one in entry.municipalities.all()
        ],
        "citation": [_work(source) for source in sources],
    }


def dataset(edition):
    """The whole base as data to take home, in an edition of `interventions.exports`."""
    address = f"{edition.site}{reverse('data')}"
    organisation = _publisher(edition.site)
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": address,
        "url": address,
        "name": NAME,
        "description": package.DESCRIPTION,
        "inLanguage": "da",
        "version": str(edition.number),
        "dateModified": _moment(edition.changed_at),
        "license": edition.licence.url,
        "isAccessibleForFree": True,
        "creditText": edition.citation,
        "creator": organisation,
        "publisher": organisation,
        "spatialCoverage": {"@type": "Country", "name": "Danmark"},
        "distribution": [
            {
                "@type": "DataDownload",
                "name": name,
                "encodingFormat": kind,
                "contentUrl": f"{edition.site}{reverse(view)}",
            }
            for view, name, kind in DOWNLOADS
        ],
    }


def _publisher(site):
    return {"@type": "Organization", "name": settings.SITE_OWNER or NAME, "url": f"{site}/"}


def _moment(moment):
    return timezone.localtime(moment).isoformat(timespec="seconds")


def _work(source):
    work = {
        "@type": "CreativeWork",
        "name": source.title,
        "url": source.url,
        "publisher": {"@type": "Organization", "name": source.publisher},
    }
    if source.published:
        work["datePublished"] = f"{source.published:{PRECISIONS[source.published_precision]}}"
    return work
