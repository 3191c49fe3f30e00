"""A cluster from findings: what the survey says is measured, the rest is taken from a like cluster and assumed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from scenarios.borrowing import borrowed, borrowed_facts, round_numbers, sum_to_one
from scenarios.catalogue import load_cluster
from scenarios.citing import uncited
from scenarios.cluster import ClusterDescription
from scenarios.coherence import incoherences
from scenarios.errors import Problem, QuestionError, from_pydantic
from scenarios.estimate import Estimate
from scenarios.reading import OPTIONAL, SECTIONS
from scenarios.second_reading import RECKONED
from scenarios.sources import project_sources, read_sources
from scenarios.stub import put
from scenarios.survey.findings import Findings, Found
from scenarios.survey.mapping import place
from scenarios.survey.of_firms import find_firms
from scenarios.survey.of_workers import find_workers
from scenarios.survey.survey import Survey
from scenarios.survey.weights import Weights, weigh
from scenarios.yaml_file import YamlFile

SOURCE = RECKONED
"""Key of the survey in the sources.bib of the cluster that is built."""
Tree = dict[str, Any]


@dataclass(frozen=True)
class Built:
    """The cluster, as plain values and as a description, with what it was made of."""

    sections: Mapping[str, Mapping[str, object]]
    cluster: ClusterDescription
    survey: Survey
    weights: Weights
    findings: Findings
    like: ClusterDescription


def build(survey: Survey, name: str) -> Built:
    """Make the cluster `name` of a survey; raises QuestionError with everything that is in the way."""
    problems: list[Problem] = []
    like = _like(survey, problems)
    weights, more = weigh(survey)
    problems += more
    if weights is None or like is None:
        raise QuestionError(problems)
    findings = Findings(survey)
    find_firms(findings, weights)
    find_workers(findings, weights)
    sections = _sections(survey, name, findings, like, problems)
    cluster = _described(sections, survey, problems)
    if problems or cluster is None:
        raise QuestionError(problems)
    return Built(sections, cluster, survey, weights, findings, like)


def _like(survey: Survey, problems: list[Problem]) -> ClusterDescription | None:
    where = place(survey.file, "like")
    try:
        return load_cluster(survey.map.like)
    except QuestionError as error:
        first = error.problems[0]
        problems.append(Problem(where, first.message, first.accepted, first.nearest, first.remedy))
        return None


def _sections(
    survey: Survey,
    name: str,
    findings: Findings,
    like: ClusterDescription,
    problems: list[Problem],
) -> dict[str, Tree]:
    sections: dict[str, Tree] = like.model_dump(mode="json")
    sections["cluster"] = {
        "id": name,
        **survey.map.about.model_dump(exclude={"setting", "joint_action"}),
    }
    sections["money"] = _money(survey, like, problems)
    for key, estimate in like.estimates():
        if key.startswith("money."):
            continue
        found = findings.found.get(key)
        year = survey.map.pay.year if key == "workers.regular_wage" else survey.map.about.base_year
        leaf = (
            _measured(found, estimate, year)
            if found
            else borrowed(estimate, like.cluster.title, findings.left_out.get(key, 0))
        )
        put(sections, key, leaf)
    _fit_to_place(sections, findings, like)
    sections["features"] = _facts(survey, like)
    sum_to_one(sections)
    for part in sections.values():
        round_numbers(part)
    return sections


def _facts(survey: Survey, like: ClusterDescription) -> Tree:
    """What no number tells: as the map says, else as the like cluster has it."""
    about = survey.map.about
    found = borrowed_facts(like.features, like.cluster.title, about.phase)
    for key, word in (("setting", about.setting), ("joint_action", about.joint_action)):
        if word is not None:
            found[key] |= {
                "value": word,
                "source": SOURCE,
                "note": "As those who made the map say.",
            }
    return found


def _money(survey: Survey, like: ClusterDescription, problems: list[Problem]) -> Tree:
    """The map's own section, else that of the like cluster, whose country then is the same."""
    own, pay = survey.map.money, survey.map.pay
    money = own or like.money
    where = place(survey.file, "money" if own else "pay.currency")
    if money.currency != pay.currency:
        message = f"pay is in {pay.currency}, prices and the national line in {money.currency}"
        remedy = (
            f"write a section money for {pay.currency} in map.yaml, as in a cluster's money.yaml"
        )
        problems.append(Problem(where, message, money.currency, remedy=remedy))
    elif pay.year not in {money.line_year, *money.price_index}:
        known = ", ".join(str(year) for year in sorted({money.line_year, *money.price_index}))
        message = f"money of {pay.year} cannot be carried to {money.line_year}"
        remedy = (
            f"add money.price_index.{pay.year} to map.yaml (consumer prices of 2021 over its own)"
        )
        problems.append(Problem(place(survey.file, "pay.year"), message, known, remedy=remedy))
    found: Tree = money.model_dump(mode="json")
    return found


def _measured(found: Found, like: Estimate, year: int) -> Tree:
    unit = (
        "local currency per month"
        if like.unit.startswith("local currency per month")
        else like.unit
    )
    return {
        "value": found.value,
        "low": found.low,
        "high": found.high,
        "unit": unit,
        "year": year,
        "kind": found.kind,
        "source": SOURCE,
        "where": f"{found.rows:,} rows; 95 % interval of the sampling design",
        "note": found.note,
    }


def _fit_to_place(sections: dict[str, Tree], findings: Findings, like: ClusterDescription) -> None:
    """Adjust what is borrowed where it would not fit what was found, and say so."""
    scale = findings.found["workers.total"].value / like.workers.total.value
    usual = {"size": like.households.size.value, "adults": like.households.adults.value}
    far = sections["places"]["dispersed"]["workers"]
    for key in ("value", "low", "high"):
        far[key] = max(far[key] * scale, 1.0 if key == "low" else 10.0)
    far["note"] += " In proportion to the workers of the place."
    homes = sections["households"]
    found = findings.found
    if ("households.size" in found) != ("households.adults" in found):
        known, other = ("size", "adults") if "households.size" in found else ("adults", "size")
        ratio = found[f"households.{known}"].value / usual[known]
        for key in ("value", "low", "high"):
            homes[other][key] = max(homes[other][key] * ratio, 1.0)
        homes[other]["note"] += f" In proportion to the {known} that was found."


def _described(
    sections: Mapping[str, Mapping[str, object]], survey: Survey, problems: list[Problem]
) -> ClusterDescription | None:
    """Check what was made as if it had been read from files."""
    parts: dict[str, BaseModel] = {}
    for section, model in (dict(SECTIONS) | dict(OPTIONAL)).items():
        try:
            parts[section] = model.model_validate(_as_yaml_gives(sections[section]))
        except ValidationError as error:
            problems += from_pydantic(error, f"{survey.file.name}: {section}", model)
    if problems:
        return None
    cluster = ClusterDescription.model_validate(parts)
    problems += incoherences(cluster, dict.fromkeys(SECTIONS, survey.file.name))
    problems += _unknown_sources(sections, survey)
    return cluster


def _as_yaml_gives(section: Mapping[str, object]) -> Mapping[str, object]:
    """Years are numbers in YAML and texts after a dump to JSON."""
    index = section.get("price_index")
    if not isinstance(index, Mapping):
        return section
    return {**section, "price_index": {int(year): each for year, each in index.items()}}


def _unknown_sources(sections: Mapping[str, Mapping[str, object]], survey: Survey) -> list[Problem]:
    beside = survey.folder / "sources.bib"
    known = dict(project_sources()) | (read_sources(beside) if beside.is_file() else {})
    file = YamlFile(survey.file.name, data={"money": sections["money"]})
    stand_in = {SOURCE: next(iter(known.values()))}
    return uncited(file, "money", known | stand_in)
