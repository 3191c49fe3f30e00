"""What happens: the economy of a cluster, one month at a time, for people, firms and households.

From Python: `from poverty_nodes.model import ClusterModel, Firm, Worker`. Importing the package alone loads neither
Mesa nor the compiled rules; a name is fetched when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from poverty_nodes.model.cluster import ClusterModel
    from poverty_nodes.model.face.views import Buyer, Firm, Household, Worker

__all__ = ["Buyer", "ClusterModel", "Firm", "Household", "Worker"]

_HOMES = dict.fromkeys(__all__, "poverty_nodes.model.face.views") | {
    "ClusterModel": "poverty_nodes.model.cluster"
}


def __getattr__(name: str) -> object:
    """Import a name of `__all__` when somebody asks for it."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'poverty_nodes.model' has no attribute '{name}'")


def __dir__() -> list[str]:
    """All that can be asked for, fetched or not."""
    return sorted({*globals(), *__all__})
