"""By which channel a package reaches each group: jobs, wages, contracts, orders, firms, credit, transfers, locals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from poverty_nodes.experiments.attribution import shapley
from poverty_nodes.experiments.attribution.base_groups import MEASURES
from poverty_nodes.experiments.attribution.base_groups_run import cut_down
from poverty_nodes.experiments.attribution.explained import Explained, named_failures
from poverty_nodes.experiments.attribution.orders import orders_of
from poverty_nodes.experiments.attribution.switched_channels import CHANNELS
from poverty_nodes.experiments.attribution.switched_run import Switched, run_switched
from poverty_nodes.experiments.attribution.ways_in import WAYS_IN, open_ways
from poverty_nodes.experiments.impact.interval import by_population, over_seeds
from poverty_nodes.experiments.impact.winners import reportable
from poverty_nodes.experiments.runs.runner import Planned, execute_plan
from poverty_nodes.model.measures.crossing import dimension_of
from poverty_nodes.model.measures.groups_at_base import Numbers

if TYPE_CHECKING:
    from pathlib import Path

    from poverty_nodes.experiments.runs.batch import Runs
    from poverty_nodes.experiments.runs.progress import Progress
    from poverty_nodes.experiments.runs.store.store import AbstractStore
    from poverty_nodes.model.policies import Policy
    from poverty_nodes.scenarios.scenario import Scenario

REST = "rest"
"""What is left with all channels and all ways in off."""

PAIRS = 2
"""Orders a seed in which channels are switched on, each with its reverse."""

COLUMNS = (
    *("scenario", "dimension", "group", "channel", "change", "low", "high", "sign_certain"),
    *("interplay", "total", "total_low", "total_high", "unit", "seeds"),
)
WAYS = "ways "
_WHOLE = (1 << len(CHANNELS)) - 1
_WELFARE = MEASURES.index("mean_welfare")


def channels(
    runs: Runs,
    scenario: Scenario,
    store: AbstractStore | str | Path | None,
    workers: int | None = None,
    progress: Progress | None = None,
    groups: Sequence[str] = (),
) -> Explained:
    """The table of channels.csv for the package of `scenario`, whose full runs with and without are in `runs`.

    `change` of mean consumption a person adds up over the channels of a group to `total`. What channels do only
    together is shared out equally over the orders tried; `interplay` says how much of a channel's change depends on
    the order. A seed with a failed run is left out; an empty table if none is left or there is no policy.
    """
    if not scenario.policies:
        return Explained(pd.DataFrame(columns=list(COLUMNS)))
    seeds = tuple(dict.fromkeys(seed for _, _, seed in runs.keys))
    made = execute_plan(list(_plan(scenario, seeds)), store, run_switched, workers, progress)
    failures = named_failures(made, "channels")
    shares: list[Numbers] = []
    plays: list[Numbers] = []
    complete: list[int] = []
    labels: tuple[str, ...] = ()
    shown, ways = np.zeros(0, np.bool_), open_ways(scenario.policies)
    for seed, without, enacted in runs.pairs():
        names = [(label, 0, seed) for label, _ in _partial(seed, ways)]
        if any(name in made.failed for name in names):
            continue
        bare = cut_down(without, scenario)
        found = {name[0]: made.result(name[0], seed).values[0, _WELFARE] for name in names}
        found["all"] = cut_down(enacted, scenario).values[0, _WELFARE]
        share, play = _of_seed(seed, found, bare.values[0, _WELFARE], len(ways))
        shares.append(share)
        plays.append(play)
        complete.append(seed)
        labels, shown = bare.groups, reportable(bare.values[0, 0])
    if not shares:
        return Explained(pd.DataFrame(columns=list(COLUMNS)), failures)
    kept = [
        number
        for number, label in enumerate(labels)
        if shown[number]
        and (not groups or dimension_of(label) in {"all", "decile", "place", *groups})
    ]
    share_means, play_means = (by_population(np.stack(each), complete) for each in (shares, plays))
    names_of = (*CHANNELS, *ways, REST)
    return Explained(_table(share_means, play_means, labels, kept, names_of), failures)


def _of_seed(
    seed: int, found: Mapping[str, Numbers], bare: Numbers, ways: int
) -> tuple[Numbers, Numbers]:
    """Share and interplay of each channel, each way in and the rest (parts, groups), from the value of each set."""
    value = {int(label, 2): each for label, each in found.items() if label.isdecimal()}
    value[_WHOLE] = found["all"]
    directly = {
        int(label.removeprefix(WAYS), 2): each
        for label, each in found.items()
        if label.startswith(WAYS)
    }
    # With all channels off and all ways in on a set is the empty one of channels and the whole one of ways.
    directly[(1 << ways) - 1] = value[0]
    orders, orders_of_ways = _orders(seed), _orders_of_ways(ways)
    rest = directly[0] - bare
    share = (
        shapley.shares(value, len(CHANNELS), orders),
        shapley.shares(directly, ways, orders_of_ways),
    )
    play = _interplay(value, orders), _interplay(directly, orders_of_ways)
    return np.concatenate([*share, [rest]]), np.concatenate([*play, [np.zeros(rest.shape)]])


def runs_needed(seeds: Sequence[int], policies: Iterable[Policy] = ()) -> int:
    """How many runs an explanation by channels asks for besides those with and without the package."""
    ways = open_ways(policies)
    return sum(len(_partial(seed, ways)) for seed in seeds)


def _orders(seed: int) -> list[shapley.Order]:
    found = orders_of(len(CHANNELS), seed, PAIRS)
    assert found is not None  # there are more channels than are tried exactly
    return found


def _orders_of_ways(ways: int) -> list[shapley.Order]:
    """An order of the ways in and its reverse."""
    order = tuple(range(ways))
    return [order, order[::-1]]


def _partial(seed: int, ways: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Label and what is switched on, by set of channels, then by set of ways in with all channels off.

    With everything on it is the full run; with all channels off and all ways on it is the empty set of channels.
    """
    channels = {part for order in _orders(seed) for part in shapley.sets_along(order)}
    found = [
        (f"{part:b}", (*_members(CHANNELS, part), *WAYS_IN)) for part in sorted(channels - {_WHOLE})
    ]
    sets = {part for order in _orders_of_ways(len(ways)) for part in shapley.sets_along(order)}
    whole = (1 << len(ways)) - 1
    return found + [(f"{WAYS}{part:b}", _members(ways, part)) for part in sorted(sets - {whole})]


def _members(names: Sequence[str], part: int) -> tuple[str, ...]:
    return tuple(name for bit, name in enumerate(names) if part >> bit & 1)


def _plan(scenario: Scenario, seeds: Sequence[int]) -> Iterator[Planned[Switched]]:
    made: dict[str, Switched] = {}
    ways = open_ways(scenario.policies)
    for seed in seeds:
        for label, on in _partial(seed, ways):
            if label not in made:
                made[label] = Switched(scenario, on)
            yield Planned(label, 0, seed, made[label])


def _interplay(value: Mapping[int, Numbers], orders: Sequence[shapley.Order]) -> Numbers:
    """Half of how far a part's change differs between an order and its reverse (parts, groups)."""
    each = np.stack([shapley.shares(value, len(orders[0]), [order]) for order in orders])
    return np.abs(each[::2] - each[1::2]).mean(axis=0) / 2


def _table(
    shares: Numbers,
    plays: Numbers,
    labels: Sequence[str],
    kept: Sequence[int],
    names: Sequence[str],
) -> pd.DataFrame:
    found, total = over_seeds(shares), over_seeds(shares.sum(axis=1))
    rows: list[dict[str, object]] = []
    for number in kept:
        for position, channel in enumerate(names):
            at = (position, number)
            row: dict[str, object] = {"scenario": "with", "dimension": dimension_of(labels[number])}
            row |= {"group": labels[number], "channel": channel, "change": found.mean[at]}
            row |= {"low": found.low[at], "high": found.high[at]}
            row |= {"sign_certain": found.sign_certain[at]}
            row |= {"interplay": plays[:, position, number].mean(), "total": total.mean[number]}
            row |= {"total_low": total.low[number], "total_high": total.high[number]}
            rows.append(row | {"unit": "dollars a person a month", "seeds": len(shares)})
    return pd.DataFrame(rows, columns=list(COLUMNS))
