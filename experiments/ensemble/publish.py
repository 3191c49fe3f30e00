"""What every design leaves besides its own tables: the manifest, failed runs, pictures and the page."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from experiments.background import LIBRARIES, code_version, commit, own_version
from experiments.report.figures.sheet import Drawing
from experiments.runs.failure import FailedRun, write_failures


def write_drawings(drawings: Sequence[Drawing], folder: Path) -> None:
    """Each picture as SVG and as PNG below figures/."""
    (folder / "figures").mkdir(exist_ok=True)
    for each in drawings:
        (folder / "figures" / f"{each.name}.svg").write_bytes(each.svg)
        (folder / "figures" / f"{each.name}.png").write_bytes(each.png)


def write_failed(folder: Path, failures: Sequence[FailedRun]) -> None:
    """failures.csv, the header alone if none failed."""
    write_failures(folder / "failures.csv", failures)


def write_manifest(
    folder: Path,
    question: Mapping[str, object],
    asked: int,
    failed: int,
    more: Mapping[str, object],
) -> None:
    """Versions, question and counts: enough to make the same numbers again."""
    content = {
        "version": own_version(),
        "code": code_version(),
        "commit": commit(),
        "python": platform.python_version(),
        "libraries": {name: version(name) for name in LIBRARIES},
        "question": question,
        "runs": {"asked": asked, "failed": failed},
        **more,
    }
    text = json.dumps(content, indent=2, ensure_ascii=False, default=str)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")


def listed(folder: Path) -> tuple[Path, ...]:
    """The folder first, then every file in it."""
    return (folder, *sorted(path for path in folder.rglob("*") if path.is_file()))
