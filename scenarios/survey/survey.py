"""A survey that has been read and linked: every worker's firm is in it, and every firm has workers."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.scenarios.strict_yaml.yaml_file import YamlFile
from poverty_nodes.scenarios.survey.mapping import SurveyMap
from poverty_nodes.scenarios.survey.sheet import Sheet


@dataclass(frozen=True)
class Survey:
    """The answers of firms and of workers; a file that does not exist is a sheet without rows.

    `employer` (workers,) is the row of each worker's firm, -1 if there is no file of firms; `notes` say what was done
    to the rows before anything was reckoned; `paid` (tiers,) is the part of the head-counts of firms that is paid.
    """

    map: SurveyMap
    file: YamlFile
    folder: Path
    firms: Sheet
    workers: Sheet
    employer: NDArray[np.int64]
    notes: tuple[str, ...] = field(default=())
    paid: NDArray[np.float64] = field(default_factory=lambda: np.ones(3))

    @property
    def sheets(self) -> dict[str, Sheet]:
        """Return the files that exist."""
        known = {"firms": self.firms, "workers": self.workers}
        return {kind: sheet for kind, sheet in known.items() if getattr(self.map, kind) is not None}

    @property
    def tier(self) -> NDArray[np.int64]:
        """Return the tier of each worker's firm (workers,): 0 exporter, 1 subcontractor, 2 specialist."""
        if self.map.firms is None:
            return self.workers.codes["tier"]
        return self.firms.codes["tier"][self.employer]
