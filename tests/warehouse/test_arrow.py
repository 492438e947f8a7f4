"""Raw bytes on their way into the file and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from warehouse.arrow import pack, unpack


@given(st.binary(max_size=60), st.text(max_size=60))
def test_bytes_come_back_as_they_were(data: bytes, text: str) -> None:
    """What is packed beside a text comes back with that text, whether it is the text or not."""
    for each in (data, text.encode("utf-8", "surrogatepass")):
        assert unpack(pack(each, text), text) == each


def test_bytes_that_are_the_text_take_no_room() -> None:
    """A plain text in UTF-8 is not kept twice; with a byte order mark it is another thing."""
    assert pack("Quay für alle".encode(), "Quay für alle") == b""
    assert pack("Quay für alle".encode("utf-8-sig"), "Quay für alle") != b""
    assert pack(b"", "text") != b""
