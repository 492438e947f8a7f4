"""The Prefect flow `maintain`: retention by rule, for a schedule."""

from __future__ import annotations

from typing import Annotated, Any

from prefect import flow, get_run_logger
from prefect.client.schemas.objects import State
from pydantic import Field

from flows.choices import MOST_DAYS
from flows.ending import completed, failed
from flows.names import MAINTAIN
from flows.upkeep import Upkeep, report
from flows.upkeep import maintain as run
from warehouse.files import locate

FOR_EVER = -1


@flow(name=MAINTAIN, validate_parameters=False, persist_result=False)
def maintain(
    # A number or nothing would be a switch between two fields.
    keep_raw: Annotated[int, Field(ge=FOR_EVER, le=MOST_DAYS)] = FOR_EVER,
    keep_rejects: Annotated[int, Field(ge=FOR_EVER, le=MOST_DAYS)] = FOR_EVER,
    compact: bool = False,
    warehouse: str = "",
) -> State[Any]:
    """Drop what is to be kept for a time only, and put the files in order.

    Args:
        keep_raw: Days for which raw bytes are kept, up to 36500; -1 keeps them for ever.
        keep_rejects: Days for which rejects are kept, up to 36500; -1 keeps them for ever.
        compact: Write the file anew, without the gaps of what was deleted.
        warehouse: The DuckDB file. Empty means `$COPYDESK_WAREHOUSE`, else `copydesk.duckdb`.
    """
    try:
        wanted = Upkeep(_days(keep_raw), _days(keep_rejects), compact)
        kept = run(wanted, locate(warehouse), on_wait=get_run_logger().warning)
    except Exception as error:
        return failed(error)
    return completed("upkeep", report(kept), is_markdown=True)


def _days(told: int) -> int | None:
    return None if told == FOR_EVER else told
