"""The paper's propositions are asked of real clusters, and the page says what is asked."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.ledger.ledger import judge
from poverty_nodes.experiments.evidence.propositions.all_propositions import PROPOSITIONS
from poverty_nodes.experiments.evidence.propositions.inertness import OUTCOMES, moved_by
from poverty_nodes.experiments.evidence.propositions.page import paper
from poverty_nodes.model.parameters.all_parameters import PARAMETERS

PAGE = Path(__file__).resolve().parents[4] / "docs" / "paper.md"


def test_there_are_twelve_from_a_to_l() -> None:
    assert "".join(each.id for each in PROPOSITIONS) == "abcdefghijkl"
    for each in PROPOSITIONS:
        assert all(len(rival.values) == len(each.statistics) for rival in each.rivals)
        assert set(each.ablation.parameters) <= {parameter.name for parameter in PARAMETERS}


def test_the_page_is_that_of_the_registrations() -> None:
    again = "python -m poverty_nodes.experiments.evidence.propositions.page > docs/paper.md"
    assert PAGE.read_text(encoding="utf-8") == paper(), again


def test_where_the_model_says_nothing_it_says_so() -> None:
    (silent,) = (each for each in PROPOSITIONS if each.id == "i")
    entry = judge(silent, Laboratory(range(1, 4)))
    assert entry.status == "not testable"
    assert entry.note.startswith("The model says nothing")


@pytest.mark.slow
def test_what_a_mechanism_moves_can_be_measured() -> None:
    laboratory = Laboratory(range(1, 3), agents=600)
    rows = moved_by({"learning": 0.0}, "sialkot_surgical")(laboratory)
    assert rows.shape == (2, len(OUTCOMES))


@pytest.mark.slow
@pytest.mark.parametrize("identifier", [each for each in "abcdefghjkl"])
def test_every_statistic_can_be_measured(identifier: str) -> None:
    (proposition,) = (each for each in PROPOSITIONS if each.id == identifier)
    laboratory = Laboratory(range(1, 3), agents=600)
    found = np.array([each.measure(laboratory) for each in proposition.statistics])
    assert found.shape == (len(proposition.statistics), 2)
    assert np.isfinite(found).any()  # few firms are simulated: some have none of a kind left
