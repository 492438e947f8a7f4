"""The picture of the tables."""

from __future__ import annotations

from warehouse.diagram import diagram


def test_keys_and_references_are_drawn() -> None:
    """Every key is listed, what it refers to is one line per pair of tables, other columns are left out."""
    drawn = diagram(
        {
            "copies": [("doc_id", "UUID"), ("copy_id", "UUID"), ("held_by", "UUID"), ("size", "INTEGER")],
            "documents": [("doc_id", "UUID"), ("title", "VARCHAR"), ("run_id", "UUID")],
            "relations": [("doc_a", "UUID"), ("doc_b", "UUID"), ("kind", "VARCHAR")],
            "migrations": [("number", "INTEGER")],
        }
    )
    assert drawn.splitlines() == [
        "```mermaid",
        "erDiagram",
        "    copies {",
        "        UUID doc_id FK",
        "        UUID copy_id FK",
        "        UUID held_by FK",
        "    }",
        '    copy_groups |o--o{ copies : "copy_id"',
        '    documents ||--o| copies : "doc_id, held_by"',
        "    documents {",
        "        UUID doc_id PK",
        "        UUID run_id FK",
        "    }",
        '    runs ||--o{ documents : "run_id"',
        "    relations {",
        "        UUID doc_a FK",
        "        UUID doc_b FK",
        "    }",
        '    documents ||--o{ relations : "doc_a, doc_b"',
        "```",
    ]
