"""A seeded site served by gunicorn exactly as `make run` serves it, and Debian's Chromium.

pytest-django's `live_server` shares its database with the tests, is emptied after each of them and
cannot serve hashed file names. A process of its own, started once, shows the real headers, names
and compression, and leaves the other tests' database alone.
"""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.list_page import open_list

ROOT = Path(__file__).resolve().parent.parent.parent
# Playwright keeps an event loop in this thread; Django would take the tests after it for async.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

PAGES = [
    "/",
    "/indsatser/",
    "/indsatser/esbjerg-fuldtidsvejledere/",
    "/indsatser/aalborg-laeringsbuddy/historik/",
    "/nyt/",
    "/nyt/?tema=trivsel&kommune=aalborg&kommune=x",
    "/kommuner/",
    "/kilder/kl-casebank/",
    "/find/?fase=oplaering&maalgruppe=vejledere&trin=3&i=aalborg-laeringsbuddy",
    "/kommuner/aalborg/?i=aalborg-laeringsbuddy",
    "/indsatser/koebenhavn-sprogindsats/?i=koebenhavn-sprogindsats",
    "/evidenskort/",
    "/tal/",
    "/temaer/kompetenceloeft/",
    "/data/",
    "/data/eksempler/",
    "/sammenlign/?i=koebenhavn-sprogindsats&i=faelles-fynsk-mentorkorps",
    "/notat/?i=koebenhavn-sprogindsats",
    "/foreslaa/",
    "/foreslaa/?indsats=aalborg-laeringsbuddy",
    "/foreslaa/tak/",
]

WATCH = """
    window.violated = [];
    document.addEventListener("securitypolicyviolation", event => {
        window.violated.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
    });
"""


def listen(page):
    """A function that says what the policy forbade and the console said since it was last asked."""
    said = []
    page.add_init_script(WATCH)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on(
        "console",
        lambda message: said.append(message.text) if message.type in {"error", "warning"} else None,
    )

    def heard():
        found = said + page.evaluate("window.violated.splice(0)")
        said.clear()
        return found

    return heard


@pytest.fixture(params=PAGES)
def path(request):
    """One page after the other."""
    return request.param


@pytest.fixture(scope="session")
def site_environment(tmp_path_factory):
    """The environment of the served copy: a database and a static folder of its own."""
    folder = tmp_path_factory.mktemp("site")
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.browser.settings",
        "SOSU_MODE": "local",
        "SOSU_TEST_FOLDER": str(folder),
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
    }


@pytest.fixture(scope="session")
def manage(site_environment):
    """Run one of manage.py's commands on the served copy; fails with its output."""

    def run(*arguments):
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=site_environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            pytest.fail(f"manage.py {arguments[0]}: {done.stderr or done.stdout}", pytrace=False)
        return done.stdout

    return run


@pytest.fixture(scope="session")
def server(manage, site_environment):
    """The address of the served copy with its tables and files, but without content."""
    manage("migrate", "--verbosity=0")
    manage("collectstatic", "--no-input", "--verbosity=0")
    # The socket is open before gunicorn is up, so that nobody polls and no port is taken twice.
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "gunicorn", "sosu_kb.wsgi"),
                *("--bind", f"fd://{listener.fileno()}", "--threads", "4"),
                *("--log-level", "warning", "--limit-request-line", "8190", "--no-control-socket"),
            ],
            cwd=ROOT,
            env=site_environment,
            pass_fds=[listener.fileno()],
        )
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(timeout=30)


@pytest.fixture(scope="session")
def site(server, manage):
    """The address of the seeded site. Seeded once: tests that use it only read."""
    manage("seed", "--verbosity=0")
    return server


@pytest.fixture(scope="session")
def administrator(site, manage):
    """The name and password of an administrator of the seeded site; there is a group, too."""
    name, password = "tilsyn", "korrekt hest batteri"
    manage(
        *("shell", "-c"),
        f"User.objects.create_superuser({name!r}, password={password!r}); "
        "Group.objects.get_or_create(name='Prøve'); "
        "from tests.proposals import add_proposal; add_proposal()",
    )
    return name, password


@pytest.fixture(scope="session")
def signed_in(browser, browser_context_args, site, administrator):
    """What a browser keeps after the administrator has signed in; for `new_context`."""
    context = browser.new_context(**browser_context_args)
    page = context.new_page()
    page.goto(f"{site}/admin/")
    page.get_by_label("Brugernavn").fill(administrator[0])
    page.get_by_label("Adgangskode").fill(administrator[1])
    page.get_by_role("button", name="Log ind").click()
    page.get_by_role("heading", name="Redaktionens bord").wait_for()
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def admin(browser, browser_context_args, signed_in):
    """A page in the administrator's browser."""
    context = browser.new_context(**browser_context_args, storage_state=signed_in)
    yield context.new_page()
    context.close()


@pytest.fixture
def admin_complaints(admin):
    """What the administrator's page has to complain of, see `listen`."""
    return listen(admin)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args, chromium_path):
    """Chromium as it starts in a container, as root, without asking the network for anything."""
    return {
        **browser_type_launch_args,
        "executable_path": chromium_path,
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-quic",
            "--no-first-run",
        ],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """A Danish reader."""
    return {**browser_context_args, "locale": "da-DK", "timezone_id": "Europe/Copenhagen"}


@pytest.fixture
def complaints(page):
    """What the page has to complain of, see `listen`."""
    return listen(page)


@pytest.fixture
def live(page, site, complaints):
    """The open list, marked so that a page load would show; quiet to the end."""
    open_list(page, site)
    yield page
    assert complaints() == []
