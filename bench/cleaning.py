"""How clean and how whole texts are, and at what cost, for copydesk and for extractors alone.

    python bench/cleaning.py FILE.jsonl.gz [FILE.jsonl.gz ...]

A file has one labelled document a line, of one of two forms. Pages: `html`, `gold_text`, and optionally
`url` and `set`; measured are precision, recall and F1 of word 4-grams (multisets). Flattened texts:
`text`, its `lines` with `text` and `label` (`content` or `boilerplate`; other labels do not count), and
optionally `lang` and `set`; measured are F1 by words, content words lost and boilerplate words cut. Means
over documents, and CPU milliseconds, all in one process. readability-lxml takes part where it is
installed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench import labelled_lines, labelled_pages


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="+")
    for path in parser.parse_args().files:
        documents = read(path)
        print(f"# {path.name}")
        (labelled_pages if "html" in documents[0] else labelled_lines).report(documents)


def read(path: Path) -> list[dict[str, Any]]:
    data = path.read_bytes()
    plain = gzip.decompress(data) if path.suffix == ".gz" else data
    return [json.loads(line) for line in plain.splitlines()]


if __name__ == "__main__":
    main()
