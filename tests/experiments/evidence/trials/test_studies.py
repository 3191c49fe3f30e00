"""What every study says of itself, and that all policies are accounted for."""

from __future__ import annotations

import pytest

from poverty_nodes.experiments.evidence.trials.studies import TRIALS
from poverty_nodes.experiments.evidence.trials.trial import Trial
from poverty_nodes.experiments.evidence.trials.untested import UNTESTED
from poverty_nodes.model.policies import BUILT_IN
from poverty_nodes.scenarios.sources.bibliography import project_sources


@pytest.mark.parametrize("trial", TRIALS, ids=lambda trial: trial.id)
def test_a_study_names_its_policy_its_source_and_what_its_effects_lean_on(trial: Trial) -> None:
    assert trial.policy in BUILT_IN
    assert {key.strip() for key in trial.source.split(";")} <= set(project_sources())
    assert trial.effects
    for effect in trial.effects:
        assert effect.leans_on
        assert effect.published.said
        assert effect.published.low < effect.published.high


def test_no_study_stands_twice() -> None:
    ids = [trial.id for trial in TRIALS]
    assert len(ids) == len(set(ids))


def test_every_policy_has_a_study_or_the_reason_why_there_is_none() -> None:
    spoken_of = {trial.policy for trial in TRIALS} | {each.policy for each in UNTESTED}
    assert set(BUILT_IN) - spoken_of == set()
