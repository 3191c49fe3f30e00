"""A page in the look of a comparison's report, with question, answer, figures, tables; it needs no network."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path

import numpy as np
import pandas as pd
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from poverty_nodes.experiments.report.asked_terms import AskedPart, asked_table, told_in_short
from poverty_nodes.experiments.report.figures.sheet import Drawing
from poverty_nodes.experiments.report.numbers import MINUS, NONE
from poverty_nodes.experiments.report.section import Fold as Fold
from poverty_nodes.experiments.report.section import Points as Points
from poverty_nodes.experiments.report.table import Row, Table

_TEMPLATES = Path(__file__).parent.parent / "report" / "templates"


Member = str | Drawing | Table | Fold | Points
Section = tuple[str, Sequence[Member]]
"""A heading, and what stands below it in turn: sentences, figures, tables, what is folded away."""


def page(
    title: str,
    question: str,
    answer: Sequence[str],
    sections: Sequence[Section],
    words: Sequence[tuple[str, str]] = (),
    asked: Sequence[AskedPart] = (),
    notes: Sequence[object] = (),
) -> str:
    """The page as HTML; all texts are escaped, figures are put in and numbered.

    The first sentence of `answer` is the headline; `words` are explained at the end; `asked` is the question with each
    of its terms, `notes` what it probably does not mean.
    """
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["image"] = _image
    environment.globals["numbered"] = count(1).__next__
    return environment.get_template("page.html.j2").render(
        title=title,
        question=question,
        answer=list(answer),
        sections=list(sections),
        words=words,
        set_otherwise=told_in_short(asked),
        asked=[asked_table(part) for part in asked],
        notes=list(notes),
    )


def table_of(frame: pd.DataFrame, caption: str, heads: Mapping[str, str] | None = None) -> Table:
    """A table of the page from a frame whose first column heads the rows; `heads` renames columns.

    Numbers have up to four digits; columns that are all empty are left out.
    """
    kept = [name for name in frame.columns if frame[name].notna().any() or not len(frame)]
    names = tuple((heads or {}).get(str(name), str(name).replace("_", " ")) for name in kept)
    rows = tuple(
        Row(_text(cells[0]), tuple(_text(each) for each in cells[1:]))
        for cells in frame[kept].itertuples(index=False, name=None)
    )
    words = [
        at for at, name in enumerate(kept[1:]) if not pd.api.types.is_numeric_dtype(frame[name])
    ]
    return Table(caption, names, rows, tuple(words))


def _text(value: object) -> str:
    if value is None or value != value:
        return NONE
    if isinstance(value, bool | np.bool_):
        return "yes" if value else "no"
    if isinstance(value, str) and re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)+", value):
        return value.replace("_", " ")  # an id, which no reader types here
    if isinstance(value, float):
        return f"{float(f'{value:.4g}'):,.10g}".replace("-", MINUS)
    return f"{value:,}" if isinstance(value, int) else str(value)


def _image(drawing: Drawing) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(drawing.svg).decode()}"
