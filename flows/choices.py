"""What a run may be asked for. It stands apart, since `--help` must not wait for the pipeline's imports."""

from __future__ import annotations

from typing import Literal, get_args

Format = Literal[
    "auto",
    "csv",
    "eml",
    "feed",
    "html",
    "json",
    "jsonl",
    "markdown",
    "mbox",
    "mhtml",
    "parquet",
    "sitemap",
    "tar",
    "text",
    "urls",
    "warc",
    "zip",
]
FORMATS: tuple[str, ...] = get_args(Format)

BATCH_SIZE = 1000
MOST_IN_BATCH = 5000
# A hundred years: more than any warehouse has seen, and as many as calendars can count back.
MOST_DAYS = 36_500
