"""Mojibake is repaired where it is certain, and right text stays as it is."""

import pytest

from ingest.mojibake import repair


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("It’s “fine” at the café", "latin-1"),
        ("It’s “as it was", "cp1252"),
        ("Größe und Übermut", "latin-1"),
        ("Привет, мир — «да»", "cp1251"),
        ("l’été à l’école", "cp1252"),
    ],
)
def test_certain_mojibake_is_repaired(text: str, encoding: str) -> None:
    """UTF-8 that was read in a single-byte encoding becomes right again."""
    assert repair(text.encode().decode(encoding)) == text


@pytest.mark.parametrize(
    "text",
    [
        "Åsa Ångström bor i Århus",
        "Ã…sa",
        "São Tomé e Príncipe – “não”",
        "À l’école, Çelik dit « oui »…",
        "CRÈME BRÛLÉE À LA CARTE»",
        "ÂŞIK VEYSEL’in türküsü",
        "Hội đồng thành phố đã bỏ phiếu",
        "┌──┐ ░▒▓ └──┘",
        "№ 5 – «Правда» – РС-3 и СССР",
        "MÜNCHEN® … JOSÉ™ 50 €",
        "日本語のテキスト、市議会。",
    ],
)
def test_right_text_stays(text: str) -> None:
    """Names, quotes, signs and scripts that only resemble mojibake are left alone."""
    assert repair(text) == text


def test_lines_are_judged_one_by_one() -> None:
    """A repaired line leaves its neighbours and all line ends as they were."""
    text = "ÀÁÂÃÄ – an alphabet\r\nThe cafÃ© is open.\n\nHâte-toi « vite ».\r"
    assert repair(text) == "ÀÁÂÃÄ – an alphabet\r\nThe café is open.\n\nHâte-toi « vite ».\r"


def test_what_cannot_be_repaired_stays() -> None:
    """Mojibake that lost a byte on its way is not guessed at."""
    assert repair("It was donâ€?t and wonâ€?t.") == "It was donâ€?t and wonâ€?t."
