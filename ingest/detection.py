"""Finds the encoding of bytes that neither declare one nor are UTF-8, with `charset-normalizer`."""

from __future__ import annotations

import re

from ingest.fields.language import detect_language

_SAMPLE = 64 * 1024
# What the WHATWG's encoding standard knows. Mainframe and other rare code pages make something that
# looks like text of any bytes.
_OF_THE_WEB = [
    *("utf_8", "cp866", "koi8_r", "koi8_u", "mac_roman", "mac_cyrillic"),
    *(f"iso8859_{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
    *(f"cp{page}" for page in (874, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258)),
    *("gbk", "gb18030", "big5", "euc_jp", "shift_jis", "cp932", "euc_kr"),
]
# Candidates whose text is about as orderly as the best one's, by the library's measure from 0 to 1.
_NEAR = 0.02
_CENTRAL = frozenset({"Polish", "Czech", "Slovak", "Hungarian", "Romanian", "Slovene", "Croatian"})
# Related code pages differ in a few letters, which all make tolerable text. Among candidates that come
# near each other the code page is right that was made for the language found; the common ones go first.
_HOME = (
    ("cp1252", frozenset({"English", "French", "German", "Spanish", "Portuguese", "Italian", "Dutch"})),
    (
        "cp1252",
        frozenset({"Danish", "Swedish", "Norwegian", "Finnish", "Indonesian", "Catalan", "Icelandic"}),
    ),
    ("cp1250", _CENTRAL),
    ("iso8859_2", _CENTRAL),
    ("cp1254", frozenset({"Turkish"})),
    ("cp1258", frozenset({"Vietnamese"})),
    ("cp1257", frozenset({"Lithuanian", "Latvian", "Estonian"})),
)

_WESTERN = frozenset("en fr de es pt it nl da sv no nb nn fi is ca gl eu ga af id ms lb oc br fo".split())
# The code pages of languages in Latin letters, by ISO 639-1, the likelier one first.
_CODE_PAGES = {
    **dict.fromkeys(_WESTERN, ("cp1252", "iso8859_15")),
    **dict.fromkeys(("pl", "cs", "sk", "hu", "sl", "hr", "bs"), ("cp1250", "iso8859_2")),
    "ro": ("cp1250", "iso8859_2", "iso8859_16"),
    "tr": ("cp1254",),
    **dict.fromkeys(("lt", "lv", "et"), ("cp1257", "iso8859_13")),
}
# The letters beyond ASCII of languages for which several code pages were made that differ in them.
_LETTERS = {
    "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýž",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "hu": "áéíóöőúüű",
    **dict.fromkeys(("sl", "hr", "bs"), "čćđšž"),
    "ro": "ăâîşţșț",
    **dict.fromkeys(("lt", "lv", "et"), "ąčęėįšųūžāēģīķļņäöõü"),
}
_BEYOND = re.compile(r"[^\W\d_\x00-\x7f]")
_CAPITALS = "".join(filter(str.isupper, map(chr, range(0xC0, 0x250))))
# In Latin script so few letters, at most, lie beyond ASCII.
_MOST_BEYOND = 0.25
# The ASCII letters that both readings share show the language, if less surely than the right reading.
_LIKELY = 0.5
# So few bytes beyond ASCII say nothing of a language.
_HANDFUL = 4
# Odd places, at most, for each byte beyond ASCII: a foreign name may be one.
_ODD = 0.05
# What a wrong code page makes: signs or capitals inside words, controls, words without any ASCII letter.
_AMISS = re.compile(
    r"(?<=[^\W\d_])(?:[^\w\s\x00-\x7f’‘“”–—…·•«»\xa0\xad]|[¼½¾²³¹])(?=[^\W\d_])"
    rf"|(?<=[a-zß-ÿ])[{_CAPITALS}]|(?<=[^\W\d_])[±¶¿¼¡¦¬¸˛ˇ]"
    r"|[\x80-\x9f\ufffd]|[^\W\d_\x00-\x7f]{3,}|(?<!\w)[^\W\d_\x00-\x7f]{2}(?!\w)"
)


def detect(data: bytes) -> str | None:
    """The Python codec in which the bytes most likely make text; None where none does."""
    if data.isascii() and b"\x1b$" in data:
        return "iso2022_jp"
    return _latin(data[:_SAMPLE]) or _by_library(data[:_SAMPLE])


def _latin(data: bytes) -> str | None:
    """The code page of text in mostly ASCII letters, by its language; None where that is in doubt.

    Related code pages give letters that look equally tolerable to the library, which knows no words.
    """
    text = data.decode("cp1252", "replace")
    beyond = len(re.findall(rb"[\x80-\xff]", data))
    few = beyond <= _HANDFUL and not _AMISS.search(text)
    if not few and beyond > _MOST_BEYOND * len(re.findall(rb"[A-Za-z\x80-\xff]", data)):
        return None
    language = detect_language(text, _LIKELY) or ""
    pages = _CODE_PAGES.get(language, ("cp1252",) if few else ())
    # Of equals the first is taken.
    best = min(pages, key=lambda page: _wrong(data, page, language), default=None)
    return best if best and _wrong(data, best, "") <= _ODD * beyond else None


def _wrong(data: bytes, page: str, language: str) -> int:
    """How many places look wrong in this code page, with the letters that the language does not have."""
    text = data.decode(page, "replace")
    letters = _LETTERS.get(language)
    foreign = sum(sign not in letters for sign in _BEYOND.findall(text.lower())) if letters else 0
    return len(_AMISS.findall(text)) + foreign


def _by_library(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    matches = from_bytes(data, cp_isolation=_OF_THE_WEB)
    best = matches.best()
    if best is None:
        return None
    near = {(match.encoding, match.language) for match in matches if match.chaos <= best.chaos + _NEAR}
    at_home = (code for code, languages in _HOME if any((code, language) in near for language in languages))
    # Too little text shows no language; then the most common of all code pages is likeliest.
    common = "cp1252" if any(encoding == "cp1252" for encoding, _ in near) else best.encoding
    return next(at_home, common)
