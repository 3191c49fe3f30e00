"""The paper in the laboratory: the section of the page of a validation, and the page docs/paper.md.

python -m poverty_nodes.experiments.evidence.propositions.page > docs/paper.md
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from poverty_nodes.experiments.evidence.harness.kept_table import (
    DOCS,
    kept,
    kept_lines,
    not_judged,
)
from poverty_nodes.experiments.evidence.harness.pattern_section import pattern_section
from poverty_nodes.experiments.evidence.propositions.all_propositions import PROPOSITIONS
from poverty_nodes.experiments.evidence.propositions.inertness import Mechanism, mechanisms
from poverty_nodes.experiments.evidence.registered.files import content, rules

BEFORE, INERTNESS = "evidence_paper.csv", "evidence_inertness.csv"
"""Tables in docs/ of the last validation under the rules of today."""
INTRODUCTION = """\
# The paper in the laboratory

Nadvi and Barrientos (2004) say some twelve things about clusters and poverty. Each is an experiment on real clusters of
the catalogue here, registered before it was run (experiments/evidence/registered/propositions) and judged like the
[patterns](evidence.md): a sign has to hold over the ranges of what is not known, what a dull rival does as well earns
nothing, and the share that survives says whether the model brings it forth or a parameter puts it in. Where the
model says nothing, it says so. `poverty-nodes validate parts=[paper]` runs them and prints what came out.

"""


def paper() -> str:
    """The page as Markdown."""
    parts = [
        pattern_section(each).replace(f"### {each.id} ", f"## ({each.id}) ", 1)
        for each in PROPOSITIONS
    ]
    return INTRODUCTION + "\n".join([_came_out(), *parts, _inertness(mechanisms())])


def _came_out() -> str:
    """What came out of the propositions that were judged."""
    table = kept(BEFORE)
    lines = [
        "## What came out\n",
        f"The economy of 30 November 2026 (`docs/{BEFORE}`). {not_judged(table, [each.id for each in PROPOSITIONS])}\n",
        *kept_lines(table, "proposition"),
    ]
    return "\n".join([*lines, ""])


def _inertness(named: Sequence[Mechanism]) -> str:
    said, limits = content("inertness"), rules()["inert"]
    told = ", ".join(f"{name.replace('_', ' ')} {value:g}" for name, value in limits.items())
    lines = [
        "## What is inert\n",
        f"Each mechanism that the paper names is switched off alone in {', '.join(said['clusters'])}. {said['world']} "
        f"A mechanism is inert where that moves nothing, for certain and in any of them, by as much as: {told} "
        "(shares; the last column has %, and points of shares). What no rule reads is inert by reading.\n",
        "| mechanism | what the paper calls it | switched off by | what it moves |",
        "|---|---|---|---|",
    ]
    moves = _moves()
    lines += [
        f"| {each.name} | {each.paper} | "
        + (", ".join(f"`{k}` = {v:g}" for k, v in each.off.items()) or "no rule reads it")
        + f" | {moves.get(each.name, 'not run yet' if each.off else 'inert')} |"
        for each in named
    ]
    return "\n".join([*lines, ""])


def _moves() -> dict[str, str]:
    """What each mechanism moves, where that was run: outcomes beyond their thresholds, by cluster."""
    found: dict[str, str] = {}
    for name, rows in pd.read_csv(DOCS / INERTNESS).groupby("mechanism", sort=False):
        moved = [
            f"{each.outcome.replace('_', ' ')} {100 * each.effect:+.2g} ({each.cluster})"
            for each in rows.itertuples()
            if each.moves == "yes"
        ]
        found[str(name)] = "; ".join(moved) or "inert"
    return found


if __name__ == "__main__":
    print(paper(), end="")
