"""Capital given at random to men's micro firms in Mexico: returns four times those of Sri Lanka."""

from __future__ import annotations

from poverty_nodes.experiments.evidence.trials.read_trial import trial
from poverty_nodes.experiments.evidence.trials.studies.demel2008 import men

TRIAL = trial("trials/mckenzie2008", (men,))
