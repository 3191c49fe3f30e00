"""The axes that a question file brings: below `sweep`, a list of entries whose keys move together."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from poverty_nodes.experiments.question.settings import COMMAND_LINE, TOKEN, Setting
from poverty_nodes.experiments.sweeps.axes import Axis, takes_list
from poverty_nodes.scenarios.errors import Problem

_ACCEPTED = "a list of entries such as '- policy.micro_credit.take_up: [0.1, 0.3]'"


def filed_axes(
    own: Sequence[Setting], typed: Collection[str]
) -> tuple[list[Setting], list[Axis], list[Problem]]:
    """What the verb's own settings fix, what they sweep, and what is wrong with them.

    A list is swept as it would be on the command line: for a key that takes lists it is a list of lists. A key that is
    `typed` counts as typed.
    """
    fixed: list[Setting] = []
    axes: list[Axis] = []
    if not own:
        return fixed, axes, []
    where, section = f"{own[0].origin}: sweep", own[0].value
    is_list = own[0].key == "sweep" and isinstance(section, list)
    entries = section if is_list and isinstance(section, list) else []
    if not is_list or not all(isinstance(each, Mapping) for each in entries):
        return fixed, axes, [Problem(where, "is no list of what is swept", _ACCEPTED)]
    problems: list[Problem] = []
    for entry in entries:
        keys = {str(key): value for key, value in entry.items() if str(key) not in typed}
        problems += [
            Problem(where, f"'{key}' is no key", "dotted keys")
            for key in keys
            if not TOKEN.fullmatch(f"{key}=0") or key.startswith(("~", "+"))
        ]
        swept = {key: value for key, value in keys.items() if _is_swept(key, value)}
        # What is fixed counts as typed: where an experiment is swept, a file may not say which policies there are.
        fixed += [
            Setting(key, value, COMMAND_LINE) for key, value in keys.items() if key not in swept
        ]
        if len({len(values) for values in swept.values()}) > 1:
            words = ", ".join(f"{key} has {len(values)}" for key, values in swept.items())
            problems.append(
                Problem(where, f"the keys of an entry have different numbers of values: {words}")
            )
        elif swept:
            rows = tuple(zip(*swept.values(), strict=True))
            axes.append(Axis(tuple(swept), rows, (where,) * len(rows)))
    return fixed, axes, problems


def _is_swept(key: str, value: object) -> bool:
    if not isinstance(value, list) or not value:
        return False
    return not takes_list(key) or all(isinstance(each, list) for each in value)
