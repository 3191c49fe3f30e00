"""The figures of a comparison, one file each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.report.figures.acceptability import draw_acceptability
from poverty_nodes.experiments.report.figures.by_month import draw_by_month
from poverty_nodes.experiments.report.figures.cells import draw_cells
from poverty_nodes.experiments.report.figures.channels import draw_channels
from poverty_nodes.experiments.report.figures.components import (
    draw_components,
    draw_components_by_group,
)
from poverty_nodes.experiments.report.figures.cost import draw_cost
from poverty_nodes.experiments.report.figures.hangs_on import draw_hangs_on
from poverty_nodes.experiments.report.figures.incidence import draw_incidence
from poverty_nodes.experiments.report.figures.mean_change import draw_mean_change
from poverty_nodes.experiments.report.figures.nodes_map import draw_nodes
from poverty_nodes.experiments.report.figures.over_lines import draw_over_lines
from poverty_nodes.experiments.report.figures.over_time import draw_difference, draw_levels
from poverty_nodes.experiments.report.figures.sheet import Drawing, Told, drawn_in_turn, unheard
from poverty_nodes.experiments.report.figures.transitions import draw_transitions
from poverty_nodes.experiments.report.figures.winners import draw_bins

FIGURES: tuple[Callable[[Comparison], Drawing], ...] = (
    draw_levels,
    draw_difference,
    draw_bins,
    draw_mean_change,
    draw_cells,
    draw_by_month,
    draw_incidence,
    draw_over_lines,
    draw_transitions,
    draw_nodes,
    draw_cost,
    draw_acceptability,
)
"""In the order of the report."""


def draw_all(comparison: Comparison, told: Told = unheard) -> dict[str, Drawing]:
    """Draw every figure, by name; those on channels, components and unknown numbers only if they were asked for."""
    chosen = [*FIGURES]
    chosen += [] if comparison.not_known is None else [draw_hangs_on]
    chosen += [] if comparison.channels.empty else [draw_channels]
    chosen += [] if comparison.attribution.empty else [draw_components, draw_components_by_group]
    drawings = drawn_in_turn([partial(draw, comparison) for draw in chosen], told)
    return {drawing.name: drawing for drawing in drawings}


__all__ = ["FIGURES", "Drawing", "draw_all"]
