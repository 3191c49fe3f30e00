"""People who work without pay and firms that pay nobody: how many they are, and how the model treats them.

The model has no post without pay. Kin, partners and apprentices who get none are not among its workers: head-counts of
firms are without them, and what they make stays in the income of their firm's owner.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.scenarios.errors import Problem
from poverty_nodes.scenarios.survey.fields import POSTS, TIERS
from poverty_nodes.scenarios.survey.sheet import Sheet
from poverty_nodes.scenarios.survey.survey import Survey
from poverty_nodes.scenarios.survey.table import and_others

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]


def is_unpaid(workers: Sheet) -> Flags:
    """Return which workers work without pay (workers,)."""
    post = workers.codes.get("post")
    return np.zeros(len(workers), dtype=np.bool_) if post is None else post == len(POSTS)


def more_unpaid_than_workers(firms: Sheet) -> list[Problem]:
    """Return a problem if firms have more unpaid workers than workers."""
    unpaid, heads = firms.numbers.get("unpaid"), firms.numbers.get("workers")
    if unpaid is None or heads is None:
        return []
    most = firms.spans["workers"][1] if "workers" in firms.spans else heads
    over = [int(at) for at in np.flatnonzero(np.nan_to_num(unpaid) > most)]
    if not over:
        return []
    first = over[0]
    rows = [firms.rows[at] for at in over]
    message = f"{unpaid[first]:.0f} of {most[first]:.0f} workers are without pay{and_others(rows)}"
    remedy = "count who works without pay among the workers, or correct the cells"
    return [Problem(firms.where(first, "unpaid"), message, "at most the workers", "", remedy)]


def without_unpaid(survey: Survey) -> Survey:
    """Take unpaid workers out of the workers' file and out of the head-counts of firms."""
    unpaid = is_unpaid(survey.workers)
    firms, notes = survey.firms, list(survey.notes)
    counted = "unpaid" in firms.numbers
    paid = np.ones(len(TIERS))
    if unpaid.any():
        weights = _weights(survey)
        share = float(weights[unpaid].sum() / weights.sum())
        notes.append(
            f"{int(unpaid.sum()):,} of {len(unpaid):,} rows of {survey.workers.name} ({share:.1%} by weight) work "
            "without pay. The model has no post without pay: they are not among its workers, posts and pays, and what "
            "they make stays in the income of their firm's owner."
        )
        if len(firms) and not counted:
            paid = _paid_share(survey, unpaid, weights)
            shown = ", ".join(f"{name} {part:.2f}" for name, part in zip(TIERS, paid, strict=True))
            notes.append(
                f"Head-counts of firms have them in; sizes are multiplied by the part that is paid: {shown}."
            )
    if counted:
        firms, share = _paid_heads(firms)
        reason = (
            ""
            if unpaid.any()
            else ", since the model has no post without pay; what they make is the owner's"
        )
        notes.append(
            f"Head-counts of firms are without the {share:.1%} who work without pay{reason}."
        )
    kept = ~unpaid
    return replace(
        survey,
        firms=firms,
        workers=survey.workers.keep(kept) if unpaid.any() else survey.workers,
        employer=survey.employer[kept],
        notes=tuple(notes),
        paid=paid,
    )


def without_firms_that_pay_nobody(survey: Survey) -> tuple[Survey, list[Problem]]:
    """Take firms without paid workers out if the map says so; each firm of the model employs somebody."""
    firms = survey.firms
    if survey.map.firms is None or not len(firms):
        return survey, []
    heads = firms.numbers["workers"]
    alone = heads == 0
    if not alone.any():
        return survey, []
    rows = [firms.rows[at] for at in np.flatnonzero(alone)]
    if not survey.map.firms.alone:
        what = (
            "the firm has no workers" if "unpaid" not in firms.numbers else "the firm pays nobody"
        )
        remedy = (
            "firms: {alone: left out} in map.yaml, which says how many they are; or take owners who work alone out of "
            "the file"
        )
        where = firms.where(int(np.flatnonzero(alone)[0]), "workers")
        return survey, [Problem(where, f"{what}{and_others(rows)}", "1 or more", "", remedy)]
    weights = firms.numbers.get("weight", np.ones(len(firms)))
    share = float(weights[alone].sum() / weights.sum())
    note = (
        f"{len(rows):,} of {len(firms):,} firms ({share:.1%} by weight) pay nobody and are left out: in the model a "
        "firm employs somebody, and who works alone earns outside of it. Known totals of firms are to be without them."
    )
    moved = np.cumsum(~alone) - 1
    kept = ~alone[survey.employer] if len(survey.workers) else np.ones(0, dtype=np.bool_)
    employer = moved[survey.employer[kept]] if len(survey.workers) else survey.employer
    return (
        replace(
            survey,
            firms=firms.keep(~alone),
            workers=survey.workers.keep(kept) if len(survey.workers) else survey.workers,
            employer=employer.astype(np.int64),
            notes=(*survey.notes, note),
        ),
        [],
    )


def _weights(survey: Survey) -> Floats:
    """Return how many people each worker's row stands for (workers,): its weight, else its firm's, else one."""
    if "weight" in survey.workers.numbers:
        return survey.workers.numbers["weight"]
    if "weight" in survey.firms.numbers:
        return survey.firms.numbers["weight"][survey.employer]
    return np.ones(len(survey.workers))


def _paid_share(survey: Survey, unpaid: Flags, weights: Floats) -> Floats:
    """Return the share of each tier's workers who are paid (tiers,); 1 where nobody was asked."""
    everybody = np.bincount(survey.tier, weights=weights, minlength=len(TIERS))
    without = np.bincount(survey.tier, weights=weights * unpaid, minlength=len(TIERS))
    return np.where(everybody > 0, 1.0 - without / np.maximum(everybody, 1e-12), 1.0)


def _paid_heads(firms: Sheet) -> tuple[Sheet, float]:
    """Return the sheet of firms with head-counts of paid workers only, and the share of unpaid ones."""
    unpaid = np.nan_to_num(firms.numbers["unpaid"])
    heads = firms.numbers["workers"]
    weights = firms.numbers.get("weight", np.ones(len(firms)))
    share = float((weights * np.minimum(unpaid, heads)).sum() / max((weights * heads).sum(), 1e-12))
    spans = dict(firms.spans)
    if "workers" in spans:
        spans["workers"] = tuple(np.maximum(end - unpaid, 0.0) for end in spans["workers"])  # type: ignore[assignment]
    numbers = {**firms.numbers, "workers": np.maximum(heads - unpaid, 0.0)}
    return replace(firms, numbers=numbers, spans=spans), share
