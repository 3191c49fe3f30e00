"""A cluster with some of its numbers set to others, and the rest made to hold together with them.

What depends on what is fixed here, so that a draw is coherent by construction:

- *Shares of one whole* (tiers of firms, posts of a tier, buyers' orders): those that are set hold, the rest share what
  is left in their old proportions; if all are set they are divided by their sum.
- *Head-counts*: firms, tiers and all workers are free; mean workers of a firm follow. Those tiers that are set keep
  their size, the others are scaled so that firms x shares x sizes stands to workers as in the description; if all are
  set, their proportions hold, as far as no tier falls below one worker.
- *Adults of a household* are set for the household size of the description and scale with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar, cast

from pydantic import BaseModel

from poverty_nodes.scenarios.description.cluster import BuyerDescription, ClusterDescription
from poverty_nodes.scenarios.description.coherence import incoherences
from poverty_nodes.scenarios.description.estimate import Estimate
from poverty_nodes.scenarios.description.quantities import FirmSize
from poverty_nodes.scenarios.errors import Problem, QuestionError, nearest_name
from poverty_nodes.scenarios.inputs.register import OF_THE_MODEL

TIERS = ("exporter", "subcontractor", "specialist")
SMALLEST = FirmSize.least
"""Workers of the smallest firm that a tier can have on average."""
POSTS = ("skilled_regular", "regular", "casual", "homework")

Values = dict[str, float]
P = TypeVar("P")


def with_inputs(cluster: ClusterDescription, inputs: Mapping[str, float]) -> ClusterDescription:
    """The description with numbers set by name (those of the model are passed over); no input: the same object.

    Raises QuestionError with every name that does not exist, every number that its key refuses, and every way in
    which the numbers cannot hold together.
    """
    values = {name: each for name, each in inputs.items() if not name.startswith(OF_THE_MODEL)}
    if not values:
        return cluster
    known = dict(cluster.estimates())
    problems = [*_unknown(values, known), *_out_of_range(values, known)]
    if problems:
        raise QuestionError(problems)
    central = {name: each.value for name, each in known.items()}
    for family in _wholes(cluster):
        values |= _filled(family, values, central)
    values |= _sizes(values, central)
    values |= _adults(values, central)
    moved = replaced(cluster, "", values)
    problems = [
        *_out_of_range(values, known),
        *incoherences(moved, dict.fromkeys(type(moved).model_fields, "inputs")),
    ]
    if problems:
        raise QuestionError(problems)
    return moved


def parameters_in(inputs: Mapping[str, float]) -> dict[str, float]:
    """The numbers of the model among inputs, by their own names."""
    return {
        name.removeprefix(OF_THE_MODEL): value
        for name, value in inputs.items()
        if name.startswith(OF_THE_MODEL)
    }


def _unknown(values: Values, known: Mapping[str, Estimate]) -> Iterator[Problem]:
    for name in values:
        if name not in known:
            nearest, remedy = nearest_name(name, known), "poverty-nodes list inputs"
            yield Problem(f"inputs.{name}", "there is no such input", "", nearest, remedy)


def _out_of_range(values: Values, known: Mapping[str, Estimate]) -> Iterator[Problem]:
    for name, value in values.items():
        kind = known.get(name)
        if kind is not None and not kind.least <= value <= kind.most:
            accepted = f"a number from {kind.least:g} to {kind.most:g}"
            yield Problem(f"inputs.{name}", f"{value:g} is out of range", accepted)


def _wholes(cluster: ClusterDescription) -> list[tuple[str, ...]]:
    """The families of shares that sum to one."""
    return [
        tuple(f"firms.tier_share.{tier}" for tier in TIERS),
        *(tuple(f"workers.posts.{tier}.{post}" for post in POSTS) for tier in TIERS),
        tuple(f"chain.buyers.{buyer.id}.share" for buyer in cluster.chain.buyers),
    ]


def _filled(family: Sequence[str], values: Values, central: Values) -> Values:
    """The shares of one whole, given those that are set."""
    given = {name: values[name] for name in family if name in values}
    rest = {name: central[name] for name in family if name not in values}
    if not given:
        return {}
    whole, left = sum(given.values()), sum(rest.values())
    if not rest:
        if whole <= 0:
            raise QuestionError([Problem(f"inputs.{family[0]}", "the shares of a whole are all 0")])
        return {name: value / whole for name, value in given.items()}
    if whole > 1 or (whole < 1 and left <= 0):
        message = f"{', '.join(given)} sum to {whole:g}"
        raise QuestionError([Problem(f"inputs.{next(iter(given))}", message, "a sum of at most 1")])
    return given | {name: value * (1.0 - whole) / left for name, value in rest.items() if left > 0}


def _sizes(values: Values, central: Values) -> Values:
    """Mean workers of a firm by tier that go with firms, tiers and workers."""
    shares = [f"firms.tier_share.{tier}" for tier in TIERS]
    sizes = [f"firms.mean_workers.{tier}" for tier in TIERS]
    if not {"firms.total", "workers.total", *shares, *sizes} & values.keys():
        return {}
    now = central | values
    implied = central["firms.total"] * sum(
        central[share] * central[size] for share, size in zip(shares, sizes, strict=True)
    )
    wanted = implied / central["workers.total"] * now["workers.total"] / now["firms.total"]
    held = {size for size in sizes if size in values}
    held = set() if len(held) == len(sizes) else held
    parts = {size: now[share] * now[size] for share, size in zip(shares, sizes, strict=True)}
    found = _scaled(
        parts, held, wanted, {s: now[share] for share, s in zip(shares, sizes, strict=True)}
    )
    if found is None:
        message = (
            f"firms of this size have more workers than the {now['workers.total']:,.0f} there are"
        )
        raise QuestionError(
            [Problem("inputs.firms.mean_workers", message, "smaller firms or fewer")]
        )
    return found


def _scaled(parts: Values, held: set[str], wanted: float, shares: Values) -> Values | None:
    """Sizes of firms by tier that add up to `wanted` workers for a firm; None if they cannot.

    `parts` are workers of a tier for a firm of any. Those that are not held are scaled alike, but never below one
    worker, which then the others make up for.
    """
    fixed = {size: parts[size] for size in held}
    while len(fixed) < len(parts):
        free = [size for size in parts if size not in fixed]
        factor = (wanted - sum(fixed.values())) / sum(parts[size] for size in free)
        small = [size for size in free if factor * parts[size] < SMALLEST * shares[size]]
        if not small:
            fixed |= {size: factor * parts[size] for size in free}
        elif len(small) == len(free):
            return None
        else:
            fixed |= {size: SMALLEST * shares[size] for size in small}
    return {size: fixed[size] / shares[size] if shares[size] else parts[size] for size in parts}


def _adults(values: Values, central: Values) -> Values:
    size, adults = "households.size", "households.adults"
    if size not in values:
        return {}
    return {adults: (central | values)[adults] * values[size] / central[size]}


def replaced(part: P, key: str, values: Values) -> P:
    """A copy of a part of a description with the numbers below `key` replaced; parts without any are shared."""
    below = f"{key}." if key else ""
    if not any(name == key or name.startswith(below) for name in values):
        return part
    if isinstance(part, Estimate):
        return cast(P, part.model_copy(update={"value": values[key]}))
    if isinstance(part, BaseModel):
        fields = {
            name: replaced(getattr(part, name), f"{below}{name}", values)
            for name in type(part).model_fields
        }
        return cast(P, part.model_copy(update=fields))
    if isinstance(part, dict):
        return cast(
            P, {name: replaced(each, f"{below}{name}", values) for name, each in part.items()}
        )
    if isinstance(part, tuple):
        return cast(
            P,
            tuple(
                replaced(each, f"{below}{each.id}", values)
                if isinstance(each, BuyerDescription)
                else each
                for each in part
            ),
        )
    return part
