"""Pictures as files: SVG for the page, and PNG if it is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from poverty_nodes.experiments.report.figures.sheet import Drawing


def write_drawings(drawings: Iterable[Drawing], folder: Path, png: bool) -> None:
    """Write each picture below figures/ as SVG, and also as PNG if that is asked for, which doubles the time."""
    figures = folder / "figures"
    for each in drawings:
        figures.mkdir(exist_ok=True)
        (figures / f"{each.name}.svg").write_bytes(each.svg)
        if png:
            (figures / f"{each.name}.png").write_bytes(each.png())
