"""Make the fake runs of the run store's own tests importable by name, here and in drivers."""

from __future__ import annotations

import sys
from pathlib import Path

FAKES = Path(__file__).parents[2] / "experiments" / "runs"
sys.path.insert(0, str(FAKES))
sys.path.insert(0, str(Path(__file__).parent))
