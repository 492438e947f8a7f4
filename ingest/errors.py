"""Errors that a person can act on. Their text is one sentence: what is wrong and what to do."""


class UsageError(Exception):
    """The caller asked for something that cannot be done, such as a path that does not exist."""


class Refused(Exception):  # noqa: N818 - a verdict on one input, not a fault of the program
    """One input cannot become a document; `code` and the message go into its reject."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
