"""What can go wrong with the file, as sentences for a person."""


class WarehouseError(Exception):
    """The warehouse cannot be used as asked; the message says what is wrong and what to do."""


class ForeignFileError(WarehouseError):
    """A database of somebody else stands where the warehouse should be."""


class HeldError(WarehouseError):
    """Another program has the writer's file open."""


def from_database(error: BaseException) -> bool:
    """Say whether DuckDB itself raised `error`."""
    import duckdb

    return isinstance(error, duckdb.Error)


def was_stopped(error: BaseException) -> bool:
    """Say whether a signal came while DuckDB was at work; what its handler raised is lost then."""
    return isinstance(error, RuntimeError) and str(error) == "Query interrupted"


def may_heal(error: BaseException) -> bool:
    """Say whether the same work may succeed a little later: the disk or the network drive failed.

    A WarehouseError is judged by what it was raised from.
    """
    import duckdb

    first = error.__cause__ if isinstance(error, WarehouseError) else error
    return isinstance(first, OSError | duckdb.IOException)
