"""A pattern or proposition, from its registration and the functions that measure it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from poverty_nodes.experiments.evidence.harness.ablation import Ablation
from poverty_nodes.experiments.evidence.harness.band import Band
from poverty_nodes.experiments.evidence.harness.pattern import Measure, Pattern, Statistic
from poverty_nodes.experiments.evidence.harness.rival import Rival
from poverty_nodes.experiments.evidence.harness.setting import Reach, Setting
from poverty_nodes.experiments.evidence.registered.files import content
from poverty_nodes.experiments.evidence.registered.lock import told
from poverty_nodes.experiments.evidence.registered.measures import code_hash


def pattern(name: str, measures: Sequence[Measure]) -> Pattern:
    """What is registered under `patterns/p01`, measured by functions in the order of its statistics."""
    said = content(name)
    statistics = tuple(
        _statistic(each, measure)
        for each, measure in zip(said["statistics"], measures, strict=True)
    )
    return Pattern(
        id=name.rpartition("/")[2],
        title=said["title"],
        cluster=said["cluster"],
        statistics=statistics,
        ablation=_ablation(said["ablation"]),
        source=said["source"],
        strength=said["strength"],
        remedy=said.get("remedy", ""),
        restated=said.get("restated", ""),
        over=tuple(_reach(each) for each in said.get("over", ())),
        rivals=tuple(_rival(each) for each in said.get("rivals", ())),
        sample=said.get("sample", ""),
        registered=told(name),
        code=code_hash(name),
    )


def _statistic(said: Mapping[str, Any], measure: Measure) -> Statistic:
    low, high = said["band"]
    band = Band(-math.inf if low is None else low, math.inf if high is None else high)
    return Statistic(
        said["name"], said["published"], band, said["why"], measure, said.get("nothing")
    )


def _ablation(said: Mapping[str, Any]) -> Ablation:
    return Ablation(
        said["reason"],
        said.get("parameters", {}),
        said.get("at_base", False),
        said.get("description", False),
        tuple(Setting(**{"of": "", **each}) for each in said.get("settings", ())),
        tuple(said.get("unreached", ())),
    )


def _reach(said: Mapping[str, Any]) -> Reach:
    return Reach(**{"of": "", **said})


def _rival(said: Mapping[str, Any]) -> Rival:
    return Rival(said["name"], tuple(said["values"]), said["how"])
