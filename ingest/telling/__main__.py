"""Compile ahead of the first use, and keep the result: `python -m ingest.telling`."""

from __future__ import annotations

from ingest.telling.pieces import read_compiled

if __name__ == "__main__":
    read_compiled("Compiled ahead of its first use.")
