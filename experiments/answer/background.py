"""What stands beside the findings: where they come from, what was assumed, how to repeat them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.question.whole_question import notes_on
from poverty_nodes.experiments.record.provenance import in_words
from poverty_nodes.scenarios.catalogue import known_sources, provisional_numbers

if TYPE_CHECKING:
    from poverty_nodes.experiments.report import Background
    from poverty_nodes.experiments.runs.batch import Runs
    from poverty_nodes.model.result import RunResult
    from poverty_nodes.scenarios.base_month.report import TargetRow
    from poverty_nodes.scenarios.scenario import Scenario


_SEEDS_OF_TARGETS = (1, 2, 3)


def runs_of(
    scenarios: Mapping[str, Scenario], seeds: Sequence[int], runs: Runs
) -> dict[str, object]:
    """What manifest.json says of the runs of a question: enough to find them again."""
    return {
        "scenarios": {name: each.fingerprint() for name, each in scenarios.items()},
        "seeds": list(seeds),
        "runs": {
            "asked": len(runs.keys),
            "failed": len(runs.failures),
            # Where each run stands in the store, which questions share: label, seed and its address.
            "keys": [[label, seed, key] for (label, _, seed), key in runs.keys.items()],
        },
    }


def persons_of(question: Question, runs: Runs) -> Iterable[tuple[str, int, RunResult]]:
    """Every run by scenario and seed, one at a time, if the question asks for its persons; else ()."""
    if question.persons == "no":
        return ()
    return (
        (label, seed, result) for label in runs.labels for _, seed, result in runs.results(label)
    )


def background_of(
    question: Question, scenario: Scenario, runs: Runs, more: Sequence[str] = ()
) -> Background:
    """Assumptions, the base month's targets against what came out, cautions, sources and the command."""
    from poverty_nodes.experiments.answer.question_in_full import question_in_full
    from poverty_nodes.experiments.report import Background

    cluster = question.description
    solved = scenario.calibration()
    rows = [asdict(row) for row in _targets(question, scenario)]
    notes = [*more, *notes_on(question), *_of_the_cluster(question)]
    if solved.spread > 0.02:
        notes.append(
            "Where the economy rests is not quite where the description puts it: of posts, output and demand for "
            f"labour, one is {100 * solved.spread:.1f} % away. Both worlds start there."
        )
    found = Background.of(
        cluster,
        version=in_words(),
        command=f"poverty-nodes {question.verb} question=question.yaml",
        base_report=rows,
        changed=dict(scenario.parameters),
        notes=notes,
        failed=len(runs.failures),
        sources=_sources(question),
    )
    return replace(found, asked=question_in_full(question), **_money(question))


def _money(question: Question) -> dict[str, Any]:
    """The currency of the place at the prices that the page has beside dollars, if it has any."""
    if question.money_beside is None:
        return {}
    from poverty_nodes.experiments.report.local_money import LocalMoney
    from poverty_nodes.experiments.report.money_beside import MoneyBeside

    currency, year = question.money_beside
    local = LocalMoney.of(question.description, year)
    return {"local": local, "beside": MoneyBeside(currency, year, dict(local.rates)[year])}


def _targets(question: Question, scenario: Scenario) -> tuple[TargetRow, ...]:
    """The base month's targets beside the mean of a few populations, which the store keeps; none if no month 0 was."""
    from poverty_nodes.experiments.runs.kinds_of_run.base_month_run import BaseMonth, run_base_month
    from poverty_nodes.experiments.runs.runner import execute
    from poverty_nodes.scenarios.base_month.report import target_rows

    base = {"base": BaseMonth.of(scenario)}
    runs = execute(base, _SEEDS_OF_TARGETS, question.store, run_base_month, question.workers)
    results = [result for _, _, result in runs.results("base")]
    found = [dict(zip(each.measures, each.values[0, :, 0], strict=True)) for each in results]
    return target_rows(scenario.cluster, scenario.scale, found) if found else ()


def _of_the_cluster(question: Question) -> list[str]:
    """Cautions about the description: buyers that are not its own, measured numbers that nobody read twice."""
    notes = []
    if question.chain is not None:
        notes.append(
            f"The buyers are those of the chain '{question.chain}' and not the cluster's own. The base month was "
            "solved with them, so that its levels are the cluster's; only what happens afterwards differs."
        )
    unread = provisional_numbers(question.cluster)
    if unread:
        notes.append(
            f"The cluster is provisional: nobody has read a second time, without seeing the first reading, "
            f"{', '.join(unread)}."
        )
    return notes


def _sources(question: Question) -> tuple[str, ...]:
    """A line for each source that the cluster's numbers name."""
    keys = {
        key.strip()
        for _, estimate in question.description.estimates()
        for key in estimate.source.split(",")
    }
    known = known_sources(question.cluster)
    return tuple(
        f"{known[key].author} ({known[key].year}). {known[key].title}."
        for key in sorted(keys & set(known))
    )
