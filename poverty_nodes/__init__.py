"""Who gains and who loses when a policy meets an industrial cluster: `import poverty_nodes as pn`.

The face of the laboratory. Importing it loads nothing else; a name is fetched when it is first asked for.

    town = pn.load_cluster("sialkot_surgical")
    scenario = pn.Scenario(town, policies=(pn.policies.MicroCredit(amount=500, rate=0.02, months=12),), months=24)
    print(pn.compare(scenario, seeds=6).winners)
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from poverty_nodes.experiments.command.in_python import compare, sensitivity, sweep
    from poverty_nodes.experiments.command.packages_in_python import compare_packages
    from poverty_nodes.experiments.runs.executors.computing import Means, computing
    from poverty_nodes.experiments.runs.mesa_batch import batch_run
    from poverty_nodes.model import policies, shocks
    from poverty_nodes.model.cluster import ClusterModel
    from poverty_nodes.model.face.views import Buyer, Firm, Household, Worker
    from poverty_nodes.scenarios.catalogue import list_clusters, load_cluster
    from poverty_nodes.scenarios.errors import Problem, QuestionError
    from poverty_nodes.scenarios.scenario import Scenario

__all__ = [
    "Buyer",
    "ClusterModel",
    "Firm",
    "Household",
    "Means",
    "Problem",
    "QuestionError",
    "Scenario",
    "Worker",
    "batch_run",
    "compare",
    "compare_packages",
    "computing",
    "list_clusters",
    "load_cluster",
    "policies",
    "sensitivity",
    "shocks",
    "sweep",
]

_HOMES = {
    "experiments": (
        *("batch_run", "compare", "compare_packages", "computing", "Means"),
        *("sensitivity", "sweep"),
    ),
    "model": ("Buyer", "ClusterModel", "Firm", "Household", "Worker"),
    "scenarios": ("list_clusters", "load_cluster", "Problem", "QuestionError", "Scenario"),
}
_ROOMS = {"policies": "poverty_nodes.model.policies", "shocks": "poverty_nodes.model.shocks"}

_TREE = Path(__file__).resolve().parents[1]
if (_TREE / "pyproject.toml").is_file():  # a checkout: the rooms lie beside this folder, not in it
    __path__.append(str(_TREE))


def __getattr__(name: str) -> object:
    """Fetch a name of `__all__` when somebody asks for it."""
    if name in _ROOMS:
        return import_module(_ROOMS[name])
    for room, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"poverty_nodes.{room}"), name)
    raise AttributeError(f"module 'poverty_nodes' has no attribute '{name}'")


def __dir__() -> list[str]:
    """All that can be asked for, fetched or not."""
    return sorted({*globals(), *__all__})
