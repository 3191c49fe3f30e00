"""What is learnt: questions put to the model, the runs that answer them, and the report.

From Python: `from experiments import compare; result = compare(scenario, seeds=30)`.
"""

from __future__ import annotations

from importlib import import_module

_WHERE = {
    "compare": "poverty_nodes.experiments.command.in_python",
    "compare_packages": "poverty_nodes.experiments.command.packages_in_python",
    "sensitivity": "poverty_nodes.experiments.command.in_python",
    "sweep": "poverty_nodes.experiments.command.in_python",
    "batch_run": "poverty_nodes.experiments.runs.mesa_batch",
    "computing": "poverty_nodes.experiments.runs.executors.computing",
    "Means": "poverty_nodes.experiments.runs.executors.computing",
}

__all__ = [
    "Means",
    "batch_run",
    "compare",
    "compare_packages",
    "computing",
    "sensitivity",
    "sweep",
]


def __getattr__(name: str) -> object:
    """Import a verb when somebody asks: the command line must start without the machinery."""
    if name in _WHERE:
        return getattr(import_module(_WHERE[name]), name)
    raise AttributeError(f"module 'poverty_nodes.experiments' has no attribute '{name}'")
