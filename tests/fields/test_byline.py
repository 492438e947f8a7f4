"""Authors from bylines that were cut."""

from __future__ import annotations

from ingest.fields import authors_from_notices
from ingest.model import Notice


def test_names_each_once() -> None:
    """Bylines name the authors in their order; photo credits do not."""
    notices = [
        Notice(0, 9, "author", "Ada Lind"),
        Notice(9, 19, "photo", "Piet Moor"),
        Notice(20, 30, "author", "Edda Quill"),
        Notice(31, 40, "author", "Ada Lind"),
    ]
    assert authors_from_notices(notices) == "Ada Lind, Edda Quill"
    assert authors_from_notices(notices[1:2]) is None
