"""A question that does not fit into memory is refused in words, before anything is allocated."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from poverty_nodes.experiments.answer.answer import Answer
from poverty_nodes.experiments.command import cli, execute
from poverty_nodes.experiments.question import memory
from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.experiments.sweeps.points import ask_sweep
from poverty_nodes.scenarios.base_month.calibration import first_guess
from poverty_nodes.scenarios.base_month.population import synthesise
from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.errors import QuestionError

ROOT = Path(__file__).parents[3]


def test_a_scale_too_large_for_the_machine_is_refused_with_one_that_fits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(memory, "available_memory", lambda: 1e9)
    asked = ask(["cluster=tirupur_knitwear", "scale=1", "workers=2"])
    with pytest.raises(QuestionError) as refused:
        execute.execute_question(asked, lambda: pytest.fail("it was begun"), "text")
    (problem,) = refused.value.problems
    assert problem.where == "scale=1"
    assert "722,222 adults" in problem.message
    assert "1.0 GB are free" in problem.message
    fitting = problem.remedy.split()[0]
    fits = ask(["cluster=tirupur_knitwear", fitting, "workers=2"])
    assert memory.memory_needed(fits) == pytest.approx(1e9, rel=0.1)


@pytest.mark.parametrize("name", ["sialkot_surgical", "central_java_rooftiles", "torreon_jeans"])
def test_the_estimate_of_an_economy_is_near_what_it_takes(name: str) -> None:
    one, two = (ask([f"cluster={name}", "scale=0.02", f"seeds={n}", "workers=1"]) for n in (1, 2))
    state = synthesise(load_cluster(name), first_guess(2), 0.02, {}, 1)
    economy = memory.economy_of(one)
    assert economy == pytest.approx(state.nbytes, rel=0.25)
    assert memory.memory_needed(two) - memory.memory_needed(one) == pytest.approx(economy)


def test_a_scale_that_fits_is_not_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "available_memory", lambda: 1e9)
    assert memory.memory_problem(ask(["scale=0.05", "workers=2"])) is None


def test_where_the_system_does_not_tell_nothing_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_limits", lambda: iter(()))
    assert memory.available_memory() is None
    assert memory.memory_problem(ask(["scale=1"])) is None


def test_a_limit_that_not_even_libraries_fit_in_offers_no_scale(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(memory, "available_memory", lambda: 1e8)
    problem = memory.memory_problem(ask(["scale=0.01"]))
    assert problem is not None
    assert "scale=" not in problem.remedy


def test_processes_take_more_than_threads_and_workers_elsewhere_nothing() -> None:
    threads, processes = (
        memory.memory_needed(ask(["scale=0.5", "workers=4", f"compute={kind}"]))
        for kind in ("local", "processes")
    )
    assert processes > 1.5 * threads
    there = ask(["scale=1", "compute=dask", "compute.address=tcp://there:8786"])
    assert memory.memory_problem(there) is None


def test_memory_that_runs_out_on_the_way_is_no_traceback() -> None:
    def answer() -> Answer:
        raise MemoryError

    with pytest.raises(QuestionError, match="not enough of it"):
        execute.execute_question(ask(["scale=0.01", "months=1"]), answer, "text")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits addresses")
def test_under_a_limit_of_the_shell_the_command_says_what_is_missing(tmp_path: Path) -> None:
    words = "compare scale=0.01 months=1 seeds=1"
    command = f"ulimit -v 1200000; exec {sys.executable} -m poverty_nodes.experiments {words}"
    done = subprocess.run(
        ["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"},
    )  # fmt: skip
    assert done.returncode == 2, done.stderr
    assert "of memory, and" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_largest_point_of_a_sweep_has_to_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "available_memory", lambda: 1e9)
    points = ask_sweep(["cluster=tirupur_knitwear", "scale=[0.01,1.0,0.02]", "workers=2"]).points
    asked = [each.question for each in points]
    with pytest.raises(QuestionError) as refused:
        execute.execute_question(asked[0], lambda: pytest.fail("it was begun"), "text", asked)
    assert [each.where for each in refused.value.problems] == ["scale=1"]


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["check", "scale=1", "policy=[micro_credit]"], "the components side by side take about"),
        (["identify", "draws=10"], "draws of these clusters take about"),
    ],
)
def test_other_verbs_are_refused_before_they_begin(
    words: list[str],
    what: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(memory, "available_memory", lambda: 1e8)
    assert cli.main(words) == 2
    assert what in capsys.readouterr().err
