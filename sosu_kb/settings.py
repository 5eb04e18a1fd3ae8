"""All settings. They come from the environment; `.env.example` names every variable.

`SOSU_MODE` is `production` (the default of a served process), `local` (the default of the command
line and of `make run`: as production, but over plain http with a key of its own) or `dev`.
"""

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from sosu_kb.environment import database, licence, local_secret_key, required, whole_number

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

MODE = os.environ.get("SOSU_MODE", "local")
if MODE not in {"production", "local", "dev"}:
    raise ImproperlyConfigured(f"SOSU_MODE is {MODE!r}: use production, local or dev.")
PRODUCTION = MODE == "production"
DEBUG = MODE == "dev"

if PRODUCTION:
    SECRET_KEY = required("SECRET_KEY", "Give it 50 or more random characters.")
    hosts = required("ALLOWED_HOSTS", "Host names, separated by commas.")
    ALLOWED_HOSTS = [host.strip() for host in hosts.split(",") if host.strip()]
else:
    SECRET_KEY = os.environ.get("SECRET_KEY") or local_secret_key(VAR_DIR)
    ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]

# Over https only in production; behind a proxy that sets X-Forwarded-Proto.
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz)$"]  # probes speak plain http
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
TRUSTED_PROXIES = whole_number("TRUSTED_PROXIES", 0, least=0)
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

INSTALLED_APPS = [
    "sosu_kb.apps.CuratedAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "axes",
    "csp",
    "django_filters",
    "municipalities",
    "interventions",
]

# ClientAddress comes before all that counts by address, Axes sees what the login view has answered.
# GZip stands outside ConditionalGet: the ETag is that of the content, weakened when compressed.
MIDDLEWARE = [
    "sosu_kb.middleware.ClientAddressMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "sosu_kb.middleware.SharedCacheMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "sosu_kb.middleware.NoNulInAdminMiddleware",
    "sosu_kb.middleware.ProbeMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        **dict.fromkeys(["default-src", "base-uri", "frame-ancestors"], (NONE,)),
        **dict.fromkeys(["script-src", "style-src", "font-src", "connect-src"], (SELF,)),
        **dict.fromkeys(["form-action", "manifest-src"], (SELF,)),
        "img-src": [SELF, "data:"],
    }
}

CSRF_FAILURE_VIEW = "sosu_kb.views.forbidden"
ROOT_URLCONF = "sosu_kb.urls"
WSGI_APPLICATION = "sosu_kb.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "interventions.context_processors.selection",
            ],
        },
    }
]

DATABASES = {"default": database(os.environ.get("DATABASE_URL"), VAR_DIR / "sosu.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}Validator"}
    for name in ("UserAttributeSimilarity", "MinimumLength", "CommonPassword", "NumericPassword")
]

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
# Five wrong passwords lock a user name from one address, in the database that all processes share.
# Knocking on the locked door neither lengthens the wait nor is it kept; who signed in when is not
# kept either, and the attempts are no list for editors (`manage.py axes_reset_username` unlocks).
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_CALLABLE = "sosu_kb.login.locked_out"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "csrfmiddlewaretoken"]
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False

LANGUAGE_CODE = "da"
TIME_ZONE = "Europe/Copenhagen"
USE_I18N = USE_TZ = True
# Danish for what the packages leave in English or say oddly; our own texts are plain Danish.
LOCALE_PATHS = [BASE_DIR / "locale"]

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
FIXTURE_DIRS = [BASE_DIR / "fixtures"]
DEBUG_STORAGE = "django.contrib.staticfiles.storage.StaticFilesStorage"
SERVED_STORAGE = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STORAGES = {"staticfiles": {"BACKEND": DEBUG_STORAGE if DEBUG else SERVED_STORAGE}}

# Whoever changed an entry last does not publish it too, where somebody else can.
FOUR_EYES = os.environ.get("FOUR_EYES", "1") != "0"
# After so many days a published entry is due to be held against its sources again.
REVIEW_DAYS = whole_number("REVIEW_DAYS", 365, least=1)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

# Where the official accessibility statement lives (was.digst.dk); until then our own page.
WAS_URL = os.environ.get("WAS_URL") or "/tilgaengelighed/"
# Whom readers write to, and who answers for personal data. Shown on the pages when set.
CONTACT_EMAIL = os.environ.get("CONTACT_EMAIL", "")
SITE_OWNER = os.environ.get("SITE_OWNER", "")

# Under which terms anybody may use our own texts; sources keep the rights of their publishers.
DATA_LICENCE, DATA_LICENCE_NAME, DATA_LICENCE_URL = licence(
    os.environ.get("DATA_LICENCE", ""),
    os.environ.get("DATA_LICENCE_NAME", ""),
    os.environ.get("DATA_LICENCE_URL", ""),
)

# A source that was last read so many days ago is to be read again.
SOURCE_READ_DAYS = whole_number("SOURCE_READ_DAYS", 365, least=1)
# Seconds between two visits of `manage.py check_links` to one host.
LINK_PAUSE = whole_number("LINK_PAUSE", 2, least=0)
# Only the tests let it visit this machine, and then nothing else.
LINK_LOOPBACK_ONLY = False
# What readers send us by /foreslaa/: how many from one address, and how long we may know the sender
# after the case is closed (six months).
SUGGESTIONS_PER_HOUR = whole_number("SUGGESTIONS_PER_HOUR", 5, least=1)
SUGGESTION_CONTACT_DAYS = whole_number("SUGGESTION_CONTACT_DAYS", 183, least=0)
