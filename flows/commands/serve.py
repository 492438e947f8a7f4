"""`copydesk serve`: Prefect with everything that runs need, in one command."""

from __future__ import annotations

import click

from flows.commands.options import warehouse_option


@click.command()
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    help="Port of the server on 127.0.0.1.  [default: the server of $PREFECT_API_URL, else 4200]",
)
@warehouse_option
@click.option("--no-worker", is_flag=True, help="Start no runs here: workers run elsewhere.")
def serve(port: int | None, warehouse: str | None, no_worker: bool) -> None:
    """Keep up the Prefect server, the deployments and a worker, until Ctrl-C.

    It starts a server on 127.0.0.1, or uses the one that is there; makes the work pool, the deployments of
    prefect.yaml and of scheduled sources in sources.toml, and the automation that ends dead runs; starts a
    worker, and tells what becomes of runs. Giving the command again is harmless.
    """
    import os
    from pathlib import Path

    from flows.serving.once import alone
    from flows.serving.place import locate_server
    from ingest.configured.file import locate as locate_sources
    from warehouse.files import locate

    place = locate_server(port, locate(warehouse), os.environ)
    with alone(place) as taken:
        if taken:
            click.echo(taken)
            return
        from flows.serving.service import Service
        from flows.serving.sources import Sources

        sources = Sources(Path(locate_sources()).absolute())
        Service(place, sources, _say, worker=not no_worker).run()


def _say(sentence: str) -> None:
    from datetime import datetime

    from flows.screen import visible

    click.echo(f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S}  {visible(sentence)}")
