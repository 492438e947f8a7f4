"""How the report looks, by day and by night."""

from __future__ import annotations

from flows.page import COLOURS

_LIGHT = "".join(f".{kind} {{ fill: {colour}; }}\n" for kind, colour in COLOURS.items())
_DARK = "".join(
    f".{kind} {{ fill: color-mix(in srgb, {colour} 62%, white); }}\n" for kind, colour in COLOURS.items()
)
STYLE = f"""
:root {{ color-scheme: light dark; --paper: #fcfcfa; --ink: #1d1d1b; --quiet: #55534e; --line: #d8d5cc;
  --one: #1f4fa3; --two: #c9772b; --strong: #fff; }}
body {{ max-width: 62rem; background: var(--paper); color: var(--ink); }}
h2 {{ font-size: 1.2rem; margin: 2.4rem 0 .3rem; }}
h3 {{ font: 600 .95rem/1.4 system-ui, sans-serif; margin: 1rem 0 .3rem; }}
p, summary {{ font: .9rem/1.5 system-ui, sans-serif; }}
p, dl, ul, details {{ color: var(--quiet); }}
summary {{ cursor: pointer; }}
svg {{ display: block; max-width: 100%; height: auto; margin: .6rem 0; }}
svg text {{ font: 12px system-ui, sans-serif; fill: var(--ink); }}
svg line {{ stroke: var(--line); }}
.own, .first, .cell {{ fill: var(--one); }}
.copied {{ fill: var(--two); }}
svg .inside {{ font-size: 11px; }}
svg .strong {{ fill: var(--strong); }}
.canonical {{ fill: var(--one); stroke: var(--one); }}
.copy {{ fill: var(--paper); stroke: var(--two); stroke-width: 2; }}
{_LIGHT}.key {{ display: inline-block; width: .8rem; height: .8rem; margin: 0 .35rem 0 0;
  vertical-align: -.05rem; }}
.scroll {{ overflow-x: auto; }}
td, th {{ color: var(--ink); overflow-wrap: break-word; max-width: 24rem; }}
th {{ white-space: nowrap; }}
td {{ min-width: 4rem; }}
.number {{ text-align: right; font-variant-numeric: tabular-nums; }}
.group {{ border-top: 1px solid var(--line); padding: .5rem 0; }}
.group > summary {{ color: var(--ink); font-size: 1rem; }}
.head, .row {{ color: var(--ink); }}
.row {{ font: 1rem/1.5 Georgia, serif; }}
@media (prefers-color-scheme: dark) {{
:root {{ --paper: #191917; --ink: #ecebe6; --quiet: #b5b2a9; --line: #45433d; --one: #83b1f2; --two: #e9a35f;
  --strong: #10100f; }}
{_DARK}.head {{ background: var(--paper); }}
.row {{ border-color: var(--line); }}
mark {{ background: #1d3a5c; }}
mark.moved {{ background: none; outline-color: var(--one); }}
del, ins {{ color: #ffd2a6; background: #4a2f14; }}
}}
@media (max-width: 44rem) {{ svg {{ max-width: none; }} }}
@media print {{ body {{ margin: 0; max-width: none; }} }}
"""
