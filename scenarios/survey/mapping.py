"""The contents of map.yaml: which column holds which answer, what its codes mean, the currency, and known totals."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from poverty_nodes.scenarios.description.cluster import Text
from poverty_nodes.scenarios.description.facts import JointAction, Phase, Setting
from poverty_nodes.scenarios.description.groups import Part
from poverty_nodes.scenarios.strict_yaml.yaml_file import YamlFile

Code = str | int | float | bool


class About(Part):
    """The place and trade that the survey covers; becomes cluster.yaml."""

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
        """Return the factor that turns a pay into a month's pay."""
        return {"month": 1.0, "week": 52.0 / 12.0, "day": self.working_days}[self.per]


class Rule(Part):
    """A category, and the conditions under which a row is in it; a rule without `when` applies to all other rows."""

    means: Code
    when: dict[str, Code | list[Code]] = Field(
        default_factory=dict,
        description="column of the file: a code, codes, or a bound such as '>= 5'",
    )


class Columns(Part):
    """One file: the column of each answer, what its codes mean, which columns are in per cent."""

    columns: dict[str, str | list[str]] = Field(
        description="answer: its column, or the columns that make up an id"
    )
    only: dict[str, Code | list[Code]] = Field(
        default_factory=dict, description="rows that are read: column: its code, codes, or bound"
    )
    categories: dict[str, dict[Code, Code]] = Field(default_factory=dict)
    percent: tuple[str, ...] = Field(default=(), strict=False)
    missing: dict[str, list[Code]] = Field(
        default_factory=dict, description="answer: codes of no answer in its column alone"
    )
    bands: dict[str, dict[Code, list[float]]] = Field(
        default_factory=dict,
        description="answer: its codes, each with the lowest and highest number",
    )
    derive: dict[str, list[Rule]] = Field(
        default_factory=dict,
        description="answer: rules that make it of other columns, the first that fits",
    )

    @property
    def titles(self) -> dict[str, str]:
        """Return what each answer is called in messages: its column or columns, or those that it is derived from."""
        found = {
            name: column if isinstance(column, str) else " + ".join(column)
            for name, column in self.columns.items()
        }
        for name, rules in self.derive.items():
            of = dict.fromkeys(column for rule in rules for column in rule.when)
            found[name] = f"derived from {', '.join(of)}"
        return found

    @property
    def wanted(self) -> list[str]:
        """All columns of the file that are read."""
        named = (
            each
            for column in self.columns.values()
            for each in ([column] if isinstance(column, str) else column)
        )
        of_rules = (
            column for rules in self.derive.values() for rule in rules for column in rule.when
        )
        return list(dict.fromkeys([*named, *of_rules, *self.only]))


class FirmColumns(Columns):
    """The file of firms, with how firms without paid workers are counted."""

    head_count: Literal["", "rows of workers"] = Field(
        default="",
        description="'rows of workers' counts the workers' file where no column has the number",
    )
    alone: Literal["", "left out"] = Field(
        default="",
        description="'left out' takes firms that pay nobody out of the cluster, and says how many",
    )


class Totals(Part):
    """Known totals that weights are raked to, by answer and category."""

    firms: dict[str, dict[Code, float]] = Field(default_factory=dict)
    workers: dict[str, dict[Code, float]] = Field(default_factory=dict)


class SurveyMap(Part):
    """The whole of map.yaml."""

    about: About
    source: SourceOfSurvey
    pay: Pay
    firms: FirmColumns | None = None
    workers: Columns | None = None
    like: str = Field(description="a cluster that gives what the survey does not say")
    money: dict[str, Any] | None = None
    totals: Totals = Field(default_factory=Totals)
    separator: str = Field(default=",", min_length=1, max_length=1)
    decimal: Literal[".", ","] = "."
    thousands: Literal["", ",", ".", " ", "'"] = ""
    missing: tuple[Code, ...] = Field(default=("", "NA"), strict=False)
    thin: int = Field(default=30, ge=2, le=1000, description="rows below which a cell is thin")
    fewest: int = Field(default=10, ge=2, le=1000, description="rows below which it is not used")


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
