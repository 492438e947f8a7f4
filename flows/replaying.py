"""The Prefect flow `replay`: rejects taken again, after a fix."""

from __future__ import annotations

import os
from typing import Any

from prefect import flow, get_run_logger
from prefect.client.schemas.objects import State

from flows.ending import completed, failed
from flows.names import REPLAY
from flows.replay import Replaying, report
from flows.replay import replay as run
from ingest.columns import parse_map
from ingest.configured import read
from ingest.configured.file import locate as locate_sources
from warehouse.files import locate


@flow(name=REPLAY, validate_parameters=False, persist_result=False)
def replay(
    code: str = "", source: str = "", mapping: str = "", sources_file: str = "", warehouse: str = ""
) -> State[Any]:
    """Take rejects again, after a fix.

    Args:
        code: Only those with this code, such as `malformed`, or these, with commas between. Empty means all.
        source: Only those of this collection. Empty means all.
        mapping: Another mapping of columns, such as `text=body`, for tables set aside for want of one.
        sources_file: The configuration. Empty means `$COPYDESK_SOURCES`, else `sources.toml` if there is one.
        warehouse: The DuckDB file. Empty means `$COPYDESK_WAREHOUSE`, else `copydesk.duckdb`.
    """
    try:
        asked = Replaying(code.replace(",", " ").split(), source or None, parse_map([mapping]))
        file = locate_sources(sources_file)
        configured = read(file) if sources_file or os.path.exists(file) else []
        done = run(asked, locate(warehouse), configured=configured, on_wait=get_run_logger().warning)
    except Exception as error:
        return failed(error)
    return completed("replay", report(done))
