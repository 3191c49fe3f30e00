"""What a type of governance means in numbers until a case says otherwise (all judged, none measured).

Order of the types after Gereffi, Humphrey and Sturgeon (2005); the direction of markdowns and switching after
Bazan and Navas-Aleman (2003) and Cajal-Grossi, Macchiavello and Noguera (2023), who find that a relational buyer
leaves its supplier a markup about 11 % higher than a spot buyer on the same order. How close buyers and suppliers stand
rises from market to hierarchy (the same order); about half of Sialkot's firms would not leave a tried supplier for an
untried one at a tenth less (Chaudhry 2011), which is where its mix of buyers comes to.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class GovernanceDefault:
    """Markdown and premium as shares of the price; switching as a share of orders a month; help by kind of step.

    Closeness (0-1) is the tie that a perfect record of delivery comes to.
    """

    markdown: float
    premium: float
    switching: float
    process: float
    product: float
    functional: float
    closeness: float


GOVERNANCE_DEFAULTS = (
    GovernanceDefault(
        markdown=0.05,
        premium=0.05,
        switching=0.12,
        process=0.4,
        product=0.4,
        functional=1.0,
        closeness=0.3,
    ),  # market
    GovernanceDefault(
        markdown=0.08,
        premium=0.10,
        switching=0.06,
        process=0.7,
        product=0.7,
        functional=1.0,
        closeness=0.5,
    ),  # modular
    GovernanceDefault(
        markdown=0.06,
        premium=0.15,
        switching=0.02,
        process=1.2,
        product=1.5,
        functional=0.7,
        closeness=0.9,
    ),  # relational
    GovernanceDefault(
        markdown=0.18,
        premium=0.10,
        switching=0.015,
        process=1.5,
        product=1.5,
        functional=0.05,
        closeness=0.7,
    ),  # captive
    GovernanceDefault(
        markdown=0.10,
        premium=0.10,
        switching=0.005,
        process=1.7,
        product=1.7,
        functional=0.1,
        closeness=1.0,
    ),  # hierarchy
)
"""In the order of GOVERNANCE in model/population/codes.py."""

TERMS = np.array(
    [
        [d.markdown, d.premium, d.switching, d.process, d.product, d.functional, d.closeness]
        for d in GOVERNANCE_DEFAULTS
    ]
)
"""The same as an array (types, 7) for compiled rules: columns in the order of the fields."""
