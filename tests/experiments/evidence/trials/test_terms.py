"""A policy is tried on the same terms in all its trials, unless a study says otherwise and the trial says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module

from poverty_nodes.experiments.evidence.trials.arms import Arms
from poverty_nodes.experiments.evidence.trials.studies import TRIALS

OF_THE_DESIGN = {"start", "end", "take_up", "target", "name"}
"""Whom a study treated, and when."""


def terms() -> Iterator[tuple[str, str, str, object]]:
    """Trial, policy, term and value of all that is tried."""
    for trial in TRIALS:
        module = import_module(f"poverty_nodes.experiments.evidence.trials.studies.{trial.id}")
        for arms in (each for each in vars(module).values() if isinstance(each, Arms)):
            for policy in (*arms.policies, *arms.base):
                for term, value in policy.model_dump().items():
                    if term not in OF_THE_DESIGN:
                        yield trial.id, policy.name, term, value


def test_terms_that_differ_between_trials_of_a_policy_are_told() -> None:
    by_term = defaultdict(set)
    for trial, policy, term, value in terms():
        by_term[policy, term].add((trial, value))
    told = {
        (trial.id, each.policy, each.term, each.value) for trial in TRIALS for each in trial.terms
    }
    differ = {
        key: found for key, found in by_term.items() if len({value for _, value in found}) > 1
    }
    assert differ
    for (policy, term), found in differ.items():
        left = {value for trial, value in found if (trial, policy, term, value) not in told}
        assert len(left) <= 1, (policy, term, found)


def test_what_is_told_to_differ_is_so() -> None:
    tried = set(terms())
    for trial in TRIALS:
        for each in trial.terms:
            if "parameter" not in each.term:
                assert (trial.id, each.policy, each.term, each.value) in tried
