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
def of_type(kind, market, modular, relational, captive, hierarchy):
    """That of five numbers which belongs to a type of governance."""
    if kind == MARKET:
        return market
    if kind == MODULAR:
        return modular
    if kind == RELATIONAL:
        return relational
    if kind == CAPTIVE:
        return captive
    return hierarchy


# A row a term reads as a table; the formatter would give each eight lines.
# fmt: off

@rule
def set_price_terms(buyer, kind, p):
    """What a buyer of a type of governance pays, and how easily it gives its orders to others."""
    buyer.markdown = of_type(
        kind, p.market_markdown, p.modular_markdown, p.relational_markdown, p.captive_markdown, p.hierarchy_markdown)
    buyer.premium = of_type(
        kind, p.market_premium, p.modular_premium, p.relational_premium, p.captive_premium, p.hierarchy_premium)
    buyer.switching = of_type(
        kind, p.market_switching, p.modular_switching, p.relational_switching, p.captive_switching,
        p.hierarchy_switching)


@rule
def set_help(buyer, kind, p):
    """What a buyer of a type of governance teaches, and how near it lets its suppliers."""
    buyer.knowledge_process = of_type(
        kind, p.market_process, p.modular_process, p.relational_process, p.captive_process, p.hierarchy_process)
    buyer.knowledge_product = of_type(
        kind, p.market_product, p.modular_product, p.relational_product, p.captive_product, p.hierarchy_product)
    buyer.knowledge_functional = of_type(
        kind, p.market_functional, p.modular_functional, p.relational_functional, p.captive_functional,
        p.hierarchy_functional)
    buyer.closeness = of_type(
        kind, p.market_closeness, p.modular_closeness, p.relational_closeness, p.captive_closeness,
        p.hierarchy_closeness)

# fmt: on
