"""Files as people would send them, and what the base holds, in a word."""

import hashlib
from io import BytesIO

from django.apps import apps
from django.contrib.sessions.models import Session
from openpyxl import Workbook, load_workbook

from interventions.exchange import reading
from interventions.exchange.preview import Preview
from interventions.models import ImportDraft


def saved(workbook):
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def xlsx(**sheets):
    """Bytes of a workbook: each sheet a list of rows, the first with the heads."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return saved(workbook)


def opened(content):
    """{title: rows of values} of a workbook's bytes."""
    return {
        sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)]
        for sheet in load_workbook(BytesIO(content)).worksheets
    }


def preview(content):
    return Preview(reading.read(content))


def previewed(**sheets):
    return preview(xlsx(**sheets))


def refusals(shown):
    """{(sheet, row, column): message} of everything that is in the way."""
    return {(one.sheet, one.row, one.column): one.message for one in shown.problems}


def content_hash():
    """Of every row of every table, but for what is no content: uploads and sessions."""
    state = hashlib.sha256()
    for model in apps.get_models(include_auto_created=True):
        if model not in {ImportDraft, Session}:
            rows = sorted(map(repr, model.objects.order_by("pk").values_list()))
            state.update(repr((model._meta.label, rows)).encode())
    return state.hexdigest()
