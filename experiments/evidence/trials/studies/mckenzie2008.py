"""Capital given at random to men's micro firms in Mexico: returns four times those of Sri Lanka."""

from __future__ import annotations

from poverty_nodes.experiments.evidence.trials.published import Published
from poverty_nodes.experiments.evidence.trials.studies.demel2008 import CLUSTER, DESIGN, men
from poverty_nodes.experiments.evidence.trials.trial import Effect, Trial

TRIAL = Trial(
    id="mckenzie2008",
    title="Capital grants to micro firms, Mexico",
    policy="micro_credit",
    source="mckenzie2008",
    design=DESIGN,
    cluster=CLUSTER,
    effects=(
        Effect(
            "return to men's capital, % of the grant a month",
            Published("20 to 33 % a month", 20.0, 33.0, "printed"),
            men,
            "capital_elasticity, demand_elasticity; base capital of the description",
            disagreement=(
                "No firm of the cluster is as starved of capital as retailers and repairers in "
                "Leon were."
            ),
        ),
    ),
)
