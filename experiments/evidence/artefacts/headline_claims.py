"""Claims of README and of the first page on the default question, as registered statistics like all others."""

from __future__ import annotations

from poverty_nodes.experiments.evidence.harness.pattern import Pattern
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.world import World
from poverty_nodes.experiments.evidence.propositions.gains import (
    LATE,
    MONTHS,
    field,
    headcount,
    per_cent,
    points,
)
from poverty_nodes.model.policies.labour_standards import LabourStandards
from poverty_nodes.model.policies.micro_credit import MicroCredit

CLUSTER = "sialkot_surgical"
WITHOUT = World(CLUSTER, MONTHS, keep=LATE)
LOANS = MicroCredit(start=12, amount=500.0, rate=0.02, months=12)
STANDARDS = LabourStandards(start=12, wage_floor=1.05, home_workers=True)
WITH = World(CLUSTER, MONTHS, keep=LATE, policies=(LOANS, STANDARDS))
"""The package of the default question, as conf/policy has it."""


def headline() -> Pattern:
    """The claims: people in poverty, and jobs."""
    return pattern(
        "artefacts",
        (points(WITH, WITHOUT, headcount), per_cent(WITH, WITHOUT, field("employment"))),
    )
