"""How the pictures of a page are made: whether as PNG too, and who is told how many are drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Pictures:
    """What is asked of pictures; `told` hears how many are drawn, of how many."""

    png: bool = False
    told: Callable[[int, int], None] = lambda done, of: None


AS_SVG = Pictures()
"""No PNG, and nobody is told."""
