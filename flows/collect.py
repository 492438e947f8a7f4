"""The Prefect flows `sources` and `source`: what the configuration says, on its schedules or by hand."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed, Failed
from pydantic import Field

from flows.ending import failed
from flows.ingest import run_in_flow
from flows.names import SOURCE, SOURCES
from flows.sources import chosen, due, request_of
from ingest.configured import read
from ingest.configured.file import locate as locate_sources
from warehouse.files import locate
from warehouse.reader import open_reader_or_nothing


@flow(name=SOURCE, flow_run_name="{name}", validate_parameters=False, persist_result=False)
def source(
    name: Annotated[str, Field(min_length=1)], sources_file: str = "", warehouse: str = ""
) -> State[Any]:
    """Ingest what one source of the configuration brings.

    Args:
        name: Its name in the configuration.
        sources_file: The configuration. Empty means `$COPYDESK_SOURCES`, else `sources.toml`.
        warehouse: The DuckDB file. Empty means `$COPYDESK_WAREHOUSE`, else `copydesk.duckdb`.
    """
    found = None
    try:
        configured = read(locate_sources(sources_file))
        [found] = chosen(configured, [name])
        return Completed(message=run_in_flow(request_of(found), locate(warehouse), configured))
    except Exception as error:
        return failed(error, found.hidden) if found else failed(error)


@flow(name=SOURCES, validate_parameters=False, persist_result=False)
def sources(everything: bool = False, sources_file: str = "", warehouse: str = "") -> State[Any]:
    """Ingest what the sources bring whose schedules came true since their last run, each in a run of its own.

    Args:
        everything: All sources, also those that are not due or have no schedule.
        sources_file: The configuration. Empty means `$COPYDESK_SOURCES`, else `sources.toml`.
        warehouse: The DuckDB file. Empty means `$COPYDESK_WAREHOUSE`, else `copydesk.duckdb`.
    """
    file, files = locate_sources(sources_file), locate(warehouse)
    if not sources_file and not Path(file).exists():
        return Completed(message=f"There is no {file}: nothing to do.")
    try:
        wanted = read(file)
        if not everything:
            with open_reader_or_nothing(files) as reader:
                wanted = due(wanted, reader.collections(), datetime.now(UTC))
    except Exception as error:
        return failed(error)
    states = {each.name: source(each.name, file, warehouse, return_state=True) for each in wanted}
    left = [name for name, state in states.items() if not state.is_completed()]
    if left:
        return Failed(message=f"{len(left)} of {len(states)} sources failed: {', '.join(left)}.")
    return Completed(message=f"{len(states)} sources were run." if states else "No source is due.")
