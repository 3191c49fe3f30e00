"""Access to markets beyond the firm's own chains: orders are won, run on for a while and lapse.

Small firms that were given export orders by lottery earned 16 to 26 % more and made better goods (Atkin, Khandelwal and
Osman 2017); suppliers of a first multinational had a quarter more workers after four years (Alfaro-Urena, Manelici and
Vasquez 2022). The speed at which orders lapse is judged.
"""

from poverty_nodes.model.rule import rule


@rule
def next_won(won, gained, lapse, limit):
    """Orders won so far that still run next month, as a share of base sales: (1 - l) w + g, at most the limit.

    >>> next_won(0.0, 0.0, 0.03, 0.5), round(next_won(0.1, 0.0, 0.03, 0.5), 4), next_won(0.45, 0.2, 0.0, 0.5)
    (0.0, 0.097, 0.5)
    """
    return min((1.0 - lapse) * won + gained, limit)
