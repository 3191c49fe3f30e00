"""The features of a cluster (Nadvi and Barrientos 2004), read off its numbers by rules and its facts.

A rule is a formula over the description; evaluated with the numbers that drive it at their values, at their
low ends and at their high ends it gives a feature with its range. What no number tells is a fact with a source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import log
from statistics import NormalDist

from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.description.estimate import Estimate
from poverty_nodes.scenarios.description.facts import Fact

Pick = Callable[[Estimate], float]
Rule = Callable[[ClusterDescription, Pick], float]
TIERS = ("exporter", "subcontractor", "specialist")
POSTS = ("skilled_regular", "regular", "casual", "homework")
TIGHT = ("captive", "hierarchy")
SMALL = 10


@dataclass(frozen=True)
class Feature:
    """One feature: a number with its range, or a word (`value` text, `low` and `high` None)."""

    key: str
    title: str
    value: float | str
    low: float | None
    high: float | None
    unit: str
    source: str


@dataclass(frozen=True)
class NumberRule:
    """How a feature is read off the numbers; `drivers` says which, for the reader."""

    title: str
    unit: str
    drivers: str
    rule: Rule


def features(cluster: ClusterDescription) -> list[Feature]:
    """Return the features of a cluster: first the words that it has, then the numbers."""
    return [*_words(cluster), *(_number(key, rule, cluster) for key, rule in RULES.items())]


def feature_values(cluster: ClusterDescription) -> dict[str, Feature]:
    """Return the features of a cluster by key."""
    return {feature.key: feature for feature in features(cluster)}


def _words(cluster: ClusterDescription) -> Iterator[Feature]:
    facts = cluster.features
    phase = None if facts is None else facts.phase
    yield _word("phase", "phase", cluster.cluster.phase, phase)
    if facts is not None:
        yield _word("setting", "where people live and work", facts.setting.value, facts.setting)
        joint = facts.joint_action
        yield _word("joint_action", "how firms act together", joint.value, joint)


def _word(key: str, title: str, value: str, fact: Fact | None) -> Feature:
    source = "cluster.phase" if fact is None else fact.source
    return Feature(key, title, value, None, None, "word", source)


def _number(key: str, rule: NumberRule, cluster: ClusterDescription) -> Feature:
    value = rule.rule(cluster, lambda estimate: estimate.value)
    ends = [rule.rule(cluster, lambda estimate: estimate.low)]
    ends.append(rule.rule(cluster, lambda estimate: estimate.high))
    low, high = min(value, *ends), max(value, *ends)
    if rule.unit == "share":
        low, high = max(low, 0.0), min(high, 1.0)
    return Feature(key, rule.title, value, low, high, rule.unit, rule.drivers)


def tier_workers(cluster: ClusterDescription) -> dict[str, float]:
    """Return each tier's share of the workers: tier share x mean workers, over their sum."""
    firms = cluster.firms
    heads = {
        tier: getattr(firms.tier_share, tier).value * getattr(firms.mean_workers, tier).value
        for tier in TIERS
    }
    return {tier: each / sum(heads.values()) for tier, each in heads.items()}


def post_share(cluster: ClusterDescription, post: str, pick: Pick) -> float:
    """Return the share of all workers who hold a kind of post: tiers' shares weighted by their workers."""
    posts = cluster.workers.posts
    weights = tier_workers(cluster)
    return sum(weights[tier] * pick(getattr(getattr(posts, tier), post)) for tier in TIERS)


def women_share(cluster: ClusterDescription, pick: Pick) -> float:
    """Return women's share of the workers: their shares by post, weighted by the posts."""
    women = cluster.workers.women
    return sum(
        post_share(cluster, post, lambda e: e.value) * pick(getattr(women, post)) for post in POSTS
    )


def small_firm_share(cluster: ClusterDescription, pick: Pick) -> float:
    """Return the share of firms with fewer than ten workers, sizes being log-normal in each tier.

    With mean m and spread s the log of size has mean log m - s^2/2. Larger means leave fewer small firms, so
    that the low ends of the means give the high end of the share.
    """
    firms = cluster.firms
    share = 0.0
    for tier in TIERS:
        mean = pick(getattr(firms.mean_workers, tier))
        spread = getattr(firms.size_spread, tier).value
        share += getattr(firms.tier_share, tier).value * _below(SMALL, mean, spread)
    return share


def _below(size: float, mean: float, spread: float) -> float:
    if spread == 0:
        return float(mean < size)
    return NormalDist(log(mean) - spread**2 / 2, spread).cdf(log(size))


def formal_share(cluster: ClusterDescription, pick: Pick) -> float:
    """Return the share of firms that are registered: the tiers' shares weighted by their firms."""
    firms = cluster.firms
    return sum(
        getattr(firms.tier_share, tier).value * pick(getattr(firms.formal_share, tier))
        for tier in TIERS
    )


def largest_buyer(cluster: ClusterDescription, pick: Pick) -> float:
    """Return the part of the exporters' revenue that one buyer gives: export share x its share of it."""
    shares = [pick(buyer.share) for buyer in cluster.chain.buyers]
    return pick(cluster.chain.export_share) * min(max(shares), 1.0)


def tight_governance(cluster: ClusterDescription, pick: Pick) -> float:
    """Return the part of the exporters' revenue sold under captive or hierarchical governance."""
    tight = sum(pick(b.share) for b in cluster.chain.buyers if b.governance in TIGHT)
    return pick(cluster.chain.export_share) * min(tight, 1.0)


RULES: dict[str, NumberRule] = {
    "workers": NumberRule("workers", "persons", "workers.total", lambda c, at: at(c.workers.total)),
    "firms": NumberRule("firms", "firms", "firms.total", lambda c, at: at(c.firms.total)),
    "firm_size": NumberRule(
        "mean workers of a firm",
        "persons per firm",
        "workers.total, firms.total",
        lambda c, at: at(c.workers.total) / c.firms.total.value,
    ),
    "small_firms": NumberRule(
        f"firms with fewer than {SMALL} workers",
        "share",
        "firms.mean_workers, firms.size_spread, firms.tier_share",
        small_firm_share,
    ),
    "formal_firms": NumberRule(
        "firms that are registered", "share", "firms.formal_share", formal_share
    ),
    "export_orientation": NumberRule(
        "exports in the revenue of those who sell finished goods",
        "share",
        "chain.export_share",
        lambda c, at: at(c.chain.export_share),
    ),
    "put_out": NumberRule(
        "finished product made by subcontractors",
        "share",
        "chain.putout_share",
        lambda c, at: at(c.chain.putout_share),
    ),
    "specialisation": NumberRule(
        "inputs bought from specialists of the place",
        "share",
        "firms.local_input_share",
        lambda c, at: at(c.firms.local_input_share),
    ),
    "one_buyer": NumberRule(
        "revenue that depends on the largest buyer",
        "share",
        "chain.export_share, chain.buyers",
        largest_buyer,
    ),
    "tight_governance": NumberRule(
        "revenue under captive or hierarchical buyers",
        "share",
        "chain.export_share, chain.buyers",
        tight_governance,
    ),
    "women": NumberRule("women among the workers", "share", "workers.women", women_share),
    "home_work": NumberRule(
        "home workers among the workers",
        "share",
        "workers.posts",
        lambda c, at: post_share(c, "homework", at),
    ),
    "casual_work": NumberRule(
        "casual workers among the workers",
        "share",
        "workers.posts",
        lambda c, at: post_share(c, "casual", at),
    ),
    "unskilled": NumberRule(
        "workers in unskilled posts",
        "share",
        "workers.posts",
        lambda c, at: 1.0 - post_share(c, "skilled_regular", at),
    ),
    "migrants": NumberRule(
        "migrants among the workers",
        "share",
        "workers.migrant_share",
        lambda c, at: at(c.workers.migrant_share),
    ),
}
"""The features that numbers tell, by key."""
