"""Which numbers move the effect of each policy: writes experiments/hangs_on/screening.csv.

    python -m benchmarks.screening

Two ways, both in the small worlds in which a question is asked again, each policy alone at its own terms:

- *Ends of the range*: `DRAWS` joint draws of all numbers, a seed each. An effect that goes with a number at a rank
  correlation r moves by about 2 |r| standard deviations of the effect from the middle to an end of the range.
- *Switched off*: each number of the model with a neutral value alone at it, under `SEEDS` seeds, against the same seeds
  with every number at its own value.

Kept is what is more than `CLEAR` standard errors from nothing. It takes an hour on two cores; runs are kept in a store.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import rankdata

from poverty_nodes.experiments.hangs_on.candidates import SCREENING
from poverty_nodes.experiments.hangs_on.neutral import NEUTRAL
from poverty_nodes.experiments.hangs_on.worlds import in_small
from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.experiments.question.question import Measured, Question
from poverty_nodes.experiments.runs.kinds_of_run.lean_run import Lean
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.experiments.runs.runner import Planned
from poverty_nodes.experiments.uncertainty.readings import read_runs
from poverty_nodes.experiments.uncertainty.runs import make, solve_base_months
from poverty_nodes.model.policies import BUILT_IN
from poverty_nodes.scenarios.base_month.nearby import Centre
from poverty_nodes.scenarios.errors import QuestionError
from poverty_nodes.scenarios.inputs import inputs_of
from poverty_nodes.scenarios.inputs.draws import draw_inputs
from poverty_nodes.scenarios.inputs.register import OF_THE_MODEL
from poverty_nodes.scenarios.scenario import Scenario

CLUSTER = "sialkot_surgical"
DRAWS, SEEDS, CLEAR = 90, 4, 2.5
Arms = Mapping[str, Scenario]
Row = tuple[str, str, str, float, int]


def main() -> None:
    """Make what the store does not have and write the table."""
    progress = Progress()
    question = in_small(ask([f"cluster={CLUSTER}", "policy=[]"]), 0)
    arms = _arms(question)
    rows = [*_by_draws(question, arms, progress), *_switched_off(question, arms, progress)]
    table = pd.DataFrame(rows, columns=["policy", "input", "moved_to", "points", "runs"])
    order = table.sort_values(["policy", "points"], ascending=[True, False])
    order.round({"points": 3}).to_csv(SCREENING, index=False)


def _arms(question: Question) -> Arms:
    found = {"without": question.to_scenarios()["without"]}
    for name in BUILT_IN:
        words = [f"cluster={CLUSTER}", f"policy=[{name}]", f"scale={question.share!r}"]
        found[name] = ask(words).to_scenarios()["with"]
    return found


def _moved(question: Question, arms: Arms, moves: Sequence[Mapping[str, float]]) -> dict[int, Arms]:
    """The arms with numbers set to others, by the number of the move; moves that do not hold together are left out."""
    centre, found = Centre(question.description), {}
    for number, values in enumerate(moves):
        try:
            found[number] = {
                name: each.with_inputs(values, centre) if values else each
                for name, each in arms.items()
            }
        except QuestionError:
            continue
    return found


def _effects(
    question: Question, worlds: Mapping[int, Arms], seeds: Mapping[int, Sequence[int]]
) -> dict[str, NDArray[np.float64]]:
    """The effect on the headcount in points (worlds, seeds) by policy."""
    progress = Progress()
    solve_base_months((arms["without"] for arms in worlds.values()), progress)
    plan = [
        Planned(name, number, seed, Lean(scenario))
        for number, arms in worlds.items()
        for seed in seeds[number]
        for name, scenario in arms.items()
    ]
    found = read_runs(
        make(question, plan, progress), [Measured("P0")], lambda _: question.window
    ).values
    without = found["without"][:, :, 0]
    return {
        name: 100 * (values[:, :, 0] - without)
        for name, values in found.items()
        if name != "without"
    }


def _by_draws(question: Question, arms: Arms, progress: Progress) -> Iterator[Row]:
    progress.note("joint draws of all numbers")
    draws = draw_inputs(inputs_of(question.description).values(), DRAWS)
    worlds = _moved(question, arms, draws)
    table = pd.DataFrame([draws[number] for number in worlds])
    varying = table.loc[:, table.std() > 0]
    places = np.apply_along_axis(rankdata, 0, varying.to_numpy())
    found = _effects(question, worlds, {number: (number + 1,) for number in worlds})
    for policy, effects in found.items():
        y = np.nanmean(effects, axis=1)
        if not np.std(y) > 0:
            continue
        for column, name in enumerate(varying.columns):
            r = float(np.corrcoef(places[:, column], y)[0, 1])
            if abs(r) > CLEAR / np.sqrt(len(y)):
                yield policy, str(name), "ends", 2 * abs(r) * float(np.std(y, ddof=1)), len(y)


def _switched_off(question: Question, arms: Arms, progress: Progress) -> Iterator[Row]:
    progress.note("one number after the other switched off")
    names = [OF_THE_MODEL + name for name in NEUTRAL]
    moves = [{}, *({OF_THE_MODEL + name: each.value} for name, each in NEUTRAL.items())]
    worlds = _moved(question, arms, moves)
    found = _effects(question, worlds, dict.fromkeys(worlds, range(1, SEEDS + 1)))
    for policy, effects in found.items():
        for row, number in list(enumerate(worlds))[1:]:
            difference = effects[row] - effects[0]
            size, error = abs(difference.mean()), difference.std(ddof=1) / np.sqrt(SEEDS)
            if size > CLEAR * error > 0:
                yield policy, names[number - 1], "switched off", float(size), SEEDS


if __name__ == "__main__":
    main()
