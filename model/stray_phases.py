"""A method of a `Month` that nobody calls is refused, so that a misspelt phase is not passed over in silence."""

from __future__ import annotations

import inspect
from difflib import get_close_matches
from types import FunctionType


def refuse_strays(month: type) -> None:
    """Raise TypeError if a class has a method with a state that nobody calls, because no phase has its name."""
    above = {name for each in month.__mro__[1:] for name in vars(each)}
    called = {name for _, function in _functions(month) for name in function.__code__.co_names}
    for name, function in _functions(month):
        takes = [*inspect.signature(function).parameters][1:]
        if takes == ["state"] and not name.startswith("_") and name not in above | called:
            phases = sorted(each for each in above if not each.startswith("_"))
            near = get_close_matches(name, phases, 1, 0.5)
            hint = f"; did you mean '{near[0]}'?" if near else "."
            raise TypeError(
                f"{month.__name__}.{name} is no phase of the month (model/month.py) and nobody calls it{hint} "
                f"The name of a method for other purposes begins with an underscore"
            )


def _functions(month: type) -> list[tuple[str, FunctionType]]:
    """The methods that a class defines itself, by the name under which they are called."""
    return [(name, each) for name, each in vars(month).items() if inspect.isfunction(each)]
