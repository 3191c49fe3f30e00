"""What is known: real clusters with every number sourced, and the scenarios made of them.

From Python: `from poverty_nodes.scenarios import Scenario, load_cluster`. Importing `scenarios` alone loads neither the
schemas of a description nor the economy; a name is fetched when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from poverty_nodes.scenarios.catalogue import list_clusters, load_cluster
    from poverty_nodes.scenarios.errors import Problem, QuestionError
    from poverty_nodes.scenarios.scenario import Scenario

__all__ = ["Problem", "QuestionError", "Scenario", "list_clusters", "load_cluster"]

_HOMES = {
    "Problem": "poverty_nodes.scenarios.errors",
    "QuestionError": "poverty_nodes.scenarios.errors",
    "Scenario": "poverty_nodes.scenarios.scenario",
    "list_clusters": "poverty_nodes.scenarios.catalogue",
    "load_cluster": "poverty_nodes.scenarios.catalogue",
}


def __getattr__(name: str) -> object:
    """Import a name of `__all__` when somebody asks for it."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'poverty_nodes.scenarios' has no attribute '{name}'")
