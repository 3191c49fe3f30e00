"""What is to be asked at each wave."""

from __future__ import annotations

from poverty_nodes.experiments.evaluation.report.questionnaire import questionnaire
from poverty_nodes.experiments.evaluation.study.study import Sample, Study
from poverty_nodes.scenarios.survey.fields import WORKER_FIELDS


def test_all_that_the_importer_reads_of_workers_is_asked_and_consumption_besides() -> None:
    table = questionnaire(Study(waves=(0, 12, 24)))
    asked = table[table["read_by_the_importer"] == "yes"]
    assert list(asked["field"]) == [each.name for each in WORKER_FIELDS]
    assert set(table[table["read_by_the_importer"] == "no"]["field"]) == {"consumption", "wave"}
    waves = table.set_index("field")["waves"]
    assert (waves["gender"], waves["pay"]) == ("0", "0 12 24")


def test_firms_are_asked_where_they_are_drawn_first() -> None:
    firms = questionnaire(Study(sample=Sample(unit="firm")))
    assert set(firms["who"]) == {"firm", "worker"}
