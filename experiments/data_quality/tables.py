"""The tables of the page on a survey: weights, margins, missing answers, estimates, cells, what is not from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from poverty_nodes.experiments.report.input_names import input_name
from poverty_nodes.experiments.report.labels import capital
from poverty_nodes.experiments.report.numbers import NONE, count, number, per_cent, signed
from poverty_nodes.experiments.report.table import Row, Table
from poverty_nodes.scenarios.survey.building import Built
from poverty_nodes.scenarios.survey.fields import GENDERS, POSTS, TIERS
from poverty_nodes.scenarios.survey.raking import design_effect, largest_gap
from poverty_nodes.scenarios.survey.weights import Weighed, categories_of

SUPPRESSED = "too few"


def weights_table(built: Built) -> Table:
    """Rows, spread and design effect of the weights of each file, before and after raking."""
    rows = []
    for kind, weighed in _files(built):
        for title, weights in (("as designed", weighed.designed), ("as used", weighed.raked)):
            effect = design_effect(weights)
            cells = (
                count(len(weights)),
                number(float(weights.sum()), 0),
                number(float(weights.min()), 2),
                number(float(np.median(weights)), 2),
                number(float(weights.max()), 2),
                number(effect, 2),
                count(len(weights) / effect),
            )
            rows.append(Row(f"{kind}, {title}", cells))
    heads = ("Weights", "rows", "sum", "least", "median", "largest", "design effect", "worth rows")
    return Table("How unequal the weights are", heads, tuple(rows))


def margins_table(built: Built) -> Table:
    """Known totals against the sums of weights before and after raking."""
    rows = []
    for kind, weighed in _files(built):
        for margin in weighed.margins:
            title = f"{kind} by {margin.name}" + (
                " (as firms report)"
                if (kind, margin.name) == ("workers", "tier")
                and "tier" not in built.survey.map.totals.workers
                else ""
            )
            rows.append(Row(title, tone="section"))
            for at, name in enumerate(categories_of(kind, margin.name)):
                here = margin.codes == at
                before = float(weighed.designed[here].sum())
                after = float(weighed.raked[here].sum())
                total = float(margin.totals[at])
                off = signed(100 * (after / total - 1), 2) + " %" if total else NONE
                cells = (number(total, 0), number(before, 0), number(after, 0), off)
                rows.append(Row(name.replace("_", " "), cells))
    heads = ("Total", "known", "weights as designed", "weights as raked", "off by")
    return Table("Known totals and the weights", heads, tuple(rows))


def missing_table(built: Built) -> Table:
    """Share of rows without an answer, by column."""
    rows = []
    for sheet in built.survey.sheets.values():
        rows.append(Row(f"{sheet.name}, {len(sheet):,} rows", tone="section"))
        for answer, share in sheet.missing().items():
            tone = "loss" if share > 0.2 else ""
            cells = (answer, per_cent(share, 1), _codes(sheet.hits.get(answer, {})))
            rows.append(Row(sheet.columns[answer], cells, tone))
    heads = ("Column", "read as", "missing", "cells by code")
    return Table("Missing answers", heads, tuple(rows), words=(0, 2))


def _codes(hits: Mapping[str, int]) -> str:
    """How many cells hold each code of no answer."""
    return "; ".join(f"{code}: {cells:,}" for code, cells in hits.items()) or NONE


def estimates_table(built: Built) -> Table:
    """Every number that the survey gives, with its interval and the rows that it rests on."""
    thin = built.findings.thin
    rows = tuple(
        Row(
            capital(input_name(key)),
            (
                _short(found.value),
                f"{_short(found.low)} to {_short(found.high)}",
                count(found.rows),
                found.kind,
                found.note + (" Few rows." if key in thin else ""),
            ),
            "thin" if key in thin else "",
        )
        for key, found in built.findings.found.items()
    )
    heads = ("Number", "value", "95 % interval", "rows", "kind", "how")
    return Table("What the survey gives", heads, rows, words=(3, 4))


def cells_table(built: Built) -> Table:
    """Workers by tier, post and gender: rows asked and share of all; a thin cell has no share."""
    survey, weights = built.survey, built.weights.workers.raked
    heads = ("Node of the chain", "rows", "share of workers")
    title = "Which nodes of the chain the data can tell apart"
    if survey.map.workers is None:
        return Table(title, heads, ())
    rows = []
    for tier, post, gender in _cells():
        here = (
            (survey.tier == TIERS.index(tier))
            & (survey.workers.codes["post"] == POSTS.index(post))
            & (survey.workers.codes["gender"] == GENDERS.index(gender))
        )
        asked = int(here.sum())
        is_suppressed = asked < survey.map.thin
        share = (
            SUPPRESSED if is_suppressed else per_cent(float(weights[here].sum() / weights.sum()), 1)
        )
        head = f"{tier}, {post.replace('_', ' ')}, {gender}"
        rows.append(Row(head, (count(asked), share), "thin" if is_suppressed else ""))
    return Table(title, heads, tuple(rows))


def assumed_table(built: Built) -> Table:
    """What the cluster needs and the survey does not give."""
    known = dict(built.cluster.estimates())
    rows = tuple(
        Row(
            capital(input_name(key)),
            (
                _short(known[key].value),
                f"{_short(known[key].low)} to {_short(known[key].high)}",
                _why(built, key),
            ),
        )
        for key in built.cluster.to_replace()
    )
    return Table("Not from the survey", ("Number", "value", "range", "why"), rows, words=(2,))


def _why(built: Built, key: str) -> str:
    rows = built.findings.left_out.get(key)
    if rows:
        return f"only {rows} rows speak of it"
    return (
        "no column is mapped to it" if rows == 0 else "nothing that a worker or firm is asked here"
    )


def _files(built: Built) -> Iterator[tuple[str, Weighed]]:
    for kind in built.survey.sheets:
        yield kind, getattr(built.weights, kind)


def _cells() -> Iterator[tuple[str, str, str]]:
    for tier in TIERS:
        for post in POSTS:
            for gender in GENDERS:
                yield tier, post, gender


def _short(value: float) -> str:
    return f"{float(f'{value:.4g}'):,.10g}"


def worst_gap(built: Built) -> float:
    """The largest gap to a known total that is left, as a share of it."""
    gaps = [largest_gap(each.raked, each.margins)[0] for _, each in _files(built) if each.margins]
    return max(gaps, default=0.0)
