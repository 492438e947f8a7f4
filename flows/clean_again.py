"""The Prefect flow `reclean`: cleaning again what is stored, for the form."""

from __future__ import annotations

from typing import Any

from prefect import flow, get_run_logger
from prefect.client.schemas.objects import State

from flows.changes import Changes, report
from flows.ending import completed, failed
from flows.names import RECLEAN
from flows.reclean import Recleaning, check_rule
from flows.reclean import reclean as run
from flows.rules import plan, resolve
from ingest.errors import UsageError
from warehouse.files import Files, locate
from warehouse.reader import open_reader


@flow(name=RECLEAN, validate_parameters=False, persist_result=False)
def reclean(rule: str = "", everything: bool = False, warehouse: str = "") -> State[Any]:
    """Clean again what is stored, from its raw bytes, with the rules as they are now.

    Args:
        rule: Only the documents that this rule touches. Empty: all that are out of date.
        everything: Every document, not only those out of date.
        warehouse: The DuckDB file. Empty means `$COPYDESK_WAREHOUSE`, else `copydesk.duckdb`.
    """
    try:
        if rule and everything:
            raise UsageError("Give either a rule or everything.")
        told = report(_run(rule, everything, locate(warehouse)), done=True)
    except Exception as error:
        return failed(error)
    return completed("changes", told)


def _run(rule: str, everything: bool, files: Files) -> Changes:
    logger = get_run_logger()
    with open_reader(files) as reader:
        asked = Recleaning(resolve(reader, rule).rule if rule else None, everything)
        check_rule(asked, reader)
        for line in plan(reader):
            logger.info("%s", line)
    return run(
        asked,
        files,
        on_wait=logger.warning,
        on_batch=lambda so_far: logger.info("%s documents, %s changed.", so_far.seen, so_far.changed),
    )
