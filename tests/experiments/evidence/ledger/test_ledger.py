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
from poverty_nodes.experiments.evidence.harness.rival import Rival
from poverty_nodes.experiments.evidence.harness.setting import Reach
from poverty_nodes.experiments.evidence.harness.verdict import Interval
from poverty_nodes.experiments.evidence.harness.world import NotTestableError
from poverty_nodes.experiments.evidence.ledger.figures import ledger_figure
from poverty_nodes.experiments.evidence.ledger.ledger import (
    Entry,
    judge,
    judge_all,
)
from poverty_nodes.experiments.evidence.ledger.page import ledger_page
from poverty_nodes.experiments.evidence.ledger.series import Point, series_lines, series_table
from poverty_nodes.experiments.evidence.ledger.tables import LEDGER, ledger_table
from poverty_nodes.experiments.evidence.ledger.terminal_lines import ledger_lines, without_lines
from poverty_nodes.experiments.evidence.ledger.totals import totals_of

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
        Statistic("a level", "one", band, "because", measure, 0.0)  # type: ignore[arg-type]
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
    assert (entry.status, entry.kind) == ("reproduced", "imposed")  # nothing was taken away
    assert entry.findings[0].seeds == (1.0, 1.0, 1.0)


def test_the_ablation_is_run_and_tells_what_was_put_in(laboratory: Laboratory) -> None:
    by_knob = judge(pattern(level, ablation=Ablation("a knob", {"knob": 0.0})), laboratory)
    by_other = judge(pattern(level, ablation=Ablation("another", {"other": 0.0})), laboratory)
    assert (by_knob.kind, by_other.kind) == ("imposed", "emergent")
    assert by_knob.findings[0].without == Interval(0.0, 0.0, 0.0)


def test_a_failure_stays_with_what_it_would_take(laboratory: Laboratory) -> None:
    entry = judge(pattern(level, band=Band(2.0, 3.0)), laboratory)
    assert (entry.status, entry.kind, entry.note) == ("not reproduced", "", "a miracle")


def test_what_cannot_be_made_is_not_testable_and_says_why(laboratory: Laboratory) -> None:
    entry = judge(pattern(nowhere), laboratory)
    assert (entry.status, entry.note) == ("not testable", "there is no such town")


def hazy(laboratory: Laboratory) -> NDArray[np.float64]:
    """A tenth on average, within one either way: more seeds than three would make it certain."""
    return np.resize(np.array([0.1, 0.5, -0.3]), len(laboratory.seeds))


def test_what_chance_leaves_open_is_not_looked_at_again(laboratory: Laboratory) -> None:
    (entry,) = judge_all([pattern(hazy, band=Band(low=0.0))], laboratory, lambda _: None)
    assert (entry.status, len(entry.findings[0].seeds)) == ("not reproduced", 3)


COST = Reach("shock", "a_shock", "cost", 0.4, 2.0, "its own range")


def costly(laboratory: Laboratory) -> NDArray[np.float64]:
    """The cost itself, one unless it is set."""
    cost = laboratory.settings[0].value if laboratory.settings else 1.0
    return np.full(len(laboratory.seeds), cost)


def test_what_turns_at_an_end_of_its_range_does_not_count(laboratory: Laboratory) -> None:
    over = replace(pattern(costly), over=(COST,))
    entry = judge(over, laboratory)
    assert (entry.status, entry.kind) == ("turns inside its range", "")
    assert [end.status for end in entry.ends] == ["not reproduced", "not reproduced"]
    held = judge(replace(over, over=(replace(COST, low=0.6, high=1.4),)), laboratory)
    assert held.status == "reproduced"
    assert (totals_of([entry, held]).reproduced, totals_of([entry, held]).turning) == (1, 1)


def test_a_look_goes_to_no_end_and_takes_nothing_away(laboratory: Laboratory) -> None:
    knob = Ablation("a knob", {"knob": 0.0})
    entry = judge(replace(pattern(costly, ablation=knob), over=(COST,)), laboratory, look=True)
    assert (entry.status, entry.kind, entry.ends) == ("reproduced", "", ())
    assert entry.findings[0].without is None


def test_what_is_not_reproduced_is_not_saved_by_its_range(laboratory: Laboratory) -> None:
    high = replace(pattern(costly, band=Band(1.5, 3.0)), over=(COST,))
    entry = judge(high, laboratory)
    assert (entry.status, entry.ends) == ("not reproduced", ())


def test_what_a_dull_rival_reproduces_as_well_earns_nothing(laboratory: Laboratory) -> None:
    still = Rival("no change", (1.0,), "it stays")
    other = Rival("arithmetic", (9.0,), "nine times")
    dull = judge(replace(pattern(level), rivals=(still, other)), laboratory)
    assert (dull.status, dull.rivals, dull.earns) == ("reproduced", ("no change",), False)
    assert totals_of([dull]).dull == 1
    assert sum(totals_of([dull]).kinds) == 0


def partly(laboratory: Laboratory) -> NDArray[np.float64]:
    """One, of which three parts in ten are left without the knob, give or take a little."""
    chance = np.resize([0.01, -0.01], len(laboratory.seeds))
    return chance + (0.3 if laboratory.ablation else 1.0)


def test_the_least_share_that_survives_decides(laboratory: Laboratory) -> None:
    knob = Ablation("a knob", {"other": 0.0})
    whole, part = (judge(pattern(each, ablation=knob), laboratory) for each in (level, partly))
    both = judge(pattern(level, partly, ablation=knob), laboratory)
    assert [each.kind for each in (whole, part, both)] == ["emergent", "partly", "partly"]
    assert part.findings[0].share is not None
    assert part.findings[0].share.value == pytest.approx(0.3, abs=0.01)


def test_nothing_is_cleanly_emergent_while_something_cannot_be_taken_away(
    laboratory: Laboratory,
) -> None:
    knob = Ablation("a knob", {"other": 0.0}, unreached=("an exponent in code",))
    assert judge(pattern(level, ablation=knob), laboratory).kind == "not cleanly emergent"


@pytest.fixture
def entries(laboratory: Laboratory) -> list[Entry]:
    """One of each verdict."""
    return [
        judge(pattern(level, level, ablation=Ablation("another", {"other": 0.0})), laboratory),
        judge(pattern(level, ablation=Ablation("put in", description=True)), laboratory),
        judge(pattern(level, band=Band(high=0.0)), laboratory),
        judge(pattern(nowhere), laboratory),
    ]


def test_totals_count_patterns_and_not_statistics(entries: list[Entry]) -> None:
    assert totals_of(entries).words() == (
        "2 of 4 patterns reproduced over their ranges; of these a dull rival reproduces 0 as well, which earn nothing, "
        "and the others are 1 emergent, 0 not cleanly emergent, 0 partly, 1 imposed. 0 turn inside their range and do "
        "not count, 1 are not reproduced, 1 not testable here."
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


def test_shares_are_shown_without_what_could_impose_them(laboratory: Laboratory) -> None:
    neutral = Ablation("a knob", {"knob": 0.0})
    entries = [
        judge(pattern(level, ablation=neutral), laboratory),
        judge(pattern(level), laboratory),
    ]
    assert without_lines(entries) == ["  p99 0 (0 to 0)  with knob=0"]


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
