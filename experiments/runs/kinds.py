"""What can be run, by the name of its class: the only names that a store may ask for."""

from __future__ import annotations

KINDS = {
    "Scenario": ("experiments.runs.run_one", "run_one"),
    "Lean": ("experiments.runs.lean", "run_lean"),
    "Collected": ("experiments.runs.collected", "run_collected"),
    "Frozen": ("experiments.why.frozen_run", "run_frozen"),
    "Switched": ("experiments.why.switched_run", "run_switched"),
}
"""Module and name of the function that makes the run; all but the first hold a scenario and say what is kept of it."""
