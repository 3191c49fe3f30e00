"""The analysis: Morris drops factors without effect, then one Sobol sequence is extended until its ranks are stable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from poverty_nodes.experiments.impact.exports import (
    Ema,
    Salib,
    experiments_table,
    known_to_workbench,
)
from poverty_nodes.experiments.runs.failure import FailedRun
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.experiments.sensitivities.designs_and_seeds import (
    Design,
    random_sample,
    saltelli,
    trajectories,
)
from poverty_nodes.experiments.sensitivities.factors import CHANCE, Factors
from poverty_nodes.experiments.sensitivities.handed_over import for_salib
from poverty_nodes.experiments.sensitivities.indices import MAIN, analyse, is_constant, whole_blocks
from poverty_nodes.experiments.sensitivities.method import GIVEN_DATA
from poverty_nodes.experiments.sensitivities.order import Order
from poverty_nodes.experiments.sensitivities.runs import Laboratory, Numbers, Target, joined

INERT = 0.02
"""A factor whose mu_star, at the upper end of its interval, is below this part of the largest is inert."""
COLUMNS = ("outcome", "factor", "kind", "method", "index", "value", "low", "high", "runs")


@dataclass(frozen=True, repr=False)
class Sensitivity:
    """A finished analysis: `indices` in the columns of indices.csv; the design and the outcomes behind it.

    `dropped` are the factors that Morris found inert, `constant` the outcomes that did not vary, `left_out` the blocks
    that were removed whole because a run in them failed.
    """

    order: Order
    factors: Factors
    method: str
    targets: tuple[Target, ...]
    design: Design
    outcomes: Numbers
    indices: pd.DataFrame
    convergence: pd.DataFrame
    screening: pd.DataFrame
    dropped: tuple[str, ...]
    constant: tuple[str, ...]
    blocks: int
    left_out: int
    reason: str
    """Why no more blocks were added."""
    failures: tuple[FailedRun, ...]
    runs: int

    def __repr__(self) -> str:
        """What was varied and measured, in a line."""
        names = ", ".join(each.name for each in self.targets)
        count = len(self.factors.factors)
        return f"<Sensitivity to {count} factors by {self.method}, {self.runs:,} runs: {names}>"

    def of(self, target: Target) -> pd.DataFrame:
        """The indices of one outcome."""
        return self.indices[self.indices["outcome"] == target.name]

    def to_salib(self) -> Salib:
        """SALib's problem, the design (rows, columns) and each outcome (rows,) by name.

        Inputs and terms are places between 0 and 1. In the blocks of Sobol and Morris chance is the last factor, its
        column the seed: rows stand as A, AB_1 ... AB_D, AB_chance, B, as `SALib.analyze.sobol` has them.
        """
        names = tuple(each.name for each in self.targets)
        return for_salib(self.method, self.factors, self.design, self.outcomes, names)

    def to_ema(self) -> Ema:
        """Experiments and outcomes as the EMA Workbench has them: a row and a number for each row of the design."""
        values = [self.factors.values(row) for row in self.design.places]
        package = [policy.name for policy in self.order.question.policies]
        outcomes = {each.name: self.outcomes[:, i] for i, each in enumerate(self.targets)}
        table = experiments_table(values, self.design.seeds, package)
        return table, known_to_workbench(outcomes)


def analysis(order: Order, progress: Progress) -> Sensitivity:
    """Make the runs that are missing and compute the indices; QuestionError if runs cannot be kept."""
    laboratory = Laboratory(order.question, order.factors, progress)
    laboratory.prepare()
    first = order.question.first_seed
    screening, factors, method = _table([]), order.factors, order.method
    if method in ("auto", "morris"):
        count = order.asked.screen if method == "auto" else order.n
        design = trajectories(order.factors, count, first)
        y = laboratory.measure(design, "morris")
        screening = _rows_of("morris", order.factors, laboratory.targets, design, y)
        if method == "morris":
            return _finished(
                order, laboratory, "morris", order.factors, design, y, screening, screening
            )
        factors = order.factors.only(kept_by(screening, order.factors))
        method = "sobol"
        laboratory = _narrowed(laboratory, factors)
    if method in GIVEN_DATA:
        design = random_sample(factors, order.n, first)
        y = laboratory.measure(design, method)
        return _finished(order, laboratory, method, factors, design, y, _table([]), screening)
    return _sobol(order, laboratory, factors, screening)


def kept_by(screening: pd.DataFrame, factors: Factors) -> tuple[str, ...]:
    """The factors that do something to some outcome; all of them where no outcome varies."""
    stars = screening[(screening["index"] == "mu_star") & (screening["factor"] != CHANCE)]
    largest = stars.groupby("outcome")["value"].transform("max")
    moving = stars[(stars["high"] > INERT * largest) & (stars["value"] > 0)]
    names = set(moving["factor"]) or set(factors.names)
    return tuple(name for name in factors.names if name in names)


def _narrowed(laboratory: Laboratory, factors: Factors) -> Laboratory:
    """The same analysis with fewer factors; the others stay at their own values."""
    found = Laboratory(laboratory.question, factors, laboratory.progress)
    found.failures, found.asked = laboratory.failures, laboratory.asked
    # The base months of the larger set of axes hold for the smaller as well.
    found.prepare()
    return found


def _sobol(
    order: Order, laboratory: Laboratory, factors: Factors, screening: pd.DataFrame
) -> Sensitivity:
    first, blocks = order.question.first_seed, order.n
    design = saltelli(factors, blocks, first)
    y = laboratory.measure(design, "sobol")
    found = _rows_of("sobol", factors, laboratory.targets, design, y)
    steps = [*_earlier(factors, laboratory.targets, design, y, blocks), found.assign(blocks=blocks)]
    reason = f"{blocks} blocks were asked for"
    while blocks < order.most:
        settled = _settled(steps, order.asked.tolerance)
        if settled:
            reason = settled
            break
        more = min(2 * blocks, order.most)
        later = saltelli(factors, more, first).after(blocks)
        design, y = joined((design, y), (later, laboratory.measure(later, f"sobol from {blocks}")))
        blocks = more
        found = _rows_of("sobol", factors, laboratory.targets, design, y)
        steps.append(found.assign(blocks=blocks))
        reason = (
            _settled(steps, order.asked.tolerance)
            or f"{blocks} blocks are the most that were asked for"
        )
    convergence = pd.concat(steps, ignore_index=True)
    done = _finished(order, laboratory, "sobol", factors, design, y, convergence, screening)
    return replace(done, reason=reason)


def _earlier(
    factors: Factors, targets: Sequence[Target], design: Design, y: Numbers, blocks: int
) -> list[pd.DataFrame]:
    """The indices that the first quarter and half of the blocks would have given."""
    found = []
    for count in (blocks // 4, blocks // 2):
        if count >= 4:
            part = design.blocks < count
            shorter = Design(design.places[part], design.seeds[part], design.blocks[part])
            found.append(_rows_of("sobol", factors, targets, shorter, y[part]).assign(blocks=count))
    return found


def _settled(steps: Sequence[pd.DataFrame], tolerance: float) -> str:
    """The reason to stop, or "": intervals of ST are narrow enough, or the ranks of the last two steps agree."""
    totals = steps[-1][steps[-1]["index"] == "ST"].dropna(subset=["value"])
    half = float(((totals["high"] - totals["low"]) / 2).max()) if len(totals) else 0.0
    if half <= tolerance:
        return f"every interval of ST is within {tolerance:g} of its value"
    if len(steps) < 3:
        return ""
    ranks = [ranked(step, tolerance) for step in steps[-3:]]
    return (
        "the ranks of the factors held over the last two doublings"
        if ranks[0] == ranks[1] == ranks[2]
        else ""
    )


def ranked(step: pd.DataFrame, tolerance: float) -> dict[str, tuple[str, ...]]:
    """The factors by ST for each outcome, those below the tolerance left out."""
    totals = step[(step["index"] == "ST") & (step["value"] > tolerance)]
    return {
        str(outcome): tuple(rows.sort_values("value", ascending=False)["factor"])
        for outcome, rows in totals.groupby("outcome")
    }


def _rows_of(
    method: str, factors: Factors, targets: Sequence[Target], design: Design, y: Numbers
) -> pd.DataFrame:
    rows = []
    for column, target in enumerate(targets):
        for each in analyse(method, factors, design, y[:, column]):
            kind = factors.kind_of(each.factor)
            rows.append(
                (
                    target.name,
                    each.factor,
                    kind,
                    method,
                    each.index,
                    each.value,
                    each.low,
                    each.high,
                    each.runs,
                )
            )
    return _table(rows)


def _table(rows: Sequence[tuple[object, ...]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _finished(
    order: Order,
    laboratory: Laboratory,
    method: str,
    factors: Factors,
    design: Design,
    y: Numbers,
    convergence: pd.DataFrame,
    screening: pd.DataFrame,
) -> Sensitivity:
    indices = _rows_of(method, factors, laboratory.targets, design, y)
    dropped = tuple(name for name in order.factors.names if name not in factors.names)
    if dropped:
        stars = screening[screening["factor"].isin(dropped) & (screening["index"] == "mu_star")]
        indices = pd.concat([indices, stars], ignore_index=True)
    constant = tuple(
        target.name
        for column, target in enumerate(laboratory.targets)
        if is_constant(y[np.isfinite(y[:, column]), column])
    )
    bad = ~np.all([whole_blocks(design, y[:, column]) for column in range(y.shape[1])], axis=0)
    return Sensitivity(
        order=order,
        factors=factors,
        method=method,
        targets=laboratory.targets,
        design=design,
        outcomes=y,
        indices=indices,
        convergence=convergence,
        screening=screening,
        dropped=dropped,
        constant=constant,
        blocks=len(np.unique(design.blocks)),
        left_out=len(np.unique(design.blocks[bad])),
        reason="",
        failures=tuple(laboratory.failures),
        runs=laboratory.asked,
    )


__all__ = ["MAIN", "Sensitivity", "analysis", "kept_by", "ranked"]
