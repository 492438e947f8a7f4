"""One source: where its articles lie, how to read them, when, and on what terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ingest.credentials import without_credentials
from ingest.fetch import Manners


@dataclass(frozen=True, slots=True)
class ConfiguredSource:
    """A table of the configuration. `name` is that of the collection that its articles go to.

    `locations` are paths or addresses, as `ingest.sources.read` takes them, `stated` the same as they were
    written, without credentials: what may be stored and shown. `columns` says which column of a record holds
    which field, `carried` what is known of all articles. `schedule` is a cron expression in UTC. `near` and
    `contains` are thresholds, None where the warehouse's own hold. `manners` says how the web is read.
    `place` names the table in messages.
    """

    name: str
    locations: tuple[str, ...]
    stated: tuple[str, ...]
    kind: str = "auto"
    columns: Mapping[str, str] = field(default_factory=dict)
    carried: Mapping[str, object] = field(default_factory=dict)
    schedule: str | None = None
    licence: str | None = None
    near: float | None = None
    contains: float | None = None
    manners: Manners = field(default_factory=Manners)
    place: str = ""

    def hidden(self, sentence: str) -> str:
        """A sentence about this source, without the credentials in its locations."""
        for location in self.locations:
            sentence = sentence.replace(location, without_credentials(location))
        return sentence
