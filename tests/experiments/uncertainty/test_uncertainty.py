"""Draws of the inputs beside a comparison: files, columns, and inputs that are set by hand."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from poverty_nodes.experiments.command import cli
from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.experiments.uncertainty.worlds import uncertain_names, worlds_of
from poverty_nodes.scenarios.errors import Problem, QuestionError
from poverty_nodes.scenarios.scenario import Scenario

SMALL = (
    "months=4",
    "scale=0.006",
    "window=2",
    "outcomes=[P0,employment]",
    "policy=[labour_standards]",
)
DRAWN = ("draws=3", "uncertain=[workers.regular_wage,parameters.demand_elasticity]")


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_every_draw_has_both_arms_and_the_first_has_the_inputs_at_their_own_values() -> None:
    question = ask([*SMALL, *DRAWN])
    worlds = worlds_of(question)
    assert list(worlds.by_draw) == [0, 1, 2, 3]
    assert worlds.by_draw[0] == question.to_scenarios()
    assert all(set(arms) == {"without", "with"} for arms in worlds.by_draw.values())
    drawn = worlds.by_draw[2]["with"]
    assert drawn.cluster.workers.regular_wage.value == worlds.drawn[2]["workers.regular_wage"]
    assert drawn.parameters == {
        "demand_elasticity": worlds.drawn[2]["parameters.demand_elasticity"]
    }
    assert worlds.left_out == {}


def test_an_input_that_is_set_is_known_and_not_drawn() -> None:
    question = ask(
        [*SMALL, "draws=2", "uncertain=[workers.*_ratio]", "inputs.workers.casual_ratio=0.7"]
    )
    assert "workers.casual_ratio" not in uncertain_names(question)
    assert "workers.home_ratio" in uncertain_names(question)
    drawn = worlds_of(question).by_draw[1]["with"].cluster
    assert drawn.workers.casual_ratio.value == 0.7


def test_the_scale_does_not_move_with_a_drawn_head_count() -> None:
    question = ask(["draws=2", "uncertain=[workers.total]", "policy=[]"])
    scales = {arms["without"].scale for arms in worlds_of(question).by_draw.values()}
    assert scales == {0.1}


@pytest.mark.parametrize(
    ("tokens", "words"),
    [
        (["draws=2", "uncertain=[worker.*]"], "no input is called 'worker.*'"),
        (["inputs.workers.casual_ratoi=1"], "casual_ratio"),
        (["inputs.parameters.demand_elastcity=4"], "there is no such input"),
        (["inputs.firms.input_share=2"], "2 is out of range"),
        (["outcomes=[P9]"], "there is no measure 'P9'"),
        (['outcomes=["P0:gender=femal"]'], "gender=female"),
        (['outcomes=["gini:gender=female"]'], "the whole cluster only"),
    ],
)
def test_what_is_wrong_with_inputs_and_outcomes_is_said(tokens: list[str], words: str) -> None:
    with pytest.raises(QuestionError) as caught:
        ask(tokens)
    assert words in str(caught.value)


@pytest.mark.slow
def test_a_comparison_with_draws_keeps_chance_apart_from_not_knowing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["compare", *SMALL, *DRAWN, "seeds=2"]) == 0
    assert "over 3 draws of the numbers that are not known" in capsys.readouterr().out
    (folder,) = Path("outputs/compare").iterdir()
    table = pd.read_csv(folder / "uncertainty.csv")
    assert set(table["quantity"]) == {"without", "with", "effect"}
    assert (table["draws"] == 3).all()
    assert (table["seeds"] == 2).all()
    assert table[["low", "high", "inputs_low", "inputs_high"]].notna().all(axis=None)
    outcomes = pd.read_parquet(folder / "outcomes.parquet")
    assert set(outcomes["draw"]) == {0, 1, 2, 3}
    assert list(pd.read_csv(folder / "draws.csv")["draw"]) == [1, 2, 3]
    assert (folder / "figures" / "uncertainty.svg").exists()
    assert "Whatever is not known" in (folder / "report.html").read_text()


@pytest.mark.slow
def test_without_any_effect_no_share_of_the_variance_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    drawn = ("draws=2", "seeds=2", "uncertain=[parameters.demand_elasticity]")
    nobody = ("policy=[micro_credit]", "policy.micro_credit.take_up=0")
    assert cli.main(["compare", *SMALL[:-1], *drawn, *nobody]) == 0
    said = capsys.readouterr().out
    assert "is unchanged (their range; from 40 draws on, the middle 95 %)" in said
    assert "; no two runs differ." in said


@pytest.mark.slow
@pytest.mark.parametrize("verb", [["run"], ["sweep", "line=[3.65,4.20]"]])
def test_draws_that_hold_no_town_are_counted_in_words_and_end_with_status_1(
    verb: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    as_drawn, contradicting = Scenario.with_inputs, worlds_of(ask([*SMALL, *DRAWN])).drawn[2]

    def with_inputs(self: Scenario, values: dict[str, float], *more: object) -> Scenario:
        if values == contradicting:
            raise QuestionError([Problem("draw", "firms have no workers")])
        return as_drawn(self, values, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(Scenario, "with_inputs", with_inputs)
    policy = [] if verb[0] == "sweep" else [SMALL[-1]]
    assert cli.main([*verb, *SMALL[:-1], *policy, *DRAWN, "seeds=2"]) == 1
    said = capsys.readouterr().out
    assert "1 of 3 draws hold numbers that cannot be of one town and are left out; most" in said
    assert "(1): firms have no workers" in said
    (folder,) = Path("outputs", verb[0]).iterdir()
    if verb[0] == "run":
        drawn = pd.read_csv(folder / "draws.csv", keep_default_na=False)
        assert list(drawn["left_out"]) == ["", "firms have no workers", ""]
