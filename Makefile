# One command to start, one to test. Presumes python3 (3.11 or later, with venv) and make.
# All paths are relative and tools run as modules, so that a folder with spaces in its name works.

PORT ?= 8000
PYTHON ?= python3
CHROMIUM ?= chromium
SHELL := /bin/sh

PY := .venv/bin/python
MANAGE := $(PY) manage.py
PIP_INSTALL := $(PY) -m pip install --quiet --quiet --disable-pip-version-check --require-hashes
PYTEST := $(PY) -m pytest
# `unset` in each recipe: a DATABASE_URL from outside must not decide what a test runs against.
ON_SQLITE := unset DATABASE_URL;
TEMPLATES := find . -path ./.venv -prune -o -path '*/templates/*' -name '*.html'
LOCK := $(PY) -m uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
	--no-annotate --python-version 3.11 --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.NOTPARALLEL: # the parts of `check` print in order, and all of them want both cores
.DELETE_ON_ERROR:
.PHONY: help run dev test check lint format test-postgres test-browser test-api lock fixtures messages share-image

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' Makefile | expand -t 22

run: .venv/.run staticfiles/staticfiles.json ## start the site as production runs it, on http://127.0.0.1:8000 (PORT=8001 changes it)
	@$(PY) -c "$$PORT_IS_FREE" $(PORT)
	@set -e; export SOSU_MODE=local; \
	$(MANAGE) migrate --verbosity 0; \
	$(MANAGE) seed; \
	$(MANAGE) ensure_admin; \
	printf '\nSOSU-videnbasen  http://127.0.0.1:%s/\n' $(PORT); \
	printf 'Redaktion        http://127.0.0.1:%s/admin/\n' $(PORT); \
	printf 'Stop med Ctrl+C. Alt, der rettes, bliver i basen.\n'; \
	exec $(PY) -m gunicorn sosu_kb.wsgi --bind 127.0.0.1:$(PORT) --workers 2 --threads 4 \
		--log-level warning --limit-request-line 8190 --no-control-socket

dev: .venv/.run ## the same with debug pages and reload
	@set -e; export SOSU_MODE=dev; \
	$(MANAGE) migrate --verbosity 0; \
	$(MANAGE) seed; \
	$(MANAGE) ensure_admin; \
	exec $(MANAGE) runserver 127.0.0.1:$(PORT)

test: .venv/.dev ## the tests on SQLite, without a browser
	@echo '== tests on SQLite'
	@$(ON_SQLITE) $(PYTEST) -n auto -m 'not browser'

check: lint test test-postgres test-browser ## everything, each thing once: lint, both databases, the browser

lint: .venv/.dev ## format, lint, migrations and production settings
	@echo '== lint'
	@$(PY) -m ruff check --quiet .
	@$(PY) -m ruff format --quiet --check .
	@$(TEMPLATES) -exec .venv/bin/djade --check {} +
	@$(TEMPLATES) -exec $(PY) -m djhtml --tabwidth 2 --check {} +
	@$(ON_SQLITE) SOSU_MODE=local $(MANAGE) makemigrations --check --dry-run --verbosity 1
	@$(ON_SQLITE) SOSU_MODE=production ALLOWED_HOSTS=example.org \
		SECRET_KEY="$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(60))')" \
		$(MANAGE) check --deploy --fail-level WARNING

format: .venv/.dev ## mend what can be mended by itself
	@$(PY) -m ruff check --quiet --fix-only .
	@$(PY) -m ruff format --quiet .
	@$(TEMPLATES) -exec .venv/bin/djade {} + || true # its status says only that it changed a file
	@$(TEMPLATES) -exec $(PY) -m djhtml --tabwidth 2 {} + || true

test-postgres: .venv/.dev ## the tests on a PostgreSQL cluster made for them
	@echo '== tests on PostgreSQL'
	@.ci/with-postgres $(PYTEST) -n auto -m 'not browser'

test-browser: .venv/.dev ## the tests in a real Chromium
	@echo '== tests in the browser'
	@$(ON_SQLITE) $(PYTEST) -m browser

test-api: .venv/.run .venv-api/.made ## schemathesis against a served copy: a few minutes (EXAMPLES=60)
	@echo '== schemathesis'
	@$(ON_SQLITE) .ci/test-api '$(CURDIR)/$(PY)' '$(CURDIR)/.venv-api/bin/schemathesis'

fixtures: .venv/.run ## write fixtures/ from what is published in the base of `make run`
	@SOSU_MODE=local $(MANAGE) fixtures

messages: .venv/.dev ## compile locale/da, the Danish of the packages
	@$(PY) -m babel.messages.frontend --quiet compile --directory locale --locale da \
		--domain 'django djangojs'

lock: .venv/.dev ## resolve the requirements anew (UPGRADE=--upgrade takes newer releases)
	$(LOCK) $(UPGRADE) pyproject.toml --output-file requirements.txt
	$(LOCK) $(UPGRADE) pyproject.toml --group dev --output-file requirements-dev.txt
	$(LOCK) $(UPGRADE) --group api --output-file requirements-api.txt

share-image: ## draw the picture that shared links show, static/img/share.png, from share.svg
	$(CHROMIUM) --headless --no-sandbox --disable-gpu --disable-background-networking \
		--hide-scrollbars --window-size=1200,630 --user-data-dir="$$(mktemp -d)" \
		--screenshot=static/img/share.png "file://$(CURDIR)/static/img/share.svg"

# A stamp for each installed list: the second start finds it newer and installs nothing.
.venv/.run: requirements.txt .venv/.made
	@echo 'Installing requirements.txt'
	@$(PIP_INSTALL) --requirement requirements.txt
	@touch $@

# The development list holds the other one too, so it sets both stamps.
.venv/.dev: requirements-dev.txt requirements.txt .venv/.made
	@echo 'Installing requirements-dev.txt'
	@$(PIP_INSTALL) --requirement requirements-dev.txt
	@touch .venv/.run $@

# An environment of its own: only one target needs it, and nothing there has to suit the rest.
.venv-api/.made: requirements-api.txt
	@echo 'Installing requirements-api.txt'
	@$(PYTHON) -m venv .venv-api
	@.venv-api/$(subst .venv/,,$(PIP_INSTALL)) --requirement requirements-api.txt
	@touch $@

# A .venv whose Python is gone (upgraded, or copied from elsewhere) is made again.
ifneq ($(shell test -x $(PY) && echo yes),yes)
.PHONY: .venv/.made
endif
.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo 'This needs Python 3.11 or later as $(PYTHON); found: '"$$($(PYTHON) --version 2>&1)"'.' >&2; \
		echo 'Another one can be named: make PYTHON=python3.12' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo '$(PYTHON) has no venv. On Debian and Ubuntu: apt-get install python3-venv' >&2; exit 1; }
	@$(PYTHON) -m venv .venv
	@touch $@

# Hashed and compressed files for whitenoise: again only when a file or a package has changed.
staticfiles/staticfiles.json: .venv/.run $(shell find static */static -type f 2>/dev/null)
	@SOSU_MODE=local $(MANAGE) collectstatic --no-input --verbosity 0
	@touch $@

# Asked before the base is touched: gunicorn itself would retry for seconds and not say what helps.
define PORT_IS_FREE
import socket, sys
port = sys.argv[1]
if not port.isdigit() or not 0 < int(port) < 65536:
    sys.exit(f"PORT is {port!r}: give a number from 1 to 65535.")
with socket.socket() as probe:
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind(("127.0.0.1", int(port)))
    except OSError as error:
        sys.exit(f"Port {port} cannot be used ({error.strerror}). Another one: make run PORT=8001")
endef
export PORT_IS_FREE
