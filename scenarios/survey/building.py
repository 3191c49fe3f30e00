"""Build a cluster from findings: what the survey says is measured; the rest is assumed, as in a similar cluster."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.description.borrowing import (
    borrowed,
    borrowed_facts,
    round_numbers,
    sum_to_one,
)
from poverty_nodes.scenarios.description.cluster import ClusterDescription, Money
from poverty_nodes.scenarios.description.coherence import incoherences
from poverty_nodes.scenarios.description.estimate import Estimate
from poverty_nodes.scenarios.errors import Problem, QuestionError
from poverty_nodes.scenarios.files.new_cluster import put
from poverty_nodes.scenarios.files.reading import OPTIONAL, SECTIONS
from poverty_nodes.scenarios.files.second_reading import RECKONED
from poverty_nodes.scenarios.sources.bibliography import project_sources, read_sources, uncited
from poverty_nodes.scenarios.strict_yaml.schema_messages import from_pydantic
from poverty_nodes.scenarios.strict_yaml.yaml_file import YamlFile
from poverty_nodes.scenarios.survey.borrowed_pay import borrowed_pay
from poverty_nodes.scenarios.survey.doubts import doubts_of, doubts_of_pay
from poverty_nodes.scenarios.survey.findings import Findings, Found
from poverty_nodes.scenarios.survey.head_counts import too_few, too_many
from poverty_nodes.scenarios.survey.mapping import place
from poverty_nodes.scenarios.survey.money_of_map import money_of_map
from poverty_nodes.scenarios.survey.origins import from_columns
from poverty_nodes.scenarios.survey.reckoning import find
from poverty_nodes.scenarios.survey.survey import Survey
from poverty_nodes.scenarios.survey.weights import Weights, weigh

SOURCE = RECKONED
"""Key of the survey in the sources.bib of the cluster that is built."""
Tree = dict[str, Any]


@dataclass(frozen=True)
class Built:
    """The cluster as plain values and as a description, with what it was made from."""

    sections: Mapping[str, Mapping[str, object]]
    cluster: ClusterDescription
    survey: Survey
    weights: Weights
    findings: Findings
    like: ClusterDescription
    doubts: tuple[str, ...] = ()
    """What looks wrong in the data, and what hangs on it."""


def build(survey: Survey, name: str) -> Built:
    """Build the cluster `name` from a survey; raises QuestionError with all problems."""
    problems: list[Problem] = []
    like = _like(survey, problems)
    money = None
    if like is not None:
        money, more = money_of_map(survey.map, like, survey.file)
        problems += more
    problems += too_few(survey)
    weights, more = weigh(survey)
    problems += more if weights is None else too_many(survey, weights)
    if weights is None or like is None or money is None or problems:
        raise QuestionError(problems)
    findings = find(survey, weights, like)
    sections = _sections(survey, name, findings, like, money)
    faults: list[Problem] = []
    cluster = _described(sections, survey, faults)
    problems += [from_columns(each, survey, {*findings.found}) for each in faults]
    if problems or cluster is None:
        # A suspicious value may be the reason why the cluster is refused.
        where = "what looks wrong in the data"
        raise QuestionError(
            [*problems, *(Problem(where, each) for each in doubts_of(survey, findings, like))]
        )
    doubts = (*doubts_of(survey, findings, like), *doubts_of_pay(survey, cluster))
    return Built(sections, cluster, survey, weights, findings, like, doubts)


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
    money: Money,
) -> dict[str, Tree]:
    sections: dict[str, Tree] = like.model_dump(mode="json")
    sections["cluster"] = {
        "id": name,
        **survey.map.about.model_dump(exclude={"setting", "joint_action"}),
    }
    sections["money"] = money.model_dump(mode="json")
    for key, estimate in like.estimates():
        if key.startswith("money."):
            continue
        found = findings.found.get(key)
        year = survey.map.pay.year if key == "workers.regular_wage" else survey.map.about.base_year
        rows = findings.left_out.get(key, 0)
        if found:
            leaf = _measured(found, estimate, year)
        elif key == "workers.regular_wage":
            leaf = borrowed_pay(like, money, survey.map.pay.year, rows)
        else:
            leaf = borrowed(estimate, like.cluster.title, rows)
        put(sections, key, leaf)
    _fit_to_place(sections, findings, like)
    sections["features"] = _facts(survey, like)
    sum_to_one(sections)
    for part in sections.values():
        round_numbers(part)
    return sections


def _facts(survey: Survey, like: ClusterDescription) -> Tree:
    """Return the features of the place: those that the map states, else those of the similar cluster."""
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


def _measured(found: Found, like: Estimate, year: int) -> Tree:
    unit = (
        "local currency per month"
        if like.unit.startswith("local currency per month")
        else like.unit
    )
    return {
        "value": found.value,
        # A wide interval is cut at the limits of the quantity; a value outside of them is refused.
        "low": max(found.low, type(like).least),
        "high": min(found.high, type(like).most),
        "unit": unit,
        "year": year,
        "kind": found.kind,
        "source": SOURCE,
        "where": f"{found.rows:,} rows; 95 % interval of the sampling design",
        "note": found.note,
    }


def _fit_to_place(sections: dict[str, Tree], findings: Findings, like: ClusterDescription) -> None:
    """Adjust borrowed numbers that contradict the findings, and say so."""
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
    """Check the result as if it had been read from files."""
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
    """Make years numbers again, as YAML reads them; a dump to JSON makes them texts."""
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
