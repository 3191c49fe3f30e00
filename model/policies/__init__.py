"""The policies that can be enacted, by name: one file each, and one line here."""

from __future__ import annotations

from model.policies.base import Policy, ProxyMeans, Target
from model.policies.cash_transfer import CashTransfer
from model.policies.child_care import ChildCare
from model.policies.cluster_development import ClusterDevelopment
from model.policies.code_of_conduct import CodeOfConduct
from model.policies.condition import Condition
from model.policies.cooperative import Cooperative
from model.policies.effluent_plant import EffluentPlant
from model.policies.formalisation import Formalisation
from model.policies.home_worker_inclusion import HomeWorkerInclusion
from model.policies.labour_standards import LabourStandards
from model.policies.market_linkage import MarketLinkage
from model.policies.micro_credit import MicroCredit
from model.policies.procurement import Procurement
from model.policies.safety_and_health import SafetyAndHealth
from model.policies.social_protection import SocialProtection
from model.policies.technology_centre import TechnologyCentre
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
        CodeOfConduct,
        ClusterDevelopment,
        TechnologyCentre,
        EffluentPlant,
        MarketLinkage,
        Procurement,
        ChildCare,
        SocialProtection,
        CashTransfer,
        Cooperative,
        Formalisation,
    )
}
"""Each policy under its own name, in the order in which tables show them."""

__all__ = [
    "REGISTRY",
    "CashTransfer",
    "ChildCare",
    "ClusterDevelopment",
    "CodeOfConduct",
    "Condition",
    "Cooperative",
    "EffluentPlant",
    "Formalisation",
    "HomeWorkerInclusion",
    "LabourStandards",
    "MarketLinkage",
    "MicroCredit",
    "Policy",
    "Procurement",
    "ProxyMeans",
    "SafetyAndHealth",
    "SocialProtection",
    "Target",
    "TechnologyCentre",
    "VocationalTraining",
    "WomensTechnicalTraining",
]
