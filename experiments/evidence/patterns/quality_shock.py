"""The common shock of patterns 15, 16 and 18: buyers announce a standard, require it a year on."""

from __future__ import annotations

from poverty_nodes.experiments.evidence.harness.world import EXPORTERS, World
from poverty_nodes.model.shocks import BuyersStandard

MONTHS = 96
ANNOUNCED = 12
STANDARD = BuyersStandard(start=ANNOUNCED, notice=12, level=0.6, cost=10000.0)
"""The case of conf/shock/fda_standard_1994.yaml, required by all buyers."""
PASSING = BuyersStandard(start=ANNOUNCED, notice=24, duration=24, level=0.6, cost=10000.0)
"""The same announced and withdrawn after two years, on the day it would have been required."""
SEEN = 48
"""Three years after the announcement, when firms are asked who has drawn closer to whom."""
KEEP = (0, SEEN, MONTHS)

QUIET = World("sialkot_surgical", MONTHS, keep=KEEP, agents=EXPORTERS)
SHOCKED = World("sialkot_surgical", MONTHS, keep=KEEP, shocks=(STANDARD,), agents=EXPORTERS)
PASSED = World("sialkot_surgical", MONTHS, keep=KEEP, shocks=(PASSING,), agents=EXPORTERS)
