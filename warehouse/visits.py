"""What was read of the web, so that what is the same is not fetched again."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import pyarrow as pa

from ingest.model import Visit
from warehouse import arrow
from warehouse.database import query
from warehouse.load import Load

_ADDRESSES = pa.schema([("uri", pa.string())])
_VISITS = pa.schema([(name, pa.string()) for name in ("source", "uri", "mark", "etag", "last_modified")])


def visited(
    connection: duckdb.DuckDBPyConnection, source: str, uris: Sequence[str], program: str
) -> dict[str, Visit]:
    """Return the visits to these addresses, by address. Those of another program count as none."""
    connection.register("wanted", arrow.table(_ADDRESSES, ((uri,) for uri in uris)))
    rows = connection.execute(query("visits_to"), [source, program]).fetchall()
    connection.unregister("wanted")
    return {uri: Visit(source, uri, *fields) for uri, *fields in rows}


def write_visits(load: Load, visits: Sequence[Visit]) -> None:
    """Note visits in the place of earlier ones to the same addresses."""
    if not visits:
        return
    last = {(visit.source, visit.uri): visit for visit in visits}
    rows = ((v.source, v.uri, v.mark, v.etag, v.last_modified) for v in last.values())
    load.connection.register("incoming", arrow.table(_VISITS, rows))
    load.connection.execute(query("delete_visits"))
    load.connection.execute(query("insert_visits"), [load.program, load.now, load.run_id])
    load.connection.unregister("incoming")
