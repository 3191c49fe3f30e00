"""Writes the folder of a finished ledger: tables, page, figure, and what makes the same numbers again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from poverty_nodes.experiments.evidence.harness.moments import Measured
from poverty_nodes.experiments.evidence.harness.stationarity import Drift
from poverty_nodes.experiments.evidence.ledger.figures import ledger_figure
from poverty_nodes.experiments.evidence.ledger.leave_one_out import Alone, leave_one_out_table
from poverty_nodes.experiments.evidence.ledger.ledger import Entry
from poverty_nodes.experiments.evidence.ledger.order import Order
from poverty_nodes.experiments.evidence.ledger.page import ledger_page
from poverty_nodes.experiments.evidence.ledger.series import Point, series_table
from poverty_nodes.experiments.evidence.ledger.tables import (
    ends_table,
    ledger_table,
    moments_table,
    stationarity_table,
)
from poverty_nodes.experiments.evidence.trials.figure import trials_figure
from poverty_nodes.experiments.evidence.trials.page import trials_section
from poverty_nodes.experiments.evidence.trials.tables import trials_table
from poverty_nodes.experiments.evidence.trials.trial import Result
from poverty_nodes.experiments.evidence.trials.untested import UNTESTED
from poverty_nodes.experiments.output.csv_table import write_table
from poverty_nodes.experiments.output.whole_folder import whole_folder
from poverty_nodes.experiments.record.record import Record
from poverty_nodes.experiments.uncertainty.page import Section


def publish(
    order: Order,
    record: Record,
    entries: Sequence[Entry],
    moments: Sequence[Measured],
    drifts: Sequence[Drift],
    series: Sequence[Point],
    trials: Sequence[Result] = (),
    leave_one_out: Sequence[Alone] = (),
) -> tuple[Path, ...]:
    """Write everything or nothing; returns the folder first, then its files. QuestionError if it cannot be written."""
    folder = order.folder()
    tables = {
        "ledger": ledger_table(entries),
        "ends": ends_table(entries),
        "moments": moments_table(moments),
        "stationarity": stationarity_table(drifts),
        "series": series_table(series),
    }
    if leave_one_out:
        tables["leave_one_out"] = leave_one_out_table(leave_one_out)
    with whole_folder(folder) as unfinished:
        for name, table in tables.items():
            write_table(table, unfinished / f"{name}.csv", None)
        drawings = [ledger_figure(entries)] if entries else []
        section: list[Section] = []
        if trials:
            write_table(trials_table(trials, UNTESTED), unfinished / "trials.csv", None)
            drawings.append(trials_figure(trials, UNTESTED))
            section = trials_section(trials, UNTESTED, drawings[-1])
        for drawing in drawings:
            (unfinished / "figures").mkdir(exist_ok=True)
            (unfinished / "figures" / f"{drawing.name}.svg").write_bytes(drawing.svg)
            (unfinished / "figures" / f"{drawing.name}.png").write_bytes(drawing.png)
        if drawings:
            ledger = drawings[0] if entries else None
            page = ledger_page(
                entries,
                tables["moments"],
                tables["stationarity"],
                ledger,
                section,
                tables["series"],
                tables.get("leave_one_out"),
            )
            (unfinished / "ledger.html").write_text(page, encoding="utf-8")
        record.write(unfinished)
    return (folder, *sorted(path for path in folder.rglob("*") if path.is_file()))
