"""The reader: answers from the published file, which no load ever blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import duckdb

from ingest.clean.learned.repeated import Learned
from ingest.fingerprint.alignment import align
from ingest.fingerprint.evidence import gather
from ingest.fingerprint.passage import shared_passages
from ingest.model import Document, Raw, Reject, Visit
from warehouse.database import condition, one_line, open_published, query, shut_in
from warehouse.decide import on_trial
from warehouse.digest import Digest, digest
from warehouse.errors import WarehouseError
from warehouse.export import Request, export
from warehouse.files import Files
from warehouse.foresight import Foresight
from warehouse.learn import learned
from warehouse.links import Link, weakest_links
from warehouse.load import unchanged_places
from warehouse.migrate import is_current, migrate
from warehouse.policy import Policy
from warehouse.rejects import StoredReject, Wanted, rejected, stored_rejects
from warehouse.replay import Selection, StoredVersion, pending, select, versions
from warehouse.revisions import fields_as_text
from warehouse.search import Hit, Question, search
from warehouse.settings import read_policy, read_thresholds
from warehouse.sources import Collection, collections
from warehouse.stored import (
    CopyGroup,
    CutsByRule,
    Explanation,
    Found,
    Result,
    Status,
    StoredCut,
    StoredDocument,
    StoredRevision,
    StoredRule,
    StoredStory,
)
from warehouse.stories.reading import compare_tellings, find_story, list_stories, read_story, story_of
from warehouse.thresholds import SourceThresholds
from warehouse.tombstones import refused
from warehouse.verdicts import Verdict, read_verdict
from warehouse.visits import visited

_PREFIX_HINT = "Give more of the id, or the whole source_uri."
_ID_CHARACTERS = frozenset("0123456789abcdef-")


@contextmanager
def open_reader(files: Files) -> Iterator[Reader]:
    """Open the published file. Raises WarehouseError where there is none or it cannot be read."""
    connection = open_published(files)
    try:
        yield Reader(connection, files)
    finally:
        connection.close()


@contextmanager
def open_reader_or_nothing(files: Files) -> Iterator[Reader]:
    """Open the published file, and where there is none, an empty warehouse in memory. No file is made."""
    if files.published.exists():
        with open_reader(files) as reader:
            yield reader
        return
    with duckdb.connect() as connection:
        migrate(connection)
        yield Reader(connection, files)


class Reader:
    """Questions to one published state of the warehouse."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, files: Files) -> None:
        self._connection = connection
        self._files = files

    def query(self, sql: str) -> Result:
        """Run SQL written by a user; it can read this file and nothing else.

        Raises WarehouseError with DuckDB's own first line where the SQL is wrong.
        """
        try:
            cursor = self._connection.execute(sql)
            if cursor is None:
                raise WarehouseError("There is no SQL to run: it is empty or a comment.")
            return Result([column[0] for column in cursor.description or ()], cursor.fetchall())
        except duckdb.OutOfMemoryException as error:
            raise WarehouseError(
                "This needs more memory than DuckDB takes, and queries write nothing to the disk. Ask for "
                "less at once, or open the file with DuckDB itself."
            ) from error
        except duckdb.Error as error:
            raise WarehouseError(one_line(error)) from error

    def resolve(self, document: str) -> UUID:
        """Return the id of the document that a user names by id, unique prefix of one, or source_uri."""
        rows = self._connection.execute(query("resolve_uri"), [document]).fetchall()
        if not rows and set(document.lower()) <= _ID_CHARACTERS and document:
            rows = self._connection.execute(query("resolve_prefix"), [document.lower()]).fetchall()
        if len(rows) == 1:
            found: UUID = rows[0][0]
            return found
        if not rows:
            raise WarehouseError(
                f"No document has the id or source_uri {document!r}. "
                'See `copydesk query "SELECT doc_id, source_uri FROM documents"`.'
            )
        names = ", ".join(f"{doc_id} ({source}: {uri})" for doc_id, source, uri in rows[:3])
        raise WarehouseError(f"{document!r} fits more than one document: {names}. {_PREFIX_HINT}")

    def resolve_all(self, names: Sequence[str], site: str | None, where: str | None) -> list[UUID]:
        """Return the ids of the documents with these names, of a site, and those for which `where` holds.

        `where` is SQL on the columns of `documents`; it sees this file alone, also on a writer's connection.
        """
        found = {self.resolve(name) for name in names}
        if site is not None:
            found |= {row[0] for row in self._rows("SELECT doc_id FROM documents WHERE site = ?", site)}
        if where is not None:
            shut_in(self._connection)
            result = self.query(condition("SELECT doc_id FROM documents", where))
            found |= {row[0] for row in result.rows}
        return sorted(found)

    def document(self, doc_id: UUID) -> StoredDocument:
        """Return everything that is known of a document."""
        [fields] = self._records("SELECT * FROM documents WHERE doc_id = ?", doc_id)
        text, extracted = fields.pop("text"), fields.pop("extracted_text")
        cuts = self._rows(query("cuts_of"), doc_id)
        [group] = self._records("SELECT * EXCLUDE (doc_id) FROM copies WHERE doc_id = ?", doc_id)
        return StoredDocument(
            doc_id,
            fields,
            text,
            extracted,
            [StoredCut(*cut) for cut in cuts],
            self._records("SELECT * EXCLUDE (doc_id) FROM embeds WHERE doc_id = ? ORDER BY start", doc_id),
            self._records("SELECT * EXCLUDE (doc_id) FROM notices WHERE doc_id = ? ORDER BY start", doc_id),
            self._records("SELECT * EXCLUDE (doc_id) FROM left_out WHERE doc_id = ? ORDER BY piece", doc_id),
            group,
        )

    def revisions(self, doc_id: UUID) -> list[StoredRevision]:
        """Return every version of a document in the order in which they are told; the last is the current."""
        sql = query("revisions_of").format(fields=fields_as_text("r"))
        rows = self._current().execute(sql, [doc_id]).fetchall()
        return [StoredRevision(*row) for row in rows]

    def explain(self, a: UUID, b: UUID) -> Explanation:
        """Compare two documents afresh, related or not."""
        first, second = self.document(a), self.document(b)
        current = is_current(self._connection)
        thresholds = read_thresholds(self._connection) if current else SourceThresholds()
        return Explanation(
            first,
            second,
            self.document(first.group["canonical_doc_id"]),
            self.document(second.group["canonical_doc_id"]),
            gather(first.text, second.text, thresholds.between(first.source, second.source)),
            shared_passages(first.text, second.text),
            align(first.text, second.text),
            read_verdict(self._connection, a, b) if current else None,
            thresholds,
            compare_tellings(self._connection, first, second) if current else None,
        )

    def stories(self, since: datetime | None, until: datetime | None, least: int) -> Result:
        """Return the stories of at least so many documents that were told between two times."""
        return list_stories(self._current(), since, until, least)

    def story(self, name: str) -> StoredStory:
        """Return the story that a user names by its id, a unique prefix of one, or one of its documents."""
        connection = self._current()
        story_id = find_story(connection, name) if set(name.lower()) <= _ID_CHARACTERS else None
        return read_story(connection, story_id or story_of(connection, self.resolve(name))["story_id"])

    def in_one_story(self, a: UUID, b: UUID) -> bool:
        """Say whether two documents are in one story."""
        connection = self._current()
        return bool(story_of(connection, a)["story_id"] == story_of(connection, b)["story_id"])

    def touched_by(self, rule: str) -> list[StoredDocument]:
        """Return the documents that a rule cut something from. Raises WarehouseError for an unknown rule."""
        rows = self._rows(query("touched_by"), rule)
        if not rows:
            rules = self._rows("SELECT DISTINCT rule FROM removals ORDER BY rule")
            known = ", ".join(name for (name,) in rules) or "none"
            raise WarehouseError(f"No document was cut by a rule {rule!r}. Rules that cut: {known}.")
        return [self.document(doc_id) for (doc_id,) in rows]

    def status(self) -> Status:
        """Count what is there and look at the files."""
        [(documents, articles, removals, relations)] = self._rows(query("status"))
        published = self._files.published.stat()
        working = self._files.working
        return Status(
            documents=documents,
            articles=articles,
            removals=removals,
            relations=relations,
            last_runs=self._records("SELECT * FROM runs ORDER BY started_at DESC LIMIT 5"),
            rejects_by_code=dict(self._rows(query("rejects_by_code"))),
            published_at=datetime.fromtimestamp(published.st_mtime, UTC),
            published_size=published.st_size,
            working_size=working.stat().st_size if working.exists() else 0,
        )

    def found(self, run_id: UUID | None = None) -> Found:
        """Return what the whole warehouse holds, or what one run added or changed."""
        [(documents,)] = self._rows(query("found_documents"), run_id)
        return Found(
            documents,
            [CutsByRule(*row) for row in self._rows(query("found_cuts"), run_id)],
            [CopyGroup(*row) for row in self._rows(query("found_groups"), run_id)],
            self._records(query("found_rejects"), run_id),
            frozenset(rule for (rule,) in self._rows(query("new_rules"), run_id)),
            len(self._rows("SELECT rule FROM rules WHERE state = 'proposed'")),
        )

    def weakest_links(self, copy_ids: Sequence[UUID]) -> list[Link]:
        """Return what holds these groups of copies together; nothing from a file that does not know it."""
        return weakest_links(self._connection, copy_ids) if is_current(self._connection) else []

    def run(self, name: str | None = None) -> dict[str, Any]:
        """Return the row of the run that a user names by id or unique prefix of one, else of the latest."""
        found = self._records(query("resolve_run"), name)
        if len(found) == 1:
            return found[0]
        if not found:
            raise WarehouseError(f"There is no run {name or 'yet'}. `copydesk status` lists the last ones.")
        raise WarehouseError(f"{name!r} fits more than one run. Give more of the id.")

    def digest(self, since: datetime | None, groups: int, members: int, longest: int) -> Digest:
        """Count what a report shows. See `warehouse.digest`."""
        return digest(self._current(), since, groups, members, longest)

    def rules(self) -> list[StoredRule]:
        """Return the learned rules, those that wait for a decision first, and the built-in ones that cut."""
        return [StoredRule(*row) for row in self._rows(query("listed_rules"))]

    def resolve_rule(self, name: str) -> StoredRule:
        """Return the rule that a user names in full, or by a part that only one name begins with."""
        known = self.rules()
        found = [each for each in known if each.rule == name]
        found = found or [each for each in known if name and each.rule.startswith(name)]
        if len(found) == 1:
            return found[0]
        if not found:
            raise WarehouseError(f"There is no rule {name!r} here. `copydesk rules` lists all of them.")
        names = ", ".join(each.rule for each in found[:3])
        raise WarehouseError(f"{name!r} fits more than one rule: {names}. Give more of the name.")

    def verdict(self, a: UUID, b: UUID) -> Verdict | None:
        """Return what an analyst said of two documents."""
        return read_verdict(self._current(), a, b)

    def verdicts(self) -> Result:
        """Return all verdicts of analysts, in the order in which they were given."""
        self._current()
        return self.query(query("listed_verdicts"))

    def policy(self) -> Policy:
        """Return the policy by which canonical documents are chosen."""
        return read_policy(self._current())

    def thresholds(self) -> SourceThresholds:
        """Return from which scores on documents are copies."""
        return read_thresholds(self._current())

    def known(self, raws: Sequence[tuple[Raw, str]], program: str) -> set[tuple[str, str]]:
        """Return the places (source, source_uri) whose bytes have not changed; `raws` with their SHA-256."""
        return unchanged_places(self._connection, raws, program)

    def visited(self, source: str, uris: Sequence[str], program: str) -> dict[str, Visit]:
        """Return the visits of earlier runs to addresses on the web, for a source."""
        return visited(self._current(), source, uris, program)

    def refused(self, documents: Sequence[Document]) -> dict[int, Reject]:
        """Return rejects for those of the documents that were forgotten, by their places in the sequence."""
        return refused(self._current(), documents)

    def foresight(self) -> Foresight:
        """Return a load that is only thought through."""
        return Foresight(self._current())

    def search(self, question: Question) -> list[Hit]:
        """Return the documents that answer a question best, best first."""
        return search(self._current(), question)

    def export(self, request: Request, folder: Path) -> dict[str, Any]:
        """Write documents as files into a new folder; return the manifest. See `warehouse.export`."""
        return export(self._current(), request, folder)

    def collections(self) -> dict[str, Collection]:
        """Return what is stored of every collection, by its name."""
        return collections(self._connection)

    def rejected(self, wanted: Wanted) -> Result:
        """Return a row for every reject that is meant."""
        return rejected(self._current(), wanted)

    def rejects(self, reject_ids: Sequence[UUID]) -> list[StoredReject]:
        """Return rejects with their bytes."""
        return stored_rejects(self._current(), reject_ids)

    def pending(self) -> dict[str, int]:
        """Return the learned rules that are not carried out everywhere, with how many documents are left."""
        return pending(self._connection)

    def learned(self, trial: str | None = None) -> Learned:
        """Return the approved rules, as cleaning takes them, and `trial` as if it were one of them."""
        known = dict(learned(self._connection))
        return known | dict(on_trial(self._connection, trial)) if trial else known

    def replay(self, selection: Selection) -> list[UUID]:
        """Return the ids of the documents to clean again."""
        return select(self._connection, selection)

    def versions(self, doc_ids: Sequence[UUID]) -> list[StoredVersion]:
        """Return every version of the documents."""
        return versions(self._connection, doc_ids)

    def _current(self) -> duckdb.DuckDBPyConnection:
        if not is_current(self._connection):
            raise WarehouseError(
                f"{self._files.published} comes from an older copydesk, which did not know this. "
                "The next `copydesk ingest` or `copydesk reclean` brings it up to date."
            )
        return self._connection

    def _rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        return self._connection.execute(sql, list(values)).fetchall()

    def _records(self, sql: str, *values: object) -> list[dict[str, Any]]:
        cursor = self._connection.execute(sql, list(values))
        return Result([column[0] for column in cursor.description], cursor.fetchall()).records()
