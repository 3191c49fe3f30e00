"""All propositions of the paper, in their order."""

from __future__ import annotations

from poverty_nodes.experiments.evidence.harness.pattern import Pattern
from poverty_nodes.experiments.evidence.propositions import (
    a_agglomeration,
    b_joint_action,
    c_social_capital,
    d_small_steps,
    e_buyers,
    f_differentiation,
    g_losers,
    h_features,
    i_advanced,
    j_local_economy,
    k_dispersed,
    l_policy,
)

PROPOSITIONS: tuple[Pattern, ...] = tuple(
    module.PROPOSITION
    for module in (
        a_agglomeration,
        b_joint_action,
        c_social_capital,
        d_small_steps,
        e_buyers,
        f_differentiation,
        g_losers,
        h_features,
        i_advanced,
        j_local_economy,
        k_dispersed,
        l_policy,
    )
)
