"""The served application, where the test client builds requests of its own."""

from io import BytesIO

import pytest
from django.test import RequestFactory


@pytest.fixture
def served(monkeypatch, world):
    """(status, body) of a request as a server hands it over."""
    monkeypatch.setenv("SOSU_MODE", "local")  # importing the module would say production
    from sosu_kb.wsgi import application

    def ask(method, address, kind, body=b""):
        environ = RequestFactory().generic(method, address, b"").environ | {
            "CONTENT_TYPE": kind,
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": BytesIO(body),
        }
        # As the application does, but for its signals, which would close the test's connection.
        response = application.get_response(application.request_class(environ))
        return response.status_code, response.content.decode()

    return ask


@pytest.mark.parametrize("encoding", ["rot13", "undefined", "punycode", "idna", "hex", "utf-16"])
@pytest.mark.parametrize(
    "address", ["/foreslaa/?indsats=laeringsbuddy", "/indsatser/?q=vejledning"]
)
def test_an_encoding_that_is_none_of_text_breaks_no_page(served, address, encoding):
    status, body = served("GET", address, f"text/html; charset={encoding}")
    assert status == 200
    assert ("Læringsbuddy" in body) == ("indsats=" in address)


@pytest.mark.parametrize("encoding", ["rot13", "undefined", "punycode", "idna", "hex", "utf-16"])
@pytest.mark.parametrize(
    "kind", ["multipart/form-data; boundary=x", "application/x-www-form-urlencoded"]
)
def test_nor_the_form_that_readers_send(served, kind, encoding):
    body = b'--x\r\nContent-Disposition: form-data; name="title"\r\n\r\n\xc3\xa6\r\n--x--\r\n'
    status, page = served("POST", "/foreslaa/", f"{kind}; charset={encoding}", body)
    assert status == 200
    assert "Det er ikke sendt endnu." in page
    assert ('value="æ"' in page) == kind.startswith("multipart")
