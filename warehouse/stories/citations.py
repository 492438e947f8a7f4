"""Citations of what was stored before today's rules for them."""

from __future__ import annotations

from ingest.fields import cited
from warehouse import arrow
from warehouse.database import query
from warehouse.load import Load, append

_CHUNK = 2000


def cite_all(load: Load) -> None:
    """Find the citations of all versions anew, a part at a time."""
    connection = load.connection
    connection.execute("DELETE FROM store.citations")
    rows = connection.execute("SELECT doc_id FROM store.heads ORDER BY doc_id").fetchall()
    for start in range(0, len(rows), _CHUNK):
        connection.register("wanted", arrow.ids(doc_id for (doc_id,) in rows[start : start + _CHUNK]))
        versions = connection.execute(query("stories/citing_versions")).fetchall()
        connection.unregister("wanted")
        found = (
            (doc_id, number, c.start, c.stop, c.outlet, c.how)
            for doc_id, number, text, site, origins in versions
            for c in cited(text, site, origins)
        )
        append(connection, "citations", arrow.table(arrow.CITATIONS, found))
