"""The settings of `make run`, with database and collected files in a folder of the test run."""

import os
from pathlib import Path

from sosu_kb.settings import *  # noqa: F403

STATIC_ROOT = Path(os.environ["SOSU_TEST_FOLDER"]) / "static"
