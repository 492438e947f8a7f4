"""Flow runs in forks of one process that has everything imported already; see `forked`."""

from __future__ import annotations

from pathlib import Path

import forked
from bench.corpus import articles
from flows.ingest import ingest
from flows.pipeline import Arrivals, clean_batch
from ingest.model import Raw

# Long enough for kills in the midst of a load, short enough for many of them.
ARTICLES, IN_BATCH = 120, 10


def write_articles(folder: Path) -> Path:
    """Write articles, a fifth of them copies, beside the warehouse `news.duckdb` in a folder."""
    news = folder / "news"
    news.mkdir(parents=True)
    for number, text in enumerate(articles(ARTICLES)):
        (news / f"{number}.txt").write_text(text, "utf-8")
    return news


def load(file: Path, number: int) -> None:
    """Load the articles into the warehouse `file` as a flow run; `number` says nothing here."""
    state = ingest(str(file.parents[1] / "news"), warehouse=str(file), batch_size=IN_BATCH, return_state=True)
    assert state.is_completed(), state.message


def warm_up() -> None:
    """Have the models that clean articles read before anything forks."""
    clean_batch(Arrivals([Raw("default", "a.txt", "text", next(iter(articles(1))).encode())], [], []))


if __name__ == "__main__":
    warm_up()
    forked.main({"load": load})
