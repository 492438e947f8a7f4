"""Control characters on their way to a person."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flows.screen import visible

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@given(st.text())
def test_nothing_but_control_characters_changes(text: str) -> None:
    """Every character stays in its place; control characters become visible signs."""
    shown = visible(text)
    assert len(shown) == len(text)
    for before, after in zip(text, shown, strict=True):
        if before in "\t\n" or (
            ord(before) >= 0x20 and not 0x7F <= ord(before) < 0xA0 and before not in TURNING
        ):
            assert after == before
        else:
            assert after.isprintable()


def test_signs_tell_what_stood_there() -> None:
    """The escape character, the carriage return and the one-byte sequence opener all lose their power."""
    assert visible("\x1b[31m\r\x9b2J") == "␛[31m␍�2J"


def test_nothing_turns_the_order_of_what_stands_beside_it() -> None:
    """Embeddings, overrides and isolates are signs; letters and marks of right-to-left scripts stay."""
    assert visible(f"invoice{TURNING}gpj.exe") == f"invoice{'�' * 9}gpj.exe"
    assert visible("שלום\u200f, \u200eمرحبا") == "שלום\u200f, \u200eمرحبا"
