"""Convert the section `money` of map.yaml to the form of a cluster's money.yaml.

A number may stand alone, or with details. Details that are left out follow from the map: its
unit, its year, and a range as wide as the rounding of the number as written.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from poverty_nodes.scenarios.description.cluster import ClusterDescription, Money
from poverty_nodes.scenarios.description.estimate import NOT_A_SOURCE
from poverty_nodes.scenarios.errors import Problem
from poverty_nodes.scenarios.strict_yaml.schema_messages import from_pydantic
from poverty_nodes.scenarios.strict_yaml.yaml_file import YamlFile
from poverty_nodes.scenarios.survey.mapping import SurveyMap, place

Tree = dict[str, Any]
NARROWEST = 2e-5
"""Half-width as a share of the value: numbers are kept with six digits."""
UNITS = {
    "price_index": "ratio",
    "ppp_2021": "local currency per international dollar",
    "national_line": "local currency per person per month",
    "adult_equivalents": "adult equivalents per person",
    "exchange_rate": "local currency per US dollar",
}
SHAPE = """\
write this into map.yaml; a number may stand alone, or as {{value: , low: , high: , source: , where: , note: }}
        money:
          currency: {currency}
          price_index: {{{year}: 1.5}}     # consumer prices of 2021 over those of {year}; every year that money is of
          ppp_2021: 40                # {currency} for an international dollar, private consumption (World Bank)
          national_line: {{value: 3000, year: {year}}}  # a person a month; unit: local currency per adult
                                      # equivalent per month, if it is, and then adult_equivalents per person
          exchange_rate: {{value: 100, year: {year}}}   # {currency} for a US dollar on the market"""


def money_of_map(
    of: SurveyMap, like: ClusterDescription, file: YamlFile
) -> tuple[Money | None, list[Problem]]:
    """Return the money of a survey: the map's numbers, over the similar cluster's if its currency is the same."""
    pay, own = of.pay, of.money
    shape = SHAPE.format(currency=pay.currency, year=pay.year)
    if own is None and like.money.currency != pay.currency:
        message = f"pay is in {pay.currency}, prices and the national line in {like.money.currency}"
        accepted = f"a section money, or like: a cluster with {pay.currency}"
        return None, [Problem(place(file, "pay.currency"), message, accepted, remedy=shape)]
    base = like.money.model_dump() if like.money.currency == pay.currency else {}
    content = _together(base, _filled(own or {}, of))
    if content["currency"] != pay.currency:
        message = f"pay is in {pay.currency}, prices and the national line in {content['currency']}"
        return None, [Problem(place(file, "money.currency"), message, pay.currency, remedy=shape)]
    try:
        money = Money.model_validate(content)
    except ValidationError as error:
        return None, _with_shape(
            from_pydantic(error, f"{file.name}: money", Money, _below(file)), shape
        )
    known = {money.line_year, *money.price_index}
    if pay.year not in known:
        message = f"money of {pay.year} cannot be carried to {money.line_year}"
        remedy = (
            f"money: {{price_index: {{{pay.year}: }}}} in map.yaml, the consumer prices of 2021 over those of "
            f"{pay.year}; the rest of money stays that of {like.cluster.id}"
            if base
            else shape
        )
        accepted = ", ".join(map(str, sorted(known)))
        problem = Problem(
            place(file, "pay.year"),
            message,
            accepted,
            remedy=f"add money.price_index.{pay.year}: {remedy}",
        )
        return None, [problem]
    return money, []


def _filled(own: Mapping[str, Any], of: SurveyMap) -> Tree:
    """Return the map's section with the details of every number filled in."""
    content: Tree = {"currency": of.pay.currency, "line_year": 2021, **own}
    for key in UNITS:
        if key == "price_index" and isinstance(own.get(key), Mapping):
            content[key] = {year: _number(key, each, year) for year, each in own[key].items()}
        elif key in own:
            content[key] = _number(key, own[key], 2021 if key == "ppp_2021" else of.pay.year)
    line = content.get("national_line")
    per_person = isinstance(line, Mapping) and line.get("unit") == UNITS["national_line"]
    if per_person and "adult_equivalents" not in own:
        one = {
            "value": 1.0,
            "low": 0.999,
            "high": 1.0,
            "note": "The line is a person's: no scale is needed.",
        }
        content["adult_equivalents"] = _number("adult_equivalents", one, of.pay.year)
    return content


def _number(key: str, said: Any, year: object) -> Any:
    """Fill in the details of one number; what cannot be a number is left for the schema to refuse."""
    found: Tree = (
        {str(name): each for name, each in said.items()}
        if isinstance(said, Mapping)
        else {"value": said}
    )
    value = found.get("value")
    if isinstance(value, bool) or not isinstance(value, int | float):
        return found if isinstance(said, Mapping) else said
    found["value"] = float(value)
    half = max(_half_of_last_digit(value), NARROWEST * abs(value))
    usual: Tree = {
        "low": value - half,
        "high": value + half,
        "unit": UNITS[key],
        "year": year,
        "source": NOT_A_SOURCE,
        "kind": "measured" if found.get("source", NOT_A_SOURCE) != NOT_A_SOURCE else "assumed",
        "note": "As those who made the map say, within the rounding of what they wrote.",
    }
    whole = usual | found
    return whole | {
        name: float(whole[name]) for name in ("low", "high") if isinstance(whole[name], int)
    }


def _half_of_last_digit(value: float) -> float:
    """Return half a unit of the last digit that was written.

    >>> _half_of_last_digit(43.5), _half_of_last_digit(3000)
    (0.05, 0.5)
    """
    exponent = Decimal(repr(value)).as_tuple().exponent
    return 0.5 * 10.0**exponent if isinstance(exponent, int) else 0.0


def _together(base: Tree, own: Tree) -> Tree:
    """Replace the similar cluster's numbers by the map's, years of the price index one by one."""
    indices = (
        {**base.get("price_index", {}), **own.get("price_index", {})}
        if _mappings(base, own)
        else None
    )
    return {**base, **own, **({"price_index": indices} if indices else {})}


def _mappings(base: Tree, own: Tree) -> bool:
    return all(isinstance(each.get("price_index", {}), Mapping) for each in (base, own))


def _below(file: YamlFile) -> dict[str, int]:
    """Return the line of each key below `money`, named as the schema of that section names it."""
    return {
        key.removeprefix("money."): line
        for key, line in file.lines.items()
        if key.startswith("money.")
    }


def _with_shape(problems: list[Problem], shape: str) -> list[Problem]:
    """Add to the last problem how the section is written."""
    last = problems[-1]
    return [*problems[:-1], Problem(last.where, last.message, last.accepted, last.nearest, shape)]
