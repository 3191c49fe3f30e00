"""What a type of governance means in numbers until a case says otherwise (all judged, none measured).

Order of the types after Gereffi, Humphrey and Sturgeon (2005); the direction of markdowns and switching after
Bazan and Navas-Aleman (2003) and Cajal-Grossi, Macchiavello and Noguera (2023), who find that a relational buyer
leaves its supplier a markup about 11 % higher than a spot buyer on the same order. How close buyers and suppliers stand
rises from market to hierarchy (the same order); about half of Sialkot's firms would not leave a tried supplier for an
untried one at a tenth less (Chaudhry 2011), which is where its mix of buyers comes to.
"""

from __future__ import annotations

from dataclasses import dataclass

from poverty_nodes.model.parameters.parameter import Parameter
from poverty_nodes.model.population.codes import GOVERNANCE


@dataclass(frozen=True)
class Term:
    """One of a buyer's terms: value, low and high end by type of governance; alike for all types it is neutral."""

    name: str
    unit: str
    meaning: str
    by_type: tuple[tuple[float, float, float], ...]


# A row a term reads as a table; the formatter would give each ten lines.
# fmt: off

TERMS = (
    Term("markdown", "/1", "share of the price that a buyer of this type keeps",
         ((0.05, 0.0, 0.10), (0.08, 0.02, 0.15), (0.06, 0.01, 0.12), (0.18, 0.05, 0.30), (0.10, 0.02, 0.20))),
    Term("premium", "/1", "what a buyer of this type pays more for the best quality",
         ((0.05, 0.0, 0.10), (0.10, 0.05, 0.20), (0.15, 0.05, 0.25), (0.10, 0.05, 0.20), (0.10, 0.05, 0.20))),
    Term("switching", "/month", "share of its orders that a buyer of this type gives to others",
         ((0.12, 0.05, 0.25), (0.06, 0.03, 0.12), (0.02, 0.01, 0.05), (0.015, 0.005, 0.05), (0.005, 0.0, 0.02))),
    Term("process", "/1", "help with processes of a buyer of this type; an average buyer's is 1",
         ((0.4, 0.1, 0.8), (0.7, 0.3, 1.2), (1.2, 0.7, 1.7), (1.5, 0.8, 2.0), (1.7, 1.0, 2.5))),
    Term("product", "/1", "help with products of a buyer of this type; an average buyer's is 1",
         ((0.4, 0.1, 0.8), (0.7, 0.3, 1.2), (1.5, 0.8, 2.0), (1.5, 0.8, 2.0), (1.7, 1.0, 2.5))),
    Term("functional", "/1", "room for functions of their own that a buyer of this type leaves, 1 all",
         ((1.0, 0.5, 1.5), (1.0, 0.5, 1.5), (0.7, 0.3, 1.0), (0.05, 0.0, 0.3), (0.1, 0.0, 0.4))),
    Term("closeness", "0-1", "tie that a perfect record of delivery comes to with a buyer of this type",
         ((0.3, 0.1, 0.5), (0.5, 0.3, 0.7), (0.9, 0.6, 1.0), (0.7, 0.4, 0.9), (1.0, 0.7, 1.0))),
)

# fmt: on

_SOURCE = "order of types: gereffi2005, bazan_navas_aleman2003; size judged; alike for all types switches it off"

GOVERNANCE_TYPES = tuple(
    Parameter(
        f"{kind}_{term.name}", *numbers, term.unit, "assumed", _SOURCE, f"{kind}: {term.meaning}"
    )
    for term in TERMS
    for kind, numbers in zip(GOVERNANCE, term.by_type, strict=True)
)
