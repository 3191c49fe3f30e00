"""The kinds of quantity that a cluster is described by: each accepts its own units and range."""

from __future__ import annotations

from typing import ClassVar

from poverty_nodes.scenarios.description.estimate import Estimate


class Share(Estimate):
    """A part of a whole, 0 to 1."""

    units: ClassVar[tuple[str, ...]] = ("share",)
    least: ClassVar[float] = 0.0
    most: ClassVar[float] = 1.0


class Ratio(Estimate):
    """One quantity relative to another of the same unit, above 0 and at most 10."""

    units: ClassVar[tuple[str, ...]] = ("ratio",)
    least: ClassVar[float] = 0.01
    most: ClassVar[float] = 10.0


class Spread(Estimate):
    """A standard deviation of a logarithm, 0 to 3."""

    units: ClassVar[tuple[str, ...]] = ("log points",)
    least: ClassVar[float] = 0.0
    most: ClassVar[float] = 3.0


class FirmCount(Estimate):
    """A number of firms."""

    units: ClassVar[tuple[str, ...]] = ("firms",)
    least: ClassVar[float] = 1.0
    most: ClassVar[float] = 1e6


class HeadCount(Estimate):
    """A number of persons."""

    units: ClassVar[tuple[str, ...]] = ("persons",)
    least: ClassVar[float] = 1.0
    most: ClassVar[float] = 1e8


class FirmSize(Estimate):
    """Persons per firm."""

    units: ClassVar[tuple[str, ...]] = ("persons per firm",)
    least: ClassVar[float] = 1.0
    most: ClassVar[float] = 1e5


class HouseholdSize(Estimate):
    """Persons per household."""

    units: ClassVar[tuple[str, ...]] = ("persons per household",)
    least: ClassVar[float] = 1.0
    most: ClassVar[float] = 20.0


class Months(Estimate):
    """A stock in months of the flow that it is compared with."""

    units: ClassVar[tuple[str, ...]] = ("months",)
    least: ClassVar[float] = 0.0
    most: ClassVar[float] = 120.0


class MonthlyRate(Estimate):
    """A rate a month, of interest, of return or of leaving, as a fraction (0.03 is three per cent)."""

    units: ClassVar[tuple[str, ...]] = ("per month",)
    least: ClassVar[float] = 0.0
    most: ClassVar[float] = 0.5


class MonthlyPay(Estimate):
    """Local currency a month, at the prices of its year."""

    units: ClassVar[tuple[str, ...]] = ("local currency per month",)
    least: ClassVar[float] = 0.01


class PovertyLine(Estimate):
    """Local currency a month a person or an adult equivalent, at the prices of its year."""

    units: ClassVar[tuple[str, ...]] = (
        "local currency per person per month",
        "local currency per adult equivalent per month",
    )
    least: ClassVar[float] = 0.01


class PurchasingPower(Estimate):
    """Local currency per international dollar of private consumption."""

    units: ClassVar[tuple[str, ...]] = ("local currency per international dollar",)
    least: ClassVar[float] = 1e-4


class ExchangeRate(Estimate):
    """Local currency per US dollar at the market."""

    units: ClassVar[tuple[str, ...]] = ("local currency per US dollar",)
    least: ClassVar[float] = 1e-4


class AdultEquivalents(Estimate):
    """Adult equivalents per person of a household, by the country's own scale."""

    units: ClassVar[tuple[str, ...]] = ("adult equivalents per person",)
    least: ClassVar[float] = 0.3
    most: ClassVar[float] = 1.0
