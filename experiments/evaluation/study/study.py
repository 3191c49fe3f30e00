"""The study that is asked for: a strict record, each key with its range."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from poverty_nodes.experiments.evaluation.panel.outcomes import OUTCOMES
from poverty_nodes.experiments.evaluation.study.assignments import (
    FEWEST_PLACES,
    FIRST,
    METHODS,
    OVER_PLACES,
    Assignment,
    Encouragement,
    Saturation,
    Threshold,
)
from poverty_nodes.experiments.evaluation.study.groups import Group
from poverty_nodes.experiments.question.asked import one_of
from poverty_nodes.experiments.question.checked_values import as_tuple
from poverty_nodes.model.policies.base import LAST_MONTH, StrictRecord

Part = Annotated[float, Field(ge=0, le=0.95)]
Wave = Annotated[int, Field(ge=0, le=LAST_MONTH)]
Share = Annotated[float, Field(gt=0, lt=1)]
DISPERSED = "dispersed"
"""The comparator that lies beside the cluster: firms of its trade outside it."""
OutcomeName = Annotated[str, one_of(lambda: tuple(OUTCOMES))]


class Sample(StrictRecord):
    """Who is drawn from the frame, in each place."""

    unit: Literal["household", "firm"] = Field(
        default="household", description="what is drawn first: households, or firms with workers"
    )
    size: int = Field(
        default=400, ge=10, le=1_000_000, description="units drawn where the programme is"
    )
    comparator: int | None = Field(
        default=None,
        ge=10,
        le=1_000_000,
        description="units drawn in each place without the programme; null: as many",
    )
    people: int | None = Field(
        default=None, ge=1, le=1000, description="most adults asked in a unit; null: all"
    )
    strata: Annotated[tuple[Group, ...], BeforeValidator(as_tuple)] = Field(
        default=(),
        description="groups drawn apart, each with an equal part of the sample, the rest with another",
    )

    @property
    def in_comparator(self) -> int:
        """Units drawn in the comparator."""
        return self.size if self.comparator is None else self.comparator


class Loss(StrictRecord):
    """Who does not answer."""

    refusal: Part = Field(default=0.05, description="share who never answer (judged)")
    attrition: Part = Field(
        default=0.10, description="share of the rest lost by each later wave (judged)"
    )
    poor: float = Field(
        default=0.0, ge=-5, le=5, description="log odds of being lost added for the poorer half"
    )
    change: float = Field(
        default=0.0,
        ge=-5,
        le=5,
        description="log odds of being lost added for each standard deviation of one's own gain",
    )


class Misreport(StrictRecord):
    """How answers differ from the truth."""

    noise: float = Field(
        default=0.20, ge=0, le=2, description="log points of error in a reported amount (judged)"
    )
    heaping: float = Field(
        default=0.0, ge=0, le=10_000, description="dollars to which amounts are rounded; 0: none"
    )
    hawthorne: float = Field(
        default=0.0,
        ge=-1,
        le=1,
        description="log points added to what those report to whom the programme was offered",
    )


class Cost(StrictRecord):
    """What a study costs, in dollars; defaults are judged and stand for a survey in a middle-income country."""

    fixed: float = Field(default=20_000.0, ge=0, le=1e9, description="whatever its size")
    unit: float = Field(
        default=25.0, ge=0, le=1e6, description="of finding and asking a household or firm once"
    )
    person: float = Field(default=5.0, ge=0, le=1e6, description="of asking each adult in it once")


class Columns(StrictRecord):
    """What the columns of `data` are called."""

    id: str = Field(default="id", description="who a person is, the same in every file")
    offered: str = Field(
        default="offered", description="1 if the programme was offered, 0 if not (first file)"
    )
    reached: str | None = Field(
        default=None, description="1 if the person took part (first file); null: as offered"
    )
    unit: str = Field(default="unit", description="household or firm that was drawn (first file)")
    weight: str | None = Field(
        default=None, description="for how many a person stands (first file); null: all alike"
    )
    outcome: str = Field(
        default="outcome",
        description="consumption a person or own earnings, 2021 dollars (PPP) a month; for work 1 or 0",
    )
    known: Annotated[tuple[str, ...], BeforeValidator(as_tuple)] = Field(
        default=(), description="numbers that are known of persons at the baseline (first file)"
    )
    groups: Annotated[tuple[Group, ...], BeforeValidator(as_tuple)] = Field(
        default=(),
        description="groups that are told of besides; a column of that name has 1 for who is in it (first file)",
    )


class Study(StrictRecord):
    """Who is asked what, when, against whom, and how the answers are read."""

    title: str = Field(default="", max_length=200, description="a line on what the study is")
    assignment: Assignment = Field(
        default="place",
        description="who has the programme: all of the place; winners of its own draw; those below a threshold; who is "
        "encouraged; a part of each firm's workers (saturation); one place after another (waves)",
    )
    comparators: Annotated[tuple[str, ...], BeforeValidator(as_tuple)] = Field(
        default=(DISPERSED,),
        min_length=1,
        description="places without the programme: dispersed (firms of the trade outside the cluster), other clusters "
        "of the catalogue, or all",
    )
    opens: Mapping[str, Wave] = Field(
        default_factory=dict,
        description="of waves: other clusters that have the programme too, and the month in which it opens there",
    )
    threshold: Threshold = Field(default=Threshold(), description="who is let in by income")
    encouragement: Encouragement = Field(
        default=Encouragement(), description="how far encouragement goes"
    )
    saturation: Saturation = Field(default=Saturation(), description="parts of firms' workers")
    waves: Annotated[tuple[Wave, ...], BeforeValidator(as_tuple)] = Field(
        default=(0, 24), min_length=2, max_length=40, description="months at which people are asked"
    )
    outcome: OutcomeName = Field(
        default="log_welfare",
        description="what is measured",
        json_schema_extra={"accepted": ", ".join(OUTCOMES)},
    )
    who: Group = Field(
        default="all", description="of whom the answer is wanted: a group of month 0"
    )
    frame: Group = Field(
        default="all", description="who can be drawn: units with an adult of this group"
    )
    sample: Sample = Field(default=Sample(), description="who is drawn")
    loss: Loss = Field(default=Loss(), description="who does not answer")
    error: Misreport = Field(default=Misreport(), description="what is misunderstood")
    cost: Cost = Field(default=Cost(), description="what it costs")
    estimators: Annotated[tuple[str, ...] | None, BeforeValidator(as_tuple)] = Field(
        default=None,
        description="how the answers are read, the one that counts first; null: all that fit",
        json_schema_extra={"accepted": ", ".join(dict.fromkeys(sum(METHODS.values(), ())))},
    )
    data: Annotated[tuple[str, ...], BeforeValidator(as_tuple)] = Field(
        default=(), description="answers of a survey that was held: a CSV file for each wave"
    )
    columns: Columns = Field(default=Columns(), description="what their columns are called")
    sheets: Wave | None = Field(
        default=None,
        description="month of the first world with the programme of which firms and workers are written as files that "
        "`new cluster --from` reads; null: none",
    )
    surveys: int = Field(
        default=20, ge=2, le=1000, description="surveys that are drawn of each world"
    )

    @model_validator(mode="after")
    def _can_be(self) -> Self:
        if list(self.waves) != sorted(set(self.waves)):
            raise ValueError(f"waves {list(self.waves)} do not follow one another")
        if self.waves[0] != 0:
            raise ValueError(
                f"the first wave is month {self.waves[0]}: a study begins with month 0, its baseline"
            )
        fitting = METHODS[self.assignment]
        wrong = [each for each in self.estimators or () if each not in fitting]
        if wrong:
            raise ValueError(
                f"{', '.join(wrong)} cannot read a study with assignment={self.assignment}; "
                f"these can: {', '.join(fitting)}"
            )
        if self.sheets is not None and self.sheets > self.waves[-1]:
            raise ValueError(
                f"sheets of month {self.sheets} come after the last wave ({self.waves[-1]})"
            )
        if len(set(self.places)) < len(self.places):
            raise ValueError(f"a place stands twice among {', '.join(self.places)}")
        if bool(self.opens) != (self.assignment == "waves"):
            raise ValueError(
                "assignment=waves needs another cluster in which the programme opens, as opens.tirupur_knitwear=24, "
                "and no other assignment has any"
            )
        over = [each for each in self.estimators or () if each in OVER_PLACES]
        if over and len(self.comparators) < FEWEST_PLACES and "all" not in self.comparators:
            raise ValueError(
                f"{', '.join(over)} weigh places without the programme, and there is one: set comparators=[all]"
            )
        return self

    @property
    def methods(self) -> tuple[str, ...]:
        """The estimators, the one that counts first."""
        if self.estimators:
            return self.estimators
        first, fitting = FIRST[self.assignment], METHODS[self.assignment]
        if len(self.comparators) < FEWEST_PLACES:
            fitting = tuple(each for each in fitting if each not in OVER_PLACES)
        elif self.assignment == "place":
            first = OVER_PLACES[0]
        return (first, *(each for each in fitting if each != first))

    @property
    def places(self) -> tuple[str, ...]:
        """Places besides the cluster: those in which the programme opens too, and those in which it does not."""
        return (*self.opens, *self.comparators)

    @property
    def elsewhere(self) -> tuple[str, ...]:
        """Other clusters, in the order in which their people are laid beside the cluster's."""
        return tuple(each for each in self.places if each != DISPERSED)

    @property
    def is_inside(self) -> bool:
        """Whether those with the programme and those without live in the one place."""
        return self.assignment not in ("place", "waves")

    @property
    def last(self) -> int:
        """The month of the last wave."""
        return self.waves[-1]
