"""The schema: what users rely on is there and described."""

from __future__ import annotations

import duckdb
import pytest

from builders import load, open_run
from tables import CONTRACT, rows
from warehouse.errors import WarehouseError
from warehouse.files import Files

COLUMNS = {
    "documents": """
        doc_id source_uri source media_type url canonical_url site title byline published_at published_from
        language text extracted_text word_count content_hash revision first_seen_at updated_at run_id
    """,
    "removals": "doc_id start stop kind rule reason text",
    "embeds": "doc_id start stop platform author handle posted_on text urls",
    "relations": "doc_a doc_b kind jaccard containment score run_id",
    "evidence": "doc_a doc_b kind text start_a stop_a start_b stop_b",
    "copies": "doc_id copy_id canonical_doc_id is_canonical why_canonical size",
    "stories": "doc_id story_id size headline",
    "citations": "doc_id outlet how start stop",
    "origins": "story_id documents copies cited_outlets independent_origins first_doc_id first_site",
    "conflicts": "story_id kind what doc_a doc_b text_a start_a stop_a text_b start_b stop_b",
    "articles": "doc_id title text copies sites first_published_at last_published_at story_id",
    "runs": """
        run_id started_at finished_at status source parameters seen added updated unchanged rejected
        removals near_duplicates seconds version
    """,
    "rejects": "reject_id run_id source_uri reason error_code content_hash size replayed_at",
}


@pytest.mark.parametrize("table", COLUMNS)
def test_names_that_users_rely_on(files: Files, table: str) -> None:
    """Every table has its columns, and an empty warehouse can be asked for them."""
    load(files)
    assert rows(files, f"SELECT {', '.join(COLUMNS[table].split())} FROM {table}") == [] or table == "runs"


def test_everything_is_described(files: Files) -> None:
    """Every table, view and column has a comment, in both schemas."""
    load(files)
    undescribed = rows(
        files,
        """
        SELECT table_name, NULL FROM duckdb_tables() WHERE comment IS NULL AND NOT internal
        UNION ALL SELECT view_name, NULL FROM duckdb_views() WHERE comment IS NULL AND NOT internal
        UNION ALL SELECT table_name, column_name FROM duckdb_columns() WHERE comment IS NULL AND NOT internal
        """,
    )
    assert undescribed == []
    assert set(CONTRACT) <= {
        name for (name,) in rows(files, "SELECT table_name FROM information_schema.tables")
    }


def test_every_table_is_read_where_the_file_is_attached(files: Files) -> None:
    """Beside other databases the views find their tables, also where another one has tables of their names."""
    load(files)
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE thresholds AS SELECT 1 AS mine")
        connection.execute("CREATE TABLE copies AS SELECT 1 AS mine")
        connection.execute(f"ATTACH '{files.published}' AS news (READ_ONLY)")
        names = connection.execute(
            "SELECT schema_name || '.' || table_name FROM duckdb_tables() WHERE database_name = 'news' UNION ALL"
            " SELECT schema_name || '.' || view_name FROM duckdb_views() WHERE database_name = 'news' AND NOT internal"
        ).fetchall()
        assert {f"main.{name}" for name in CONTRACT} <= {name for (name,) in names}
        for (name,) in names:
            connection.execute(f"SELECT * FROM news.{name} LIMIT 0")


def test_types_that_users_rely_on(files: Files) -> None:
    """Ids are UUIDs, times carry a zone, lists are lists."""
    load(files)
    types = {
        (table, column): kind
        for table, column, kind in rows(
            files, "SELECT table_name, column_name, data_type FROM duckdb_columns()"
        )
    }
    assert types["documents", "doc_id"] == types["copies", "copy_id"] == types["runs", "run_id"] == "UUID"
    assert (
        types["documents", "published_at"]
        == types["articles", "first_published_at"]
        == "TIMESTAMP WITH TIME ZONE"
    )
    assert types["embeds", "urls"] == types["articles", "sites"] == "VARCHAR[]"
    assert types["embeds", "posted_on"] == "DATE"
    assert types["runs", "parameters"] == "JSON"


def test_a_newer_file_is_refused(files: Files) -> None:
    """A file from a newer copydesk is not touched by an older one."""
    load(files)
    with duckdb.connect(files.working) as connection:
        connection.execute("INSERT INTO migrations VALUES (9999, '9999_later.sql', 'x', now())")
    with pytest.raises(WarehouseError, match="install the newer copydesk"), open_run(files):
        pass


def test_another_history_is_refused(files: Files) -> None:
    """A file whose schema was made by other files than ours is refused."""
    load(files)
    with duckdb.connect(files.working) as connection:
        connection.execute("UPDATE migrations SET checksum = 'x' WHERE number = 1")
    with pytest.raises(WarehouseError, match="belongs to another copydesk"), open_run(files):
        pass
