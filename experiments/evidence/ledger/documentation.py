"""The page docs/evidence.md, written from the patterns themselves so that the two cannot disagree.

python -m poverty_nodes.experiments.evidence.ledger.documentation > docs/evidence.md
"""

from __future__ import annotations

import pandas as pd

from poverty_nodes.experiments.evidence.artefacts.artefact import artefacts
from poverty_nodes.experiments.evidence.harness.in_words import band, figure
from poverty_nodes.experiments.evidence.harness.kept_table import (
    DOCS,
    kept,
    kept_lines,
    not_judged,
)
from poverty_nodes.experiments.evidence.harness.moments import MOMENTS
from poverty_nodes.experiments.evidence.harness.observed_run import AGENTS, FIRMS
from poverty_nodes.experiments.evidence.harness.pattern import RESTATED
from poverty_nodes.experiments.evidence.harness.pattern_section import pattern_section
from poverty_nodes.experiments.evidence.harness.stationarity import (
    CERTAINTY,
    LEVEL_TOLERANCE,
    MONTHS,
    POINT_TOLERANCE,
)
from poverty_nodes.experiments.evidence.patterns import PATTERNS
from poverty_nodes.experiments.evidence.registered.files import content, rules
from poverty_nodes.experiments.evidence.trials.page import WORDS
from poverty_nodes.experiments.evidence.trials.studies import TRIALS
from poverty_nodes.experiments.evidence.trials.trial import Trial
from poverty_nodes.experiments.evidence.trials.untested import UNTESTED
from poverty_nodes.scenarios.catalogue import cluster_ids

BEFORE, TRIALS_BEFORE = "evidence_before.csv", "evidence_trials.csv"
ARTEFACTS_BEFORE = "evidence_artefacts.csv"
"""Tables in docs/ of the last validation under the rules of today."""
SEEDS, POWER = rules()["seeds"], rules()["power"].strip()
"""Over how many seeds everything is judged, and why so many."""

INTRODUCTION = f"""\
# Evidence: which published patterns the model is held against

`poverty-nodes validate` runs every experiment of this page and prints the ledger; `poverty-nodes validate
patterns=[p14,p20] seeds=4` runs some; `poverty-nodes validate quick` looks at all of them over three seeds. What came
out last is in the folder that it names; this page says what is asked, and what the economy of the day on which the
rules were laid down came to. It is written from the code (`python -m
poverty_nodes.experiments.evidence.ledger.documentation > docs/evidence.md`). What a measure comes to under each seed
is kept as it comes, in the store of all runs (`store=`), so that after Ctrl-C, or whatever else stops it, the same
command goes on from there, and more seeds add to those that are there. Where the code of a measure, or of what it
imports, or a file of the catalogue has changed, it is measured anew.

## How a pattern is judged

- A **pattern** is a published fact about clusters. Each is an experiment: worlds with and without what provokes it,
  lived by the same people under the same luck (common random numbers), over several seeds.
- What is asked is **registered** before it is run, as data (experiments/evidence/registered): statistic, band and its
  reason, cluster, shock, the ranges of its size and of what is not known of the cluster, seeds, ablation and rivals.
  A lock keeps a hash of each and of the code that measures it. What is asked otherwise is a new version beside the old
  one, and the ledger says so. All were laid down on 30 November 2026; the patterns had been run before under softer
  rules, and what was asked otherwise after a failure stands under each.
- Each **statistic** has a **band**, taken from the source or from the test that the collection of evidence proposed. A
  band that is open on one side asks for a sign: the whole 95 % interval over seeds has to lie on its side. In a closed
  band the mean has to lie. Bands are never widened to pass.
- A pattern is **reproduced** when each of its statistics is, at the described value and at both ends of every range.
  One that is reproduced at the described value alone **turns inside its range**, and does not count. It is **not
  reproduced** when a statistic is not (the ledger then says what it would take), and **not testable** when something
  that it needs is not there.
- Everything is judged over the same {SEEDS} seeds, and nothing again over more. {POWER}
- A **dull rival** knows nothing of the model: no change, the shock's own arithmetic with nobody answering to it, and
  what published effects of other places let one expect. A pattern that one of them reproduces as well earns nothing.
- All that could impose a pattern is taken away together: parameters, numbers of descriptions and sizes of shocks. The
  **share of each effect that survives** is told with its interval. From a half on, for certain, it is **emergent**; it
  is **partly** so when some survives for certain, else **imposed**; the least of a pattern's effects decides. Where
  something stands in code and cannot be taken away yet, what survives is **not cleanly emergent**. What stands in the
  description of a cluster (pay by post, sizes of firms, who stands in which tier) is always imposed.
- `leave_one_out=1` measures what is reproduced without each of these things alone too (`leave_one_out.csv`).
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
- An agreement is worth little where the range was judged, holds zero or is a sign alone (*soft*), and nothing where a
  term or parameter puts the effect in (*put in*); the count keeps them apart from *hard* ranges.
- Per cent are of the controls: those who live beside the programme and are not in it.
- Terms of a policy are the same in all its trials, unless the study says otherwise; the differences are listed.
- The studies are a check and **no target**. Where a parameter or term was chosen with a study in mind, or puts a sign
  in, the column *leans on* says so.
"""


def evidence() -> str:
    """The whole page as Markdown."""
    parts = [INTRODUCTION + SIMULATION + "## The patterns\n"]
    parts += [pattern_section(each) for each in PATTERNS]
    parts += [_before(), TRIALS_INTRODUCTION]
    parts += [_trial(each) for each in TRIALS]
    parts += [_trials_before(), _untested(), _artefacts()]
    parts.append(_moments())
    parts.append(
        "## Quiet runs\n\n"
        f"Every place of every cluster of the catalogue lives {MONTHS} months without policy, shock or growth. Firms, "
        f"employment, mean pay, value added and exports have to stay within {LEVEL_TOLERANCE:.0%} of month 0 (mean of "
        f"the last year, mean over seeds), the headcount at $4.20 and women's share of each contract within "
        f"{100 * POINT_TOLERANCE:g} point. Contracts that hardly anyone holds in the simulated place are left out. "
        f"A place is shown to stand still when the {CERTAINTY:.0%} interval of its drift lies inside the tolerance "
        "(two one-sided tests), and not when no drift was found. "
        f"All {18 * len(cluster_ids())} drifts are told: yes, no, or "
        "not shown.\n"
    )
    return "\n".join(parts)


def _before() -> str:
    """The economy of the day on which the rules were laid down, as far as it was judged by them."""
    table = kept(BEFORE)
    lines = [
        "### Before\n",
        f"What the economy of 30 November 2026 came to under these rules (`docs/{BEFORE}`): what a change of the "
        f"economy is set against. {not_judged(table, [each.id for each in PATTERNS])}\n",
        *kept_lines(table, "pattern"),
    ]
    return "\n".join([*lines, ""])


def _trials_before() -> str:
    """What the trials came to, effect by effect."""
    lines = [
        "### What came out\n",
        f"The economy of 30 November 2026 (`docs/{TRIALS_BEFORE}`).\n",
        "| trial | effect | model (95 %) | published | status | weight |",
        "|---|---|---|---|---|---|",
    ]
    for each in pd.read_csv(DOCS / TRIALS_BEFORE).itertuples():
        model = f"{figure(each.value)} ({figure(each.low)} to {figure(each.high)})"
        reach = band(each.published_low, each.published_high)
        lines.append(
            f"| {each.trial} | {each.effect} | {model} | {reach} | {each.status} | {each.weight} |"
        )
    return "\n".join([*lines, ""])


def _artefacts() -> str:
    """Return what claims are tested against, and the results."""
    said = content("artefacts")
    low, high = said["robust"]
    lines = [
        "## What should not matter\n",
        "`poverty-nodes validate parts=[patterns,artefacts]` tries the default answer (people in poverty, jobs) and "
        "every pattern that is reproduced against:\n",
        *(f"- *{each.name}*: {each.what}." for each in artefacts()),
        "",
        "FRAGILE: the verdict becomes another. ROBUST: it stays, and the 95 % interval of the effect with the artefact "
        f"over the effect without lies inside {low:g} to {high:g}. SHIFTED: in between.\n",
    ]
    table = DOCS / ARTEFACTS_BEFORE
    if table.is_file():
        lines += [
            "| claim | statistic | otherwise | ratio (95 %) | verdict |",
            "|---|---|---|---|---|",
        ]
        lines += [
            f"| {each.claim} | {each.statistic} | {each.artefact} | "
            f"{figure(each.ratio)} ({figure(each.ratio_low)} to {figure(each.ratio_high)}) | {each.verdict} |"
            for each in pd.read_csv(table).itertuples()
        ]
    return "\n".join([*lines, ""])


def _trial(trial: Trial) -> str:
    lines = [
        f"### {trial.id} {trial.title}\n",
        f"Policy `{trial.policy}`, cluster `{trial.cluster}`, source {trial.source}. {trial.design}\n",
        "| effect | published | range | weight | leans on |",
        "|---|---|---|---|---|",
    ]
    for each in trial.effects:
        found = each.published
        kind = WORDS[found.kind] + (", recalled" if found.recalled else "")
        reach = band(found.low, found.high)
        lines.append(
            f"| {each.name} | {found.said} | {reach} ({kind}) | {each.weight} | {each.leans_on} |"
        )
    lines += [""] if trial.terms or trial.restated else []
    lines += [
        f"- `{each.term}` = {each.value:g}, not as in other trials of `{each.policy}`: {each.because}."
        for each in trial.terms
    ]
    lines += [f"- {RESTATED}: {trial.restated}"] if trial.restated else []
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
        "Printed, and not judged: most are a parameter or solved for, as the last column says.\n",
        "| figure | published | source | put in by |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| {each.title} | {each.low:g} to {each.high:g} | {each.source} | {each.put_in or 'nothing'} |"
        for each in MOMENTS
    ]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    print(evidence(), end="")
