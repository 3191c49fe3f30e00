"""The section on trials of the page of a validation."""

from __future__ import annotations

import base64
import html
from collections.abc import Sequence

import pandas as pd

from experiments.report.figures.sheet import Drawing
from experiments.trials.tables import with_interval
from experiments.trials.trial import Result, Untested, headline
from experiments.validation.tables import band

WORDS = {
    "printed": "as printed",
    "versions": "spread of versions",
    "judged": "judged around one figure",
    "sign": "sign alone",
}


def trials_section(
    results: Sequence[Result], untested: Sequence[Untested], drawing: Drawing
) -> list[str]:
    """Heading, totals, forest plot, a table of all effects, and what disagrees and why."""
    image = base64.b64encode(drawing.png).decode()
    rows = pd.DataFrame([_row(each) for each in results])
    missing = pd.DataFrame(
        [
            {"lever": each.lever, "study": each.source, "published": each.said, "why not": each.why}
            for each in untested
        ]
    )
    return [
        "<h2>Published trials run again</h2>",
        f"<p>{html.escape(headline(tuple(results), tuple(untested)))} The studies are a check and no target: no "
        "parameter was set by them unless the column of what an effect leans on says so.</p>",
        f"<img alt='{html.escape(drawing.alt, quote=True)}' src='data:image/png;base64,{image}'>",
        str(rows.to_html(index=False, border=0, na_rep="")),
        *_disagreements(results),
        "<h3>Not testable here</h3>",
        str(missing.to_html(index=False, border=0, na_rep="")),
    ]


def _row(result: Result) -> dict[str, str]:
    published = result.effect.published
    recalled = ", recalled" if published.recalled else ""
    return {
        "lever": result.trial.lever,
        "study": f"{result.trial.title} ({result.trial.source})",
        "effect": result.effect.name,
        "published": published.said,
        "range": f"{band(published.low, published.high)} ({WORDS[published.kind]}{recalled})",
        "model": with_interval(result),
        "status": result.status + (", put in" if result.effect.imposed else ""),
        "leans on": result.effect.leans_on,
    }


def _disagreements(results: Sequence[Result]) -> list[str]:
    found = [each for each in results if each.status == "does not overlap" or each.reason]
    if not found:
        return []
    items = [
        f"<li><b>{html.escape(each.trial.title)}, {html.escape(each.effect.name)}</b>: "
        f"{html.escape(each.reason or 'no reason is known yet')}</li>"
        for each in found
    ]
    return ["<h3>What disagrees, and why</h3>", "<ul>", *items, "</ul>"]
