"""The command `copydesk`: finds the subcommand, and turns every error into one line and an exit code.

Exit codes: 0 done, 1 the job failed (an unknown document counts as that), 2 wrong usage, 130 stopped
by Ctrl-C. With COPYDESK_DEBUG=1 an error shows its traceback.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from flows.commands.canonical import canonical
from flows.commands.diff import diff
from flows.commands.explain import explain
from flows.commands.export import export
from flows.commands.forget import forget
from flows.commands.ingest import ingest
from flows.commands.maintain import maintain
from flows.commands.query import query
from flows.commands.rebuild import rebuild
from flows.commands.reclean import reclean
from flows.commands.rejects import rejects, replay
from flows.commands.report import report
from flows.commands.restore import restore
from flows.commands.rules import rules
from flows.commands.search import search
from flows.commands.serve import serve
from flows.commands.show import show
from flows.commands.sources import sources
from flows.commands.status import status
from flows.commands.stories import stories, story
from flows.commands.thresholds import thresholds
from flows.commands.verdicts import link, unlink, verdicts
from flows.failure import code_and_sentence, is_foreseen
from ingest import __version__
from ingest.errors import UsageError
from warehouse.errors import from_database


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="copydesk %(version)s")
@click.pass_context
def cli(context: click.Context) -> None:
    """Clean raw news articles, find near-duplicates, keep one tidy DuckDB file."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


for command in (
    ingest,
    query,
    search,
    export,
    show,
    diff,
    explain,
    stories,
    story,
    status,
    report,
    restore,
    rules,
    reclean,
    rebuild,
    link,
    unlink,
    verdicts,
    canonical,
    thresholds,
    forget,
    maintain,
    sources,
    rejects,
    replay,
    serve,
):
    cli.add_command(command)


def main() -> NoReturn:
    """Run the command line and exit with its code."""
    for stream in (sys.stdout, sys.stderr):
        # What the terminal's encoding lacks must not stop the command.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; errors are said on stderr in one line."""
    try:
        with cli.make_context("copydesk", list(arguments)) as context:
            cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as exit_:
        return exit_.exit_code
    except BrokenPipeError:
        # Whoever reads our output has seen enough. Nothing is left to flush when Python exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (Exception, KeyboardInterrupt) as error:
        if os.environ.get("COPYDESK_DEBUG") == "1":
            raise
        code, sentence = code_and_sentence(_of_encoding(error, arguments))
        click.echo(f"copydesk: {sentence}", err=True)
        return code
    return 0


def _of_encoding(error: BaseException, arguments: Sequence[str]) -> BaseException:
    """Return the error to tell: where no text can be made of an argument, that is what was wrong.

    Python hands on such bytes as lone surrogates. In the path of a file they do no harm.
    """
    if isinstance(error, click.exceptions.ClickException | KeyboardInterrupt):
        return error
    if is_foreseen(error) and not from_database(error):
        return error
    for argument in arguments:
        try:
            argument.encode()
        except UnicodeEncodeError:
            return UsageError(f"The argument {argument!r} is not in UTF-8.")
    return error


if __name__ == "__main__":
    main()
