"""Every screen of the admin, rendered: no word is asked for that has no Danish."""

from gettext import NullTranslations

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.test import Client
from django.utils.translation import gettext, ngettext, pgettext, trans_real
from zeal import zeal_ignore

from tests.addresses import addresses, first_keys
from tests.proposals import add_proposal

NEW = {"name": "Nyt", "question": "Hvad?", "description": "Nyt.", "position": "1"}


class Missed(NullTranslations):
    """Stands behind the Danish catalogues and notes what they do not have."""

    def __init__(self):
        super().__init__()
        self.words = set()

    def gettext(self, message):
        self.words.add(message)
        return message

    def ngettext(self, msgid1, msgid2, n):
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture
def missed():
    """What is asked for while the test runs and has no Danish."""
    catalogue = trans_real.translation("da")
    assert catalogue._fallback is None
    catalogue._fallback = Missed()
    yield catalogue._fallback.words
    catalogue._fallback = None


@pytest.fixture
def editor(admin_client):
    """Looks at its own user too, and logs out: what knows the reader is read a second time then."""
    with zeal_ignore([{"model": "auth.User"}, {"model": "sessions.Session"}]):
        yield admin_client


def our_words():
    """Names of our models and fields: the history asks for a translation of these as well."""
    words = set()
    for app in ("municipalities", "interventions"):
        for model in apps.get_app_config(app).get_models():
            words.add(str(model._meta.verbose_name).lower())
            words |= {str(field.verbose_name).lower() for field in model._meta.fields}
            words |= {str(field.verbose_name).lower() for field in model._meta.many_to_many}
    return words


def not_ours(words):
    return {word for word in words if word.lower() not in our_words()}


def test_no_page_asks_for_a_word_without_danish(seeded, editor, missed):
    Group.objects.create(name="Prøve")
    add_proposal()
    keys = first_keys()
    paths = [address.path(keys) for address in addresses() if address.is_admin]
    pages = [path for path in paths if editor.get(path).status_code == 200]
    assert len(pages) > 90
    assert not_ours(missed) == set()


def test_no_refusal_asks_for_a_word_without_danish(seeded, editor, missed):
    Group.objects.create(name="Prøve")
    add_forms = [address.path({}) for address in addresses() if address.name.endswith("_add")]
    answers = [editor.post(path, {"x": "1"}) for path in add_forms]
    refused = [one for one in answers if one.status_code == 200 and one.context["errors"]]
    assert len(refused) > 12
    user = f"/admin/auth/user/{first_keys()['auth.user']['object_id']}"
    for path, fields in [
        ("/admin/auth/user/add/", {"username": "#", "password1": "1", "password2": "2"}),
        (f"{user}/change/", {"username": "admin", "date_joined_0": "x"}),
        (f"{user}/password/", {"password1": "123", "password2": "123"}),
        ("/admin/password_change/", {"old_password": "x", "new_password1": "1"}),
        ("/admin/interventions/theme/", {"action": "delete_selected"}),
        ("/admin/interventions/phase/add/", NEW | {"name": "Grundforløb", "position": "x"}),
    ]:
        assert editor.post(path, fields, follow=True).status_code == 200, path
    assert not_ours(missed) == set()


def test_nothing_that_is_done_asks_for_a_word_without_danish(seeded, editor, missed):
    themes = "/admin/interventions/theme/"
    answers = [
        editor.post(f"{themes}add/", NEW | {after: "1"}, follow=True)
        for after, NEW["name"] in [("_save", "A"), ("_continue", "B"), ("_addanother", "C")]
    ]
    (change, _status) = answers[1].redirect_chain[-1]
    key = change.split("/")[-3]
    editor.post(change, NEW | {"slug": "b", "name": "D", "_addanother": "1"}, follow=True)
    for path, fields in [
        (change.replace("change", "history"), None),
        (themes, {"action": "delete_selected", "_selected_action": key}),
        (change.replace("change", "delete"), {"post": "yes"}),
        (change, None),
        (f"{themes}add/?_popup=1", NEW | {"name": "E", "_popup": "1"}),
        ("/admin/", None),
        ("/admin/logout/", {}),
    ]:
        answer = editor.get(path, follow=True) if fields is None else editor.post(path, fields)
        assert answer.status_code in {200, 302}, path
    assert not_ours(missed) == set()


def test_no_word_before_the_login_lacks_danish(db, missed):
    attempts = [{}, {"username": "x" * 200}, *[{"username": "anne", "password": "x"}] * 6]
    answers = [Client().post("/admin/login/", attempt) for attempt in attempts]
    assert [answer.status_code for answer in answers] == [200] * 6 + [429] * 2
    assert Client().get("/admin/auth/user/", follow=True).status_code == 200
    assert missed == set()


def test_the_check_sees_words_without_danish(missed):
    gettext("Nobody has translated this")
    ngettext("%d such thing", "%d such things", 2)
    pgettext("somewhere", "Nor that")
    assert missed == {"Nobody has translated this", "%d such things", "somewhere\x04Nor that"}
