"""The policies that can be enacted, by name: one file each, and one line here."""

from __future__ import annotations

from model.policies.base import Policy, ProxyMeans, Target
from model.policies.cash_transfer import CashTransfer
from model.policies.child_care import ChildCare
from model.policies.condition import Condition
from model.policies.home_worker_inclusion import HomeWorkerInclusion
from model.policies.labour_standards import LabourStandards
from model.policies.micro_credit import MicroCredit
from model.policies.safety_and_health import SafetyAndHealth
from model.policies.social_protection import SocialProtection
from model.policies.vocational_training import VocationalTraining
from model.policies.womens_technical_training import WomensTechnicalTraining

REGISTRY: dict[str, type[Policy]] = {
    policy.name: policy
    for policy in (
        MicroCredit,
        VocationalTraining,
        WomensTechnicalTraining,
        LabourStandards,
        SafetyAndHealth,
        HomeWorkerInclusion,
        ChildCare,
        SocialProtection,
        CashTransfer,
    )
}
"""Each policy under its own name, in the order in which tables show them."""

__all__ = [
    "REGISTRY",
    "CashTransfer",
    "ChildCare",
    "Condition",
    "HomeWorkerInclusion",
    "LabourStandards",
    "MicroCredit",
    "Policy",
    "ProxyMeans",
    "SafetyAndHealth",
    "SocialProtection",
    "Target",
    "VocationalTraining",
    "WomensTechnicalTraining",
]
