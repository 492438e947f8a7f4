"""Counting words."""

from __future__ import annotations

from ingest.fields import count_words


def test_words_between_spaces() -> None:
    """Words are what stands between white space."""
    assert count_words("It's a co-operative\n quay – 3,000 m.") == 7


def test_scripts_without_spaces() -> None:
    """Where nothing separates words, the count grows with the characters."""
    assert count_words("渡船場が閉鎖へ") == 5
