"""The seed of a model: one whole number, from whichever of Mesa's two spellings was used."""

from __future__ import annotations

import operator
from typing import SupportsIndex

DEFAULT = 1
"""The seed when none is given, the first of `compare`: the same call gives the same run. Mesa would draw one."""

END = 2**63


def one_seed(seed: SupportsIndex | str | None, rng: SupportsIndex | str | None) -> int:
    """The seed, or Mesa's newer `rng`; a text of digits is read too, as a text field of a page gives it.

    ValueError if both are given or the number is out of range; TypeError for what is not a whole number, a
    generator among it: a run depends on its seed alone, and not on what was drawn elsewhere before.

    >>> one_seed(None, None), one_seed(7, None), one_seed(None, "42")
    (1, 7, 42)
    """
    if seed is not None and rng is not None:
        raise ValueError("give seed or rng, not both")
    given = seed if seed is not None else rng
    if given is None:
        return DEFAULT
    try:
        number = int(given) if isinstance(given, str) else operator.index(given)
    except (TypeError, ValueError):
        raise TypeError(f"a seed is a whole number, not {given!r}") from None
    if not 0 <= number < END:
        raise ValueError(f"a seed is from 0 to {END - 1}, not {number}")
    return number
