"""The table of measures from installed extensions: the last month without and with the policies, and the change."""

from __future__ import annotations

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.interval import Spread
from poverty_nodes.experiments.report.numbers import decimals, interval, number, signed
from poverty_nodes.experiments.report.table import Row, Table, then
from poverty_nodes.model.measures.catalogue import BUILT_IN, measures


def own_measures_table(comparison: Comparison) -> Table | None:
    """Return a row for each measure that is not the model's own; None if there is none."""
    monthly = comparison.monthly
    names = [name for name in monthly.measures if name not in BUILT_IN]
    if not names:
        return None
    rows = [_row(name, monthly.units.get(name, ""), *monthly.spread(name)) for name in names]
    caption = "What the measures of installed packages say of the cluster in the last month"
    return Table(caption, ("measure", "unit", "without", "with", "change"), tuple(rows), words=(0,))


def _row(name: str, unit: str, without: Spread, enacted: Spread, change: Spread) -> Row:
    last = [float(each.mean[-1]) for each in (without, enacted, change)]
    low, high = float(change.low[-1]), float(change.high[-1])
    digits = max(decimals(*last[:2]), decimals(last[2]), min(2, decimals(low, high)))
    cells = (
        *(unit, number(last[0], digits), number(last[1], digits)),
        then(signed(last[2], digits), interval(low, high, digits)),
    )
    known = measures()
    return Row(known[name].title if name in known else name, cells)
