"""Which of several parameters puts a pattern in, with patterns made up so that what comes out is known."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from experiments.validation.ablation import Ablation
from experiments.validation.band import Band
from experiments.validation.laboratory import Laboratory
from experiments.validation.ledger import judge
from experiments.validation.order import read_order
from experiments.validation.pattern import Pattern, Statistic
from experiments.validation.singly import (
    COLUMNS,
    judge_singly,
    put_in_together,
    singly_lines,
    singly_table,
)

WEIGHT = {"motor": 0.8, "wheel": 0.3, "bell": 0.1}
"""How much of the statistic, 1.2 in all, each parameter makes."""


def made(laboratory: Laboratory) -> NDArray[np.float64]:
    """What the parameters that are not neutral make."""
    gone = laboratory.ablation.parameters if laboratory.ablation else {}
    level = sum(weight for name, weight in WEIGHT.items() if name not in gone)
    return np.full(len(laboratory.seeds), level)


def pattern(*parameters: str, least: float = 0.5) -> Pattern:
    """Asks for a level of at least `least`, which the parameters could impose."""
    ablation = Ablation("they make it", dict.fromkeys(parameters, 0.0))
    band = Band(least, 2.0)
    statistics = (Statistic("a level", "one", band, "because", made),)
    return Pattern("p99", "A made-up fact", "nowhere", statistics, ablation, "none", "C")


@pytest.fixture
def laboratory() -> Laboratory:
    """Three seeds; the made-up statistic makes no runs."""
    return Laboratory(range(1, 4))


def test_only_what_several_parameters_put_in_is_judged_singly(laboratory: Laboratory) -> None:
    together = judge(pattern("motor", "wheel"), laboratory)
    by_one = judge(pattern("motor"), laboratory)
    by_itself = judge(pattern("bell", "wheel"), laboratory)
    failed = judge(pattern("motor", "wheel", least=1.5), laboratory)
    assert put_in_together([together, by_one, by_itself, failed]) == [together]


def test_the_parameter_that_a_pattern_needs_is_named(laboratory: Laboratory) -> None:
    alone = list(judge_singly([judge(pattern("motor", "wheel"), laboratory)], laboratory))
    assert [(each.parameter, each.survives) for each in alone] == [("motor", False), ("wheel", True)]
    head, motor, wheel = singly_lines(alone)
    assert head == "  p99 needs motor"
    assert motor.split() == ["0.4", "with", "motor=0"]
    assert wheel.split() == ["0.9", "with", "wheel=0"]


def test_a_pattern_may_need_none_of_its_parameters_by_itself(laboratory: Laboratory) -> None:
    entry = judge(pattern("motor", "wheel", "bell", least=0.35), laboratory)
    alone = list(judge_singly([entry], laboratory))
    assert [each.survives for each in alone] == [True, True, True]
    assert singly_lines(alone)[0] == "  p99 needs none of them by itself"


def test_it_is_judged_over_the_seeds_that_the_pattern_was_judged_over(laboratory: Laboratory) -> None:
    entry = judge(pattern("motor", "wheel"), Laboratory(range(1, 9)))
    assert all(
        len(finding.seeds) == 8
        for each in judge_singly([entry], laboratory)
        for finding in each.entry.findings
    )


def test_the_table_has_a_line_for_each_statistic_and_parameter(laboratory: Laboratory) -> None:
    alone = list(judge_singly([judge(pattern("motor", "wheel"), laboratory)], laboratory))
    table = singly_table(alone)
    assert tuple(table.columns) == COLUMNS
    assert table["parameter"].tolist() == ["motor", "wheel"]
    assert table["value"].tolist() == pytest.approx([0.4, 0.9])
    assert table["survives"].tolist() == ["no", "yes"]
    assert tuple(singly_table([]).columns) == COLUMNS


def test_it_is_asked_for_by_one_and_not_done_otherwise() -> None:
    assert read_order((), ("p99",), 2).singly == 0
    asked = read_order(("singly=1",), ("p99",), 2)
    assert asked.singly == 1
    assert asked.fingerprint() != read_order((), ("p99",), 2).fingerprint()
