"""Visits to addresses: does a page answer, and where? Asks no database.

Only the standard library: `urllib.request` would follow redirects and look up names by itself,
out of reach of the guard in `network`, and so would any client built on it.
"""

import http.client
import socket
import ssl
import threading
import time
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from django.utils.encoding import iri_to_uri

from interventions.links import network
from interventions.models import Source

Status = Source.LinkStatus

SECONDS = 15  # for one request, from the call to the first of the page
MAX_REDIRECTS = 5
MAX_BYTES = 16_384  # of a page; its status is known before
LONGEST = Source._meta.get_field("link_redirects_to").max_length
PORTS = {"http": 80, "https": 443}
REDIRECTS = {301, 302, 303, 307, 308}

WORDING = {
    400: "serveren forstår ikke adressen",
    401: "siden kræver login",
    403: "serveren afviser vores besøg",
    404: "siden findes ikke",
    410: "siden er fjernet",
    429: "serveren beder os komme igen senere",
    451: "siden er spærret af juridiske grunde",
    503: "serveren er optaget",
    999: "serveren afviser vores besøg",
}
# Somebody is there but will not show the page to a program, or not now (999 is LinkedIn's). Readers
# most likely see it, so saying that the address does not answer would be untrue.
UNCLEAR = {401, 403, 429, 451, 503, 999}


@dataclass(frozen=True)
class Answer:
    """What came of a visit, in Danish. `heard`: a server said something, so our own line is up."""

    status: str
    wording: str
    redirects_to: str = ""
    heard: bool = False


class NotVisitedError(Exception):
    """An address that is not visited, with the reason in Danish."""


class Visitor:
    """Visits one address after another and waits between two visits to one host.

    `allowed` judges each IP address, see `network`. Proxies of the environment are not used: they
    would look up the names in our place.
    """

    def __init__(self, *, allowed, pause, agent, seconds=SECONDS):
        self.allowed = allowed
        self.pause = pause
        self.seconds = seconds
        # Some servers deny a page to whoever does not ask for HTML.
        self.headers = {"User-Agent": agent, "Accept": "text/html,*/*;q=0.8"}
        self.tls = ssl.create_default_context()
        self.left_at = {}

    def visit(self, url):
        """The answer of an address, its redirects followed.

        HEAD first, which costs the host least. Only a good answer to it counts: servers refuse it
        with 405 and 501, but also with 400, 403, 404 or 500, send it around in circles, or hang up
        on it. So whatever else comes, GET, which is what a reader's browser sends, decides; for a
        host that was silent for a moment it is the second chance.
        """
        answer = self._outcome("HEAD", url)
        return answer if answer.status == Status.ANSWERS else self._outcome("GET", url)

    @property
    def host_count(self):
        """How many hosts have been visited."""
        return len(self.left_at)

    def _outcome(self, method, url):
        try:
            return self._follow(method, url)
        except NotVisitedError as reason:
            return Answer(Status.UNCLEAR, str(reason))
        except network.ClosedHostError:
            return Answer(Status.UNCLEAR, "adressen ligger ikke på det åbne net og besøges ikke")
        except ssl.SSLError:
            # Often an incomplete chain, which browsers complete by themselves.
            return Answer(Status.UNCLEAR, "den sikre forbindelse kan ikke godkendes", heard=True)
        except socket.gaierror:
            return Answer(Status.BROKEN, "navnet kan ikke slås op")
        except TimeoutError:
            wording = f"intet svar inden for {self.seconds} sekunder"
            return Answer(Status.BROKEN, wording)
        except OSError:
            return Answer(Status.BROKEN, "ingen forbindelse")
        except http.client.HTTPException:
            return Answer(Status.BROKEN, "svaret kan ikke læses", heard=True)

    def _follow(self, method, url):
        start = here = standard(url)
        for _ in range(MAX_REDIRECTS + 1):
            code, location = self._ask(method, here)
            if code not in REDIRECTS or not location:
                return judged(code, redirects_to="" if here == start else here)
            # Headers come as Latin-1, but addresses in them as UTF-8.
            location = location.encode("latin-1").decode("utf-8", "replace")
            here = standard(location, base=here)
        raise NotVisitedError(f"viderestiller mere end {MAX_REDIRECTS} gange")

    def _ask(self, method, url):
        """The status of one request, and where it points."""
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port or PORTS[parts.scheme]
        secure = parts.scheme == "https"
        if secure:
            connection = http.client.HTTPSConnection(host, port, context=self.tls)
        else:
            connection = http.client.HTTPConnection(host, port)
        self._wait_for(host)
        try:
            with closing(connection):
                connection.sock = network.connect(host, port, self.allowed, self.seconds)
                if secure:
                    connection.sock = self.tls.wrap_socket(
                        connection.sock, server_hostname=host, do_handshake_on_connect=False
                    )
                with hang_up_after(self.seconds, connection.sock):
                    if secure:
                        connection.sock.do_handshake()
                    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
                    connection.request(method, path, headers=self.headers)
                    response = connection.getresponse()
                    if method == "GET":
                        response.read1(MAX_BYTES)  # headers without a page are no answer
                    return response.status, response.getheader("Location")
        finally:
            self.left_at[host] = time.monotonic()

    def _wait_for(self, host):
        if host in self.left_at:
            time.sleep(max(self.left_at[host] + self.pause - time.monotonic(), 0))


@contextmanager
def hang_up_after(seconds, sock):
    """End what is said on a socket after so long, as a TimeoutError.

    A socket's own time-out begins anew with each byte: a server that trickles could hold us for
    hours.
    """
    sock.settimeout(seconds)
    expired = threading.Event()

    def hang_up():
        expired.set()
        with suppress(OSError):
            socket.socket.shutdown(sock, socket.SHUT_RDWR)  # an SSL socket's own would say goodbye

    timer = threading.Timer(seconds, hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    except (OSError, http.client.HTTPException):
        if not expired.is_set():
            raise
    finally:
        timer.cancel()
    if expired.is_set():  # also when the end looked like the end of the headers
        raise TimeoutError


def judged(code, redirects_to=""):
    """What a status code says."""
    if 200 <= code < 300:
        return Answer(Status.ANSWERS, str(code), redirects_to, heard=True)
    status = Status.UNCLEAR if code in UNCLEAR else Status.BROKEN
    otherwise = "serveren melder fejl" if code >= 500 else "uventet svar"
    wording = f"{code}, {WORDING.get(code, otherwise)}"
    return Answer(status, wording, redirects_to, heard=True)


def standard(address, base=""):
    """An address as it is sent: ASCII, without password and fragment. Only http and https."""
    try:
        parts = urlsplit(urljoin(base, address))
        host = (parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        raise NotVisitedError("adressen kan ikke læses") from None
    if parts.scheme not in PORTS:
        raise NotVisitedError("kun http- og https-adresser besøges")
    if not host or not host.isprintable() or " " in host:
        raise NotVisitedError("adressen kan ikke læses")
    host = f"[{host}]" if ":" in host else host
    path = iri_to_uri(parts.path) or "/"
    standard = parts._replace(
        netloc=host + port, path=path, query=iri_to_uri(parts.query), fragment=""
    ).geturl()
    if len(standard) > LONGEST:
        raise NotVisitedError("adressen er for lang")
    return standard
