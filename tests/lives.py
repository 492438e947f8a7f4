"""What may happen to a warehouse, for tests of what depends on neither order nor way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from builders import make_batch, open_run
from ingest.model import Document
from warehouse.contents import drop_unheld
from warehouse.errors import WarehouseError
from warehouse.files import Files
from warehouse.load import Load
from warehouse.policy import parse
from warehouse.regroup import regroup, regrouped_documents
from warehouse.stories import queue
from warehouse.verdicts import Level, Verdict, Word
from warehouse.writer import Writer

POLICIES = ["earliest", "longest", "prefer:s3.example,s1.example"]
Step = tuple[str, Any]


@dataclass
class Life:
    """What happens to a warehouse, step by step; `ids` are the documents of its places.

    `verdicts` are those that were not refused while it was lived, by the two places.
    """

    ids: Sequence[UUID]
    steps: list[Step] = field(default_factory=list)
    policy: str = "earliest"
    verdicts: dict[tuple[int, int], tuple[Word | None, Level]] = field(default_factory=dict)

    def live(self, files: Files) -> None:
        """Let it happen; verdicts that contradict others are refused and leave no trace."""
        runs: list[list[Step]] = [[]]
        for step in self.steps:
            runs[-1].append(step)
            if step[0] == "run":
                runs.append([])
        for steps in runs:
            with open_run(files) as writer:
                for what, value in steps:
                    self._happen(writer, what, value)

    def _happen(self, writer: Writer, what: str, value: Any) -> None:
        if what == "load":
            writer.load(make_batch(value))
        elif what == "judge":
            a, b, word, level = value
            try:
                writer.judge([Verdict.on(self.ids[a], self.ids[b], word, None, level)])
                self.verdicts[a, b] = word, level
            except WarehouseError:
                return
        elif what == "delete":
            delete(writer, self.ids[value])
        elif what == "choose":
            writer.choose(parse(value))

    def left(self) -> list[Document]:
        """The documents that are there at the end."""
        here: dict[UUID, Document] = {}
        for what, value in self.steps:
            if what == "load":
                here |= {document.doc_id: document for document in value}
            elif what == "delete":
                here.pop(self.ids[value], None)
        return list(here.values())

    def at_once(self, files: Files) -> None:
        """Make a warehouse that knows policy and verdicts before it meets all that is left together."""
        with open_run(files) as writer:
            writer.choose(parse(self.policy))
            writer.judge(
                [
                    Verdict.on(self.ids[a], self.ids[b], word, None, level)
                    for (a, b), (word, level) in self.verdicts.items()
                ]
            )
            writer.load(make_batch(self.left()))


@st.composite
def lives(
    draw: st.DrawFn,
    ids: Sequence[UUID],
    articles: Callable[[int], st.SearchStrategy[Document]],
    levels: Sequence[Level],
) -> Life:
    """Arrivals and revisions in batches, verdicts given and taken back, deletions, other policies."""
    life = Life(ids)
    places = st.integers(0, len(ids) - 1)
    for _ in range(draw(st.integers(2, 8))):
        what = draw(
            st.sampled_from(["load", "load", "load", "load", "judge", "judge", "delete", "choose", "run"])
        )
        value: Any = None
        if what == "load":
            value = [
                draw(articles(place)) for place in draw(st.lists(places, min_size=1, max_size=6, unique=True))
            ]
        elif what == "judge":
            a, b = sorted(draw(st.lists(places, min_size=2, max_size=2, unique=True)))
            word = draw(st.sampled_from(["linked", "linked", "unlinked", "unlinked", None]))
            value = a, b, word, draw(st.sampled_from(levels))
        elif what == "delete":
            value = draw(places)
        elif what == "choose":
            value = life.policy = draw(st.sampled_from(POLICIES))
        life.steps.append((what, value))
    return life


def delete(writer: Writer, doc_id: UUID) -> None:
    """Take a document out, as a text that changes takes its old one out."""
    connection = writer.connection
    held = connection.execute("SELECT content_no FROM store.heads WHERE doc_id = ?", [doc_id]).fetchall()
    for table in ("heads", "revisions", "sightings"):
        connection.execute(f"DELETE FROM store.{table} WHERE doc_id = ?", [doc_id])
    touched = {number for (number,) in held if number is not None}
    regroup(connection, [doc_id], touched | drop_unheld(connection, touched))
    queue(bringing(writer), regrouped_documents(connection), ())


def bringing(writer: Writer) -> Load:
    """What a transaction of the writer works with."""
    return Load(writer.connection, writer.run_id, writer.program, datetime.now(UTC))
