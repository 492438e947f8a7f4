"""The Prefect flows `sources` and `source`: what the configuration says, on its schedules or by hand."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

from prefect import flow, get_run_logger
from prefect.client.schemas.objects import State
from prefect.states import Completed, Failed
from pydantic import Field

from flows.ingest import run_in_flow
from flows.names import SOURCE, SOURCES
from flows.sources import chosen, due, request_of
from ingest.configured import read
from ingest.configured.file import locate as locate_sources
from ingest.errors import UsageError
from warehouse.errors import WarehouseError
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
    except (UsageError, WarehouseError, OSError) as error:
        told = found.hidden(str(error)) if found else str(error)
        get_run_logger().error("%s", told)
        return Failed(message=told)


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
    except (UsageError, WarehouseError, OSError) as error:
        get_run_logger().error("%s", error)
        return Failed(message=str(error))
    states = {each.name: source(each.name, file, warehouse, return_state=True) for each in wanted}
    failed = [name for name, state in states.items() if not state.is_completed()]
    if failed:
        return Failed(message=f"{len(failed)} of {len(states)} sources failed: {', '.join(failed)}.")
    return Completed(message=f"{len(states)} sources were run." if states else "No source is due.")
