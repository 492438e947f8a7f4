"""The writer: everything that changes a warehouse, each in a transaction of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from uuid import UUID

import duckdb

from ingest.clean.learned.repeated import Learned
from ingest.configured import ConfiguredSource
from ingest.model import Document, Raw, Visit
from warehouse import arrow, runs
from warehouse.batch import Batch
from warehouse.contents import Known, drop_unheld, renumber
from warehouse.database import one_line, query
from warehouse.decide import State, decide, refresh
from warehouse.errors import WarehouseError
from warehouse.forget import Forgotten, forget
from warehouse.grouping import GROUPING
from warehouse.index import update_index
from warehouse.learn import learned, recount
from warehouse.load import Load, close_rejects, load_documents, load_rejects, unchanged_places
from warehouse.match import match
from warehouse.policy import Policy
from warehouse.rebuild import OnStep, is_current, rebuild
from warehouse.reclean import removals_of, replace_versions
from warehouse.regroup import (
    all_documents,
    canonical_documents,
    record_history,
    regroup,
    regroup_all,
    regroup_by,
    regrouped_documents,
)
from warehouse.rejects import Outlived, StoredReject, Wanted, close, rejected, stored_rejects
from warehouse.replay import Selection, StoredVersion, pending, select, versions
from warehouse.retention import Dropped, drop_old
from warehouse.revisions import TELLING, tell, tell_all
from warehouse.rewrite import is_due, mark_due
from warehouse.runs import Counts
from warehouse.settings import mark_changed, read_policy, read_setting, read_thresholds, write_setting
from warehouse.sources import configure
from warehouse.stored import Result
from warehouse.stories import STORIES, cite_all, queue, queue_all, record_story_history, settle_stories
from warehouse.thresholds import SourceThresholds
from warehouse.tombstones import refused
from warehouse.uncollected import uncollected
from warehouse.verdicts import Verdict, write_verdicts
from warehouse.visits import visited, write_visits


@dataclass(slots=True)
class Writer:
    """An open working database with a run under way. Use it from one thread at a time."""

    connection: duckdb.DuckDBPyConnection
    run_id: UUID
    program: str
    counts: Counts = field(default_factory=Counts)

    def known(self, raws: Sequence[tuple[Raw, str]]) -> set[tuple[str, str]]:
        """Return the places (source, source_uri) that hold what they held; `raws` with their hashes."""
        return unchanged_places(self.connection, raws, self.program)

    def visited(self, source: str, uris: Sequence[str]) -> dict[str, Visit]:
        """Return the visits of earlier runs to addresses on the web, for a source."""
        return visited(self.connection, source, uris, self.program)

    def load(self, batch: Batch) -> Counts:
        """Load a batch in one transaction, matching and grouping included; return what it did.

        Either all of it is in the file afterwards or, where an exception comes out, none.
        """
        with uncollected(), self._transaction(changes=False) as load:
            done = self._write(load, batch)
            total = _sum(self.counts, done)
            runs.progress(self.connection, self.run_id, total)
        self.counts = total
        return done

    def outlived(self) -> Outlived:
        """Return what finds the rejects that a run over whole inputs outlives."""
        return Outlived(self.connection)

    def close(self, reject_ids: Collection[UUID]) -> None:
        """Mark rejects as outlived: what they were about can be read now."""
        if not reject_ids:
            return
        with self._transaction() as load:
            close(load, reject_ids)

    def rejected(self, wanted: Wanted) -> Result:
        """Return a row for every reject that is meant."""
        return rejected(self.connection, wanted)

    def rejects(self, reject_ids: Sequence[UUID]) -> list[StoredReject]:
        """Return rejects with their bytes."""
        return stored_rejects(self.connection, reject_ids)

    def learned(self) -> Learned:
        """Return the approved rules, as cleaning takes them."""
        return learned(self.connection)

    def decide(self, rules: Sequence[str], state: State) -> int:
        """Approve or reject learned rules, named in full; return for how many this is new."""
        with self._transaction() as load:
            return decide(load.connection, rules, state, load.now, load.run_id)

    def refresh_rules(self) -> None:
        """Give approved rules the evidence of now, which cleaning again writes into their cuts."""
        with self._transaction(changes=False) as load:
            if refresh(load.connection):
                mark_changed(load.connection)

    def pending(self) -> dict[str, int]:
        """Return the learned rules that are not carried out everywhere, with how many documents are left."""
        return pending(self.connection)

    def replay(self, selection: Selection) -> list[UUID]:
        """Return the ids of the documents to clean again."""
        return select(self.connection, selection)

    def versions(self, doc_ids: Sequence[UUID]) -> list[StoredVersion]:
        """Return every version of the documents."""
        return versions(self.connection, doc_ids)

    def reclean(self, numbered: Sequence[tuple[int, Document]]) -> Counts:
        """Put versions that were cleaned again in the place of what they were, in one transaction.

        They come with their numbers, all versions of a document together. Counted are documents.
        """
        with self._transaction() as load:
            moved = set(replace_versions(load, numbered))
            self._match(load, sorted(moved), {})
            every = {document.doc_id for _, document in numbered}
            done = Counts(updated=len(moved), unchanged=len(every - moved))
            done.removals = removals_of(self.connection, moved)
            total = _sum(self.counts, done)
            runs.progress(self.connection, self.run_id, total)
        self.counts = total
        return done

    def choose(self, policy: Policy) -> int:
        """Choose canonical documents by `policy` from now on; return how many groups it changes."""
        if policy == read_policy(self.connection):
            return 0
        with self._transaction() as load:
            write_setting(load.connection, "canonical", str(policy), load.now, load.run_id)
            before = canonical_documents(load.connection)
            recount(load.connection, regroup_all(load.connection))
            queue(load, all_documents(load.connection), ())
            return len(canonical_documents(load.connection) - before)

    def limit(self, thresholds: SourceThresholds) -> int:
        """Let other thresholds hold from now on; return how many relations appear, vanish or change."""
        if thresholds == read_thresholds(self.connection):
            return 0
        with self._transaction() as load:
            changed, moved = regroup_by(load, thresholds)
            recount(load.connection, moved)
            queue(load, all_documents(load.connection), ())
        return changed

    def configure(self, sources: Sequence[ConfiguredSource]) -> None:
        """Note how sources are configured now."""
        if not sources:
            return
        with self._transaction(changes=False) as load:
            if configure(load, sources):
                mark_changed(load.connection)

    def thresholds(self) -> SourceThresholds:
        """Return from which scores on documents are copies."""
        return read_thresholds(self.connection)

    def judge(self, verdicts: Sequence[Verdict]) -> None:
        """Record analysts' verdicts and carry them out.

        Raises WarehouseError, and records none, where they contradict those that stand.
        """
        with self._transaction() as load:
            doc_ids = write_verdicts(load, verdicts)
            recount(load.connection, regroup(load.connection, doc_ids, ()))
            queue(load, regrouped_documents(load.connection), ())

    def forget(self, doc_ids: Collection[UUID], reason: str) -> Forgotten:
        """Delete all that is known of documents and keep them away from now on; see `warehouse.forget`."""
        with self._transaction() as load:
            return forget(load, doc_ids, reason)

    def drop_old(self, raws_before: datetime | None, rejects_before: datetime | None) -> Dropped:
        """Drop raw bytes and rejects that are older than these times; see `warehouse.retention`."""
        with self._transaction(changes=False) as load:
            dropped = drop_old(load, raws_before, rejects_before)
            if is_due(load.connection):
                mark_changed(load.connection)
        return dropped

    def compact(self) -> None:
        """Have the file written anew at the end of this run."""
        with self._transaction() as load:
            mark_due(load)

    def update(self, on_step: OnStep, *, anew: bool = False) -> None:
        """Make anew what other rules than today's made: keys and relations, groups, revisions told, stories.

        With `anew`, keys, relations and groups in any case.
        """
        if anew or not is_current(self.connection):
            rebuild(self._transaction, on_step)
        elif read_setting(self.connection, "grouping") != GROUPING:
            with self._transaction() as load:
                write_setting(load.connection, "grouping", GROUPING, load.now, load.run_id)
                recount(load.connection, regroup_all(load.connection))
                write_setting(load.connection, "stories", "", load.now, load.run_id)
        if read_setting(self.connection, "revisions") != TELLING:
            with self._transaction() as load:
                write_setting(load.connection, "revisions", TELLING, load.now, load.run_id)
                tell_all(load.connection)
        if read_setting(self.connection, "stories") != STORIES:
            with self._transaction() as load:
                write_setting(load.connection, "stories", STORIES, load.now, load.run_id)
                cite_all(load)
                queue_all(load)

    def settle(self, on_step: OnStep) -> None:
        """Bring stories and search up to date; record what became of groups and stories since the last time.

        `settle` belongs to the end of a run: what a run that ends otherwise leaves behind, the next one does.
        """
        settle_stories(self.connection, self._transaction, partial(on_step, "stories"))
        with self._transaction(changes=False) as load:
            recorded = record_history(load.connection, load.run_id, load.now)
            told = record_story_history(load.connection, load.run_id, load.now)
            indexed = update_index(load.connection)
            if recorded or told or indexed:
                mark_changed(load.connection)

    @contextmanager
    def _transaction(self, *, changes: bool = True) -> Iterator[Load]:
        self.connection.begin()
        try:
            yield Load(self.connection, self.run_id, self.program, datetime.now(UTC))
            if changes:
                mark_changed(self.connection)
            self.connection.commit()
        except duckdb.Error as error:
            _roll_back(self.connection)
            raise WarehouseError(f"A batch could not be loaded: {one_line(error)}") from error
        except BaseException:
            _roll_back(self.connection)
            raise

    def _write(self, load: Load, batch: Batch) -> Counts:
        batch = batch.without(refused(load.connection, batch.documents))
        done = Counts(unchanged=batch.unchanged, rejected=len(batch.rejects))
        write_visits(load, batch.visits)
        if batch.rejects and load_rejects(load, batch.rejects):
            mark_changed(load.connection)
        if batch.documents:
            mark_changed(load.connection)
            changes, moved = load_documents(load, batch.documents)
            tell(load.connection, changes.histories, changes.added.keys() | changes.replaced.keys())
            close_rejects(load, batch.documents)
            done.added = changes.outcomes.count("added")
            done.updated = changes.outcomes.count("updated")
            done.unchanged += changes.outcomes.count("unchanged")
            done.removals = sum(len(document.cuts) for document in changes.added.values())
            pairs = zip(batch.documents, batch.fingerprints, strict=True)
            known = {d.content_hash: (d.text, print_) for d, print_ in pairs}
            self._match(load, moved, known)
            done.duplicates = self._duplicates(moved)
        if batch.taken and close(load, batch.taken):
            mark_changed(load.connection)
        return done

    def _duplicates(self, doc_ids: Sequence[UUID]) -> int:
        self.connection.register("wanted", arrow.ids(doc_ids))
        [(count,)] = self.connection.execute(query("count_duplicates")).fetchall()
        self.connection.unregister("wanted")
        return int(count)

    def _match(self, load: Load, moved: Sequence[UUID], known: Known) -> None:
        if not moved:
            return
        new, touched = renumber(self.connection, known)
        match(self.connection, new, self.run_id)
        touched |= drop_unheld(self.connection, touched)
        regrouped = regroup(self.connection, moved, touched)
        recount(self.connection, regrouped | set(moved))
        queue(load, regrouped_documents(self.connection), moved)


def _roll_back(connection: duckdb.DuckDBPyConnection) -> None:
    try:
        connection.rollback()
    except duckdb.Error:
        # A fatal error has ended the transaction already; the first error is the one to tell of.
        return


def _sum(a: Counts, b: Counts) -> Counts:
    names = ("added", "updated", "unchanged", "rejected", "removals", "duplicates")
    return Counts(**{name: getattr(a, name) + getattr(b, name) for name in names})
