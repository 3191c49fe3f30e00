"""What a report must say besides its findings: what was assumed, how the base month came out, how to repeat it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from poverty_nodes.experiments.report.asked_terms import AskedPart
from poverty_nodes.experiments.report.input_names import input_name, with_names
from poverty_nodes.experiments.report.local_money import LocalMoney
from poverty_nodes.experiments.report.money_beside import MoneyBeside
from poverty_nodes.model.parameters.all_parameters import PARAMETERS

if TYPE_CHECKING:
    from poverty_nodes.scenarios.description.cluster import ClusterDescription


@dataclass(frozen=True)
class AssumedInput:
    """A number that no source gives: what it is in words, its value, its range and why."""

    name: str
    value: float
    low: float
    high: float
    unit: str
    note: str


@dataclass(frozen=True)
class BaseTarget:
    """A target of the base month against what came out of it."""

    name: str
    target: float
    came_out: float
    unit: str
    note: str = ""


@dataclass(frozen=True)
class Background:
    """All of this, ready to print.

    `provenance` are the shares of the cluster's numbers by kind; `inputs` are its assumed ones, `behaviour` the
    assumed numbers of the rules. `notes` are cautions to the reader, a sentence each.
    """

    title: str
    summary: str
    version: str
    command: str
    provenance: Mapping[str, float]
    numbers: int
    inputs: Sequence[AssumedInput] = ()
    behaviour: Sequence[AssumedInput] = ()
    targets: Sequence[BaseTarget] = ()
    notes: Sequence[str] = ()
    failed: int = 0
    sources: Sequence[str] = field(default=())
    local: LocalMoney | None = None
    """The currency of the place; None where none is known."""
    beside: MoneyBeside | None = None
    """The currency that stands beside dollars on the whole page; None for dollars alone."""
    asked: Sequence[AskedPart] = ()
    """The question told whole: policies, shocks, inputs that were set, and the rest."""

    @classmethod
    def of(
        cls,
        cluster: ClusterDescription,
        version: str,
        command: str,
        base_report: Iterable[Mapping[str, object]] = (),
        changed: Mapping[str, float] | None = None,
        notes: Sequence[str] = (),
        failed: int = 0,
        sources: Sequence[str] = (),
    ) -> Background:
        """Collect the assumptions of a cluster and of the rules.

        `base_report` has rows with name, target, came_out, unit and note; `changed` are the parameters that the
        question sets; `failed` counts runs without a result; `sources` is a bibliography, a line each.
        """
        estimates = list(cluster.estimates())
        return cls(
            title=cluster.cluster.title,
            summary=cluster.cluster.summary,
            version=version,
            command=command,
            provenance=cluster.provenance(),
            numbers=len(estimates),
            inputs=tuple(
                AssumedInput(
                    input_name(key),
                    each.value,
                    each.low,
                    each.high,
                    each.unit,
                    with_names(each.note),
                )
                for key, each in estimates
                if each.kind == "assumed"
            ),
            behaviour=_behaviour(changed or {}),
            targets=tuple(_target(row) for row in base_report),
            notes=tuple(notes),
            failed=failed,
            sources=tuple(sources),
            local=LocalMoney.of(cluster),
        )


def _behaviour(changed: Mapping[str, float]) -> tuple[AssumedInput, ...]:
    return tuple(
        AssumedInput(
            each.meaning,
            changed.get(each.name, each.value),
            each.low,
            each.high,
            each.unit,
            each.source + (" (set by the question)" if each.name in changed else ""),
        )
        for each in PARAMETERS
        if each.kind == "assumed" or each.name in changed
    )


def _target(row: Mapping[str, object]) -> BaseTarget:
    return BaseTarget(
        name=str(row["name"]),
        target=float(str(row["target"])),
        came_out=float(str(row["came_out"])),
        unit=str(row.get("unit", "")),
        note=str(row.get("note", "")),
    )
