"""Names of the files that every answer's folder has, whichever verb writes it."""

from __future__ import annotations

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
