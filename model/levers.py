"""What policies and shocks hand to the rules in a month: one record, every field with a neutral default.

Levers are set afresh each month from the neutral row, so that applying a policy every month cannot compound and
enacting none leaves no trace.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from model.population.table import Field, record

FIELDS = (
    Field("floor", "f8", "$/month", "wage floor of a labour standard; 0 none"),
    Field("contribution", "f8", "/1", "social contribution of the firm, as a share of covered pay"),
    Field("casual_covered", "i1", "flag", "1 when the floor also covers casual workers"),
    Field("homework_covered", "i1", "flag", "1 when the floor also covers home workers"),
    Field("monitored_formal", "f8", "/1", "share of registered firms on which the standard is enforced"),
    Field("monitored_informal", "f8", "/1", "share of unregistered firms on which it is enforced"),
    Field("monitored_from", "f8", "workers", "size from which a firm falls under the standard"),
    Field("penalty", "f8", "/1", "expected fine for evading, as a share of what evading saves"),
    Field("micro_open", "i1", "flag", "1 when the micro-lender lends"),
    Field("micro_amount", "f8", "$", "size of a micro-loan"),
    Field("micro_rate", "f8", "/month", "its monthly rate of interest"),
    Field("micro_months", "f8", "months", "number of instalments"),
    Field("micro_grace", "f8", "months", "months before the first instalment"),
    Field("micro_consumed", "f8", "/1", "share of the loan that the household consumes"),
    Field("micro_take_up", "f8", "/1", "share of eligible owners who take a loan when offered"),
    Field("micro_group", "f8", "/1", "share of a failing member's instalment that the group pays"),
)

LEVERS = record(FIELDS)


def neutral() -> NDArray[np.void]:
    """The levers of a month without any policy or shock: a table of one row."""
    return np.zeros(1, dtype=LEVERS)
