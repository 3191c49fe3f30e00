"""All that a validation has found."""

from __future__ import annotations

from dataclasses import dataclass

from poverty_nodes.experiments.evidence.artefacts.audit import Audited, audit_words
from poverty_nodes.experiments.evidence.harness.moments import Measured
from poverty_nodes.experiments.evidence.harness.stationarity import Drift
from poverty_nodes.experiments.evidence.ledger.leave_one_out import Alone
from poverty_nodes.experiments.evidence.ledger.ledger import Entry
from poverty_nodes.experiments.evidence.ledger.series import Point
from poverty_nodes.experiments.evidence.ledger.totals import totals_of
from poverty_nodes.experiments.evidence.propositions.inertness import Moved, inert
from poverty_nodes.experiments.evidence.trials.trial import Result, headline
from poverty_nodes.experiments.evidence.trials.untested import UNTESTED


@dataclass(frozen=True)
class Found:
    """The results; a part that was not asked for is empty.

    `entries` are of the patterns, `paper` of the paper's propositions, `moved` of its mechanisms; `audited`
    are claims against artefacts.
    """

    entries: tuple[Entry, ...] = ()
    leave_one_out: tuple[Alone, ...] = ()
    series: tuple[Point, ...] = ()
    paper: tuple[Entry, ...] = ()
    moved: tuple[Moved, ...] = ()
    trials: tuple[Result, ...] = ()
    moments: tuple[Measured, ...] = ()
    audited: tuple[Audited, ...] = ()
    drifts: tuple[Drift, ...] = ()

    @property
    def headline(self) -> str:
        """Return the totals of the patterns."""
        return totals_of(self.entries).words()

    @property
    def on_paper(self) -> str:
        """Return the totals of the paper's propositions, and the mechanisms without effect."""
        silent = inert(self.moved)
        told = totals_of(self.paper).words().replace("patterns", "propositions of the paper")
        return f"{told} Inert are: {', '.join(silent)}." if self.moved else told

    @property
    def on_trials(self) -> str:
        """How many published effects overlap."""
        return headline(self.trials, UNTESTED)

    @property
    def besides(self) -> list[str]:
        """A sentence on each part besides the patterns that was asked for."""
        told = [self.on_paper] if self.paper else []
        told += [self.on_trials] if self.trials else []
        told += [audit_words(self.audited)] if self.audited else []
        if self.moments:
            inside = sum(each.inside == "yes" for each in self.moments)
            told.append(
                f"Of {len(self.moments)} figures of a town as it is described, {inside} lie inside their published "
                "ranges."
            )
        if self.drifts:
            still = sum(each.stands == "yes" for each in self.drifts)
            told.append(
                f"In quiet years {still} of {len(self.drifts)} measures of the clusters stand still."
            )
        return told
