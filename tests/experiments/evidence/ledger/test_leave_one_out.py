"""Which of several parameters puts a pattern in, with patterns made up so that what comes out is known."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.ablation import Ablation
from poverty_nodes.experiments.evidence.harness.band import Band
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.pattern import Pattern, Statistic
from poverty_nodes.experiments.evidence.ledger.figures import ledger_figure
from poverty_nodes.experiments.evidence.ledger.leave_one_out import (
    COLUMNS,
    judge_leave_one_out,
    leave_one_out_lines,
    leave_one_out_table,
)
from poverty_nodes.experiments.evidence.ledger.ledger import judge
from poverty_nodes.experiments.evidence.ledger.order import Order
from poverty_nodes.experiments.evidence.ledger.page import ledger_page
from poverty_nodes.experiments.question.checked_request import read

WEIGHT = {"motor": 0.8, "wheel": 0.3, "bell": 0.1}
"""How much of the statistic, 1.2 in all, each parameter makes."""


def quiet() -> None:
    """Count nothing."""


def made(laboratory: Laboratory) -> NDArray[np.float64]:
    """What the parameters that are not neutral make."""
    gone = laboratory.ablation.parameters if laboratory.ablation else {}
    level = sum(weight for name, weight in WEIGHT.items() if name not in gone)
    return np.full(len(laboratory.seeds), level)


def pattern(*parameters: str, least: float = 0.5) -> Pattern:
    """Asks for a level of at least `least`, which the parameters could impose."""
    ablation = Ablation("they make it", dict.fromkeys(parameters, 0.0))
    band = Band(least, 2.0)
    statistics = (Statistic("a level", "one", band, "because", made, 0.0),)
    return Pattern("p99", "A made-up fact", "nowhere", statistics, ablation, "none", "C")


@pytest.fixture
def laboratory() -> Laboratory:
    """Three seeds; the made-up statistic makes no runs."""
    return Laboratory(range(1, 4))


def test_only_what_is_reproduced_and_could_be_put_in_by_several_is_measured(
    laboratory: Laboratory,
) -> None:
    together = judge(pattern("motor", "wheel"), laboratory)
    by_one = judge(pattern("motor"), laboratory)
    failed = judge(pattern("motor", "wheel", least=1.5), laboratory)
    assert list(judge_leave_one_out([by_one, failed], laboratory, quiet)) == []
    assert len(list(judge_leave_one_out([together], laboratory, quiet))) == 2


def test_what_a_pattern_hangs_on_is_named(laboratory: Laboratory) -> None:
    alone = list(
        judge_leave_one_out([judge(pattern("motor", "wheel"), laboratory)], laboratory, quiet)
    )
    assert [(each.without, each.survives) for each in alone] == [
        ("motor=0", False),
        ("wheel=0", True),
    ]
    head, motor, wheel = leave_one_out_lines(alone)
    assert head == "  p99 hangs on motor=0"
    assert motor.split() == ["0.333", "survives", "with", "motor=0"]
    assert wheel.split() == ["0.75", "survives", "with", "wheel=0"]


def test_a_pattern_may_hang_on_none_by_itself(laboratory: Laboratory) -> None:
    entry = judge(pattern("wheel", "bell"), laboratory)
    alone = list(judge_leave_one_out([entry], laboratory, quiet))
    assert [each.survives for each in alone] == [True, True]
    assert leave_one_out_lines(alone)[0] == "  p99 hangs on none of them by itself"


def test_the_table_has_a_line_for_each_statistic_and_parameter(laboratory: Laboratory) -> None:
    alone = list(
        judge_leave_one_out([judge(pattern("motor", "wheel"), laboratory)], laboratory, quiet)
    )
    table = leave_one_out_table(alone)
    assert tuple(table.columns) == COLUMNS
    assert table["without"].tolist() == ["motor=0", "wheel=0"]
    assert table["share"].tolist() == pytest.approx([1 / 3, 0.75])
    assert table["survives"].tolist() == ["partly", "emergent"]
    assert tuple(leave_one_out_table([]).columns) == COLUMNS


def test_each_pattern_is_counted_once(laboratory: Laboratory) -> None:
    done: list[int] = []
    entries = [judge(pattern(*names), laboratory) for names in (("motor",), ("motor", "wheel"))]
    assert len(list(judge_leave_one_out(entries, laboratory, lambda: done.append(1)))) == 2
    assert len(done) == 2


def test_the_page_shows_the_table_when_it_was_asked_for(laboratory: Laboratory) -> None:
    entries = [judge(pattern("motor", "wheel"), laboratory)]
    table = leave_one_out_table(list(judge_leave_one_out(entries, laboratory, quiet)))
    nothing, drawing = pd.DataFrame(), ledger_figure(entries)
    said = "Without each alone of what could put a pattern in together"
    page = ledger_page(entries, nothing, nothing, drawing, leave_one_out=table)
    assert said in page
    assert "wheel=0" in page
    assert said not in ledger_page(
        entries, nothing, nothing, drawing, leave_one_out=leave_one_out_table([])
    )


def test_it_is_asked_for_by_one_and_not_done_otherwise() -> None:
    assert read(Order, ()).leave_one_out == 0
    asked = read(Order, ("leave_one_out=1",))
    assert asked.leave_one_out == 1
    assert asked.fingerprint() != read(Order, ()).fingerprint()
