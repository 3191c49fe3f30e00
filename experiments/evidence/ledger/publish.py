"""Writes the folder of a finished ledger: tables, page, figure, and the question that gives the same numbers again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from poverty_nodes.experiments.evidence.artefacts.audit import audit_table
from poverty_nodes.experiments.evidence.ledger.figures import ledger_figure
from poverty_nodes.experiments.evidence.ledger.found import Found
from poverty_nodes.experiments.evidence.ledger.leave_one_out import leave_one_out_table
from poverty_nodes.experiments.evidence.ledger.numbers import numbers_table
from poverty_nodes.experiments.evidence.ledger.order import Order
from poverty_nodes.experiments.evidence.ledger.page import (
    artefacts_section,
    ledger_page,
    paper_section,
)
from poverty_nodes.experiments.evidence.ledger.series import series_table
from poverty_nodes.experiments.evidence.ledger.tables import (
    ends_table,
    ledger_table,
    moments_table,
    stationarity_table,
)
from poverty_nodes.experiments.evidence.propositions.inertness import inertness_table
from poverty_nodes.experiments.evidence.trials.figure import trials_figure
from poverty_nodes.experiments.evidence.trials.page import trials_section
from poverty_nodes.experiments.evidence.trials.tables import trials_table
from poverty_nodes.experiments.evidence.trials.untested import UNTESTED
from poverty_nodes.experiments.output.answer_files import listed
from poverty_nodes.experiments.output.csv_table import write_table
from poverty_nodes.experiments.output.whole_folder import whole_folder
from poverty_nodes.experiments.record.record import Record
from poverty_nodes.experiments.report.figures.files import write_drawings
from poverty_nodes.experiments.report.figures.sheet import Drawing
from poverty_nodes.experiments.uncertainty.page import Section


def publish(order: Order, record: Record, found: Found) -> tuple[Path, ...]:
    """Write everything or nothing; returns the folder first, then its files. QuestionError if it cannot be written."""
    folder = order.folder()
    tables = _tables(order, found)
    ledger = ledger_figure(found.entries) if found.entries else None
    trials = trials_figure(found.trials, UNTESTED) if found.trials else None
    drawings = [each for each in (ledger, trials) if each is not None]
    sections = trials_section(found.trials, UNTESTED, trials) if trials is not None else []
    with whole_folder(folder) as unfinished:
        for name, table in tables.items():
            write_table(table, unfinished / f"{name}.csv", None)
        write_drawings(drawings, unfinished, order.png == "yes")
        page = _page(found, tables, ledger, sections)
        (unfinished / "ledger.html").write_text(page, encoding="utf-8")
        record.write(unfinished)
    return listed(folder)


def _tables(order: Order, found: Found) -> dict[str, pd.DataFrame]:
    tables = {
        "ledger": ledger_table(found.entries),
        "ends": ends_table(found.entries),
        "moments": moments_table(found.moments),
        "stationarity": stationarity_table(found.drifts),
        "series": series_table(found.series),
        "numbers": numbers_table(found, order.seeds),
    }
    if found.leave_one_out:
        tables["leave_one_out"] = leave_one_out_table(found.leave_one_out)
    if found.audited:
        tables["artefacts"] = audit_table(found.audited)
    if found.trials:
        tables["trials"] = trials_table(found.trials, UNTESTED)
    if found.paper:
        tables["paper"] = ledger_table(found.paper)
        tables["paper_ends"] = ends_table(found.paper)
        tables["inertness"] = inertness_table(found.moved)
    return tables


def _page(
    found: Found,
    tables: Mapping[str, pd.DataFrame],
    ledger: Drawing | None,
    trials: Sequence[Section],
) -> str:
    paper = paper_section(found.paper, tables["inertness"]) if found.paper else []
    artefacts = artefacts_section(found.audited, tables["artefacts"]) if found.audited else []
    return ledger_page(
        found.entries,
        tables["moments"],
        tables["stationarity"],
        ledger,
        [*paper, *trials, *artefacts],
        tables["series"],
        tables.get("leave_one_out"),
        found.besides,
    )
