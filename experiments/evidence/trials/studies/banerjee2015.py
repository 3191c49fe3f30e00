"""Micro-credit offered at random: seven trials in which incomes did not rise."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.world import Frame
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import profit
from poverty_nodes.experiments.evidence.trials.read_trial import trial
from poverty_nodes.model.policies.micro_credit import MicroCredit

OFFER = MicroCredit(amount=500.0, rate=0.02, months=12, start=2, end=2, take_up=0.22)
"""One round of loans; 13 to 31 % borrowed when offered, here the middle."""
ARMS = Arms((OFFER,), table="firms", measured=(14, 18, 22, 26))
GROUPS = assigned("micro_credit")


def household_income(frame: Frame) -> NDArray[np.float64]:
    """Income of each firm's household (firms,)."""
    found: NDArray[np.float64] = frame.households["income"][frame.firms["household"]]
    return found


def offered_income(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on household income of the offer: that on borrowers times the share of those offered who borrowed."""
    return trial_effect(ARMS, laboratory, GROUPS, household_income) * borrowers(laboratory)


def borrowers(laboratory: Laboratory) -> NDArray[np.float64]:
    """Share of those offered a loan who took it."""
    shares = []
    for life, _ in ARMS.lives(laboratory):
        eligible, served = life.first_eligible["micro_credit"], life.first_served["micro_credit"]
        shares.append(served.sum() / eligible.sum())
    return np.array(shares)


def borrowers_profit(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on the profit of who borrowed, in per cent."""
    return trial_effect(ARMS, laboratory, GROUPS, profit)


TRIAL = trial("trials/banerjee2015", (offered_income, borrowers_profit))
