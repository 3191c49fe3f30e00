"""What can be run, by the name of its class: the only names that a store may ask for."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of run: module and name of the function that makes it, and what of it is kept, in words."""

    module: str
    function: str
    kept: str


KINDS = {
    "Scenario": Kind(
        "poverty_nodes.experiments.runs.kinds_of_run.whole_run", "run_one", "everything"
    ),
    "Lean": Kind(
        "poverty_nodes.experiments.runs.kinds_of_run.lean_run", "run_lean", "groups by month"
    ),
    "Collected": Kind(
        "poverty_nodes.experiments.runs.kinds_of_run.collected_run",
        "run_collected",
        "Mesa's figures",
    ),
    "Panelled": Kind(
        "poverty_nodes.experiments.evaluation.panel.panel_run",
        "run_panel",
        "persons in the waves of a study",
    ),
    "Frozen": Kind(
        "poverty_nodes.experiments.attribution.base_groups_run", "run_frozen", "change by component"
    ),
    "Switched": Kind(
        "poverty_nodes.experiments.attribution.switched_run", "run_switched", "change by channel"
    ),
    "BaseMonth": Kind(
        "poverty_nodes.experiments.runs.kinds_of_run.base_month_run",
        "run_base_month",
        "figures of the base month",
    ),
    "Lived": Kind("poverty_nodes.experiments.capabilities.kept_run", "run_lived", "deprivations"),
}
"""All but the first hold a scenario and say what is kept of it."""

MEASURED = {
    "Measurement": "poverty_nodes.experiments.evidence.ledger.measured_run",
}
"""What is read off runs and kept beside them: the module that makes a recipe of it, builds it, runs it and says it in
words. Its fingerprint covers the code of the measure, which is not among that of every run."""
