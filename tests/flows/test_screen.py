"""Control characters on their way to a person."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flows.screen import visible


@given(st.text())
def test_nothing_but_control_characters_changes(text: str) -> None:
    """Every character stays in its place; control characters become visible signs."""
    shown = visible(text)
    assert len(shown) == len(text)
    for before, after in zip(text, shown, strict=True):
        if before in "\t\n" or (ord(before) >= 0x20 and not 0x7F <= ord(before) < 0xA0):
            assert after == before
        else:
            assert after.isprintable()


def test_signs_tell_what_stood_there() -> None:
    """The escape character, the carriage return and the one-byte sequence opener all lose their power."""
    assert visible("\x1b[31m\r\x9b2J") == "␛[31m␍�2J"
