"""The kinds of shocks that can strike, by name: one file each, and one line here.

Named cases (the standard of 1994, the closures of 1996) are data: one file each in conf/shock/.
"""

from __future__ import annotations

from poverty_nodes.model.shocks.base import Shock
from poverty_nodes.model.shocks.buyer_leaves import BuyerLeaves
from poverty_nodes.model.shocks.buyers_standard import BuyersStandard
from poverty_nodes.model.shocks.child_labour_agreement import ChildLabourAgreement
from poverty_nodes.model.shocks.closure_order import ClosureOrder
from poverty_nodes.model.shocks.currency_crisis import CurrencyCrisis
from poverty_nodes.model.shocks.demand_slump import DemandSlump
from poverty_nodes.model.shocks.flood import Flood
from poverty_nodes.model.shocks.governance_change import GovernanceChange
from poverty_nodes.model.shocks.input_price import InputPrice
from poverty_nodes.model.shocks.pandemic import Pandemic
from poverty_nodes.model.shocks.rival_entry import RivalEntry

REGISTRY: dict[str, type[Shock]] = {
    shock.name: shock
    for shock in (
        DemandSlump,
        RivalEntry,
        CurrencyCrisis,
        InputPrice,
        BuyersStandard,
        ClosureOrder,
        ChildLabourAgreement,
        Pandemic,
        Flood,
        BuyerLeaves,
        GovernanceChange,
    )
}
"""Each kind of shock under its own name, in the order in which tables show them."""

__all__ = [
    "REGISTRY",
    "BuyerLeaves",
    "BuyersStandard",
    "ChildLabourAgreement",
    "ClosureOrder",
    "CurrencyCrisis",
    "DemandSlump",
    "Flood",
    "GovernanceChange",
    "InputPrice",
    "Pandemic",
    "RivalEntry",
    "Shock",
]
