"""The way of a request from the command line to its first run: how many files a reader opens who follows it."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from poverty_nodes.experiments.answer import answer, first_time
from poverty_nodes.experiments.command import cli, execute
from poverty_nodes.experiments.runs.kinds_of_run.whole_run import run_one

MOST = 35
"""What stands today; it may become less and not more."""
ROOT = Path(cli.__file__).parents[2]
ROOMS = ("experiments", "scenarios")
REQUEST = ("compare", "seeds=1", "months=12", "scale=0.01", "workers=1", "compute=serial")


class Way:
    """The files whose functions are called, in their order, until the first run begins, which it stops."""

    def __init__(self) -> None:
        """Begin with none."""
        self.files: list[str] = []
        self.is_over = False

    def see(self, frame: FrameType, event: str, _: object) -> None:
        """Note the file of a function that is called; bodies of modules and classes are no calls."""
        code = frame.f_code
        if code is run_one.__code__:
            self.is_over = True
            raise KeyboardInterrupt
        if event != "call" or self.is_over or not code.co_flags & inspect.CO_NEWLOCALS:
            return
        path = Path(code.co_filename)
        if path.is_relative_to(ROOT) and path.relative_to(ROOT).parts[0] in ROOMS:
            name = path.relative_to(ROOT).as_posix()
            if name not in self.files:
                self.files.append(name)

    def follow(self, call: Callable[[], object]) -> None:
        """Follow a call through this thread and those that it starts."""
        threading.setprofile(self.see)
        sys.setprofile(self.see)
        try:
            call()
        finally:
            sys.setprofile(None)
            threading.setprofile(None)


def walked() -> list[str]:
    """The files on the way of the request; what is kept in memory from an earlier one would hide some."""
    way = Way()
    with pytest.MonkeyPatch.context() as patch:
        for module in (first_time, execute):
            patch.setattr(module, "compile_rules_once", lambda _: None)
        patch.setattr(answer, "prepare", lambda *_: None)  # the first of a cluster only
        way.follow(lambda: cli.main(REQUEST))
    assert way.is_over
    return way.files


def test_a_request_visits_few_files_before_its_first_run(tmp_path: Path) -> None:
    script = f"from {__name__} import walked; print(*walked())"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    files = done.stdout.splitlines()[-1].split()
    print(len(files), *files, sep="\n  ")
    assert len(files) <= MOST, files
