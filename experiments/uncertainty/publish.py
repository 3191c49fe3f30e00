"""What every design leaves besides its own tables and its record: its folder's name, and failed runs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.runs.failure import FailedRun, write_failures


def folder_of(question: Question, verb: str, decided: Sequence[object]) -> Path:
    """<output>/<verb>/<name>-<digits of all that decides the answer>."""
    digest = hashlib.sha256(json.dumps(decided, default=str).encode()).hexdigest()[:10]
    name = question.name or question.as_filed.cluster.id
    return Path(question.output) / verb / f"{name}-{digest}"


def write_failed(folder: Path, failures: Sequence[FailedRun]) -> None:
    """failures.csv, the header alone if none failed."""
    write_failures(folder / "failures.csv", failures)
