"""A survey of sixty clusters in five waves: a programme opens in a third of them at month 12, in another at 24."""

from __future__ import annotations

import numpy as np

from poverty_nodes.experiments.evaluation.survey.survey import Survey

MONTHS = (0, 6, 12, 24, 36)


def staggered_survey() -> Survey:
    """Effects grow with the months since the opening, so that two-way fixed effects are biased."""
    chance = np.random.default_rng(31)
    cluster = np.repeat(np.arange(60), 5)
    opens = np.array([12.0, 24.0, np.inf])[cluster % 3]
    months = np.array(MONTHS)
    has = months[None, :] >= opens[:, None]
    since = np.where(has, months[None, :] - np.where(has, opens[:, None], 0.0), 0.0)
    luck = chance.normal(0, 0.3, (60, len(MONTHS)))[cluster]
    level = chance.normal(5, 1, (len(cluster), 1))
    y = level + 0.02 * months + has * (0.3 + 0.05 * since) + luck
    y = y + chance.normal(0, 0.5, y.shape)
    offered = np.isfinite(opens).astype(float)
    score = chance.uniform(-1.2, 1.2, len(cluster))
    return Survey(
        y, offered, offered, np.ones(len(cluster)), cluster, np.zeros((len(cluster), 1)),
        MONTHS, (cluster % 3).astype(np.int64), opens, score,
        np.array([0.0, 0.5, 1.0])[cluster % 3],
    )  # fmt: skip
