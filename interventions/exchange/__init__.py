"""Entries as files: the whole of a list out, new and changed rows in, by way of documents."""
