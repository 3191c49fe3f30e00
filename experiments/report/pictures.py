"""Options for the pictures of a page: whether PNG is written too, and a callback for progress."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Pictures:
    """Options for pictures; `told` is called with how many are drawn, of how many."""

    png: bool = False
    told: Callable[[int, int], None] = lambda done, of: None


AS_SVG = Pictures()
"""No PNG and no callback."""
