"""Sources as configuration: what `sources.toml` says of where articles come from, checked."""

from ingest.configured.file import parse, read
from ingest.configured.source import ConfiguredSource

__all__ = ["ConfiguredSource", "parse", "read"]
