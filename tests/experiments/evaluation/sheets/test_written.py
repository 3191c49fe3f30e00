"""A survey of a simulated cluster is read back as a cluster: the round trip of the importer."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from poverty_nodes.experiments.evaluation.order import ask_evaluation
from poverty_nodes.experiments.evaluation.sheets.written import write_sheets
from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.survey.building import Built, build
from poverty_nodes.scenarios.survey.survey_reading import read_survey


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Surveys of a tenth of the default cluster in the base months of two worlds."""
    found = []
    for seed in (1, 2):
        order = ask_evaluation(
            [
                "policy=[]", "scale=0.1", "study.sheets=0", "study.sample.size=180",
                "study.error.noise=0.05", "seeds=3", f"first_seed={seed}",
            ]
        )  # fmt: skip
        found.append(tmp_path_factory.mktemp("sheets") / "sheets")
        write_sheets(order, 0, found[-1])
    return found


@pytest.fixture(scope="module")
def built(folders: list[Path]) -> list[Built]:
    """The clusters that these files give."""
    names = ("workers.csv", "firms.csv", "map.yaml")
    return [build(read_survey(*(each / name for name in names)), "again") for each in folders]


def test_the_cluster_that_is_built_back_holds_the_one_that_was_surveyed(built: list[Built]) -> None:
    """At least 85 in 100 of the shares and ratios lie in their intervals (95 are meant).

    Left out: spreads of pay, which passing shocks add to, and what is counted and has no interval (totals, tiers).
    """
    truth = dict(load_cluster("sialkot_surgical").estimates())
    held = []
    for each in built:
        for key, found in each.findings.found.items():
            left_out = ("total", "tier_share", "spread", "child")
            if found.kind == "measured" and not any(part in key for part in left_out):
                held.append(found.low <= truth[key].value <= found.high)
    assert len(held) >= 60
    assert sum(held) >= 0.85 * len(held)


def test_it_has_as_many_firms_and_workers_as_the_real_place(built: list[Built]) -> None:
    truth = load_cluster("sialkot_surgical")
    again = built[0].cluster
    assert again.workers.total.value == pytest.approx(truth.workers.total.value, rel=0.03)
    assert again.firms.total.value == pytest.approx(truth.firms.total.value, rel=0.03)


def test_workers_are_of_the_firms_that_were_asked(folders: list[Path]) -> None:
    folder = folders[0]
    firms, workers = (pd.read_csv(folder / f"{name}.csv") for name in ("firms", "workers"))
    assert set(workers["firm"]) <= set(firms["id"])
    assert not workers["id"].duplicated().any()
    assert workers.groupby("firm").size().max() <= 12
    # Weights of a firm's workers stand for all of its staff.
    whole = workers.groupby("firm")["weight"].sum()
    own = firms.set_index("id")
    assert whole.to_numpy() == pytest.approx(
        (own["weight"] * own["workers"])[whole.index].to_numpy(), rel=1e-3
    )
