"""Language tags come down to one code."""

import pytest

from ingest.extract.languages import language_code


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en", "en"),
        ("en-US", "en"),
        ("EN_gb", "en"),
        (" pt-BR ", "pt"),
        ("zh-Hant-TW", "zh"),
        ("deu", "de"),
        ("iw", "he"),
    ],
)
def test_primary_subtag(tag: str, code: str) -> None:
    """Region, script and old spellings do not change the language."""
    assert language_code(tag) == code


@pytest.mark.parametrize("tag", ["", "und", "x", "english", "e n", None, 5, ["en"]])
def test_no_language(tag: object) -> None:
    """What is no tag names no language."""
    assert language_code(tag) is None
