"""From bytes to text: byte order mark, then what the page declares, then what the bytes look like."""

from __future__ import annotations

import codecs
import re

from ingest.binary import binary_kind, has_many_controls
from ingest.errors import Refused
from ingest.mojibake import repair

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 8192
# So many multibyte sequences that are right in UTF-8 do not come about by chance in another encoding.
_CERTAIN = 8
# Damaged text: so few wrong sequences among the right ones still count as the same encoding.
_MOST_WRONG = 0.1
# One wrong sequence beside so many right ones is a text that was cut in the middle of a character.
_A_FEW = 3
_SAMPLE = 4096


def decode(data: bytes, *, html: bool = False, charset: object = None) -> str:
    """The text that the bytes stand for, without a byte order mark and otherwise unchanged.

    `charset` is what a carrier says of it, such as an HTTP header. Plain text also gets certain mojibake
    repaired; with `html` that is left to extraction, which sees the prose apart from scripts. Raises
    `Refused` with `unsupported` for binary data and `undecodable`.
    """
    text = _by_mark(data) or _wide(data)
    if text is not None:
        return text
    kind = binary_kind(data) or ("binary data" if has_many_controls(data) else None)
    if kind:
        raise Refused("unsupported", f"The content is {kind}, not text.")
    text = _narrow(data, _labels(charset, _declared(data) if html else None))
    return text if html else repair(text)


def _by_mark(data: bytes) -> str | None:
    """What follows a byte order mark, if it is right in the mark's encoding."""
    for mark, encoding in _MARKS:
        if data.startswith(mark) and (text := _strict(data[len(mark) :], encoding)) is not None:
            return text
    return None


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark; a stray zero byte in narrow text does not make it that."""
    if b"\x00" not in data[:_SAMPLE] or not (has_many_controls(data) or _strict(data, "utf-8") is None):
        return None
    encoding = _by_nuls(data)
    text = _strict(data, encoding) if encoding else None
    return text if text is not None and _is_prose(text) else None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _by_nuls(data: bytes) -> str | None:
    """The wide encoding that fits where the zero bytes of its ASCII characters stand."""
    sample = data[: min(_SAMPLE, len(data) // 4 * 4)]
    if not sample:
        return None
    zeros = [sample[i::4].count(0) / (len(sample) / 4) for i in range(4)]
    if zeros[2] > 0.9 and zeros[3] > 0.9 and zeros[0] < 0.1:
        return "utf-32-le"
    if zeros[0] > 0.9 and zeros[1] > 0.9 and zeros[3] < 0.1:
        return "utf-32-be"
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if odd and even < odd / 10:
        return "utf-16-le"
    return "utf-16-be" if even and odd < even / 10 else None


def _is_prose(text: str) -> bool:
    """Whether wide characters make text: binary data, read as such, is full of unassigned ones."""
    sample = text[:_SAMPLE]
    return sum(sign.isprintable() or sign.isspace() for sign in sample) > 0.98 * len(sample)


def _declared(data: bytes) -> str | None:
    """The Python codec of the charset that an HTML page or an XML prolog declares."""
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    if found is None:
        return None
    import webencodings

    label = (found[1] or found[2]).decode("ascii", "replace")
    encoding = webencodings.lookup(label)
    # The declaration was read as ASCII, so it cannot be in UTF-16; the HTML standard says the same.
    if encoding is None or encoding.name.startswith("utf-16") or encoding.name == "x-user-defined":
        return None
    return str(encoding.codec_info.name)


def _labels(charset: object, declared: str | None) -> list[str]:
    """The codecs that carrier and page name, the one to be believed first.

    Carriers call everything Latin-1 or ASCII that they know nothing of: then page and bytes say more.
    """
    import webencodings

    encoding = webencodings.lookup(charset) if isinstance(charset, str) else None
    if encoding is None or encoding.name in ("windows-1252", "x-user-defined", "replacement"):
        return [declared] if declared else []
    carried = str(encoding.codec_info.name)
    return [carried] if declared in (None, carried) else [carried, str(declared)]


def _narrow(data: bytes, labels: list[str]) -> str:
    """Text in UTF-8 or a legacy encoding."""
    if b"\x1b$" in data and data.isascii():
        return next(filter(None, (_strict(data, label) for label in labels)), None) or _detected(data)
    text = _strict(data, "utf-8")
    if text is not None and (not labels or _is_certain(text, data, labels[0])):
        return text
    for label in labels:
        if (legacy := _strict(data, label)) is not None:
            return legacy
    if text is not None:
        return text
    damaged = (_damaged(data, label) for label in ("utf-8", *labels))
    return next(filter(None, damaged), None) or _detected(data)


def _is_certain(text: str, data: bytes, declared: str) -> bool:
    """Whether text that is right as UTF-8 is so although the page declares something else."""
    if len(text) == len(data):
        return True
    return _is_single_byte(declared) or sum(map(len, re.findall(r"[^\x00-\x7f]+", text))) >= _CERTAIN


def _is_single_byte(encoding: str) -> bool:
    return encoding.startswith(("cp125", "windows", "iso8859", "iso-8859", "koi8", "mac", "cp866", "cp874"))


def _damaged(data: bytes, encoding: str) -> str | None:
    """The text with U+FFFD where a few sequences are broken, None where too many are."""
    text = data.decode(encoding, "replace")
    wrong = text.count("�")
    right = sum(map(len, re.findall(r"[^\x00-\x7f�]+", text)))
    return text if wrong <= max(right * _MOST_WRONG, right >= _A_FEW) else None


def _detected(data: bytes) -> str:
    from ingest.detection import detect

    encoding = detect(data)
    text = _strict(data, encoding) if encoding else None
    if text is None:
        raise Refused("undecodable", "No encoding was found in which the bytes make text.")
    return text
