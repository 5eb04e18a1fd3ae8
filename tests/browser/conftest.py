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
    "/find/?fase=oplaering&maalgruppe=vejledere&trin=3",
    "/evidenskort/",
    "/tal/",
    "/temaer/kompetenceloeft/",
    "/sammenlign/?i=aalborg-laeringsbuddy&i=faelles-fynsk-mentorkorps",
    "/notat/?i=aalborg-laeringsbuddy",
    "/foreslaa/",
    "/foreslaa/?indsats=aalborg-laeringsbuddy",
    "/foreslaa/tak/",
]


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
