"""The analysis that a question file holds below `sensitivity`: what was chosen, between which ends, what was known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from poverty_nodes.experiments.question.conflicting_settings import own_section
from poverty_nodes.experiments.question.grammar import literal
from poverty_nodes.experiments.question.settings import COMMAND_LINE, TOKEN, Setting
from poverty_nodes.experiments.sensitivities.method import Method
from poverty_nodes.experiments.sensitivities.spans import Span
from poverty_nodes.scenarios.errors import Problem, nearest_name

BETWEEN, TOGETHER, KNOWN = "between", "together", "known"
"""Keys of the section: ends by dotted key; bundles by name; terms that were set by hand and are not varied."""


@dataclass(frozen=True)
class Filed:
    """An analysis of a file as words that are read before those of the command line, which go over it."""

    tokens: tuple[str, ...] = ()
    known: tuple[Setting, ...] = ()
    problems: tuple[Problem, ...] = ()
    where: str = ""

    def blamed(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems, those with words of the file told where they stand."""
        keys = [each.partition("=")[0] for each in self.tokens]
        mine = {f"{COMMAND_LINE}: {key}": f"{self.where}: {key}" for key in keys}
        return [replace(each, where=mine.get(each.where, each.where)) for each in problems]


def filed_analysis(tokens: Sequence[str], own: Iterable[str]) -> Filed:
    """What the question file among the tokens says of the analysis; `own` are the keys that take one value.

    A key that is typed counts as typed.
    """
    section, where = own_section(tokens, "sensitivity")
    if section is None:
        return Filed()
    if not isinstance(section, Mapping):
        return Filed(problems=(Problem(where, "holds no keys", "keys and values"),))
    typed = {match["key"] for each in tokens if (match := TOKEN.fullmatch(each))}
    known = section.get(KNOWN, [])
    found = [*_words(section, tuple(own), where)]
    if not isinstance(known, list):
        found.append(Problem(f"{where}.{KNOWN}", f"{known!r} is no list", "a list of dotted keys"))
        known = []
    words = [each for each in found if isinstance(each, tuple)]
    return Filed(
        tuple(f"{key}={literal(value)}" for key, value in words if key not in typed),
        tuple(Setting(str(key), KNOWN, COMMAND_LINE) for key in known),
        tuple(each for each in found if isinstance(each, Problem)),
        where,
    )


def section_of(method: Method, spans: Sequence[Span], known: Sequence[str]) -> dict[str, object]:
    """The section of an analysis; inputs that are known stand in the question."""
    return {
        **method.model_dump(mode="json"),
        BETWEEN: {each.key: list(each.ends) for each in spans},
        KNOWN: [each for each in known if not each.startswith("inputs.")],
    }


def _words(
    section: Mapping[object, object], own: tuple[str, ...], where: str
) -> Iterator[tuple[str, object] | Problem]:
    for key, value in section.items():
        if key in (BETWEEN, TOGETHER):
            above = "" if key == BETWEEN else f"{TOGETHER}."
            for name, each in value.items() if isinstance(value, Mapping) else ():
                if isinstance(each, list) and TOKEN.fullmatch(f"{above}{name}=0"):
                    yield f"{above}{name}", each
                else:
                    yield Problem(
                        f"{where}.{key}: {name}", f"{each!r} is no list", "KEY: [low, high]"
                    )
            if not isinstance(value, Mapping):
                yield Problem(f"{where}.{key}", f"{value!r} holds no keys", "KEY: [low, high]")
        elif key in own:
            yield str(key), value
        elif key != KNOWN:
            accepted = (*own, TOGETHER, BETWEEN, KNOWN)
            nearest = nearest_name(str(key), accepted)
            yield Problem(f"{where}.{key}", "is not a key here", ", ".join(accepted), nearest)
