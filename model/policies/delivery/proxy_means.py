"""The proxy-means test: a score with errors admits some households that are not poor and misses some that are.

s_h = ln(y_h / n_h) + d z_h, with y_h / n_h smoothed income a member and z_h standard normal, drawn once for each
household. A wanted correlation r of score and log income gives d = sd(ln(y/n)) sqrt(1/r^2 - 1). Brown, Ravallion and
van de Walle (2018) find that common tests leave poverty far above what the same money could reach.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.draws import PROXY_MEANS, normals, uniforms
from poverty_nodes.model.policies.delivery.tables import Tables
from poverty_nodes.model.policies.delivery.target import ProxyMeans

LEAST = 1.0
"""Floor of income in dollars a person and month, because the score takes its log."""


def scores(test: ProxyMeans, tables: Tables) -> NDArray[np.float64]:
    """The score of every household (households,), on the scale of log dollars a person and month."""
    homes = tables.households
    log_income = np.log(np.maximum(homes["smoothed_income"] / homes["size"], LEAST))
    luck, error = np.empty(len(homes)), np.empty(len(homes))
    uniforms(tables.seed, PROXY_MEANS, 0, homes["id"], luck)
    normals(luck, error)
    noise = test.noise
    if noise is None:
        spread = float(np.std(log_income))
        noise = spread * float(np.sqrt(1.0 / (test.correlation or 1.0) ** 2 - 1.0))
    found: NDArray[np.float64] = log_income + noise * error
    return found


def admitted(test: ProxyMeans, tables: Tables) -> NDArray[np.bool_]:
    """Which households the test lets in (households,): the lowest share of each place, or those under the line."""
    score = scores(test, tables)
    if test.line is not None:
        return score < np.log(max(test.line, 1e-9))
    chosen = np.zeros(len(score), dtype=np.bool_)
    place = tables.households["place"]
    for code in np.unique(place):
        rows = np.flatnonzero(place == code)
        order = rows[np.argsort(score[rows], kind="stable")]
        chosen[order[: round((test.share or 0.0) * len(rows))]] = True
    return chosen
