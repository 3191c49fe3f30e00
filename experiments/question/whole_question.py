"""What is wrong with a question as a whole, each key of which is right by itself, and what it probably does not mean.

Outcomes and inputs that do not exist are wrong, and a table of persons with too many rows. Numbers of another place,
policies that begin too late and a window that is too long are allowed but doubtful.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from poverty_nodes.experiments.question.checked_values import Origin
from poverty_nodes.experiments.question.memory import people_of
from poverty_nodes.experiments.question.question import Measured, Question
from poverty_nodes.model.measures.catalogue import BUILT_IN, INSTALLED
from poverty_nodes.model.measures.crossing import Crossing, is_crossing
from poverty_nodes.model.measures.lines import (
    INTERNATIONAL_LINES,
    NATIONAL,
    PRICE_YEAR,
    REPLACED_LINES,
    dollar_line,
)
from poverty_nodes.model.measures.local_line import local_line
from poverty_nodes.scenarios.errors import Problem, QuestionError, nearest_name
from poverty_nodes.scenarios.prices import LINES, line_in_dollars

MOST_PERSON_ROWS = 50_000_000
"""Rows that persons.parquet has at most: about two gigabytes."""
WITH_PERSONS = ("compare", "run")


def numbers_problems(question: Question, origin: Origin) -> list[Problem]:
    """What is wrong with the outcomes, the inputs and the patterns of a question that are checked by no schema."""
    problems = [
        problem
        for text in question.outcomes
        for problem in _outcome_problems(text, f"{origin('outcomes')}: outcomes", question.groups)
    ]
    try:
        known = question.as_filed
    except QuestionError:
        return problems  # what is wrong with the cluster has been said
    if question.draws:
        from poverty_nodes.scenarios.inputs import inputs_of, matching

        where = f"{origin('uncertain')}: uncertain"
        problems += matching(question.uncertain, tuple(inputs_of(known)), where)[1]
    return problems + _input_problems(question, origin)


def _input_problems(question: Question, origin: Origin) -> list[Problem]:
    if not question.inputs:
        return []
    from poverty_nodes.model.parameters.all_parameters import PARAMETERS
    from poverty_nodes.scenarios.inputs.coherent import parameters_in

    names = [each.name for each in PARAMETERS]
    problems = []
    for name in parameters_in(question.inputs):
        if name not in names:
            key = f"inputs.parameters.{name}"
            nearest, remedy = nearest_name(name, names), "poverty-nodes list inputs"
            problems.append(
                Problem(f"{origin(key)}: {key}", "there is no such input", "", nearest, remedy)
            )
    try:
        _ = question.description
    except QuestionError as error:
        problems += [
            replace(each, where=f"{origin(each.where.split(' ')[0])}: {each.where}")
            for each in error.problems
        ]
    return problems


def _outcome_problems(text: str, where: str, asked_groups: Sequence[str]) -> list[Problem]:
    asked, installed = (
        Measured.read(text),
        [each for each in INSTALLED if not INSTALLED.fault(each)],
    )
    known = BUILT_IN | {name: INSTALLED[name] for name in installed}
    if asked.measure in INSTALLED and asked.measure not in known:
        return []  # what is wrong with its package is said once
    if asked.measure not in known:
        nearest = nearest_name(asked.measure, known)
        accepted = "a name of `poverty-nodes list measures`"
        return [Problem(where, f"there is no measure '{asked.measure}'", accepted, nearest)]
    if asked.group == "all":
        return []
    from poverty_nodes.model.measures.groups import group_matrix  # brings NumPy and the rules

    crossed = [Crossing.read(each) for each in asked_groups if is_crossing(each)]
    groups = (*group_matrix()[0], *(label for each in crossed for label in each.labels))
    if asked.group not in groups:
        nearest = nearest_name(asked.group, groups)
        message = f"there is no group '{asked.group}'"
        accepted = "all, gender=female, tier=exporter and so on, and those of crossings in groups"
        return [Problem(where, message, accepted, nearest)]
    if not known[asked.measure].by_group and not asked.group.startswith("place="):
        return [Problem(where, f"{asked.measure} is measured for the whole cluster only")]
    return []


def persons_problems(
    question: Question, origin: Origin, worlds: int | None = None
) -> Iterator[Problem]:
    """What is wrong with asking for persons; `worlds` are those of several packages and their baseline."""
    if question.persons == "no":
        return
    where = f"{origin('persons')}: persons"
    if question.verb not in WITH_PERSONS:
        message = f"is asked of {' and '.join(WITH_PERSONS)}, and not of {question.verb}"
        yield Problem(where, message, remedy="persons=no")
        return
    worlds = worlds or (2 if question.verb == "compare" else 1)
    rows = people_of(question) * len(question.seed_numbers) * worlds
    if rows > MOST_PERSON_ROWS:
        # Two digits are off by a twentieth at most.
        share = 0.95 * question.share * MOST_PERSON_ROWS / rows
        yield Problem(
            where,
            f"persons.parquet would have about {rows:,} rows, one a person, a seed and a world",
            f"at most {MOST_PERSON_ROWS:,}",
            remedy=f"scale={share:.2g}, fewer seeds, or persons=no",
        )


def notes_on(question: Question) -> tuple[str, ...]:
    """What is allowed but probably not meant, a sentence each."""
    return (
        *_borrowed(question),
        *_idle(question),
        *_late(question),
        *_window(question),
        *_line(question.line),
        *_far_line(question),
    )


def _borrowed(question: Question) -> tuple[str, ...]:
    """Say so if numbers of the cluster are still those of the place that it was begun from."""
    left = len(question.description.to_replace())
    if not left:
        return ()
    total = sum(1 for _ in question.description.estimates())
    name = _called(question.description.cluster.id)
    return (
        f"{left} of {total} numbers of {name} are still those of another place: "
        f"poverty-nodes list inputs cluster={question.cluster}",
    )


def _called(name: str) -> str:
    """A policy, a shock or a cluster as one says it."""
    return name.replace("_", " ")


def _idle(question: Question) -> tuple[str, ...]:
    """Say so of a policy or shock that starts after the last month."""
    starts = {f"policy.{each.name}": each.start for each in question.policies}
    starts |= {f"shock.{name}": each.start for name, each in question.shocks.items()}
    return tuple(
        f"{_called(key.partition('.')[2])} starts in month {start}, after the last month {question.months}: "
        f"it does nothing. Set {key}.start=1 or a longer horizon."
        for key, start in starts.items()
        if start > question.months
    )


def _late(question: Question) -> tuple[str, ...]:
    """Say so of a policy that acts in a part only of the months over which outcomes are averaged."""
    window = min(question.window, question.months)
    acting = {each.name: question.months - each.start + 1 for each in question.policies}
    return tuple(
        f"{_called(name)} starts in month {question.months - months + 1} of {question.months}: it acts in "
        f"{months} of the last {window} months, over which outcomes are averaged. Set policy.{name}.start=1 or a "
        "longer horizon."
        for name, months in acting.items()
        if 0 < months < window
    )


def _window(question: Question) -> Iterator[str]:
    """Say so of last months that are more than there are."""
    if question.window > question.months:
        yield (
            f"window={question.window} is longer than the horizon: tables of people average all "
            f"{question.months} months. Set window={question.months} or less, or a longer horizon."
        )


def _line(name: str) -> Iterator[str]:
    """Say so of an old line of the World Bank, which is read in dollars of another year."""
    if name in REPLACED_LINES:
        old = REPLACED_LINES[name]
        new = [*INTERNATIONAL_LINES][[*REPLACED_LINES].index(name)]
        yield (
            f"line={name} is read as {name} dollars of {PRICE_YEAR} (PPP) a day. The World Bank's line of {name} was "
            f"in dollars of {old.price_year} and became {new}."
        )


def _far_line(question: Question) -> Iterator[str]:
    """Say so of a line that is far from those of all countries: of a month or a year, or of another currency."""
    local = local_line(question.line)
    if question.line == NATIONAL:
        return  # asked about where the cluster is read
    line = (
        dollar_line(question.line)
        if local is None
        else line_in_dollars(local, question.description.money)
    )
    if not LINES[0] <= line.daily <= LINES[1]:
        yield (
            f"line={question.line} is {line.daily:,.3g} international dollars of {PRICE_YEAR} a day; national lines of "
            f"all countries lie between {LINES[0]:g} and {LINES[1]:g}."
        )
