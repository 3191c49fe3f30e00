"""A rule names a field that its record lacks: the message names the rule's line instead of pages of the compiler's."""

from __future__ import annotations

import linecache
import traceback
from collections.abc import Callable
from types import TracebackType

from numba import types

from poverty_nodes.model import instruments
from poverty_nodes.model.nearest import nearest_name
from poverty_nodes.model.parameters import all_parameters
from poverty_nodes.model.population import (
    buyer,
    firm,
    household,
    offer,
    open_node,
    place,
    seeker,
    setting,
    worker,
)

RECORDS = (
    ("firm", firm, firm.FIRM),
    ("worker", worker, worker.WORKER),
    ("household", household, household.HOUSEHOLD),
    ("buyer", buyer, buyer.BUYER),
    ("place", place, place.PLACE),
    ("setting", setting, setting.SETTING),
    ("offer", offer, offer.OFFER),
    ("open node", open_node, open_node.OPEN_NODE),
    ("seeker", seeker, seeker.SEEKER),
    ("set of instruments", instruments, instruments.INSTRUMENTS),
    ("set of parameters", all_parameters, all_parameters.PARAMETER_RECORD),
)
"""Each kind of record: what it is called, the module that declares its fields, and its NumPy type."""


class FieldError(AttributeError):
    """A rule names a field that a record does not have."""


def telling(compile_for: Callable[..., object]) -> Callable[..., object]:
    """Numba's way to compile a rule for new types, with FieldError for a misspelt field; no later call comes here."""

    def compiled(*arguments: object, **named: object) -> object:
        try:
            return compile_for(*arguments, **named)
        except KeyError as error:
            told = misspelt(error.__traceback__)
            if told is None:
                raise
        raise FieldError(told)

    return compiled


def misspelt(trace: TracebackType | None) -> str | None:
    """The message, from where Numba looked a field up in vain; None if something else failed.

    Numba's own error says neither the line nor the record: both stand in the frames that it went through.
    """
    asking = record = None
    for frame, _ in traceback.walk_tb(trace):
        found = frame.f_locals.get("self")
        if hasattr(found, "loc") and hasattr(found, "attr"):
            asking = found
        record = found if isinstance(found, types.Record) else None
    if asking is None or record is None:
        return None
    return in_words(asking.loc.filename, asking.loc.line, asking.attr, tuple(record.fields))


def in_words(file: str, line: int, field: str, fields: tuple[str, ...]) -> str:
    """File, line, the field and the nearest that there is; the line itself; and which fields there are."""
    kind, there = declared(fields)
    near = nearest_name(field, fields)
    hint = f"; did you mean '{near}'?" if near else ""
    said = f"{file}, line {line}: a {kind} has no field '{field}'{hint}"
    return "\n".join((said, f"    {linecache.getline(file, line).strip()}", there))


def declared(fields: tuple[str, ...]) -> tuple[str, str]:
    """What a record with these fields is called, and where they are declared or, if it is none of ours, a list."""
    for kind, module, dtype in RECORDS:
        if set(dtype.names or ()) == set(fields):
            return kind, f"its fields are declared in {module.__name__}"
    return "record", f"its fields: {', '.join(fields)}"
