"""Rules for people: the list of them, decisions about them, and what is still to be carried out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from flows.screen import visible
from flows.summary import count, shortened, waiting
from ingest import __version__
from ingest.clean.engine.book import book
from ingest.errors import UsageError
from warehouse.decide import State
from warehouse.files import Files
from warehouse.reader import Reader, open_reader
from warehouse.run import Run
from warehouse.stored import Result, StoredRule

_COLUMNS = ["rule", "kind", "state", "documents", "cuts", "articles", "of", "days", "site", "example"]


def listing(found: Sequence[StoredRule], state: str | None, *, whole: bool) -> Result:
    """Return the rules in `state` (None: all), built-in ones that cut nothing among them.

    Examples are shortened to a line unless they are wanted `whole`.
    """
    cutting = {each.rule for each in found}
    idle = [
        StoredRule(rule, kind, "built-in", None, "", 0, None, None, None, 0, None)
        for rule, kind in sorted(book().kind_of.items())
        if rule not in cutting
    ]
    return Result(
        _COLUMNS, [_row(each, whole) for each in (*found, *idle) if state is None or each.state == state]
    )


def _row(each: StoredRule, whole: bool) -> tuple[object, ...]:
    evidence = ("",) * 4 if each.site is None else (each.articles, each.site_articles, each.days, each.site)
    text = each.text if whole else shortened(each.text)
    return (each.rule, each.kind, each.state, each.documents, each.cuts, *evidence, text)


def decide(names: Sequence[str], state: State, files: Files, *, on_wait: Callable[[str], None]) -> str:
    """Approve or reject the rules with these names, else every proposed one; return what was done."""
    with open_reader(files) as reader:
        chosen = [resolve(reader, name) for name in names]
        if not names:
            chosen = [each for each in reader.rules() if each.state == "proposed"]
    for each in chosen:
        if each.state == "built-in":
            raise UsageError(f"{each.rule} is built in; only learned rules are approved or rejected.")
    wanted = sorted({each.rule for each in chosen if each.state != state})
    if not wanted:
        return "There is nothing to decide." if not names else f"Already {state}."
    parameters: dict[str, object] = {state: wanted}
    with Run(files, source="rules", parameters=parameters, program=__version__, on_wait=on_wait) as writer:
        writer.decide(wanted, state)
        left = writer.pending()
    told = f"{state.capitalize()} {count(len(wanted), 'rule')}."
    if left.keys() & set(wanted):
        told += " `copydesk reclean` carries that out on what was loaded before."
    texts = {each.rule: shortened(each.text) for each in chosen}
    return visible("\n".join([told, *(f"  {rule}: “{texts[rule]}”" for rule in wanted)]))


def resolve(reader: Reader, name: str) -> StoredRule:
    """Return the rule that a user names; built-in ones that cut nothing are found by their full names."""
    kind = book().kind_of.get(name)
    if kind is not None and all(each.rule != name for each in reader.rules()):
        return StoredRule(name, kind, "built-in", None, "", 0, None, None, None, 0, None)
    return reader.resolve_rule(name)


def plan(reader: Reader) -> Iterator[str]:
    """Yield what cleaning again is about to carry out, and what still waits for a decision."""
    left = reader.pending()
    found = reader.rules()
    known = {each.rule: each for each in found if each.rule in left}
    if left:
        yield f"{count(len(left), 'learned rule')} to carry out:"
    for rule, documents in sorted(left.items(), key=lambda item: (-item[1], item[0])):
        each = known[rule]
        place = count(documents, "document")
        yield visible(f"  {rule} in {place}, {each.state}: “{shortened(each.text)}”")
    yield from waiting(sum(each.state == "proposed" for each in found))
