"""Trials as a table, a figure and a section of the page; nothing is left out."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.world import NotTestableError
from poverty_nodes.experiments.evidence.trials.figure import trials_figure
from poverty_nodes.experiments.evidence.trials.page import trials_section
from poverty_nodes.experiments.evidence.trials.published import Published, around, upward
from poverty_nodes.experiments.evidence.trials.tables import TRIALS, trial_lines, trials_table
from poverty_nodes.experiments.evidence.trials.trial import (
    WEIGHTS,
    Effect,
    Trial,
    Untested,
    counts,
    headline,
    run_trial,
)
from poverty_nodes.experiments.uncertainty.page import page

MISSING = (Untested("cooperative", "none", "-", "no study"),)


def refused(_: Laboratory) -> np.ndarray:
    raise NotTestableError("the policy is not there")


EFFECTS = (
    Effect("agrees, %", around(10.0, "+10 %"), lambda _: np.array([9.0, 10.0, 11.0]), "a term"),
    Effect(
        "disagrees, %",
        upward("up"),
        lambda _: np.array([-2.0, -2.1, -2.05]),
        "a term",
        disagreement="why <so>",
    ),
    Effect("refused, %", upward("up"), refused, "a term"),
)
TRIAL = Trial("one2000", "A trial", "micro_credit", "demel2008", "half treated", EFFECTS)
RESULTS = run_trial(TRIAL, Laboratory(seeds=(1, 2, 3)))


def test_each_effect_gets_its_status_and_its_reason() -> None:
    assert [each.status for each in RESULTS] == ["overlaps", "does not overlap", "not testable"]
    assert [each.reason for each in RESULTS] == ["", "why <so>", "the policy is not there"]
    words = headline(RESULTS, MISSING)
    assert "of 2 whose range was judged, holds zero or is a sign alone 1" in words
    assert words.endswith("2 cannot be tested here.")


def test_what_proves_little_is_counted_apart_from_hard_ranges() -> None:
    printed = Published("10 to 20 %", 10.0, 20.0, "printed")
    holds_zero = Published("-1 to 4 %", -1.0, 4.0, "versions")
    agrees = Effect("hard, %", printed, lambda _: np.array([14.0, 15.0, 16.0]), "a term")
    put_in = replace(agrees, name="put in, %", imposed=True)
    soft = replace(agrees, name="soft, %", published=holds_zero)
    results = run_trial(replace(TRIAL, effects=(agrees, put_in, soft)), Laboratory(seeds=(1, 2, 3)))
    assert [each.effect.weight for each in results] == ["hard", "put in", "soft"]
    assert [counts(results, weight) for weight in WEIGHTS] == [(1, 1), (0, 1), (1, 1)]


def test_the_table_and_the_terminal_have_a_line_for_each() -> None:
    table = trials_table(RESULTS, MISSING)
    assert tuple(table.columns) == TRIALS
    assert table["status"].tolist() == [
        *(each.status for each in RESULTS),
        "not testable",
    ]
    assert math.isclose(table["value"][0], 10.0)
    assert len(trial_lines(RESULTS, MISSING)) == 4


def test_the_figure_is_drawn_and_the_page_says_what_disagrees() -> None:
    drawing = trials_figure(RESULTS, MISSING)
    assert drawing.png().startswith(b"\x89PNG")
    text = page("", "", [], trials_section(RESULTS, MISSING, drawing))
    assert "why &lt;so&gt;" in text
    assert "no study" in text
    assert "the policy is not there" in text
