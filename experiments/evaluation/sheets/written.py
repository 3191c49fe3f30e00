"""Writes workers.csv, firms.csv and map.yaml of a simulated cluster in some month of a run."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import yaml

from poverty_nodes.experiments.evaluation.order import Order
from poverty_nodes.experiments.evaluation.sheets.rows import PEOPLE, Asked, Row, holders, sheets
from poverty_nodes.experiments.runs.simulate import month_by_month
from poverty_nodes.model.population.codes import TIER
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.prices import to_dollars
from poverty_nodes.scenarios.survey.fields import GENDERS, POSTS


def write_sheets(order: Order, month: int, folder: Path) -> None:
    """Live the first seed up to the month, with the programme, and write what a survey of the place then finds."""
    question, study = order.question, order.study
    for state in month_by_month(question.to_scenarios()["with"], question.first_seed, months=month):
        last = state
    cluster = question.as_filed
    year = _year(cluster)
    asked = Asked(
        firms=study.sample.size,
        people=study.sample.people or PEOPLE,
        refusal=study.loss.refusal,
        noise=study.error.noise,
        local=1.0 / to_dollars(1.0, year, cluster.money),
    )
    firms, workers = sheets(last, asked, question.first_seed)
    folder.mkdir()
    for name, rows in (("firms", firms), ("workers", workers)):
        pd.DataFrame(rows).to_csv(folder / f"{name}.csv", index=False)
    content = _map(question.cluster, cluster, year, firms, workers, last)
    text = yaml.safe_dump(content, sort_keys=False, allow_unicode=True)
    (folder / "map.yaml").write_text(text, encoding="utf-8")


def _year(cluster: ClusterDescription) -> int:
    """The year of the money: the one of the price index that is nearest to the cluster's own."""
    return min(cluster.money.price_index, key=lambda year: abs(year - cluster.cluster.base_year))


def _map(
    like: str,
    cluster: ClusterDescription,
    year: int,
    firms: list[Row],
    workers: list[Row],
    state: State,
) -> dict[str, object]:
    """The map: columns are called what they are, and the place's own counts are known."""
    facts = cluster.cluster
    people = state.workers[holders(state)]
    posts = {
        name: round(float((people["post"] == code).sum()) / state.scale)
        for code, name in enumerate(POSTS, 1)
    }
    women = round(float((people["gender"] == 1).sum()) / state.scale)
    genders = dict(zip(GENDERS, (sum(posts.values()) - women, women), strict=True))
    tiers: dict[str, float] = dict.fromkeys(TIER[1:], 0.0)
    for each in firms:
        tiers[str(each["tier"])] += float(str(each["weight"]))
    return {
        "about": {
            "title": f"{facts.title}, as simulated",
            "country": facts.country,
            "trade": facts.trade,
            "base_year": facts.base_year,
            "phase": facts.phase,
            "summary": f"A survey of a simulated cluster in month {state.month}. It says nothing of any real place.",
        },
        "source": {
            "title": "Survey of a simulated cluster",
            "author": "poverty-nodes",
            "year": facts.base_year,
            "address": "map.yaml",
        },
        "like": like,
        "pay": {"currency": cluster.money.currency, "year": year},
        "firms": {"columns": {name: name for name in firms[0]}},
        "workers": {"columns": {name: name for name in workers[0]}},
        "totals": {
            "firms": {"tier": {name: round(count) for name, count in tiers.items() if count}},
            "workers": {
                "gender": {name: count for name, count in genders.items() if count},
                "post": {name: count for name, count in posts.items() if count},
            },
        },
    }
