"""Bytes become the text that their writer meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.decode import decode
from ingest.errors import Refused

FRENCH = (
    "Le conseil a voté jeudi la rénovation de l'école élémentaire, après un débat où l'opposition "
    "a dénoncé des coûts « démesurés », que le maire dit très raisonnables."
)
POLISH = "Rada miejska przegłosowała we wtorek nową linię promową, a opozycja skrytykowała decyzję."
RUSSIAN = "Городской совет во вторник проголосовал за новую паромную линию, а мэр поддержала решение."
GREEK = "Το δημοτικό συμβούλιο ψήφισε την Τρίτη τη νέα γραμμή πλοίων για το λιμάνι της πόλης."
JAPANESE = "市議会は火曜日、新しいフェリー航路を承認した。市長は料金は変わらないと述べた。"
ENGLISH = "The council voted on Tuesday.\nThe ferry sails again in May.\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (GREEK, "iso8859-7"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
    ],
)
def test_legacy_encodings_are_detected(text: str, encoding: str) -> None:
    """Text in a legacy encoding that nothing declares is read by what its bytes look like."""
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_mark_decides_and_goes(encoding: str) -> None:
    """A byte order mark names the encoding and is no part of the text."""
    assert decode(RUSSIAN.encode(encoding)) == RUSSIAN


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN])
def test_wide_characters_without_mark(text: str, encoding: str) -> None:
    """UTF-16 and UTF-32 without a mark are known by their zero bytes."""
    assert decode(text.encode(encoding)) == text


@given(st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "Z"))))
def test_letters_in_utf8_are_never_lost(text: str) -> None:
    """Whatever letters UTF-8 text holds, decoding does not refuse it."""
    assert len(decode(text.encode())) <= len(text)


def test_line_ends_and_spaces_stay() -> None:
    """Plain text is the decoded input itself: no line end is translated, nothing is stripped."""
    assert decode(b"\r\n  One.\r\nTwo.\rThree. \t\n\n") == "\r\n  One.\r\nTwo.\rThree. \t\n\n"


def test_declared_charset_is_used() -> None:
    """A page's declared charset decides where the bytes are not UTF-8."""
    page = f'<html><head><meta charset="windows-1251"></head><p>{RUSSIAN}</p>'
    assert decode(page.encode("cp1251"), html=True) == page


def test_declared_charset_in_an_xml_prolog() -> None:
    """An XML prolog declares as well as a meta tag."""
    page = f'<?xml version="1.0" encoding="ISO-8859-7"?><html><p>{GREEK}</p></html>'
    assert decode(page.encode("iso8859-7"), html=True) == page


def test_valid_utf8_beats_a_lying_declaration() -> None:
    """Pages that declare Latin-1 but are UTF-8 are read as UTF-8."""
    page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>Café</p>'
    assert decode(page.encode(), html=True) == page


def test_unknown_declaration_is_ignored() -> None:
    """A charset that does not exist declares nothing."""
    page = f'<meta charset="no-such-charset"><p>{FRENCH}</p>'
    assert decode(page.encode("cp1252"), html=True) == page


def test_plain_text_declares_nothing() -> None:
    """A text that merely speaks of a meta tag is not read by it."""
    text = 'He typed <meta charset="windows-1251"> and said: ' + FRENCH
    assert decode(text.encode("cp1252")) == text


def test_one_broken_sequence_is_replaced_alone() -> None:
    """A damaged byte in UTF-8 text costs one character, not the text."""
    data = RUSSIAN.encode() + b"\xff" + RUSSIAN.encode()
    assert decode(data) == f"{RUSSIAN}\N{REPLACEMENT CHARACTER}{RUSSIAN}"


def test_stray_zero_byte_changes_nothing_else() -> None:
    """A zero byte inside ordinary text does not turn it into wide characters."""
    assert decode(b"The council voted.\x00 The ferry sails again on Monday morning.") == (
        "The council voted.\x00 The ferry sails again on Monday morning."
    )


@pytest.mark.parametrize("data", [b"%PDF-1.4 text", bytes(range(256)) * 8, b"\x7fELF\x02\x01" + bytes(40)])
def test_binary_data_is_refused(data: bytes) -> None:
    """Binary data is refused as unsupported, in a sentence."""
    with pytest.raises(Refused) as refusal:
        decode(data)
    assert refusal.value.code == "unsupported"
    assert refusal.value.reason.endswith(".")


def test_nothing_decodes_to_nothing() -> None:
    """No bytes are no text, without an error."""
    assert decode(b"") == ""


def test_a_text_cut_in_the_middle_of_a_character() -> None:
    """One broken character at the end does not turn the rest into another encoding."""
    data = "Die Bürger müssen größere Mühe für möglich halten, sagte er à".encode()[:-1]
    assert decode(data).startswith("Die Bürger müssen größere Mühe")


def test_a_short_text_is_not_read_in_a_rare_code_page() -> None:
    """A sentence in Shift JIS is Japanese, though rare Korean code pages have a character for it too."""
    text = "市議会は火曜日、古い船着き場を閉鎖することを決めた。"
    assert decode(text.encode("shift_jis")) == text


def test_bytes_that_no_encoding_of_the_web_has() -> None:
    """Bytes that are unassigned in the common code pages are refused, not guessed at."""
    with pytest.raises(Refused, match="No encoding was found"):
        decode(bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D]) * 50)
