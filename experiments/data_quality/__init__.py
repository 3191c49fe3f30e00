"""The page on a survey: what its data can and cannot support."""

from __future__ import annotations

from poverty_nodes.scenarios.survey.building import Built

__all__ = ["page_of"]


def page_of(built: Built) -> str:
    """Return the page as HTML, one file that needs no network."""
    from poverty_nodes.experiments.data_quality.page import render

    return render(built)
