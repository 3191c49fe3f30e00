"""Checks whether an answer's folder is as it was written, and whether its runs give the same when repeated.

All that is needed lies in the folder: its record has the hash of every file, runs.csv the digits of every run, and
question.yaml with the clusters beside it says what the runs were. No store is read and nothing is written.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from poverty_nodes.experiments.output.answer_files import QUESTION, RUNS
from poverty_nodes.experiments.output.crate import files_of, hash_of
from poverty_nodes.experiments.question.asked_packages import ask_packages
from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.experiments.question.memory import memory_problem
from poverty_nodes.experiments.question.packages import KEY as PACKAGES
from poverty_nodes.experiments.question.question_file import VERB, read_question_file
from poverty_nodes.experiments.record.crate_file import recorded_hashes
from poverty_nodes.experiments.record.made_runs import COLUMNS
from poverty_nodes.experiments.runs.batch import Name
from poverty_nodes.experiments.runs.executors.computing import executing
from poverty_nodes.experiments.runs.kinds_of_run.whole_run import run_one
from poverty_nodes.experiments.runs.outcome import Task
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.experiments.runs.store.digest import digest
from poverty_nodes.scenarios.errors import Problem, QuestionError
from poverty_nodes.scenarios.scenario import Scenario

SAME, CHANGED, MISSING, NOT_RECORDED = "same", "changed", "missing", "not in the record"
RUNS_AT_MOST = 1_000_000
LARGEST_SEED = 2**63 - 1


@dataclass(frozen=True)
class Checked:
    """One file, or one run by its scenario and seed: `verdict` is one of the four above, `message` says more."""

    what: str
    verdict: str
    message: str = ""


def checked_files(folder: Path) -> list[Checked]:
    """Every file of the record and of the folder; QuestionError if there is no record that can be read."""
    recorded = recorded_hashes(folder)
    there = dict(files_of(folder))
    found = [
        Checked(name, _verdict_on(there.get(name), digits)) for name, digits in recorded.items()
    ]
    return found + [Checked(name, NOT_RECORDED) for name in there if name not in recorded]


def checked_runs(
    folder: Path, sample: int, chance: int, workers: int | None, progress: Progress
) -> list[Checked]:
    """Make up to `sample` of the runs of runs.csv again, chosen by `chance`; none where the folder has no such table.

    QuestionError if the table or the question cannot be read, or they do not belong together.
    """
    path = folder / RUNS
    if not path.is_file() or not sample:
        return []
    digits = dict(_rows(path))
    chosen = Random(chance).sample(sorted(digits), min(sample, len(digits)))
    scenarios = _scenarios(folder)
    strangers = sorted({label for label, _, _ in chosen if label not in scenarios})
    if strangers:
        problem = f"the question of the folder has no scenario '{strangers[0]}'"
        raise QuestionError([Problem(f"runs '{path}'", problem, ", ".join(scenarios))])
    tasks = [
        Task(str(place), seed, scenarios[label]) for place, (label, _, seed) in enumerate(chosen)
    ]
    found: dict[str, Checked] = {}
    with executing(workers, len(tasks)) as executor, progress.counting(len(tasks)) as count:
        for outcome in executor.outcomes(run_one, tasks):
            name = chosen[int(outcome.key)]
            told = f"{name[0]}, seed {name[2]}"
            if outcome.result is None:
                why = outcome.failure.message if outcome.failure else "it has no result"
                found[outcome.key] = Checked(told, CHANGED, f"it fails now: {why}")
            else:
                is_same = digest(outcome.result) == digits[name]
                found[outcome.key] = Checked(told, SAME if is_same else CHANGED)
            count(found[outcome.key].verdict != SAME)
    return [found[task.key] for task in tasks]


def _verdict_on(path: Path | None, digits: str) -> str:
    if path is None:
        return MISSING
    return SAME if hash_of(path) == digits else CHANGED


def _scenarios(folder: Path) -> dict[str, Scenario]:
    """The scenarios of the question that lies in the folder, by label; QuestionError if memory does not suffice."""
    path = folder / QUESTION
    content = read_question_file(path)
    if PACKAGES in content:
        return ask_packages([f"question={path}"]).to_scenarios()
    verb = content.get(VERB, "compare")
    question = ask([f"question={path}"], "run" if verb == "run" else "compare")
    if problem := memory_problem(question):
        raise QuestionError([problem])
    return question.to_scenarios()


def _rows(path: Path) -> Iterator[tuple[Name, str]]:
    """Name and digits of each run; QuestionError names the first row that has none."""
    try:
        with path.open(newline="", encoding="utf-8") as file:
            for line, row in enumerate(csv.DictReader(file), start=2):
                if line > RUNS_AT_MOST:
                    raise ValueError(f"there are more than {RUNS_AT_MOST:,} rows")
                label, draw, seed, digits = (row[name] for name in COLUMNS)
                name = label, int(draw), int(seed)
                if not 0 <= name[2] <= LARGEST_SEED:
                    raise ValueError(f"row {line} has a seed that no run can have")
                yield name, digits
    except (OSError, ValueError, KeyError, TypeError, csv.Error) as error:
        message = f"it is not the table that was written: {error}"
        raise QuestionError(
            [Problem(f"runs '{path}'", message, f"columns {', '.join(COLUMNS)}")]
        ) from error
