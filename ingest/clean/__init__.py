"""Cleaning: boilerplate and embedded posts become labelled cuts, the story stays whole."""

from ingest.clean.engine import clean

__all__ = ["clean"]
