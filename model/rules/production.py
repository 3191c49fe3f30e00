"""Output, sales, and demand for labour and capital, each as a ratio to the firm's own base month.

A firm makes y = A G (K/K0)^a (N/N0)^b and sells on its own demand curve, R = R0 p d^(1/e) y^(1-1/e): orders d shift the
curve instead of capping sales, because the smaller of two noisy numbers is biased down (Dixit and Stiglitz 1977 for the
demand curve; calibrated shares as in Shoven and Whalley 1984).
"""

from poverty_nodes.model.rule import rule


@rule
def own_output(productive, labour_ratio, labour_elasticity):
    """Volume that the firm's own people make, as a multiple of its base: (A G k^a) n^b.

    >>> own_output(1.0, 1.0, 0.75)
    1.0
    >>> round(own_output(1.0, 1.1, 0.75), 4)
    1.0741
    """
    if labour_ratio <= 0.0:
        return 0.0
    return productive * labour_ratio**labour_elasticity


@rule
def revenue(base_revenue, price_factor, demand, output, demand_elasticity):
    """Sales in dollars a month: R0 p d^(1/e) y^(1-1/e).

    >>> round(revenue(1000.0, 1.0, 1.1, 1.0, 6.0), 2)
    1016.01
    """
    if output <= 0.0 or demand <= 0.0:
        return 0.0
    inverse = 1.0 / demand_elasticity
    return base_revenue * price_factor * demand**inverse * output ** (1.0 - inverse)


@rule
def own_price(price_factor, demand, output, demand_elasticity):
    """Price of the firm's product as a multiple of its base: p (d/y)^(1/e).

    >>> round(own_price(1.0, 1.0, 1.2, 6.0), 4)
    0.9701
    """
    if output <= 0.0 or demand <= 0.0:
        return 1.0
    return price_factor * (demand / output) ** (1.0 / demand_elasticity)


@rule
def bundle(value, weighted, base, demand_elasticity):
    """Volume of a bundle of firms' products: its value over the bundle's price index.

    Q = sum of w p y / (sum of w p^(1-e) / sum of w)^(1/(1-e)) after Dixit and Stiglitz (1977), with w base sales, p
    prices and y volumes over the base; `value`, `weighted` and `base` are the three sums. A plain sum of volumes would
    grow as firms come to differ more in size, though buyers would be no better off.

    >>> round(bundle(1.2 * 1.2 ** -0.25, 1.2 ** 0.75, 1.0, 4.0), 6), bundle(0.0, 0.0, 0.0, 4.0)
    (1.2, 0.0)
    """
    if base <= 0.0 or weighted <= 0.0:
        return 0.0
    return value / (weighted / base) ** (1.0 / (1.0 - demand_elasticity))


@rule
def final_output(own, putout, putout_share):
    """Volume delivered when a share s of the product is made by others: y = o^(1-s) z^s (multiples of base).

    >>> final_output(1.1, 1.0, 0.0), round(final_output(1.1, 0.9, 0.5), 4)
    (1.1, 0.995)
    """
    if putout_share <= 0.0:
        return own
    if own <= 0.0 or putout <= 0.0:
        return 0.0
    return own ** (1.0 - putout_share) * putout**putout_share


@rule
def work_done_in_time(own, putout, putout_share):
    """Volume made with what came back of the work put out: o^(1-s) z^s, and at least (1-s) o.

    The workers who make a firm's own part can make a smaller whole, and do when there is hardly anybody to put work out
    to.

    >>> round(work_done_in_time(1.1, 0.9, 0.5), 4), work_done_in_time(1.1, 0.0, 0.5), work_done_in_time(1.1, 0.0, 0.0)
    (0.995, 0.55, 1.1)
    """
    return max(final_output(own, putout, putout_share), (1.0 - putout_share) * own)


@rule
def made_at_cost(
    productive,
    whole,
    wage_cost,
    putout_price,
    putout_share,
    input_price,
    input_share,
    labour_elasticity,
):
    """Volume that a base month's sales make when each cost is spent at the month's prices, as a multiple of the base.

    With g = A G k^a (`productive`) the output of a unit of the firm's own labour, f (`whole`) a factor on all work,
    put out or not, s and h the shares of work put out and of inputs, and w, v and u the cost of labour, the price of
    work put out and the price of inputs, each a multiple of the base, this is

    m = (f g^(1-s) w^(-b(1-s)) v^(-s))^(1-h) u^(-h)

    >>> made_at_cost(1.0, 1.0, 1.0, 1.0, 0.5, 1.0, 0.5, 0.8)
    1.0
    """
    own = 1.0 - putout_share
    unit = (
        productive**own * wage_cost ** (-labour_elasticity * own) * putout_price ** (-putout_share)
    )
    return (whole * unit) ** (1.0 - input_share) * input_price ** (-input_share)


@rule
def planned_sales(
    price_factor,
    demand,
    made,
    putout_share,
    input_share,
    demand_elasticity,
    labour_elasticity,
):
    """Sales at which the marginal revenue of labour, work put out and inputs equals their cost, as a multiple of the
    base.

    The first-order conditions n = r/w, z = r/v and q = r/u in r = p d^(1/e) y^c, y = x^(1-h) q^h with
    x = f (g n^b)^(1-s) z^s, give

    r = [ p d^(1/e) m^c ]^(1 / (1 - c ((1-h)(b(1-s) + s) + h)))

    with c = 1 - 1/e and m (`made`) the volume that a base month's sales make at the month's costs (`made_at_cost`).

    >>> planned_sales(1.0, 1.0, 1.0, 0.5, 0.5, 6.0, 0.8)
    1.0
    >>> round(planned_sales(1.0, 1.1, 1.0, 0.0, 0.0, 6.0, 0.8), 4)
    1.0488
    """
    curve = 1.0 - 1.0 / demand_elasticity
    worth = price_factor * demand ** (1.0 / demand_elasticity) * made**curve
    if worth <= 0.0:
        return 0.0
    own = 1.0 - putout_share
    returns = (1.0 - input_share) * (labour_elasticity * own + putout_share) + input_share
    return worth ** (1.0 / (1.0 - curve * returns))


@rule
def with_inputs(work, price_factor, demand, input_price, input_share, demand_elasticity):
    """Volume made of the work that is there and the inputs worth buying for it: y = x^(1-h) q^h with q = r/u.

    y = [ x^(1-h) (p d^(1/e) / u)^h ]^(1 / (1 - c h)), c = 1 - 1/e; inputs then cost h of sales.

    >>> with_inputs(1.0, 1.0, 1.0, 1.0, 0.5, 6.0)
    1.0
    >>> round(with_inputs(1.0, 1.0, 1.0, 1.5, 0.5, 6.0), 4)
    0.7064
    """
    if work <= 0.0 or demand <= 0.0:
        return 0.0
    curve = 1.0 - 1.0 / demand_elasticity
    bought = (price_factor * demand ** (1.0 / demand_elasticity) / input_price) ** input_share
    return (work ** (1.0 - input_share) * bought) ** (1.0 / (1.0 - curve * input_share))


@rule
def desired_capital(base_capital, sales_ratio, micro_debt):
    """Desired capital in dollars: K0 R/R0 at the firm's own cost of capital, and what a cheaper loan pays for.

    As long as it is owed, a loan at a rate below the firm's own is added to what it would hold anyway: it does not make
    the rest of its capital cheaper.

    >>> desired_capital(1000.0, 1.1, 0.0), desired_capital(1000.0, 1.0, 300.0)
    (1100.0, 1300.0)
    """
    return base_capital * sales_ratio + micro_debt


@rule
def learned(experience, elasticity):
    """Productivity from experience as a multiple of the base: E^l (Arrow 1962), E a slow average of output over base.

    >>> learned(1.0, 0.3), round(learned(2.0, 0.32), 3)
    (1.0, 1.248)
    """
    return max(experience, 0.05) ** elasticity


@rule
def next_experience(experience, output, speed):
    """Experience next month: output adds to it, and without output it is forgotten (Benkard 2000).

    >>> next_experience(1.0, 1.0, 0.03), round(next_experience(1.0, 2.0, 0.03), 3)
    (1.0, 1.03)
    """
    return experience + speed * (output - experience)


@rule
def next_persistent_productivity(luck, initial_productivity, persistence, spread, pace, draw):
    """A firm's persistent productivity next month, measured from its base month.

    In levels a = a0 + x, a' = p a + s sqrt(1 - p^2) e - c: growth by chance (Gibrat 1931) that fades slowly, so that
    the spread s of sizes stays constant while firms change places in it (Kalecki 1945; Sutton 1997). Less productive
    firms close more often, here as in the world market. This raises the mean of the others at the pace c, by which a
    firm of constant productivity falls behind.

    >>> next_persistent_productivity(0.0, 0.0, 0.994, 0.0, 0.0, 1.0)
    0.0
    >>> round(next_persistent_productivity(0.0, 0.5, 0.99, 0.3, 0.001, 0.0), 4)
    -0.006
    """
    level = persistence * (initial_productivity + luck) - pace
    level += spread * (1.0 - persistence * persistence) ** 0.5 * draw
    return level - initial_productivity


@rule
def next_transitory_productivity(shock, persistence, spread, luck):
    """Log of the firm's transitory productivity next month; stationary with variance s^2/(1-p^2).

    >>> round(next_transitory_productivity(0.1, 0.97, 0.02, -1.0), 4)
    0.077
    """
    return persistence * shock + spread * luck
