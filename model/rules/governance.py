"""How buyers choose suppliers and set prices, and how exporters hand work on.

Types of governance after Gereffi, Humphrey and Sturgeon (2005). The base month absorbs the base markdown, so
governance shows in levels only when it changes.
"""

import math

from poverty_nodes.model.rule import rule


@rule
def price_factor(premium, quality, markdown, functions):
    """Price paid as a share of the reference: (1 + premium q)(1 - markdown (1 - f)).

    A supplier with functions of its own (design, brand) escapes the markdown.

    >>> round(price_factor(0.2, 0.5, 0.1, 0.0), 3), round(price_factor(0.2, 0.5, 0.1, 1.0), 3)
    (0.99, 1.1)
    """
    return (1.0 + premium * quality) * (1.0 - markdown * (1.0 - functions))


@rule
def preference(quality, tie, weight_quality, weight_tie):
    """A buyer's unnormalised preference for a supplier (logit, McFadden 1974).

    >>> preference(0.0, 0.0, 2.0, 1.0)
    1.0
    """
    return math.exp(weight_quality * quality + weight_tie * tie)


@rule
def orders_won(appeal, firm_elasticity, market_elasticity, response):
    """A buyer's orders to a place whose suppliers appeal to it L times as much as at base: L^(r (E - 1)/(e - 1)).

    With prices p and appeals a the place costs the buyer (sum of w a p^(1-e))^(1/(1-e)), and it spends on the place
    that index to the power 1 - E (Dixit and Stiglitz 1977, one market within another); r is 1, or 0 for a fixed sum.

    >>> round(orders_won(1.2, 6.0, 2.0, 1.0), 4), orders_won(1.2, 6.0, 2.0, 0.0), orders_won(1.2, 6.0, 1.0, 1.0)
    (1.0371, 1.0, 1.0)
    """
    return appeal ** (response * (market_elasticity - 1.0) / (firm_elasticity - 1.0))


@rule
def market_shift(price_index, firm_elasticity, market_elasticity):
    """Shift of one firm's demand when all prices of its market move: P^(e - E), with e > E.

    One supplier that raises its price alone loses much (e); when all do, the market as a whole loses little (E).

    >>> round(market_shift(1.01, 6.0, 2.0), 4)
    1.0406
    """
    return price_index ** (firm_elasticity - market_elasticity)


@rule
def work_put_out(planned, own_planned, own_output, pressure):
    """Volume handed to subcontractors as a multiple of the base: z (o*/o)^k, at most three times.

    Beyond the plan z, orders above own capacity o are put out: o* is what the plan would make itself.

    >>> work_put_out(1.0, 1.0, 1.0, 0.5)
    1.0
    >>> round(work_put_out(1.0, 1.2, 1.0, 0.5), 3)
    1.095
    """
    return min(3.0, planned * (own_planned / max(own_output, 0.05)) ** pressure)


@rule
def next_tie(tie, delivery, closeness, speed):
    """The tie to a buyer moves towards the record of delivery (0-1), as far as buyers of its type allow closeness.

    A buyer at arm's length remains so however well it is served (Gereffi, Humphrey and Sturgeon 2005).

    >>> round(next_tie(0.5, 1.0, 1.0, 0.02), 3), next_tie(0.3, 1.0, 0.3, 0.02)
    (0.51, 0.3)
    """
    return tie + speed * (closeness * min(max(delivery, 0.0), 1.0) - tie)


@rule
def tie_worth(taken, base_taken, saved, response):
    """Worth of a tie as a multiple of the base: (m/m0)^r + s/m0, m the margin on sales to the buyer, s what help saves.

    Relationships begin small and are worth more as they last and more is traded (Macchiavello and Morjaria 2013).

    >>> tie_worth(30.0, 30.0, 0.0, 1.0), tie_worth(60.0, 30.0, 15.0, 1.0), tie_worth(60.0, 30.0, 15.0, 0.0)
    (1.0, 2.5, 1.5)
    """
    if base_taken <= 0.0:
        return 1.0
    return max(taken / base_taken, 1e-6) ** response + saved / base_taken


@rule
def let_near(closeness, worth):
    """Closeness of supplier and buyer when their tie is worth w times what it is at base: x w/(1 + x (w - 1)).

    The odds of closeness are in proportion to its worth: between two there is no free riding.

    >>> let_near(0.5, 1.0), let_near(0.5, 3.0), let_near(1.0, 2.0)
    (0.5, 0.75, 1.0)
    """
    return closeness * worth / (1.0 + closeness * (worth - 1.0))


@rule
def late_price(output, planned, penalty):
    """Share of the price that is paid when part of an order is late: 1 - k max(0.9 - y/y*, 0); up to a tenth costs
    nothing.

    >>> late_price(1.0, 1.0, 0.5), late_price(0.5, 1.0, 0.5)
    (1.0, 0.8)
    """
    return 1.0 - penalty * max(0.9 - output / max(planned, 0.05), 0.0)


@rule
def next_order_state(state, persistence, volatility, luck):
    """A buyer's log deviation of orders from trend next month: autoregressive with long-run deviation v.

    x' = p x + v sqrt(1 - p^2) e, so that `volatility` is the standard deviation of the log of a month's orders.

    >>> round(next_order_state(0.0, 0.6, 0.05, 2.0), 3)
    0.08
    """
    return persistence * state + volatility * math.sqrt(1.0 - persistence * persistence) * luck
