"""`new`: a folder that appears whole or not at all, and that the other verbs take."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from poverty_nodes.experiments.command import cli
from poverty_nodes.experiments.record.record import Record
from poverty_nodes.model.policies import Policy
from poverty_nodes.model.policies.declared import misfits

TOWN = Path(__file__).resolve().parents[4] / "scenarios/samples/town"
SURVEY = [
    "--from",
    str(TOWN / "workers.csv"),
    str(TOWN / "firms.csv"),
    "--map",
    str(TOWN / "map.yaml"),
]


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_stub_is_taken_by_the_other_verbs(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["new", "cluster", "my_town"]) == 0
    assert "all 79 of them are still to be filled in" in capsys.readouterr().out
    assert cli.main(["list", "inputs", "cluster=./my_town", "format=json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    own = [row for row in rows if not row["id"].startswith("parameters.")]
    assert len(own) == 79
    assert {row["kind"] for row in own} == {"assumed"}
    assert cli.main(["compare", "cluster=./my_town", "--dry-run"]) == 0
    assert "79 of 79 numbers of my town are still those of another place" in capsys.readouterr().err


def test_a_survey_becomes_a_cluster_with_a_page_on_its_data(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["new", "cluster", "my_town", *SURVEY, "format=json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert "are from the survey" in said["headline"]
    page = Path("my_town/data_quality.html").read_text()
    assert "What they cannot" in page
    assert "too thin" in page
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert cli.main(["compare", "cluster=./my_town", "--dry-run"]) == 0


def test_the_grammar_of_keys_says_the_same_as_the_options() -> None:
    w, f, m = (TOWN / name for name in ("workers.csv", "firms.csv", "map.yaml"))
    assert cli.main(["new", "cluster", "my_town", f"from=[{w},{f}]", f"map={m}"]) == 0
    assert (
        cli.main(["new", "cluster", "my_city", f"--from={w},{f}", f"--map={m}", "output=sub"]) == 0
    )
    text = Path("my_town/workers.yaml").read_text()
    assert Path("sub/my_city/workers.yaml").read_text() == text


def test_the_map_of_a_survey_stays_with_the_cluster_and_makes_it_again() -> None:
    w, f = (TOWN / name for name in ("workers.csv", "firms.csv"))
    assert cli.main(["new", "cluster", "my_town", *SURVEY]) == 0
    kept = Path("my_town/survey/map.yaml")
    assert kept.read_bytes() == (TOWN / "map.yaml").read_bytes()
    again = ["new", "cluster", "my_town", f"from=[{w},{f}]", f"map={kept}", "output=sub"]
    assert cli.main(again) == 0
    for path in Path("my_town").glob("*.yaml"):
        assert Path("sub", path).read_bytes() == path.read_bytes(), path
    asked = Record.of("compare", {"cluster": "./my_town"})
    assert "clusters/my_town/survey/map.yaml" in asked.files


def test_a_dry_run_checks_everything_and_writes_nothing() -> None:
    assert cli.main(["new", "cluster", "my_town", *SURVEY, "--dry-run"]) == 0
    assert list(Path().iterdir()) == []


def test_a_folder_that_is_there_is_not_touched(capsys: pytest.CaptureFixture[str]) -> None:
    Path("my_town").mkdir()
    Path("my_town/diary.txt").write_text("mine")
    assert cli.main(["new", "cluster", "my_town"]) == 2
    assert "is there already" in capsys.readouterr().err
    assert [path.name for path in Path("my_town").iterdir()] == ["diary.txt"]


def test_nothing_is_left_behind_when_the_survey_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("workers.csv").write_text("a,b\n")
    command = ["new", "cluster", "my_town", "--from", "workers.csv", str(TOWN / "firms.csv")]
    assert cli.main([*command, "--map", str(TOWN / "map.yaml")]) == 2
    assert "workers.csv" in capsys.readouterr().err
    assert [path.name for path in Path().iterdir()] == ["workers.csv"]


def test_nothing_is_left_behind_when_the_disk_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", fail)
    assert cli.main(["new", "cluster", "my_town"]) == 2
    assert list(Path().iterdir()) == []


def test_a_policy_is_whole_and_does_nothing_until_its_amount_is_set(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli.main(["new", "policy", "transport_voucher"]) == 0
    assert "README.md in transport_voucher" in capsys.readouterr().out
    folder = Path("transport_voucher")
    names = {
        "README.md",
        "test_transport_voucher.py",
        "transport_voucher.py",
        "pyproject.toml",
    }
    assert {path.name for path in folder.iterdir()} == names
    spec = importlib.util.spec_from_file_location(
        "transport_voucher", folder / "transport_voucher.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(
        sys.modules, "transport_voucher", module
    )  # where pydantic looks for its names
    spec.loader.exec_module(module)
    policy = module.TransportVoucher
    assert issubclass(policy, Policy)
    assert policy.name == "transport_voucher"
    assert not policy().does_something()
    assert policy(amount=5.0).does_something()
    assert misfits(policy) == []
    offers = tomllib.loads((folder / "pyproject.toml").read_text())["project"]["entry-points"]
    assert offers == {
        "poverty_nodes.policies": {"transport_voucher": "transport_voucher:TransportVoucher"}
    }
    assert not any("policy_name" in path.read_text() for path in folder.iterdir())


@pytest.mark.slow
def test_the_test_of_a_new_policy_runs_whatever_project_lies_around_it(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[tool.pytest.ini_options]\naddopts = "--import-mode=importlib"\n'
        "consider_namespace_packages = true\n"
    )
    assert cli.main(["new", "policy", "transport_voucher"]) == 0
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "transport_voucher"]
    found = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout


def test_a_policy_that_is_there_or_a_survey_for_one_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["new", "policy", "micro_credit"]) == 2
    assert "there is a policy 'micro_credit' already" in capsys.readouterr().err
    assert cli.main(["new", "policy", "my_policy", *SURVEY]) == 2
    assert "is for a cluster" in capsys.readouterr().err
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["new"], "kind: is missing"),
        (["new", "clutser", "my_town"], "did you mean 'cluster'?"),
        (["new", "cluster"], "name: is missing"),
        (["new", "cluster", "MyTown"], "'MyTown' is not an id"),
        (["new", "cluster", "my_town", "your_town"], "one word too many"),
        (["new", "cluster", "my_town", "lik=x"], "did you mean 'like'?"),
        (["new", "cluster", "my_town", "like=nowhere"], "there is no cluster 'nowhere'"),
        (["new", "cluster", "my_town", "--from", "a.csv"], "and a map of their columns"),
        (["new", "cluster", "my_town", "--form", "a.csv"], "there is no option '--form'"),
        (["new", "cluster", "../my_town"], "is not an id"),
    ],
)
def test_a_mistake_is_told_with_what_is_accepted(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(words) == 2
    assert said in capsys.readouterr().err
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("name", ["kasur", "ward_12_tailors", "town2"])
def test_names_of_towns_are_ids_of_clusters(name: str) -> None:
    assert cli.main(["new", "cluster", name]) == 0
    assert cli.main(["compare", f"cluster=./{name}", "--dry-run"]) == 0


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Kasur", "did you mean 'kasur'?"),
        ("12_ward", "a letter first"),
        ("no", "'no' is not an id"),
    ],
)
def test_what_is_no_id_is_told_what_is(
    name: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["new", "cluster", name]) == 2
    assert said in capsys.readouterr().err


def test_what_looks_wrong_in_a_survey_is_said_in_the_terminal_the_notes_and_the_page(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = (TOWN / "workers.csv").read_text()
    Path("workers.csv").write_text(text.replace(",craft,4930,", ",craft,99999,", 1))
    survey = [each if not each.endswith("workers.csv") else "workers.csv" for each in SURVEY]
    assert cli.main(["new", "cluster", "my_town", *survey]) == 0
    assert "look at  workers.csv, column 'rs_week': 99,999 in 1 of " in capsys.readouterr().out
    assert "99,999 in 1 of" in Path("my_town/NOTES.md").read_text()
    assert (
        "What looks wrong and was taken as it stands"
        in Path("my_town/data_quality.html").read_text()
    )


def test_one_file_of_a_survey_is_enough(capsys: pytest.CaptureFixture[str]) -> None:
    text = (TOWN / "map.yaml").read_text()
    firms, workers = text.index("firms:\n"), text.index("workers:\n")
    Path("map.yaml").write_text(text[:workers])
    assert firms < workers
    words = ["--from", str(TOWN / "firms.csv"), "--map", "map.yaml"]
    assert cli.main(["new", "cluster", "my_town", *words]) == 0
    assert "180 firms)" in Path("my_town/NOTES.md").read_text()
    assert cli.main(["compare", "cluster=./my_town", "--dry-run"]) == 0
