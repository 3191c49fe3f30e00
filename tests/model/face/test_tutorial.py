"""docs/mesa.md runs as it stands, line by line."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[3] / "docs" / "mesa.md"
BLOCK = re.compile(r"^```python(?P<script> script)?\n(?P<code>.*?)^```", re.MULTILINE | re.DOTALL)
ENVIRONMENT = dict(os.environ, PYTHONPATH=str(PAGE.parents[1]))


def blocks(script: bool) -> list[str]:
    """The Python of the page: what is typed in one go, or what has to stand in a file of its own."""
    text = PAGE.read_text(encoding="utf-8")
    return [each["code"] for each in BLOCK.finditer(text) if bool(each["script"]) == script]


def test_the_lines_of_the_tutorial_run_in_their_order() -> None:
    names: dict[str, object] = {"__name__": "tutorial"}
    typed = blocks(script=False)
    assert len(typed) >= 8
    for code in typed:
        for statement in ast.parse(code).body:
            try:
                exec(compile(ast.Module([statement], []), str(PAGE), "exec"), names)
            except Exception as error:
                pytest.fail(f"{ast.unparse(statement)}\n{type(error).__name__}: {error}")


@pytest.mark.slow
def test_the_batch_of_the_tutorial_runs_in_two_processes(
    tmp_path: Path,
) -> None:
    (code,) = blocks(script=True)
    assert "number_processes=2" in code
    printed = []
    for processes in ("2", "1"):
        file = tmp_path / f"batch_{processes}.py"
        file.write_text(code.replace("number_processes=2", f"number_processes={processes}"))
        done = subprocess.run(
            [sys.executable, file], env=ENVIRONMENT, cwd=tmp_path, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        printed.append(done.stdout)
    assert printed[0] == printed[1]
    assert printed[0].count("3,") >= 3
