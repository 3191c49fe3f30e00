"""A store never gives the runs of other code back: a policy of one's own that changed is run anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from poverty_nodes.experiments.runs.batch import Runs
from poverty_nodes.experiments.runs.kinds_of_run.lean_run import Lean, run_lean
from poverty_nodes.experiments.runs.kinds_of_run.whole_run import run_one
from poverty_nodes.experiments.runs.runner import execute
from poverty_nodes.model.policies import CashTransfer
from poverty_nodes.scenarios import Scenario, load_cluster

CLUSTER = load_cluster("sialkot_surgical")


def times(k: float) -> Scenario:
    """A scenario with a cash transfer that pays `k` times its amount."""

    class Times(CashTransfer):
        def benefit(self, tables, rows):  # type: ignore[no-untyped-def]
            return k * self.amount

    policy = Times(amount=5.0, start=1, unit_cost=0.0)
    return Scenario(CLUSTER, (policy,), months=1, scale=0.01)


def spent(runs: Runs, label: str) -> float:
    return sum(float(each["spent"]) for each in runs.result(label, 1).programme)


def test_a_policy_that_pays_k_times_is_run_anew_when_k_changes(tmp_path: Path) -> None:
    threefold = spent(execute({"k": times(3.0)}, [1], tmp_path, run_one), "k")
    once = execute({"k": times(1.0)}, [1], tmp_path, run_one)
    assert (once.computed, once.reused) == (1, 0)
    assert spent(once, "k") == pytest.approx(threefold / 3)
    again = execute({"k": times(3.0)}, [1], tmp_path, run_one)
    assert (again.computed, again.reused, spent(again, "k")) == (0, 1, threefold)


def test_two_classes_of_one_name_in_a_question_are_two_runs() -> None:
    leans = {f"{k}": Lean(times(k)) for k in (1.0, 3.0)}
    runs = execute(leans, [1], None, run_lean)
    assert runs.computed == 2
    assert spent(runs, "3.0") == pytest.approx(3 * spent(runs, "1.0"))
