"""The report of a comparison: sentences, figures and one self-contained page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.report.background import AssumedInput, Background, BaseTarget
from poverty_nodes.experiments.report.pictures import AS_SVG, Pictures

if TYPE_CHECKING:
    from poverty_nodes.experiments.report.figures import Drawing
    from poverty_nodes.experiments.report.section import Section

__all__ = ["AssumedInput", "Background", "BaseTarget", "Pictures", "write"]


def write(
    comparison: Comparison,
    background: Background,
    folder: Path,
    more: Sequence[Drawing] = (),
    sections: Sequence[Section] = (),
    pictures: Pictures = AS_SVG,
) -> Path:
    """Write figures/*.svg (and *.png if asked) and report.html into a folder that exists; returns the report's path.

    `more` are drawings made elsewhere, such as that of uncertain inputs, `sections` are parts that other modules add.
    """
    from poverty_nodes.experiments.report.figures import (
        draw_all,  # matplotlib: only who draws pays for it
    )
    from poverty_nodes.experiments.report.figures.files import write_drawings
    from poverty_nodes.experiments.report.page import render

    brought = [*more, *(each for section in sections for each in section.drawings)]
    drawings = draw_all(comparison, pictures.told) | {drawing.name: drawing for drawing in brought}
    write_drawings(drawings.values(), folder, pictures.png)
    report = folder / "report.html"
    report.write_text(render(comparison, background, drawings, sections), encoding="utf-8")
    return report
