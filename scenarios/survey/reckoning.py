"""Make all findings of a survey, from both of its files."""

from __future__ import annotations

from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.survey.derived import mark_derived
from poverty_nodes.scenarios.survey.findings import Findings
from poverty_nodes.scenarios.survey.firms_from_workers import find_firms_of_workers
from poverty_nodes.scenarios.survey.of_firms import find_firms
from poverty_nodes.scenarios.survey.of_workers import find_workers
from poverty_nodes.scenarios.survey.survey import Survey
from poverty_nodes.scenarios.survey.weights import Weights


def find(survey: Survey, weights: Weights, like: ClusterDescription) -> Findings:
    """Return every estimate that firms and workers give; firm sizes that nobody was asked come from `like`."""
    findings = Findings(survey)
    find_firms(findings, weights)
    find_workers(findings, weights)
    find_firms_of_workers(findings, weights, like)
    mark_derived(findings)
    return findings
