"""Numbers that docs/model/ works out or collects: constants in the code, and responses that the rules imply."""

from __future__ import annotations

import ast
import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from poverty_nodes.model.parameters.all_parameters import PARAMETERS

ROOT = Path(__file__).resolve().parents[1]
WHERE = (
    "model/phases",
    "model/population",
    "scenarios/description",
    "scenarios/base_month",
    "scenarios/synthesis",
)
IDENTITIES = 1000
"""Constants from this size on are steps between identities, not economics."""
VALUE = {parameter.name: parameter.value for parameter in PARAMETERS}


@dataclass(frozen=True)
class Constant:
    """A number that stands in the code under a name, with the sentence that explains it there."""

    name: str
    value: float
    file: str
    meaning: str


def constants() -> Iterator[Constant]:
    """Named and explained numbers of the rules and of the making of a base month, file by file."""
    for folder in WHERE:
        for path in sorted((ROOT / folder).rglob("*.py")):
            body = ast.parse(path.read_text(encoding="utf-8")).body
            for statement, after in pairwise(body):
                name, value = _assigned(statement)
                if name.isupper() and value is not None and abs(value) < IDENTITIES:
                    meaning = _text(after)
                    if meaning:
                        file = path.relative_to(ROOT).as_posix()
                        yield Constant(name, value, file, meaning)


def _assigned(statement: ast.stmt) -> tuple[str, float | None]:
    if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
        value = statement.value
        if isinstance(value, ast.Constant) and isinstance(value.value, int | float):
            return statement.targets[0].id, float(value.value)
    return "", None


def _text(statement: ast.stmt) -> str:
    value = statement.value if isinstance(statement, ast.Expr) else None
    text = value.value if isinstance(value, ast.Constant) else ""
    return " ".join(text.split()) if isinstance(text, str) else ""


def responses(elasticity: float, putout: float, inputs: float) -> dict[str, float]:
    """Elasticities of a firm's plan at the centre of the ranges.

    `elasticity` is that of the demand that the firm, or all firms together, face; `putout` the share of the product
    that others make, `inputs` the share of bought inputs in sales. With c = 1 - 1/e and
    D = 1 - c ((1 - h)(b (1 - s) + s) + h).
    """
    curve = 1.0 - 1.0 / elasticity
    labour = VALUE["labour_elasticity"]
    added = 1.0 - inputs
    scale = 1.0 - curve * (added * (labour * (1.0 - putout) + putout) + inputs)
    found = {
        "labour to its cost": -1.0 - curve * added * labour * (1.0 - putout) / scale,
        "labour to orders": 1.0 / elasticity / scale,
        "labour to own productivity": curve * added * (1.0 - putout) / scale,
        "labour to the price of inputs": -curve * inputs / scale,
        "labour to the price of work put out": -curve * added * putout / scale,
        "work put out to its price": -1.0 - curve * added * putout / scale,
    }
    return {name: value + 0.0 for name, value in found.items()}  # no minus before a zero


def derived() -> dict[str, float]:
    """Other numbers that follow from the parameters at the centre of their ranges."""
    curve = 1.0 - 1.0 / VALUE["demand_elasticity"]
    swing = VALUE["shock_spread"] / math.sqrt(1.0 - VALUE["shock_persistence"] ** 2)
    share = VALUE["labour_elasticity"] * curve / (1.0 + VALUE["monopsony_markdown"])
    capital = VALUE["capital_elasticity"] * curve
    return {
        "share of a firm's value added that its own labour earns, the owner's work counted": share,
        "the same for capital, at the firm's own rate of return and with depreciation": capital,
        "long-run standard deviation of a firm's log productivity": swing,
        "long-run standard deviation of a buyer's log orders, as a multiple of `volatility`": 1.0
        / math.sqrt(1.0 - VALUE["order_persistence"] ** 2),
    }
