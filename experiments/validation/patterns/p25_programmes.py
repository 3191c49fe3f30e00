"""Pattern 25: programmes work slowly and unevenly; market access beats training beats subsidised credit."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from experiments.validation.laboratory import Laboratory
from experiments.validation.pattern import Ablation, Band, NotTestableError, Pattern, Statistic

NEEDED = ("market_linkage", "vocational_training", "micro_credit")


def _need_programmes() -> None:
    from model.policies import REGISTRY

    missing = [name for name in NEEDED if name not in REGISTRY]
    if missing:
        raise NotTestableError(f"the model has no policy {' and no '.join(missing)} yet")


def access_over_training(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect of market access on small firms' income less that of training."""
    _need_programmes()
    raise NotTestableError("the experiment on programmes is still to be written")


PATTERN = Pattern(
    id="p25",
    title="Programmes work slowly and unevenly",
    cluster="sialkot_surgical",
    statistics=(
        Statistic(
            "effect on small firms' income: market access less training",
            "exporting at random +16-26 % profit; training small; credit little",
            Band(low=0.0),
            "a sign",
            access_over_training,
        ),
    ),
    ablation=Ablation("Programmes act through the rules."),
    source="figal2015; atkin2017; tambunan2005",
    strength="A",
)
