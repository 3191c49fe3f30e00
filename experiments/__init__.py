"""What is learnt: questions put to the model, the runs that answer them, and the report.

From Python: `from experiments import compare; result = compare(scenario, seeds=30)`.
"""

from __future__ import annotations

__all__ = ["compare", "sensitivity", "sweep"]


def __getattr__(name: str) -> object:
    """Import a verb when somebody asks: the command line must start without the machinery."""
    if name in __all__:
        from experiments import python

        return getattr(python, name)
    raise AttributeError(f"module 'experiments' has no attribute '{name}'")
