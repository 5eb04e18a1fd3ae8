"""The Danish of the packages: theirs, mended and completed by locale/da."""

import re
from pathlib import Path

import django
import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.apps import apps
from django.conf import settings
from django.utils.translation import trans_real

FOLDER = settings.BASE_DIR / "locale" / "da" / "LC_MESSAGES"
DOMAINS = ["django", "djangojs"]
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
# Not words: what the history looks up in a stored message, to translate that.
NO_WORDS = {"addedname", "changedname", "deletedname"}


def packages():
    """The folders of installed apps that are not ours and whose words a user could see."""
    folders = [Path(app.path) for app in apps.get_app_configs() if app.name != "zeal"]
    return [folder for folder in folders if folder.parent != settings.BASE_DIR]


def entries(file):
    with file.open("rb") as opened:
        read = read_po if file.suffix == ".po" else read_mo
        return [message for message in read(opened) if message.id]


def ours(domain, kind="po"):
    return entries(FOLDER / f"{domain}.{kind}")


def texts(message):
    return (message,) if isinstance(message, str) else tuple(message)


def english(domain):
    """What the packages ship as a list of their English, by folder."""
    for folder in (*packages(), Path(django.__file__).parent / "conf"):
        file = folder / "locale" / "en" / "LC_MESSAGES" / f"{domain}.po"
        if file.exists():
            yield folder, entries(file)


def in_code():
    """What the code of the packages asks to be translated, with where it stands."""
    for folder in packages():
        for file, line, message, _comments, context in extract_from_dir(
            folder, [("**.py", "python")], keywords=KEYWORDS
        ):
            yield f"{folder.name}/{file}:{line}", context, texts(message)[0]


def has_danish(known, context, word):
    key = f"{context}\x04{word}" if context else word
    return any(key in part or (key, 0) in part for part in known._catalog._catalogs)


def test_no_word_in_the_code_of_the_packages_lacks_danish():
    known = trans_real.translation("da")
    found = list(in_code())
    assert len(found) > 250
    assert [
        (place, word)
        for place, context, word in found
        if word not in NO_WORDS and not has_danish(known, context, word)
    ] == []


def test_no_word_of_their_scripts_lacks_danish():
    found = 0
    for folder, messages in english("djangojs"):
        known = trans_real.DjangoTranslation(
            "da", domain="djangojs", localedirs=[str(folder / "locale")]
        )
        for message in messages:
            found += 1
            assert has_danish(known, message.context, texts(message.id)[0]), message.id
    assert found > 50


def test_no_sentence_leaves_the_gender_to_the_reader():
    known = trans_real.translation("da")
    danish = [
        known.gettext(texts(message.id)[0])
        for folder, messages in english("django")
        for message in messages
    ]
    assert len(danish) > 500
    open_gender = re.compile(r"\b(en/et|den/det|din/dit|hans/hendes|(en|dette) [%{])")
    assert [text for text in danish if open_gender.search(text)] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_entry_is_left_over_from_a_package_that_has_changed(domain):
    asked = {message.id for _folder, messages in english(domain) for message in messages}
    asked |= {word for _place, _context, word in in_code()}
    assert [message.id for message in ours(domain) if message.id not in asked] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_compiled_file_is_that_of_the_catalogue(domain):
    written, compiled = (
        {texts(message.id): texts(message.string) for message in ours(domain, kind)}
        for kind in ("po", "mo")
    )
    assert compiled == written, "run: make messages"


@pytest.mark.parametrize("domain", DOMAINS)
def test_each_entry_is_translated_and_uses_only_what_it_is_given(domain):
    assert len(ours(domain)) > 10
    for message in ours(domain):
        given = {place for text in texts(message.id) for place in PLACE.findall(text)}
        used = {place for text in texts(message.string) for place in PLACE.findall(text)}
        assert all(texts(message.string)), message.id
        assert not message.fuzzy, message.id
        assert used <= given, message.id
