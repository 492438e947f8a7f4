"""`copydesk search`: documents by their words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import click

from flows.commands.options import after, rows_format_option, warehouse_option

_day = click.DateTime(("%Y-%m-%d",))


def _codes(_: click.Context, __: click.Parameter, tags: tuple[str, ...]) -> tuple[str, ...]:
    """Languages by their tags (`en`, `en-GB`, `eng`) as documents have them."""
    from ingest.extract.languages import language_code

    codes = [language_code(tag) for tag in tags]
    if None in codes:
        raise click.BadParameter(f"{tags[codes.index(None)]!r} is no language code such as en, de or pt-BR.")
    return tuple(code for code in codes if code)


def _site(name: str) -> str:
    """A site as documents have it, from a host or an address; anything else stays."""
    from ingest.extract.urls import domain_in, site_of

    return (site_of(name) if "://" in name else domain_in(name)) or name


# A query may begin with a word to leave out, which looks like short options: there are none here.
@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
@click.argument("asked", metavar="QUERY", nargs=-1, required=True)
@click.option("--site", "sites", metavar="SITE", multiple=True, help="Only this site; may be repeated.")
@click.option(
    "--language",
    "languages",
    callback=_codes,
    metavar="CODE",
    multiple=True,
    help="Only this language (en, de, …).",
)
@click.option(
    "--since",
    type=_day,
    metavar="DATE",
    help="Only what was published from this day on (2026-03-01).",
)
@click.option("--until", type=_day, metavar="DATE", help="Only what was published up to the end of this day.")
@click.option(
    "--limit", type=click.IntRange(1, 1_000_000), default=20, show_default=True, help="How many documents."
)
@warehouse_option
@rows_format_option("How to print them.")
def search(
    asked: tuple[str, ...],
    sites: tuple[str, ...],
    languages: tuple[str, ...],
    since: datetime | None,
    until: datetime | None,
    limit: int,
    warehouse: str | None,
    form: str,
) -> None:
    """Find documents by their words, the best first (BM25).

    Words are found in their other forms too, where the language has a stemmer, and without regard to case
    and diacritics. "two words" is a phrase, exactly so; harb* a beginning; +word must be there, -word must
    not. A document counts the more, the more of the words it has. In SQL: SELECT * FROM search('words').
    """
    from flows.findings import write_hits
    from warehouse.files import locate
    from warehouse.reader import open_reader
    from warehouse.search import Question

    if since and until and since > until:
        raise click.UsageError("--since is a day after --until: nothing can lie between them.")
    first = since and since.replace(tzinfo=UTC)
    end = until and after(until, timedelta(days=1))
    words = " ".join(asked)
    question = Question(words, [_site(site) for site in sites], languages, first, end, limit)
    with open_reader(locate(warehouse)) as reader:
        hits = reader.search(question)
    write_hits(hits, form, asked=words, limited=bool(sites or languages or since or until))
