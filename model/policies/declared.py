"""Checks that instruments, marks and units declared by the class of a policy exist in the model."""

from __future__ import annotations

from difflib import get_close_matches

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.instruments import NEUTRAL, POLICY_FIELDS
from poverty_nodes.model.policies.acts import INSPECTING, LENDING
from poverty_nodes.model.policies.base import Policy
from poverty_nodes.model.population import firm, household, worker
from poverty_nodes.model.population.marks import LEFT_OUT

INSTRUMENTS = tuple(field.name for field in POLICY_FIELDS)
MARKS = {
    table: (
        *(mark.name for mark in own.MARKS),
        *sorted(set(record.names or ()) - {f.name for f in own.FIELDS}),
    )
    for table, own, record in (
        ("firms", firm, firm.FIRM),
        ("workers", worker, worker.WORKER),
        ("households", household, household.HOUSEHOLD),
    )
}
"""The marks of each table: the model's own, and those that installed packages add."""
FIRM_BY_FIRM = (*LENDING, *INSPECTING)
"""Instruments for which a rule goes from firm to firm among those that are eligible."""


WRITTEN = {"pull": "pulls", "marks": "marking", "benefit": "pays"}
"""Each method by which a policy acts, with the declaration without which the model does not call it."""


class PolicyError(TypeError):
    """The class of a policy declares something that the model does not have and that would have no effect."""


def refuse_misfits(policy: type[Policy]) -> None:
    """Raise PolicyError with all that is wrong with what a class declares."""
    found = misfits(policy)
    if found:
        raise PolicyError(f"{policy.__name__}: " + "; ".join(found))


def misfits(policy: type[Policy]) -> list[str]:
    """The faults of a class's declarations, a sentence each.

    >>> from poverty_nodes.model.policies.micro_credit import MicroCredit
    >>> misfits(MicroCredit)
    []
    >>> misfits(type("Loans", (MicroCredit,), {"pulls": ("micro_opened",)}))
    ["pulls 'micro_opened', which is no instrument of policies (micro_open?)"]
    """
    found = [
        _unknown("pulls", name, "instrument of policies", INSTRUMENTS) for name in policy.pulls
    ]
    marks = MARKS.get(str(policy.marked), ())
    found += [_unknown("marks", name, f"mark of {policy.marked}", marks) for name in policy.marking]
    terms = policy.value if isinstance(policy.value, tuple) else (policy.value,)
    fields = tuple(policy.model_fields)
    found += [_unknown("has the value", name, "term of it", fields) for name in terms if name]
    if policy.targets != "firm":
        bound = [f"pulls '{name}'" for name in policy.pulls if name in FIRM_BY_FIRM]
        bound += ["marks firms"] if policy.marked == "firms" else []
        bound += ["pays firms"] if policy.pays == "firms" else []
        found += [
            f"{each} and must therefore target firms, not {policy.targets}s" for each in bound
        ]
    for method, declaration in WRITTEN.items():
        if getattr(policy, method) is not getattr(Policy, method) and not getattr(
            policy, declaration
        ):
            found.append(
                f"has a method `{method}` but declares nothing in `{declaration}`, so that the method is never called"
            )
    if not policy.name:
        found.append("has no name")
    return [each for each in found if each]


def _unknown(verb: str, name: str, kind: str, known: tuple[str, ...]) -> str:
    if name in known:
        return ""
    if name in LEFT_OUT:
        return f"{verb} '{name}', which could not be used: {LEFT_OUT[name]}"
    near = get_close_matches(name, known, 1)
    return f"{verb} '{name}', which is no {kind}" + (f" ({near[0]}?)" if near else "")


def refuse_no_amounts(policy: Policy, dollars: NDArray[np.float64]) -> None:
    """Raise PolicyError if a policy would pay less than zero or what is not a number."""
    if not (np.isfinite(dollars) & (dollars >= 0.0)).all():
        wrong = dollars[~(np.isfinite(dollars) & (dollars >= 0.0))][0]
        raise PolicyError(
            f"{type(policy).__name__} pays {wrong:g} dollars to a unit, which is no amount"
        )


def refuse_undeclared(policy: Policy, pulled: np.record) -> None:
    """Raise PolicyError if a policy has pulled an instrument (model/instruments.py) that its class does not declare."""
    undeclared = [
        name
        for name in NEUTRAL.dtype.names or ()
        if name not in policy.pulls and pulled[name] != NEUTRAL[name][0]
    ]
    if undeclared:
        raise PolicyError(
            f"{type(policy).__name__} pulls {', '.join(undeclared)}, which does not stand in its `pulls`"
        )
