"""A package as somebody else installs it: a module, and the metadata that say what it offers."""

from __future__ import annotations

from pathlib import Path

MODULE = '''
"""What a ministry tries out."""

from typing import ClassVar, Literal

import numpy as np
from pydantic import Field

from poverty_nodes.model.measures.catalogue import Measure
from poverty_nodes.model.month import Month
from poverty_nodes.model.policies.base import Money, Policy


class TransportVoucher(Policy):
    """Pays for the bus of those who live far from posts."""

    name: ClassVar[str] = "transport_voucher"
    source: ClassVar[str] = "judged"
    targets: ClassVar[Literal["person"]] = "person"
    reaches: ClassVar[Literal["people"]] = "people"
    unit: ClassVar[str] = "person paid, a month"
    pays: ClassVar[Literal["households"]] = "households"
    value: ClassVar[str] = "amount"

    amount: Money = Field(default=15.0, description="paid to a person a month")
    start: int = Field(default=1, ge=1, description="first month in which it acts")

    def benefit(self, tables, rows):
        """The voucher of the month."""
        return self.amount


class PowerCuts(Month):
    """There is power half of the time."""

    def production(self, state):
        """Half of what would be made."""
        state.firms["productivity"] *= 0.5
        super().production(state)
        state.firms["productivity"] /= 0.5


HOME_SHARE = Measure(
    "home_share", "share of persons whose adult works at home", "share", "judged",
    of=lambda state: (state.workers["post"] == 4).astype(float),
)
SERVICES = Measure(
    "local services", "money in the local services of local services", "dollars", by_group=False,
    of=lambda state: state.places["services_income"] / state.scale,
)
'''

OFFERS = {
    "poverty_nodes.policies": {"transport_voucher": "ministry_tries:TransportVoucher"},
    "poverty_nodes.measures": {
        "home_share": "ministry_tries:HOME_SHARE",
        "local services": "ministry_tries:SERVICES",
    },
    "poverty_nodes.months": {"power_cuts": "ministry_tries:PowerCuts"},
}


def install(folder: Path, offers: dict[str, dict[str, str]], module: str = MODULE) -> Path:
    """Write the package into a folder, which is then to be on the path of modules; returns the folder."""
    (folder / "ministry_tries.py").write_text(module)
    metadata = folder / "ministry_tries-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: ministry-tries\nVersion: 1.0\n"
    )
    lines = [
        line
        for group, points in offers.items()
        for line in (f"[{group}]", *(f"{name} = {value}" for name, value in points.items()))
    ]
    (metadata / "entry_points.txt").write_text("\n".join(lines) + "\n")
    return folder
