"""Text as matching sees it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.fingerprint.normalise import is_unspaced, normalise, token_places, tokens


def plain_tokens(text: str) -> list[str]:
    """The same tokens, character by character and without tables."""

    def words_only(part: str) -> str:
        kept = []
        for character in part:
            code, category = ord(character), unicodedata.category(character)
            if (
                category == "Cf"
                or code in (0x34F, 0x640)
                or 0xFE00 <= code < 0xFE10
                or 0xE0000 <= code < 0xE1000
            ):
                continue
            kept.append(character if category[0] in "LMN" else " ")
        return "".join(kept)

    folded = words_only(text).casefold()
    if not unicodedata.is_normalized("NFKC", folded):
        folded = words_only(unicodedata.normalize("NFKC", folded).casefold())
    return folded.split()


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("“Don’t”, she said — twice…", '"Don\'t", she said - twice...'),
        ("STRASSE Straße", "strasse straße"),
        ("ﬁne oﬃce", "fine office"),
        ("co\u00adopera\u200btion", "cooperation"),
        ("cafe\u0301", "café"),
        ("\u202aright\u202c to left", "right to left"),
        ("Ｆｕｌｌ　ｗｉｄｔｈ １２", "full width 12"),
    ],
)
def test_writing_differently_changes_nothing(text: str, same: str) -> None:
    """Quotes, dashes, case, ligatures, invisible marks and composed letters do not tell texts apart."""
    assert tokens(text) == tokens(same)


def test_different_words_stay_different() -> None:
    """Diacritics tell words apart, and digits count."""
    assert tokens("pêche 18") != tokens("peche 18") != tokens("peche 81")


def test_indic_vowel_signs_stay_in_their_words() -> None:
    """A combining vowel is part of the word that it stands in."""
    assert tokens("हिन्दी समाचार") == ["हिन्दी", "समाचार"]


def test_scripts_without_spaces_become_trigrams() -> None:
    """Chinese, Japanese and Thai count as overlapping runs of three characters; Korean has words."""
    assert tokens("日本語の。話") == ["日本語", "本語の", "話"]
    assert tokens("ABC社の声明") == ["abc", "社の声", "の声明"]
    assert tokens("한국어 기사") == ["한국어", "기사"]


SPACED = st.characters(exclude_categories=["Cs", "Cn"]).filter(lambda c: not is_unspaced(c + normalise(c)))


@given(st.text(SPACED | st.sampled_from("áÁﬁ½İß’“ ´\u00ad\u0301'\n")))
def test_the_fast_way_equals_the_plain_one(text: str) -> None:
    """The table look-ups give what going through the characters one by one gives."""
    assert tokens(text) == plain_tokens(text)


@given(st.text())
def test_places_name_the_same_tokens(text: str) -> None:
    """token_places gives each token of the whole text a place that holds exactly it."""
    for token, start, stop in zip(tokens(text), *token_places(text), strict=True):
        assert 0 <= start < stop <= len(text)
        assert token in " ".join(tokens(text[start:stop])).split() or token in normalise(text[start:stop])


def test_places_are_exact_in_the_midst_of_moved_characters() -> None:
    """A ligature or a soft hyphen moves no other word."""
    text = "The o\u00adﬃce of 日本語の x"
    assert [text[start:stop] for start, stop in zip(*token_places(text), strict=True)] == [
        "The", "o\u00adﬃce", "of", "日本語", "本語の", "x",
    ]  # fmt: skip
