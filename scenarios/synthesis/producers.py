"""The firms of a place: sizes, owners, and a base month that is a solution of the rules."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.population.firm import BLANK
from poverty_nodes.model.population.relation import MOST
from poverty_nodes.model.rules.relations import number_of_buyers
from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.synthesis import table_draws as by
from poverty_nodes.scenarios.synthesis.figures import POSTS, Figures, PlaceFigures
from poverty_nodes.scenarios.synthesis.table_draws import Chance, quantiles

Table = NDArray[np.void]
Floats = NDArray[np.float64]
PLACE_STEP = 1_000_000
RATE_SPREAD = 0.35
"""Standard deviation of the log of firms' own cost of capital within a tier (judged)."""
OLDEST = 480
"""Age in months that no firm of the base month exceeds: by then nothing depends on it any more."""
OWNER_UNITS = 1.0
"""Labour units that an owner works."""


def shock_spread(p: np.record) -> float:
    """Standard deviation of a firm's log productivity shock in the long run."""
    return float(p.shock_spread / math.sqrt(1.0 - p.shock_persistence**2))


def size_response(p: np.record, input_share: float) -> float:
    """Elasticity of labour demand to productivity: (1-h) c / (1 - c ((1-h) b + h)), c = 1 - 1/e."""
    curve = 1.0 - 1.0 / p.demand_elasticity
    added = 1.0 - input_share
    return float(added * curve / (1.0 - curve * (added * p.labour_elasticity + input_share)))


def lasting_response(p: np.record, input_share: float, putout_share: Floats) -> Floats:
    """The same of sales to persistent productivity, of all work, put out or not, when capital and experience have
    followed.

    (1-h) c / (1 - (1-h) ((1-s) ((a+b) c + x) + s c) - h c), s the share of work put out (firms,), x the elasticity of
    productivity to the firm's own experience: persistent productivity moves a firm's size by more than a shock does.
    """
    curve = 1.0 - 1.0 / p.demand_elasticity
    added = 1.0 - input_share
    own = (p.capital_elasticity + p.labour_elasticity) * curve + p.experience_own
    returns = (1.0 - putout_share) * own + putout_share * curve
    left = 1.0 - added * returns - input_share * curve
    return np.asarray(added * curve / np.maximum(left, 0.05))


def make_firms(
    cluster: ClusterDescription, figures: Figures, place: PlaceFigures, p: np.record, chance: Chance
) -> Table:
    """Firms of one place without owners or links; sizes are type times passing shock, both drawn.

    The type is drawn apart from the shock, so that the distribution of sizes stays as it is.
    """
    n = int(place.firms.sum())
    firms = np.repeat(BLANK, n)
    firms["id"] = firms["type_id"] = place.code * PLACE_STEP + np.arange(n)
    firms["place"] = place.code
    firms["tier"] = np.repeat([1, 2, 3], place.firms)
    _draw_sizes(firms, figures, place.mean_workers, p, cluster.firms.input_share.value, chance)
    firms["age"] = _ages(firms, p, chance)
    firms["trust"] = p.base_trust
    spread = p.giving_spread
    kind = chance.normal(by.GIVING, firms["id"])
    firms["contribution"] = p.base_giving * np.exp(spread * kind - 0.5 * spread**2)
    firms["base_contribution"] = firms["contribution"]
    firms["owner_labour"] = OWNER_UNITS
    firms["buyer"] = -1
    firms["export_share"] = np.where(firms["tier"] == 1, place.export_share, 0.0)
    firms["abroad_part"] = firms["export_share"]
    exporters = np.flatnonzero(firms["tier"] == 1)
    firms["member"][exporters] = chance.flags(by.MEMBER, firms["id"][exporters], p.membership)
    for name in ("productivity", "initial_advantage", "base_price"):
        firms[name] = 1.0
    firms["tie"] = firms["base_tie"] = 0.95
    firms["quality"] = firms["base_quality"] = 0.5
    firms["standard"] = 0.5
    return firms


def _draw_sizes(
    firms: Table,
    figures: Figures,
    mean_workers: NDArray[np.float64],
    p: np.record,
    input_share: float,
    chance: Chance,
) -> None:
    """Posts of each firm by tier, with what kinds of post it has, whether it is registered and its cost of capital."""
    passing = shock_spread(p)
    firms["transitory_productivity"] = passing * chance.normal(by.SHOCK, firms["id"])
    swing = size_response(p, input_share) * passing
    for t in range(3):
        rows = np.flatnonzero(firms["tier"] == t + 1)
        if not len(rows):
            continue
        spread = math.sqrt(max(figures.size_spread[t] ** 2 - swing**2, 0.01))
        sizes = _stratified_sizes(chance, firms["id"][rows], spread)
        firms["base_heads"][rows] = mean_workers[t] * sizes * math.exp(-0.5 * swing**2)
        for k, post in enumerate(POSTS):
            firms[f"share_{post}"][rows] = figures.posts[t, k]
        firms["formal"][rows] = _formal(chance, firms, rows, figures.formal_share[t])
        rate = chance.normal(by.OWN_RATE, firms["id"][rows])
        firms["own_rate"][rows] = figures.own_rate[t] * np.exp(
            RATE_SPREAD * rate - 0.5 * RATE_SPREAD**2
        )


def give_productivity(firms: Table, p: np.record, input_share: float, chance: Chance) -> None:
    """Give firms their persistent productivity, which explains the share `size_luck` of the variance of log size in a
    tier.

    Size is sales, which productivity moves. (Workers are fewer than people by the owner, so that their number varies
    more than sales among the smallest firms.) With log size l about the mean of its tier in its place, variance v and
    share s, the part of log size that is due to productivity is s l + sqrt(s (1-s) v) z; divided by the elasticity of
    size to productivity it is the log of productivity.

    The advantage of a firm's business at the base is the exponential of that part: a firm does as well as others of its
    tier with as much productivity, and not as well as all of them.
    """
    share = p.size_luck
    for code in np.unique(firms["place"]):
        for tier in (1, 2, 3):
            rows = np.flatnonzero((firms["place"] == code) & (firms["tier"] == tier))
            if not len(rows):
                continue
            log_size = np.log(firms["base_revenue"][rows])
            log_size -= log_size.mean()
            spread = float(log_size.std())
            response = lasting_response(p, input_share, firms["putout_share"][rows])
            z = chance.normal(by.PERSISTENT_PRODUCTIVITY, firms["id"][rows])
            rest = math.sqrt(share * (1.0 - share)) * spread
            in_size = share * log_size + rest * z
            firms["initial_productivity"][rows] = in_size / response
            firms["productivity_spread"][rows] = math.sqrt(share) * spread / response
            business = np.exp(in_size)
            firms["initial_advantage"][rows] = business / business.mean()


def _ages(firms: Table, p: np.record, chance: Chance) -> NDArray[np.int32]:
    """Ages in months as closing at the hazard of its size and youth leaves them when as many are founded; at most 480.

    P(age > a) is proportional to the integral of exp(-h (a + T y (1 - exp(-a/T)))) from a on.
    """
    months = np.arange(OLDEST)
    youth = months + p.youth_months * p.exit_youth * (1.0 - np.exp(-months / p.youth_months))
    relative = (firms["base_heads"] + 1.0) ** -p.exit_size
    hazard = p.exit_yearly / 12.0 * relative / relative.mean()
    alive = np.exp(-hazard[:, None] * youth)
    tail = alive[:, -1:] / hazard[:, None]
    passed = np.cumsum(np.column_stack([alive, tail]), axis=1)
    u = chance.uniform(by.AGE, firms["id"])[:, None]
    return (passed < u * passed[:, -1:]).sum(axis=1).astype(np.int32)


def _stratified_sizes(chance: Chance, ids: NDArray[np.int64], spread: float) -> NDArray[np.float64]:
    """Log-normal sizes with mean one: one draw in each of n equal slices, so that the tail is always there."""
    n = len(ids)
    slices = np.argsort(np.argsort(chance.uniform(by.PERMUTE, ids)))
    u = (slices + chance.uniform(by.SIZE, ids)) / n
    sizes = np.exp(spread * quantiles(np.clip(u, 1e-9, 1 - 1e-9)))
    return sizes / sizes.mean()


def _formal(
    chance: Chance, firms: Table, rows: NDArray[np.int64], share: float
) -> NDArray[np.bool_]:
    """The larger a firm, the likelier it is registered: the ranking is by size times chance."""
    u = chance.uniform(by.FORMAL, firms["id"][rows])
    # A tier that a place does not have is one firm without workers.
    heads = np.maximum(firms["base_heads"][rows], 1e-9)
    rank = np.log(heads) + 0.7 * np.log(u / (1 - u))
    chosen = np.zeros(len(rows), dtype=np.bool_)
    n = round(share * len(rows))
    if n:
        chosen[np.argsort(-rank, kind="stable")[:n]] = True
    return chosen


def set_base_month(
    firms: Table,
    figures: Figures,
    places: tuple[PlaceFigures, ...],
    p: np.record,
    input_share: float,
    gender_gap: float,
) -> None:
    """Labour, wages, sales, work put out and capital at base, so that labour demand there is one.

    The wage bill's share of value added is b (1-1/e) / (1 + markdown), the first-order condition of a firm with
    wage-setting power; owners' own work is reckoned at the skilled wage. Exporters' spending on work put out adds
    up to subcontractors' sales, in proportion to exporters' size.
    """
    units = np.array([p.units_skilled_regular, 1.0, p.units_casual, p.units_homework])
    heads = firms["base_heads"][:, None] * np.column_stack(
        [firms[f"share_{post}"] for post in POSTS]
    )
    firms["base_labour"] = heads @ units + firms["owner_labour"]
    wages = np.array([place.wages for place in places])[firms["place"]]
    wages = wages * (1.0 - gender_gap * figures.women)
    for code in range(len(places)):
        rows = np.flatnonzero(firms["place"] == code)
        size = np.log(np.maximum(firms["base_heads"][rows], 0.5))
        mean = np.average(size, weights=firms["base_heads"][rows])
        firms["size_premium"][rows] = np.exp(p.size_wage * (size - mean))
    firms["premium"] = firms["size_premium"]
    firms["base_wage_bill"] = (heads * wages).sum(axis=1) * firms["size_premium"]
    labour_share = (
        p.labour_elasticity * (1.0 - 1.0 / p.demand_elasticity) / (1.0 + p.monopsony_markdown)
    )
    value_added = (firms["base_wage_bill"] + wages[:, 0] * firms["owner_labour"]) / labour_share
    putout = np.zeros(len(firms))
    for code in range(len(places)):
        here = firms["place"] == code
        exporters = here & (firms["tier"] == 1)
        sales = value_added[here & (firms["tier"] == 2)].sum() / (1.0 - input_share)
        putout[exporters] = sales * value_added[exporters] / value_added[exporters].sum()
    firms["base_putout"] = putout
    firms["putout_share"] = putout / (putout + value_added)
    firms["base_revenue"] = (value_added + putout) / (1.0 - input_share)
    low = firms["capital_elasticity"]
    firms["base_capital"] = (
        low * (1.0 - 1.0 / p.demand_elasticity) * value_added / (firms["own_rate"] + p.depreciation)
    )
    firms["capital"] = firms["base_capital"]
    firms["cash"] = p.cash_target * firms["base_revenue"]
    firms["revenue"] = firms["usual_sales"] = firms["base_revenue"]
    firms["portfolio"] = firms["reach"] = 1.0
    capacity = firms["base_heads"] / np.maximum(1.0 - firms["putout_share"], 0.05)
    firms["buyers_most"] = [
        number_of_buyers(each, p.buyers_size, p.buyers_exponent, MOST) for each in capacity
    ]
    firms["desired_heads"] = firms["steady_heads"] = firms["base_heads"]
