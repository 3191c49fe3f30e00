"""The ledger, with patterns made up so that what comes out is known."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.ablation import Ablation
from poverty_nodes.experiments.evidence.harness.band import Band
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.pattern import Pattern, Statistic
from poverty_nodes.experiments.evidence.harness.verdict import Interval
from poverty_nodes.experiments.evidence.harness.world import NotTestableError
from poverty_nodes.experiments.evidence.ledger.figures import ledger_figure
from poverty_nodes.experiments.evidence.ledger.ledger import (
    Entry,
    judge,
    judge_all,
    kind_undecided,
    totals_of,
    undecided,
)
from poverty_nodes.experiments.evidence.ledger.page import ledger_page
from poverty_nodes.experiments.evidence.ledger.series import Point, series_lines, series_table
from poverty_nodes.experiments.evidence.ledger.tables import (
    LEDGER,
    ledger_lines,
    ledger_table,
    without_lines,
)

ONE = Band(0.5, 1.5)


def level(laboratory: Laboratory) -> NDArray[np.float64]:
    """One in each seed, and nothing once the knob is neutral."""
    neutral = laboratory.ablation is not None and "knob" in laboratory.ablation.parameters
    return np.full(len(laboratory.seeds), 0.0 if neutral else 1.0)


def nowhere(laboratory: Laboratory) -> NDArray[np.float64]:
    """Asks for what is not there."""
    raise NotTestableError("there is no such town")


def pattern(*measures: object, band: Band = ONE, ablation: Ablation | None = None) -> Pattern:
    """A pattern of made-up statistics."""
    statistics = tuple(
        Statistic("a level", "one", band, "because", measure)  # type: ignore[arg-type]
        for measure in measures
    )
    kind = ablation or Ablation("nothing could")
    return Pattern("p99", "A made-up fact", "nowhere", statistics, kind, "none", "C", "a miracle")


@pytest.fixture
def laboratory() -> Laboratory:
    """Three seeds; the made-up statistics make no runs."""
    return Laboratory(range(1, 4))


def test_a_statistic_inside_its_band_reproduces_the_pattern(laboratory: Laboratory) -> None:
    entry = judge(pattern(level), laboratory)
    assert (entry.status, entry.kind) == ("reproduced", "emergent")
    assert entry.findings[0].seeds == (1.0, 1.0, 1.0)


def test_the_ablation_is_run_and_tells_what_was_put_in(laboratory: Laboratory) -> None:
    by_knob = judge(pattern(level, ablation=Ablation("a knob", {"knob": 0.0})), laboratory)
    by_other = judge(pattern(level, ablation=Ablation("another", {"other": 0.0})), laboratory)
    assert (by_knob.kind, by_other.kind) == ("imposed", "emergent")
    assert by_knob.findings[0].status_without == "not reproduced"


def test_a_failure_stays_with_what_it_would_take(laboratory: Laboratory) -> None:
    entry = judge(pattern(level, band=Band(2.0, 3.0)), laboratory)
    assert (entry.status, entry.kind, entry.note) == ("not reproduced", "", "a miracle")


def test_what_cannot_be_made_is_not_testable_and_says_why(laboratory: Laboratory) -> None:
    entry = judge(pattern(nowhere), laboratory)
    assert (entry.status, entry.note) == ("not testable", "there is no such town")


def hazy(laboratory: Laboratory) -> NDArray[np.float64]:
    """A tenth on average, within one either way: more seeds than three make it certain."""
    return np.resize(np.array([0.1, 0.5, -0.3]), len(laboratory.seeds))


def test_what_chance_leaves_open_is_judged_again_over_more_seeds(laboratory: Laboratory) -> None:
    open_sign = pattern(level, hazy, band=Band(low=0.0))
    (once,) = judge_all([open_sign], laboratory, lambda _: None)
    (again,) = judge_all([open_sign], laboratory, lambda _: None, precise=99)
    assert (once.status, len(once.findings[1].seeds)) == ("not reproduced", 3)
    assert once.note.startswith("Undecided over 3 seeds")
    assert (again.status, len(again.findings[1].seeds)) == ("reproduced", 99)


def test_a_mean_outside_its_band_is_not_judged_again(laboratory: Laboratory) -> None:
    wrong = pattern(hazy, level, band=Band(high=0.0))
    (entry,) = judge_all([wrong], laboratory, lambda _: None, precise=99)
    assert not undecided(entry.findings)
    assert (entry.status, len(entry.findings[0].seeds)) == ("not reproduced", 3)


def survives_by_chance(laboratory: Laboratory) -> NDArray[np.float64]:
    """One in each seed; a tenth on average without the knob, which more seeds make certain."""
    neutral = laboratory.ablation is not None
    return hazy(laboratory) if neutral else np.ones(len(laboratory.seeds))


def test_what_chance_alone_calls_imposed_is_judged_again_over_more_seeds(
    laboratory: Laboratory,
) -> None:
    knob = Ablation("a knob", {"knob": 0.0})
    by_chance = pattern(survives_by_chance, band=Band(low=0.0), ablation=knob)
    (once,) = judge_all([by_chance], laboratory, lambda _: None)
    (again,) = judge_all([by_chance], laboratory, lambda _: None, precise=99)
    assert (once.status, once.kind, kind_undecided(once)) == ("reproduced", "imposed", True)
    assert (again.kind, len(again.findings[0].seeds)) == ("emergent", 99)


def test_what_dies_without_its_parameter_is_not_judged_again(laboratory: Laboratory) -> None:
    imposed = pattern(level, ablation=Ablation("a knob", {"knob": 0.0}))
    (entry,) = judge_all([imposed], laboratory, lambda _: None, precise=99)
    assert not kind_undecided(entry)
    assert (entry.kind, len(entry.findings[0].seeds)) == ("imposed", 3)


@pytest.fixture
def entries(laboratory: Laboratory) -> list[Entry]:
    """One of each verdict."""
    return [
        judge(pattern(level, level), laboratory),
        judge(pattern(level, ablation=Ablation("put in", description=True)), laboratory),
        judge(pattern(level, band=Band(high=0.0)), laboratory),
        judge(pattern(nowhere), laboratory),
    ]


def test_totals_count_patterns_and_not_statistics(entries: list[Entry]) -> None:
    assert totals_of(entries).words() == (
        "2 of 4 patterns reproduced (1 emergent, 1 imposed), 1 not reproduced, 1 not testable here."
    )


def test_the_table_has_a_line_a_statistic_with_the_promised_columns(entries: list[Entry]) -> None:
    table = ledger_table(entries)
    promised = "pattern title cluster statistic published band_low band_high value low high status kind source"
    assert list(table.columns) == list(LEDGER)
    assert list(LEDGER[:13]) == promised.split()
    assert list(table["status"]) == ["reproduced"] * 3 + ["not reproduced", "not testable"]
    assert list(table["kind"]) == ["emergent", "emergent", "imposed", "", ""]


def test_the_terminal_shows_a_line_a_pattern(entries: list[Entry]) -> None:
    lines = ledger_lines(entries)
    assert [line["status"] for line in lines] == [entry.status for entry in entries]
    assert lines[0]["value"] == "1\n1"


def test_values_are_shown_again_without_what_could_impose_them(laboratory: Laboratory) -> None:
    neutral = Ablation("a knob", {"knob": 0.0})
    entries = [
        judge(pattern(level, ablation=neutral), laboratory),
        judge(pattern(level), laboratory),
    ]
    assert without_lines(entries) == ["  p99 1 / 0  with knob=0"]


def test_a_series_stands_in_the_terminal_and_on_the_page(entries: list[Entry]) -> None:
    series = [Point("jobs", 1998, 65000.0, Interval(53857.0, 53596.0, 54119.0))]
    (line,) = series_lines(series)
    assert (line["published"], line["value"]) == ("65,000", "53,857")
    page = ledger_page(
        entries, pd.DataFrame(), pd.DataFrame(), ledger_figure(entries), series=series_table(series)
    )
    assert "Torreon 1993-2000" in page


def test_the_page_and_the_figure_show_every_verdict(entries: list[Entry]) -> None:
    drawing = ledger_figure(entries)
    page = ledger_page(entries, pd.DataFrame(), pd.DataFrame(), drawing)
    assert drawing.svg.startswith(b"<?xml")
    for words in ("a miracle", "there is no such town", "emergent", "2 of 4 patterns"):
        assert words in page
    assert not re.search(r"https?:", re.sub(r'base64,[^"]*', "", page))


def test_the_page_says_what_was_asked_otherwise_after_it_had_failed(
    laboratory: Laboratory,
) -> None:
    told = replace(pattern(level), restated="of smaller firms before")
    entries = [judge(told, laboratory)]
    page = ledger_page(entries, pd.DataFrame(), pd.DataFrame(), ledger_figure(entries))
    assert "Asked otherwise after it had failed: of smaller firms before" in page
