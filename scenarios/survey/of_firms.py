"""Findings from the file of firms: numbers, sizes, tiers, registration, owners, inputs, exports."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.scenarios.survey.design import Guess, Sample
from poverty_nodes.scenarios.survey.fields import TIERS, YES_NO
from poverty_nodes.scenarios.survey.findings import Findings, Found
from poverty_nodes.scenarios.survey.sampling import sample_of_firms
from poverty_nodes.scenarios.survey.weights import AGREEING, Weights

Floats = NDArray[np.float64]
YES, WOMAN = YES_NO.index("yes"), 1
KNOWN_TOTAL_ERROR = 0.02
"""Half-width put around a known total, whose own error nobody gives (judged)."""


def find_firms(findings: Findings, weights: Weights) -> None:
    """Add the estimates that come from firms to the findings."""
    firms = findings.survey.firms
    if findings.survey.map.firms is None:
        return
    sample = sample_of_firms(findings.survey, weights.firms.raked)
    everybody = np.ones(len(firms), dtype=np.bool_)
    tier = firms.codes["tier"]
    _count_firms(findings, weights, sample)
    for at, name in enumerate(TIERS):
        here = tier == at
        whole = sample.mean(here.astype(np.float64), everybody)
        findings.share(f"firms.tier_share.{name}", whole, sample, "Weighted share of the firms.")
        _sizes(findings, weights, sample, at)
        formal = sample.mean(_flag(findings, "formal", YES), here)
        findings.share(f"firms.formal_share.{name}", formal, sample, "Share of the tier's firms.")
        rate = sample.mean(_number(findings, "monthly_rate"), here)
        findings.size(f"firms.own_rate.{name}", rate, sample, "Mean of the rates that firms name.")
    owners = {"women_owners": ("owner_gender", WOMAN), "minority_owners": ("owner_minority", YES)}
    for key, (answer, code) in owners.items():
        guess = sample.mean(_flag(findings, answer, code), everybody)
        findings.share(f"firms.{key}", guess, sample, "Weighted share of the firms.")
    revenue, inputs = _number(findings, "revenue"), _number(findings, "inputs")
    bought = sample.ratio(inputs, revenue, everybody)
    findings.share("firms.input_share", bought, sample, "Sum of inputs over sum of sales.")
    local = sample.ratio(_number(findings, "local_inputs"), inputs, everybody)
    findings.share("firms.local_input_share", local, sample, "Sum over the sum of all inputs.")
    value = np.where(np.isfinite(revenue), revenue, 1.0) if "revenue" in firms.numbers else 1.0
    exports = sample.ratio(
        _number(findings, "export_share") * value, np.ones(len(firms)) * value, tier == 0
    )
    findings.share("chain.export_share", exports, sample, "Of the exporters' sales, by value.")


def _count_firms(findings: Findings, weights: Weights, sample: Sample) -> None:
    total = float(weights.firms.raked.sum())
    rows = len(weights.firms.raked)
    if weights.firms.margins:
        reach = KNOWN_TOTAL_ERROR * total
        note = (
            "The known total of map.yaml that firms were raked to; its own error is judged at 2 %."
        )
        findings.found["firms.total"] = Found(total, total - reach, total + reach, rows, note)
    else:
        ones = np.ones(rows)
        findings.size("firms.total", sample.total(ones), sample, "Sum of the weights of firms.")


def _sizes(findings: Findings, weights: Weights, sample: Sample, at: int) -> None:
    heads = findings.survey.firms.numbers["workers"]
    here = findings.survey.firms.codes["tier"] == at
    name = TIERS[at]
    factor = weights.aims[at] / weights.heads[at] if weights.heads[at] > 0 else 1.0
    kind, note = "measured", "Weighted mean of the workers that firms report."
    if abs(factor - 1.0) > AGREEING:
        kind = "derived"
        note += f" Times {factor:.3f}, so that the tiers add up to the known total of workers."
    part = float(findings.survey.paid[at])
    if part < 1.0:
        kind = "derived"
        note += f" Times {part:.3f}, the part of them that is paid."
    key, mean = f"firms.mean_workers.{name}", sample.mean(heads * factor * part, here)
    findings.size(key, mean, sample, note, kind)
    if "workers" in findings.survey.firms.spans and key in findings.found:
        ends = findings.survey.firms.spans["workers"]
        findings.between(key, [sample.mean(end * factor * part, here) for end in ends], sample)
    if findings.left_out.get(key):
        _of_few(findings, key, mean)
    spread = sample.spread(np.log(np.maximum(heads, 1.0)), here)
    note = "Weighted standard deviation of the log of the workers that firms report."
    findings.size(f"firms.size_spread.{name}", spread, sample, note)


def _of_few(findings: Findings, key: str, mean: Guess) -> None:
    """Take sizes even from few firms: they make up the head-count, and another place's sizes would fit it worse."""
    rows = findings.left_out.pop(key)
    note = (
        f"Mean of {rows} firms, too few to say how far it is off: a factor of two is put around it. It is used "
        "because sizes and tiers must add up to the workers."
    )
    size = max(mean.value, 1.0)
    findings.found[key] = Found(size, max(size / 2.0, 1.0), 2.0 * size, rows, note, "derived")


def _flag(findings: Findings, answer: str, code: int) -> Floats:
    """Return 1 where the answer is `code`, 0 where it is another, NaN where it is missing (firms,)."""
    codes = findings.survey.firms.codes.get(answer)
    if codes is None:
        return np.full(len(findings.survey.firms), np.nan)
    return np.where(codes < 0, np.nan, codes == code)


def _number(findings: Findings, answer: str) -> Floats:
    empty = np.full(len(findings.survey.firms), np.nan)
    return findings.survey.firms.numbers.get(answer, empty)
