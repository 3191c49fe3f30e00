"""Pay and quits by tenure: a match becomes known at work, is paid and kept if it is good, and is lost with the post.

Hazards of leaving fall with tenure and pay rises with it, both more steeply in poorer countries (Donovan, Lu and
Schoellman 2023), as where the quality of a match is learnt by working (Jovanovic 1979).
"""

import math

from poverty_nodes.model.rule import rule


@rule
def known(tenure, months):
    """How much of a match shows after some months in a post: 1 - exp(-t/m).

    >>> known(0, 6.0), round(known(6, 6.0), 4)
    (0.0, 0.6321)
    """
    return 1.0 - math.exp(-tenure / months)


@rule
def tenure_pay(match, tenure, p):
    """Pay of a post as a multiple of what it pays at hiring: exp(k f s(t) + r s'(t)), f the match.

    >>> from poverty_nodes.model.parameters.all_parameters import parameter_row
    >>> p = parameter_row({"match_pay": 0.1, "match_seen": 6.0, "tenure_pay": 0.0})[0]
    >>> tenure_pay(1.0, 0, p), round(tenure_pay(1.0, 6, p), 4)
    (1.0, 1.0653)
    """
    seen = known(tenure, p.match_seen)
    return math.exp(p.match_pay * match * seen + p.tenure_pay * known(tenure, p.tenure_pay_months))


@rule
def quit_factor(match, tenure, migrant, p):
    """Chance of quitting over what the kind of post has: (1 + e exp(-t/m)) exp(-q f s(t)), locals' less by a share.

    >>> from poverty_nodes.model.parameters.all_parameters import parameter_row
    >>> p = parameter_row({"early_quits": 3.0, "match_seen": 6.0, "match_quits": 0.0, "local_stay": 0.5})[0]
    >>> quit_factor(0.0, 0, True, p), quit_factor(0.0, 0, False, p), round(quit_factor(0.0, 6, True, p), 4)
    (4.0, 2.0, 2.1036)
    """
    seen = known(tenure, p.match_seen)
    early = 1.0 + p.early_quits * (1.0 - seen)
    stays = 1.0 if migrant else 1.0 - p.local_stay
    return early * stays * math.exp(-p.match_quits * match * seen)
