import os
from pathlib import Path

import pytest
from django.conf import settings

from interventions import anchors
from municipalities import danish

SOURCES = Path(os.environ.get("SOSU_SOURCES", settings.BASE_DIR / "../shared/sources"))
RUN = 12


def runs(text):
    words = danish.words(text)
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


@pytest.fixture
def sources():
    if not SOURCES.is_dir():
        pytest.skip(f"no source texts in {SOURCES} (SOSU_SOURCES names their folder)")
    texts = anchors.read_texts(SOURCES)
    assert len(texts) == 5
    return texts


@pytest.mark.django_db
def test_no_twelve_words_in_a_row_of_a_source_stand_on_any_page(crawl, sources):
    theirs = set().union(*map(runs, sources.values()))
    assert len(theirs) > 1000
    assert len(crawl.pages) > 150
    found = {
        (" ".join(run), address)
        for address, page in crawl.pages.items()
        for run in runs(page.text) & theirs
    }
    assert sorted(found) == []
