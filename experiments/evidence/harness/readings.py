"""Numbers read off a frame: pay, shares, sizes, dispersion and correlation."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.world import Frame
from poverty_nodes.model.population.codes import OWNER


def at_work(frame: Frame, place: int = 0) -> NDArray[np.bool_]:
    """Who holds a hired post in a place (workers,)."""
    w = frame.workers
    return (w["place"] == place) & (w["post"] > 0) & (w["post"] < OWNER)


def tier_of(frame: Frame) -> NDArray[np.int64]:
    """Tier of each person's firm, 0 outside the trade (workers,)."""
    employer = frame.workers["employer"]
    tier = np.where(employer >= 0, frame.firms["tier"][employer], 0)
    return np.where(frame.workers["post"] > 0, tier, 0).astype(np.int64)


def mean_wage(frame: Frame, chosen: NDArray[np.bool_]) -> float:
    """Mean pay of chosen workers, $/month; NaN without any."""
    return float(frame.workers["wage"][chosen].mean()) if chosen.any() else float("nan")


def spread_of_wages(frame: Frame, place: int = 0) -> float:
    """Standard deviation of log pay among hired workers who were paid."""
    wages = frame.workers["wage"][at_work(frame, place)]
    return float(np.log(wages[wages > 0]).std())


def women_share(frame: Frame, place: int = 0, posts: tuple[int, ...] = (1, 2, 3, 4)) -> float:
    """Women's share of those who hold posts of some kinds."""
    w = frame.workers[at_work(frame, place)]
    held = w[np.isin(w["post"], posts)]
    return float(held["gender"].mean()) if len(held) else float("nan")


def unskilled_share(frame: Frame, place: int = 0) -> float:
    """Unskilled people's share of regular posts, the good ones."""
    w = frame.workers[at_work(frame, place)]
    good = w[w["post"] <= 2]
    return float((good["skill"] == 0).mean()) if len(good) else float("nan")


def poor(frame: Frame, line: float) -> NDArray[np.bool_]:
    """Which adults live in households below a line, dollars a person a month (workers,)."""
    h = frame.households
    return np.asarray((h["consumption"] / h["size"] < line)[frame.workers["household"]])


def gini_of(frame: Frame, place: int) -> float:
    """Gini of consumption a person in a place, persons weighted."""
    h = frame.households[frame.households["place"] == place]
    size = h["size"].astype(np.float64)
    welfare = h["consumption"] / size
    order = np.argsort(welfare)
    people, money = np.cumsum(size[order]), np.cumsum((welfare * size)[order])
    people, money = np.insert(people, 0, 0.0) / people[-1], np.insert(money, 0, 0.0) / money[-1]
    area = ((money[1:] + money[:-1]) / 2 * np.diff(people)).sum()
    return float(1 - 2 * area)


def size_share(frame: Frame, least: int, most: float = np.inf) -> float:
    """Share of the cluster's firms with so many workers, both ends included."""
    heads = frame.heads()[frame.living()]
    return float(((heads >= least) & (heads <= most)).mean())


def concentration(values: NDArray[np.float64]) -> float:
    """Herfindahl index of positive values: 1 when one firm has all."""
    shares = values / values.sum()
    return float((shares**2).sum())


def rank_correlation(first: NDArray[np.float64], second: NDArray[np.float64]) -> float:
    """Spearman's correlation, ties given mean ranks; NaN when one of them does not vary."""
    from scipy.stats import rankdata

    if len(first) < 3 or np.ptp(first) == 0.0 or np.ptp(second) == 0.0:
        return float("nan")
    return float(np.corrcoef(rankdata(first), rankdata(second))[0, 1])


def stayed(before: Frame, after: Frame) -> NDArray[np.bool_]:
    """Which firms in business before are the same firms and still in business after (firms,)."""
    return np.asarray((after.firms["alive"] == 1) & (after.firms["id"] == before.firms["id"]))
