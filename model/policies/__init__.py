"""The policies that can be enacted, by name: one file each, and one line here."""

from __future__ import annotations

from model.policies.base import Policy, ProxyMeans, Target
from model.policies.condition import Condition
from model.policies.labour_standards import LabourStandards
from model.policies.micro_credit import MicroCredit

REGISTRY: dict[str, type[Policy]] = {
    policy.name: policy for policy in (MicroCredit, LabourStandards)
}
"""Each policy under its own name, in the order in which tables show them."""

__all__ = [
    "REGISTRY",
    "Condition",
    "LabourStandards",
    "MicroCredit",
    "Policy",
    "ProxyMeans",
    "Target",
]
