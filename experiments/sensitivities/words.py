"""The reading in plain language: what drives the outcomes, what does not, and what to make of chance."""

from __future__ import annotations

import numpy as np
import pandas as pd

from poverty_nodes.experiments.answer.setting_words import key_words
from poverty_nodes.experiments.report.input_names import input_name
from poverty_nodes.experiments.report.labels import listed
from poverty_nodes.experiments.sensitivities.analysis import MAIN, Sensitivity
from poverty_nodes.experiments.sensitivities.factors import CHANCE
from poverty_nodes.experiments.sensitivities.indices import LEAST
from poverty_nodes.experiments.sensitivities.runs import Target
from poverty_nodes.experiments.uncertainty.words import no_value, title

_UNIT = {
    "sobol": "in shares of its differences, what acts only together counted in",
    "morris": "each step against that of the first",
    "pawn": "in distances between distributions",
    "delta": "in parts of its distribution's shape",
    "rbd_fast": "in shares of its differences, each alone",
}
_MOVES = ("differs between runs mostly by", "moves most with")
KINDS = {"input": "not known exactly", "term": "decided", "chance": "luck"}
"""The kinds of factors in words."""

BELIEVED = 1.5
"""A share whose interval reaches beyond this tells of too few blocks and of nothing else."""

FEW = " That they miss this so far says that there are too few blocks: read the ranks at most, and set n higher."


def name_of(factor: str) -> str:
    """A factor as a reader would call it; a bundle by its own name.

    >>> name_of("workers.casual_ratio"), name_of("policy.micro_credit.take_up"), name_of("chance")
    ('casual pay over regular pay', 'take-up of micro-credit', 'luck')
    """
    if factor == CHANCE:
        return "luck"
    name = factor.removeprefix("inputs.")
    if "." not in name:
        return name.replace("_", " ")
    return key_words(name) if name.startswith(("policy.", "shock.")) else input_name(name)


def target_words(target: Target) -> str:
    """An outcome in words."""
    words = title(target.outcome)
    return f"effect of the package on the {words}" if target.is_effect else words


def reading(found: Sensitivity) -> list[str]:
    """A sentence for each of the main outcomes, one on those of which nothing can be told, then how it went."""
    chosen = [each for each in found.targets if each.outcome == found.targets[0].outcome]
    others = [each for each in found.targets if each not in chosen][:3]
    told = {each: _drives(found, each, each in chosen) for each in (*chosen, *others)}
    lost = [f"the {target_words(each)}" for each, sentence in told.items() if sentence is None]
    sentences = [each for each in told.values() if each]
    if lost:
        sentences.append(
            f"Nothing that was varied can be told from luck in {listed(lost)}. More runs would help."
        )
    return [*sentences, *remarks(found)]


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
    sure = factors[(factors["low"] > 0.01 * scale) & (factors["high"] < BELIEVED * scale)]
    known, decided = (sure[sure["kind"] == kind] for kind in ("input", "term"))
    parts = []
    if len(known):
        parts.append(
            f"of what is not known exactly, on one number ({name_of(str(known.iloc[0]['factor']))})"
        )
    if len(decided):
        parts.append(f"of what is decided, on one term ({name_of(str(decided.iloc[0]['factor']))})")
    if not parts:
        return f"What the {words} hangs on cannot be told from luck with so few runs: set n higher."
    luck = " Luck weighs more than any of them." if first["factor"] == CHANCE else ""
    larger = factors[
        ~factors["factor"].isin(sure["factor"]) & (factors["value"] > sure["value"].max())
    ]
    if len(larger):
        luck += " Others may weigh more, which cannot be told from luck with so few runs."
    return f"The {words} hangs most, {', and '.join(parts)}.{luck}"


def main_rows(found: Sensitivity, target: Target) -> pd.DataFrame:
    """The factors of an outcome by the index that ranks them, largest first; chance among them."""
    rows = found.of(target)
    index = MAIN[found.method]
    main = rows[(rows["method"] == found.method) & (rows["index"] == index)]
    if CHANCE not in set(main["factor"]):
        main = pd.concat([main, rows[(rows["factor"] == CHANCE) & (rows["index"] == "ST")]])
    return main.sort_values("value", ascending=False, kind="stable", na_position="last")


def _drives(found: Sensitivity, target: Target, weighed: bool) -> str | None:
    """A sentence, "" if it never varies, None if nothing can be told from luck; `weighed`: terms against inputs."""
    words = target_words(target)
    rows = main_rows(found, target)
    if not np.isfinite(found.outcomes[:, found.targets.index(target)]).any():
        return f"The {words} could not be measured. {no_value(target.outcome)}"
    if target.name in found.constant:
        return ""  # said once of all that do not vary
    if rows["value"].isna().all():
        return f"What moves the {words} cannot be told: {_untold(found)}."
    scale = float(rows["value"].max()) if found.method == "morris" else 1.0
    factors = rows[rows["factor"] != CHANCE]
    sure = factors[(factors["low"] > 0.01 * scale) & (factors["high"] < BELIEVED * scale)]
    sure = sure[sure["value"] > _by_luck_alone(found)].head(3)
    chance = rows[rows["factor"] == CHANCE].iloc[0]
    luck = f"luck makes up {_share(chance, scale)}"
    if found.method == "morris":
        luck = f"other luck moves it too ({_share(chance, scale)})"
    elif chance["high"] > BELIEVED:
        luck = "how much of it is luck cannot be told from so few rows"
    if sure.empty:
        return None
    parts = [
        f"{name_of(str(row['factor']))} ({KINDS[str(row['kind'])]}; {_share(row, scale)})"
        for _, row in sure.iterrows()
    ]
    return (
        f"The {words} {_MOVES[found.method == 'morris']}: {', then '.join(parts)}, {_UNIT[found.method]}; {luck}."
        f"{_terms(factors, scale) if weighed else ''}"
    )


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


def remarks(found: Sensitivity) -> list[str]:
    """What was left out, what never moves, and how it went."""
    remarks = []
    if found.dropped:
        names = ", ".join(name_of(each) for each in found.dropped)
        remarks.append(
            f"Morris found these to do next to nothing, and they stayed at their own values: {names}."
        )
    inert = [name for name in found.factors.names if _is_inert(found, name)]
    if inert:
        remarks.append(
            f"Nothing at all hangs on {', '.join(name_of(each) for each in inert)} within these months."
        )
    if found.constant:
        named = [target_words(each) for each in found.targets if each.name in found.constant]
        remarks.append(f"The same in every run: {listed(named)}.")
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
