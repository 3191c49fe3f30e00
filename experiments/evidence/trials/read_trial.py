"""A trial, from its registration and the functions that measure it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from poverty_nodes.experiments.evidence.registered.files import content
from poverty_nodes.experiments.evidence.registered.lock import told
from poverty_nodes.experiments.evidence.trials.published import Published
from poverty_nodes.experiments.evidence.trials.trial import Effect, Measure, Term, Trial


def trial(name: str, measures: Sequence[Measure]) -> Trial:
    """What is registered under `trials/rama2001`, measured by functions in the order of its effects."""
    said = content(name)
    return Trial(
        id=name.rpartition("/")[2],
        title=said["title"],
        policy=said["policy"],
        source=said["source"],
        design=said["design"],
        cluster=said["cluster"],
        effects=tuple(
            _effect(each, measure) for each, measure in zip(said["effects"], measures, strict=True)
        ),
        terms=tuple(Term(**each) for each in said.get("terms", ())),
        restated=said.get("restated", ""),
        registered=told(name),
    )


def _effect(said: Mapping[str, Any], measure: Measure) -> Effect:
    return Effect(
        said["name"],
        _published(said),
        measure,
        said["leans_on"],
        said.get("imposed", False),
        said.get("together", False),
        said.get("disagreement", ""),
    )


def _published(said: Mapping[str, Any]) -> Published:
    low, high = said["range"]
    return Published(
        said["said"],
        -math.inf if low is None else low,
        math.inf if high is None else high,
        said["kind"],
        said.get("value", math.nan),
        said.get("recalled", False),
    )
