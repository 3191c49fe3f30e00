"""Keeps the results of a validation in docs/, where the pages and README read them.

python -m poverty_nodes.experiments.evidence.ledger.keep FOLDER, the folder that `validate` names, and then the pages.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd

from poverty_nodes.experiments.evidence.artefacts.audit import COLUMNS as ARTEFACTS
from poverty_nodes.experiments.evidence.harness.kept_table import COLUMNS, DOCS
from poverty_nodes.experiments.evidence.propositions.inertness import COLUMNS as INERTNESS

TRIALS = (
    *("trial", "effect", "published_low", "published_high", "value", "low", "high"),
    *("status", "weight", "leans_on"),
)
KEPT = {
    "ledger": ("evidence_before", COLUMNS),
    "paper": ("evidence_paper", COLUMNS),
    "trials": ("evidence_trials", TRIALS),
    "artefacts": ("evidence_artefacts", ARTEFACTS),
    "inertness": ("evidence_inertness", INERTNESS),
    "numbers": ("evidence_numbers", ("part", "number", "value", "seeds")),
}
"""Tables of the folder, each with the name under which it is kept and the columns that are."""


def keep(folder: Path, docs: Path = DOCS) -> list[str]:
    """Write what the folder has to four digits; returns the names. A part that was not run stays as it was kept."""
    written = []
    for name, (kept, columns) in KEPT.items():
        source = folder / f"{name}.csv"
        if source.is_file() and len(table := pd.read_csv(source)):
            run = table.dropna(subset=["trial"]) if name == "trials" else table
            run[list(columns)].to_csv(docs / f"{kept}.csv", index=False, float_format="%.4g")
            written.append(f"{kept}.csv")
    return written


if __name__ == "__main__":
    print("\n".join(keep(Path(sys.argv[1]))))
