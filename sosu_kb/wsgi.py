"""What a WSGI server loads. A served process is production unless it is told otherwise."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sosu_kb.settings")
os.environ.setdefault("SOSU_MODE", "production")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
