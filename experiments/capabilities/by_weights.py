"""The change of deprivation under the weights of each group that was asked, never mixed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from poverty_nodes.experiments.capabilities.deprivation_set import DeprivationSet
from poverty_nodes.experiments.capabilities.elicited.elicited import Elicited, Numbers, Voices
from poverty_nodes.experiments.capabilities.groups import label_of
from poverty_nodes.experiments.capabilities.robustness import CUTOFFS, changes
from poverty_nodes.experiments.capabilities.tables import over_tallies, own_weights
from poverty_nodes.experiments.capabilities.tally import Tally

OF_THE_SET = "the set itself"
COLUMNS = (
    *(
        "scenario",
        "set",
        "weights_of",
        "respondents",
        "group",
        "of_its_own",
        "change",
        "low",
        "high",
    ),
    *("sign_certain", "share_of_cutoffs", "share_of_samples"),
)
"""Of deprivation_by_weights.csv. `of_its_own`: the group was asked itself; `share_of_cutoffs`: cut-offs under which the
mean change is a reduction; `share_of_samples`: the same of samples of its respondents drawn again, at the set's k."""


def by_weights_table(
    tallies: Sequence[Tally],
    chosen: DeprivationSet,
    elicited: Elicited | None,
    groups: Sequence[str],
    scenario: str,
) -> pd.DataFrame:
    """A row a group whose weights they are and a group that is measured; `change` is of M0 at the set's k."""
    rows = [_rows(tallies, chosen, None, groups)]
    rows += [
        _rows(tallies, chosen, each, groups)
        for each in ([] if elicited is None else elicited.voices.values())
    ]
    table = pd.concat(rows, ignore_index=True)
    table.insert(0, "set", chosen.id)
    table.insert(0, "scenario", scenario)
    return table[list(COLUMNS)]


def weights_table(chosen: DeprivationSet, elicited: Elicited | None) -> pd.DataFrame:
    """The weights themselves: of the set, and of each group with the middle 95 % of its samples."""
    frames = [_weights(chosen, OF_THE_SET, 0, own_weights(chosen), None)]
    for each in [] if elicited is None else elicited.voices.values():
        frames.append(
            _weights(chosen, each.group, each.respondents, each.weights, each.drawn_again())
        )
    return pd.concat(frames, ignore_index=True)


def _weights(
    chosen: DeprivationSet, name: str, respondents: int, weights: Numbers, again: Numbers | None
) -> pd.DataFrame:
    frame = pd.DataFrame({"indicator": list(chosen.of_the_model), "weight": weights})
    frame.insert(0, "respondents", respondents)
    frame.insert(0, "weights_of", name)
    frame.insert(0, "set", chosen.id)
    ends = np.full((2, weights.size), np.nan)
    if again is not None and respondents > 1:
        ends = np.quantile(again, [0.025, 0.975], axis=0)
    frame["low"], frame["high"] = ends
    return frame


def _rows(
    tallies: Sequence[Tally], chosen: DeprivationSet, voices: Voices | None, groups: Sequence[str]
) -> pd.DataFrame:
    own = own_weights(chosen) if voices is None else voices.weights
    again = own[None] if voices is None else voices.drawn_again()
    labels = list(tallies[0].labels)
    at = [labels.index(group) for group in groups]
    cutoffs = (chosen.k, *CUTOFFS)
    weights = np.concatenate([own[None], again]).T
    samples = np.stack([changes(each, weights, at, cutoffs) for each in tallies])
    found = over_tallies(samples, tallies)
    frame = pd.DataFrame({"group": list(groups)})
    name = OF_THE_SET if voices is None else voices.group
    frame["weights_of"], frame["respondents"] = name, 0 if voices is None else voices.respondents
    mine = None if voices is None else label_of(voices.group, labels)
    frame["of_its_own"] = frame["group"] == mine
    for column in ("mean", "low", "high", "sign_certain"):
        values = getattr(found, column)[0, 0]
        frame["change" if column == "mean" else column] = values
    frame["share_of_cutoffs"] = (found.mean[1:, 0] < 0).mean(axis=0)
    frame["share_of_samples"] = (found.mean[0, 1:] < 0).mean(axis=0)
    return frame
