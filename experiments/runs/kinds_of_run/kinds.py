"""What can be run, by the name of its class: the only names that a store may ask for."""

from __future__ import annotations

KINDS = {
    "Scenario": ("poverty_nodes.experiments.runs.kinds_of_run.whole_run", "run_one"),
    "Lean": ("poverty_nodes.experiments.runs.kinds_of_run.lean_run", "run_lean"),
    "Collected": ("poverty_nodes.experiments.runs.kinds_of_run.collected_run", "run_collected"),
    "Panelled": ("poverty_nodes.experiments.evaluation.panel.panel_run", "run_panel"),
    "Frozen": ("poverty_nodes.experiments.attribution.base_groups_run", "run_frozen"),
    "Switched": ("poverty_nodes.experiments.attribution.switched_run", "run_switched"),
    "Lived": ("poverty_nodes.experiments.capabilities.kept_run", "run_lived"),
}
"""Module and name of the function that makes the run; all but the first hold a scenario and say what is kept of it."""

MEASURED = {
    "Measurement": "poverty_nodes.experiments.evidence.ledger.measured_run",
}
"""What is read off runs and kept beside them: the module that makes a recipe of it, builds it, runs it and says it in
words. Its fingerprint covers the code of the measure, which is not among that of every run."""
