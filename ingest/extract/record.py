"""JSON records: an object with `text` or `html` and, if it likes, fields of its own."""

from __future__ import annotations

import json

from ingest.errors import Refused
from ingest.extract.page import read_page
from ingest.model import Extracted


def extract_record(data: bytes) -> Extracted:
    fields = json.loads(data)
    if not isinstance(fields, dict):
        raise Refused("malformed", "not an object")
    if fields.get("html"):
        return read_page(fields["html"], fields.get("url"))
    return Extracted(text=fields["text"], media_type="text/plain", url=fields.get("url"), title=fields.get("title"))
