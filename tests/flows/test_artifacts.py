"""What a run leaves on its page, as far as it needs no server."""

from __future__ import annotations

from warehouse.stored import CutsByRule


def test_long_examples_are_shortened_to_one_line() -> None:
    """A cut of many lines becomes a readable cell."""
    from flows.artifacts import cut_row

    example = cut_row(CutsByRule("related", "links", 1, 1, "Read more\n" * 50))["example"]
    assert "\n" not in example
    assert len(example) <= 101
    assert example.endswith("…")
