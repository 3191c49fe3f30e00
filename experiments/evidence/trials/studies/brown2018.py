"""Poverty left over when a full budget is spent by a proxy-means test, in nine African countries."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.world import Frame, World
from poverty_nodes.experiments.evidence.trials.arms import Arms
from poverty_nodes.experiments.evidence.trials.read_trial import trial
from poverty_nodes.model.policies.base import ProxyMeans, Target
from poverty_nodes.model.policies.cash_transfer import CashTransfer
from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.scenario import Scenario

CLUSTER, START, MEASURED = "sialkot_surgical", 2, (14, 20, 26)
CORRELATION = 0.7
"""Of score and log income: their tests explain about half of the variance (judged)."""


def poverty(frame: Frame, line: float) -> tuple[float, float]:
    """Headcount, and the mean gap of the poor in dollars a person and month, in the cluster."""
    h = frame.households[frame.households["place"] == 0]
    size = h["size"].astype(np.float64)
    welfare = h["consumption"] / size
    poor = welfare < line
    gap = float(((line - welfare) * size)[poor].sum() / size[poor].sum())
    return float(size[poor].sum() / size.sum()), gap


def left_over(laboratory: Laboratory) -> NDArray[np.float64]:
    """Headcount with the programme in per cent of that without; its budget would close all gaps if it found them."""
    line = Scenario(load_cluster(CLUSTER)).line_monthly()
    before = laboratory.lives(World(CLUSTER, START - 1, keep=(START - 1,)))
    found = np.array([poverty(life.frames[START - 1], line) for life in before]).mean(axis=0)
    share, gap = float(found[0]), float(found[1])
    target = Target(proxy_means=ProxyMeans(share=round(share, 3), correlation=CORRELATION))
    cash = CashTransfer(amount=round(gap, 1), per_person=True, start=START, target=target)
    arms = Arms((cash,), table="households", start=START, measured=MEASURED)
    return np.array(
        [
            100.0
            * float(np.mean([poverty(one.frames[m], line)[0] for m in MEASURED]))
            / float(np.mean([poverty(other.frames[m], line)[0] for m in MEASURED]))
            for one, other in arms.lives(laboratory)
        ]
    )


TRIAL = trial("trials/brown2018", (left_over,))
