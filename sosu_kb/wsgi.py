"""What a WSGI server loads. A served process is production unless it is told otherwise."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sosu_kb.settings")
os.environ.setdefault("SOSU_MODE", "production")

from django.core.handlers.wsgi import WSGIRequest
from django.core.wsgi import get_wsgi_application


class Utf8Request(WSGIRequest):
    """Reads everything as UTF-8, whatever encoding a request names: our forms have no other.

    Django takes the name over before any of its error handling is there, and some that Python
    knows (`charset=rot13`) cannot decode text: each would be a bare 500.
    """

    @property
    def encoding(self):
        """None: the default, UTF-8."""

    @encoding.setter
    def encoding(self, named):
        pass


application = get_wsgi_application()
application.request_class = Utf8Request
