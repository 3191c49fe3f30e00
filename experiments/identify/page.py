"""The ranking as one page that needs no network."""

from __future__ import annotations

import base64
from pathlib import Path

import pandas as pd
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from poverty_nodes.experiments.identify.components import COMPONENTS
from poverty_nodes.experiments.identify.kinds import ADVICE, HIGH
from poverty_nodes.experiments.identify.order import Order
from poverty_nodes.experiments.identify.ranking import WEIGHTS_BY, Ranking
from poverty_nodes.experiments.impact.interval import ends_words
from poverty_nodes.experiments.report.figures import Drawing
from poverty_nodes.experiments.report.numbers import count, interval, number, per_cent
from poverty_nodes.experiments.report.table import Row, Table, then

_OWN = Path(__file__).parent / "templates"
_REPORT = Path(__file__).parent.parent / "report" / "templates"


def render(ranking: Ranking, order: Order, headline: str, drawing: Drawing) -> str:
    """Return the page as HTML; everything that comes from a file is escaped."""
    environment = Environment(
        loader=FileSystemLoader([_OWN, _REPORT]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["image"] = lambda each: (
        f"data:image/svg+xml;base64,{base64.b64encode(each.svg).decode()}"
    )
    table = ranking.clusters
    ends = ends_words(ranking.draws.shape[1])
    return environment.get_template("identify.html.j2").render(
        headline=headline,
        order=order,
        drawing=drawing,
        failed=ranking.failed,
        ends=ends,
        draws=ranking.draws.shape[1],
        high=per_cent(HIGH),
        by=number(WEIGHTS_BY, 0),
        kinds=[
            (kind, advice, table[table["kind"].str.startswith(kind)].to_dict("records"))
            for kind, advice in ADVICE.items()
        ],
        tables={
            "ranking": _ranking(table, ends),
            "components": _components(table, ends),
            "archetypes": _archetypes(ranking.archetypes, ends),
            "weights": _weights(order),
        },
    )


def _ranking(table: pd.DataFrame, ends: str) -> Table:
    rows = tuple(
        Row(
            f"{row['rank']}  {row['title']}",
            (
                str(row["kind"]),
                then(number(row["score"], 0), interval(row["low"], row["high"], 0)),
                f"{row['rank_low']} to {row['rank_high']}",
                f"{row['rank_low_if_weights_vary']} to {row['rank_high_if_weights_vary']}",
                per_cent(row["high_poverty"]),
                per_cent(row["assumed"]),
            ),
        )
        for _, row in table.iterrows()
    )
    heads = (
        *("Cluster", "kind", f"score ({ends})", "rank, numbers drawn", "rank, weights too"),
        *("draws with high poverty", "numbers assumed"),
    )
    return Table("The ranking", heads, rows, words=(0,))


def _components(table: pd.DataFrame, ends: str) -> Table:
    rows = tuple(
        Row(
            str(row["title"]),
            (
                then(
                    per_cent(row["headcount"]),
                    interval(100 * row["headcount_low"], 100 * row["headcount_high"], 0),
                ),
                per_cent(row["gap"]),
                *(count(row[key]) for key in ("poor", "women", "home_workers", "unskilled")),
                per_cent(row["one_buyer"]),
                number(row["joint_action"], 2),
            ),
        )
        for _, row in table.iterrows()
    )
    heads = (
        *("Cluster", f"poor ({ends})", "gap", "poor people", "women workers", "home workers"),
        *("unskilled workers", "one buyer", "joint action"),
    )
    return Table("What the score is made of", heads, rows)


def _archetypes(table: pd.DataFrame, ends: str) -> Table:
    rows = tuple(
        Row(
            f"{row['rank']}  {row['title']}",
            (
                then(number(row["score"], 0), interval(row["low"], row["high"], 0)),
                per_cent(row["headcount"]),
                str(row["titles"]),
            ),
        )
        for _, row in table.iterrows()
    )
    heads = ("Kind of cluster", f"score ({ends})", "poor", "clusters likest to it")
    return Table("Kinds of clusters", heads, rows, words=(2,))


def _weights(order: Order) -> Table:
    rows = tuple(
        Row(
            each.title,
            (
                f"weights.{each.key}",
                number(order.weights.get(each.key, each.weight), 1),
                "a hundred to a million, on the logarithm"
                if each.logarithmic
                else f"0 to {each.most:g}",
            ),
        )
        for each in COMPONENTS
    )
    return Table(
        "Weights and scales", ("Component", "set by", "weight", "scale"), rows, words=(0, 2)
    )
