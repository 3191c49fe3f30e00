"""The Python that the README shows runs as it stands, from top to bottom."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```python\n(?P<code>.*?)^```", re.MULTILINE | re.DOTALL)
NEEDS = {"model": "ClusterModel", "scenarios": "Scenario", "experiments": "compare"}
"""What the blocks take from the front door of each room."""


def is_there(room: str, name: str) -> bool:
    """Whether a room offers a name."""
    door = ROOT / room / "__init__.py"
    return door.exists() and name in door.read_text()


@pytest.mark.slow
@pytest.mark.skipif(
    not all(is_there(room, name) for room, name in NEEDS.items()),
    reason="the rooms do not offer yet what the README shows",
)
def test_the_python_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    blocks = [block["code"] for block in BLOCK.finditer((ROOT / "README.md").read_text())]
    assert len(blocks) >= 2
    names: dict[str, object] = {}
    for code in blocks:
        exec(compile(code, "README.md", "exec"), names)
