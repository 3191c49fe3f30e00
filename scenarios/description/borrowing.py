"""Numbers of one place taken for another: the same value, a wider range, and a note that says so."""

from __future__ import annotations

from typing import Any

from poverty_nodes.scenarios.description.estimate import TO_REPLACE, Estimate
from poverty_nodes.scenarios.description.facts import Facts

WIDER = 1.5
"""By how much the range of a number grows when it is taken for another place (judged)."""
Tree = dict[str, Any]


def borrowed(estimate: Estimate, title: str, rows: int = 0) -> Tree:
    """A number of another place as an assumption here: same value, a range half as wide again."""
    least, most = type(estimate).least, type(estimate).most
    why = f"Only {rows} rows of the survey speak of it. " if rows else ""
    low = max(
        estimate.value - WIDER * max(estimate.value - estimate.low, 0.02 * estimate.value), least
    )
    high = min(
        estimate.value + WIDER * max(estimate.high - estimate.value, 0.02 * estimate.value), most
    )
    return {
        # At a bound of its kind a number is moved a little inside, so that its range holds it.
        "value": min(max(estimate.value, low + 1e-4 * (high - low)), high - 1e-4 * (high - low)),
        "low": low,
        "high": high,
        "unit": estimate.unit,
        "year": estimate.year,
        "kind": "assumed",
        "source": "assumed",
        "note": f"{why}{TO_REPLACE} taken from {title}, where it is {estimate.kind}.",
    }


def borrowed_facts(facts: Facts | None, title: str, phase: str) -> Tree:
    """Readings in words for another place: its own phase, the setting and joint action of the place borrowed from."""
    words = {
        "phase": (phase, "As in cluster.yaml."),
        "setting": (None if facts is None else facts.setting.value, ""),
        "joint_action": (None if facts is None else facts.joint_action.value, ""),
    }
    usual = {"setting": "urban", "joint_action": "informal"}
    return {
        key: {
            "value": value or usual[key],
            "kind": "judged",
            "source": "assumed",
            "note": note or f"{TO_REPLACE} taken from {title}.",
        }
        for key, (value, note) in words.items()
    }


def sum_to_one(sections: dict[str, Tree]) -> None:
    """Round shares that belong together to four decimals so that they still sum to 1."""
    groups = [sections["firms"]["tier_share"].values()]
    groups += [posts.values() for posts in sections["workers"]["posts"].values()]
    groups += [[buyer["share"] for buyer in sections["chain"]["buyers"]]]
    for group in groups:
        shares = list(group)
        whole = sum(each["value"] for each in shares)
        for each in shares:
            least = 0.0 if each["kind"] == "measured" else 1e-4
            each["value"] = max(round(each["value"] / whole, 4), least)
        largest = max(shares, key=lambda each: float(each["value"]))
        rest = sum(each["value"] for each in shares if each is not largest)
        largest["value"] = round(1.0 - rest, 4)
        for each in shares:
            inside = 0.0 if each["kind"] == "measured" else 1e-5
            each["low"] = min(each["low"], max(each["value"] - inside, 0.0))
            each["high"] = max(each["high"], min(each["value"] + inside, 1.0))


def round_numbers(part: Any) -> None:
    """Six digits for every number, as they will stand in the files."""
    for below in part.values() if isinstance(part, dict) else part:
        if isinstance(below, dict) and "low" in below:
            for key in ("value", "low", "high"):
                below[key] = float(f"{below[key]:.6g}")
        elif isinstance(below, dict | list):
            round_numbers(below)
