"""The numbers on the evidence that README may state: made by `validate`, and kept in docs/evidence_numbers.csv."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from poverty_nodes.experiments.evidence.artefacts.audit import counts as counts_of_audit
from poverty_nodes.experiments.evidence.harness.verdict import KINDS
from poverty_nodes.experiments.evidence.ledger.found import Found
from poverty_nodes.experiments.evidence.ledger.ledger import Entry
from poverty_nodes.experiments.evidence.ledger.totals import totals_of
from poverty_nodes.experiments.evidence.patterns import PATTERNS
from poverty_nodes.experiments.evidence.propositions.all_propositions import PROPOSITIONS
from poverty_nodes.experiments.evidence.propositions.inertness import inert, mechanisms
from poverty_nodes.experiments.evidence.trials.calibration import calibration_of
from poverty_nodes.experiments.evidence.trials.trial import WEIGHTS, Result, counts
from poverty_nodes.scenarios.catalogue import cluster_ids, load_cluster

Row = tuple[str, str, float]


def catalogue_numbers() -> list[Row]:
    """How much of the clusters is assumed: of all, and of the default one."""
    assumed = {
        name: [each.kind == "assumed" for _, each in load_cluster(name).estimates()]
        for name in cluster_ids()
    }
    mostly = sum(2 * sum(each) > len(each) for each in assumed.values())
    default = assumed["sialkot_surgical"]
    counts_of = {
        "clusters": len(assumed),
        "mostly assumed": mostly,
        "numbers of Sialkot": len(default),
        "assumed of Sialkot": sum(default),
    }
    return [("catalogue", name, count) for name, count in counts_of.items()]


def numbers_table(found: Found, seeds: int) -> pd.DataFrame:
    """A line for each number, by part of the validation; parts that were not asked for have none."""
    rows = catalogue_numbers()
    if found.entries:
        rows += [("patterns", "registered", len(PATTERNS)), *_judged("patterns", found.entries)]
    if found.paper:
        rows += [("paper", "registered", len(PROPOSITIONS)), *_judged("paper", found.paper)]
    if found.moved:
        rows += [("paper", "mechanisms", len(mechanisms()))]
        silent = inert(found.moved)
        rows += [("paper", "inert", len(silent))]
        rows += [("inert", each.name, int(each.name in silent)) for each in mechanisms()]
    if found.trials:
        rows += _tried(found.trials)
    if found.audited:
        rows += [("artefacts", "tried", len(found.audited))]
        told = counts_of_audit(found.audited).items()
        rows += [("artefacts", name.lower(), count) for name, count in told]
    if found.drifts:
        stands = [each.stands for each in found.drifts]
        rows += [("quiet", name, stands.count(name)) for name in ("yes", "no", "not shown")]
    return pd.DataFrame(
        [(*row, seeds) for row in rows], columns=["part", "number", "value", "seeds"]
    )


def _judged(part: str, entries: Sequence[Entry]) -> list[Row]:
    totals = totals_of(entries)
    return [
        (part, "asked", totals.patterns),
        (part, "reproduced", totals.reproduced),
        (part, "as by a dull rival", totals.dull),
        *((part, kind, count) for kind, count in zip(KINDS, totals.kinds, strict=True)),
        (part, "turning", totals.turning),
        (part, "not reproduced", totals.not_reproduced),
        (part, "not testable", totals.not_testable),
    ]


def _tried(trials: Sequence[Result]) -> list[Row]:
    rows: list[Row] = []
    for weight in WEIGHTS:
        overlap, tested = counts(trials, weight)
        rows += [("trials", f"{weight} tested", tested), ("trials", f"{weight} overlap", overlap)]
    known = calibration_of(trials)
    return [
        *rows,
        ("trials", "called unlike zero", known.called),
        ("trials", "right sign", known.right_sign),
        ("trials", "published sizes", known.sized),
        ("trials", "held by intervals", known.held),
    ]
