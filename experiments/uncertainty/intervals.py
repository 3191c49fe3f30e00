"""One row of a table for each outcome of a scenario or an effect: value, chance and inputs kept apart."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.impact.decomposition import decompose
from poverty_nodes.experiments.impact.interval import over_seeds

COLUMNS = (
    *("value", "low", "high", "sign_certain", "seeds"),
    *("mean_of_draws", "inputs_low", "inputs_high", "share_inputs", "draws"),
)
"""`value`, `low` and `high`: inputs at their own values, 95 % interval from chance over seeds. `mean_of_draws` and
`inputs_*`: over draws of the inputs, the middle 95 % of what each would come to over many seeds, the range of all of
them below forty draws. `share_inputs`: the
inputs' part of the variance of a single run. The latter are empty without draws."""


def interval_row(table: NDArray[np.float64], draws: tuple[int, ...]) -> dict[str, float | int]:
    """A row of `COLUMNS` from a table (draws, seeds) whose draw 0 has the inputs at their own values."""
    central = over_seeds(table[draws.index(0)])
    row: dict[str, float | int] = {
        "value": float(central.mean),
        "low": float(central.low),
        "high": float(central.high),
        "sign_certain": float(central.sign_certain),
        "seeds": int(central.seeds),
    }
    drawn = [number for number, draw in enumerate(draws) if draw > 0]
    found = decompose(table[drawn]) if drawn else None
    return row | {
        "mean_of_draws": found.value if found else np.nan,
        "inputs_low": found.inputs_low if found else np.nan,
        "inputs_high": found.inputs_high if found else np.nan,
        "share_inputs": found.share_inputs if found else np.nan,
        "draws": found.draws if found else 0,
    }
