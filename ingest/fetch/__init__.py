"""Fetching from the web: politely, within limits, and never from a private network unless that is allowed.

`Session.ahead` fetches addresses in the background and gives the answers in their order. What is in the way
is `Refused` with one of the codes `unreachable`, `timeout`, `unavailable`, `private_address`, `forbidden`,
`not_found`, `http_error`, `too_many_redirects`, `too_large`, `unsupported`, `malformed`.
"""

from ingest.fetch.fetched import Fetched, Validators
from ingest.fetch.manners import Manners
from ingest.fetch.retry import PASSING
from ingest.fetch.session import Session

__all__ = ["PASSING", "Fetched", "Manners", "Session", "Validators"]
