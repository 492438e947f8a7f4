"""`copydesk reclean`: cleaning again what is stored, with the rules as they are now."""

from __future__ import annotations

import click

from flows.commands.options import warehouse_option


@click.command()
@click.option("--rule", metavar="RULE", help="Only the documents that this rule touches.")
@click.option("--all", "everything", is_flag=True, help="Every document, not only those out of date.")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@warehouse_option
def reclean(rule: str | None, everything: bool, dry_run: bool, warehouse: str | None) -> None:
    """Clean again what is stored, from its raw bytes, with the rules as they are now.

    Without an option: the documents that approved or rejected rules were not carried out on yet, and
    those that an older copydesk has read. Afterwards the warehouse is as if every rule had been known
    from the start; documents get no new revision. With --dry-run, a rule that is only proposed can be
    tried with --rule.
    """
    from flows.changes import report
    from flows.reclean import Recleaning, check_rule, preview
    from flows.reclean import reclean as run
    from flows.rules import plan, resolve
    from ingest.errors import UsageError
    from warehouse.files import locate
    from warehouse.reader import open_reader

    if rule is not None and everything:
        raise UsageError("Give either --rule RULE or --all.")
    files = locate(warehouse)
    with open_reader(files) as reader:
        asked = Recleaning(None if rule is None else resolve(reader, rule).rule, everything)
        if dry_run:
            click.echo(report(preview(asked, reader), done=False))
            return
        check_rule(asked, reader)
        for line in plan(reader):
            click.echo(line)
    click.echo(report(run(asked, files, on_wait=lambda told: click.echo(told, err=True)), done=True))
