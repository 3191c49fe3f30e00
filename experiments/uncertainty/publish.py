"""What every design leaves besides its own tables and its record: failed runs and pictures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from poverty_nodes.experiments.report.figures.sheet import Drawing
from poverty_nodes.experiments.runs.failure import FailedRun, write_failures


def write_drawings(drawings: Sequence[Drawing], folder: Path) -> None:
    """Each picture as SVG and as PNG below figures/."""
    (folder / "figures").mkdir(exist_ok=True)
    for each in drawings:
        (folder / "figures" / f"{each.name}.svg").write_bytes(each.svg)
        (folder / "figures" / f"{each.name}.png").write_bytes(each.png)


def write_failed(folder: Path, failures: Sequence[FailedRun]) -> None:
    """failures.csv, the header alone if none failed."""
    write_failures(folder / "failures.csv", failures)


def listed(folder: Path) -> tuple[Path, ...]:
    """The folder first, then every file in it."""
    return (folder, *sorted(path for path in folder.rglob("*") if path.is_file()))
