"""`import poverty_nodes as pn` is all that somebody needs, and costs nothing until something is asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import poverty_nodes as pn

ROOT = Path(pn.__file__).parents[1]


@pytest.mark.parametrize("name", pn.__all__)
def test_every_name_of_the_face_is_there(name: str) -> None:
    assert getattr(pn, name) is not None
    assert name in dir(pn)


def test_a_name_that_is_not_there_is_an_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'comparison'"):
        _ = pn.comparison


def test_importing_the_face_loads_no_room() -> None:
    script = "import sys, poverty_nodes; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert [each for each in done.stdout.split() if each.startswith("poverty_nodes.")] == []


def test_the_example_of_the_face_answers_a_question() -> None:
    town = pn.load_cluster("sialkot_surgical")
    credit = pn.policies.MicroCredit(amount=500, rate=0.02, months=12, start=1)
    scenario = pn.Scenario(town, policies=(credit,), months=2, scale=0.01)
    assert len(pn.compare(scenario, seeds=2).winners)
