"""Findings from the file of workers: posts and who holds them, pay, the gap between women and men, households."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.scenarios.survey.design import Guess, Sample, quantile
from poverty_nodes.scenarios.survey.fields import POSTS, TIERS, YES_NO
from poverty_nodes.scenarios.survey.findings import Findings, Found
from poverty_nodes.scenarios.survey.of_firms import KNOWN_TOTAL_ERROR
from poverty_nodes.scenarios.survey.sampling import sample_of_firms, sample_of_workers
from poverty_nodes.scenarios.survey.weights import Weights

Floats = NDArray[np.float64]
YES, WOMAN = YES_NO.index("yes"), 1
YOUNGEST = 15.0
"""Age below which a worker counts as a child (ILO Convention 138)."""


def find_workers(findings: Findings, weights: Weights) -> None:
    """Add the estimates that come from workers to the findings."""
    survey = findings.survey
    sample = sample_of_workers(survey, weights.workers.raked)
    everybody = np.ones(len(survey.workers), dtype=np.bool_)
    _count(findings, weights, sample)
    if survey.map.workers is None:
        return
    post = survey.workers.codes["post"]
    for at, tier in enumerate(TIERS):
        _posts(findings, sample, survey.tier == at, tier)
    for at, name in enumerate(POSTS):
        here = post == at
        women = sample.mean(_flag(findings, "gender", WOMAN), here)
        findings.share(f"workers.women.{name}", women, sample, "Share of those in the post.")
        minority = sample.mean(_flag(findings, "minority", YES), here)
        findings.share(f"workers.minority.{name}", minority, sample, "Share of those in the post.")
    migrants = sample.mean(_flag(findings, "migrant", YES), everybody)
    findings.share("workers.migrant_share", migrants, sample, "Share of the workers.")
    age = _number(findings, "age")
    young = sample.mean(np.where(np.isfinite(age), age < YOUNGEST, np.nan), everybody)
    findings.share("workers.child_share", young, sample, "Share younger than 15.")
    _pay(findings, sample)
    _households(findings, sample)


def _households(findings: Findings, sample: Sample) -> None:
    """Estimate the mean size of all households from those of workers; larger ones are sampled more often.

    A household with a adults is sampled in proportion to a, if each adult is as likely to be in the trade; so it counts
    1 / a: mean size = sum w size / a over sum w / a, mean adults = sum w over sum w / a.
    """
    everybody = np.ones(len(sample.weights), dtype=np.bool_)
    size, adults = (_number(findings, f"household_{key}") for key in ("size", "adults"))
    if not np.isfinite(adults).any():
        note = "Households of workers, one entry a worker: large households count more often."
        findings.size("households.size", sample.mean(size, everybody), sample, note)
        return
    note = (
        "Households of workers, each counting one over its adults: large ones are met more often."
    )
    whole = sample.ratio(size / adults, 1.0 / adults, everybody)
    findings.size("households.size", whole, sample, note)
    grown = sample.ratio(np.where(np.isfinite(adults), 1.0, np.nan), 1.0 / adults, everybody)
    findings.size("households.adults", grown, sample, note)


def _count(findings: Findings, weights: Weights, sample: Sample) -> None:
    total, rows = float(weights.aims.sum()), len(sample.weights)
    if findings.survey.map.totals.workers:
        reach = KNOWN_TOTAL_ERROR * total
        note = "The known total of map.yaml; its own error is judged at 2 %."
        findings.found["workers.total"] = Found(total, total - reach, total + reach, rows, note)
        return
    if findings.survey.map.firms is None:
        everybody = sample.total(np.ones(rows))
        findings.size("workers.total", everybody, sample, "Sum of the weights of paid workers.")
        return
    firms = sample_of_firms(findings.survey, weights.firms.raked)
    part = findings.survey.paid[findings.survey.firms.codes["tier"]]
    guess = firms.total(findings.survey.firms.numbers["workers"] * part)
    note = "Workers that firms report, by the weights of firms; workers are weighted to it by tier."
    kind = "measured"
    if (part < 1.0).any():
        kind, note = "derived", f"{note} Those who work without pay are taken out."
    findings.size("workers.total", guess, firms, note, kind)
    if "workers" in findings.survey.firms.spans and "workers.total" in findings.found:
        ends = findings.survey.firms.spans["workers"]
        findings.between("workers.total", [firms.total(end * part) for end in ends], firms)


def _posts(findings: Findings, sample: Sample, here: NDArray[np.bool_], tier: str) -> None:
    """Add the shares of posts in a tier: all four or none, since they must sum to 1."""
    post = findings.survey.workers.codes["post"]
    keys = [f"workers.posts.{tier}.{name}" for name in POSTS]
    for at, key in enumerate(keys):
        guess = sample.mean((post == at).astype(np.float64), here)
        findings.share(key, guess, sample, "Share of the tier's workers.")


def _pay(findings: Findings, sample: Sample) -> None:
    """Add men's pay by post, the gap between women and men within a post, and the spread."""
    pay = _number(findings, "pay") * findings.survey.map.pay.to_month
    post = findings.survey.workers.codes["post"]
    woman = _flag(findings, "gender", WOMAN)
    gap, rest = _gap(findings, sample, np.log(pay), post, woman)
    as_a_mans = pay / (1.0 - gap * np.nan_to_num(woman))
    wages = [sample.mean(as_a_mans, post == at) for at in range(len(POSTS))]
    note = "Mean pay with women's raised by their gap, since the model lowers it again"
    findings.size("workers.regular_wage", wages[1], sample, f"{note}.")
    spans = findings.survey.workers.spans.get("pay")
    if spans is not None and "workers.regular_wage" in findings.found:
        to_month = findings.survey.map.pay.to_month / (1.0 - gap * np.nan_to_num(woman))
        ends = [sample.mean(end * to_month, post == 1) for end in spans]
        findings.between("workers.regular_wage", ends, sample)
    pairs = {"skilled_ratio": (0, 1), "casual_ratio": (2, 1), "home_ratio": (3, 2)}
    for key, (above, below) in pairs.items():
        if wages[above].rows and wages[below].rows:
            guess = wages[above].over(wages[below])
            title = f"{POSTS[above].replace('_', ' ')} over {POSTS[below]}"
            findings.size(f"workers.{key}", guess, sample, f"{note}: {title}.")
        else:
            findings.left_out[f"workers.{key}"] = 0
    spread = sample.spread(rest, np.isfinite(rest))
    note = (
        "Standard deviation of log pay around post and gender, differences between firms included."
    )
    findings.size("workers.wage_spread", spread, sample, note)


def _gap(
    findings: Findings, sample: Sample, y: Floats, post: NDArray[np.int64], woman: Floats
) -> tuple[float, Floats]:
    """Add the gender gap and return it with the residuals of log pay (n,), NaN where there is none.

    Weighted least squares of log pay on being a woman within posts: b = sum w f (y - y_post) / sum w f^2 with f = woman
    less the post's share of women; the gap is 1 - exp(b).
    """
    use = np.isfinite(y) & np.isfinite(woman)
    own = [use & (post == at) for at in range(len(POSTS))]
    centred, apart = np.full(len(y), np.nan), np.zeros(len(y))
    for here in own:
        if here.any():
            centred[here] = (y - sample.mean(y, here).value)[here]
            apart[here] = (woman - sample.mean(woman, here).value)[here]
    below = float((sample.weights * apart**2).sum())
    known = np.nan_to_num(centred)
    if below <= 0:
        findings.left_out["workers.gender_gap"] = 0
        return 0.0, centred
    slope = float((sample.weights * apart * known).sum()) / below
    rows = int(min((woman[use] == 1).sum(), (woman[use] == 0).sum()))
    guess = Guess(slope, apart * (known - slope * apart) / below, rows)
    reach = quantile(sample.freedom) * sample.error(guess)
    if rows < findings.survey.map.fewest:
        findings.left_out["workers.gender_gap"] = rows
    else:
        low, value, high = (
            min(max(1.0 - math.exp(b), 0.0), 1.0) for b in (slope + reach, slope, slope - reach)
        )
        note = "Women's log pay below men's within a post, by weighted least squares."
        note += (
            " Women earn more here; the model knows no such gap and takes 0." if slope > 0 else ""
        )
        findings.found["workers.gender_gap"] = Found(
            value, min(low, value), max(high, value + 1e-4), rows, note
        )
    return min(max(1.0 - math.exp(slope), 0.0), 0.99), centred - slope * apart


def _flag(findings: Findings, answer: str, code: int) -> Floats:
    codes = findings.survey.workers.codes.get(answer)
    if codes is None:
        return np.full(len(findings.survey.workers), np.nan)
    return np.where(codes < 0, np.nan, codes == code)


def _number(findings: Findings, answer: str) -> Floats:
    empty = np.full(len(findings.survey.workers), np.nan)
    return findings.survey.workers.numbers.get(answer, empty)
