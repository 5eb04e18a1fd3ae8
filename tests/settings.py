"""The project's settings, made quick and strict for tests."""

from sosu_kb.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Manifest names would make the live server answer 404 for scripts, silently.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# An N+1 query is an error.
INSTALLED_APPS = [*INSTALLED_APPS, "zeal"]  # noqa: F405
MIDDLEWARE = [
    "zeal.middleware.zeal_middleware",
    # WhiteNoise would look for collected files; the browser tests have them.
    *(name for name in MIDDLEWARE if "whitenoise" not in name),  # noqa: F405
]
ZEAL_RAISE = True
# No test visits another machine.
LINK_LOOPBACK_ONLY = True
LINK_PAUSE = 0
