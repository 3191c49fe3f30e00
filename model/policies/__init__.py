"""The policies that can be enacted, by name: one file each and one line here, and those of installed packages."""

from __future__ import annotations

from poverty_nodes.model.policies.base import Policy, ProxyMeans, Target
from poverty_nodes.model.policies.cash_transfer import CashTransfer
from poverty_nodes.model.policies.child_care import ChildCare
from poverty_nodes.model.policies.cluster_development import ClusterDevelopment
from poverty_nodes.model.policies.code_of_conduct import CodeOfConduct
from poverty_nodes.model.policies.cooperative import Cooperative
from poverty_nodes.model.policies.delivery.condition import Condition
from poverty_nodes.model.policies.effluent_plant import EffluentPlant
from poverty_nodes.model.policies.formalisation import Formalisation
from poverty_nodes.model.policies.home_worker_inclusion import HomeWorkerInclusion
from poverty_nodes.model.policies.labour_standards import LabourStandards
from poverty_nodes.model.policies.market_linkage import MarketLinkage
from poverty_nodes.model.policies.micro_credit import MicroCredit
from poverty_nodes.model.policies.procurement import Procurement
from poverty_nodes.model.policies.safety_and_health import SafetyAndHealth
from poverty_nodes.model.policies.social_protection import SocialProtection
from poverty_nodes.model.policies.technology_centre import TechnologyCentre
from poverty_nodes.model.policies.vocational_training import VocationalTraining
from poverty_nodes.model.policies.womens_technical_training import WomensTechnicalTraining
from poverty_nodes.model.registry import Registry

BUILT_IN: dict[str, type[Policy]] = {
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
"""Each policy of the model under its own name, in the order in which tables show them."""


def _faults(name: str, found: object) -> list[str]:
    if not (isinstance(found, type) and issubclass(found, Policy)):
        return ["it is no subclass of model.policies.Policy"]
    from poverty_nodes.model.policies.declared import (
        misfits,  # a tenth of a second: the command does without
    )

    other = [f"its class has the name '{found.name}'"] if found.name != name else []
    return [*other, *misfits(found)]


REGISTRY: Registry[type[Policy]] = Registry("poverty_nodes.policies", "policy", BUILT_IN, _faults)
"""Each policy under its own name: those of the model, then those of installed packages."""

__all__ = [
    "BUILT_IN",
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
