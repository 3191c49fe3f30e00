"""Values over seeds that experiments came to, kept line by line: a stopped validation goes on where it was."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from experiments.runs.key import model_version

_ROOT = Path(__file__).parents[3]
_EXPERIMENTS = ("experiments/evidence/harness", "experiments/evidence/trials")
_DATA = ("scenarios", "conf")


@lru_cache(maxsize=1)
def evidence_version() -> str:
    """Sixty-four hexadecimal digits that change with the model, the experiments, or a description of the catalogue."""
    digest = hashlib.sha256(model_version().encode())
    code = [each for room in _EXPERIMENTS for each in (_ROOT / room).rglob("*.py")]
    data = [each for room in _DATA for each in (_ROOT / room).rglob("*.yaml")]
    for path in sorted([*code, *data]):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(_ROOT).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


@dataclass
class Kept:
    """What was found before under the same code, by name; without a `file` nothing is kept.

    A line of the file is one finding; lines that were cut short by a full disk or a killed process are passed over.
    """

    file: Path | None = None
    found: dict[str, list[float]] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path) -> Kept:
        """Those of a folder that were found under the code as it is now."""
        file = folder / f"kept-{evidence_version()[:12]}.jsonl"
        found: dict[str, list[float]] = {}
        if file.is_file():
            for line in file.read_text(encoding="utf-8").splitlines():
                try:
                    record = json.loads(line)
                    found[record["name"]] = [float(each) for each in record["values"]]
                except (ValueError, KeyError, TypeError):
                    continue
        return cls(file, found)

    def values(self, name: str, measure: Callable[[], NDArray[np.float64]]) -> NDArray[np.float64]:
        """The values of that name: those kept, else measured now and kept. An unwritable file keeps nothing."""
        if name in self.found:
            return np.array(self.found[name], dtype=np.float64)
        values = np.asarray(measure(), dtype=np.float64)
        if self.file is None:
            return values
        self.found[name] = values.tolist()
        # The break before it keeps a line whole that follows one which was cut short.
        line = "\n" + json.dumps({"name": name, "values": values.tolist()}) + "\n"
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with self.file.open("a", encoding="utf-8") as lines:
                lines.write(line)
        except OSError:
            self.file = None  # the ledger itself is still printed
        return values
