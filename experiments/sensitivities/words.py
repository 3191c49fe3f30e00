"""The reading in plain language: what drives the outcomes, what does not, and what to make of chance."""

from __future__ import annotations

import numpy as np
import pandas as pd

from poverty_nodes.experiments.report.labels import policy_label
from poverty_nodes.experiments.sensitivities.analysis import MAIN, Sensitivity
from poverty_nodes.experiments.sensitivities.factors import CHANCE
from poverty_nodes.experiments.sensitivities.indices import LEAST
from poverty_nodes.experiments.sensitivities.runs import Target
from poverty_nodes.experiments.uncertainty.words import no_value, title

_UNIT = {
    "sobol": "as shares of its variance, interactions counted in",
    "morris": "against the largest mean effect of a step",
    "pawn": "as distances between distributions",
    "delta": "as Borgonovo's delta",
    "rbd_fast": "as shares of its variance, each alone",
}

BELIEVED = 1.5
"""A share whose interval reaches beyond this tells of too few blocks and of nothing else."""

FEW = " That they miss this so far says that there are too few blocks: read the ranks at most, and set n higher."


def name_of(factor: str) -> str:
    """A factor as a reader would call it: "casual ratio (workers)", "take up of micro-credit".

    >>> name_of("workers.casual_ratio"), name_of("policy.micro_credit.take_up"), name_of("chance")
    ('casual ratio (workers)', 'take up of micro-credit', 'luck (chance)')
    """
    if factor == CHANCE:
        return "luck (chance)"
    parts = factor.replace("_", " ").split(".")
    if parts[0] == "policy" and len(parts) > 2:
        return f"{' '.join(parts[2:])} of {policy_label(factor.split('.')[1])}"
    if len(parts) > 1:
        above = "model" if parts[0] == "parameters" else " ".join(parts[:-1])
        return f"{parts[-1]} ({above})"
    return parts[0]


def target_words(target: Target) -> str:
    """An outcome in words."""
    words = title(target.outcome)
    return f"effect of the package on the {words}" if target.is_effect else words


def reading(found: Sensitivity) -> list[str]:
    """A sentence for each of the main outcomes, then what was left out and why it stopped."""
    chosen = [each for each in found.targets if each.outcome == found.targets[0].outcome]
    others = [each for each in found.targets if each not in chosen][:3]
    sentences = [_drives(found, each) for each in (*chosen, *others)]
    sentences += _remarks(found)
    return [each for each in sentences if each]


def plainly(found: Sensitivity) -> str:
    """The reading in one sentence that needs no statistics: what to find out, what to decide well, how much is luck."""
    told = found.targets[0]
    target = next(
        (each for each in found.targets if each.is_effect and each.outcome == told.outcome), told
    )
    rows, words = main_rows(found, target), target_words(target)
    if rows["value"].isna().all() or not float(rows["value"].max()) > 0:
        return f"Nothing that was varied moves the {words}."
    first, scale = rows.iloc[0], float(rows["value"].max()) if found.method == "morris" else 1.0
    factors = rows[(rows["factor"] != CHANCE) & (rows["value"] > _by_luck_alone(found))]
    factors = factors[(factors["low"] > 0.01 * scale) & (factors["high"] < BELIEVED * scale)]
    known, decided = (factors[factors["kind"] == kind] for kind in ("input", "term"))
    parts = []
    if len(known):
        parts.append(
            f"of what is not known exactly, on the {name_of(str(known.iloc[0]['factor']))}"
        )
    if len(decided):
        parts.append(f"of what is decided, on the {name_of(str(decided.iloc[0]['factor']))}")
    if not parts:
        return f"What the {words} hangs on cannot be told from luck with so few runs: set n higher."
    luck = " Luck weighs more than any of them." if first["factor"] == CHANCE else ""
    return f"The {words} hangs most, {' and '.join(parts)}.{luck}"


def main_rows(found: Sensitivity, target: Target) -> pd.DataFrame:
    """The factors of an outcome by the index that ranks them, largest first; chance among them."""
    rows = found.of(target)
    index = MAIN[found.method]
    main = rows[(rows["method"] == found.method) & (rows["index"] == index)]
    if CHANCE not in set(main["factor"]):
        main = pd.concat([main, rows[(rows["factor"] == CHANCE) & (rows["index"] == "ST")]])
    return main.sort_values("value", ascending=False, kind="stable", na_position="last")


def _drives(found: Sensitivity, target: Target) -> str:
    words = target_words(target)
    rows = main_rows(found, target)
    if not np.isfinite(found.outcomes[:, found.targets.index(target)]).any():
        return f"The {words} could not be measured. {no_value(target.outcome)}"
    if target.name in found.constant:
        return f"The {words} does not vary: nothing drives it."
    if rows["value"].isna().all():
        return f"What drives the {words} cannot be told: {_untold(found)}."
    scale = float(rows["value"].max()) if found.method == "morris" else 1.0
    factors = rows[rows["factor"] != CHANCE]
    sure = factors[(factors["low"] > 0.01 * scale) & (factors["high"] < BELIEVED * scale)]
    sure = sure[sure["value"] > _by_luck_alone(found)].head(3)
    chance = rows[rows["factor"] == CHANCE].iloc[0]
    of_what = "" if found.method == "morris" else " of its variance"
    luck = f"chance makes up {_share(chance, scale)}{of_what}"
    if found.method != "morris" and chance["high"] > BELIEVED:
        luck = "how much is chance cannot be told from so few rows"
    if sure.empty:
        return f"What drives the {words}: no factor can be told from luck; {luck}. More blocks would help."
    parts = [
        f"{name_of(str(row['factor']))} ({row['kind']}, {_share(row, scale)})"
        for _, row in sure.iterrows()
    ]
    return f"What drives the {words}: {', then '.join(parts)}, {_UNIT[found.method]}; {luck}.{_terms(factors, scale)}"


def _untold(found: Sensitivity) -> str:
    whole, least = found.blocks - found.left_out, LEAST[found.method]
    if whole < least:
        return f"{whole} of {found.blocks} blocks have all their runs, and {found.method} needs {least}"
    return f"{found.method} finds no index in so few different values"


def _by_luck_alone(found: Sensitivity) -> float:
    """What PAWN gives a factor that does nothing, at most: Kolmogorov and Smirnov's bound at 5 %."""
    if found.method != "pawn":
        return 0.0
    rows = found.blocks
    return 1.36 * float(np.sqrt((max(2, min(10, rows // 10)) + 1) / rows))


def _share(row: pd.Series, scale: float) -> str:
    value, low, high = (100 * float(row[name]) / scale for name in ("value", "low", "high"))
    text = f"{value:.0f} %"
    return f"{text}, {max(0.0, low):.0f} to {high:.0f}" if np.isfinite(low) else text


def _terms(factors: pd.DataFrame, scale: float) -> str:
    """Say whether the terms or the inputs weigh more, where both are varied."""
    by_kind = factors.groupby("kind")["value"].max()
    if not {"input", "term"} <= set(by_kind.index):
        return ""
    term, known = float(by_kind["term"]) / scale, float(by_kind["input"]) / scale
    if term > 1.5 * known:
        return " What is decided matters more here than what is not known."
    if known > 1.5 * term:
        return " What is not known matters more here than what is decided: better numbers before finer terms."
    return " What is decided and what is not known matter about alike."


def _remarks(found: Sensitivity) -> list[str]:
    remarks = []
    if found.dropped:
        names = ", ".join(name_of(each) for each in found.dropped)
        remarks.append(
            f"Morris found these to do next to nothing, and they were left at their own values: {names}."
        )
    inert = [name for name in found.factors.names if _is_inert(found, name)]
    if inert:
        remarks.append(
            f"Nothing at all hangs on {', '.join(name_of(each) for each in inert)} within these months."
        )
    if found.constant:
        remarks.append(f"Constant, so without indices: {', '.join(found.constant)}.")
    if found.left_out:
        remarks.append(
            f"{found.left_out} of {found.blocks} blocks were left out whole, because a run in them {_why_out(found)}"
        )
    if found.method == "sobol":
        remarks.append(_sums(found))
        remarks.append(f"{found.blocks} blocks: {found.reason}.")
    return remarks


def _why_out(found: Sensitivity) -> str:
    if found.failures:
        return "failed; failures.csv has the runs, the page says where they fail."
    empty = [
        each
        for each, values in zip(found.targets, found.outcomes.T, strict=True)
        if not np.isfinite(values).all()
    ]
    names = " and no ".join(target_words(each) for each in empty)
    return f"has no {names}. {no_value(empty[0].outcome)}"


def _is_inert(found: Sensitivity, name: str) -> bool:
    rows = found.indices[(found.indices["factor"] == name) & found.indices["value"].notna()]
    return bool(len(rows)) and bool((rows["value"] == 0).all())


def _sums(found: Sensitivity) -> str:
    """The sum rule: first-order shares add up to at most one, total ones to at least one."""
    target = found.targets[0]
    rows = found.of(target)
    first, total = (float(rows.loc[rows["index"] == each, "value"].sum()) for each in ("S1", "ST"))
    return (
        f"Check: for the {target_words(target)} the shares of single factors add up to {first:.2f} (at most 1 but for "
        f"error) and the total shares to {total:.2f} (at least 1); what lies between is interaction."
        + (FEW if first > BELIEVED or total < 0.7 else "")
    )
