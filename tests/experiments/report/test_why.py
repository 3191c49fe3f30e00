"""The section of why: drawn and said only when it was asked."""

from __future__ import annotations

import pytest

from poverty_nodes.experiments import compare
from poverty_nodes.experiments.report import Background, why_words
from poverty_nodes.experiments.report.figures import draw_all
from poverty_nodes.experiments.report.page import render
from poverty_nodes.model.policies import LabourStandards, MicroCredit
from poverty_nodes.scenarios import Scenario, load_cluster


@pytest.fixture(scope="module")
def explained():
    loans = MicroCredit(amount=500.0, rate=0.02, months=12, start=1)
    standards = LabourStandards(wage_floor=1.2, home_workers=True, start=1)
    cluster = load_cluster("sialkot_surgical")
    scenario = Scenario(cluster, (loans, standards), months=4, scale=0.02, window=2)
    return compare(scenario, seeds=2, workers=1, why=["components", "channels"])


def test_components_and_channels_are_drawn_and_said_on_the_page(explained):
    drawings = draw_all(explained)
    assert {"components", "components_by_group", "channels"} <= set(drawings)
    background = Background.of(load_cluster("sialkot_surgical"), version="1", command="x")
    page = render(explained, background, drawings)
    assert 'id="why"' in page
    assert "Which policy does it" in page
    assert "By which way it reaches people" in page


def test_each_component_is_named_with_its_share(explained):
    said = why_words.components(explained)
    assert "micro-credit" in said
    assert "labour standards" in said


def test_each_group_is_told_its_whole_change(explained):
    assert "All persons" in why_words.channels(explained)
