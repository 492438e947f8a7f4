"""What stories cost beside copies when 1,000 documents come to 10,000 and to 100,000 stored ones.

    python bench/stories.py [--stored 10000 100000] [--words 250] [--folder FOLDER]

The articles are made from a seed: events with names, places and figures of their own, told by several sites
in other words; themes whose words, places and people come back in hundreds of events over a year; a fifth
are edited copies. All go through the writer of the product, in batches of 1,000; measured is the batch after
so many. CPU seconds, one core: making signatures and keys, matching copies, telling, finding and scoring
candidates, grouping, the last two in relation to copies, evidence (quotations, disagreements). At the end the
B-cubed F1 of the stories found against the events made.
"""

from __future__ import annotations

import argparse
import pickle
import random
import resource
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.growth import in_process
from bench.ingest import timed
from ingest.fingerprint import fingerprint_compiled
from ingest.identity import document_id, sha256, text_hash
from ingest.model import Document, Raw
from ingest.telling import tell
from warehouse.batch import Batch
from warehouse.files import Files
from warehouse.run import Run

BATCH = 1000
COPIES = 0.2
_BEGIN = datetime(2025, 1, 1, tzinfo=UTC)
_DAYS = 365
_STAGES = {
    "warehouse.writer": ("renumber", "match", "drop_unheld", "regroup"),
    "warehouse.stories.settle": ("retell", "pair", "regroup_stories"),
    "warehouse.stories.groups": ("write_links",),
    "warehouse.stories.links": ("facts", "conflicts"),
    "warehouse.stories.tellings": ("tell_all",),
}
_COPIES = ("renumber", "match", "drop_unheld", "regroup")
_COMMON = """
    the of to and in a is for that on was with as it by at from be are this has have an not were or but they
    his which will been who their had more said about would after one its when out up also than there into
    could new people other time over year two first last some what can we years if no them between most while
    before state city government police country week day officials report company world national public group
""".split()


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stored", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--words", type=int, default=250)
    parser.add_argument("--folder", type=Path)
    arguments = parser.parse_args()
    print("   stored  prints  copies    tell   pair  group  times  evidence  scored  links  memory MB")
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        files, path = Files(Path(folder) / "stories.duckdb"), Path(folder) / "articles.pickle"
        in_process(prepare, path, max(arguments.stored) + BATCH * len(arguments.stored), arguments.words)
        before = 0
        for stored in sorted(arguments.stored):
            spent = in_process(fill, files, path, before, stored)
            found = in_process(measure, files, path, stored)
            before = stored + BATCH
            _show(stored, found, spent, files)
        f1, largest = in_process(judge, files, path, before)
        print(f"B-cubed F1 against the events made: {f1:.3f}; the largest story has {largest} documents.")


def _parts(found: dict[str, float]) -> tuple[float, float]:
    """Return the CPU seconds of matching copies, and of matching stories: candidates, scores and groups."""
    copies = sum(found[name] for name in _COPIES)
    return copies, found["pair"] + found["regroup_stories"] - found["write_links"]


def _show(stored: int, found: dict[str, float], spent: dict[str, float], files: Files) -> None:
    copies, stories = _parts(found)
    paired = found["pair"]
    print(
        f"{stored:9} {found['fingerprint']:7.2f} {copies:7.2f} {found['tell_all']:7.2f} {paired:6.2f} "
        f"{stories - paired:6.2f} {stories / copies:6.2f} {found['write_links']:9.2f} "
        f"{found['scored']:7.0f} {found['links']:6.0f} {found['memory']:10.0f}"
    )
    copies, stories = _parts(spent)
    size = files.working.stat().st_size / (stored + BATCH)
    print(
        f"          besides: storing tellings {found['retell'] - found['tell_all']:.2f}; in the evidence: "
        f"reading figures {found['facts']:.2f}, comparing them {found['conflicts']:.2f}\n"
        f"          filling: {copies:.0f} s for copies, {spent['retell']:.0f} s for tellings, "
        f"{stories:.0f} s for stories, {spent['write_links']:.0f} s for evidence; "
        f"{found['pairs']:.0f} pairs, {size:.0f} bytes a document"
    )


@dataclass(frozen=True, slots=True)
class Article:
    """A made-up article: its event's number, text, title, site and time."""

    event: int
    text: str
    title: str
    site: str
    published_at: datetime


def _words(rng: random.Random, count: int, syllables: int) -> list[str]:
    parts = [
        c + v
        for c in "b d f g h k l m n p r s t v w z br st tr gr fl".split()
        for v in "a e i o u ai ou".split()
    ]
    return [
        "".join(rng.choices(parts, k=syllables)) + rng.choice(["", "n", "r", "s", "l"]) for _ in range(count)
    ]


class World:
    """What articles are about: words, people, places, and themes that come back."""

    def __init__(self, words: int) -> None:
        rng = random.Random(7)
        self.words = words
        self.vocabulary = _words(rng, 20_000, 3)
        self.people = [
            f"{a.title()} {b.title()}"
            for a, b in zip(_words(rng, 40_000, 2), _words(rng, 40_000, 3), strict=True)
        ]
        self.places = [word.title() for word in _words(rng, 4_000, 2)]
        self.themes = [self._theme(rng) for _ in range(300)]
        self.sites = [f"{word}.example" for word in _words(rng, 200, 2)]

    def _theme(self, rng: random.Random) -> tuple[list[str], list[str], list[str]]:
        return rng.sample(self.vocabulary, 60), rng.sample(self.people, 6), rng.sample(self.places, 3)

    def event(self, number: int) -> Iterator[Article]:
        """Yield the tellings of one event."""
        rng = random.Random(number * 1_000_003 + 1)
        theme = self.themes[min(int(rng.paretovariate(0.6)) - 1, len(self.themes) - 1)]
        people = [*rng.sample(self.people, 2), rng.choice(theme[1])]
        places = [rng.choice(self.places), rng.choice(theme[2])]
        own, figures = rng.sample(self.vocabulary, 14), [rng.randint(3, 900) for _ in range(4)]
        begin = _BEGIN + timedelta(days=rng.random() * _DAYS)
        for _ in range(min(int(rng.paretovariate(1.3)), 40)):
            at = begin + timedelta(hours=rng.expovariate(1 / 20))
            yield self._telling(rng, number, theme[0], own, people + places, figures, at)

    def _telling(
        self, rng: random.Random, number: int, theme: Sequence[str], own: Sequence[str], names: Sequence[str],
        figures: Sequence[int], at: datetime,
    ) -> Article:  # fmt: skip
        mine = rng.sample(own, 9)
        sentences = [" ".join([*rng.choices(mine, k=5), names[0].split()[-1]]).capitalize()]
        while sum(len(each.split()) for each in sentences) < self.words:
            part = [
                *rng.choices(_COMMON, k=10),
                *rng.choices(self.vocabulary, k=2),
                *rng.choices(theme, k=2),
                rng.choice(mine),
            ]
            rng.shuffle(part)
            part.insert(
                rng.randint(1, 5),
                rng.choice(names) if rng.random() < 0.6 else f"{rng.choice(figures)} {rng.choice(mine)}",
            )
            sentences.append(" ".join(part) + ".")
        text = "\n".join([sentences[0], " ".join(each[0].upper() + each[1:] for each in sentences[1:])])
        return Article(number, text, sentences[0], rng.choice(self.sites), at)


def articles(count: int, words: int) -> list[Article]:
    """Return so many articles in no order: whatever is stored already, tellings of its events still come."""
    world, rng, made = World(words), random.Random(1), []
    number = 0
    while len(made) < count:
        made += list(world.event(number))
        number += 1
    for at in range(len(made)):
        if at and rng.random() < COPIES:
            old = made[rng.randrange(max(0, at - 500), at)]
            text = f"{old.text} This report was corrected."
            made[at] = Article(
                old.event, text, old.title, made[at].site, old.published_at + timedelta(hours=1)
            )
    rng.shuffle(made)
    return made[:count]


def _document(number: int, article: Article) -> Document:
    url = f"https://{article.site}/{number}"
    raw = Raw("default", f"{number}.txt", "text", b"")
    return Document(
        doc_id=document_id(url, "default", raw.source_uri), source="default", source_uri=raw.source_uri,
        media_type="text/plain", url=url, canonical_url=url, site=article.site, title=article.title,
        byline=None,
        published_at=article.published_at, published_from="record", modified_at=None, language="en",
        text=article.text, extracted_text=article.text, word_count=len(article.text.split()),
        content_hash=text_hash(article.text), version_hash=sha256(url.encode()), extra="{}", raw=raw,
        raw_hash=sha256(url.encode()), cuts=(), embeds=(), notices=(),
    )  # fmt: skip


def prepare(path: Path, count: int, words: int) -> None:
    """Write so many articles to a file."""
    path.write_bytes(pickle.dumps(articles(count, words)))


def _batch(made: Sequence[Article], start: int, stop: int) -> Batch:
    documents = [_document(number, made[number]) for number in range(start, stop)]
    return Batch(documents, fingerprint_compiled([document.text for document in documents]))


def _timed() -> dict[str, float]:
    spent: dict[str, float] = defaultdict(float)
    for module, names in _STAGES.items():
        for name in names:
            owner: Any = sys.modules[module]
            setattr(owner, name, timed(getattr(owner, name), spent, name))
    return spent


def fill(files: Files, path: Path, start: int, stop: int) -> dict[str, float]:
    """Load articles number `start` to `stop`; return the CPU seconds of each stage."""
    spent, made = _timed(), pickle.loads(path.read_bytes())
    with Run(files, source="growth", parameters={}, program="bench", on_wait=print) as writer:
        for at in range(start, stop, BATCH):
            writer.load(_batch(made, at, at + BATCH))
    return dict(spent)


def measure(files: Files, path: Path, stored: int) -> dict[str, float]:
    """Add 1,000 documents in a run of their own; return the CPU seconds of each stage and what was found."""
    made = pickle.loads(path.read_bytes())
    # What compiles itself when it is called first is not the batch's cost.
    _batch(made, 0, 1)
    tell(made[0].text, made[0].title)
    began = time.process_time()
    batch = _batch(made, stored, stored + BATCH)
    fingerprinting = time.process_time() - began
    # Nobody holds a hundred thousand articles in memory for garbage collection to look through.
    del made
    spent = _timed()
    spent["fingerprint"] = fingerprinting
    with Run(files, source="growth", parameters={}, program="bench", on_wait=print) as writer:
        writer.load(batch)
        writer.settle(lambda stage, done, total: None)
        count = writer.connection.execute
        [(spent["scored"],)] = count("SELECT count(*) FROM pairs_to_score").fetchall()
        sql = "SELECT count(*) FROM store.story_links WHERE run_id = ?"
        [(spent["links"],)] = count(sql, [writer.run_id]).fetchall()
        [(spent["pairs"],)] = count("SELECT count(*) FROM store.story_pairs").fetchall()
    spent["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return dict(spent)


def judge(files: Files, path: Path, stored: int) -> tuple[float, int]:
    """Return the B-cubed F1 of the stories of the first so many articles, and the size of the largest."""
    made = pickle.loads(path.read_bytes())
    with duckdb.connect(files.published, read_only=True) as connection:
        rows = connection.execute(
            "SELECT source_uri, story_id FROM documents JOIN stories USING (doc_id)"
        ).fetchall()
    known = {int(uri.removesuffix(".txt")): story for uri, story in rows}
    found = [(made[number].event, known[number]) for number in range(stored)]
    both, events, stories = Counter(found), Counter(e for e, _ in found), Counter(s for _, s in found)
    precision = sum(both[pair] / stories[pair[1]] for pair in found) / stored
    recall = sum(both[pair] / events[pair[0]] for pair in found) / stored
    return 2 * precision * recall / (precision + recall), max(stories.values())


if __name__ == "__main__":
    main()
