"""The page docs/evidence.md, written from the patterns themselves so that the two cannot disagree.

python -m poverty_nodes.experiments.evidence.ledger.documentation > docs/evidence.md
"""

from __future__ import annotations

from poverty_nodes.experiments.evidence.harness.in_words import band
from poverty_nodes.experiments.evidence.harness.moments import MOMENTS
from poverty_nodes.experiments.evidence.harness.observed_run import AGENTS, FIRMS
from poverty_nodes.experiments.evidence.harness.pattern import RESTATED, Pattern
from poverty_nodes.experiments.evidence.harness.stationarity import (
    LEVEL_TOLERANCE,
    MONTHS,
    POINT_TOLERANCE,
    PRECISE,
    SEEDS,
)
from poverty_nodes.experiments.evidence.ledger.order import Order
from poverty_nodes.experiments.evidence.patterns import PATTERNS
from poverty_nodes.experiments.evidence.trials.page import WORDS
from poverty_nodes.experiments.evidence.trials.studies import TRIALS
from poverty_nodes.experiments.evidence.trials.trial import Trial
from poverty_nodes.experiments.evidence.trials.untested import UNTESTED
from poverty_nodes.scenarios.catalogue import cluster_ids

FIRST, AGAIN = (Order.model_fields[name].default for name in ("seeds", "precise"))
"""Seeds over which a pattern is judged, and judged again."""

INTRODUCTION = f"""\
# Evidence: which published patterns the model is held against

`poverty-nodes validate` runs every experiment of this page and prints the ledger; `poverty-nodes validate
patterns=[p14,p20] seeds=4` runs some. What came out last is in the folder that it names and not here: this page
says what is asked. It is written from the code (`python -m poverty_nodes.experiments.evidence.ledger.documentation >
docs/evidence.md`).
What a measure comes to under each seed is kept as it comes, in the store of all runs (`outputs/store`), so that after
Ctrl-C, or whatever else stops it, the same command goes on from there, and more seeds add to those that are there.
Where the code of a measure, or of what it imports, or a file of the catalogue has changed, it is measured anew.

## How a pattern is judged

- A **pattern** is a published fact about clusters. Each is an experiment: worlds with and without what provokes it,
  lived by the same people under the same luck (common random numbers), over several seeds.
- Each **statistic** has a **band**, taken from the source or from the test that the collection of evidence proposed,
  before the model was run. A band that is open on one side asks for a sign: the whole 95 % interval over seeds has to
  lie on its side. In a closed band the mean has to lie. Bands are never widened to pass.
- A pattern is **reproduced** when each of its statistics is, **not reproduced** when one is not (the ledger then says
  what it would take), and **not testable** when something that it needs is not there.
- When all means of a pattern are inside their bands and only an interval is not, chance alone leaves it open: it is
  then judged once more, and for good, over {AGAIN} seeds in place of {FIRST} (`precise=0` does not).
  What is still open then is not reproduced, and the ledger says *undecided*. A sign that is none has two occasions to
  come out by chance, each of one in forty.
- A reproduced pattern is **emergent** when it survives with the parameter that could impose it at its neutral value,
  or when no single parameter could; else it is **imposed**. What stands in the description of a cluster (pay by post,
  sizes of firms, who stands in which tier) is always imposed: an input is no finding. Where all means survive and
  only an interval does not, the pattern is judged once more, and for good, over {AGAIN} seeds as above.
- Where several parameters put a pattern in, `leave_one_out=1` judges it without each of them alone too, and says
  which of them it needs (`leave_one_out.csv`). That changes no verdict.
"""

SIMULATION = f"""\
- Places are simulated with at least {AGENTS:,} workers and {FIRMS} firms, or in full when they have fewer. The
  comparator of the dispersed firms is part of every world.

"""


TRIALS_INTRODUCTION = """\
## Published trials, run again

`poverty-nodes validate parts=[trials]` runs each study in the model with its target, size and horizon and prints the
model's effect with its interval over seeds beside the published range; `trials=[alfonsi2020]` runs some. The folder has
trials.csv, a forest plot and a section of the page.

- A **randomised** study is run as one: a random part of those eligible takes part, and the estimate is what they gain
  over themselves in the world without it, less what those not drawn gain. A study of **whole places** is a place with
  and the same place without.
- The **range** was written down before a run: as printed, the spread of versions, or, where an abstract prints one
  figure and no standard error, half to one and a half times it (judged). *Recalled*: not read again.
- It **overlaps** when the two intervals meet; where the model's is the wider, its mean has to lie inside. For a sign
  the whole interval has to lie on its side. All effects are listed, and a disagreement has its reason beside it.
- The studies are a check and **no target**. Where a parameter or term was chosen with a study in mind, or puts a sign
  in, the column *leans on* says so.
"""


def evidence() -> str:
    """The whole page as Markdown."""
    parts = [INTRODUCTION + SIMULATION + "## The patterns\n"]
    parts += [_pattern(each) for each in PATTERNS]
    parts.append(TRIALS_INTRODUCTION)
    parts += [_trial(each) for each in TRIALS]
    parts.append(_untested())
    parts.append(_moments())
    parts.append(
        "## Quiet runs\n\n"
        f"Every place of every cluster of the catalogue lives {MONTHS} months without policy, shock or growth. Firms, "
        f"employment, mean pay, value added and exports have to stay within {LEVEL_TOLERANCE:.0%} of month 0 (mean of "
        f"the last year, mean over seeds), the headcount at $4.20 and women's share of each contract within "
        f"{100 * POINT_TOLERANCE:g} point. Contracts that hardly anyone holds in the simulated place are left out. A "
        f"drift is certain when its whole interval is beyond that. Each cluster is lived over {SEEDS} seeds; one "
        f"with a certain drift is judged once more, and for good, over {PRECISE}, since of {18 * len(cluster_ids())} "
        "intervals that hold 19 times in 20 some lie beyond by chance.\n"
    )
    return "\n".join(parts)


def _pattern(pattern: Pattern) -> str:
    lines = [
        f"### {pattern.id} {pattern.title}\n",
        f"Cluster `{pattern.cluster}`. Source: {pattern.source}. Strength of the evidence: {pattern.strength}.\n",
        "| statistic | published | band | why this band |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| {each.name} | {each.published} | {band(each.band.low, each.band.high)} | {each.why} |"
        for each in pattern.statistics
    ]
    ablation = pattern.ablation
    neutral = ", ".join(f"`{name}` = {value:g}" for name, value in ablation.parameters.items())
    said = "Imposed by the description." if ablation.description else ""
    said = f"Ablation: {neutral}." if neutral else said or "No ablation."
    restated = [f"{RESTATED}: {pattern.restated}\n"] if pattern.restated else []
    return "\n".join([*lines, "", f"{said} {ablation.reason}\n", *restated])


def _trial(trial: Trial) -> str:
    lines = [
        f"### {trial.id} {trial.title}\n",
        f"Policy `{trial.policy}`, cluster `{trial.cluster}`, source {trial.source}. {trial.design}\n",
        "| effect | published | range | leans on |",
        "|---|---|---|---|",
    ]
    for each in trial.effects:
        found = each.published
        kind = WORDS[found.kind] + (", recalled" if found.recalled else "")
        reach = band(found.low, found.high)
        lines.append(f"| {each.name} | {found.said} | {reach} ({kind}) | {each.leans_on} |")
    return "\n".join([*lines, ""])


def _untested() -> str:
    lines = [
        "### Not testable\n",
        "| policy | study | published | why not |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| `{each.policy}` | {each.source} | {each.said} | {each.why} |" for each in UNTESTED
    ]
    return "\n".join([*lines, ""])


def _moments() -> str:
    lines = [
        "## Figures beside their published ranges\n",
        "Nobody put these in; they are printed, not judged.\n",
        "| figure | published | source |",
        "|---|---|---|",
    ]
    lines += [
        f"| {each.title} | {each.low:g} to {each.high:g} | {each.source} |" for each in MOMENTS
    ]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    print(evidence(), end="")
