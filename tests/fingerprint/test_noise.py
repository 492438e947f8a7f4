"""What scanning, typesetting and wrong encodings do to a text does not hide a copy."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable

import pytest

from ingest.decode import decode
from ingest.fingerprint import Fingerprint, fingerprint
from ingest.fingerprint.compare import Relation, compare
from ingest.fingerprint.passage import shared_passages

REPORT = """Ferry crews refuse to sail “floating museum”

The crews of the three ferries that link Ravholm with the outer islands walked off their ships on Tuesday morning and said that they would not come back before the oldest of them, the Sankt Olai, has been looked at by an independent surveyor. “She is a floating museum,” said Mirela Haug, who speaks for the stewards. “We have patched the same pipes since 1987, and we are not going to do it once more.”

The company, which carries 214,000 passengers a year, called the strike unlawful – and unnecessary. Its managing director, Pavel Osterby, told reporters that the flag state's inspectors had found the vessel fit for service in March; that their report ran to forty-one pages; and that he would be happy to read it aloud to anybody who cared to listen.

On the islands few people did. At the quay in Fenmere, where the shop opens only if the morning boat brings bread, the café filled up with schoolchildren who could not get to their lessons. A doctor's practice moved its difficult appointments to the week after next, and a farmer who had sold nineteen heifers at the Ravholm market was seen walking them home again.

It is the second time within a year that the crews have refused to sail. In the autumn a fire in the afterdeck galley was put out by a passenger, a retired firefighter, before anyone on the bridge had noticed the flames. The inquiry found that the detector had been painted over. No one was held responsible, and the officer who had first asked for repairs was transferred to the office ashore.

The regional assembly, whose grant keeps the flat fares affordable, will discuss the affair on Thursday. Its chairwoman, Edda Kronvik, said that she could not remember a meeting for which so many visitors had asked for seats. If the dispute goes on, the navy's transport Hilda will carry mail, fodder and the sick, but no tourists."""
GERMAN = """Fährleute weigern sich, das „schwimmende Museum“ zu fahren

Die Besatzungen der drei Fähren, die Ravholm mit den äußeren Inseln verbinden, sind am Dienstagmorgen von Bord gegangen. Sie würden erst zurückkehren, wenn die älteste, die Sankt Olai, von einem unabhängigen Gutachter geprüft worden sei. „Sie ist ein schwimmendes Museum“, sagte Mirela Haug, die für die Stewards spricht. „Wir flicken seit 1987 dieselben Rohre, und wir tun es nicht noch einmal.“

Die Gesellschaft, die jährlich 214.000 Fahrgäste befördert, nannte den Ausstand unzulässig – und überflüssig. Geschäftsführer Pavel Osterby erklärte vor der Presse, die Prüfer hätten das Schiff im März für tüchtig befunden; ihr Bericht umfasse einundvierzig Seiten; er lese ihn gern jedem vor, der ihn hören möchte.

Auf den Inseln mochten das nur wenige. Am Anleger von Fenmere, wo der Laden nur öffnet, wenn das Frühschiff Brötchen bringt, füllte sich das Café mit Schülern, die nicht zum Unterricht kamen. Eine Ärztin verschob schwierige Termine auf die übernächste Woche, und ein Bauer, der neunzehn Färsen auf dem Markt verkauft hatte, führte sie wieder nach Hause."""
MISREAD = dict(zip("eloinhatsrcmu", "c1QluboF5nerv", strict=True))


def kind(a: str, b: str) -> Relation | None:
    """What two texts are, if they also share a key under which they meet."""
    one, other = fingerprint([a, b])
    return compare(one.profile, other.profile).kind if meet(one, other) else None


def meet(a: Fingerprint, b: Fingerprint) -> bool:
    """Whether a pair becomes a candidate: by one band, or by a quarter of the fewer passages."""
    passages = set(a.passages.tolist()), set(b.passages.tolist())
    shared = len(passages[0] & passages[1])
    return bool(set(a.bands.tolist()) & set(b.bands.tolist())) or shared >= max(
        1, min(map(len, passages)) / 4
    )


def misread(text: str, rate: float, seed: int) -> str:
    """The text with this share of its letters and digits taken for others."""
    rng = random.Random(seed)
    return "".join(MISREAD.get(c, "x") if c.isalnum() and rng.random() < rate else c for c in text)


def typeset(text: str, width: int, hyphen: str = "-") -> str:
    """The text in a column, words cut in two wherever three letters fit on either side."""
    lines, line = [], ""
    for word in text.split():
        room = width - len(line) - 2
        if len(line) + 1 + len(word) <= width:
            line = f"{line} {word}".strip()
        elif room >= 3 and len(word) - room >= 3:
            lines.append(f"{line} {word[:room]}{hyphen}".strip())
            line = word[room:]
        else:
            lines.append(line)
            line = word
    return "\n".join([*lines, line])


def mojibake(text: str) -> str:
    """The UTF-8 of a text read as Windows-1252, the way browsers read it: no byte is wrong."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("text", [REPORT, GERMAN], ids=["English", "German"])
def test_one_misread_letter_in_a_hundred(text: str, seed: int) -> None:
    """A scan with an error in every hundredth character is a copy, of the whole and of another scan."""
    scan = misread(text, 0.01, seed)
    assert scan != text
    assert kind(text, scan) in ("near", "contains")


def test_errors_in_every_other_word_leave_nothing_to_compare() -> None:
    """At one letter in ten no run of words is left whole: such a scan is not found, rather than guessed at."""
    assert kind(REPORT, misread(REPORT, 0.1, 1)) is None


@pytest.mark.parametrize(
    "noise",
    [
        pytest.param(lambda text: text.translate(str.maketrans("“”‘’–", "\"\"''-")), id="straight quotes"),
        pytest.param(lambda text: text.replace("“", "«\u00a0").replace("”", "\u00a0»"), id="guillemets"),
        pytest.param(lambda text: text.replace("'", "’").replace("-", "‑").replace("–", "—"), id="dashes"),
        pytest.param(lambda text: text.replace("”", "''").replace("“", "``"), id="TeX quotes"),
        pytest.param(str.upper, id="capitals"),
        pytest.param(str.title, id="title case"),
        pytest.param(lambda text: re.sub(r"(\w{3})(?=\w{3})", "\\1\u00ad", text), id="soft hyphens"),
        pytest.param(lambda text: typeset(text, 42, "\u00ad\u200b").replace("\u200b\n", ""), id="reflowed"),
        pytest.param(lambda text: text.replace(" ", "\u00a0"), id="no-break spaces"),
        pytest.param(lambda text: text.replace(" ", "\u202f\u2009"), id="thin spaces"),
        pytest.param(lambda text: text.replace("\n\n", "\r\n\u2028"), id="line ends"),
        pytest.param(lambda text: "\ufeff" + text.replace(" ", " \u200e") + "\u202c", id="bidi marks"),
        pytest.param(lambda text: "\u2060\u200b\u200d".join(text), id="zero width"),
        pytest.param(
            lambda text: text.replace("fl", "ﬂ").replace("ffi", "ﬃ").replace("fi", "ﬁ"), id="ligatures"
        ),
        pytest.param(
            lambda text: re.sub("[!-~]", lambda match: chr(ord(match[0]) + 0xFEE0), text), id="full width"
        ),
        pytest.param(lambda text: unicodedata.normalize("NFD", text), id="decomposed letters"),
        pytest.param(lambda text: text.replace(". ", ".\n\n"), id="a line a sentence"),
        pytest.param(mojibake, id="mojibake that is repaired"),
    ],
)
@pytest.mark.parametrize("text", [REPORT, GERMAN], ids=["English", "German"])
def test_other_characters_for_the_same_words(text: str, noise: Callable[[str], str]) -> None:
    """Quotes, dashes, case, invisible marks, ligatures and spaces of all kinds leave a copy exact."""
    changed = noise(text)
    assert changed != text
    assert kind(text, decode(changed.encode())) == "exact"


@pytest.mark.parametrize("width", [24, 32, 40, 66])
@pytest.mark.parametrize("text", [REPORT, GERMAN], ids=["English", "German"])
def test_words_cut_in_two_at_line_ends(text: str, width: int) -> None:
    """A copy typeset in a narrow column, hyphens and all, is still one."""
    column = typeset(text, width)
    assert re.search(r"[a-z]-\n[a-z]", column)
    assert kind(text, column) in ("near", "contains")


def test_two_columns_of_different_width() -> None:
    """Words cut at different places in two copies do not hide them from each other."""
    assert kind(typeset(REPORT, 32), typeset(REPORT, 45)) in ("near", "contains")


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "mac_roman"])
def test_mojibake_that_nobody_repaired(encoding: str) -> None:
    """Where the characters stay wrong, the words of plain letters are enough."""
    assert kind(REPORT, REPORT.encode().decode(encoding, "replace")) in ("near", "contains")


def test_letters_that_an_encoding_lacks() -> None:
    """Question marks for all that is not ASCII leave an English copy one."""
    assert kind(REPORT, REPORT.encode("ascii", "replace").decode()) == "near"


def test_a_scan_of_the_first_half() -> None:
    """Noise and a cut together: half a report in a column, with an error in every two hundred characters."""
    half = REPORT[: REPORT.index("It is the second time")]
    assert kind(typeset(misread(half, 0.005, 1), 40), REPORT) == "contains"


def test_passages_of_a_noisy_copy_have_their_places() -> None:
    """What both share is found around the noise, at the right places of either text."""
    noisy = typeset(misread(REPORT, 0.01, 2), 40, "\u00ad")
    passages = shared_passages(REPORT, noisy)
    assert len(passages) > 5
    for passage in passages:
        a, b = REPORT[passage.start_a : passage.stop_a], noisy[passage.start_b : passage.stop_b]
        assert fingerprint([a])[0].profile.hashes.tolist() == fingerprint([b])[0].profile.hashes.tolist()
