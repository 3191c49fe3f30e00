"""A claim is robust, shifted or fragile by what becomes of it where something is otherwise that should not matter."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.artefacts import audit as audit_module
from poverty_nodes.experiments.evidence.artefacts.artefact import Artefact, artefacts
from poverty_nodes.experiments.evidence.artefacts.audit import (
    Audited,
    audit,
    audit_table,
    audit_words,
    worst,
)
from poverty_nodes.experiments.evidence.artefacts.headline_claims import LOANS, STANDARDS, headline
from poverty_nodes.experiments.evidence.harness.ablation import Ablation
from poverty_nodes.experiments.evidence.harness.band import Band
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.pattern import Pattern, Statistic
from poverty_nodes.experiments.evidence.harness.verdict import Interval
from poverty_nodes.experiments.question.question_file import read_mapping
from poverty_nodes.model.lives import POPULATIONS

CONF = Path(__file__).resolve().parents[4] / "conf" / "policy"
ROWS = Artefact("order of rows", "rows stand elsewhere")


def audited(found: float, disturbed: float, ratio: Interval) -> Audited:
    statistic = Statistic("a rise", "it rises", Band(low=0.0), "a sign", np.zeros, null=0.0)
    sure = [Interval(each, each - 0.1, each + 0.1) for each in (found, disturbed)]
    return Audited("p99", statistic, ROWS, sure[0], sure[1], ratio)


def test_an_effect_that_is_shown_to_stay_is_robust() -> None:
    assert audited(1.0, 1.1, Interval(1.1, 0.9, 1.3)).verdict == "ROBUST"


def test_an_effect_that_moved_or_may_have_moved_is_shifted() -> None:
    assert audited(1.0, 2.0, Interval(2.0, 1.8, 2.2)).verdict == "SHIFTED"
    assert audited(1.0, 1.0, Interval(1.0, 0.1, 1.9)).verdict == "SHIFTED"


def test_a_claim_that_is_judged_otherwise_is_fragile() -> None:
    assert audited(1.0, -1.0, Interval(-1.0, -1.1, -0.9)).verdict == "FRAGILE"
    assert audited(1.0, 0.05, Interval(1.0, 0.9, 1.1)).verdict == "FRAGILE"


def test_the_worst_of_a_claim_is_told() -> None:
    both = [
        audited(1.0, 1.0, Interval(1.0, 0.9, 1.1)),
        audited(1.0, -1.0, Interval(-1.0, -1.1, -0.9)),
    ]
    assert worst(both) == {"p99": "FRAGILE"}
    assert "1 ROBUST, 0 SHIFTED, 1 FRAGILE. Claims that break at one: p99." in audit_words(both)
    assert audit_table(both)["verdict"].tolist() == ["ROBUST", "FRAGILE"]


def seen(laboratory: Laboratory) -> NDArray[np.float64]:
    """One a seed, and a little of what the laboratory is: its scale, its seeds and what is set in it."""
    told = laboratory.agents / 5000 + len(laboratory.settings)
    return 10.0 + told + np.array([seed % 2 for seed in laboratory.seeds])


def test_every_artefact_is_another_laboratory() -> None:
    usual = Laboratory(range(1, 5))
    asked = [each.within(usual) for each in artefacts()]
    terms = [(tuple(each.seeds), each.agents, each.settings) for each in asked]
    assert len(set(terms)) == len(terms) == 7
    assert (tuple(usual.seeds), usual.agents, usual.settings) not in terms
    assert tuple(asked[1].seeds) == tuple(seed + POPULATIONS for seed in usual.seeds)
    assert tuple(asked[-1].seeds) == (5, 6, 7, 8)


def test_claims_are_the_headline_s_and_those_of_patterns_that_are_reproduced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    claim = Pattern(
        "headline",
        "A made-up claim",
        "nowhere",
        (Statistic("a level", "ten", Band(low=0.0), "a sign", seen, null=0.0),),
        Ablation("nothing could"),
        "none",
        "C",
    )
    monkeypatch.setattr(audit_module, "headline", lambda: claim)
    lines = list(audit((), Laboratory(range(1, 5))))
    assert [each.artefact.name for each in lines] == [each.name for each in artefacts()]
    assert {each.verdict for each in lines} == {"ROBUST"}


def test_the_headline_s_package_is_that_of_the_default_question() -> None:
    for policy in (LOANS, STANDARDS):
        told = read_mapping(CONF / f"{policy.name}.yaml", policy.name)[policy.name]
        assert isinstance(told, dict)
        assert {name: getattr(policy, name) for name in told} == told
    assert all(len(each.values) == 2 for each in headline().rivals)
