"""The figure of the measurements: cost of a worker-month by size of the town, a line a yardstick."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

LABELS = {
    "plain_mesa": "Mesa objects, shared part of the month",
    "ours_all_phases": "ours, all phases",
    "ours": "ours, shared part",
    "c": "C -O3, shared part",
}


def draw(rows: Sequence[dict[str, object]], folder: Path) -> Path:
    """bench.png in the folder: nanoseconds of CPU time an adult and month over the number of adults, both in logs."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    lines: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for row in rows:
        workers = float(str(row["workers"]))
        lines[str(row["yardstick"])].append((workers, 1e9 * float(str(row["seconds"])) / workers))
    figure, axes = plt.subplots(figsize=(7.0, 4.2), layout="constrained")
    for name, label in LABELS.items():
        if name in lines:
            axes.loglog(*zip(*sorted(lines[name]), strict=True), marker="o", label=label)
    axes.set_xlabel("adults in the town and its comparator")
    axes.set_ylabel("CPU time an adult and month, ns")
    axes.set_title("What a month costs", loc="left")
    axes.grid(True, which="major", alpha=0.3)
    axes.legend(frameon=False)
    path = folder / "bench.png"
    figure.savefig(path, dpi=150)
    plt.close(figure)
    return path
