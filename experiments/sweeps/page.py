"""The page of a sweep: what was asked at which points, what came out, every point in words."""

from __future__ import annotations

from collections.abc import Sequence

from poverty_nodes.experiments.answer.question_in_full import questions_in_full
from poverty_nodes.experiments.answer.setting_words import key_words, value_words
from poverty_nodes.experiments.impact.interval import ends_words
from poverty_nodes.experiments.impact.terms import Terms
from poverty_nodes.experiments.question.question import Measured
from poverty_nodes.experiments.question.whole_question import notes_on
from poverty_nodes.experiments.record.provenance import code_version
from poverty_nodes.experiments.report.figures.sheet import Drawing
from poverty_nodes.experiments.report.labels import (
    line_label,
    listed,
    meanwhile,
    months_at_end,
    package,
    span,
)
from poverty_nodes.experiments.report.numbers import NONE, money
from poverty_nodes.experiments.report.table import Row, Table, then
from poverty_nodes.experiments.sweeps.layout import name_of
from poverty_nodes.experiments.sweeps.packages_words import doses, group_table, shown_table
from poverty_nodes.experiments.sweeps.reading import (
    compares_packages,
    of_outcome,
    packages_ranked,
    plainly,
    point_names,
    sentences,
)
from poverty_nodes.experiments.sweeps.study import Study
from poverty_nodes.experiments.uncertainty.page import Fold, Section, page, table_of
from poverty_nodes.experiments.uncertainty.words import figure, title, unit_words

MOST_ROWS = 400
"""Points that the table of the page shows; all stand in summary.csv."""
MOST_VALUES = 6

WORDS = (
    ("Point", "One combination of the values that were varied; each is a question of its own."),
    ("Effect", "The cluster with the package less the same cluster without, under the same luck."),
    (
        "Whatever the luck",
        "The 95 % interval of the mean over other seeds, with every number at its own value, leaves out 0.",
    ),
    (
        "Whatever is not known",
        "The range in which it lies when the numbers that nobody knows exactly take other values that may be true.",
    ),
    ("Headcount", "Share of persons whose consumption is below the poverty line."),
    (
        "Poverty gap",
        "Mean shortfall below the line, as a share of the line, those above it counted as 0.",
    ),
)


def render(found: Study, drawings: Sequence[Drawing]) -> str:
    """The page as HTML; `drawings` are those of `draw_all`."""
    clusters = list(
        dict.fromkeys(each.question.as_filed.cluster.title for each in found.sweep.points)
    )
    cluster = clusters[0] if len(clusters) == 1 else f"{len(clusters)} clusters"
    by = listed([key_words(key) for key in found.sweep.keys])
    heading = "Which package does most" if compares_packages(found) else f"How it changes with {by}"
    return page(
        f"{heading}: {cluster}",
        _question(found, cluster),
        _answer(found),
        _sections(found, drawings),
        WORDS,
        asked=questions_in_full([each.question for each in found.sweep.points]),
        notes=notes_on(found.sweep.first),
    )


def _answer(found: Study) -> list[str]:
    ranked = packages_ranked(found)
    if not ranked:
        return [plainly(found)]
    heading, *packages, sure = ranked
    return [f"{sure[:1].upper()}{sure[1:]}", f"{heading}:".replace("::", ":"), *packages]


def _question(found: Study, cluster: str) -> str:
    sweep, terms = found.sweep, _terms(found)
    over = f"over {span(terms.months)}" if "months" not in sweep.keys else "over the months"
    enacted = "" if "policy" in sweep.keys else f" with {package(terms)}"
    against = ", against the same cluster without" if found.quantity == "effect" else ""
    what = f"What changes {over}{enacted}{against}" if against else f"What happens {over}"
    struck = "" if "shock" in sweep.keys else meanwhile(terms)
    line = "" if "line" in sweep.keys else f" Poverty line: {line_label(terms)}."
    where = "" if "cluster" in sweep.keys else f" The cluster: {cluster}."
    return f"{what}, {_at_which(found)}{struck}?{where}{line}"


def _at_which(found: Study) -> str:
    """The points in words: each package, or how many values of what."""
    keys, points = list(found.sweep.keys), len(found.sweep.points)
    if keys == ["policy"]:
        budget = found.sweep.first.budget
        spending = "" if budget is None else f" at a budget of {money(budget)} each"
        return f"with each of {points} packages{spending} ({_values(found, 'policy')})"
    varied = listed([f"{key_words(key)} ({_values(found, key)})" for key in keys])
    return f"at {points} {'combinations' if len(keys) > 1 else 'values'} of {varied}"


def _terms(found: Study) -> Terms:
    scenarios = found.sweep.first.to_scenarios()
    return Terms.of(scenarios.get("with") or next(iter(scenarios.values())))


def _values(found: Study, key: str) -> str:
    distinct = list(
        dict.fromkeys(value_words(key, each.values[key]) for each in found.sweep.points)
    )
    if len(distinct) <= MOST_VALUES:
        return "; ".join(distinct)
    return f"{distinct[0]} to {distinct[-1]}, {len(distinct)} values"


def _beside(found: Study) -> list[Section]:
    """The packages beside each other, for all persons and for groups."""
    table = shown_table(found.packages, point_names(found)).head(MOST_ROWS)
    caption = (
        "What each package brings and costs, the one that closes most of the poverty gap first"
    )
    words = (
        "Counted in the cluster, over all months. Dollars spent are the programme's; packages.csv has what firms "
        "and households bear as well, and each policy of a package. A package is undecided where it cannot be told "
        "from luck that the first closes more; the seeds that would decide are those of which the interval would "
        "leave out 0 if mean and spread stayed as they are. Groups are of whoever belongs to them in a month."
    )
    is_raised = found.sweep.first.dose == "spend"
    raised = [doses(found.packages, point_names(found))] if is_raised else []
    groups = group_table(found.packages_by_group, point_names(found))
    ordered = table_of(groups, "The order for groups of people")
    return [("The packages beside each other", [table_of(table, caption), *raised, words, ordered])]


def _sections(found: Study, drawings: Sequence[Drawing]) -> list[Section]:
    first = found.sweep.first
    beside = _beside(found) if compares_packages(found) else []
    how = (
        f"{first.seeds} seeds from {first.first_seed}, {span(first.months)}, a share of {first.share:g} of the real "
        f"head-count is simulated, {first.draws} draws of the inputs, code {code_version()[:12]}. Points share "
        "their seeds, and each is set against the same cluster without the package under the same seed. Outcomes are "
        f"means of {months_at_end(_terms(found))} and count whoever then lives in the cluster. question.yaml "
        "and design.csv beside this page ask it again; summary.csv has every number, with the levels of both worlds."
    )
    ranked_above = 2 if packages_ranked(found) else 0  # the ranking stands in the answer
    told = [each for each in sentences(found)[ranked_above:] if each not in _answer(found)]
    panels, *rest = drawings
    ranked = [each for each in rest if each.name == "packages"]
    single = [each for each in rest if each.name != "packages"]
    points = [_points(found, each) for each in found.outcomes]
    return [
        *beside,
        ("What came out", [*told, *ranked, panels, points[0]]),
        (
            "Each outcome by itself",
            [
                *(Fold(each.caption, [each]) for each in points[1:]),
                *([Fold("Each outcome as a picture of its own", single)] if single else []),
            ],
        ),
        ("How it was done", [how]),
    ]


def _points(found: Study, outcome: Measured) -> Table:
    """A row a point in words: the value with its interval, that of the inputs, and the verdict."""
    is_effect, draws = found.quantity == "effect", found.sweep.first.draws
    rows = []
    for _, row in of_outcome(found, outcome).head(MOST_ROWS).iterrows():
        point = next(each for each in found.sweep.points if each.number == row["point"])
        verdict = _verdict(row["low"], row["high"])
        cells = (
            figure(row["value"], outcome, is_effect),
            _ends(row["low"], row["high"], outcome, is_effect),
            *((_ends(row["inputs_low"], row["inputs_high"], outcome, is_effect),) if draws else ()),
            *((verdict,) if is_effect else ()),
        )
        rows.append(
            Row(
                name_of(point, found.sweep.keys),
                cells,
                "unsure" if is_effect and "not" in verdict else "",
            )
        )
    unit = unit_words(outcome, is_effect)
    heads = (
        *("Point", f"{'effect' if is_effect else 'mean'}, {unit}", "95 % interval of luck"),
        *((f"{ends_words(draws)} of {draws} draws of what is not known",) if draws else ()),
        *(("does it hold?",) if is_effect else ()),
    )
    what = f"effect on the {title(outcome)}" if is_effect else title(outcome)
    return Table(
        what[:1].upper() + what[1:],
        heads,
        tuple(rows),
        words=(len(heads) - 2,) if is_effect else (),
    )


def _ends(low: float, high: float, outcome: Measured, is_effect: bool) -> str:
    if not (low == low and high == high):
        return NONE
    ends = (figure(each, outcome, is_effect) for each in (low, high))
    return then("", " to ".join(ends)).strip(" ()")


def _verdict(low: float, high: float) -> str:
    if not (low == low and high == high):
        return "not told by one seed"
    if low == high == 0:
        return "no change"
    return "whatever the luck" if low > 0 or high < 0 else "may be luck"
