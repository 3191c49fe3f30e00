"""How far the model's own certainty can be trusted: its signs and intervals compared with published effects."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from poverty_nodes.experiments.evidence.trials.trial import Result


@dataclass(frozen=True)
class Calibration:
    """Of effects that the model calls unlike zero, how many have the published sign; of published sizes, how many lie
    in the model's 95 % intervals. What a term or parameter puts in is left out."""

    called: int
    right_sign: int
    sized: int
    held: int

    def words(self) -> str:
        """Both in a sentence.

        >>> Calibration(20, 15, 24, 3).words().partition(";")[0]
        '15 of 20 effects that the model calls unlike zero have the published sign'
        """
        return (
            f"{self.right_sign} of {self.called} effects that the model calls unlike zero have the published sign; "
            f"{self.held} of {self.sized} published sizes lie in its 95 % intervals."
        )


def calibration_of(results: Sequence[Result]) -> Calibration:
    """Count over the effects that can be tested and have a published sign, or size."""
    tested = [each for each in results if each.status != "not testable" and not each.effect.imposed]
    signed = [(each, _sign(each)) for each in tested]
    called = [
        (each, sign)
        for each, sign in signed
        if sign and (each.found.low > 0.0 or each.found.high < 0.0)
    ]
    sized = [each for each in tested if math.isfinite(each.effect.published.value)]
    return Calibration(
        len(called),
        sum(each.found.value * sign > 0.0 for each, sign in called),
        len(sized),
        sum(each.found.low <= each.effect.published.value <= each.found.high for each in sized),
    )


def _sign(result: Result) -> int:
    """The published sign: 1, -1, or 0 where the range holds zero."""
    published = result.effect.published
    if published.low >= 0.0:
        return 1
    return -1 if published.high <= 0.0 else 0
