"""The ledger as one self-contained page."""

from __future__ import annotations

import base64
import html
from collections.abc import Sequence

import pandas as pd

from experiments.report.figures.sheet import Drawing
from experiments.validation.ledger import Entry, totals_of
from experiments.validation.pattern import RESTATED
from experiments.validation.singly import TITLE
from experiments.validation.tables import band, figure

STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; color: #222; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; } h3 { font-size: 1rem; margin: 1.2rem 0 .2rem; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid #ddd; }
.reproduced { color: #0072b2; } .not-reproduced { color: #b34700; } .not-testable { color: #666; }
.small { color: #666; font-size: .85rem; } img { width: 100%; }
"""


def ledger_page(
    entries: Sequence[Entry],
    moments: pd.DataFrame,
    drifts: pd.DataFrame,
    drawing: Drawing | None,
    trials: Sequence[str] = (),
    series: pd.DataFrame | None = None,
    singly: pd.DataFrame | None = None,
) -> str:
    """The page as HTML: totals, the figure, each pattern with its bands and verdict, trials, moments, quiet runs.

    `drawing` is that of the patterns, None without them; `trials` is the finished section on trials;
    `series` is Torreon beside its years, `singly` the patterns without each alone of what puts them in together.
    """
    parts = [
        "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Pattern ledger</title>",
        f"<style>{STYLE}</style></head><body>",
        "<h1>Published patterns and what the model makes of them</h1>",
    ]
    parts += _patterns(entries, drawing) if drawing is not None else []
    if singly is not None and len(singly):
        parts += [f"<h2>{TITLE}</h2>", _table(singly)]
    if series is not None and len(series):
        parts += ["<h2>Torreon 1993-2000: base year and growth of orders given, nothing else</h2>"]
        parts += [_table(series)]
    parts += trials
    if len(moments):
        parts += ["<h2>Figures beside their published ranges</h2>", _table(moments)]
    if len(drifts):
        parts += ["<h2>Does a quiet run stand still?</h2>", _table(drifts)]
    return "\n".join([*parts, "</body></html>"])


def _patterns(entries: Sequence[Entry], drawing: Drawing) -> list[str]:
    image = base64.b64encode(drawing.png).decode()
    return [
        f"<p>{html.escape(totals_of(entries).words())} A pattern is reproduced when each of its statistics is. "
        "Bands were set from the sources before any run. <em>Emergent</em>: it survives when the parameter that "
        "could impose it is neutral.</p>",
        f"<img alt='{html.escape(drawing.alt, quote=True)}' src='data:image/png;base64,{image}'>",
        "<h2>The patterns</h2>",
        *(_entry(each) for each in entries),
    ]


def _entry(entry: Entry) -> str:
    pattern, mark = entry.pattern, entry.status.replace(" ", "-")
    verdict = entry.status + (f", {entry.kind}" if entry.kind else "")
    rows = [
        {
            "statistic": each.statistic.name,
            "published": each.statistic.published,
            "band": f"{band(each.statistic.band.low, each.statistic.band.high)} ({each.statistic.why})",
            "value": f"{figure(each.found.value)} ({figure(each.found.low)} to {figure(each.found.high)})",
            "seeds": str(len(each.seeds)) if each.seeds else "",
            "status": each.status,
            "neutral": "" if each.without is None else figure(each.without.value),
        }
        for each in entry.findings
    ]
    return (
        f"<h3>{html.escape(pattern.id)} {html.escape(pattern.title)}: <span class='{mark}'>{verdict}</span></h3>"
        f"<p class='small'>{html.escape(pattern.cluster)}; evidence {html.escape(pattern.strength)}: "
        f"{html.escape(pattern.source)}. Could it be imposed? {html.escape(pattern.ablation.reason)}"
        + (
            f" <b>What it would take:</b> {html.escape(entry.note)}"
            if entry.status == "not reproduced"
            else ""
        )
        + (f" <b>Why not:</b> {html.escape(entry.note)}" if entry.status == "not testable" else "")
        + (
            f" <b>{RESTATED}:</b> {html.escape(pattern.restated)}"
            if pattern.restated
            else ""
        )
        + f"</p>{_table(pd.DataFrame(rows))}"
    )


def _table(rows: pd.DataFrame) -> str:
    return str(rows.to_html(index=False, border=0, na_rep="", float_format=lambda x: f"{x:.3g}"))
