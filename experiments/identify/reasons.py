"""Why a cluster ranks where it does, in words that follow from its numbers."""

from __future__ import annotations

import pandas as pd

from poverty_nodes.experiments.identify.components import COMPONENTS
from poverty_nodes.experiments.identify.kinds import ADVICE
from poverty_nodes.experiments.report.numbers import count

MOST = 3
"""Components that a reason names."""
JOINT = (
    (0.0, "firms do not act together"),
    (1 / 3, "firms help each other as neighbours do"),
    (2 / 3, "firms act together with customers and suppliers"),
    (1.0, "firms act together in associations"),
)


def reason(row: pd.Series, clusters: pd.DataFrame) -> str:
    """Return a sentence: how poor the cluster is, how it differs from the median cluster, and of which kind it is."""
    standing = sorted(
        (each for each in COMPONENTS if each.key not in ("headcount", "joint_action")),
        key=lambda each: -_above_middle(row, clusters, each.key),
    )
    told = [
        _words(row, each.key)
        for each in standing[:MOST]
        if _above_middle(row, clusters, each.key) > 0
    ]
    first = (
        f"{_per_cent(row['headcount'])} of those who live from it are poor "
        f"({_per_cent(row['headcount_low'])} to {_per_cent(row['headcount_high'])})"
    )
    kind = str(row["kind"]).partition(",")[0]
    joint = next(words for least, words in reversed(JOINT) if row["joint_action"] >= least - 1e-9)
    middle = f"; more than in the middle of the clusters: {', '.join(told)}" if told else ""
    return f"{kind.capitalize()}: {first}{middle}; {joint}: {ADVICE[kind]}."


def _above_middle(row: pd.Series, clusters: pd.DataFrame, key: str) -> float:
    """How far a component stands above the median of all clusters, on its own scale."""
    component = next(each for each in COMPONENTS if each.key == key)
    scaled = component.scaled(clusters[key].to_numpy(dtype=float))
    own = component.scaled(pd.Series([row[key]]).to_numpy(dtype=float))[0]
    return float(component.weight * (own - pd.Series(scaled).median()))


def _words(row: pd.Series, key: str) -> str:
    value = float(row[key])
    return {
        "gap": f"a gap of {_per_cent(value)} of the line",
        "poor": f"{count(value)} poor people",
        "women": f"{count(value)} women workers",
        "home_workers": f"{count(value)} home workers",
        "unskilled": f"{count(value)} unskilled workers",
        "one_buyer": f"{_per_cent(value)} of sales to one buyer",
    }[key]


def _per_cent(share: float) -> str:
    return f"{100 * share:.0f} %"
