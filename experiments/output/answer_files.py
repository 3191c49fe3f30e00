"""The files of an answer's folder: names of those that every verb writes, and what there is."""

from __future__ import annotations

from pathlib import Path

QUESTION = "question.yaml"
"""What was asked."""
OWN_CLUSTERS = "clusters"
"""The folder of clusters of one's own that travel with an answer."""
MANIFEST = "manifest.json"
"""What it was answered with."""
CRATE = "ro-crate-metadata.json"
"""All files with their hashes, and what made them."""
RUNS = "runs.csv"
"""The runs by the question's own names, each with the digits of its result."""


def listed(folder: Path) -> tuple[Path, ...]:
    """The folder first, then every file in it, in order of name."""
    return (folder, *sorted(path for path in folder.rglob("*") if path.is_file()))
