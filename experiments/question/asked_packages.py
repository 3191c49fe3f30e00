"""From what a user typed to packages that are set beside each other, or to all that is wrong with them at once.

Below `packages.NAME` stands what a question says of its one package: `policy`, terms of policies, `budget`. Each is
composed and checked as a question of its own, so that a term is refused here in the words in which it is refused there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from poverty_nodes.experiments.question.checked_question import compose, for_verb, settings_of_text
from poverty_nodes.experiments.question.composition import CONF
from poverty_nodes.experiments.question.packages import BASELINE, KEY, OF_A_PACKAGE, Packages
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.question.settings import (
    COMMAND_LINE,
    Setting,
    read_settings,
    typed_twice,
    without_pieces,
)
from poverty_nodes.experiments.question.whole_question import persons_problems
from poverty_nodes.model.policies import REGISTRY
from poverty_nodes.scenarios.errors import Problem, QuestionError, nearest_name

LEAST, MOST = 2, 8
"""How many packages one page sets beside each other: as many as lines in a picture can be told apart."""
ONE_PACKAGE = ("why", "against", "capabilities")
"""What is asked of one package at a time."""
ACCEPTED = "packages.NAME=[a,b], packages.NAME.policy.POLICY.TERM=value, packages.NAME.budget=sum"
Own = dict[str, list[Setting]]
"""The settings of each package by its name, as if its question were asked alone."""


def asks_for_packages(tokens: Sequence[str]) -> bool:
    """Whether words, or the question file among them, set packages beside each other."""
    settings, _ = read_settings(tokens)
    return any(_is_of_packages(each) for each in settings)


def ask_packages(tokens: Sequence[str], conf: Path = CONF) -> Packages:
    """Read packages and check each; QuestionError with all problems, each with the package that has it."""
    return _asked(*read_settings(tokens), conf)


def ask_packages_yaml(text: str) -> Packages:
    """Read what `to_yaml` of packages wrote; QuestionError with everything that is wrong with it."""
    return _asked(settings_of_text(text), [], CONF)


def _asked(settings: Sequence[Setting], problems: Sequence[Problem], conf: Path) -> Packages:
    settings, of_verb = for_verb(settings, "compare")
    problems = [*problems, *of_verb, *typed_twice(settings)]
    settings = without_pieces(settings)
    own, of_packages = _by_package([each for each in settings if _is_of_packages(each)])
    shared = [each for each in settings if not _is_of_packages(each)]
    problems += [*(of_packages or _of_number(own)), *_of_shared(shared, own)]
    questions: dict[str, Question] = {}
    wrong: dict[Problem, list[str]] = {}
    for name, mine in own.items():
        try:
            here = [*(each for each in shared if _concerns(each, mine)), *mine]
            questions[name] = compose(list(_named_once(here)), conf=conf).check("compare")
        except QuestionError as error:
            for each in error.problems:
                wrong.setdefault(each, []).append(name)
    problems += [_placed(each, names, len(own)) for each, names in wrong.items()]
    if questions:
        first = next(iter(questions.values()))
        problems += _of_one_package(first)
        problems += persons_problems(first, first.origin, worlds=len(own) + 1)
    if problems:
        raise QuestionError(list(dict.fromkeys(problems)))
    return Packages(questions)


def _is_of_packages(setting: Setting) -> bool:
    return setting.key.split(".")[0] == KEY


def _by_package(settings: Sequence[Setting]) -> tuple[Own, list[Problem]]:
    """The settings of each package, a later one over an earlier; what is taken back is gone."""
    own: Own = {}
    problems: list[Problem] = []
    for each in (leaf for setting in settings for leaf in _leaves(setting)):
        _, *parts = each.key.split(".")
        if each.taken_back:
            problems += _taken_back(own, parts, each)
        elif len(parts) < 2 or parts[1] not in OF_A_PACKAGE:
            message = "is not what a package has"
            problems.append(Problem(each.where, message, ACCEPTED, _meant(parts)))
        else:
            key, mine = ".".join(parts[1:]), own.setdefault(parts[0], [])
            if each.key.endswith(".policy"):  # names, which go over names said before
                mine[:] = [one for one in mine if one.key != key]
            mine.append(Setting(key, each.value, f"{each.origin}: {KEY}.{parts[0]}"))
    return own, problems


def _meant(parts: Sequence[str]) -> str:
    """The key that was probably meant by a package's name and what does not belong below it."""
    if len(parts) < 2:
        return ""
    name, first, *rest = parts
    if first in REGISTRY:
        return ".".join([KEY, name, "policy", first, *rest])
    return ".".join([KEY, name, nearest_name(first, OF_A_PACKAGE), *rest])


def _leaves(setting: Setting) -> Iterator[Setting]:
    """A setting of packages, or what stands below it where it has keys; names alone are those of policies."""
    depth, value = setting.key.count("."), setting.value
    if depth < 2 and isinstance(value, Mapping) and value and not setting.taken_back:
        for name, each in value.items():
            yield from _leaves(replace(setting, key=f"{setting.key}.{name}", value=each))
    elif depth == 1 and not setting.taken_back and isinstance(value, list | str):
        yield replace(setting, key=f"{setting.key}.policy")
    elif setting.key.count(".") == 2 and isinstance(value, Mapping) and value:
        for name, each in value.items():  # policies by name, with their terms
            yield replace(setting, key=f"{setting.key}.{name}", value=each)
    else:
        yield setting


def _taken_back(own: Own, parts: Sequence[str], setting: Setting) -> list[Problem]:
    """Take a package, or a key of one, out of what was said before."""
    name, key = (parts[0] if parts else ""), ".".join(parts[1:])
    before = own.get(name, [])
    kept = [each for each in before if key and not f"{each.key}.".startswith(f"{key}.")]
    if len(kept) == len(before):
        return [Problem(setting.where, "is not there to be taken back")]
    if kept:
        own[name] = kept
    else:
        del own[name]
    return []


def _of_number(own: Own) -> Iterator[Problem]:
    """What is wrong with the packages as such: how many, their names, one without a policy."""
    if not LEAST <= len(own) <= MOST:
        remedy = f"{KEY}.slow=[labour_standards] {KEY}.fast=[labour_standards]"
        number = f"{len(own)} package{'' if len(own) == 1 else 's'}"
        yield Problem(KEY, f"names {number}", f"{LEAST} to {MOST}", remedy=remedy)
    for name, mine in own.items():
        where = f"{mine[0].origin}" if mine else f"{KEY}.{name}"
        if name == BASELINE or not re.fullmatch(r"[A-Za-z]\w{0,29}", name, re.ASCII):
            accepted = f"up to 30 letters, digits and _, other than {BASELINE}"
            yield Problem(where, f"'{name}' cannot be the name of a package", accepted)
        if not _policies(mine):
            message = "has no policy; the town without policies is there anyway"
            yield Problem(where, message, f"{KEY}.{name}=[labour_standards]")


def _policies(settings: Sequence[Setting]) -> set[str]:
    """The names of the policies of a package, right or wrong."""
    found = {each.key.split(".")[1] for each in settings if each.key.startswith("policy.")}
    for each in settings:
        if each.key == "policy":
            found |= {str(name) for name in each.value} if isinstance(each.value, list) else set()
            found |= {each.value} if isinstance(each.value, str) else set()
    return found


def _of_shared(shared: Sequence[Setting], own: Own) -> Iterator[Problem]:
    """Policies that are named beside the packages, and terms of policies that none of them has."""
    known = sorted({name for mine in own.values() for name in _policies(mine)})
    for each in shared:
        group, *below = each.key.split(".")
        if group != "policy":
            continue
        if not below and each.value:
            message = "stands beside packages, which name their own policies"
            yield Problem(each.where, message, remedy=f"{KEY}.NAME=[...]")
        elif below and below[0] not in known:
            nearest = nearest_name(below[0], known)
            yield Problem(each.where, "is in no package", ", ".join(known), nearest)


def _concerns(setting: Setting, mine: Sequence[Setting]) -> bool:
    """Whether what is said for all packages concerns this one: terms of a policy only where it has the policy."""
    group, *below = setting.key.split(".")
    return group != "policy" or (bool(below) and below[0] in _policies(mine))


def _named_once(settings: Sequence[Setting]) -> Iterator[Setting]:
    """The same without names of policies whose terms stand there too, as a question file names a policy once."""
    told = {
        each.key.split(".")[1]
        for each in settings
        if each.key.startswith("policy.") and each.origin != COMMAND_LINE
    }
    for each in settings:
        if each.key != "policy" or not isinstance(each.value, list | str):
            yield each
            continue
        names = [each.value] if isinstance(each.value, str) else each.value
        if left := [name for name in names if str(name) not in told]:
            yield replace(each, value=left)


def _of_one_package(question: Question) -> Iterator[Problem]:
    """What cannot be asked of several packages at once."""
    asked = [key for key in ONE_PACKAGE if getattr(question, key)]
    asked += ["money"] if question.money == "local" else []
    asked += ["hangs_on"] if question.hangs_on == "yes" else []
    for key in asked:
        remedy = f"poverty-nodes compare 'policy=[...]' {key}=..., once for each package"
        where = f"{question.origin(key)}: {key}"
        yield Problem(where, "is asked of one package at a time", remedy=remedy)


def _placed(problem: Problem, names: Sequence[str], of: int) -> Problem:
    """Say which package has a problem, and where it stands in the words in which packages are asked for."""
    where = problem.where
    for name in names:
        where = where.replace(f": {KEY}.{name}: ", f": {KEY}.{name}.")
    if f": {KEY}." in where or len(names) == of:
        return replace(problem, where=where)
    return replace(problem, where=f"package {', '.join(names)}: {where}")
