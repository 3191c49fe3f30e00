"""Prints what other libraries make of the surveys of these tests: the numbers that the tests hold ours against.

Run as `python -m tests.experiments.evaluation.estimators.record_referees` where diff-diff 3.13.0, linearmodels 7.1 and
statsmodels 0.15.0 are installed. None of them is needed to run the tests.
"""

from __future__ import annotations

from importlib import import_module

import numpy as np
import pandas as pd

from tests.experiments.evaluation.estimators.staggered_survey import MONTHS, staggered_survey


def main() -> None:
    """All of them, one a line."""
    survey = staggered_survey()
    long = pd.DataFrame(survey.y, columns=list(MONTHS))
    long["person"], long["cluster"], long["opens"] = (
        np.arange(len(long)),
        survey.cluster,
        survey.opens,
    )
    long = long.melt(["person", "cluster", "opens"], var_name="month", value_name="y")
    long["month"] = long["month"].astype(int)
    long["has"] = (long["month"] >= long["opens"]).astype(float)
    _two_way(long)
    _group_time(long)
    _discontinuity(survey)


def _two_way(long: pd.DataFrame) -> None:
    table = long.set_index(["person", "month"])
    model = import_module("linearmodels.panel").PanelOLS(
        table["y"], table[["has"]], entity_effects=True, time_effects=True
    )
    found = model.fit(
        cov_type="clustered",
        clusters=table["cluster"],
        group_debias=True,
        count_effects=False,
        debiased=False,
    )
    print("two_way", repr(found.params["has"]), repr(found.std_errors["has"]))


def _group_time(long: pd.DataFrame) -> None:
    # The referee counts time in steps, so that waves are numbered.
    step = {month: at for at, month in enumerate(MONTHS)}
    table = long.assign(
        step=long["month"].map(step),
        first=long["opens"].map(lambda each: step[int(each)] if np.isfinite(each) else 0),
    )
    estimator = import_module("diff_diff").CallawaySantAnna(
        control_group="never_treated", estimation_method="reg", cluster="cluster"
    )
    found = estimator.fit(table, outcome="y", unit="person", time="step", first_treat="first")
    print("group_time", repr(found.overall_att), repr(found.overall_se))


def _discontinuity(survey) -> None:  # type: ignore[no-untyped-def]
    import statsmodels.api as sm

    near = np.abs(survey.score) < 1
    below = (survey.score < 0).astype(float)
    change = survey.y[:, -1] - survey.y[:, 0]
    x = np.column_stack([np.ones(len(below)), below, survey.score, survey.score * below])
    found = sm.WLS(change[near], x[near], weights=(1 - np.abs(survey.score))[near]).fit(
        cov_type="cluster", cov_kwds={"groups": survey.cluster[near]}
    )
    print("regression_discontinuity", repr(found.params[1]), repr(found.bse[1]))
    for name, who in (("winners", survey.offered > 0),):
        some = survey.saturation > 0
        kept = (who & some) | ~some
        x = np.column_stack([np.ones(kept.sum()), some[kept]])
        found = sm.OLS(change[kept], x).fit(
            cov_type="cluster", cov_kwds={"groups": survey.cluster[kept]}
        )
        print(name, repr(found.params[1]), repr(found.bse[1]))


if __name__ == "__main__":
    main()
