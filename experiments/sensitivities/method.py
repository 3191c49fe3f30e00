"""What a sensitivity analysis varies and how far it goes: the keys below `sensitivity` in a question file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from poverty_nodes.experiments.question.asked import Names
from poverty_nodes.experiments.question.checked_values import flat
from poverty_nodes.experiments.sensitivities.indices import LEAST
from poverty_nodes.model.policies.base import StrictRecord

GIVEN_DATA = ("pawn", "delta", "rbd_fast")
"""Methods that read the indices off one random sample."""
FEWEST, MOST = min(LEAST.values()), 65_536
"""Of `n` with any method."""
UNITS = {
    "sobol": "blocks", "morris": "trajectories", "pawn": "rows", "delta": "rows", "rbd_fast": "rows",
}  # fmt: skip
"""What `n` counts."""
VARIED = (
    *("workers.regular_wage", "workers.casual_ratio", "workers.outside_ratio"),
    *("workers.outside_women", "workers.sector_share", "households.size", "money.ppp_2021"),
    *("firms.input_share", "parameters.export_elasticity", "parameters.monopsony_markdown"),
)
"""The inputs that are varied when nothing is said."""

Count = Annotated[int, Field(ge=FEWEST, le=MOST)]


class Method(StrictRecord):
    """What is asked of the analysis besides the question and the ends of its factors."""

    method: Literal["auto", "sobol", "morris", "pawn", "delta", "rbd_fast"] = Field(
        default="auto", description="auto: Morris, then Sobol on what is left"
    )
    n: Count | None = Field(
        default=None,
        description="base sample size: "
        + ", ".join(f"{each} from {LEAST[each]} {unit}" for each, unit in UNITS.items()),
    )
    most: Annotated[int, Field(ge=1, le=MOST)] | None = Field(
        default=None,
        description="Sobol: double n up to this many blocks until ranks hold or intervals are narrow",
    )
    tolerance: float = Field(
        default=0.1,
        gt=0,
        le=1,
        description="Sobol: half-width of an interval of ST that is narrow enough",
        json_schema_extra={"accepted": "a number above 0, at most 1"},
    )
    screen: Count = Field(default=8, description="auto: trajectories of Morris")
    vary: Names = Field(
        default=VARIED,
        description="the inputs that are varied: names or patterns of `list inputs`",
    )
    together: Mapping[str, Names] = Field(
        default_factory=dict,
        description="inputs that vary together as one factor",
        json_schema_extra={"accepted": "together.NAME: together.pay=[workers.*_ratio]"},
    )

    @field_validator("n")
    @classmethod
    def _enough_for_the_method(cls, n: int | None, info: ValidationInfo) -> int | None:
        method = info.data.get("method", "auto")
        chosen = "sobol" if method == "auto" else method
        if n is not None and n < LEAST[chosen]:
            told = {
                "said": f"{n} {UNITS[chosen]} are too few for method={method}",
                "accepted": f"a whole number from {LEAST[chosen]} to {MOST:,}",
            }
            raise PydanticCustomError("condition", "{said}", told)
        return n

    def resolved(self) -> Self:
        """The same with the sample sizes that are meant where nothing is said: 32, or 256 rows of one sample."""
        n = self.n or (256 if self.method in GIVEN_DATA else 32)
        most = max(n, self.most or (4 * n if self.method == "auto" else n))
        return self.model_copy(update={"n": n, "most": most})


def _ends(value: object) -> object:
    """Ends by dotted key, as tuples; what is no list is left for the schema to refuse."""
    found = flat(value)
    if not isinstance(found, Mapping):
        return found
    return {key: tuple(each) if isinstance(each, list) else each for key, each in found.items()}


class Section(Method):
    """The whole of what stands below `sensitivity` in a question file."""

    between: Annotated[Mapping[str, tuple[object, ...]], BeforeValidator(_ends)] = Field(
        default_factory=dict,
        description="ends of factors by dotted key, or their values where they are no numbers",
        json_schema_extra={"accepted": "KEY: [low, high]"},
    )
    known: Names = Field(
        default=(), description="terms of the question that were set by hand and are not varied"
    )

    @property
    def method_alone(self) -> Method:
        """What is asked besides the ends of factors."""
        return Method(**{name: getattr(self, name) for name in Method.model_fields})
