"""How much pairing buys: the variance of a policy's effect with the same luck and with fresh luck.

`python -m benchmarks.pairing` runs the default package with and without, seed by seed, and prints for
each package and measure the standard deviation of the effect when the two worlds of a pair share
their seed, the same with fresh seeds, and the ratio of the variances.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

import poverty_nodes.conf as conf
from poverty_nodes.experiments.runs.kinds_of_run.whole_run import run_one
from poverty_nodes.model.policies import REGISTRY, Policy
from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.scenario import Scenario

MEASURES = ("P0", "P1", "mean_welfare", "employment")
DRAWS = 2000
TINY = 1e-200
"""Stands for a variance of nothing at all."""
Values = NDArray[np.float64]


@dataclass(frozen=True)
class Gain:
    """What pairing buys for one measure: standard deviations of the effect and their squares' ratio.

    `low` and `high` are the 5th and 95th percentile of the ratio when seeds are drawn again.
    """

    measure: str
    effect: float
    paired: float
    fresh: float
    ratio: float
    low: float
    high: float


def default_package() -> tuple[Policy, ...]:
    """The policies of the default question, with the terms that stand in conf/policy/."""
    folder = Path(next(iter(conf.__path__))) / "policy"
    terms = {path.stem: yaml.safe_load(path.read_text()) for path in folder.glob("*.yaml")}
    return tuple(REGISTRY[name].model_validate(terms[name][name]) for name in REGISTRY)


def outcomes(question: Scenario, seeds: Sequence[int], workers: int = 2) -> dict[str, Values]:
    """Each measure (seeds,) in the cluster, averaged over the window at the end of the run."""

    def one(seed: int) -> list[float]:
        result = run_one(question, seed)
        return [float(result.series(m)[-question.window :].mean()) for m in MEASURES]

    with ThreadPoolExecutor(workers) as pool:
        found = np.array(list(pool.map(one, seeds)))
    return dict(zip(MEASURES, found.T, strict=True))


def ratio(without: Values, with_package: Values) -> tuple[float, float]:
    """Variance of the effect over pairs of one seed, and over independent runs."""
    paired = np.var(with_package - without, ddof=1)
    fresh = np.var(with_package, ddof=1) + np.var(without, ddof=1)
    return float(paired), float(fresh)


def gain(measure: str, without: Values, with_package: Values) -> Gain:
    """What pairing buys for a measure, from its values in both worlds (seeds,)."""
    paired, fresh = ratio(without, with_package)
    luck, n = np.random.default_rng(0), len(without)
    again = [ratio(without[rows], with_package[rows]) for rows in luck.integers(0, n, (DRAWS, n))]
    ratios = [f / max(p, TINY) for p, f in again]
    low, high = np.percentile(ratios, [5, 95])
    effect = float(np.mean(with_package - without))
    exact = fresh / max(paired, TINY)
    return Gain(measure, effect, paired**0.5, fresh**0.5, exact, float(low), float(high))


def gains(policies: tuple[Policy, ...], seeds: int, months: int, scale: float) -> Iterator[Gain]:
    """What pairing buys for each measure under a package."""
    cluster, window = load_cluster("sialkot_surgical"), min(12, months)
    numbers = range(1, seeds + 1)
    worlds = [
        outcomes(Scenario(cluster, package, months, scale, window=window), numbers)
        for package in ((), policies)
    ]
    for measure in MEASURES:
        yield gain(measure, worlds[0][measure], worlds[1][measure])


def table(policies: tuple[Policy, ...], seeds: int, months: int, scale: float) -> str:
    """The gains of one package as text."""
    names = " and ".join(policy.name for policy in policies)
    head = f"{'':14}{'effect':>12}{'sd paired':>12}{'sd fresh':>12}{'ratio':>9}   90 % of ratio"
    rows = [
        f"{g.measure:14}{g.effect:12.5g}{g.paired:12.3g}{g.fresh:12.3g}{g.ratio:9.1f}"
        f"   {g.low:.1f} to {g.high:.1f}"
        for g in gains(policies, seeds, months, scale)
    ]
    return "\n".join([f"{names}: {seeds} seeds, {months} months, scale {scale}", head, *rows])


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table of the default package, and of each of its policies alone if asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pairing", description=__doc__)
    parser.add_argument("--seeds", type=int, default=12)
    parser.add_argument("--months", type=int, default=36)
    parser.add_argument("--scale", type=float, default=0.1)
    parser.add_argument("--each", action="store_true", help="each policy alone as well")
    asked = parser.parse_args(arguments)
    package = default_package()
    packages = [package, *((policy,) for policy in package if asked.each)]
    for policies in packages:
        print(table(policies, asked.seeds, asked.months, asked.scale), end="\n\n", flush=True)


if __name__ == "__main__":
    main()
