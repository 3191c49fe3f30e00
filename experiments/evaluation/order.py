"""What `evaluate` is asked: a question, and the study that is to find out what its package does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from poverty_nodes.experiments.evaluation.study.study import Study
from poverty_nodes.experiments.question.checked_question import compose
from poverty_nodes.experiments.question.checked_values import checked
from poverty_nodes.experiments.question.chosen_files import file_ids
from poverty_nodes.experiments.question.composition import CONF, Content, lay_over, who_set
from poverty_nodes.experiments.question.conflicting_settings import own_section
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.question.question_file import question_text, read_mapping
from poverty_nodes.experiments.question.settings import (
    COMMAND_LINE,
    Setting,
    read_token,
    settings_of,
)
from poverty_nodes.scenarios.errors import Problem, QuestionError, nearest_name

STUDY = "study"
SEEDS = 40
"""Worlds if nothing is said: a standard deviation over them is known to within some eleven per cent."""
DEFAULT = "difference_in_differences"


@dataclass(frozen=True)
class Order:
    """A checked evaluation."""

    question: Question
    study: Study

    def as_mapping(self, how: bool = True) -> dict[str, object]:
        """Keys and values that ask for the same again; `how=False` drops what cannot change the answer."""
        found = self.question.as_mapping(how)
        return {**found, STUDY: self.study.model_dump(mode="json")}

    def to_yaml(self, how: bool = True) -> str:
        """The evaluation as YAML that `question=FILE` takes back."""
        return question_text("evaluate", self.as_mapping(how))


def ask_evaluation(tokens: Sequence[str], conf: Path = CONF) -> Order:
    """Read and check an evaluation; QuestionError with all problems."""
    mine = [each for each in tokens if _is_mine(each)]
    rest = [each for each in tokens if not _is_mine(each)]
    study, problems = _study(tokens, mine, conf)
    named = {each.partition("=")[0].lstrip("~+") for each in rest}
    if "months" in named:
        remedy = "study.waves=[0,36]"
        where = f"{COMMAND_LINE}: months"
        problems.append(Problem(where, "is the last wave of the study", remedy=remedy))
        rest = [each for each in rest if not each.startswith("months=")]
    if not named & {"seeds", "question"}:
        rest.append(f"seeds={SEEDS}")
    if not named & {"window", "question"}:
        rest.append("window=1")  # persons are asked of a month and not of an average
    months = study.last if study else 24
    try:
        question = compose([*rest, f"months={months}"], conf, "evaluate").check("evaluate")
    except QuestionError as error:
        raise QuestionError([*problems, *error.problems]) from error
    problems += _of_both(question, study) if study else []
    if problems or study is None:
        raise QuestionError(problems)
    return Order(question, study)


def _is_mine(token: str) -> bool:
    key = token.lstrip("~+").partition("=")[0]
    return key == STUDY or key.startswith(f"{STUDY}.")


def _study(
    tokens: Sequence[str], mine: Sequence[str], conf: Path
) -> tuple[Study | None, list[Problem]]:
    """The study from its file, the question file's own section and what was typed, and all that is wrong with it."""
    read = [read_token(each) for each in mine]
    problems = [each for each in read if isinstance(each, Problem)]
    typed = [each for each in read if isinstance(each, Setting)]
    names = [str(each.value) for each in typed if each.key == STUDY]
    section, where = own_section(tokens, STUDY)
    name = names[-1] if names else (None if section else DEFAULT)
    settings: list[Setting] = []
    if name is not None:
        content, of_file = _filed(name, conf)
        problems += of_file
        settings += settings_of({STUDY: content}, f"{conf.name}/{STUDY}/{name}.yaml")
    elif isinstance(section, dict):
        settings += settings_of({STUDY: section}, where)
    settings += [each for each in typed if each.key != STUDY]
    holder: Content = {}
    problems += lay_over(holder, settings)
    study, more = checked(
        Study, holder.get(STUDY, {}), STUDY, lambda key: who_set(key, settings) or COMMAND_LINE
    )
    return study, [*problems, *more]


def _filed(name: str, conf: Path) -> tuple[Content, list[Problem]]:
    """What a ready-made study, or a file of one's own, says."""
    known = file_ids(STUDY, conf)
    path = Path(name) if name.endswith((".yaml", ".yml")) else conf / STUDY / f"{name}.yaml"
    if name not in known and not path.is_file():
        nearest = nearest_name(name, known)
        accepted = f"{', '.join(known)}, or the path of a YAML file"
        where = f"{COMMAND_LINE}: {STUDY}"
        return {}, [Problem(where, f"there is no study '{name}'", accepted, nearest)]
    return dict(read_mapping(path, str(path))), []


def _of_both(question: Question, study: Study) -> list[Problem]:
    """What no question and no study is wrong in by itself."""
    problems = []
    if question.draws:
        message = "a study is held against worlds at the inputs' own values"
        problems.append(Problem(f"{COMMAND_LINE}: draws", message, "0"))
    if study.assignment == "lottery":
        rules = [each.name for each in question.policies if each.serves == "rule"]
        where = f"{COMMAND_LINE}: {STUDY}.assignment"
        if len(question.policies) != 1:
            message = f"a lottery is of one policy, and the package has {len(question.policies)}"
            problems.append(Problem(where, message, remedy="policy=[womens_technical_training]"))
        elif rules:
            message = f"{rules[0]} has no lottery: a rule says whom it reaches, not a draw"
            problems.append(Problem(where, message, remedy=f"{STUDY}=difference_in_differences"))
    late = [each for each in question.policies if each.start > study.last]
    for each in late:
        message = f"{each.name} starts in month {each.start}, after the last wave ({study.last})"
        remedy = f"policy.{each.name}.start=12"
        problems.append(Problem(f"{COMMAND_LINE}: {STUDY}.waves", message, remedy=remedy))
    return problems
