"""What installed packages offer and a question asks for: whether it is there, and whether it can be used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from poverty_nodes.model.measures.catalogue import INSTALLED
from poverty_nodes.model.months import MONTHS
from poverty_nodes.model.registry import Registry
from poverty_nodes.scenarios.errors import Problem, nearest_name

REMEDY = "docs/policies.md says how a package offers it; reinstall or remove the package"


def of_packages(model: object, where: str) -> list[Problem]:
    """What is wrong with the order of the month that is asked for, and with measures, which every run records."""
    problems = [
        Problem("installed packages", fault, remedy=REMEDY)
        for fault in filter(None, (INSTALLED.fault(name) for name in INSTALLED))
    ]
    if isinstance(model, str) and model not in MONTHS:
        known = ", ".join(MONTHS) or "no installed package offers one"
        nearest = nearest_name(model, MONTHS)
        return [*problems, Problem(where, f"there is no model '{model}'", known, nearest)]
    return problems + (unusable(MONTHS, [model], where) if isinstance(model, str) else [])


def unusable(registry: Registry[Any], names: Sequence[str], where: str) -> list[Problem]:
    """Those of some names whose package cannot be used, with the reason of each."""
    faults = [registry.fault(name) for name in names if name in registry]
    return [Problem(where, fault, remedy=REMEDY) for fault in faults if fault]
