"""What policies and shocks hand to the rules in a month: one record, every field with a neutral default.

Instruments are set afresh each month from the neutral row, so that applying a policy every month cannot compound and
enacting none leaves no trace. There is a row a place: shocks may strike one place only, the instruments of policies
are the same in all rows (whom a policy reaches stands in its account). A buyer's number is its position in the
chain, from 0: its identity modulo 1000.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.population.table import Field, record

POLICY_FIELDS = (
    Field("floor", "f8", "$/month", "wage floor of a labour standard; 0 none"),
    Field("contribution", "f8", "/1", "social contribution of the firm, as a share of covered pay"),
    Field("casual_covered", "i1", "flag", "1 when the floor also covers casual workers"),
    Field("homework_covered", "i1", "flag", "1 when the floor also covers home workers"),
    Field("monitored_formal", "f8", "/1", "share of registered firms on which it is enforced"),
    Field("monitored_informal", "f8", "/1", "share of unregistered firms on which it is enforced"),
    Field("monitored_from", "f8", "workers", "size from which a firm falls under the standard"),
    Field("penalty", "f8", "/1", "expected fine for evading, as a share of what evading saves"),
    Field("code_floor", "f8", "$/month", "pay that a buyers' code asks of audited firms; 0 none"),
    Field("code_homework", "i1", "flag", "1 when the code reaches home workers too"),
    Field("code_standard", "f8", "0-1", "standard that the code asks for; 0 none"),
    Field("code_notice", "f8", "months", "months that an audited firm has before orders stop"),
    Field("code_paid", "f8", "/1", "share of the cost of meeting the code that the programme pays"),
    Field("matching", "f8", "/1", "grant to the joint facility for each dollar that members give"),
    Field("bank_rate", "f8", "/month", "rate of the bank for firms that are helped to register"),
    Field("bank_limit", "f8", "months", "what that bank lends, in months of base sales"),
    Field("tax_rate", "f8", "/1", "tax on profit of firms that register under a programme"),
    Field("tax_burden", "f8", "months", "cost of registering, in months of base profit"),
    Field("micro_open", "i1", "flag", "1 when the micro-lender lends"),
    Field("micro_amount", "f8", "$", "size of a micro-loan"),
    Field("micro_rate", "f8", "/month", "its monthly rate of interest"),
    Field("micro_months", "f8", "months", "number of instalments"),
    Field("micro_grace", "f8", "months", "months before the first instalment"),
    Field("micro_group", "f8", "borrowers", "borrowers who answer for each other; 0 or 1 nobody"),
    Field("micro_consumed", "f8", "/1", "share of the loan that the household consumes"),
    Field("micro_take_up", "f8", "/1", "share of eligible owners who take a loan when offered"),
    Field("home_enforced", "f8", "/1", "share of firms that keep the rights of home workers"),
)

SHOCK_FIELDS = (
    Field("export_orders", "f8", "/1", "buyers' orders as a multiple of their own path"),
    Field("home_demand", "f8", "/1", "home-market demand as a multiple of the base"),
    Field("rival_price", "f8", "/1", "price of rival producers abroad as a multiple of the base"),
    Field("exchange_rate", "f8", "/1", "local currency for a dollar as a multiple of the base"),
    Field("input_price", "f8", "/1", "price of bought inputs as a multiple of the base"),
    Field("work_allowed", "f8", "/1", "share of normal work that can be done (illness, lockdown)"),
    Field("capital_lost", "f8", "/1", "share of capital destroyed this month (flood, fire)"),
    Field("standard_required", "f8", "0-1", "standard below which buyers may not order; 0 none"),
    Field("standard_announced", "f8", "0-1", "standard that will be required; firms can prepare"),
    Field("standard_due", "f8", "months", "months until what is announced is required; 0 now"),
    Field("standard_cost", "f8", "$", "fixed cost for a firm to meet the standard alone"),
    Field("standard_buyer", "i8", "number", "the only buyer that requires it; -1 all of them"),
    Field("closure_announced", "f8", "0-1", "standard that a closure order announces; 0 none"),
    Field("closure_required", "f8", "0-1", "standard below which a firm must stand still; 0 none"),
    Field(
        "child_work_barred",
        "f8",
        "/1",
        "share of casual and home work that children did and is now barred",
    ),
    Field("homework_moved", "f8", "/1", "share of home work that has to move to workshops"),
    Field("buyer_gone", "i8", "number", "a buyer who has left; -1 none"),
    Field("governance_buyer", "i8", "number", "the only buyer that changes its terms; -1 all"),
    Field("governance_type", "i1", "code", "its type of governance now; -1 as it was"),
    Field("markdown_change", "f8", "/1", "added to its markdown"),
    Field("premium_change", "f8", "/1", "added to its premium for quality"),
    Field("switching_change", "f8", "/month", "added to its speed of switching"),
    Field("buyer_orders", "f8", "/1", "its orders as a multiple of their own path"),
)

FIELDS = POLICY_FIELDS + SHOCK_FIELDS

INSTRUMENTS = record(FIELDS)

NOT_ZERO = {
    "export_orders": 1.0,
    "home_demand": 1.0,
    "rival_price": 1.0,
    "exchange_rate": 1.0,
    "input_price": 1.0,
    "work_allowed": 1.0,
    "standard_buyer": -1,
    "buyer_gone": -1,
    "governance_buyer": -1,
    "governance_type": -1,
    "buyer_orders": 1.0,
}
"""Neutral values other than 0."""


def neutral(places: int = 1) -> NDArray[np.void]:
    """The instruments of a month without any policy or shock: a table of a row a place."""
    return NEUTRAL[[0] * places]


def _neutral_row() -> NDArray[np.void]:
    row = np.zeros(1, dtype=INSTRUMENTS)
    for name, value in NOT_ZERO.items():
        row[name] = value
    return row


NEUTRAL = _neutral_row()
NEUTRAL.flags.writeable = False
"""The neutral instruments of one place (1,); read it, never write to it."""

WHOLE = f"V{INSTRUMENTS.itemsize}"
"""A row as plain bytes: copying field by field takes thirty times as long."""


def set_neutral(instruments: NDArray[np.void]) -> None:
    """Set every row of a table of instruments to its neutral values."""
    instruments.view(WHOLE)[:] = NEUTRAL.view(WHOLE)
