"""What can go wrong with the file, as sentences for a person."""


class WarehouseError(Exception):
    """The warehouse cannot be used as asked; the message says what is wrong and what to do."""
