"""Labour demand: how many people of each kind a firm wants, split over contracts into whole posts."""

import math

from poverty_nodes.model.draws import DITHER, stream_key, uniform_pair
from poverty_nodes.model.phases.joint_facility import bought_together
from poverty_nodes.model.population.codes import SHRINK, SPECIALIST
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.agglomeration import bought_in, bought_price, crowding, input_cost
from poverty_nodes.model.rules.hiring import whole_posts
from poverty_nodes.model.rules.home_work import mixed_cost
from poverty_nodes.model.rules.production import learned, made_at_cost, planned_sales
from poverty_nodes.model.rules.upgrading import gained, post_shares
from poverty_nodes.model.rules.wages import marginal_cost


@rule
def floor_for(firm, instrument, kind, units_homework):
    """The wage floor in dollars a month that binds a firm on a kind of post (0-3); 0 when none does.

    For home work the floor is a piece rate: what a factory hand would earn for the same pieces.
    """
    floor = 0.0
    if firm.monitored and firm.evasion != SHRINK and instrument.floor > 0.0:
        casual = kind == 2 and not instrument.casual_covered
        home = kind == 3 and not instrument.homework_covered
        floor = 0.0 if casual or home else instrument.floor
    if firm.audited and (kind < 3 or instrument.code_homework):
        floor = max(floor, instrument.code_floor)
    return floor * units_homework if kind == 3 else floor


@rule
def wage_cost(firm, place, instrument, markdown, units_homework):
    """Cost of a unit of labour to a firm as a multiple of its base month; kinds weighted by their base cost."""
    now = 0.0
    base = 0.0
    for kind in range(4):
        if kind == 0:
            share, wage, then = (
                firm.share_skilled_regular,
                place.wage_skilled_regular,
                place.base_wage_skilled_regular,
            )
        elif kind == 1:
            share, wage, then = firm.share_regular, place.wage_regular, place.base_wage_regular
        elif kind == 2:
            share, wage, then = firm.share_casual, place.wage_casual, place.base_wage_casual
        else:
            share, wage, then = firm.share_homework, place.wage_homework, place.base_wage_homework
        floor = floor_for(firm, instrument, kind, units_homework)
        contribution = instrument.contribution if floor > 0.0 else 0.0
        cost = marginal_cost(wage * firm.premium, markdown, floor, contribution)
        if kind == 3 and firm.home_registered > 0.0:
            cost = mixed_cost(
                cost,
                marginal_cost(
                    wage * firm.premium,
                    markdown,
                    max(floor, firm.home_floor),
                    contribution + firm.home_contribution,
                ),
                firm.home_registered,
            )
        now += share * (cost + firm.safety_cost)
        base += share * marginal_cost(then * firm.size_premium, markdown, 0.0, 0.0)
    return now / base if base > 0.0 else 1.0


@rule
def unit_inputs(firm, place, instrument, p):
    """Price of the firm's inputs as a multiple of the base; specialists buy all of theirs from outside the place.

    The fewer machines a firm has, the more of what it needs comes from neighbours, and the more it saves by them.
    Members of the association buy together, and save more as the joint facility grows.
    """
    outside = bought_price(instrument.input_price, instrument.exchange_rate, p.import_content)
    local = 0.0
    shared = 1.0
    if firm.tier != SPECIALIST:
        shared = bought_in(
            firm.capital, place.sharing_capital, p.sharing_size, place.local_input_share
        )
        local = min(place.local_input_share * shared, 1.0)
    elasticity = p.sharing_elasticity * shared
    price = input_cost(place.specialists, elasticity, local, place.price_input, outside)
    return price * (1.0 - firm.input_discount) * bought_together(firm, place, p)


@rule
def plan_sales(firm, place, setting, instrument, p):
    """Sales that the firm plans for, as a multiple of its base."""
    made = made_at_cost(
        productive_capital(firm, place, p),
        persistent_factor(firm),
        firm.wage_cost,
        place.price_putout,
        firm.putout_share,
        unit_inputs(firm, place, instrument, p),
        setting.input_share,
        p.labour_elasticity,
    )
    return planned_sales(
        firm.price_factor,
        firm.expected_demand,
        made,
        firm.putout_share,
        setting.input_share,
        p.demand_elasticity,
        p.labour_elasticity,
    )


@rule
def persistent_factor(firm):
    """Factor by which a firm's persistent productivity raises all its output, put out or not, over the base."""
    return math.exp(firm.persistent_productivity)


@rule
def productive_capital(firm, place, p):
    """Output of a base unit of labour with the firm's capital, A G k^a, as a multiple of the base.

    A G is transitory productivity, process steps, management, experience and crowding; k is capital.
    """
    return (
        firm.productivity
        * gained(firm.process_level, p.process_gain)
        * gained(firm.practices, p.practice_gain)
        * math.exp(firm.transitory_productivity)
        * learned(place.experience, p.experience_shared)
        * learned(firm.experience, p.experience_own)
        * crowding(place.density, p.congestion)
        * (firm.capital / firm.base_capital) ** firm.capital_elasticity
    )


@rule
def plan_posts(firms, places, parameters, settings, instruments, target, post_scale, seed):
    """Write each firm's labour demand and its whole posts by kind into `target` (firms, 4)."""
    p = parameters[0]
    setting = settings[0]
    key = stream_key(seed, DITHER, 0)
    for f in range(len(firms)):
        firm = firms[f]
        if not firm.alive:
            for kind in range(4):
                target[f, kind] = 0
            continue
        place = places[firm.place]
        instrument = instruments[firm.place]
        firm.wage_cost = wage_cost(firm, place, instrument, p.monopsony_markdown, p.units_homework)
        sales = plan_sales(firm, place, setting, instrument, p)
        labour = firm.base_labour * sales / firm.wage_cost
        hired = (labour - firm.owner_labour) / max(firm.base_labour - firm.owner_labour, 1e-9)
        firm.desired_heads = firm.base_heads * max(hired, 0.0) * (1.0 - firm.putout_shift)
        if firm.head_limit > 0.0:
            firm.desired_heads = min(firm.desired_heads, firm.head_limit)
        firm.steady_heads += p.steady_speed * (firm.desired_heads - firm.steady_heads)
        if firm.head_limit > 0.0:
            firm.steady_heads = min(firm.steady_heads, firm.head_limit)
        split_posts(firm, f, target, post_scale, instrument.homework_moved, p, key)


@rule
def shares_now(firm, p):
    """Posts of each kind for each base post, after upgrading, with as many labour units as the base mix."""
    skilled, regular, casual, home = post_shares(
        (
            firm.share_skilled_regular,
            firm.share_regular,
            firm.share_casual,
            firm.share_homework,
        ),
        firm.process_level,
        firm.product_level,
        firm.functional_level,
        (p.shed_regular, p.shed_casual, p.shed_homework),
        (p.product_skill, p.functional_skill),
    )
    base = (
        firm.share_skilled_regular * p.units_skilled_regular
        + firm.share_regular
        + firm.share_casual * p.units_casual
        + firm.share_homework * p.units_homework
    )
    now = (
        skilled * p.units_skilled_regular
        + regular
        + casual * p.units_casual
        + home * p.units_homework
    )
    same = base / now if now > 0.0 else 1.0
    return skilled * same, regular * same, casual * same, home * same


@rule
def split_posts(firm, f, target, post_scale, centred, p, key):
    """Regular posts follow the slow average of labour demand; casual and home work take the fluctuation.

    `centred` is the share of home work that has to move to workshops, where it is casual work. How posts are rounded
    belongs to the type that a founder copies. If each firm had its own, firms rounded up, which earn more, would
    outlive the others and posts would grow in number.
    """
    share_skilled, share_regular, share_casual, share_home = shares_now(firm, p)
    skilled = share_skilled * firm.steady_heads
    regular = share_regular * firm.steady_heads
    share = share_casual + share_home
    total = share_skilled + share_regular + share
    flexible = max(firm.desired_heads * total - skilled - regular, 0.0)
    casual = flexible * share_casual / share if share > 0.0 else 0.0
    home = flexible - casual if share > 0.0 else 0.0
    turned = firm.casual_shift * regular
    regular -= turned
    casual += turned
    moved = firm.home_shift * casual
    casual -= moved
    home += moved
    casual += centred * home
    home -= centred * home
    inside = firm.centre_shift * home
    home -= inside
    casual += inside * p.units_homework / p.units_casual
    scale = post_scale[firm.place]
    target[f, 0] = whole_posts(skilled * scale[0], uniform_pair(key, firm.type_id, 0))
    target[f, 1] = whole_posts(regular * scale[1], uniform_pair(key, firm.type_id, 1))
    target[f, 2] = whole_posts(casual * scale[2], uniform_pair(key, firm.type_id, 2))
    target[f, 3] = whole_posts(home * scale[3], uniform_pair(key, firm.type_id, 3))
