"""A pattern: a published fact, the statistics that would show it, their bands, and the ablation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.ablation import Ablation
from poverty_nodes.experiments.evidence.harness.band import Band
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.rival import Rival
from poverty_nodes.experiments.evidence.harness.setting import Reach

Measure = Callable[[Laboratory], NDArray[np.float64]]
"""Runs what it needs in a laboratory and returns one value a seed."""

RESTATED = "Asked otherwise after it had failed"
"""How a pattern's `restated` is headed on the page and in docs/evidence.md."""


@dataclass(frozen=True)
class Statistic:
    """One number that shows a pattern, with the band that was set from the source before any run."""

    name: str
    """The statistic in words."""
    published: str
    """What was published, as text."""
    band: Band
    why: str
    """Why this band."""
    measure: Measure
    null: float | None = None
    """What it is where nothing happens, so that there is an effect of which a share can survive; None for a level, or
    a control that is to show no effect."""


@dataclass(frozen=True)
class Pattern:
    """A published pattern as an experiment; `id` is p and its number in the collection of evidence, such as p01."""

    id: str
    title: str
    cluster: str
    """Where it is looked for: the identifier of a cluster of the catalogue."""
    statistics: tuple[Statistic, ...]
    ablation: Ablation
    source: str
    """Keys of scenarios/sources.bib, or the publication where there is none."""
    strength: str
    """A: causal design or several sources; B: one good study or consistent cases; C: press or a single case."""
    remedy: str = ""
    """What it would take, said when the pattern is not reproduced."""
    restated: str = ""
    """What was asked otherwise after it had failed, and what came of it before; said whatever the verdict."""
    over: tuple[Reach, ...] = ()
    """Ranges of descriptions and shocks over which the verdict has to hold."""
    rivals: tuple[Rival, ...] = ()
    """Dull explanations that know nothing of the model: what they reproduce as well earns nothing."""
    sample: str = ""
    """Why more workers are simulated than elsewhere, if they are."""
    registered: str = ""
    """Version, date and hash under which all this was laid down; said on the page."""
    code: str = ""
    """A hash of the code that measures it, where it was registered."""
