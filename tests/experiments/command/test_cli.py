"""The command: verbs, options, exit status, and never a traceback for a user's mistake."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from poverty_nodes.experiments.answer.answer import Answer
from poverty_nodes.experiments.command import cli, execute, verbs
from poverty_nodes.experiments.command.new.order import Order as Beginning
from poverty_nodes.experiments.evidence.ledger.order import Order as Validation
from poverty_nodes.experiments.identify.order import Order as Ranking
from poverty_nodes.experiments.question.accepted_values import keys_of
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.question.store_request import Order as StoreRequest
from poverty_nodes.experiments.sensitivities.method import Method
from poverty_nodes.scenarios.errors import Problem, QuestionError


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Question]:
    """The questions that were answered, by a stand-in that makes no runs."""
    questions: list[Question] = []

    def answer(question: Question) -> Answer:
        questions.append(question)
        folder = Path("outputs/compare/mine-0123456789")
        files = (folder, folder / "winners.csv", folder / "report.html")
        failed = int(question.seeds == 3)
        return Answer("Most gain.", files, folder / "report.html", runs=40, failed=failed)

    monkeypatch.setattr(execute, "answer", answer)
    return questions


@pytest.mark.parametrize(
    ("arguments", "verb", "months"),
    [
        ([], "compare", 60),
        (["months=24"], "compare", 24),
        (["compare", "months=24"], "compare", 24),
        (["run", "months=24"], "run", 24),
        (["+months=24"], "compare", 24),
        (["~policy"], "compare", 60),
    ],
)
def test_compare_is_meant_when_no_verb_is_given(
    asked: list[Question], arguments: list[str], verb: str, months: int
) -> None:
    assert cli.main(arguments) == 0
    (question,) = asked
    assert (question.verb, question.months) == (verb, months)


def test_the_closing_summary_has_the_headline_and_the_path_of_the_report(
    asked: list[Question], capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main([])
    out = capsys.readouterr().out
    assert "Most gain." in out
    assert "outputs/compare/mine-0123456789/report.html" in out
    assert "(winners.csv)" in out


def test_the_closing_summary_for_scripts_is_one_json_object(
    asked: list[Question], capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["compare", "format=json"])
    summary = json.loads(capsys.readouterr().out)
    assert summary["headline"] == "Most gain."
    assert summary["report"] == "outputs/compare/mine-0123456789/report.html"
    assert summary["outputs"][1] == "outputs/compare/mine-0123456789/winners.csv"


def test_failed_runs_are_said_and_give_status_1(
    asked: list[Question], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["seeds=3"]) == 1
    assert "1 of 40 runs failed" in capsys.readouterr().out


def test_ctrl_c_says_that_the_same_command_goes_on_and_gives_status_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(question: Question) -> Answer:
        raise KeyboardInterrupt

    monkeypatch.setattr(execute, "answer", stop)
    assert cli.main(["store=kept"]) == 130
    assert "No run was finished" in capsys.readouterr().err
    Path("kept").mkdir()
    Path("kept/part-of-a-run.parquet").touch()
    assert cli.main(["store=kept"]) == 130
    assert "runs are kept in kept; the same command goes on" in capsys.readouterr().err


def test_cfg_prints_the_question_and_answers_nothing(
    asked: list[Question], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["months=24", "--cfg"]) == 0
    assert yaml.safe_load(capsys.readouterr().out)["months"] == 24
    assert asked == []


def test_dry_run_says_what_it_would_cost_and_answers_nothing(
    asked: list[Question], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["--dry-run", "seeds=7"]) == 0
    out = capsys.readouterr().out
    assert "14 runs" in out
    assert "minute" in out
    assert "megabytes" in out
    assert asked == []
    assert cli.main(["run", "--dry-run", "seeds=7", "format=json"]) == 0
    assert json.loads(capsys.readouterr().out)["runs"] == 7


def test_a_policy_that_comes_too_late_is_noted_on_the_standard_error(
    asked: list[Question], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["months=6"]) == 0
    assert "note: micro credit starts in month 12" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ["compar"],
            [
                "no verb 'compar'",
                "did you mean 'compare'",
                "compare, run, sweep, sensitivity",
            ],
        ),
        (["ponder", "seeds=2"], ["no verb 'ponder'"]),
        (
            ["compar", "months=0"],
            ["no verb 'compar'", "a whole number from 1 to 600", "2 problems"],
        ),
        (["compare", "months", "12"], ["months: is not key=value", "12: is not key=value"]),
        (["--cgf"], ["no option '--cgf'", "did you mean '--cfg'"]),
        (["-m", "months=0"], ["no option '-m'", "a whole number from 1 to 600"]),
        (["compare", "format=xml"], ["no format 'xml'", "text or json"]),
        (["list", "cluster"], ["what: there is no 'cluster'", "did you mean 'clusters'"]),
        (["list", "clusters", "policies"], ["policies: is one word too many"]),
        (["list", "clusters", "months=3"], ["months: is not a key of list"]),
        (["list", "inputs", "cluster=sialkot"], ["no cluster 'sialkot'"]),
        (["list", "clusters", "format=text"], ["table or csv or json"]),
        (["months=abc"], ["command line: months: 'abc' is not a whole number"]),
        (["output=/dev/null/x"], ["/dev/null", "a folder that can be written"]),
    ],
)
def test_a_mistake_is_explained_on_the_standard_error_with_status_2(
    asked: list[Question],
    arguments: list[str],
    words: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    for word in words:
        assert word in err
    assert asked == []
    assert list(Path.cwd().iterdir()) == []


def test_a_wrong_question_found_while_answering_is_explained_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(question: Question) -> Answer:
        raise QuestionError([Problem("here", "does not hold")])

    monkeypatch.setattr(execute, "answer", refuse)
    assert cli.main([]) == 2
    assert "here: does not hold" in capsys.readouterr().err


def test_the_help_names_every_verb_with_what_it_answers(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--help"]) == 0
    out = capsys.readouterr().out
    for name in verbs.NAMES:
        assert cli.load_verb(name).summary in out


@pytest.mark.parametrize("name", verbs.NAMES)
def test_the_help_of_a_verb_has_its_examples(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([name, "--help"]) == 0
    out = capsys.readouterr().out
    for words, _ in cli.load_verb(name).examples:
        assert f"poverty-nodes {words}".rstrip() in out


def test_the_help_of_compare_has_every_key_with_its_range_and_default(
    capsys: pytest.CaptureFixture[str],
) -> None:
    cli.main(["-h", "compare"])
    lines = capsys.readouterr().out.splitlines()
    (months,) = [line for line in lines if line.startswith("  months=")]
    assert "a whole number from 1 to 600 [60]" in months
    keys = {line.split("=")[0].strip() for line in lines if "=" in line}
    assert {"cluster", "policy", "question", "output", "store", "workers"} <= keys


@pytest.mark.parametrize("name", ["compare", "run"])
def test_every_example_of_the_help_is_a_well_posed_question(
    name: str, asked: list[Question], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("outputs/compare/NAME").mkdir(parents=True)
    Path("outputs/compare/NAME/question.yaml").write_text("months: 24\n")
    for words, _ in cli.load_verb(name).examples:
        if "my_town" not in words:  # a cluster of one's own is the reader's to write
            assert cli.main(words.replace("'", "").split()) == 0


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("poverty-nodes ")


def test_every_verb_has_a_file_and_every_file_is_a_verb() -> None:
    files = Path(verbs.__file__).parent.glob("*.py")
    assert {file.stem for file in files} - {"__init__"} == set(verbs.NAMES)
    assert {cli.load_verb(name).name for name in verbs.NAMES} == set(verbs.NAMES)


@pytest.mark.parametrize(
    ("verb", "schema"),
    [
        ("identify", Ranking),
        ("validate", Validation),
        ("store", StoreRequest),
        ("new", Beginning),
        ("sensitivity", Method),
    ],
)
def test_help_tells_of_every_key_what_its_schema_accepts(
    verb: str, schema: type[BaseModel], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([verb, "--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    for key in keys_of(schema):
        if key.name not in getattr(schema, "WORDS", ()):
            assert f"{key.name}= {' '.join(f'{key.description}: {key.accepted}'.split())}" in said


HEAVY = {"mesa", "numba", "pandas", "matplotlib", "scipy", "pyarrow", "numpy"}


@pytest.mark.parametrize("arguments", [["--help"], ["compare", "--help"], ["months=0"], ["--cfg"]])
def test_no_heavy_library_is_imported_for_help_or_for_a_mistake(arguments: list[str]) -> None:
    assert not HEAVY & loaded_by(arguments)


def test_the_help_of_the_whole_command_builds_no_schema() -> None:
    assert not {"pydantic", "hydra"} & loaded_by(["--help"])


def loaded_by(arguments: list[str]) -> set[str]:
    """The modules that a command line loads, in a process of its own."""
    script = (
        "import sys; from poverty_nodes.experiments.command.cli import main; "
        f"main({arguments}); print(*sys.modules)"
    )
    root = Path(cli.__file__).parent.parent
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root
    )
    return set(done.stdout.splitlines()[-1].split())
