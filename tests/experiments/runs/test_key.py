"""The address of a run changes with everything that decides its numbers and with nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from poverty_nodes.experiments.runs import key
from poverty_nodes.experiments.runs.key import (
    WITHOUT_NUMBERS,
    code_beyond,
    code_of_runs,
    model_version,
    run_key,
)
from poverty_nodes.experiments.runs.kinds_of_run.kinds import KINDS
from poverty_nodes.experiments.runs.kinds_of_run.lean_run import Lean, run_lean
from poverty_nodes.model.month import Month
from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.code import closure
from poverty_nodes.scenarios.code.closure import ROOT, reached, scanned, within

STARTS = [kind.module for kind in KINDS.values()]
LIVE = """
import sys
opened = []
def hear(event, arguments):
    if event == "open":
        opened.append(str(arguments[0]))
from poverty_nodes.experiments.runs.kinds_of_run.kinds import KINDS
from importlib import import_module
from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.scenario import Scenario
from poverty_nodes.model.policies import CashTransfer
sys.addaudithook(hear)
cluster = ClusterDescription.model_validate_json(sys.stdin.read())  # what reads clusters makes no run
scenario = Scenario(cluster, (CashTransfer(amount=5.0, start=1),), months=1, scale=0.01)
del opened[:]
for name, (module, function, _) in KINDS.items():
    here = import_module(module)
    more = {"Switched": [("jobs",)], "Lived": [("contract",)], "Panelled": [(0, 1)]}.get(name, [])
    what = scenario if name == "Scenario" else getattr(here, name)(scenario, *more)
    getattr(here, function)(what, 1)
rooms = ("model", "scenarios", "experiments")
print(*sorted(name for name in sys.modules if name.startswith("poverty_nodes.")))
below = tuple(f"{sys.argv[1]}/{room}/" for room in rooms)
print(*sorted({each for each in opened if each.startswith(below) and not each.endswith((".py", ".pyc"))}))
"""
NEEDED_TO_ASK = {"poverty_nodes.experiments.runs.kinds_of_run.kinds"}
"""What the question above needs and the runs do not."""


def version() -> str:
    return model_version.__wrapped__()


def test_seed_scenario_version_and_own_code_each_change_the_key() -> None:
    keys = {
        run_key(f, s, v, o) for f in "ab" for s in (1, 2, 12) for v in "xy" for o in ("", "p", "q")
    }
    assert len(keys) == 36
    assert all(len(each) == 64 for each in keys)


def test_a_change_in_any_file_that_makes_runs_is_a_new_version(tmp_path: Path) -> None:
    for room in ("poverty_nodes", "model", "scenarios", "experiments"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=lambda *_: ["clusters", "__pycache__"])
    before = reached(STARTS, within(tmp_path), lambda _, path: scanned(path))
    assert before.digest() == code_of_runs().digest()
    found = {before.digest()}
    for module in before.files:
        path = within(tmp_path)(module)
        assert path is not None
        text = path.read_bytes()
        path.write_bytes(text + b"\nx = 1\n")
        after = reached(STARTS, within(tmp_path), _read_anew(before, path))
        found.add(after.digest())
        path.write_bytes(text)
    assert len(found) == 1 + len(before.files)


def _read_anew(before: closure.Reached, changed: Path):  # type: ignore[no-untyped-def]
    return lambda name, path: scanned(path) if path == changed else before.files[name]


def test_what_makes_a_term_s_run_is_among_the_files() -> None:
    assert "poverty_nodes.model.measures.groups_at_base" in code_of_runs()
    assert "poverty_nodes.model.rules" in code_of_runs()
    assert "poverty_nodes.model.cluster" in code_of_runs()


def test_code_that_makes_no_run_is_not_among_them() -> None:
    for module in (
        "poverty_nodes.experiments.command.cli",
        "poverty_nodes.experiments.report.page",
        "poverty_nodes.experiments.runs.store.disk",
    ):
        assert module not in code_of_runs()


def test_every_module_that_a_run_loads_is_among_the_files_and_no_other_file_is_read() -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    said = subprocess.run(
        [sys.executable, "-c", LIVE, str(ROOT)],
        env=environment,
        input=load_cluster("sialkot_surgical").model_dump_json(),
        capture_output=True,
        text=True,
        check=True,
    )
    modules, *files = said.stdout.split("\n")
    missing = {name for name in modules.split() if name not in code_of_runs()}
    assert missing <= NEEDED_TO_ASK
    assert not "".join(files).strip()


def test_libraries_are_in_the_version_unless_they_are_said_to_leave_numbers_alone() -> None:
    computing = {"numba", "numpy", "scipy"}
    found = code_of_runs().libraries - sys.stdlib_module_names
    assert computing <= found
    assert found <= computing | WITHOUT_NUMBERS | {"llvmlite"}


def test_plain_python_is_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = version()
    monkeypatch.setattr("numba.config.DISABLE_JIT", 1)
    assert version() != compiled


@pytest.mark.parametrize(("said", "compiled"), [("1", False), ("0", True), ("", True)])
def test_whether_rules_are_compiled_is_known_without_numba(
    said: str, compiled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "numba")
    monkeypatch.setenv("NUMBA_DISABLE_JIT", said)
    assert key.is_compiled() == compiled


def test_runs_of_this_project_bring_no_code_and_those_of_others_do() -> None:
    class Idle(Month):
        def pay(self, state):
            pass

    def run_idle(scenario, seed):
        return Idle()

    assert code_beyond(run_lean, Lean) == ""
    assert len(code_beyond(run_idle, Lean)) == 64
