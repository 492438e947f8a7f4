"""A page for a browser that asks for nothing else: no script, no font, no image, no network."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from flows.screen import visible

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; background: #fcfcfa; color: #1d1d1b;
  font: 1.05rem/1.6 Georgia, serif; }
h1 { font-size: 1.5rem; line-height: 1.25; }
dl, ul, details { font: .85rem/1.5 system-ui, sans-serif; color: #55534e; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
dd { margin: 0; overflow-wrap: anywhere; }
ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; }
table { border-collapse: collapse; font: .85rem/1.4 system-ui, sans-serif; }
th, td { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0; }
"""


def frame(title: str, style: str, body: Iterable[str]) -> str:
    """Return a whole page around parts of HTML; `title` is plain text, `style` comes after the common one."""
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{safe(title)}</title>",
        f"<style>{_STYLE}{style}</style>",
        "</head>",
        "<body>",
        *body,
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(parts)


def safe(text: object) -> str:
    """Return a text for HTML: its markup stays text, its control characters become visible."""
    return escape(visible(str(text)))
