"""What `store` is asked to do, checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from experiments.question.composition import default_question
from experiments.question.settings import COMMAND_LINE, Setting, read_settings
from scenarios.errors import Problem, QuestionError, nearest_name
from scenarios.strict_yaml.paths import is_there

ACTS = ("list", "verify", "retry", "gc")


@dataclass(frozen=True)
class Order:
    """A checked request; the folder is that of config.yaml unless another is named."""

    act: str
    store: str
    sample: int = 20
    seed: int = 0
    workers: int | None = None
    yes: bool = False

    @property
    def folder(self) -> Path:
        """Where the store is."""
        return Path(self.store)


KEYS = tuple(each.name for each in fields(Order))[1:]


def read_order(words: Sequence[str], tokens: Sequence[str]) -> Order:
    """Check what was typed after the verb; QuestionError with everything that is wrong."""
    act = words[0] if words else "list"
    settings, problems = read_settings(tokens)
    if act not in ACTS:
        nearest, accepted = nearest_name(act, ACTS), ", ".join(ACTS)
        problems.append(Problem(COMMAND_LINE, f"store cannot '{act}'", accepted, nearest))
    problems += [Problem(f"{COMMAND_LINE}: {each}", "is one word too many") for each in words[1:]]
    given: dict[str, object] = {"store": default_question()["store"]}
    for each in settings:
        problem = _problem(each)
        problems += [problem] if problem else []
        given[each.key] = each.value
    folder = Path(str(given["store"]))
    if not is_there(folder / ".") and any(each.key == "store" for each in settings):
        problems.append(
            Problem(
                f"{COMMAND_LINE}: store", f"there is no folder '{folder}'", remedy="store=FOLDER"
            )
        )
    if problems:
        raise QuestionError(problems)
    return Order(act, **given)  # type: ignore[arg-type]  # each was checked by its key


def _problem(setting: Setting) -> Problem | None:
    key, value = setting.key, setting.value
    if key not in KEYS:
        return Problem(
            setting.where, "is not a key of store", ", ".join(KEYS), nearest_name(key, KEYS)
        )
    if key == "yes" and not isinstance(value, bool):
        return Problem(setting.where, f"'{value}' is no answer", "true or false")
    least = {"sample": 1, "seed": 0, "workers": 1}.get(key)
    is_number = isinstance(value, int) and not isinstance(value, bool)
    if least is not None and not (is_number and int(str(value)) >= least):
        return Problem(
            setting.where, f"'{value}' is no such number", f"a whole number from {least}"
        )
    return None
