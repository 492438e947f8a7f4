"""Fields of a form that Prefect's UI would draw otherwise than a person reads them."""

from __future__ import annotations

from typing import Literal

from pydantic import WithJsonSchema


def optional(kind: Literal["number", "integer"], least: float, most: float | None = None) -> WithJsonSchema:
    """Return how the form is to show a number that may be left empty: as one field with its limits.

    By its type alone, a number or None, it would be a switch between the two. Prefect's server takes an
    empty field for the default.
    """
    limits = {"minimum": least} if most is None else {"minimum": least, "maximum": most}
    return WithJsonSchema({"type": kind, **limits})
