"""A buyer's terms of the month: those of its base month, or those of the type of governance that it has taken on."""

from poverty_nodes.model.population.codes import GOVERNANCE
from poverty_nodes.model.rule import rule

MARKET, MODULAR, RELATIONAL, CAPTIVE = range(len(GOVERNANCE) - 1)


@rule
def set_terms(buyer, instrument, number, p):
    """A buyer's terms of the month: those of its base month, or as a change of governance has them."""
    buyer.governance = buyer.base_governance
    kind = buyer.base_governance
    buyer.markdown = buyer.base_markdown
    buyer.premium = buyer.base_premium
    buyer.switching = buyer.base_switching
    if instrument.governance_buyer >= 0 and instrument.governance_buyer != number:
        return
    if instrument.governance_type >= 0 and instrument.governance_type != kind:
        kind = instrument.governance_type
        buyer.governance = kind
        set_price_terms(buyer, kind, p)
    set_help(buyer, kind, p)
    buyer.markdown = min(max(buyer.markdown + instrument.markdown_change, 0.0), 0.9)
    buyer.premium = max(buyer.premium + instrument.premium_change, 0.0)
    buyer.switching = min(max(buyer.switching + instrument.switching_change, 0.0), 1.0)


@rule
def set_price_terms(buyer, kind, p):
    """What a buyer of a type of governance pays, and how easily it gives its orders to others."""
    if kind == MARKET:
        buyer.markdown = p.market_markdown
        buyer.premium = p.market_premium
        buyer.switching = p.market_switching
    elif kind == MODULAR:
        buyer.markdown = p.modular_markdown
        buyer.premium = p.modular_premium
        buyer.switching = p.modular_switching
    elif kind == RELATIONAL:
        buyer.markdown = p.relational_markdown
        buyer.premium = p.relational_premium
        buyer.switching = p.relational_switching
    elif kind == CAPTIVE:
        buyer.markdown = p.captive_markdown
        buyer.premium = p.captive_premium
        buyer.switching = p.captive_switching
    else:
        buyer.markdown = p.hierarchy_markdown
        buyer.premium = p.hierarchy_premium
        buyer.switching = p.hierarchy_switching


@rule
def set_help(buyer, kind, p):
    """What a buyer of a type of governance teaches, and how near it lets its suppliers."""
    if kind == MARKET:
        buyer.knowledge_process = p.market_process
        buyer.knowledge_product = p.market_product
        buyer.knowledge_functional = p.market_functional
        buyer.closeness = p.market_closeness
    elif kind == MODULAR:
        buyer.knowledge_process = p.modular_process
        buyer.knowledge_product = p.modular_product
        buyer.knowledge_functional = p.modular_functional
        buyer.closeness = p.modular_closeness
    elif kind == RELATIONAL:
        buyer.knowledge_process = p.relational_process
        buyer.knowledge_product = p.relational_product
        buyer.knowledge_functional = p.relational_functional
        buyer.closeness = p.relational_closeness
    elif kind == CAPTIVE:
        buyer.knowledge_process = p.captive_process
        buyer.knowledge_product = p.captive_product
        buyer.knowledge_functional = p.captive_functional
        buyer.closeness = p.captive_closeness
    else:
        buyer.knowledge_process = p.hierarchy_process
        buyer.knowledge_product = p.hierarchy_product
        buyer.knowledge_functional = p.hierarchy_functional
        buyer.closeness = p.hierarchy_closeness
