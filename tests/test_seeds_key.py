"""The sample corpus in `seeds/` and its answer key agree, whatever the program makes of them."""

from __future__ import annotations

import itertools
import re
from datetime import datetime

import pytest

from ingest.model import KINDS
from seed_corpus import (
    DOCUMENTS,
    KEY,
    SEEDS,
    body,
    folded,
    is_page,
    jaccard_and_containment,
    numbers,
    records,
    seed_text,
    shingles,
)

CODES = {"empty", "undecodable", "too_large", "unsupported", "malformed", "no_text"}
# `repeated` needs many pages of one site, `other` is what no rule of the corpus calls for.
EXPECTED_KINDS = set(KINDS) - {"repeated", "other"}


def plain_pairs(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Pairs of plain texts: what a page's body is depends on extraction, so pages are left out."""
    return [(a, b) for a, b in pairs if not is_page(a) and not is_page(b)]


def relations_of(kind: str) -> list[tuple[str, str]]:
    return plain_pairs([(pair["a"], pair["b"]) for pair in KEY["relations"] if pair["kind"] == kind])


def test_corpus_is_large_enough_and_small() -> None:
    """There are at least 60 documents from about a dozen places in less than 600 kB."""
    assert len(DOCUMENTS) >= 60
    assert len({uri.split("/")[0] for uri in DOCUMENTS}) >= 12
    assert sum(path.stat().st_size for path in SEEDS.rglob("*") if path.is_file()) < 600_000


def test_every_seed_is_in_the_key() -> None:
    """Every file and record of the corpus is a document, an earlier version of one or a reject; no more is named."""
    named = set(DOCUMENTS) | set(KEY["rejects"]) | set(KEY["versions"])
    present = set()
    for path in SEEDS.rglob("*"):
        if not path.is_file() or path.name.startswith("."):
            continue
        name = path.relative_to(SEEDS).as_posix()
        if ".jsonl" not in name:
            present.add(name)
        elif name in KEY["rejects"]:
            present |= {name} | {f"{name}#{n}" for n in range(1, len(records(name)))}
        else:
            present |= {f"{name}#{n}" for n in range(1, len(records(name)) + 1)}
    assert named == present


@pytest.mark.parametrize("uri", DOCUMENTS)
def test_cuts_stand_in_the_text_in_order(uri: str) -> None:
    """The labelled pieces occur in the document's text, one after the other, without white space around."""
    text, position = seed_text(uri), 0
    for cut in DOCUMENTS[uri]["cuts"]:
        assert cut["kind"] in EXPECTED_KINDS
        assert cut["text"] == cut["text"].strip() != ""
        position = text.index(cut["text"], position) + len(cut["text"])


@pytest.mark.parametrize("uri", DOCUMENTS)
def test_strings_of_the_key_stand_in_the_seed(uri: str) -> None:
    """What must go and what must stay both occur in the seed, and what must stay lies outside every cut."""
    entry, text = DOCUMENTS[uri], seed_text(uri)
    assert [string for string in entry["gone"] + entry["must_stay"] if string not in text] == []
    assert [string for string in entry["must_stay"] if string not in body(uri)] == []
    assert [string for string in entry["gone"] if any(string in stay for stay in entry["must_stay"])] == []


@pytest.mark.parametrize("uri", [uri for uri in DOCUMENTS if "embeds" in DOCUMENTS[uri]])
def test_embeds_stand_in_the_seed(uri: str) -> None:
    """The handle of every labelled post occurs in its document, and its day is a date."""
    for embed in DOCUMENTS[uri]["embeds"]:
        assert f"@{embed['handle']}" in seed_text(uri)
        assert embed["posted_on"] is None or datetime.fromisoformat(embed["posted_on"])


def test_fields_have_their_form() -> None:
    """Dates are UTC times in 2026, titles and sites are strings or null, languages are two letters."""
    for entry in DOCUMENTS.values():
        assert re.fullmatch(r"2026-\d\d-\d\dT\d\d:\d\d:00Z", entry["published_at"] or "2026-01-01T00:00:00Z")
        assert all(entry[field] is None or entry[field].strip() for field in ("title", "site"))
        assert re.fullmatch("[a-z]{2}", entry["language"])


def test_dates_spread_over_weeks() -> None:
    """Publication dates cover at least three weeks, so that the earliest of a group means something."""
    dates = sorted(datetime.fromisoformat(e["published_at"]) for e in DOCUMENTS.values() if e["published_at"])
    assert (dates[-1] - dates[0]).days >= 21


def test_every_kind_comes_in_several_wordings() -> None:
    """Every kind of boilerplate is labelled, each in at least six different wordings."""
    cuts = [cut for entry in DOCUMENTS.values() for cut in entry["cuts"]]
    wordings = {kind: {cut["text"] for cut in cuts if cut["kind"] == kind} for kind in EXPECTED_KINDS}
    assert {kind: len(texts) for kind, texts in wordings.items() if len(texts) < 6} == {}


def test_some_articles_are_clean() -> None:
    """At least ten plain texts hold no boilerplate and must come through whole."""
    assert sum(not entry["cuts"] for uri, entry in DOCUMENTS.items() if uri.endswith(".txt")) >= 10


def test_languages() -> None:
    """Two languages beside English have five documents or more each, and one script has no spaces."""
    counts = {code: sum(e["language"] == code for e in DOCUMENTS.values()) for code in ("de", "es", "ja")}
    assert min(counts["de"], counts["es"]) >= 5
    assert counts["ja"] >= 2


def test_groups_name_documents() -> None:
    """Relations, copies and stories name documents of the key only, and no document is in two groups."""
    pairs = [[pair["a"], pair["b"]] for pair in KEY["relations"]] + KEY["not_related"]
    assert {uri for pair in pairs for uri in pair} <= set(DOCUMENTS)
    for groups in (KEY["copies"], KEY["stories"]):
        members = [uri for group in groups for uri in group]
        assert set(members) <= set(DOCUMENTS)
        assert len(members) == len(set(members))
        assert min(map(len, groups)) >= 2


def test_copies_follow_from_relations() -> None:
    """The groups of copies are the connected components of the labelled relations."""
    groups: list[set[str]] = []
    for pair in KEY["relations"]:
        touched = [group for group in groups if group & {pair["a"], pair["b"]}]
        groups = [group for group in groups if group not in touched]
        groups.append({pair["a"], pair["b"]}.union(*touched))
    assert sorted(map(sorted, groups)) == sorted(map(sorted, KEY["copies"]))


def test_pairs_are_labelled_once() -> None:
    """No pair is both related and unrelated, and no pair has two kinds."""
    related = [frozenset((pair["a"], pair["b"])) for pair in KEY["relations"]]
    unrelated = [frozenset(pair) for pair in KEY["not_related"]]
    assert len(set(related + unrelated)) == len(related + unrelated)


def test_stories_have_several_tellings() -> None:
    """At least four stories are told three times or more."""
    assert sum(len(group) >= 3 for group in KEY["stories"]) >= 4


@pytest.mark.parametrize(("a", "b"), relations_of("exact"))
def test_exact_copies_have_the_same_words(a: str, b: str) -> None:
    """Texts labelled exact are the same words once width, case, punctuation and white space are folded."""
    assert folded(a) == folded(b)


@pytest.mark.parametrize(("a", "b"), relations_of("near"))
def test_near_copies_share_most_shingles(a: str, b: str) -> None:
    """Texts labelled near differ, have a Jaccard of at least .78 and agree in their numbers."""
    assert folded(a) != folded(b)
    assert jaccard_and_containment(a, b)[0] >= 0.78
    assert numbers(a) == numbers(b)


@pytest.mark.parametrize(("a", "b"), relations_of("contains"))
def test_contained_texts_stand_in_the_longer_one(a: str, b: str) -> None:
    """Of a text labelled contained at least nine tenths stand in the other, whose Jaccard stays below .7."""
    jaccard, containment = jaccard_and_containment(a, b)
    assert containment >= 0.9
    assert jaccard < 0.7
    assert numbers(a) <= numbers(b) or numbers(b) <= numbers(a)


@pytest.mark.parametrize(("a", "b"), plain_pairs([(a, b) for a, b in KEY["not_related"]]))
def test_unrelated_texts_differ_in_words_or_numbers(a: str, b: str) -> None:
    """Texts that are no copies share less than a third of their shingles, or few of their numbers."""
    shared = len(numbers(a) & numbers(b)) / max(1, min(len(numbers(a)), len(numbers(b))))
    assert jaccard_and_containment(a, b)[1] < 0.33 or shared < 0.5


def test_a_template_is_alike_in_all_but_its_numbers() -> None:
    """At least one unrelated pair would pass for a near-duplicate if numbers did not count."""
    pairs = plain_pairs([(a, b) for a, b in KEY["not_related"]])
    assert any(jaccard_and_containment(a, b)[0] >= 0.7 for a, b in pairs)


def test_no_other_plain_texts_are_alike() -> None:
    """Plain texts without a label share less than a tenth of their shingles."""
    labelled = {frozenset((pair["a"], pair["b"])) for pair in KEY["relations"]}
    labelled |= {frozenset(pair) for pair in KEY["not_related"]}
    sets = {uri: shingles(uri) for uri in DOCUMENTS if not is_page(uri)}
    for a, b in itertools.combinations(sets, 2):
        if frozenset((a, b)) not in labelled:
            assert len(sets[a] & sets[b]) < 0.1 * min(len(sets[a]), len(sets[b])), (a, b)


def test_rejects_have_known_codes() -> None:
    """Broken inputs carry a known code, are no documents, and cover the usual kinds of damage."""
    assert set(KEY["rejects"].values()) <= CODES
    assert set(KEY["rejects"].values()) >= {"empty", "unsupported", "malformed", "no_text"}
    assert not set(KEY["rejects"]) & set(DOCUMENTS)
    assert all((SEEDS / uri.partition("#")[0]).is_file() for uri in KEY["rejects"])


def test_encodings_are_what_they_should_be() -> None:
    """The corpus holds a BOM, a declared windows-1252 page, CRLF line ends and one text of mojibake."""
    files = {path: path.read_bytes() for path in SEEDS.rglob("*") if path.suffix in (".txt", ".html")}
    assert any(data.startswith(b"\xef\xbb\xbf") for data in files.values())
    assert any(b'charset="windows-1252"' in data and b"\xf1" in data for data in files.values())
    assert any(b"\r\n" in data for path, data in files.items() if path.parent.name != "broken")
    assert any("â€œ".encode() in data for data in files.values())
