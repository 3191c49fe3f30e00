"""What is known: real clusters with every number sourced, and the scenarios made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from poverty_nodes.scenarios.catalogue import list_clusters, load_cluster
from poverty_nodes.scenarios.errors import Problem, QuestionError

if TYPE_CHECKING:
    from poverty_nodes.scenarios.scenario import Scenario

__all__ = ["Problem", "QuestionError", "Scenario", "list_clusters", "load_cluster"]


def __getattr__(name: str) -> object:
    """Import `Scenario` when somebody asks: it pulls in the model and its compiled rules."""
    if name == "Scenario":
        from poverty_nodes.scenarios.scenario import Scenario

        return Scenario
    raise AttributeError(f"module 'poverty_nodes.scenarios' has no attribute '{name}'")
