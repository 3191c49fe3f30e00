"""The answer to a question: the one place where runs, impact and report are put together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from poverty_nodes.experiments.answer.background import background_of, persons_of, runs_of
from poverty_nodes.experiments.answer.first_time import prepare
from poverty_nodes.experiments.question.counted import counted
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.record.record import Record
from poverty_nodes.experiments.runs.progress import Progress, told_of
from poverty_nodes.experiments.runs.store.store_error import StoreError
from poverty_nodes.scenarios.catalogue import is_path
from poverty_nodes.scenarios.errors import Problem, QuestionError

if TYPE_CHECKING:
    from poverty_nodes.experiments.capabilities.deprivation import Deprivation
    from poverty_nodes.experiments.impact.comparison import Comparison
    from poverty_nodes.experiments.record.made_runs import Digests
    from poverty_nodes.experiments.runs.batch import Runs
    from poverty_nodes.experiments.runs.failure import FailedRun
    from poverty_nodes.experiments.uncertainty.uncertainty import Uncertainty
    from poverty_nodes.scenarios.scenario import Scenario


@dataclass(frozen=True)
class Answer:
    """What a finished question leaves: a sentence, files, and how many runs did not make it."""

    headline: str
    """The answer in one sentence, with how far luck and what is not known go."""
    outputs: tuple[Path, ...]
    """The folder first, then every file in it."""
    report: Path | None = None
    runs: int = 0
    failed: int = 0
    left_out: str = ""
    """How many draws of the inputs were left out and why, in words."""


def answer(question: Question) -> Answer:
    """Make the runs that are missing, measure the impact, write the files, and say what came out.

    Progress goes to the standard error. After a KeyboardInterrupt the same question goes on from
    what the store has. QuestionError if runs cannot be kept or files cannot be written.
    """

    progress = Progress()

    record = _record(question)
    scenarios = question.to_scenarios()
    prepare(next(iter(scenarios.values())), progress)
    runs = _runs(question, scenarios, progress)
    if question.verb == "compare":
        return _compared(question, scenarios["with"], runs, record, progress)
    return _outcomes_only(question, runs, record, progress)


def _record(question: Question) -> Record:
    """The record of the question; the files of a cluster of one's own are read now, not when all is done."""
    asked = question.as_mapping(how=False)
    if not is_path(question.cluster):
        return Record(question.verb, asked)
    return Record.of(question.verb, asked)


def _runs(question: Question, scenarios: dict[str, Scenario], progress: Progress) -> Runs:
    from poverty_nodes.experiments.runs.kinds_of_run.whole_run import run_one
    from poverty_nodes.experiments.runs.runner import execute

    with store_errors_as_questions():
        return execute(
            scenarios, question.seed_numbers, question.store, run_one, question.workers, progress
        )


def _compared(
    question: Question, scenario: Scenario, runs: Runs, record: Record, progress: Progress
) -> Answer:
    from poverty_nodes.experiments.answer.outputs import Besides, publish
    from poverty_nodes.experiments.impact import assess
    from poverty_nodes.experiments.record.made_runs import noting
    from poverty_nodes.experiments.report.pictures import Pictures

    runs.need_results()
    unsure = _uncertainty(question, runs, progress)
    digests: Digests = {}
    with progress.parts("comparing person by person", "seeds") as read:
        pairs = told_of(noting(runs.pairs(), digests), question.seeds, read)
        comparison = assess(pairs, scenario, groups=question.groups)
    if question.why:
        comparison = _explained(question, comparison, runs, scenario, progress)
    if question.against:
        comparison = _with_no_shock(question, comparison, progress)
    if unsure is not None:
        comparison = comparison.with_draws(unsure.drawn)
    lacking = _deprivation(question, progress)
    if question.says_what_it_hangs_on:
        comparison = _with_what_is_not_known(question, comparison, unsure, progress)
    unexplained = [*comparison.unexplained, *(lacking.failures if lacking else ())]
    with progress.parts("writing the report", "pictures") as drawn:
        outputs = publish(
            comparison,
            background_of(question, scenario, runs, [unsure.sentence] if unsure else []),
            question.folder(),
            record=_with_runs(record, question, runs, digests),
            failures=[*_of_runs(runs, unsure), *unexplained],
            besides=Besides(unsure, lacking, persons_of(question, runs)),
            pictures=Pictures(question.png == "yes", drawn),
        )
    asked, failed = _counts(runs, unsure)
    failed += len(unexplained)
    told = _told(question, comparison, unsure, lacking)
    return Answer(told, outputs, outputs[0] / "report.html", asked, failed, _left_out(unsure))


def _told(
    question: Question,
    comparison: Comparison,
    unsure: Uncertainty | None,
    lacking: Deprivation | None,
) -> str:
    """The answer for the terminal, a line each: what was set, the headline, the shock, what people lack."""
    from poverty_nodes.experiments.answer.question_in_full import asked_otherwise
    from poverty_nodes.experiments.report.words import headline
    from poverty_nodes.experiments.shock.words import told

    answered = _joined(headline(comparison), unsure)
    shocks = told(comparison.shock)
    return "\n".join([*asked_otherwise(question), answered, *shocks, *_of_deprivation(lacking)])


def _with_no_shock(question: Question, comparison: Comparison, progress: Progress) -> Comparison:
    """The comparison with who loses by the shock itself."""
    from poverty_nodes.experiments.shock.against_no_shock import against_no_shock

    arms, seeds, how = question.to_scenarios(), question.seed_numbers, question.workers
    with store_errors_as_questions():
        return against_no_shock(comparison, arms, seeds, question.store, how, progress)


def _with_runs(record: Record, question: Question, runs: Runs, digests: Digests) -> Record:
    """The record with where the runs of a question stand and the digits of each."""
    from poverty_nodes.experiments.record.made_runs import as_file

    scenarios = question.to_scenarios()
    found = record.with_more(runs_of(scenarios, question.seed_numbers, runs))
    return found.with_files(as_file(digests))


def _of_runs(runs: Runs, unsure: Uncertainty | None) -> list[FailedRun]:
    """The runs that failed, those of draws among them."""
    return [*runs.failures, *(unsure.drawn.failures if unsure else ())]


def _deprivation(question: Question, progress: Progress) -> Deprivation | None:
    """What people lack in both worlds, if the question asks for it."""
    if not question.capabilities:
        return None
    from poverty_nodes.experiments.capabilities.deprivation import deprivation_of

    sets, elicited = counted(question.capabilities, question.capabilities_weights, question.cluster)
    with store_errors_as_questions():
        return deprivation_of(
            sets,
            elicited,
            question.to_scenarios(),
            question.seed_numbers,
            question.store,
            question.workers,
            progress,
            question.groups,
        )


def _of_deprivation(lacking: Deprivation | None) -> list[str]:
    """A sentence on each set, and on each group whose weights were asked."""
    if lacking is None:
        return []
    from poverty_nodes.experiments.capabilities.words import headline, whose_weights

    return [
        sentence for each in lacking.sets for sentence in (headline(each), *whose_weights(each))
    ]


def _with_what_is_not_known(
    question: Question, comparison: Comparison, unsure: Uncertainty | None, progress: Progress
) -> Comparison:
    """The comparison with what its answer hangs on; what luck alone says is told before that is asked."""
    from poverty_nodes.experiments.hangs_on.hangs_on import not_known
    from poverty_nodes.experiments.report.words import headline

    progress.note(f"{headline(comparison)} Next: what this hangs on.")
    half = (comparison.headline.high - comparison.headline.low) / 2
    drawn = None if unsure is None else unsure.effect_on_poverty
    with store_errors_as_questions():
        found = not_known(question, half, drawn, progress)
    return replace(comparison, not_known=found)


def _explained(
    question: Question, comparison: Comparison, runs: Runs, scenario: Scenario, progress: Progress
) -> Comparison:
    """The comparison with what components and channels do of it."""
    from poverty_nodes.experiments.attribution.explain import explain

    with store_errors_as_questions():
        return explain(
            comparison,
            question.why,
            runs,
            scenario,
            question.store,
            question.workers,
            progress,
            question.groups,
        )


def _uncertainty(question: Question, runs: Runs, progress: Progress) -> Uncertainty | None:
    """The draws of the inputs, if the question asks for any."""
    if not question.draws:
        return None
    from poverty_nodes.experiments.uncertainty.uncertainty import uncertainty_of

    return uncertainty_of(question, runs, progress)


def _joined(headline: str, unsure: Uncertainty | None) -> str:
    return f"{headline} {unsure.sentence}" if unsure else headline


def _left_out(unsure: Uncertainty | None) -> str:
    return "" if unsure is None else unsure.left_out


def _counts(runs: Runs, unsure: Uncertainty | None) -> tuple[int, int]:
    """How many runs there were and how many failed, those of draws among them."""
    both = [runs, *([unsure.drawn] if unsure else [])]
    return sum(len(each.keys) for each in both), sum(len(each.failures) for each in both)


def _outcomes_only(question: Question, runs: Runs, record: Record, progress: Progress) -> Answer:
    from poverty_nodes.experiments.answer.outputs import OneWorld, publish_outcomes
    from poverty_nodes.experiments.impact.outcomes import outcomes_of
    from poverty_nodes.experiments.impact.terms import Terms
    from poverty_nodes.experiments.one_world import words
    from poverty_nodes.experiments.one_world.town import Town
    from poverty_nodes.experiments.record.made_runs import digests_of
    from poverty_nodes.experiments.report.pictures import Pictures

    runs.need_results()
    unsure = _uncertainty(question, runs, progress)
    label = runs.labels[0]
    found, scenario = list(runs.results(label)), question.to_scenarios()[label]
    programmes = [result.programme for _, _, result in found]
    town = Town(outcomes_of(found, label), Terms.of(scenario), programmes, question.groups)
    background = background_of(question, scenario, runs)
    with progress.parts("writing the page", "pictures") as drawn:
        outputs = publish_outcomes(
            OneWorld(town, background, unsure, persons_of(question, runs)),
            question.folder(),
            record=_with_runs(record, question, runs, digests_of(found, label)),
            failures=_of_runs(runs, unsure),
            pictures=Pictures(question.png == "yes", drawn),
        )
    told = _joined(words.answer(town)[0], unsure)
    report = outputs[0] / "report.html"
    return Answer(told, outputs, report, *_counts(runs, unsure), _left_out(unsure))


@contextmanager
def store_errors_as_questions() -> Iterator[None]:
    """Say that runs cannot be kept or read as what is wrong with a question."""
    try:
        yield
    except StoreError as error:
        raise QuestionError([Problem("store", str(error))]) from error
