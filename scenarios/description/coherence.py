"""What must hold between the sections of a cluster, beyond what each key may be by itself."""

from __future__ import annotations

from collections.abc import Mapping

from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.description.features import POSTS, TIERS
from poverty_nodes.scenarios.errors import Problem
from poverty_nodes.scenarios.prices import implausible

HEAD_COUNT_TOLERANCE = 0.05
Files = Mapping[str, str]


def incoherences(cluster: ClusterDescription, file_of: Files) -> list[Problem]:
    """Return the contradictions between sections; `file_of` names the file of each section."""
    return [
        *_head_counts(cluster, file_of),
        *_prices(cluster, file_of),
        *implausible(cluster.money, f"{file_of['money']}: money"),
        *_households(cluster, file_of),
        *_exporters(cluster, file_of),
        *_specialists(cluster, file_of),
        *_phases(cluster, file_of),
    ]


def implied_workers(cluster: ClusterDescription) -> float:
    """Return firms x tier shares x mean workers, summed over the tiers."""
    shares, sizes = cluster.firms.tier_share, cluster.firms.mean_workers
    mean = (
        shares.exporter.value * sizes.exporter.value
        + shares.subcontractor.value * sizes.subcontractor.value
        + shares.specialist.value * sizes.specialist.value
    )
    return cluster.firms.total.value * mean


def _head_counts(cluster: ClusterDescription, file_of: Files) -> list[Problem]:
    implied, total = implied_workers(cluster), cluster.workers.total.value
    if abs(implied - total) <= HEAD_COUNT_TOLERANCE * total:
        return []
    return [
        Problem(
            f"{file_of['firms']}: firms.mean_workers",
            f"firms, tier shares and mean workers give {implied:,.0f} workers, "
            f"workers.total is {total:,.0f}",
            accepted=f"a sum within {HEAD_COUNT_TOLERANCE:.0%} of workers.total",
            remedy="take firms and workers from head-counts of one definition",
        )
    ]


def _prices(cluster: ClusterDescription, file_of: Files) -> list[Problem]:
    """Amounts of local money must be of years whose prices can be carried to the lines' year."""
    money = cluster.money
    known = {money.line_year, *money.price_index}
    amounts = {
        "money.national_line": money.national_line,
        "workers.regular_wage": cluster.workers.regular_wage,
    }
    return [
        Problem(
            f"{file_of[key.partition('.')[0]]}: {key}.year",
            f"money of {amount.year} cannot be compared with lines of {money.line_year}",
            accepted=f"a year of money.price_index: {', '.join(map(str, sorted(known)))}",
            remedy=f"add {amount.year} to money.price_index",
        )
        for key, amount in amounts.items()
        if amount.year not in known
    ]


def _exporters(cluster: ClusterDescription, file_of: Files) -> list[Problem]:
    """Somebody must sell the product: the other tiers work for those who do."""
    if cluster.firms.tier_share.exporter.value > 0.0:
        return []
    where = f"{file_of['firms']}: firms.tier_share.exporter"
    message = "nobody sells the product: subcontractors and specialists work for exporters"
    remedy = "count as exporters who sells the product, at home too (chain.export_share may be 0)"
    return [Problem(where, message, "above 0", remedy=remedy)]


def _specialists(cluster: ClusterDescription, file_of: Files) -> list[Problem]:
    """Specialists sell to the other firms of their place: not more than these spend on inputs."""
    exporters, subcontractors, specialists = (_value_added(cluster, tier) for tier in TIERS)
    inputs = cluster.firms.input_share.value
    # What subcontractors sell is a cost of exporters, on top of what these add themselves.
    others = exporters + subcontractors * (1.0 + 1.0 / (1.0 - inputs))
    if others == 0.0:  # nobody sells the product, which is told by itself
        return []
    over = specialists / (inputs * others) if inputs > 0.0 else float("inf")
    if over <= 1.0 or specialists == 0.0:
        return []
    return [
        Problem(
            f"{file_of['firms']}: firms.tier_share.specialist",
            f"specialists sell {over:.1f} times what the other firms spend on inputs",
            accepted="at most once: specialists sell inputs and single stages inside the cluster",
            remedy="count those who sell elsewhere as exporters, or raise firms.input_share",
        )
    ]


def _value_added(cluster: ClusterDescription, tier: str) -> float:
    """Value added of a tier up to a factor that all share: pay of its workers, and its owners at the skilled wage."""
    workers, firms = cluster.workers, cluster.firms
    casual = workers.casual_ratio.value
    wages = (workers.skilled_ratio.value, 1.0, casual, casual * workers.home_ratio.value)
    posts = getattr(workers.posts, tier)
    paid = sum(
        getattr(posts, kind).value
        * wage
        * (1.0 - workers.gender_gap.value * getattr(workers.women, kind).value)
        for kind, wage in zip(POSTS, wages, strict=True)
    )
    each = getattr(firms.mean_workers, tier).value * paid + wages[0]
    return float(firms.total.value * getattr(firms.tier_share, tier).value * each)


def _households(cluster: ClusterDescription, file_of: Files) -> list[Problem]:
    size, adults = cluster.households.size.value, cluster.households.adults.value
    if adults <= size:
        return []
    where = f"{file_of['households']}: households.adults"
    return [Problem(where, f"{adults:g} adults in a household of {size:g}", "at most the size")]


def _phases(cluster: ClusterDescription, file_of: Files) -> list[Problem]:
    """A phase that is explained must be the one that the cluster is said to be in."""
    facts, phase = cluster.features, cluster.cluster.phase
    if facts is None or facts.phase.value == phase:
        return []
    where = f"{file_of['features']}: features.phase"
    return [Problem(where, f"is {facts.phase.value}, cluster.phase is {phase}", f"'{phase}'")]
