import pytest

from poverty_nodes.experiments.report import Background
from poverty_nodes.model.parameters.all_parameters import PARAMETERS
from poverty_nodes.scenarios.catalogue import load_cluster


@pytest.fixture(scope="module")
def cluster():
    return load_cluster("sialkot_surgical")


def test_all_assumed_numbers_of_the_cluster_are_listed_and_no_others(cluster):
    background = Background.of(cluster, "1.0", "poverty-nodes")
    kinds = [estimate.kind for _, estimate in cluster.estimates()]
    assert len(background.inputs) == kinds.count("assumed")
    assert background.numbers == len(kinds)
    assert sum(background.provenance.values()) == pytest.approx(1)
    assert all(each.low < each.high for each in background.inputs)


def test_numbers_of_the_rules_that_the_question_changes_are_marked(cluster):
    background = Background.of(cluster, "1.0", "x", changed={"depreciation": 0.02})
    [found] = [each for each in background.behaviour if each.value == 0.02 and "(set" in each.note]
    assert found.name == next(each.meaning for each in PARAMETERS if each.name == "depreciation")
    assert found.note.endswith("(set by the question)")


def test_targets_are_read_from_the_base_report(cluster):
    rows = [
        {"name": "workers", "target": 50000, "came_out": 49000.5, "unit": "persons", "note": ""}
    ]
    [target] = Background.of(cluster, "1.0", "x", base_report=rows).targets
    assert (target.name, target.target, target.came_out) == ("workers", 50000, 49000.5)
