"""What installed packages offer is asked for, kept and reported like what the model has itself."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import yaml

from poverty_nodes.experiments import compare
from poverty_nodes.experiments.command import cli
from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.experiments.runs.kinds_of_run.whole_run import run_one
from poverty_nodes.model.cluster import ClusterModel
from poverty_nodes.model.measures.catalogue import INSTALLED
from poverty_nodes.model.month import Month
from poverty_nodes.model.months import MONTHS
from poverty_nodes.model.policies import BUILT_IN, REGISTRY
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.errors import QuestionError
from tests.outside_package import OFFERS, install
from tests.small_economy import scenario

ROOT = Path(__file__).parents[3]
REGISTRIES = (REGISTRY, INSTALLED, MONTHS)
SMALL = ("months=2", "seeds=2", "scale=0.01", "compute=serial")
Installer = Callable[..., Path]


def look_again() -> None:
    for each in REGISTRIES:
        vars(each).pop("offered", None)
        each._loaded.clear()
    sys.modules.pop("ministry_tries", None)


@pytest.fixture
def installer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Installer]:
    """Installs a package for the time of a test, which then works in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def put(offers: dict[str, dict[str, str]] = OFFERS, **more: str) -> Path:
        folder = tmp_path / "site"
        folder.mkdir()
        install(folder, offers, **more)
        monkeypatch.syspath_prepend(str(folder))
        look_again()
        return folder

    yield put
    monkeypatch.undo()
    look_again()


def asked(*words: str) -> int:
    return cli.main([*words, *SMALL])


def only(pattern: str) -> Path:
    (found,) = Path().glob(pattern)
    return found


def test_what_is_installed_is_listed(
    installer: Installer, capsys: pytest.CaptureFixture[str]
) -> None:
    installer()
    for kind, name in (
        ("policies", "transport_voucher"),
        ("measures", "home_share"),
        ("models", "power_cuts"),
        ("terms", "policy.transport_voucher.amount"),
    ):
        assert cli.main(["list", kind, "format=json"]) == 0
        assert f'"{name}"' in capsys.readouterr().out


def test_a_comparison_with_all_three_tells_them_in_its_files_and_its_report(
    installer: Installer, capsys: pytest.CaptureFixture[str]
) -> None:
    installer()
    words = ("policy=[transport_voucher]", "model=power_cuts", "policy.transport_voucher.amount=40")
    assert asked("compare", *words) == 0
    folder = only("outputs/compare/*")
    by_month = pd.read_csv(folder / "by_month.csv")
    assert {"home_share", "local services"} <= set(by_month["measure"])
    assert by_month.loc[by_month["measure"] == "home_share", "group"].nunique() > 3
    measured = pd.read_parquet(folder / "outcomes.parquet")
    assert measured.loc[measured["measure"] == "local services", "value"].gt(0.0).all()
    cost = pd.read_csv(folder / "cost.csv")
    assert cost.loc[cost["policy"] == "transport_voucher", "spent"].iloc[0] > 0.0
    page = (folder / "report.html").read_text()
    assert "share of persons whose adult works at home" in page
    question = yaml.safe_load((folder / "question.yaml").read_text())
    assert question["model"] == "power_cuts"
    assert question["policy"]["transport_voucher"]["amount"] == 40.0
    capsys.readouterr()
    assert cli.main(["compare", f"question={folder / 'question.yaml'}", "compute=serial"]) == 0
    assert "0 new" in capsys.readouterr().err or len([*Path().glob("outputs/compare/*")]) == 1


def test_it_is_swept_and_checked_like_any_other(installer: Installer) -> None:
    installer()
    words = ("policy=[transport_voucher]", "policy.transport_voucher.amount=[10,40]")
    assert asked("sweep", *words, "outcomes=[home_share,P0]") == 0
    summary = pd.read_csv(only("outputs/sweep/*/summary.csv"))
    assert {"home_share", "P0"} == set(summary["outcome"])
    assert asked("check", "policy=[transport_voucher]", "model=power_cuts") == 0
    assert asked("run", "policy=[transport_voucher]", "model=power_cuts") == 0


def test_a_new_process_finds_them_and_so_do_its_workers(installer: Installer) -> None:
    folder = installer()
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(folder)])}
    words = [
        "compare",
        "policy=[transport_voucher]",
        "model=power_cuts",
        "compute=processes",
        "workers=2",
    ]
    done = subprocess.run(
        [sys.executable, "-m", "poverty_nodes.experiments", *words, *SMALL[:3]],
        env=paths,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert only("outputs/compare/*/report.html").exists()


class Idle(Month):
    """Nothing is made."""

    def production(self, state: State) -> None:
        """No output at all."""
        state.firms["output"] = 0.0


class IdleModel(ClusterModel):
    """The same as a model of Mesa, which counts its steps."""

    def production(self, state: State) -> None:
        """No output at all."""
        state.firms["output"] = 0.0

    def step(self) -> None:
        """A step as any."""
        super().step()
        self.stepped = self.steps


def test_a_class_of_ones_own_is_a_model_in_python() -> None:
    mine, usual = scenario(months=2, scale=0.01), scenario(months=2, scale=0.01)
    idle = replace(mine, model=Idle)
    one, other = run_one(idle, 1), run_one(usual, 1)
    assert idle.fingerprint() != usual.fingerprint()
    assert not np.array_equal(one.values, other.values, equal_nan=True)
    same = run_one(replace(mine, model=IdleModel), 1)
    assert np.array_equal(one.values, same.values, equal_nan=True)
    found = compare(mine, seeds=2, model=Idle, workers=1)
    assert float(found.monthly.path("value_added")[:, :, -1].max()) == pytest.approx(
        float(one.series("value_added", "all")[-1]), rel=0.5
    )


def test_the_model_of_a_month_as_it_is_gives_the_same_bits() -> None:
    class Same(Month):
        """Nothing is changed."""

    plain = scenario(months=3, scale=0.01)
    one, other = run_one(plain, 1), run_one(replace(plain, model=Same), 1)
    assert np.array_equal(one.values, other.values, equal_nan=True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["policy=[transport_vouchr]"], "transport_voucher"),
        (["model=power_cutz"], "power_cuts"),
        (["outcomes=[home_shar]"], "home_share"),
        (["policy=[transport_voucher]", "policy.transport_voucher.amout=3"], "amount"),
        (["policy=[transport_voucher]", "policy.transport_voucher.amount=-3"], "amount"),
    ],
)
def test_a_misspelt_name_is_told_the_nearest_one(
    installer: Installer, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    installer()
    assert asked("compare", *words) == 2
    assert said in capsys.readouterr().err


BROKEN = {
    "transport_voucher": ("ministry_tries:Nothing", "cannot be loaded: AttributeError"),
    "own_aid": ("no_such_module:Aid", "cannot be loaded: ModuleNotFoundError"),
    "other_name": ("ministry_tries:TransportVoucher", "its class has the name 'transport_voucher'"),
    "no_policy": ("ministry_tries:PowerCuts", "it is no subclass of model.policies.Policy"),
    "micro_credit": ("ministry_tries:TransportVoucher", "has the name of one of the model's own"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_policy_that_cannot_be_used_is_refused_in_words_and_harms_no_other(
    installer: Installer, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    value, said = BROKEN[name]
    installer({"poverty_nodes.policies": {name: value}})
    assert asked("compare", f"policy=[{name}]") == 2
    problem = capsys.readouterr().err
    assert said in problem
    assert "ministry-tries" in problem
    assert "Traceback" not in problem
    assert cli.main(["list", "policies"]) == 0
    assert (
        cli.main(
            [
                "compare",
                "policy=[cash_transfer]",
                "policy.cash_transfer.amount=1",
                "--dry-run",
                *SMALL,
            ]
        )
        == 0
    )


def test_a_measure_that_cannot_be_used_is_said_before_anything_runs(
    installer: Installer, capsys: pytest.CaptureFixture[str]
) -> None:
    installer(
        {
            "poverty_nodes.measures": {
                "wrong": "ministry_tries:PowerCuts",
                "P0": "ministry_tries:SERVICES",
            }
        }
    )
    assert asked("compare") == 2
    problem = capsys.readouterr().err
    assert "the measure 'wrong'" in problem
    assert "the model has a measure 'P0' already" in problem


def test_the_models_own_policies_are_first_and_none_is_lost(installer: Installer) -> None:
    installer()
    assert tuple(REGISTRY)[: len(BUILT_IN)] == tuple(BUILT_IN)
    assert tuple(REGISTRY)[-1] == "transport_voucher"
    assert len(REGISTRY) == len(BUILT_IN) + 1
    with pytest.raises(KeyError):
        REGISTRY["transport_vouchers"]
    with pytest.raises(QuestionError):
        ask(["policy=[transport_vouchers]"])
