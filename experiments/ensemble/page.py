"""A page that holds everything and needs no network: a reading in words, pictures, tables, how to repeat it."""

from __future__ import annotations

import base64
import html
from collections.abc import Sequence

import pandas as pd

from experiments.report.figures.sheet import Drawing

STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; color: #222; max-width: 960px; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.15rem; margin-top: 2.2rem; }
table { border-collapse: collapse; font-size: .82rem; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid #ddd; }
.wide { overflow-x: auto; } .small { color: #666; font-size: .85rem; } img { width: 100%; margin: .6rem 0; }
code { font-size: .85rem; background: #f4f4f4; padding: .1rem .3rem; } li { margin: .35rem 0; }
"""

Section = tuple[str, Sequence[str | Drawing | pd.DataFrame]]
"""A heading, and what stands below it in turn: sentences, pictures, tables."""


def page(
    heading: str,
    reading: Sequence[str],
    sections: Sequence[Section],
) -> str:
    """The page as HTML; texts are escaped, pictures are put in, tables are written out."""
    parts = [
        "<!doctype html><html lang='en'><head><meta charset='utf-8'>",
        "<meta name='viewport' content='width=device-width, initial-scale=1'>",
        f"<title>{html.escape(heading)}</title><style>{STYLE}</style></head><body>",
        f"<h1>{html.escape(heading)}</h1>",
        "<ul>",
        *(f"<li>{html.escape(each)}</li>" for each in reading),
        "</ul>",
    ]
    for title, members in sections:
        parts.append(f"<h2>{html.escape(title)}</h2>")
        parts += [_member(each) for each in members]
    return "\n".join([*parts, "</body></html>"]) + "\n"


def _member(each: str | Drawing | pd.DataFrame) -> str:
    if isinstance(each, Drawing):
        image = base64.b64encode(each.png).decode()
        return (
            f"<img alt='{html.escape(each.alt, quote=True)}' src='data:image/png;base64,{image}'>"
        )
    if isinstance(each, pd.DataFrame):
        table = each.to_html(index=False, border=0, na_rep="", float_format=lambda x: f"{x:.4g}")
        return f"<div class='wide'>{table}</div>"
    return f"<p>{html.escape(each)}</p>"
