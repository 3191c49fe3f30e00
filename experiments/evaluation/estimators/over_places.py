"""One place with the programme against several without it: synthetic control, synthetic difference in differences.

The error of each is that of the same estimate made of every place without the programme in turn (placebos over places).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from poverty_nodes.experiments.evaluation.estimators.fit import NONE, Estimate
from poverty_nodes.experiments.evaluation.estimators.place_panel import PlacePanel, shares
from poverty_nodes.experiments.evaluation.survey.survey import Survey

SLIGHT = 1e-6
"""Ridge of weights that are to be found by fit alone, as a part of the noise (Arkhangelsky and others 2021)."""


def synthetic_control(survey: Survey) -> Estimate:
    """The last answer less that of a mean of others which was likest to the place before (Abadie and others 2010)."""
    return _over_places(survey, control_effect)


def synthetic_did(survey: Survey) -> Estimate:
    """Changes compared, with places and earlier waves weighted to be like the place (Arkhangelsky and others 2021)."""
    return _over_places(survey, synthetic_did_effect)


def differences_over_places(survey: Survey) -> Estimate:
    """The change of the place less the mean change of the others, a place being one observation."""
    return _over_places(survey, change_effect)


def change_effect(panel: PlacePanel) -> float:
    """Last less the mean of all waves before, of the first place less of the others."""
    change = panel.last - panel.before.mean(axis=1)
    return float(change[0] - change[1:].mean())


def control_effect(panel: PlacePanel) -> float:
    """The first place less its synthetic control at the last wave."""
    ridge = SLIGHT**2 * _noise(panel) ** 2 * panel.before.shape[1]
    weight = shares(panel.before[1:].T, panel.before[0], ridge)
    return float(panel.last[0] - weight @ panel.last[1:])


def synthetic_did_effect(panel: PlacePanel) -> float:
    """The weighted double difference, one wave after the programme being read."""
    return synthetic_did_of(panel.before, panel.last[:, None])


def synthetic_did_of(before: np.ndarray, after: np.ndarray) -> float:
    """Of outcomes (places, waves) before and after, the first place being the one with the programme.

    Weights of places are found up to a constant, with a ridge of (waves after)^(1/4) standard deviations of the others'
    changes from wave to wave; those of waves with hardly any.
    """
    panel = PlacePanel(before, after.mean(axis=1))
    waves, noise = before.shape[1], _noise(panel)
    zeta = after.shape[1] ** 0.25 * noise
    centred = before - before.mean(axis=1, keepdims=True)
    place = shares(centred[1:].T, centred[0], zeta**2 * waves)
    others = before[1:]
    time = shares(
        others - others.mean(axis=0),
        panel.last[1:] - panel.last[1:].mean(),
        (SLIGHT * noise) ** 2 * len(others),
    )
    change = panel.last - before @ time
    return float(change[0] - place @ change[1:])


def _noise(panel: PlacePanel) -> float:
    """Standard deviation of the others' changes from wave to wave; of their levels where there is one wave alone."""
    steps = np.diff(panel.before[1:], axis=1).ravel()
    if len(steps) > 1 and steps.std() > 0.0:
        return float(steps.std(ddof=1))
    spread = float(panel.before[1:].std())
    return spread if spread > 0.0 else 1.0


def _over_places(survey: Survey, effect: Callable[[PlacePanel], float]) -> Estimate:
    panel = PlacePanel.of(survey)
    if panel is None:
        return NONE
    value, others = effect(panel), len(panel.last) - 1
    if others < 3:
        return Estimate(value)
    placebo = np.array([effect(panel.with_first(row)) for row in range(1, others + 1)])
    error = float(np.sqrt(np.mean(placebo**2) * others / (others - 1)))
    return Estimate(value, error, others, placebo=tuple(float(each) for each in placebo))
