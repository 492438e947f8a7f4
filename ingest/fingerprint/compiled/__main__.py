"""Compile ahead of the first use, and keep the result: `python -m ingest.fingerprint.compiled`."""

from __future__ import annotations

from ingest.fingerprint import fingerprint_compiled
from ingest.fingerprint.pairs import similar

if __name__ == "__main__":
    texts = ["Compiled ahead of its first use: année 1999."] * 2
    fingerprint_compiled(texts)
    similar(texts, 0.5)
