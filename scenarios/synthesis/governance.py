"""What a type of governance means in numbers until a case says otherwise (all judged, none measured).

Order of the types after Gereffi, Humphrey and Sturgeon (2005); the direction of markdowns and switching after
Bazan and Navas-Aleman (2003) and Cajal-Grossi, Macchiavello and Noguera (2023), who find that a relational buyer
leaves its supplier a markup about 11 % higher than a spot buyer on the same order.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class GovernanceDefault:
    """Markdown and premium as shares of the price; switching as a share of orders a month."""

    markdown: float
    premium: float
    switching: float


GOVERNANCE_DEFAULTS = (
    GovernanceDefault(markdown=0.05, premium=0.05, switching=0.12),  # market
    GovernanceDefault(markdown=0.08, premium=0.10, switching=0.06),  # modular
    GovernanceDefault(markdown=0.06, premium=0.15, switching=0.02),  # relational
    GovernanceDefault(markdown=0.18, premium=0.10, switching=0.015),  # captive
    GovernanceDefault(markdown=0.10, premium=0.10, switching=0.005),  # hierarchy
)
"""In the order of GOVERNANCE in model/population/codes.py."""
