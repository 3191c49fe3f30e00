"""All that a survey finds, from both of its files."""

from __future__ import annotations

from scenarios.survey.findings import Findings
from scenarios.survey.of_firms import find_firms
from scenarios.survey.of_workers import find_workers
from scenarios.survey.survey import Survey
from scenarios.survey.weights import Weights


def find(survey: Survey, weights: Weights) -> Findings:
    """Return every estimate that firms and workers give."""
    findings = Findings(survey)
    find_firms(findings, weights)
    find_workers(findings, weights)
    return findings
