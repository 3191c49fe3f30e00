"""What trials measure of people, firms and places."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.world import Frame, Life
from poverty_nodes.model.population.codes import OWNER

Values = NDArray[np.float64]


def has_post(frame: Frame) -> Values:
    """1 for each person who holds a post in the trade or owns a firm (workers,)."""
    return (frame.workers["post"] > 0).astype(np.float64)


def has_hired_post(frame: Frame) -> Values:
    """1 for each person who is hired (workers,)."""
    post = frame.workers["post"]
    return ((post > 0) & (post < OWNER)).astype(np.float64)


def earnings(frame: Frame) -> Values:
    """What each person earned in the month, in the trade or outside (workers,)."""
    found: Values = frame.workers["earnings"].astype(np.float64)
    return found


def wages(frame: Frame) -> Values:
    """Pay in the trade, 0 without a post (workers,)."""
    found: Values = frame.workers["wage"].astype(np.float64)
    return found


def consumption(frame: Frame) -> Values:
    """Consumption a member of each household (households,)."""
    h = frame.households
    found: Values = h["consumption"] / h["size"]
    return found


def income(frame: Frame) -> Values:
    """Income of each household in the month (households,)."""
    found: Values = frame.households["income"].astype(np.float64)
    return found


def profit(frame: Frame) -> Values:
    """Profit of each firm in the month (firms,)."""
    found: Values = frame.firms["profit"].astype(np.float64)
    return found


def revenue(frame: Frame) -> Values:
    """Sales of each firm in the month (firms,)."""
    found: Values = frame.firms["revenue"].astype(np.float64)
    return found


def heads(frame: Frame) -> Values:
    """Workers of each firm (firms,)."""
    return frame.heads().astype(np.float64)


def value_added(frame: Frame) -> Values:
    """Sales less inputs and work put out of each firm (firms,)."""
    f = frame.firms
    found: Values = f["revenue"] - f["inputs"] - f["putout_cost"]
    return found


def wage_per_head(frame: Frame) -> Values:
    """Wage bill a worker of each firm, 0 without workers (firms,)."""
    heads_of = frame.heads()
    return np.where(heads_of > 0, frame.firms["wage_bill"] / np.maximum(heads_of, 1), 0.0)


def output_per_head(frame: Frame) -> Values:
    """Volume of own output for a unit of labour, as a multiple of the firm's base month (firms,)."""
    f = frame.firms
    labour = np.maximum(f["labour"] / np.maximum(f["base_labour"], 1e-9), 1e-9)
    found: Values = f["own_output"] / labour
    return found


def of_place(name: str) -> PlaceFigure:
    """A field of the cluster, averaged over the months measured."""
    return PlaceFigure(name)


class PlaceFigure:
    """Reads one field of the cluster off a life."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, life: Life, months: tuple[int, ...]) -> float:
        """The mean of the field over the year that ends with the last month measured."""
        last = max(months)
        return float(life.path(self.name)[max(last - 11, 1) : last + 1].mean())
