"""The run whose numbers are kept: a small town for half a year, left alone and with both policies."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Mapping
from pathlib import Path

import llvmlite.binding  # type: ignore[import-untyped]
import numba
import numpy as np

from poverty_nodes.model.ledger import FLOWS
from poverty_nodes.model.policies.base import Policy
from tests.small_economy import CREDIT, STANDARDS, recorded, rough_economy

KEPT = Path(__file__).with_suffix(".json")
KEPT_SWITCHED_OFF = KEPT.with_name("switched_off.json")
SWITCHED_OFF: dict[str, float] = {
    "overhead_share": 0.0,
    "debt_limit": 3.0,
    "machine_sales": 0.0,
    "owner_backing": 0.0,
    "machines_stay": 0.0,
    "partners_claim": 0.0,
    "relation_turnover": 0.0,
}
"""Mechanisms that came later, at what makes them vanish: the numbers are then those of before, to the last bit."""
MONTHS, SEED = 6, 1
WORLDS: dict[str, tuple[Policy, ...]] = {"without": (), "with": (CREDIT, STANDARDS)}
GROUPS = ("all", "gender=female", "contract=homework", "place=dispersed")
Numbers = dict[str, list[float]]


def measured(parameters: Mapping[str, float] | None = None) -> Numbers:
    """Every measure of some groups month by month, and the last month's payments, by world."""
    found: Numbers = {}
    for world, policies in WORLDS.items():
        state = rough_economy(SEED, parameters=parameters, policies=policies)
        result = recorded(state, MONTHS)
        for measure in result.measures:
            for group in GROUPS:
                series = result.series(measure, group)
                if not np.isnan(series).all():
                    found[f"{world}/{measure}/{group}"] = series.tolist()
        for (name, _, _), dollars in zip(FLOWS, state.flows, strict=True):
            found[f"{world}/flow/{name}"] = [float(dollars)]
        for row in result.programme:
            numbers = {key: value for key, value in row.items() if isinstance(value, float)}
            for key, value in numbers.items():
                found[f"{world}/programme/{row['policy']}/{key}"] = [value]
    return found


def machine() -> str:
    """Eight digits of what may move the last bits of a number: processor, compiler, libraries."""
    parts = (
        platform.machine(),
        platform.libc_ver(),
        llvmlite.binding.get_host_cpu_name(),
        llvmlite.binding.llvm_version_info,
        numba.__version__,
        np.__version__,
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:8]


def kept(where: Path = KEPT) -> tuple[str, Numbers]:
    """The machine that the kept numbers come from, and the numbers."""
    content = json.loads(where.read_text())
    return content["machine"], content["numbers"]


def keep(numbers: Numbers) -> None:
    """Write the numbers to the last bit: Python's shortest text of a float reads back as itself."""
    content = {"machine": machine(), "numbers": numbers}
    KEPT.write_text(json.dumps(content, indent=0, sort_keys=True) + "\n")
