"""The facets of the news under which a version is found, as one text in its row.

Each topic, as `tema:trivsel`, stands between bars, so that the database finds it as a whole.
"""


def pack(topics):
    """The text of these (facet, slug)."""
    return f"|{'|'.join(sorted(f'{facet}:{slug}' for facet, slug in topics))}|"


def unpack(text):
    """The (facet, slug) of a text."""
    return [tuple(topic.split(":")) for topic in text.strip("|").split("|")]


def having(facet, slug):
    """What a text with this topic contains."""
    return pack([(facet, slug)])
