"""Orders from buyers met at trade fairs: firms win them by chance, and they lapse."""

from poverty_nodes.model.draws import FAIR, stream_key, uniform
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.market_access import next_won


@rule
def win_orders(firms, parameters, seed, month):
    """Firms at a fair may win orders; a part of those won before lapses. Returns how many firms won."""
    p = parameters[0]
    key = stream_key(seed, FAIR, month)
    won = 0
    for f in range(len(firms)):
        firm = firms[f]
        if not firm.alive or (firm.won_orders <= 0.0 and firm.fair_chance <= 0.0):
            continue
        gained = firm.fair_orders if uniform(key, firm.id) < firm.fair_chance else 0.0
        won += 1 if gained > 0.0 else 0
        firm.won_orders = next_won(firm.won_orders, gained, p.won_lapse, p.won_limit)
    return won
