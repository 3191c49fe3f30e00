"""Code from outside the project is part of what is run: whatever of it changes, changes the hash, and nothing else."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from poverty_nodes.model.policies import CashTransfer
from poverty_nodes.scenarios import Scenario, load_cluster
from poverty_nodes.scenarios.code.closure import ROOT

POLICY = """
from typing import ClassVar
from poverty_nodes.model.policies import CashTransfer
from sizes_of_mine.factors import FACTOR

class Generous(CashTransfer):
    k: ClassVar[float] = 3.0

    def benefit(self, tables, rows):
        return self.k * FACTOR * self.amount
"""
LATE = """
from poverty_nodes.model.policies import CashTransfer

class Generous(CashTransfer):
    def benefit(self, tables, rows):
        from sizes_of_mine import factors
        return factors.FACTOR * self.amount
"""
TELL = """
from policies_of_mine import Generous
from poverty_nodes.scenarios import Scenario, load_cluster
print(Scenario(load_cluster("sialkot_surgical"), (Generous(amount=5.0, start=1),)).fingerprint())
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of somebody's own modules, forgotten afterwards."""
    (tmp_path / "sizes_of_mine").mkdir()
    (tmp_path / "sizes_of_mine" / "__init__.py").write_text("")
    (tmp_path / "sizes_of_mine" / "factors.py").write_text("FACTOR = 1.0\n")
    (tmp_path / "policies_of_mine.py").write_text(POLICY)
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    forget()


def forget() -> None:
    """As in a new process."""
    for name in [name for name in sys.modules if "_of_mine" in name]:
        del sys.modules[name]
    importlib.invalidate_caches()


def mine() -> ModuleType:
    forget()
    return importlib.import_module("policies_of_mine")


def fingerprint(policy: type[CashTransfer]) -> str:
    return Scenario(load_cluster("sialkot_surgical"), (policy(amount=5.0, start=1),)).fingerprint()


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (
            "policies_of_mine.py",
            POLICY.replace("k: ClassVar[float] = 3.0", "k: ClassVar[float] = 1.0"),
        ),
        ("policies_of_mine.py", POLICY.replace("self.k *", "self.k +")),
        ("sizes_of_mine/factors.py", "FACTOR = 2.0\n"),
        ("sizes_of_mine/__init__.py", "print\n"),
    ],
)
def test_a_change_in_any_file_of_an_own_policy_is_another_scenario(
    folder: Path, file: str, text: str
) -> None:
    before = fingerprint(mine().Generous)
    assert fingerprint(mine().Generous) == before
    (folder / file).write_text(text)
    assert fingerprint(mine().Generous) != before


def test_a_file_that_is_imported_only_when_a_function_is_called_counts(folder: Path) -> None:
    (folder / "policies_of_mine.py").write_text(LATE)
    before = fingerprint(mine().Generous)
    (folder / "sizes_of_mine" / "factors.py").write_text("FACTOR = 2.0\n")
    assert fingerprint(mine().Generous) != before


def test_a_module_that_is_loaded_anew_is_read_anew(folder: Path) -> None:
    before = fingerprint(mine().Generous)
    (folder / "sizes_of_mine" / "factors.py").write_text("FACTOR = 22.5\n")
    importlib.reload(sys.modules["sizes_of_mine.factors"])
    assert fingerprint(sys.modules["policies_of_mine"].Generous) != before


def test_a_number_that_is_set_on_a_class_counts(folder: Path) -> None:
    policy = mine().Generous
    before = fingerprint(policy)
    policy.k = 1.0
    changed = fingerprint(policy)
    policy.k = 3.0
    assert changed != before == fingerprint(policy)


def test_classes_made_in_a_loop_are_told_apart() -> None:
    def times(k: float) -> type[CashTransfer]:
        class Times(CashTransfer):
            def benefit(self, tables, rows):
                return k * self.amount

        return Times

    assert fingerprint(times(3.0)) == fingerprint(times(3.0)) != fingerprint(times(1.0))


def test_the_project_s_own_policies_bring_no_code(folder: Path) -> None:
    class Plain(CashTransfer):
        pass

    assert fingerprint(CashTransfer) != fingerprint(Plain)


def test_another_process_finds_the_same_hash(folder: Path) -> None:
    found = {fingerprint(mine().Generous)}
    for seed in ("1", "2"):
        path = os.pathsep.join([str(folder), str(ROOT)])
        environment = os.environ | {"PYTHONPATH": path, "PYTHONHASHSEED": seed}
        said = subprocess.run(
            [sys.executable, "-c", TELL],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        found.add(said.stdout.strip())
    assert len(found) == 1


READS = """
from pathlib import Path
from poverty_nodes.model.policies import CashTransfer

HERE = Path(__file__).parent

class Generous(CashTransfer):
    def benefit(self, tables, rows):
        return float(NAMED.read_text()) * self.amount
"""


@pytest.mark.parametrize(
    "named",
    [
        "(HERE / 'factor.txt')",
        "(HERE / 'data' / 'factor.txt')",
        "Path('factor.txt')",
        "(Path(__file__).parents[1] / 'above.txt')",
    ],
)
def test_what_stands_in_a_data_file_that_own_code_names_counts(
    folder: Path, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (folder / "data").mkdir()
    (folder / "policies_of_mine.py").write_text(READS.replace("NAMED", named))
    places = [folder / "factor.txt", folder / "data" / "factor.txt", folder.parent / "above.txt"]
    for path in places:
        path.write_text("1")
    before = fingerprint(mine().Generous)
    assert fingerprint(mine().Generous) == before
    for path in places:
        path.write_text("2.0")
    changed = fingerprint(mine().Generous)
    assert changed != before
    (folder / "of_nobody.txt").write_text("3")
    assert fingerprint(mine().Generous) == changed


def test_a_file_that_was_other_earlier_in_a_process_is_no_clean_one(folder: Path) -> None:
    (folder / "policies_of_mine.py").write_text(READS.replace("NAMED", "(HERE / 'factor.txt')"))
    (folder / "factor.txt").write_text("1")
    fingerprint(mine().Generous)
    (folder / "factor.txt").write_text("2.0")
    here = fingerprint(mine().Generous)
    path = os.pathsep.join([str(folder), str(ROOT)])
    said = subprocess.run(
        [sys.executable, "-c", TELL],
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() != here  # the module here may have read the other one
