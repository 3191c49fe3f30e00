"""The Python that the README and the page on batches show runs as it stands, from top to bottom."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```python\n(?P<code>.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.mark.slow
@pytest.mark.parametrize(("document", "least"), [("README.md", 2), ("docs/batches.md", 1)])
def test_the_python_of_a_document_runs(
    document: str, least: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    blocks = [block["code"] for block in BLOCK.finditer((ROOT / document).read_text())]
    assert len(blocks) >= least
    names: dict[str, object] = {}
    for code in blocks:
        exec(compile(code, document, "exec"), names)
