"""Names in words for the numbers that are not known, such as "casual pay over regular pay"."""

from __future__ import annotations

import re
from functools import lru_cache

from poverty_nodes.experiments.report.labels import TIERS
from poverty_nodes.model.parameters.all_parameters import PARAMETERS
from poverty_nodes.scenarios.inputs.register import OF_THE_MODEL

_NAMES = {
    "money.price_index.{}": "rise of prices from {} to 2021",
    "money.ppp_2021": "local money that buys what a dollar buys",
    "money.national_line": "national poverty line",
    "money.adult_equivalents": "needs of a person, in those of an adult",
    "money.exchange_rate": "exchange rate",
    "firms.total": "number of firms",
    "firms.tier_share.{}": "share of firms that are {}",
    "firms.mean_workers.{}": "mean number of workers of {}",
    "firms.size_spread.{}": "spread of the sizes of {}",
    "firms.formal_share.{}": "share of {} that are registered",
    "firms.women_owners": "share of firms that women own",
    "firms.minority_owners": "share of firms that the minority owns",
    "firms.input_share": "share of sales spent on inputs",
    "firms.local_input_share": "share of inputs bought from specialists",
    "firms.own_rate.{}": "monthly cost of capital of {}",
    "firms.low_profit_lines_women": "share of women's firms in lines of low profit",
    "workers.total": "number of workers",
    "workers.posts.{}.{}": "share of the posts of {} that are {}",
    "workers.women.{}": "share of women in {} posts",
    "workers.minority.{}": "share of the minority in {} posts",
    "workers.minority_population": "share of the minority in the population",
    "workers.migrant_share": "share of migrants among workers",
    "workers.regular_wage": "pay of unskilled regular workers",
    "workers.skilled_ratio": "skilled pay over unskilled pay",
    "workers.casual_ratio": "casual pay over regular pay",
    "workers.home_ratio": "home workers' pay over casual pay",
    "workers.gender_gap": "gap between men's and women's pay",
    "workers.wage_spread": "spread of pay for the same work",
    "workers.outside_ratio": "men's outside income over regular pay",
    "workers.outside_women": "women's outside income over men's",
    "workers.sector_share": "share of adults who work in the trade",
    "workers.child_share": "share of children among workers",
    "workers.turnover": "share of regular workers who leave in a month",
    "households.size": "size of households",
    "households.adults": "adults in a household",
    "households.savings_months": "savings of households, in months",
    "households.care_share": "share of women with a burden of care",
    "chain.export_share": "exports in the sales of exporters",
    "chain.buyers.{}.share": "share of exports that {} buy",
    "chain.buyers.{}.volatility": "ups and downs of the orders of {}",
    "chain.putout_share": "share of the product that subcontractors make",
    "chain.producer_share": "share of the final price that stays with producers",
    "places.dispersed.workers": "workers at the comparator",
    "places.dispersed.wage_ratio": "pay at the comparator over that of the cluster",
    "places.dispersed.size_ratio": "size of firms at the comparator over that of the cluster",
    "places.dispersed.export_ratio": "exports at the comparator over those of the cluster",
    "places.dispersed.outside_ratio": "outside income at the comparator over that of the cluster",
    "places.dispersed.specialist_ratio": "specialists at the comparator over those of the cluster",
}
"""By name; `{}` stands for one part of it, told in words."""
_POSTS = {
    "skilled_regular": "skilled regular",
    "homework": "home work",
}
_KEY = re.compile(
    r"\b(?:money|firms|workers|households|chain|places|parameters)(?:\.[a-z0-9_]+)+\b"
)
_OF_BUYERS = "a buyer of this type"
_LONG = 58
"""Longest name of one of the model's numbers, in letters: a longer one is cut at a comma."""


@lru_cache(maxsize=1024)
def input_name(name: str) -> str:
    """Return a number of `list inputs` in words; one without words of its own by the parts of its name.

    >>> input_name("workers.women.homework"), input_name("parameters.export_elasticity")
    ('share of women in home work posts', "price elasticity of the demand for a whole place's exports")
    >>> input_name("mine.some_number")
    'some number (mine)'
    """
    if name.startswith(OF_THE_MODEL):
        return _of_the_model(name.removeprefix(OF_THE_MODEL))
    for pattern, words in _NAMES.items():
        found = re.fullmatch(re.escape(pattern).replace(r"\{\}", "([^.]+)"), name)
        if found:
            return words.format(*(_part(each) for each in found.groups()))
    first, *rest = name.replace("_", " ").split(".")
    return f"{', '.join(rest)} ({first})" if rest else first


def with_names(text: str) -> str:
    """A text in which numbers are called by their names and not by their keys.

    >>> with_names("Below the share of the people (workers.minority_population).")
    'Below the share of the people (share of the minority in the population).'
    """
    return _KEY.sub(lambda found: input_name(found[0]), text)


def _part(name: str) -> str:
    return TIERS.get(name) or _POSTS.get(name) or name.replace("_", " ")


def _of_the_model(name: str) -> str:
    meaning = next((each.meaning for each in PARAMETERS if each.name == name), "")
    if not meaning:
        return f"{name.replace('_', ' ')} (model)"
    buyer, colon, rest = meaning.partition(": ")
    if colon and rest.count(_OF_BUYERS):
        meaning = rest.replace(_OF_BUYERS, f"a {buyer} buyer")
    return meaning if len(meaning) <= _LONG else re.split(r"[,;]", meaning)[0]
