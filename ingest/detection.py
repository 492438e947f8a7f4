"""Finds the encoding of bytes that neither declare one nor are UTF-8, with `charset-normalizer`."""

from __future__ import annotations

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


def detect(data: bytes) -> str | None:
    """The Python codec in which the bytes most likely make text; None where none does."""
    if data.isascii() and b"\x1b$" in data:
        return "iso2022_jp"
    from charset_normalizer import from_bytes

    matches = from_bytes(data[:_SAMPLE], cp_isolation=_OF_THE_WEB)
    best = matches.best()
    if best is None:
        return None
    near = {(match.encoding, match.language) for match in matches if match.chaos <= best.chaos + _NEAR}
    at_home = (code for code, languages in _HOME if any((code, language) in near for language in languages))
    # Too little text shows no language; then the most common of all code pages is likeliest.
    common = "cp1252" if any(encoding == "cp1252" for encoding, _ in near) else best.encoding
    return next(at_home, common)
