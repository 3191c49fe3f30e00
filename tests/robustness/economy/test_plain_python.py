"""NUMBA_DISABLE_JIT=1 runs the same economics as plain Python, bit for bit: a debugger can step in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from poverty_nodes.model.instruments import FIELDS as LEVER_FIELDS
from poverty_nodes.model.parameters.all_parameters import PARAMETERS
from poverty_nodes.model.population import buyer, firm, household, place, setting, worker

ROOT = Path(__file__).parents[3]
READ_IN_BRACKETS = {"size"}
"""Fields that a record of NumPy hides behind an attribute of its own: rules read them by name in brackets."""


def printed(**environment: str) -> list[str]:
    """What the program beside this file prints under some environment."""
    return said(["-m", "tests.robustness.economy.fingerprint"], **environment)


def said(arguments: list[str], **environment: str) -> list[str]:
    """What Python prints when NumPy's warnings are errors."""
    command = [sys.executable, "-W", "error::RuntimeWarning", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_chance_of_plain_python_warns_of_nothing_in_any_thread() -> None:
    program = (
        "import threading; from poverty_nodes.model.draws import stream_key, uniform; "
        "draw = lambda: print(uniform(stream_key(1, 2, 3), 4)); "
        "thread = threading.Thread(target=draw); thread.start(); thread.join(); draw()"
    )
    first, second = said(["-c", program], NUMBA_DISABLE_JIT="1")
    assert first == second
    assert said(["-c", program], NUMBA_DISABLE_JIT="0") == [first, second]


@pytest.mark.slow
def test_a_question_about_a_tiny_town_is_answered_in_plain_python(tmp_path: Path) -> None:
    question = [
        *("-m", "poverty_nodes.experiments", "compare", "seeds=2", "months=1", "scale=0.005"),
        *("policy=[micro_credit]", "policy.micro_credit.start=1"),
    ]
    tables = []
    for plain in ("1", "0"):
        places = [f"output={tmp_path / plain}", f"store={tmp_path / plain / 'runs'}"]
        said([*question, *places], NUMBA_DISABLE_JIT=plain)
        (failures,) = (tmp_path / plain).rglob("failures.csv")
        assert len(failures.read_text().splitlines()) == 1
        (winners,) = (tmp_path / plain).rglob("winners.csv")
        tables.append(pd.read_csv(winners))
    pd.testing.assert_frame_equal(*tables, rtol=1e-9)


@pytest.mark.slow
def test_plain_python_and_compiled_code_agree_to_the_last_bit() -> None:
    compiled = printed(NUMBA_DISABLE_JIT="0")
    plain = printed(NUMBA_DISABLE_JIT="1")
    assert (compiled[0], plain[0]) == ("compiled True", "compiled False")
    economy = [line for line in plain if not line.startswith("measure")]
    assert [line for line in economy[1:] if line not in set(compiled)] == []
    assert len(plain) == len(compiled)
    # NumPy adds up in pairs, compiled code one by one: measures differ in their last bits.
    assert measures(plain) == pytest.approx(measures(compiled), rel=1e-12)


def measures(lines: list[str]) -> dict[str, float]:
    """The measures of the last month among what was printed."""
    parts = (line.split() for line in lines if line.startswith("measure"))
    return {name: float(value) for _, name, value in parts}


@pytest.mark.parametrize("kind", [buyer, firm, household, place, setting, worker])
def test_no_field_of_an_agent_is_hidden_by_an_attribute_of_numpys_records(kind: object) -> None:
    fields = {field.name for field in kind.FIELDS}  # type: ignore[attr-defined]
    assert fields & set(dir(np.record)) <= READ_IN_BRACKETS


def test_no_instrument_or_parameter_is_hidden_by_an_attribute_of_numpys_records() -> None:
    names = {field.name for field in LEVER_FIELDS} | {each.name for each in PARAMETERS}
    assert names & set(dir(np.record)) == set()


def test_rules_read_hidden_fields_in_brackets() -> None:
    rooms = [path for path in (ROOT / "model").rglob("*.py") if path.parent.name != "face"]
    wrong = [
        f"{path.name}: .{name}"
        for path in rooms
        for name in READ_IN_BRACKETS
        for agent in ("household", "households[h]", "home")
        if f"{agent}.{name}" in path.read_text()
    ]
    assert wrong == []
