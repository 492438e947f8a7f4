"""Errors of the edge: what no input and no warehouse is to blame for."""

from __future__ import annotations


class ServeError(Exception):
    """What keeps `copydesk serve` from going on: a sentence for a person."""
