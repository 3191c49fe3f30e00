"""What sections of a description are built of: strict parts, and quantities by tier and by post."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Generic, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from poverty_nodes.scenarios.description.quantities import Share

ID_GRAMMAR = r"^[a-z][a-z0-9]+(_[a-z0-9]+)*$"
"""Ids of clusters and buyers: words of small letters and digits, a letter first, with underscores between."""
ACCEPTED_IDS = (
    "small letters and digits, two or more in the first word and a letter first, words joined by _, "
    "such as kasur or ward_12_tailors, and none that is read otherwise (yes, null) or no folder of Windows (con)"
)
_READ_OTHERWISE = {"yes", "no", "on", "off", "true", "false", "null", "none", "nan", "inf"}
_PORTS = {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
RESERVED = frozenset(_READ_OTHERWISE | _PORTS | {"con", "prn", "aux", "nul"})
"""Words that a file or a command line may read as something else than a name, or of which Windows makes no folder."""

SUM_TOLERANCE = 1e-6
Quantity = TypeVar("Quantity", bound=BaseModel)


def refuse_unless_one(what: str, shares: Iterable[Share]) -> None:
    """Raise a validation error unless the values of the shares sum to 1 within 1e-6."""
    total = sum(share.value for share in shares)
    if abs(total - 1.0) > SUM_TOLERANCE:
        context = {"what": what, "total": f"{total:.6g}", "accepted": "values that sum to 1"}
        raise PydanticCustomError("shares", "{what} sum to {total}", context)


def is_id(text: str) -> bool:
    """Return whether a text may be an id.

    >>> is_id("kasur"), is_id("ward_12"), is_id("12_ward"), is_id("no")
    (True, True, False, False)
    """
    return re.fullmatch(ID_GRAMMAR, text) is not None and text not in RESERVED


def id_like(text: str) -> str:
    """Return the id that is nearest to a text, or "" if it has nothing of one.

    >>> id_like("Kasur Tanneries 2"), id_like("12")
    ('kasur_tanneries_2', '')
    """
    made = "_".join(re.findall(r"[a-z0-9]+", text.casefold()))
    return made if is_id(made) and made != text else ""


def _refuse_unless_id(text: str) -> str:
    if not is_id(text):
        context = {"text": text, "accepted": ACCEPTED_IDS, "nearest": id_like(text)}
        raise PydanticCustomError("id", "'{text}' is not an id", context)
    return text


Identifier = Annotated[str, AfterValidator(_refuse_unless_id)]


class Part(BaseModel):
    """What all parts of a description share: unknown keys and lax types are refused."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class ByTier(Part, Generic[Quantity]):
    """One quantity for each tier of the chain."""

    exporter: Quantity
    subcontractor: Quantity
    specialist: Quantity


class ByPost(Part, Generic[Quantity]):
    """One quantity for each kind of post of a worker."""

    skilled_regular: Quantity
    regular: Quantity
    casual: Quantity
    homework: Quantity


class TierShares(ByTier[Share]):
    """Shares of the firms in each tier, summing to 1."""

    @model_validator(mode="after")
    def _sum_to_one(self) -> TierShares:
        refuse_unless_one("the shares", (self.exporter, self.subcontractor, self.specialist))
        return self


class PostShares(ByPost[Share]):
    """Shares of a tier's workers in each kind of post, summing to 1."""

    @model_validator(mode="after")
    def _sum_to_one(self) -> PostShares:
        shares = (self.skilled_regular, self.regular, self.casual, self.homework)
        refuse_unless_one("the shares", shares)
        return self
