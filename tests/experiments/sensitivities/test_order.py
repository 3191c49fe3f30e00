"""From what is typed to factors: inputs, terms, bundles, and all that is wrong at once."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from poverty_nodes.experiments.sensitivities.method import VARIED
from poverty_nodes.experiments.sensitivities.order import ask_sensitivity
from poverty_nodes.experiments.sensitivities.rows import Rows
from poverty_nodes.scenarios.catalogue import list_clusters
from poverty_nodes.scenarios.errors import Problem, QuestionError
from poverty_nodes.scenarios.inputs import inputs_of

AMOUNT = "policy.micro_credit.amount"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def problems_of(*tokens: str) -> tuple[Problem, ...]:
    with pytest.raises(QuestionError) as caught:
        ask_sensitivity(tokens)
    return caught.value.problems


def test_nothing_typed_varies_ten_inputs_and_the_take_up_of_the_package() -> None:
    order = ask_sensitivity([])
    kinds = [each.kind for each in order.factors.factors]
    assert kinds == ["input"] * 10 + ["term"] * 2
    assert order.factors.names[-2:] == (
        "policy.micro_credit.take_up",
        "policy.labour_standards.take_up",
    )
    assert (order.method, order.n, order.most) == ("auto", 32, 128)


@pytest.mark.parametrize("name", [entry.id for entry in list_clusters()])
def test_the_inputs_varied_by_default_are_there_in_every_cluster(name: str) -> None:
    order = ask_sensitivity([f"cluster={name}"])
    assert set(VARIED) <= set(order.factors.names)


def test_a_range_makes_a_term_and_replaces_the_default_one() -> None:
    order = ask_sensitivity(["policy=[micro_credit]", f"{AMOUNT}=[200,1000]", "vary=[]"])
    assert order.factors.names == (AMOUNT,)
    assert order.factors.values(np.array([0.25])) == {AMOUNT: 400.0}


@pytest.mark.parametrize(
    "term",
    [
        "policy.micro_credit.start=1",
        "policy.micro_credit.payer=government",
        "policy.micro_credit.target.gender=female",
        "++policy.micro_credit.amount=300",
        "policy.micro_credit={amount: 300, start: 2}",
    ],
)
def test_a_term_set_on_a_policy_leaves_its_take_up_a_factor(term: str) -> None:
    order = ask_sensitivity(["policy=[micro_credit,cash_transfer]", term, "vary=[]"])
    assert order.factors.names == (
        "policy.micro_credit.take_up",
        "policy.cash_transfer.take_up",
    )
    assert order.set_by_hand == ()


@pytest.mark.parametrize(
    "term", ["policy.micro_credit.take_up=0.3", "policy.micro_credit={take_up: 0.3}"]
)
def test_a_number_that_was_set_is_not_varied_and_that_is_said(term: str) -> None:
    order = ask_sensitivity(
        [
            "policy=[micro_credit]",
            term,
            "inputs.households.size=6",
            "vary=[households.size,money.ppp_2021]",
        ]
    )
    assert order.factors.names == ("money.ppp_2021",)
    said = " ".join(order.notes())
    assert "policy.micro_credit.take_up is set" in said
    assert "inputs.households.size is set" in said


def test_the_term_of_one_policy_leaves_those_of_others_and_of_longer_names_alone() -> None:
    order = ask_sensitivity(
        ["policy=[micro_credit,labour_standards]", f"{AMOUNT}=[200,1000]", "vary=[]"]
    )
    assert order.factors.names == (AMOUNT, "policy.labour_standards.take_up")


def test_an_interval_in_hydras_form_and_a_range_of_an_input_do_the_same() -> None:
    typed = "inputs.workers.casual_ratio=interval(0.6,0.8)"
    order = ask_sensitivity(["policy=[]", typed, "vary=[]"])
    assert order.factors.names == ("workers.casual_ratio",)
    assert order.factors.values(np.array([0.5])) == {
        "inputs.workers.casual_ratio": pytest.approx(0.7)
    }


def test_values_that_are_no_numbers_are_choices() -> None:
    order = ask_sensitivity(
        ["policy=[micro_credit]", "policy.micro_credit.target.gender=male,female", "vary=[]"]
    )
    key = "policy.micro_credit.target.gender"
    assert [order.factors.values(np.array([u]))[key] for u in (0.1, 0.9)] == ["male", "female"]


def test_a_term_of_whole_numbers_takes_whole_numbers() -> None:
    order = ask_sensitivity(
        ["policy=[micro_credit]", "policy.micro_credit.months=[6,24]", "vary=[]"]
    )
    assert order.factors.values(np.array([0.3]))["policy.micro_credit.months"] == 11


def test_an_input_that_is_set_by_hand_is_known_and_not_varied() -> None:
    order = ask_sensitivity(["policy=[]", "inputs.workers.casual_ratio=0.7"])
    assert "workers.casual_ratio" not in order.factors.names
    assert len(order.factors.factors) == 9


def test_a_bundle_is_one_factor() -> None:
    order = ask_sensitivity(
        ["policy=[]", "vary=[households.size]", "together.pay=[workers.*_ratio]"]
    )
    assert order.factors.names == ("pay", "households.size")
    assert len(order.factors.factors[0].members) == 4
    assert order.factors.bundled


def test_a_row_sets_terms_in_the_package_and_inputs_in_the_cluster() -> None:
    tokens = [
        "policy=[micro_credit]",
        f"{AMOUNT}=[200,1000]",
        "vary=[workers.casual_ratio,parameters.demand_elasticity]",
    ]
    order = ask_sensitivity(tokens)
    rows = Rows(order.question, order.factors)
    low, high = (rows.arms(order.factors.values(np.full(3, u))) for u in (0.0, 1.0))
    assert low["with"].policies[0].amount == 200  # type: ignore[attr-defined]
    assert high["with"].policies[0].amount == 1000  # type: ignore[attr-defined]
    assert low["without"].policies == ()
    known = inputs_of(order.question.description)["workers.casual_ratio"]
    assert low["without"].cluster.workers.casual_ratio.value == pytest.approx(known.low)
    assert high["with"].parameters["demand_elasticity"] == pytest.approx(15.0)
    assert low["without"].base_fingerprint() == low["with"].base_fingerprint()


def test_a_term_leaves_the_baseline_alone() -> None:
    order = ask_sensitivity(["policy=[micro_credit]", f"{AMOUNT}=[200,1000]", "vary=[]"])
    rows = Rows(order.question, order.factors)
    prints = {
        arm: {rows.arms(order.factors.values(np.array([u])))[arm].fingerprint() for u in (0.1, 0.9)}
        for arm in ("without", "with")
    }
    assert (len(prints["without"]), len(prints["with"])) == (1, 2)


@pytest.mark.parametrize(
    ("tokens", "words"),
    [
        (["method=soboll"], "sobol"),
        (["n=2"], "from 4"),
        (["tolerance=0"], "above 0"),
        (["vary=[workers.casual_ratoi]"], "workers.casual_ratio"),
        ([f"{AMOUNT}=[200,100]"], "no range"),
        (["policy.micro_credit.take_up=[0.1,2]"], "2 is above"),
        (["months=[12,24]"], "cannot be a factor"),
        (["method=pawn", "together.pay=[workers.*_ratio]"], "knows no bundles"),
        (["policy=[]", "vary=[]"], "nothing is varied"),
        (["polcy=[]"], "policy"),
        (["method=rbd_fast", "n=4"], "4 rows are too few for method=rbd_fast"),
        (["n=10", "method=delta"], "from 40"),
        (["method=pawn", "n=5"], "from 10"),
        (["policy.micro_credt.amount=[200,1000]"], "micro_credit"),
        (["policy=[cash_transfer]", f"{AMOUNT}=[200,1000]"], "micro_credit"),
    ],
)
def test_what_is_wrong_is_said_before_anything_runs(tokens: list[str], words: str) -> None:
    assert words in " ".join(str(each) for each in problems_of(*tokens))
