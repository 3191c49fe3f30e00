"""map.yaml: which column holds which answer, what its codes mean, in which money, and which totals are known."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from scenarios.errors import Problem, from_pydantic, nearest_name
from scenarios.facts import JointAction, Phase, Setting
from scenarios.groups import Part
from scenarios.sections import Money, Text
from scenarios.survey.fields import FIELDS
from scenarios.yaml_file import YamlFile, read_yaml

Code = str | int | float | bool


class About(Part):
    """What the survey is of; becomes cluster.yaml."""

    title: Text
    country: Text
    trade: Text
    base_year: int = Field(ge=1950, le=2100)
    phase: Phase
    summary: Text
    setting: Setting | None = None
    joint_action: JointAction | None = None


class SourceOfSurvey(Part):
    """Where the data are from; becomes the entry `survey` of the cluster's own sources.bib."""

    title: Text
    author: Text
    year: int = Field(ge=1900, le=2100)
    address: Text = Field(description="who holds the data, or where they can be had")


class Pay(Part):
    """Unit of the column `pay`, and of all money in the files."""

    currency: str = Field(pattern=r"^[A-Z]{3}$", description="three capital letters (ISO 4217)")
    year: int = Field(ge=1950, le=2100, description="year of the prices")
    per: Literal["month", "week", "day"] = "month"
    working_days: float = Field(default=26.0, gt=0, le=31, description="paid days in a month")

    @property
    def to_month(self) -> float:
        """By what a pay is multiplied to be a month's."""
        return {"month": 1.0, "week": 52.0 / 12.0, "day": self.working_days}[self.per]


class Columns(Part):
    """One file: the column of each answer, what its codes mean, which columns are in per cent."""

    columns: dict[str, str]
    categories: dict[str, dict[Code, Code]] = Field(default_factory=dict)
    percent: tuple[str, ...] = Field(default=(), strict=False)


class Totals(Part):
    """Known totals that weights are raked to, by answer and category."""

    firms: dict[str, dict[Code, float]] = Field(default_factory=dict)
    workers: dict[str, dict[Code, float]] = Field(default_factory=dict)


class SurveyMap(Part):
    """The whole of map.yaml."""

    about: About
    source: SourceOfSurvey
    pay: Pay
    firms: Columns
    workers: Columns
    like: str = Field(description="a cluster that gives what the survey does not say")
    money: Money | None = None
    totals: Totals = Field(default_factory=Totals)
    separator: str = Field(default=",", min_length=1, max_length=1)
    missing: tuple[Code, ...] = Field(default=("", "NA"), strict=False)
    thin: int = Field(default=30, ge=2, le=1000, description="rows below which a cell is thin")
    fewest: int = Field(default=10, ge=2, le=1000, description="rows below which it is not used")


def read_map(path: Path) -> tuple[SurveyMap | None, YamlFile, list[Problem]]:
    """Return the mapping, the file as read (for lines), and everything that is wrong with it."""
    file = read_yaml(path, path.name)
    if file.problems:
        return None, file, file.problems
    try:
        found = SurveyMap.model_validate(file.data)
    except ValidationError as error:
        return None, file, from_pydantic(error, file.name, SurveyMap, file.lines)
    return (
        found,
        file,
        [*_fields(found, file), *_category_names(found, file), *_margins(found, file)],
    )


def place(file: YamlFile, key: str) -> str:
    """Return where a key stands, with its line when it is known."""
    line = file.lines.get(key)
    return f"{file.name}: {key}" + (f" (line {line})" if line else "")


def plain(code: object) -> str:
    """A code as text: YAML reads yes and no as truth, and a spreadsheet writes 1 as 1.0.

    >>> plain(True), plain(2), plain("2.0"), plain(" Yes ")
    ('yes', '2', '2', 'yes')
    """
    if isinstance(code, bool):
        return "yes" if code else "no"
    text = str(code).strip().casefold()
    return text[:-2] if text.endswith(".0") and text[:-2].lstrip("-").isdigit() else text


def _fields(found: SurveyMap, file: YamlFile) -> list[Problem]:
    problems = []
    for sheet, fields in FIELDS.items():
        known = tuple(field.name for field in fields)
        part: Columns = getattr(found, sheet)
        named = [("columns", each) for each in part.columns]
        named += [("categories", each) for each in part.categories]
        named += [("percent", each) for each in part.percent]
        for key, name in named:
            if name not in known:
                where = place(
                    file, f"{sheet}.{key}.{name}" if key != "percent" else f"{sheet}.percent"
                )
                message = f"'{name}' is nothing that is asked of {sheet}"
                nearest = nearest_name(name, known)
                problems.append(Problem(where, message, ", ".join(known), nearest))
        for field in fields:
            if field.needed and field.name not in part.columns:
                where = place(file, f"{sheet}.columns")
                message = f"no column is named for '{field.name}'"
                problems.append(Problem(where, message, f"{field.name}: COLUMN ({field.meaning})"))
    return problems


def _category_names(found: SurveyMap, file: YamlFile) -> list[Problem]:
    problems = []
    for sheet, fields in FIELDS.items():
        part: Columns = getattr(found, sheet)
        for field in fields:
            for code, category in part.categories.get(field.name, {}).items():
                if field.categories and plain(category) not in field.categories:
                    where = place(file, f"{sheet}.categories.{field.name}.{code}")
                    accepted = ", ".join(field.categories)
                    nearest = nearest_name(plain(category), field.categories)
                    message = f"'{category}' is no category of {field.name}"
                    problems.append(Problem(where, message, accepted, nearest))
    return problems


def _margins(found: SurveyMap, file: YamlFile) -> list[Problem]:
    """Totals must be of categories that the model knows and that a column is mapped to."""
    problems = []
    for sheet, fields in FIELDS.items():
        by_name = {field.name: field for field in fields if field.categories}
        if sheet == "workers":
            by_name["tier"] = next(each for each in FIELDS["firms"] if each.name == "tier")
        margins: dict[str, dict[Code, float]] = getattr(found.totals, sheet)
        for name, cells in margins.items():
            where = place(file, f"totals.{sheet}.{name}")
            mapped = name in getattr(found, sheet).columns or (
                sheet == "workers" and name == "tier"
            )
            if name not in by_name or not mapped:
                accepted = ", ".join(each for each in by_name)
                message = "is no answer in categories that a column is mapped to"
                nearest = nearest_name(name, by_name)
                problems.append(Problem(where, message, accepted, nearest))
                continue
            names = by_name[name].categories
            for code, total in cells.items():
                at = place(file, f"totals.{sheet}.{name}.{code}")
                if plain(code) not in names:
                    nearest = nearest_name(plain(code), names)
                    message = f"'{code}' is no category of {name}"
                    problems.append(Problem(at, message, ", ".join(names), nearest))
                if not 0 <= total < 1e9:
                    problems.append(Problem(at, f"{total:g} is no total", "0 to 1,000,000,000"))
    return problems
