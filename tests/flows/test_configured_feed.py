"""A feed as a configured source, from a server on loopback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tables import rows
from warehouse.files import Files
from web_server import Reply, page, serving

HOST = "127.0.0.1"


def test_a_feed_is_checked_and_run(command: Callable[..., Any], tmp_path: Path) -> None:
    """A check reads three pages and leaves no trace, so that the run after it fetches everything once."""
    with serving() as site:
        items = "".join(f"<item><link>{site.url(f'/{n}', HOST)}</link></item>" for n in range(5))
        site.pages |= {f"/{n}": Reply(page(f"Story {n}")) for n in range(5)}
        site.pages["/feed"] = Reply(f'<rss version="2.0"><channel><title>L</title>{items}</channel></rss>')
        configuration = tmp_path / "sources.toml"
        configuration.write_text(
            f'[[source]]\nname = "lune"\nlocation = "{site.url("/feed", HOST)}"\n'
            f'delay = 0\nallow_hosts = ["{HOST}"]\nlicence = "with permission"\n'
        )
        place = ("--sources", str(configuration), "--warehouse", str(tmp_path / "w.duckdb"))
        checked = command("sources", "check", *place)
        assert checked.code == 0
        assert checked.out.count("    url: http://127.0.0.1") == 3
        assert [path.name for path in tmp_path.iterdir()] == ["sources.toml"]
        assert "5 added" in command("sources", "run", "lune", *place).out
        assert "0 added" in command("sources", "run", "lune", *place).out
    sql = "SELECT source, licence, count(*) FROM documents GROUP BY ALL"
    assert rows(Files(tmp_path / "w.duckdb"), sql) == [("lune", "with permission", 5)]
    configuration.write_text(configuration.read_text().replace(f'["{HOST}"]', "[]"))
    assert "rejected (private_address)" in command("sources", "check", *place).out
