"""What no number of a cluster tells: its phase, its setting, how firms act together (features.yaml)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from poverty_nodes.scenarios.description.estimate import Sources
from poverty_nodes.scenarios.description.groups import Part

Phase = Literal["incipient", "growing", "mature", "declining"]
Setting = Literal["rural", "urban", "towns and villages"]
JointAction = Literal["none", "informal", "bilateral", "associations"]


class Fact(Part):
    """One reading of a cluster in words; `read` stands in a source, `judged` is a reading of ours."""

    kind: Literal["read", "judged"] = Field(description="read in a source, or judged")
    source: Sources = Field(description="a key of sources.bib, or 'assumed' when there is none")
    where: str = Field(default="", description="what the source says")
    note: str = Field(default="", description="reasons of a judgement")


class PhaseFact(Fact):
    """Where the cluster stands between beginning and end."""

    value: Phase


class SettingFact(Fact):
    """Where its people live and work."""

    value: Setting


class JointActionFact(Fact):
    """How firms act together: not, among neighbours, with customers and suppliers, in associations."""

    value: JointAction


class Facts(Part):
    """The three readings in words that a cluster's features need beside its numbers."""

    phase: PhaseFact
    setting: SettingFact
    joint_action: JointActionFact
