"""Packages at an equal budget: what each spends, cannot spend, and brings."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from poverty_nodes.experiments.command import cli
from poverty_nodes.experiments.impact.cost import PACKAGE
from poverty_nodes.experiments.impact.interval import student_factor
from poverty_nodes.experiments.sweeps.packages import Books, packages_table, totals, whole_packages
from poverty_nodes.experiments.sweeps.packages_by_group import by_group_table
from poverty_nodes.experiments.sweeps.packages_figure import draw_packages
from poverty_nodes.experiments.sweeps.packages_words import (
    group_table,
    ranking,
    shown_table,
)
from poverty_nodes.experiments.sweeps.points import ask_sweep
from poverty_nodes.experiments.sweeps.sweep import Sweep
from poverty_nodes.model.result import RunResult

PACKAGES = "policy=[micro_credit],[cash_transfer,child_care]"
NAMES = {1: "micro-credit", 2: "cash transfer + child care"}
SEEDS = (1, 2, 3)


@pytest.fixture
def sweep() -> Sweep:
    return ask_sweep([PACKAGES, "budget=1000"])


def told(sweep: Sweep, closed: dict[int, list[float]], spent: dict[str, float]) -> pd.DataFrame:
    """The table of runs whose gap is 1,000 without a package, and less by what is closed with it."""
    books = Books()
    for point in sweep.points:
        for seed, less in zip(SEEDS, closed[point.number], strict=True):
            books.totals[point.number, "without", seed] = (1000.0, 5000.0)
            books.totals[point.number, "with", seed] = (1000.0 - less, 5000.0 + 2 * less)
            books.programmes[point.number, seed] = [
                {"policy": each.name, "spent": spent[each.name]} for each in point.question.package
            ]
    cells = {each.number: {"policy": NAMES[each.number]} for each in sweep.points}
    return packages_table(sweep, books, cells)


SPENT = {"micro_credit": 1000.0, "cash_transfer": 500.0, "child_care": 100.0}
CLOSED = {1: [10.0, 12.0, 14.0], 2: [100.0, 120.0, 140.0]}


def test_each_package_has_the_whole_budget(sweep: Sweep) -> None:
    budgets = [[each.budget for each in point.question.package] for point in sweep.points]
    assert budgets == [[1000.0], [500.0, 500.0]]


def test_what_a_package_and_each_of_its_policies_cannot_spend_is_left(sweep: Sweep) -> None:
    table = told(sweep, CLOSED, SPENT).set_index(["point", "part"])
    assert table["unspent"].to_dict() == {
        (1, PACKAGE): 0.0,
        (2, PACKAGE): 400.0,
        (2, "cash_transfer"): 0.0,
        (2, "child_care"): 400.0,
    }
    assert table.loc[(2, PACKAGE), "spent"] == 600.0


def test_effects_are_set_against_what_was_spent_with_intervals(sweep: Sweep) -> None:
    row = told(sweep, CLOSED, SPENT).set_index("part").loc[PACKAGE].iloc[1]
    assert row["gap_closed"] == 120.0
    assert row["gap_closed_per_dollar"] == pytest.approx(0.2)
    assert row["gap_closed_low"] / 600 == pytest.approx(row["gap_closed_per_dollar_low"])
    assert row["consumption_gained_per_dollar"] == pytest.approx(0.4)
    assert row["net_gain"] == pytest.approx(240.0 - 600.0)


def test_packages_rank_by_gap_closed_and_stay_behind_seed_by_seed(sweep: Sweep) -> None:
    whole = whole_packages(told(sweep, CLOSED, SPENT))
    assert whole["point"].tolist() == [2, 1]
    assert whole["behind_first"].tolist() == [0.0, 108.0]
    # Seeds differ by 18, 0 and 18 about the mean: paired, not the spread of either package.
    assert whole["behind_first_low"].iloc[1] == pytest.approx(
        108 - 4.302653 * 18 / 3**0.5, abs=1e-4
    )


def test_order_verdict_and_seeds_are_of_one_statistic(sweep: Sweep) -> None:
    sure = whole_packages(told(sweep, CLOSED, SPENT))
    assert sure["verdict"].tolist() == ["first", "behind"]
    assert sure["seeds_to_decide"].iloc[1] <= len(SEEDS)
    close = whole_packages(told(sweep, {1: [10.0, 30.0, 20.0], 2: [30.0, 10.0, 26.0]}, SPENT))
    assert close["verdict"].tolist() == ["first", "undecided"]
    needed = int(close["seeds_to_decide"].iloc[1])
    assert needed > len(SEEDS)
    # Differences are 20, -20 and 6: the fewest seeds of which the interval would leave out their mean.
    mean, spread = 2.0, float(np.std([20.0, -20.0, 6.0], ddof=1))
    halves = [student_factor(each) * spread / each**0.5 for each in (needed - 1, needed)]
    assert halves[0] >= mean > halves[1]


def test_what_was_not_spent_counts_in_what_each_dollar_of_the_budget_brings(sweep: Sweep) -> None:
    row = told(sweep, CLOSED, SPENT).set_index("part").loc[PACKAGE].iloc[1]
    assert row["gap_closed_per_budget_dollar"] == pytest.approx(0.12)
    assert row["gap_closed_per_dollar"] == pytest.approx(0.2)


def test_the_dose_that_would_spend_the_budget_is_said_or_that_there_is_none(sweep: Sweep) -> None:
    table = told(sweep, CLOSED, SPENT).set_index("part")
    for name in ("cash_transfer", "child_care"):
        own = table.loc[name, "take_up"]
        factor = 500.0 / SPENT[name]  # the cash transfer spends its part, and keeps its take-up
        assert table.loc[name, "take_up_for_budget"] == pytest.approx(own * factor)
    lines = ranking(told(sweep, CLOSED, SPENT), NAMES)
    assert "child care would not spend all even at 100" in lines[1]
    spends = told(sweep, CLOSED, SPENT).assign(dose="spend")
    assert "child care still does not spend all" in ranking(spends, NAMES)[1]
    half = {**SPENT, "child_care": 400.0}
    said = ranking(told(sweep, CLOSED, half), NAMES)[1].replace("\N{NO-BREAK SPACE}", " ")
    assert "child care would spend all at about 62 % instead of 50 %" in said


def test_packages_are_ordered_for_groups_of_people_too(sweep: Sweep) -> None:
    books = Books()
    for number, women in ((1, 50.0), (2, 10.0)):
        for seed in SEEDS:
            books.gaps[number, "without", seed] = {"gender=female": 100.0}
            books.gaps[number, "with", seed] = {"gender=female": 100.0 - women - seed}
    cells = {number: {"policy": name} for number, name in NAMES.items()}
    table = by_group_table(sweep, books, cells).set_index("point")
    assert table["rank"].to_dict() == {1: 1.0, 2: 2.0}
    assert table["verdict"].to_dict() == {1: "first", 2: "behind"}
    assert table.loc[2, "behind_first"] == pytest.approx(40.0)
    shown = group_table(table.reset_index(), NAMES)
    assert shown["for whom"].tolist() == ["women", "women"]
    assert shown["package"].tolist() == [NAMES[1], NAMES[2]]


def test_a_package_that_spends_nothing_has_no_effect_for_a_dollar(sweep: Sweep) -> None:
    table = told(sweep, CLOSED, {**SPENT, "micro_credit": 0.0})
    assert np.isnan(table.loc[0, "gap_closed_per_dollar"])
    assert "$1,000 could not be spent" in " ".join(ranking(table, NAMES))


def test_the_order_is_told_at_the_budget_with_what_stays_unspent(sweep: Sweep) -> None:
    lines = ranking(told(sweep, CLOSED, SPENT), NAMES)
    assert lines[0] == "At an equal budget of $1,000 the packages rank:"
    assert lines[1].startswith("1. cash transfer + child care: $120 (")
    assert "$400 could not be spent (child care $400); if spending grows" in lines[1]
    assert lines[2].endswith("all of it spent")
    assert lines[3].endswith(": more than each other, whatever the luck.")


def test_an_order_that_hangs_on_luck_is_said_to(sweep: Sweep) -> None:
    uncertain = {1: [10.0, 90.0, 20.0], 2: [30.0, 40.0, 60.0]}
    assert "against none of the 1 others" in ranking(told(sweep, uncertain, SPENT), NAMES)[-1]
    none = {1: [-5.0, 5.0, 1.0], 2: [-9.0, 10.0, 1.0]}
    assert ranking(told(sweep, none, SPENT), NAMES)[-1].startswith("Of none of the packages")


def test_budgets_that_differ_are_not_called_equal() -> None:
    own = ask_sweep([PACKAGES])
    lines = ranking(told(own, CLOSED, SPENT), NAMES)
    assert "not equal (set budget= to make them so)" in lines[0]
    assert lines[1].endswith("$600 spent")


def test_the_picture_and_the_table_have_a_row_a_package(sweep: Sweep) -> None:
    table = told(sweep, CLOSED, {**SPENT, "micro_credit": 0.0})
    drawing = draw_packages(table, NAMES, 3)
    assert drawing.title == "What each package brings at an equal budget of $1,000"
    assert shown_table(table, NAMES)["package"].tolist() == [NAMES[2], NAMES[1]]


def test_totals_leave_the_base_month_out() -> None:
    values = np.array([[100.0, 0.5, 9.0], [100.0, 0.2, 4.0], [200.0, 0.1, 5.0]])[:, :, None]
    months = np.array([0, 1, 2], dtype=np.int32)
    result = RunResult(months, ("people", "P1", "mean_welfare"), ("all",), values, {})
    assert totals(result, 10.0) == pytest.approx((200.0 + 200.0, 400.0 + 1000.0))


@pytest.mark.slow
def test_a_sweep_counts_as_a_comparison_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    small = ("months=4", "seeds=2", "scale=0.006", "window=2", "budget=50000")
    start = [f"policy.{name}.start=1" for name in ("cash_transfer", "child_care")]
    assert cli.main(["sweep", PACKAGES, *small, *start, "png=yes"]) == 0
    assert "At an equal budget of $50,000 the packages rank:\n1. " in capsys.readouterr().out
    (found,) = Path("outputs/sweep").glob("*/packages.csv")
    assert (found.parent / "figures" / "packages.png").stat().st_size > 5000
    assert cli.main(["compare", "policy=[cash_transfer,child_care]", *small, *start]) == 0
    (other,) = Path("outputs/compare").glob("*/cost.csv")
    swept, compared = pd.read_csv(found), pd.read_csv(other).set_index("policy")
    mine = swept[swept["point"] == 2].set_index("part")
    for name in ("spent", "budget", "unspent"):
        assert mine[name].to_dict() == pytest.approx(compared[name].to_dict())
    for name in ("gap_closed", "consumption_gained", "net_gain"):
        for end in ("", "_low", "_high"):
            column = f"{name}{end}"
            assert mine.loc[PACKAGE, column] == pytest.approx(compared.loc[PACKAGE, column])
    assert mine.loc[PACKAGE, "spent"] > 0
    assert "Unspent of budget" in (other.parent / "report.html").read_text()
