"""Which kind of cluster it is for a policy on poverty: incipient with high poverty, growth engine, or neither.

Nadvi and Barrientos (2004) ask that incipient clusters, where the incidence of poverty is high, be told apart from
growth engines, which can generate incomes for the poor and have institutions that can act together for them.
"""

from __future__ import annotations

from poverty_nodes.scenarios.description.cluster import ClusterDescription

HIGH = 0.4
"""Headcount from which on poverty is called high: two people in five (judged)."""
ENGINE_PHASES = ("growing", "mature")
STRONG = ("bilateral", "associations")

ADVICE = {
    "incipient": "what helps survival comes first: small steps that can be risked, credit, inputs bought together",
    "growth engine": "institutions are there to work with: whom growth leaves out is the question",
    "growing alone": "it grows without institutions: joint action is what a programme could build",
    "declining": "jobs are being lost: who is left behind, and where they go, is the question",
}


def kind_of(cluster: ClusterDescription) -> str:
    """Return incipient, growth engine, growing alone (no institutions to act together) or declining."""
    phase, facts = cluster.cluster.phase, cluster.features
    if phase in ("incipient", "declining"):
        return phase
    joint = "none" if facts is None else facts.joint_action.value
    return "growth engine" if phase in ENGINE_PHASES and joint in STRONG else "growing alone"


def with_poverty(kind: str, headcount: float) -> str:
    """Return the kind with a word on poverty: "incipient, poverty high"."""
    return f"{kind}, poverty {'high' if headcount >= HIGH else 'lower'}"
