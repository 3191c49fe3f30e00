"""The ranking as one page that needs no network."""

from __future__ import annotations

import pandas as pd

from poverty_nodes.experiments.identify.components import AMONG_ALL, COMPONENTS
from poverty_nodes.experiments.identify.kinds import ADVICE, HIGH
from poverty_nodes.experiments.identify.order import Order
from poverty_nodes.experiments.identify.ranking import WEIGHTS_BY, Ranking
from poverty_nodes.experiments.impact.interval import ends_words
from poverty_nodes.experiments.report.figures import Drawing
from poverty_nodes.experiments.report.labels import capital
from poverty_nodes.experiments.report.numbers import count, interval, number, per_cent
from poverty_nodes.experiments.report.table import Row, Table, then
from poverty_nodes.experiments.uncertainty.page import Points, Section, page

_QUESTION = (
    "For which clusters is most at stake for the poor? A ranking before any policy and without a forecast: from what a "
    "cluster is (features), how its firms act (processes) and where it stands between beginning and end (dynamics), "
    "after Nadvi and Barrientos (2004)."
)
_LIMITS = (
    "Its shares of poor are of those who live from the trade, in a first month at their first jobs. compare counts all "
    "who live in the cluster (as the last column but one does), and only after the economy has settled, "
    "when more have found better posts: its share of the base month is some points lower than that column.",
    "It says where to look, not what to do, and nothing of what a policy would bring: ask compare.",
    "Most numbers of most clusters are assumed (last column of the ranking). Where ranks overlap, the order is open.",
    "Clusters are of different years and countries. Money is compared by purchasing power; a share of poor of 1999 "
    "beside one of 2015 is a comparison of two times as well as of two places.",
    "Numbers of persons favour large clusters: this is meant, since more people are at stake. The share of poor beside "
    "it does not.",
)
_WORDS = (
    (
        "Those who live from the trade",
        "People of households with a worker or an owner in it.",
    ),
    (
        "Gap",
        "Mean shortfall below the poverty line, as a share of the line, those above it counted as 0.",
    ),
    (
        "Whatever is not known",
        "The range over draws of the clusters' numbers from their own ranges; in the column beside it each weight of "
        "the score is moved as well.",
    ),
)


def render(ranking: Ranking, order: Order, headline: str, drawing: Drawing) -> str:
    """Return the page as HTML; everything that comes from a file is escaped."""
    table, draws = ranking.clusters, ranking.draws.shape[1]
    ends = ends_words(draws)
    line = (
        "the national line of each country" if order.line == "national" else f"${order.line} a day"
    )
    sections: list[Section] = [
        ("The ranking", [drawing, _ranking(table, ends), _of_ranking(ranking, ends)]),
        (
            "Why, kind by kind",
            [
                "Incipient clusters with high poverty and growth engines ask for different things, so they are told "
                "apart and not only ranked.",
                *_kinds(table),
            ],
        ),
        (
            "What the score is made of",
            [_components(table, ends), _OF_COMPONENTS, _weights(order), _OF_WEIGHTS],
        ),
        ("Kinds of clusters", [_archetypes(ranking.archetypes, ends), _OF_KINDS]),
        ("How far to trust this", [Points(_LIMITS)]),
    ]
    question = f"{_QUESTION} Poverty line: {line}."
    title = "Where most is at stake for the poor"
    return page(title, question, [headline], sections, _WORDS)


_OF_COMPONENTS = (
    "Poverty is an input of the model and its arithmetic here, and no finding of it. Joint action: 0 none, 0.33 "
    "informal, 0.67 with customers and suppliers, 1 associations."
)
_OF_WEIGHTS = "Weights and scales are judgements; set your own with weights.COMPONENT=NUMBER (0 leaves it out)."
_OF_KINDS = (
    "The mean of the clusters of this ranking that are likest to each kind: few clusters stand behind each, so read it "
    "as an illustration."
)


def _of_ranking(ranking: Ranking, ends: str) -> str:
    failed = (
        f" {ranking.failed} draws held numbers that cannot be of one town and are left out: see failures.csv."
        if ranking.failed
        else ""
    )
    return (
        f"Score: 0 to 100. Ranks and ends in brackets: the {ends} of {ranking.draws.shape[1]} draws of the clusters' "
        f"numbers from their ranges; in the next column each weight is moved as well, by up to {number(WEIGHTS_BY, 0)} "
        f"times up or down. Poverty is high if {per_cent(HIGH)} or more are poor.{failed}"
    )


def _kinds(table: pd.DataFrame) -> list[Points]:
    """A list for each kind that there is: each cluster and why it stands where it does."""
    found = []
    for kind, advice in ADVICE.items():
        rows = table[table["kind"].str.startswith(kind)]
        told = [f"{row['rank']}. {row['title']}. {row['reason']}" for _, row in rows.iterrows()]
        if told:
            found.append(Points(told, f"{capital(kind)}: {advice}"))
    return found


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
                per_cent(row[AMONG_ALL]),
                per_cent(row["assumed"]),
            ),
        )
        for _, row in table.iterrows()
    )
    heads = (
        *(
            "Cluster",
            "kind",
            f"score ({ends})",
            "rank, whatever is not known",
            "and with other weights",
        ),
        *("draws with high poverty", "poor, of all who live there", "numbers assumed"),
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
        *(
            "Cluster",
            f"poor, of those who live from it ({ends})",
            "gap",
            "poor people",
            "women workers",
            "home workers",
        ),
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
            capital(each.title),
            (
                number(order.weights.get(each.key, each.weight), 1),
                "a hundred to a million, on the logarithm"
                if each.logarithmic
                else f"0 to {each.most:g}",
            ),
        )
        for each in COMPONENTS
    )
    return Table("Weights and scales", ("Component", "weight", "scale"), rows, words=(1,))
