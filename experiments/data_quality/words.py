"""What the data can and cannot support, in sentences that follow from the numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator

from poverty_nodes.experiments.data_quality.tables import SUPPRESSED, cells_table, worst_gap
from poverty_nodes.experiments.report.input_names import input_name
from poverty_nodes.experiments.report.numbers import count, number, per_cent
from poverty_nodes.scenarios.survey.building import Built
from poverty_nodes.scenarios.survey.findings import Found
from poverty_nodes.scenarios.survey.raking import design_effect

HEAVY = 2.0
"""Design effect of unequal weights from which on it is pointed out: half of the rows are lost to it."""
MUCH_MISSING = 0.2
KEY_NUMBERS = {
    "workers.regular_wage": "the pay of a regular post",
    "workers.gender_gap": "the gap between women's and men's pay",
    "workers.women.homework": "women's share of home work",
    "firms.input_share": "inputs over sales",
    "households.size": "the size of households",
}


def headline(built: Built) -> str:
    """How much of the cluster is from the survey, in a sentence."""
    found = built.findings.found
    keys = [key for key, _ in built.cluster.estimates()]
    money = sum(key.startswith("money.") for key in keys)
    of_money = "map.yaml" if built.survey.map.money else built.like.cluster.title
    return (
        f"{len(found)} of the {len(keys)} numbers of this cluster are from the survey; "
        f"{len(built.cluster.to_replace())} are taken from {built.like.cluster.title} and are assumptions; {money} are "
        f"of prices and the national line, from {of_money}."
    )


def can(built: Built) -> Iterator[str]:
    """What the data support."""
    found = built.findings.found
    for key, what in KEY_NUMBERS.items():
        if key in found:
            each = found[key]
            width = _half_width(each)
            if width < 1.0:
                yield f"They give {what} to within {per_cent(width)} either way ({count(each.rows)} rows)."
    cells = cells_table(built).rows
    told = sum(row.cells[1] != SUPPRESSED for row in cells)
    if cells:
        yield f"They tell {told} of the {len(cells)} nodes of the chain (tier by post by gender) apart."
    if built.weights.firms.margins or built.survey.map.totals.workers:
        yield f"Weights meet all known totals to within {per_cent(max(worst_gap(built), 1e-4), 2)}."


def _half_width(found: Found) -> float:
    """Half the interval over the size of the number; infinite where the number is 0."""
    return (found.high - found.low) / 2 / abs(found.value) if found.value else math.inf


def cannot(built: Built) -> Iterator[str]:
    """What the data cannot support, and what to be careful about."""
    vague = [what for key, what in KEY_NUMBERS.items() if _is_vague(built.findings.found.get(key))]
    if vague:
        yield f"Their interval is wider than the number itself, which so is hardly told: {'; '.join(vague)}."
    thin = [row.head for row in cells_table(built).rows if row.tone == "thin"]
    if thin:
        yield f"They say too little of these nodes to report them: {'; '.join(thin)}."
    few = built.findings.thin
    if few:
        yield f"These numbers rest on fewer than {built.survey.map.thin} rows: {', '.join(map(input_name, few))}."
    lost = [f"{input_name(key)} ({rows})" for key, rows in built.findings.left_out.items() if rows]
    if lost:
        yield f"Too few rows to use at all, so the number is an assumption: {', '.join(lost)}."
    for kind in built.survey.sheets:
        yield from _of_file(built, kind)
    if built.survey.map.workers is None:
        yield "No worker was asked: posts, pay, and who holds which post are those of another place."
    if built.survey.map.firms is None:
        yield (
            "No firm was asked: how many firms there are follows from their workers and from sizes, and owners, "
            "registration, inputs and exports are those of another place."
        )
    yield (
        "They say nothing of people outside the trade: what others earn, how many there are, and all households "
        "without a worker of a firm are assumptions here, and so is poverty among them."
    )
    yield (
        "They are one moment. How fast people change posts, firms close and orders swing is not in them; the rules "
        "of the model carry that, with their own ranges."
    )


def _is_vague(found: Found | None) -> bool:
    return found is not None and not _half_width(found) < 1.0


def _of_file(built: Built, kind: str) -> Iterator[str]:
    sheet, weighed = getattr(built.survey, kind), getattr(built.weights, kind)
    effect = design_effect(weighed.raked)
    if effect > HEAVY:
        yield (
            f"The weights of {kind} are very unequal (design effect {number(effect, 1)}): {len(sheet):,} rows are "
            f"worth {count(len(sheet) / effect)}."
        )
    for answer, share in sheet.missing().items():
        if share > MUCH_MISSING and answer not in ("stratum", "psu", "currency"):
            yield (
                f"{per_cent(share)} of {kind} gave no answer to {sheet.columns[answer]}; those who did may differ from "
                "those who did not, and nothing corrects for that."
            )
