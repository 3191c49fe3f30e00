"""A real cluster as it is known: seven sections of estimates, one YAML file each, and what they rest on.

`workers` are all who work for a firm of the trade in the place, whichever the contract, home
workers included and owners not. Shares that belong together sum to 1 in their values; the range of
each is of that share alone, so that a draw from the ranges is to be divided by its sum.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, Field, model_validator
from pydantic_core import PydanticCustomError

from poverty_nodes.scenarios.description.estimate import KINDS, TO_REPLACE, Estimate
from poverty_nodes.scenarios.description.facts import Facts
from poverty_nodes.scenarios.description.groups import (
    ByPost,
    ByTier,
    Identifier,
    Part,
    PostShares,
    TierShares,
    refuse_unless_one,
)
from poverty_nodes.scenarios.description.quantities import (
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

PICKLED = (
    *(ByTier[FirmSize], ByTier[Spread], ByTier[Share], ByTier[MonthlyRate], ByTier[PostShares]),
    ByPost[Share],
)
"""Named at the module's own level, so that pydantic leaves these classes where pickle looks for them."""

Text = Annotated[str, Field(min_length=2)]


class Identity(Part):
    """Which cluster this is (cluster.yaml)."""

    id: Identifier
    title: Text
    country: Text
    trade: Text
    base_year: int = Field(ge=1950, le=2100)
    phase: Literal["incipient", "growing", "mature", "declining"]
    summary: Text


class Money(Part):
    """Currency, prices and the national line (money.yaml)."""

    currency: str = Field(pattern=r"^[A-Z]{3}$", description="three capital letters (ISO 4217)")
    line_year: Literal[2021] = Field(description="2021, the year of the lines and of the PPP")
    price_index: dict[int, Ratio] = Field(description="year: consumer prices of 2021 over its own")
    ppp_2021: PurchasingPower = Field(description="local currency per international dollar")
    national_line: PovertyLine = Field(description="per person or adult equivalent, per month")
    adult_equivalents: AdultEquivalents = Field(description="per person, by the national scale")
    exchange_rate: ExchangeRate = Field(description="market rate in the year of the exports")


class Firms(Part):
    """The firms of the cluster place (firms.yaml)."""

    total: FirmCount = Field(description="producers of all sizes")
    tier_share: TierShares = Field(description="share of the firms in each tier")
    mean_workers: ByTier[FirmSize] = Field(description="home workers included, the owner not")
    size_spread: ByTier[Spread] = Field(description="standard deviation of the log of size")
    formal_share: ByTier[Share] = Field(description="share of the tier's firms registered")
    women_owners: Share = Field(description="share of the firms")
    minority_owners: Share = Field(description="share of the firms")
    input_share: Share = Field(description="bought inputs over revenue")
    local_input_share: Share = Field(description="share of the inputs bought from specialists")
    own_rate: ByTier[MonthlyRate] = Field(description="a firm's own monthly cost of capital")
    low_profit_lines_women: Share = Field(description="share of the firms owned by women")


class Workers(Part):
    """The workers of the cluster place and their pay (workers.yaml)."""

    total: HeadCount = Field(description="home workers included, owners not")
    posts: ByTier[PostShares] = Field(description="share of each post among a tier's workers")
    women: ByPost[Share] = Field(description="women's share of those in each post")
    minority: ByPost[Share] = Field(description="the minority's share of those in each post")
    minority_population: Share = Field(description="the minority's share of the people")
    migrant_share: Share = Field(description="migrants' share of the workers")
    regular_wage: MonthlyPay = Field(description="pay of an unskilled regular post")
    skilled_ratio: Ratio = Field(description="skilled regular pay over unskilled regular pay")
    casual_ratio: Ratio = Field(description="casual pay over unskilled regular pay")
    home_ratio: Ratio = Field(description="home workers' pay over casual pay")
    gender_gap: Share = Field(description="women's pay below men's within a post, a fraction")
    wage_spread: Spread = Field(description="standard deviation of log pay within a post")
    turnover: MonthlyRate | None = Field(
        default=None,
        description="share of those in unskilled regular posts who leave in a month, not counting those "
        "whose post is cut; the model's own if not said",
    )
    outside_ratio: Ratio = Field(description="a man's mean income outside over the regular wage")
    outside_women: Ratio = Field(description="a woman's income outside over a man's")
    sector_share: Share = Field(description="sector workers over adults of the place's households")
    child_share: Share = Field(description="children among the workers, noted only")


class Households(Part):
    """The households of the place (households.yaml)."""

    size: HouseholdSize = Field(description="mean persons")
    adults: HouseholdSize = Field(description="mean persons of working age")
    savings_months: Months = Field(description="median savings in months of income")
    care_share: Share = Field(description="share of women who carry a burden of care")


class BuyerDescription(Part):
    """One kind of buyer: its governance, its share of export orders, how its orders vary."""

    id: Identifier
    title: Text
    governance: Literal["market", "modular", "relational", "captive", "hierarchy"]
    share: Share = Field(description="share of the cluster's export orders")
    volatility: Spread = Field(description="standard deviation of the log of a month's orders")
    minimum_order: FirmSize | None = Field(
        default=None,
        description="smallest capacity, in workers, that it orders from; none if not said",
    )


class Chain(Part):
    """The value chain (chain.yaml)."""

    export_share: Share = Field(description="of the exporters' revenue")
    buyers: tuple[BuyerDescription, ...] = Field(min_length=1, strict=False)
    putout_share: Share = Field(description="finished product made by subcontractors")
    producer_share: Share = Field(description="the maker's part of the final price, noted only")

    @model_validator(mode="after")
    def _buyers_are_told_apart_and_complete(self) -> Chain:
        refuse_unless_one("the buyers' shares", [buyer.share for buyer in self.buyers])
        ids = [buyer.id for buyer in self.buyers]
        if len(set(ids)) < len(ids):
            context = {"accepted": "an id for each buyer, each one once"}
            raise PydanticCustomError("buyers", "two buyers have the same id", context)
        return self


class Dispersed(Part):
    """The comparator: firms of the trade outside the cluster; ratios are to the cluster's."""

    workers: HeadCount = Field(description="the real head-count that the place stands for")
    wage_ratio: Ratio
    size_ratio: Ratio
    export_ratio: Ratio
    outside_ratio: Ratio
    specialist_ratio: Ratio


class Places(Part):
    """The places beside the cluster itself (places.yaml)."""

    dispersed: Dispersed


class ClusterDescription(Part):
    """A real cluster: every number an estimate with value, range, unit, year, kind and source.

    A leaf is read as `cluster.firms.mean_workers.exporter.value`. Made by `load_cluster`, which
    also checks what must hold between sections (scenarios/description/coherence.py).
    """

    cluster: Identity
    money: Money
    firms: Firms
    workers: Workers
    households: Households
    chain: Chain
    places: Places
    features: Facts | None = None

    def estimates(self) -> Iterator[tuple[str, Estimate]]:
        """Yield (dotted key, estimate) for every number, in the order of the sections."""
        for section in type(self).model_fields:
            yield from _estimates_in(section, getattr(self, section))

    def numbers(self) -> list[object]:
        """All that a description says in numbers and codes: values, years, and the buyers' governance."""
        estimates = [(key, estimate.value, estimate.year) for key, estimate in self.estimates()]
        return [estimates, [buyer.governance for buyer in self.chain.buyers]]

    def to_replace(self) -> list[str]:
        """The keys of the numbers that are still those of another place."""
        return [key for key, estimate in self.estimates() if TO_REPLACE in estimate.note]

    def provenance(self) -> dict[str, float]:
        """Return the shares of measured, derived and assumed numbers; they sum to 1."""
        kinds: list[str] = [estimate.kind for _, estimate in self.estimates()]
        return {kind: kinds.count(kind) / len(kinds) for kind in KINDS}


def _estimates_in(key: str, part: object) -> Iterator[tuple[str, Estimate]]:
    """Walk a part of a description; texts and plain numbers in it are no estimates."""
    if isinstance(part, Estimate):
        yield key, part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _estimates_in(f"{key}.{name}", getattr(part, name))
    elif isinstance(part, dict):
        for name, below in part.items():
            yield from _estimates_in(f"{key}.{name}", below)
    elif isinstance(part, tuple):
        for below in part:
            if isinstance(below, BuyerDescription):
                yield from _estimates_in(f"{key}.{below.id}", below)
