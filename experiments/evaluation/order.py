"""What `evaluate` is asked: a question, and the study that is to find out what its package does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from poverty_nodes.experiments.evaluation.study.assignments import OF_ONE_PROGRAMME
from poverty_nodes.experiments.evaluation.study.study import DISPERSED, Study
from poverty_nodes.experiments.question.asked import AskedAgain
from poverty_nodes.experiments.question.checked_question import (
    compose,
    own_settings,
    settings_of_text,
)
from poverty_nodes.experiments.question.checked_values import checked
from poverty_nodes.experiments.question.chosen_files import file_ids
from poverty_nodes.experiments.question.composition import CONF, Content, lay_over, who_set
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.question.settings import (
    COMMAND_LINE,
    Setting,
    read_settings,
    settings_of,
)
from poverty_nodes.scenarios.catalogue import cluster_ids
from poverty_nodes.scenarios.errors import Problem, QuestionError, nearest_name
from poverty_nodes.scenarios.strict_yaml.paths import is_there
from poverty_nodes.scenarios.strict_yaml.yaml_file import read_mapping

STUDY = "study"
ALL = "all"
SEEDS = 40
"""Worlds if nothing is said: a standard deviation over them is known to within some eleven per cent."""
DEFAULT = "difference_in_differences"


@dataclass(frozen=True)
class Order(AskedAgain):
    """A checked evaluation."""

    VERB: ClassVar[str] = "evaluate"

    question: Question
    study: Study

    def as_mapping(self, how: bool = True) -> dict[str, object]:
        """Keys and values that ask for the same again; `how=False` drops what cannot change the answer."""
        found = self.question.as_mapping(how)
        return {**found, STUDY: self.study.model_dump(mode="json")}


def ask_evaluation(tokens: Sequence[str], conf: Path = CONF) -> Order:
    """Read and check an evaluation; QuestionError with all problems."""
    return _evaluated(*read_settings(tokens), conf)


def ask_evaluation_yaml(text: str) -> Order:
    """Read what `to_yaml` of an evaluation wrote; QuestionError with everything that is wrong with it."""
    return _evaluated(settings_of_text(text), [], CONF)


def _evaluated(settings: Sequence[Setting], of_words: Sequence[Problem], conf: Path) -> Order:
    """The evaluation of settings; `of_words` is what is wrong with words that are none."""
    typed = [each for each in settings if each.origin == COMMAND_LINE]
    mine = [each for each in typed if each.key.split(".")[0] == STUDY]
    study, problems = _study(own_settings(settings, STUDY), mine, conf)
    rest = [each for each in settings if each not in mine]
    named = {each.key for each in typed}
    if "months" in named:
        remedy = "study.waves=[0,36]"
        where = f"{COMMAND_LINE}: months"
        problems.append(Problem(where, "is the last wave of the study", remedy=remedy))
        rest = [each for each in rest if each not in typed or each.key != "months"]
    if len(typed) == len(settings):
        # Without a file of a question; persons are asked of a month and not of an average.
        meant = {"seeds": SEEDS, "window": 1}
        rest += [Setting(*each, COMMAND_LINE) for each in meant.items() if each[0] not in named]
    rest.append(Setting("months", study.last if study else 24, COMMAND_LINE))
    try:
        question = compose(rest, of_words, conf, "evaluate").check("evaluate")
    except QuestionError as error:
        raise QuestionError([*problems, *error.problems]) from error
    if study is not None and ALL in study.comparators:
        study = _with_all(study, question)
    problems += _of_both(question, study) if study else []
    if problems or study is None:
        raise QuestionError(problems)
    return Order(question, study)


def _study(
    filed: Sequence[Setting], typed: Sequence[Setting], conf: Path
) -> tuple[Study | None, list[Problem]]:
    """The study from its file, the question file's own section and what was typed, and all that is wrong with it."""
    problems: list[Problem] = []
    names = [str(each.value) for each in typed if each.key == STUDY]
    name = names[-1] if names else (None if filed else DEFAULT)
    settings = list(filed) if name is None else []
    if name is not None:
        content, path, problems = _filed(name, conf)
        settings += settings_of({STUDY: content}, path)
    settings += [each for each in typed if each.key != STUDY]
    holder: Content = {}
    problems += lay_over(holder, settings)
    study, more = checked(
        Study, holder.get(STUDY, {}), STUDY, lambda key: who_set(key, settings) or COMMAND_LINE
    )
    return study, [*problems, *more]


def _filed(name: str, conf: Path) -> tuple[Content, str, list[Problem]]:
    """What a ready-made study, or a file of one's own, says, and what the file is called in messages."""
    known = file_ids(STUDY, conf)
    path = Path(name) if name.endswith((".yaml", ".yml")) else conf / STUDY / f"{name}.yaml"
    if name not in known and not is_there(path):
        nearest = nearest_name(name, known)
        accepted = f"{', '.join(known)}, or the path of a YAML file"
        where = f"{COMMAND_LINE}: {STUDY}"
        return {}, name, [Problem(where, f"there is no study '{name}'", accepted, nearest)]
    shown = name if path == Path(name) else f"{conf.name}/{STUDY}/{name}.yaml"
    return dict(read_mapping(path, shown)), shown, []


def _of_targets(question: Question, study: Study) -> Iterator[Problem]:
    """Programmes that do not reach whom an assignment assigns."""
    fitting = {"threshold": ("person", "household"), "saturation": ("person",)}
    accepted = fitting.get(study.assignment)
    for each in question.policies:
        if accepted and each.targets not in accepted:
            message = f"a {study.assignment} lets {' or '.join(accepted)}s in, and {each.name} is for {each.targets}s"
            yield Problem(f"{COMMAND_LINE}: {STUDY}.assignment", message)


def _with_all(study: Study, question: Question) -> Study:
    """The study with every other cluster of the catalogue for a comparator, and the dispersed firms."""
    here = {question.as_filed.cluster.id, *study.opens}
    others = [each for each in cluster_ids() if each not in here]
    return study.model_copy(update={"comparators": (DISPERSED, *others)})


def _of_places(question: Question, study: Study) -> Iterator[Problem]:
    """What is wrong with the other clusters of a study."""
    known = cluster_ids()
    for key, names in (("comparators", study.comparators), ("opens", tuple(study.opens))):
        where = f"{COMMAND_LINE}: {STUDY}.{key}"
        for name in names:
            if name == question.as_filed.cluster.id:
                yield Problem(where, f"{name} is the cluster itself, which is asked anyway")
            elif name not in known and (name != DISPERSED or key == "opens"):
                accepted = f"{DISPERSED}, {ALL}, {', '.join(known)}"
                yield Problem(
                    where, f"there is no place '{name}'", accepted, nearest_name(name, known)
                )
    for name, month in study.opens.items():
        if month > study.last:
            message = f"opens in {name} in month {month}, after the last wave ({study.last})"
            yield Problem(f"{COMMAND_LINE}: {STUDY}.opens.{name}", message)
    if study.elsewhere and question.inputs:
        message = (
            "holds for the cluster alone, and other clusters are compared with it as they are filed"
        )
        yield Problem(f"{COMMAND_LINE}: inputs", message, f"{STUDY}.comparators=[{DISPERSED}]")


def _of_both(question: Question, study: Study) -> list[Problem]:
    """What no question and no study is wrong in by itself."""
    problems = list(_of_places(question, study))
    if question.draws:
        message = "a study is held against worlds at the inputs' own values"
        problems.append(Problem(f"{COMMAND_LINE}: draws", message, "0"))
    if study.assignment in OF_ONE_PROGRAMME:
        problems += _of_targets(question, study)
        rules = [each.name for each in question.policies if each.serves == "rule"]
        where = f"{COMMAND_LINE}: {STUDY}.assignment"
        if len(question.policies) != 1:
            message = f"a {study.assignment} is of one policy, and the package has {len(question.policies)}"
            problems.append(Problem(where, message, remedy="policy=[womens_technical_training]"))
        elif rules:
            message = (
                f"{rules[0]} has no {study.assignment}: a rule says whom it reaches, not a draw"
            )
            problems.append(Problem(where, message, remedy=f"{STUDY}=difference_in_differences"))
    late = [each for each in question.policies if each.start > study.last]
    for each in late:
        message = f"{each.name} starts in month {each.start}, after the last wave ({study.last})"
        remedy = f"policy.{each.name}.start=12"
        problems.append(Problem(f"{COMMAND_LINE}: {STUDY}.waves", message, remedy=remedy))
    return problems
