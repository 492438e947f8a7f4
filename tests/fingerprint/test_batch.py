"""Compiled code gives the values of the plain functions, on every script."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.fingerprint import fingerprint_compiled, fingerprint_plainly
from ingest.fingerprint.batch import tokenise
from ingest.fingerprint.normalise import tokens
from ingest.fingerprint.shingle import token_hashes

ROOT = Path(__file__).parents[2]
SCRIPTS = {
    "English": "The board’s “final” vote — 12 to 3 — was taken on Tuesday, 18 May; it isn't over.",
    "French": "Où l'œuvre a été présentée, la pêche à 18 h 30 n'était qu'un début. ﬁn d’année",
    "French, letters taken apart": "Ou\u0300 la pe\u0302che e\u0301tait finie, l’anne\u0301e aussi.",
    "German": "Die Straße am Fluß ist für zwölf Tage gesperrt, STRASSE UND FLUSS.",
    "Turkish": "İstanbul'da ılık bir gün, DIŞARIDA ışıl ışıl.",
    "Vietnamese": "Hội đồng cảng đã bỏ phiếu hôm thứ Ba để đóng bến phà cũ.",
    "Polish": "Zażółć gęślą jaźń, wrócił po piętnastu latach.",
    "Cyrillic": "Совет порта проголосовал во вторник: 12 «за», 3 против. Йод, ёлка, Ђорђе.",
    "Greek": "Το συμβούλιο ΨΗΦΙΣΕ την Τρίτη, ΐ ΰ ᾳ ᾼ τελικός.",
    "Arabic": "صوّت مجلس الميناء يوم الثلاثاء ١٢ مقابل ٣، كـــبير لا لله ﷺ",
    "Hebrew": "מועצת הנמל הצביעה ביום שלישי, שָׁלוֹם עֲלֵיכֶם 12",
    "Devanagari": "बंदरगाह बोर्ड ने मंगलवार को मतदान किया, क़ानून १२३",
    "Bengali": "বন্দর বোর্ড মঙ্গলবার ভোট দিয়েছে কো ৪৫",
    "Tamil": "துறைமுக வாரியம் செவ்வாய்க்கிழமை வாக்களித்தது கொ",
    "Thai": "คณะกรรมการท่าเรือลงมติเมื่อวันอังคาร ๑๒ เสียง น้ำ",
    "Khmer and Lao": "ក្រុមប្រឹក្សា ສະພາທ່າເຮືອ",
    "Chinese": "港口委员会星期二投票决定关闭旧渡轮码头，12票赞成，３票反对。𠀀𠀁𠀂𠀃",
    "Japanese": "港湾委員会は火曜日に投票した。カﾞｷﾞ ﾊﾟｰﾃｨｰ　ＡＢＣ１２ か\u3099き\u3099",
    "Korean": "항만 위원회는 화요일에 투표했다. \u1112\u1161\u11ab\u1100\u1173\u11af 12표",
    "Georgian and Armenian": "ᲗᲑᲘᲚᲘᲡᲘ თბილისი ՆԱՎԱՀԱՆԳԻՍՏ նավահանգիստ և",
    "Cherokee and Deseret": "ᏣᎳᎩ ꮳꮃꭹ 𐐔𐐯𐑅𐐨𐑉𐐯𐐻",
    "emoji": "Goal! ⚽️ 3–1 🎉👩‍👩‍👧‍👦 🇩🇪 ❤️ it’s over 1️⃣",
    "invisible characters": "co\u00adopera\u200btion \u202bright\u202c \u2066to\u2069 left \ufeffend \u200ezero\u200dwidth \ue0001",
    "compatibility forms": "ﬁne oﬃce № ² ½ ¼¾ ㎏ ㈱ Ⅷ ℃ ™ ｆｕｌｌ ŉ ´ ¨ … ‰ ℀ 𝟙𝟚 𝐛𝐨𝐥𝐝",
    "surrogates and controls": "a\ud800b \udfff\x00c\x1cd\x85e\u2028f \uffff \U0010ffff \ue000",
    "mixed in one word": "ABC社の声明x日y本z 日a日 日本 日本語 ภาษาabc",
    "long words": "a" * 31 + " " + "b" * 32 + " " + "c" * 33 + " " + "ñ" * 40 + " " + "d" * 200 + " " + "日" * 50,
    "lengths of words": " ".join("e" * length for length in range(1, 70)),
    "nothing": "",
    "no words": " … 🎉 \n",
}  # fmt: skip


def assert_equal(texts: list[str]) -> None:
    """Compare everything that there is of a fingerprint."""
    for text, plain, compiled in zip(
        texts, fingerprint_plainly(texts), fingerprint_compiled(texts), strict=True
    ):
        for name in ("hashes", "numbers", "shingles"):
            found, wanted = getattr(compiled.profile, name), getattr(plain.profile, name)
            assert np.array_equal(found, wanted), (name, text)
            assert found.dtype == wanted.dtype
        for name in ("signature", "bands", "passages"):
            assert np.array_equal(getattr(compiled, name), getattr(plain, name)), (name, text)


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_script(name: str) -> None:
    """Each script gives the same fingerprint, as it is, repeated, in capitals, composed and taken apart."""
    text = SCRIPTS[name]
    forms = [unicodedata.normalize(form, text) for form in ("NFC", "NFD", "NFKC", "NFKD")]
    assert_equal([text, text.upper(), text.title(), " ".join([text] * 40), *forms])


def test_a_batch_of_all_scripts() -> None:
    """Texts of one batch do not touch each other, whatever their scripts and lengths."""
    assert_equal([*SCRIPTS.values(), "\n".join(SCRIPTS.values())])
    assert_equal([])


@pytest.mark.slow
def test_every_character() -> None:
    """Every code point there is becomes what the plain functions make of it, beside its neighbours and alone."""
    texts = [
        between.join(map(chr, range(start, start + 256)))
        for start in range(0, 0x110000, 256)
        for between in ("", "x ", "\u0301")
    ]
    found = tokenise(texts)
    start = 0
    for text, stop in zip(texts, found.stops.tolist(), strict=True):
        assert np.array_equal(found.hashes[start:stop], token_hashes(tokens(text))), ascii(text[:8])
        start = stop


def test_what_melts_is_known() -> None:
    """No character but marks and Hangul letters composes with the one before it, in the Unicode of this Python."""
    for code in range(0x110000):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            assert unicodedata.category(chr(int(parts[1], 16)))[0] == "M", hex(code)


@given(st.lists(st.text(), max_size=5))
def test_any_text(texts: list[str]) -> None:
    """Arbitrary characters give the same fingerprints."""
    assert_equal(texts)


@given(
    st.lists(
        st.text(st.sampled_from("aB é\u0301ßİﬁ½日本ก็१9ñ\u00ad\u200d🎉\ud800'’ 한\u1112\u1161")), max_size=4
    )
)
def test_any_mixture(texts: list[str]) -> None:
    """So do the characters that are hard, beside each other."""
    assert_equal(texts)


@given(st.lists(st.sampled_from(["one", "zwölf", "März", "18", "٣x", "quay", "日本語x3"]), max_size=60))
def test_figures(words: list[str]) -> None:
    """Figures are told apart alike, by digit and by word."""
    assert_equal([" ".join(words)])


def test_nothing_has_to_be_kept(tmp_path: Path) -> None:
    """Where no compiled code can be written down, it is made in memory."""
    home = tmp_path / "home"
    home.write_text("a file, where a folder for the cache would have to be made")
    copy = tmp_path / "ingest" / "fingerprint"
    shutil.copytree(ROOT / "ingest", tmp_path / "ingest", ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "__pycache__").write_text("another one")
    code = "import ingest.fingerprint.compiled.text; from ingest.fingerprint.compiled.decorator import compiled; print(compiled(lambda x: x + 1)(1))"
    environment = {"HOME": str(home), "XDG_CACHE_HOME": str(home), "PATH": os.environ["PATH"]}
    done = subprocess.run(
        [sys.executable, "-B", "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )  # fmt: skip
    assert done.stdout == "2\n", done.stderr
