"""The page on a survey as HTML: its style, figure and tables inside, everything from outside escaped."""

from __future__ import annotations

import base64
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from poverty_nodes.experiments.data_quality import tables, words
from poverty_nodes.experiments.data_quality.figure import draw_weights
from poverty_nodes.experiments.data_quality.population import target_rows_of
from poverty_nodes.experiments.report.background import BaseTarget
from poverty_nodes.experiments.report.figures import Drawing
from poverty_nodes.experiments.report.tables_of_terms import targets_table
from poverty_nodes.scenarios.survey.building import Built

_OWN = Path(__file__).parent / "templates"
_REPORT = Path(__file__).parent.parent / "report" / "templates"


def render(built: Built) -> str:
    """Return the page of a cluster that was built from a survey."""
    environment = Environment(
        loader=FileSystemLoader([_OWN, _REPORT]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["image"] = _image
    return environment.get_template("data_quality.html.j2").render(
        built=built,
        about=built.survey.map.about,
        source=built.survey.map.source,
        drawing=draw_weights(built),
        headline=words.headline(built),
        can=list(words.can(built)),
        cannot=list(words.cannot(built)),
        tables=_tables(built),
    )


def _tables(built: Built) -> dict[str, object]:
    targets = [
        BaseTarget(row.name, row.target, row.came_out, row.unit, row.note)
        for row in target_rows_of(built.cluster)
    ]
    return {
        "weights": tables.weights_table(built),
        "margins": tables.margins_table(built),
        "missing": tables.missing_table(built),
        "estimates": tables.estimates_table(built),
        "cells": tables.cells_table(built),
        "assumed": tables.assumed_table(built),
        "targets": targets_table(targets),
    }


def _image(drawing: Drawing) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(drawing.svg).decode()}"
