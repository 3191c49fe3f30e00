"""What is swept, and that every point is checked before anything runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from poverty_nodes.experiments.sensitivities.order import ask_sensitivity
from poverty_nodes.experiments.sweeps.layout import dimensions_of
from poverty_nodes.experiments.sweeps.points import ask_sweep
from poverty_nodes.experiments.sweeps.ranges import MOST
from poverty_nodes.experiments.sweeps.study import shown
from poverty_nodes.experiments.sweeps.sweep import Sweep
from poverty_nodes.scenarios.errors import Problem, QuestionError

ONE = "policy=[micro_credit]"
TAKE_UP = "policy.micro_credit.take_up"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def column(sweep: Sweep, key: str) -> list[object]:
    return [point.values[key] for point in sweep.points]


def problems_of(*tokens: str) -> tuple[Problem, ...]:
    with pytest.raises(QuestionError) as caught:
        ask_sweep(tokens)
    return caught.value.problems


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("[0.1,0.2,0.3]", [0.1, 0.2, 0.3]),
        ("0.1,0.2,0.3", [0.1, 0.2, 0.3]),
        ("range(0.1,0.4,0.1)", [0.1, 0.2, 0.3]),
        ("choice(0.1,0.5)", [0.1, 0.5]),
    ],
)
def test_a_scalar_key_is_swept_in_any_of_the_forms(text: str, values: list[float]) -> None:
    sweep = ask_sweep([ONE, f"{TAKE_UP}={text}"])
    assert column(sweep, TAKE_UP) == values
    assert [point.question.policies[0].take_up for point in sweep.points] == values
    assert [point.number for point in sweep.points] == list(range(1, len(values) + 1))


def test_several_keys_make_a_grid_with_the_last_fastest() -> None:
    sweep = ask_sweep([ONE, f"{TAKE_UP}=0.1,0.2", "months=[12,24,36]"])
    assert column(sweep, "months") == [12, 24, 36] * 2
    assert column(sweep, TAKE_UP) == [0.1] * 3 + [0.2] * 3


def test_a_list_given_to_a_key_that_takes_lists_is_one_value() -> None:
    sweep = ask_sweep(["policy=[micro_credit,labour_standards]", "months=12,24"])
    assert sweep.keys == ("months",)
    assert len(sweep.first.policies) == 2


def test_packages_and_clusters_are_swept_with_commas() -> None:
    sweep = ask_sweep(
        [
            "policy=[micro_credit],[micro_credit,labour_standards]",
            "cluster=sialkot_surgical,palar_leather",
        ]
    )
    assert [len(point.question.policies) for point in sweep.points] == [1, 1, 2, 2]
    assert [point.question.cluster for point in sweep.points][:2] == [
        "sialkot_surgical",
        "palar_leather",
    ]


def test_shocks_and_inputs_are_swept_too() -> None:
    sweep = ask_sweep([ONE, "shock=[flood],[]", "inputs.workers.casual_ratio=[0.6,0.7]"])
    assert [len(point.question.shocks) for point in sweep.points] == [1, 1, 0, 0]
    ratios = [point.question.description.workers.casual_ratio.value for point in sweep.points]
    assert ratios == [0.6, 0.7, 0.6, 0.7]


def test_zipped_keys_move_together() -> None:
    sweep = ask_sweep([ONE, f"{TAKE_UP}=0.1,0.2", "months=12,24", f"zip=[{TAKE_UP},months]"])
    assert column(sweep, "months") == [12, 24]
    assert column(sweep, TAKE_UP) == [0.1, 0.2]


def test_zipped_keys_of_different_lengths_are_refused() -> None:
    (problem,) = problems_of(
        ONE, f"{TAKE_UP}=0.1,0.2,0.3", "months=12,24", f"zip=[{TAKE_UP},months]"
    )
    assert "3" in problem.message
    assert "2" in problem.message


def test_a_design_file_has_a_point_a_line() -> None:
    Path("d.csv").write_text(
        f"point,{TAKE_UP},policy.micro_credit.target.gender\n1,0.1,female\n2,0.3,null\n"
    )
    sweep = ask_sweep([ONE, "design=d.csv"])
    assert sweep.keys == (TAKE_UP, "policy.micro_credit.target.gender")
    genders = [point.question.policies[0].target.gender for point in sweep.points]
    assert genders == ["female", None]


def test_a_mistake_in_point_37_is_told_with_its_line_before_anything_runs() -> None:
    lines = [f"{0.01 * number:.2f}" for number in range(1, 61)]
    lines[36] = "3.7"
    Path("d.csv").write_text("\n".join([TAKE_UP, *lines]) + "\n")
    (problem,) = problems_of(ONE, "design=d.csv")
    assert "point 37" in problem.where
    assert "d.csv, line 38" in problem.where
    assert TAKE_UP in problem.where
    assert "3.7" in problem.message
    assert problem.accepted.startswith("a number from 0 to 1")


def test_a_mistake_that_all_points_have_is_told_once_and_without_a_point() -> None:
    (problem,) = problems_of(ONE, f"{TAKE_UP}=0.1,0.2", "seeds=0")
    assert "point" not in problem.where


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "holds no points"),
        (f"{TAKE_UP}\n", "holds no points"),
        (f"{TAKE_UP},months\n0.1\n", "1 cells"),
    ],
)
def test_a_design_file_that_is_none_is_refused(content: str, words: str) -> None:
    Path("d.csv").write_text(content)
    assert any(words in problem.message for problem in problems_of(ONE, "design=d.csv"))


def test_what_all_points_share_cannot_be_swept() -> None:
    (problem,) = problems_of(ONE, "seeds=[2,4]")
    assert problem.where == "command line: seeds"


def test_a_sweep_over_nothing_says_how() -> None:
    (problem,) = problems_of(ONE, "months=12")
    assert problem.message == "nothing is swept"
    assert problem.remedy.startswith("poverty-nodes sweep")


def test_an_interval_has_no_points() -> None:
    assert any("interval" in each.message for each in problems_of(ONE, f"{TAKE_UP}=interval(0,1)"))


def test_terms_of_a_policy_hold_at_the_points_whose_package_has_it() -> None:
    tokens = ["policy=[micro_credit],[cash_transfer]", "policy.micro_credit.take_up=0.4"]
    points = ask_sweep(tokens).points
    assert points[0].question.package[0].take_up == 0.4
    assert [each.name for each in points[1].question.package] == ["cash_transfer"]


def test_terms_of_a_policy_that_no_package_has_are_refused() -> None:
    tokens = ["policy=[micro_credit],[cash_transfer]", "policy.child_care.take_up=0.4"]
    with pytest.raises(QuestionError, match="child_care"):
        ask_sweep(tokens)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("range(0.5,0.1,0.1)", "runs the wrong way"),
        ("range(1,1,1)", "has no value"),
        ("range(0,1,0)", "step of 0"),
        ("range(nan,1,0.1)", "no number"),
        ("range(0,inf,0.1)", "no number"),
        ("range(0,1,1e-12)", "1,000,000,000,000 values"),
        ("range(0,1000000000)", "1,000,000,000 values"),
    ],
)
@pytest.mark.parametrize("verb", [ask_sweep, ask_sensitivity])
def test_a_range_that_cannot_be_walked_is_refused_before_any_value_is_made(
    verb: Callable[[list[str]], object], text: str, words: str
) -> None:
    with pytest.raises(QuestionError) as caught:
        verb(["policy=[micro_credit]", f"policy.micro_credit.take_up={text}"])
    assert words in str(caught.value)


def test_a_design_file_of_too_many_points_or_of_one_endless_cell_is_refused(tmp_path: Path) -> None:
    many, endless = tmp_path / "many.csv", tmp_path / "endless.csv"
    many.write_text("months\n" + "12\n" * (MOST + 1))
    endless.write_text("months\n" + "1" * 200_000 + "\n")
    for file, words in ((many, "at most 100,000"), (endless, "cannot be read")):
        with pytest.raises(QuestionError) as caught:
            ask_sweep([f"design={file}"])
        assert words in str(caught.value)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the system has no file without an end")
def test_a_design_file_without_an_end_is_refused_before_memory_is_full() -> None:
    with pytest.raises(QuestionError, match="too long for a file of points"):
        ask_sweep(["design=/dev/zero"])


def test_paths_over_time_are_swept_from_the_command_line_and_from_a_file_alike(
    tmp_path: Path,
) -> None:
    key = "policy.labour_standards.wage_floor"
    file = tmp_path / "points.csv"
    file.write_text(f'{key}\n"{{1: 1.0, 13: 1.1}}"\n1.2\n')
    typed = ask_sweep(["policy=[labour_standards]", f"{key}=[{{1: 1.0, 13: 1.1}},1.2]"])
    read = ask_sweep(["policy=[labour_standards]", f"design={file}"])
    for sweep in (typed, read):
        assert [shown(each) for each in column(sweep, key)] == ["{1:1.0,13:1.1}", 1.2]
        assert dimensions_of(sweep)[0].values == ("{1:1.0,13:1.1}", 1.2)


@pytest.mark.parametrize(
    "word",
    ["zip=a=b", "zip=é", "zip=[[months],1]", "zip=[[]]", "zip=${oc.env:HOME}", "design=x\0y"],
)
def test_what_names_no_keys_and_no_file_is_refused_in_words(word: str) -> None:
    with pytest.raises(QuestionError) as caught:
        ask_sweep([ONE, f"{TAKE_UP}=0.1,0.2", "months=12,24", word])
    assert caught.value.problems[0].where.startswith(f"command line: {word.partition('=')[0]}")
