"""The whole base as one file, and the content fixtures: the same rows, written the same way."""
