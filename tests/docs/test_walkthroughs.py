"""The walk-throughs of docs/architecture.md do what they say: their files are written to a folder and run."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from poverty_nodes.experiments.command.verb import Request
from poverty_nodes.scenarios.errors import QuestionError

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```\w+ file=(?P<name>\S+)\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL)
FILES = {
    block["name"]: block["text"]
    for block in BLOCK.finditer((ROOT / "docs/architecture.md").read_text(encoding="utf-8"))
}
PACKAGE = [name for name in FILES if not name.startswith("verbs/")]

USE = """
import json

from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.model.measures.catalogue import measures
from poverty_nodes.model.months import MONTHS
from poverty_nodes.model.policies import REGISTRY
from poverty_nodes.scenarios.base_month.population import enact
from tests.small_economy import rough_economy

question = ask(["policy=[eye_care]", "model=eye_care", "policy.eye_care.take_up=1"])
(policy,) = question.package
wearing = measures()["wearing_glasses"].of

def outcome(policies, month):
    state = rough_economy(scale=0.003)
    enact(state, policies)
    month().advance(state)
    at_work = (state.workers["employer"] >= 0) & (state.workers["place"] == 0)
    return {"labour": float(state.firms["labour"].sum()), "wearing": float(wearing(state)[at_work].mean()),
            "fit": float(state.workers["fit"].sum())}

Seeing = MONTHS["eye_care"]
print(json.dumps({"with": outcome((policy,), Seeing), "without": outcome((), Seeing),
                  "null": outcome((policy.model_copy(update={"gain": 0.0}),), Seeing)}))
"""


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """The package of the walk-through with what an installer writes beside it."""
    for name in PACKAGE:
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(FILES[name])
    offers = tomllib.loads(FILES["pyproject.toml"])["project"]["entry-points"]
    metadata = tmp_path / "eye_care-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: eye-care\nVersion: 1.0\n")
    lines = [
        line
        for group, points in offers.items()
        for line in (f"[{group}]", *(f"{name} = {value}" for name, value in points.items()))
    ]
    (metadata / "entry_points.txt").write_text("\n".join(lines) + "\n")
    return tmp_path


def python(code: str, site: Path) -> subprocess.CompletedProcess[str]:
    """Run code where the package is installed, as plain Python: a new field would compile all rules anew."""
    path = os.pathsep.join([str(site), str(ROOT)])
    surroundings = {**os.environ, "PYTHONPATH": path, "NUMBA_DISABLE_JIT": "1"}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, env=surroundings, cwd=site, capture_output=True, text=True)


def test_a_package_of_at_most_five_files_adds_a_policy_a_mark_a_rule_and_a_measure() -> None:
    assert len(PACKAGE) <= 5


@pytest.mark.slow
def test_the_policy_of_the_walk_through_acts_by_its_own_mark_and_rule(installed: Path) -> None:
    done = python(USE, installed)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["with"]["wearing"] > 0.9
    assert found["without"]["wearing"] == 0.0
    assert found["with"]["labour"] > 1.02 * found["without"]["labour"]
    assert found["with"]["fit"] == pytest.approx(found["without"]["fit"])
    assert found["null"] == found["without"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('Mark("workers", Field("glases",', "is no mark with the name 'glasses'"),
        ('Mark("firms", Field("glasses",', "which is no mark of workers"),
        ('Mark("desks", Field("glasses",', "which is no mark of workers"),
        ('Mask("workers", Field("glasses",', "cannot be loaded: NameError"),
    ],
)
def test_a_mark_that_cannot_be_used_is_told_and_harms_no_other_question(
    wrong: str, said: str, installed: Path
) -> None:
    file = installed / "eye_care/marks.py"
    file.write_text(file.read_text().replace('Mark("workers", Field("glasses",', wrong))
    code = (
        "from poverty_nodes.experiments.question.checked_question import ask\n"
        "ask(['policy=[micro_credit]'])\nask(['policy=[eye_care]'])"
    )
    done = python(code, installed)
    assert "QuestionError" in done.stderr
    assert said in done.stderr


def test_a_mark_with_the_name_of_a_field_is_left_out(installed: Path) -> None:
    for name in ("eye_care/marks.py", "eye_care-1.0.dist-info/entry_points.txt"):
        file = installed / name
        file.write_text(
            file.read_text().replace('"glasses"', '"fit"').replace("glasses =", "fit =")
        )
    code = (
        "from poverty_nodes.model.population.worker import WORKER\n"
        "from poverty_nodes.model.population.marks import LEFT_OUT\n"
        "print(LEFT_OUT['fit'], list(WORKER.names).count('fit'))"
    )
    assert python(code, installed).stdout == "the workers have a field of this name already 1\n"


def test_the_verb_of_the_walk_through_answers_and_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    exec(compile(FILES["verbs/seeds.py"], "seeds.py", "exec"), names)
    verb = names["VERB"]
    assert verb.execute(Request(settings=("seeds=5",))) == 0  # type: ignore[attr-defined]
    assert capsys.readouterr().out == "5 seeds from 1 on\n"
    with pytest.raises(QuestionError):
        verb.execute(Request(settings=("sedes=5",)))  # type: ignore[attr-defined]
