"""(l) Standards, training, credit and targeting: the two levels of the paper's policy."""

from __future__ import annotations

from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.world import World
from poverty_nodes.experiments.evidence.propositions.gains import (
    LATE,
    MONTHS,
    Measure,
    headcount,
    less,
    points,
)
from poverty_nodes.model.policies.base import Policy, Target
from poverty_nodes.model.policies.cash_transfer import CashTransfer
from poverty_nodes.model.policies.labour_standards import LabourStandards
from poverty_nodes.model.policies.micro_credit import MicroCredit
from poverty_nodes.model.policies.vocational_training import VocationalTraining

STANDARDS = LabourStandards(start=12, wage_floor=1.05, home_workers=True)
TRAINING = VocationalTraining(start=12)
CREDIT = MicroCredit(start=12, amount=500.0, rate=0.02, months=12)
"""As in conf/policy."""
POOR = Target.model_validate({"all": ({"field": "household.poor", "is": True},)})
TARGETED = CashTransfer(start=12, amount=20.0, months=48, take_up=1.0, target=POOR)
UNTARGETED = CashTransfer(start=12, amount=20.0, months=48, take_up=0.3)
"""Twenty dollars a month to poor households, or to three in ten of all."""


def poverty(cluster: str, policy: Policy) -> Measure:
    """Change of people below $4.20 in the last year, points."""
    with_, without = (World(cluster, MONTHS, keep=LATE, policies=each) for each in ((policy,), ()))
    return points(with_, without, headcount)


def targeting(cluster: str) -> Measure:
    """What targeting adds to the change that transfers bring, points."""
    return less(poverty(cluster, TARGETED), poverty(cluster, UNTARGETED))


CLUSTER = "sialkot_surgical"
PROPOSITION = pattern(
    "propositions/l",
    (*(poverty(CLUSTER, each) for each in (STANDARDS, TRAINING, CREDIT)), targeting(CLUSTER)),
)
