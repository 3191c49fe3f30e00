"""What is made the first time only: the compiled rules of an installation and the base month of a cluster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from poverty_nodes.experiments.runs.progress import Progress

if TYPE_CHECKING:
    from poverty_nodes.scenarios.scenario import Scenario


def compile_rules_once(progress: Progress) -> None:
    """Compile the rules if this installation has not yet, with a line that says how far it is."""
    from poverty_nodes.model.compiling.folder import cache_folder, is_compiled, where_instead

    if cache_folder() is None or not is_compiled():
        progress.note(where_instead())
    if is_compiled():
        return
    from poverty_nodes.experiments.runs.executors.executors import available_cores
    from poverty_nodes.model.compiling.side_by_side import (
        compile_rules,
        others_compile,
        wait_for_others,
    )

    if others_compile():
        with progress.stage("waiting for another command, which is compiling the rules"):
            wait_for_others()
        if is_compiled():
            return
    with progress.parts("compiling the rules (once an installation)") as told:
        compile_rules(told, available_cores())


def prepare(scenario: Scenario, progress: Progress) -> None:
    """Compile the rules and solve the base month, saying so when it is the first time."""
    from poverty_nodes.scenarios.base_month.calibration_cache import is_solved

    compile_rules_once(progress)
    if not is_solved(scenario.cluster, scenario.parameters, scenario.scale):
        with progress.parts("solving the base month of this cluster (first time only)") as told:
            scenario.calibration(told)
