"""A wheel, built from a source distribution and installed where the checkout is out of sight, answers every verb."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from poverty_nodes.experiments.command import verbs
from poverty_nodes.experiments.record.provenance import BIBLIOGRAPHY, ROOMS, ROOT, sources_version

TINY = ("months=2", "seeds=2", "scale=0.01", "policy=[micro_credit]", "policy.micro_credit.start=1")
BUILD = "from setuptools import build_meta; print(build_meta.build_{}({!r}))"
Run = Callable[..., str]


def tracked(*rooms: str) -> list[str]:
    """What git has, or would add, below some rooms; all files by default."""
    command = [
        "git",
        "-C",
        str(ROOT),
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
        *rooms,
    ]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return [name for name in listed if (ROOT / name).is_file()]


def build(kind: str, source: Path, target: Path) -> Path:
    """Build a `wheel` or an `sdist` of a source tree, as pip does without isolation."""
    command = [sys.executable, "-W", "ignore", "-c", BUILD.format(kind, str(target))]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return target / done.stdout.splitlines()[-1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel that was built from the source distribution of what git has here."""
    home = tmp_path_factory.mktemp("built")
    for name in tracked():
        path = home / "checkout" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((ROOT / name).read_bytes())
    archive = build("sdist", home / "checkout", home)
    with tarfile.open(archive) as file:
        file.extractall(home / "unpacked", filter="data")
    (unpacked,) = (home / "unpacked").iterdir()
    return build("wheel", unpacked, home)


@pytest.fixture(scope="module")
def run(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs a program of an environment that has the wheel, in a folder of its own; returns what it prints."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home / "venv", with_pip=False)
    python, folder = home / "venv" / "bin" / "python", home / "elsewhere"
    folder.mkdir()
    install = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "-q",
        "--no-deps",
        "--no-index",
    ]
    subprocess.run([*install, str(wheel)], check=True)
    (own,) = (home / "venv" / "lib").glob("python*/site-packages")
    # A path in a .pth file brings the libraries of this environment, and not what its own .pth files bring.
    (own / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment |= {
        "POVERTY_NODES_CACHE": str(home / "cache"),
        "HOME": str(home),
        "MPLBACKEND": "Agg",
    }

    def ran(program: str, *words: str) -> str:
        command = [str(home / "venv" / "bin" / program), *words]
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
        return done.stdout

    return ran


@pytest.mark.slow
def test_every_file_of_the_rooms_and_the_bibliography_is_in_the_wheel(wheel: Path) -> None:
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    own = [f"poverty_nodes/{name}" for name in tracked(*ROOMS)]
    assert names == {
        *own,
        "poverty_nodes/__init__.py",
        f"poverty_nodes/scenarios/{BIBLIOGRAPHY}",
    }


@pytest.mark.slow
def test_the_checkout_is_out_of_sight_and_the_sources_are_the_same(run: Run) -> None:
    said = run(
        "python", "-c",
        "import json, sys, poverty_nodes.model.month as month;"
        "from poverty_nodes.experiments.record.provenance import provenance;"
        "print(json.dumps([month.__file__, sys.path, provenance()]))",
    )  # fmt: skip
    file, path, provenance = json.loads(said)
    assert not [
        each
        for each in (file, *path)
        if Path(each).is_relative_to(ROOT) and "site-packages" not in each
    ]
    assert (provenance["commit"], provenance["modified"]) == (None, None)
    assert provenance["version"] != "unreleased"
    stray = set(_files_of_rooms()) - set(tracked(*ROOMS))
    assert stray or provenance["sources"] == sources_version()


def _files_of_rooms() -> list[str]:
    found = (path for room in ROOMS for path in (ROOT / room).rglob("*") if path.is_file())
    return [path.relative_to(ROOT).as_posix() for path in found if "__pycache__" not in path.parts]


@pytest.mark.slow
def test_every_verb_answers_from_what_is_installed(run: Run) -> None:
    survey = ROOT / "scenarios" / "samples" / "town"  # a survey is the user's own: it lies anywhere
    asked: dict[str, tuple[tuple[str, ...], ...]] = {
        "compare": ((*TINY, "name=it"),),
        "run": ((*TINY, "shock=[flood]"),),
        "check": (TINY,),
        "sweep": ((*TINY, "policy.micro_credit.take_up=[0.1,0.9]"),),
        "sensitivity": (
            (*TINY[:1], *TINY[2:], "method=morris", "n=4", "vary=[workers.casual_ratio]", "outcomes=[P0]"),
        ),
        "evaluate": (
            ("policy=[cash_transfer]", "policy.cash_transfer.start=1", "study.waves=[0,3]", "study.sample.size=20",
             "study.sample.comparator=10", "study.surveys=2", "seeds=4", "scale=0.02"),
        ),
        "identify": (("clusters=[torreon_jeans,palar_leather]", "draws=10"),),
        "validate": (("patterns=[p12]", "seeds=3"),),
        "list": (("clusters",), ("policies",), ("experiments",), ("chains",)),
        "new": (
            ("cluster", "my_town", "like=torreon_jeans"),
            ("cluster", "my_city", f"from=[{survey}/workers.csv,{survey}/firms.csv]", f"map={survey}/map.yaml"),
            ("policy", "my_voucher"),
        ),
        "store": ((),),
        "report": (("FOLDER",),),
    }  # fmt: skip
    assert set(asked) == set(verbs.NAMES)
    for verb, ways in asked.items():
        for words in ways:
            said = run(
                "poverty-nodes",
                verb,
                *(_answered(run) if word == "FOLDER" else word for word in words),
            )
            assert said.strip(), verb


def _answered(run: Run) -> str:
    """The folder of the comparison that was asked first."""
    return run(
        "python", "-c", "from pathlib import Path; print(*Path('outputs/compare').glob('it-*'))"
    ).strip()
