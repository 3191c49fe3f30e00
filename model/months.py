"""Orders of the month by name: those that installed packages offer, subclasses of `Month` or of `ClusterModel`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from poverty_nodes.model.registry import Registry

if TYPE_CHECKING:
    from poverty_nodes.model.month import Month


def _faults(name: str, found: object) -> list[str]:
    from poverty_nodes.model.month import (
        Month,
    )  # compiled: only a question that names one pays for it

    if not (isinstance(found, type) and issubclass(found, Month)):
        return ["it is no subclass of model.month.Month or of model.ClusterModel"]
    return []


MONTHS: Registry[type[Month]] = Registry("poverty_nodes.months", "model", {}, _faults)
"""Each by the name of its entry point."""
