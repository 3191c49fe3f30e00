"""The schema of a cluster: seven sections of estimates, each refused if a key is unknown or missing.

Population: `workers` are all who work for a firm of the trade in the place, whichever the contract,
home workers included and owners not. Shares that belong together sum to 1 in their values; ranges
are of each share alone, so that a draw from them is to be divided by its sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from scenarios.estimate import KINDS, Estimate
from scenarios.quantities import (
    AdultEquivalents,
    ExchangeRate,
    FirmCount,
    FirmSize,
    HeadCount,
    HouseholdSize,
    MonthlyPay,
    MonthlyRate,
    Months,
    PovertyLine,
    PurchasingPower,
    Ratio,
    Share,
    Spread,
)

ID_GRAMMAR = r"^[a-z]+(_[a-z]+)+$"
SUM_TOLERANCE = 1e-6
Quantity = TypeVar("Quantity", bound=BaseModel)


def _refuse_unless_id(text: str) -> str:
    if not re.fullmatch(ID_GRAMMAR, text):
        accepted = "<place>_<trade> in small letters, such as sialkot_surgical"
        context = {"text": text, "accepted": accepted}
        raise PydanticCustomError("id", "'{text}' is not an id", context)
    return text


Identifier = Annotated[str, AfterValidator(_refuse_unless_id)]


def _refuse_unless_one(what: str, shares: list[Share]) -> None:
    total = sum(share.value for share in shares)
    if abs(total - 1.0) > SUM_TOLERANCE:
        context = {"what": what, "total": f"{total:.6g}", "accepted": "values that sum to 1"}
        raise PydanticCustomError("shares", "{what} sum to {total}", context)


class Section(BaseModel):
    """What all parts of a description share: unknown keys and lax types are refused."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class ByTier(Section, Generic[Quantity]):
    """One quantity for each tier of the chain."""

    exporter: Quantity
    subcontractor: Quantity
    specialist: Quantity


class ByPost(Section, Generic[Quantity]):
    """One quantity for each kind of post of a worker."""

    skilled_regular: Quantity
    regular: Quantity
    casual: Quantity
    homework: Quantity


class TierShares(ByTier[Share]):
    """Shares of the firms in each tier, summing to 1."""

    @model_validator(mode="after")
    def _sum_to_one(self) -> TierShares:
        _refuse_unless_one("the shares", [self.exporter, self.subcontractor, self.specialist])
        return self


class PostShares(ByPost[Share]):
    """Shares of a tier's workers in each kind of post, summing to 1."""

    @model_validator(mode="after")
    def _sum_to_one(self) -> PostShares:
        shares = [self.skilled_regular, self.regular, self.casual, self.homework]
        _refuse_unless_one("the shares", shares)
        return self


class Identity(Section):
    """Which cluster this is (file cluster.yaml)."""

    id: Identifier
    title: str = Field(min_length=3)
    country: str = Field(min_length=2)
    trade: str = Field(min_length=3)
    base_year: int = Field(ge=1950, le=2100)
    phase: Literal["incipient", "growing", "mature", "declining"]
    summary: str = Field(min_length=20)


class Money(Section):
    """Currency, prices and lines (file money.yaml)."""

    currency: str = Field(pattern=r"^[A-Z]{3}$", description="three capital letters (ISO 4217)")
    line_year: Literal[2021] = Field(description="2021, the year of the lines and of the PPP")
    price_index: dict[int, Ratio] = Field(description="year: consumer prices of 2021 over its own")
    ppp_2021: PurchasingPower
    national_line: PovertyLine
    adult_equivalents: AdultEquivalents
    exchange_rate: ExchangeRate


class Firms(Section):
    """The firms of the cluster place (file firms.yaml)."""

    total: FirmCount
    tier_share: TierShares
    mean_workers: ByTier[FirmSize]
    size_spread: ByTier[Spread]
    formal_share: ByTier[Share]
    women_owners: Share
    minority_owners: Share
    input_share: Share
    local_input_share: Share
    own_rate: ByTier[MonthlyRate]
    low_profit_lines_women: Share


class Workers(Section):
    """The workers of the cluster place and their pay (file workers.yaml)."""

    total: HeadCount
    posts: ByTier[PostShares]
    women: ByPost[Share]
    minority: ByPost[Share]
    minority_population: Share
    migrant_share: Share
    regular_wage: MonthlyPay
    skilled_ratio: Ratio
    casual_ratio: Ratio
    home_ratio: Ratio
    gender_gap: Share
    wage_spread: Spread
    outside_ratio: Ratio
    outside_women: Ratio
    sector_share: Share
    child_share: Share


class Households(Section):
    """The households of the place (file households.yaml)."""

    size: HouseholdSize
    adults: HouseholdSize
    savings_months: Months
    care_share: Share


class BuyerDescription(Section):
    """One kind of buyer: its governance and its share of the cluster's export orders."""

    id: Identifier
    title: str = Field(min_length=3)
    governance: Literal["market", "modular", "relational", "captive", "hierarchy"]
    share: Share
    volatility: Spread


class Chain(Section):
    """The value chain (file chain.yaml)."""

    export_share: Share
    buyers: tuple[BuyerDescription, ...] = Field(min_length=1, strict=False)
    putout_share: Share
    producer_share: Share

    @model_validator(mode="after")
    def _buyers_are_told_apart_and_complete(self) -> Chain:
        _refuse_unless_one("the buyers' shares", [buyer.share for buyer in self.buyers])
        ids = [buyer.id for buyer in self.buyers]
        if len(set(ids)) < len(ids):
            context = {"accepted": "an id for each buyer, each one once"}
            raise PydanticCustomError("buyers", "two buyers have the same id", context)
        return self


class Dispersed(Section):
    """The comparator: firms of the trade outside the cluster; ratios are to the cluster's figure."""

    workers: HeadCount
    wage_ratio: Ratio
    size_ratio: Ratio
    export_ratio: Ratio
    outside_ratio: Ratio
    specialist_ratio: Ratio


class Places(Section):
    """The places beside the cluster itself (file places.yaml)."""

    dispersed: Dispersed


class ClusterDescription(Section):
    """A real cluster as it is known: every number an estimate with source, range and unit."""

    cluster: Identity
    money: Money
    firms: Firms
    workers: Workers
    households: Households
    chain: Chain
    places: Places

    def estimates(self) -> Iterator[tuple[str, Estimate]]:
        """Yield (dotted key, estimate) for every number, in the order of the files."""
        for section in type(self).model_fields:
            yield from _estimates_in(section, getattr(self, section))

    def provenance(self) -> dict[str, float]:
        """Return the shares of the numbers that are measured, derived and assumed; they sum to 1."""
        kinds = [estimate.kind for _, estimate in self.estimates()]
        return {kind: kinds.count(kind) / len(kinds) for kind in KINDS}


def _estimates_in(key: str, part: object) -> Iterator[tuple[str, Estimate]]:
    if isinstance(part, Estimate):
        yield key, part
    elif isinstance(part, BuyerDescription):
        yield f"{key}.share", part.share
        yield f"{key}.volatility", part.volatility
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _estimates_in(f"{key}.{name}", getattr(part, name))
    elif isinstance(part, dict):
        for name, below in part.items():
            yield from _estimates_in(f"{key}.{name}", below)
    elif isinstance(part, tuple):
        for below in part:
            yield from _estimates_in(f"{key}.{below.id}", below)
