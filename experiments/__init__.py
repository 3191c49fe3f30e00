"""What is learnt: questions put to the model, the runs that answer them, and the report.

From Python: `from experiments import compare; result = compare(scenario, seeds=30)`.
"""

from __future__ import annotations

__all__ = ["compare"]


def __getattr__(name: str) -> object:
    """Import `compare` when somebody asks: the command line must start without the machinery."""
    if name == "compare":
        from experiments.python import compare

        return compare
    raise AttributeError(f"module 'experiments' has no attribute '{name}'")
