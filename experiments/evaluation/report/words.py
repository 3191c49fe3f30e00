"""The answer in sentences without statistical terms."""

from __future__ import annotations

import pandas as pd

from poverty_nodes.experiments.evaluation.diagnosis.designs import cheapest
from poverty_nodes.experiments.evaluation.diagnosis.diagnosands import POWER
from poverty_nodes.experiments.evaluation.estimators.catalogue import ESTIMATORS
from poverty_nodes.experiments.evaluation.evaluated import Evaluated
from poverty_nodes.experiments.evaluation.panel.outcomes import OUTCOMES, Outcome
from poverty_nodes.experiments.evaluation.study.study import Study
from poverty_nodes.experiments.report.labels import listed, people_label, policy_label
from poverty_nodes.experiments.report.numbers import count, decimals, number, signed

ALARM = 0.05
"""What an honest test calls an effect where there is none."""
_INSIDE = {
    "lottery": "of those who took part in the programme's draw",
    "threshold": "of those who could join, some above the threshold of income and some below it",
    "encouragement": "of those who could join, half of them encouraged by lot",
    "saturation": "of those who could join, in firms drawn to a part of their workers",
}
_WHOSE = {
    "lottery": "who won the draw",
    "threshold": "just below the threshold",
    "instrument": "whom the offer made take part",
    "encouragement": "who were encouraged",
    "winners": "who won",
    "beside_winners": "who lost and work beside winners",
    "waves": "in the places that have it",
}
_WHY_USABLE = (
    "Inside one place a draw makes textbook errors usable",
    "At a threshold inside one place textbook errors are usable where they prove so here",
)


def question(found: Evaluated) -> str:
    """What was asked, in a sentence."""
    study, asked = found.order.study, found.order.question
    names = listed([policy_label(each.name) for each in asked.policies]) or "no programme"
    return (
        f"Could {described(study)} show what {names} does to the {OUTCOMES[study.outcome].title} of "
        f"{people_label(study.who)}? The cluster: {asked.as_filed.cluster.title}."
    )


def described(study: Study) -> str:
    """A study as the subject of a sentence."""
    sample, unit = study.sample, f"{study.sample.unit}s"
    months = listed([str(month) for month in study.waves])
    size, outside = f"{sample.size:,}", f"{sample.in_comparator:,}"
    others = len(study.comparators)
    if study.is_inside:
        whom = f"{size} {unit} {_INSIDE[study.assignment]}"
    elif study.assignment == "waves":
        whom = (
            f"{size} {unit} in each of {1 + len(study.opens)} places where it opens one after another, and {outside} "
            f"in {'each of ' if others > 1 else ''}{others} without it"
        )
    elif others > 1:
        whom = f"{size} {unit} of the cluster and {outside} in each of {others} places without the programme"
    elif study.elsewhere:
        whom = f"{size} {unit} of the cluster and {outside} in {study.elsewhere[0]}"
    elif not any(ESTIMATORS[each].compares for each in study.methods):
        whom = f"{size} {unit} of the cluster"
    else:
        whom = f"{size} {unit} of the cluster and {outside} outside it"
    return f"a survey of {whom}, at months {months},"


def verdict(found: Evaluated) -> str:
    """Yes or no, with how often, and the true effect."""
    row, by, outcome = found.error(), found.by("placebo"), _outcome(found)
    assert by is not None
    truth = amount(row["truth"], outcome)
    who = people_label(found.order.study.who)
    if row["truth"] == 0.0 and row["truth_mc"] == 0.0:
        return f"There is nothing to find: the programme changes nothing for {who} in any world."
    power, sure = by["power"], 2 * row["truth_mc"]
    least = number(row["smallest_effect"], decimals(row["smallest_effect"]))
    finds = (
        f"What the study finds in eight of ten tries are effects of {least} {outcome.unit} or more."
    )
    if abs(row["truth"]) <= sure:
        return (
            f"No: there is hardly anything to find. Compared person by person over {len(found.seeds)} worlds, the "
            f"programme changes the {outcome.title} of {_whom(found)} by {truth} (± {_plain(sure)}). {finds}"
        )
    yes = "Yes" if power >= POWER else "No" if power < 0.5 else "Not reliably"
    often = f"{_of_hundred(power)} of 100 such studies would find it with the right sign"
    return (
        f"{yes}. The programme truly changes the {outcome.title} of {_whom(found)} by {truth} (± {_plain(sure)}); "
        f"{often}. {finds}"
    )


def textbook(found: Evaluated) -> str:
    """Why textbook errors are not given for one place against one other; "" where they may be."""
    study = found.order.study
    if study.is_inside:
        return ""
    if len(study.places) > 1:
        return over_places(found)
    begin = "Textbook errors are not offered with one place against one other: in this very study"
    return _by_cluster(found, begin, "worlds", "worlds")


def over_places(found: Evaluated) -> str:
    """How far errors go where several places are compared, by how often they held the truth in this very study."""
    study = found.order.study
    by = found.by("places")
    by = found.by("clusters") if by is None else by
    if by is None:
        return ""
    what = (
        "by those places" if found.by("places") is not None else f"clustered by {study.sample.unit}"
    )
    return (
        f"With {len(study.comparators)} places without the programme, a 95 % interval {what} holds the truth in "
        f"{_of_hundred(by['coverage'])} of 100 worlds, and reports an effect in {_of_hundred(by['false_alarms'])} of "
        f"100 worlds where there is no programme."
    )


def doubts(found: Evaluated) -> str:
    """What is to be looked at in the files before the estimates are believed; "" if there is nothing."""
    if not found.doubts:
        return ""
    more = len(found.doubts) - 1
    rest = (
        ""
        if not more
        else f" {more} more such things are told below."
        if more > 1
        else " One more is told below."
    )
    return f"Before this is believed: {found.doubts[0]}{rest}"


def data(found: Evaluated) -> str:
    """What the survey that was held says, by the first estimator; "" if there is none."""
    if found.data.empty:
        return ""
    row, outcome = found.data.iloc[0], _outcome(found)
    if pd.isna(row["effect"]):
        return "Your data: too few answers in both the first wave and the last to estimate from."
    said = "an effect" if row["is_effect"] else "no effect that could be told from chance"
    return (
        f"Your data show {said} on the {outcome.title} of {_whom(found)}: "
        f"{amount(row['effect'], outcome)} (95 % interval "
        f"{_ends(row)}, from the spread of {len(found.seeds)} worlds without the programme; "
        f"{row['persons']:,} persons)."
    )


def lottery_errors(found: Evaluated) -> str:
    """How far textbook errors hold inside a place, where a draw or a threshold decides; "" elsewhere."""
    study = found.order.study
    if not study.is_inside:
        return ""
    begin = f"{_WHY_USABLE[study.assignment == 'threshold']}:"
    return _by_cluster(found, begin, "studies", "")


def _by_cluster(found: Evaluated, begin: str, of: str, of_none: str) -> str:
    """What errors clustered by the units drawn are worth; "" if there are none."""
    by, study = found.by("clusters"), found.order.study
    if by is None:
        return ""
    unit = "firm" if study.assignment == "saturation" else study.sample.unit
    alarms = f"{_of_hundred(by['false_alarms'])} of 100 {of_none}".strip()
    return (
        f"{begin} a 95 % interval clustered by {unit} holds the truth in {_of_hundred(by['coverage'])} of 100 {of}, "
        f"and reports an effect in {alarms} where there is no programme."
    )


def parts(found: Evaluated) -> str:
    """Where the error comes from."""
    row, outcome = found.error(), _outcome(found)
    bias, place, sampling = row["bias"], row["chance_of_the_place"], row["sampling"]
    sizes = {"bias": abs(bias), "chance": place, "sampling": sampling}
    largest = max(sizes, key=lambda name: sizes[name])
    say = {
        "bias": "It errs in one direction, which no larger sample mends: those compared differ in "
        "more than the programme.",
        "chance": "Most of its error is the luck of the place as a whole, which no larger sample "
        "mends: more places would.",
        "sampling": "Most of its error is who happens to be asked: a larger sample mends it.",
    }[largest]
    return (
        f"{say} Bias {amount(bias, outcome)}; luck of the places ± {_plain(place)}; sampling "
        f"± {_plain(sampling)} (one standard deviation each)."
    )


def what_would(found: Evaluated) -> str:
    """The cheapest study that finds it, or that none of those tried does and what effect they could find."""
    table, outcome = found.designs, _outcome(found)
    best = cheapest(table)
    if best is not None:
        drawn = best["design"] == "lottery" or found.order.study.is_inside
        each = "" if drawn else " in each place"
        return (
            f"What would: {best['title']}, {count(best['size'])} {found.order.study.sample.unit}s{each}, for "
            f"about ${best['cost']:,.0f}: it finds the effect in {_of_hundred(best['power'])} of 100 tries."
        )
    if table.empty:
        return "No other study could be laid out in this place."
    sharpest = table.sort_values("smallest_effect").iloc[0]
    least = number(sharpest["smallest_effect"], decimals(sharpest["smallest_effect"]))
    times = (
        sharpest["smallest_effect"] / abs(sharpest["truth"]) if sharpest["truth"] else float("inf")
    )
    larger = f", {times:,.0f} times the true one there" if 1 <= times < 1e6 else ""
    return (
        f"None of the {len(table)} studies tried finds it. The sharpest of them ({sharpest['title']}, size "
        f"{count(sharpest['size'])}, about ${sharpest['cost']:,.0f}) finds effects of {least} {outcome.unit} or "
        f"more{larger}. {_what_comes_first(found)}"
    )


def _what_comes_first(found: Evaluated) -> str:
    """What to ask next where no study finds it: a draw where nobody is left out, else a larger programme."""
    policies = found.order.question.policies
    drawn = "lottery" in tuple(found.designs["design"]) or found.order.study.is_inside
    if not drawn and len(policies) == 1 and policies[0].serves == "programme":
        ask = f"study=lottery policy.{policies[0].name}.take_up=0.5"
        return f"A draw among those who may join is a study of its own, if half of them can wait: ask {ask}."
    return "A programme that reaches more people, or does more for each, has to come first."


def spillovers(found: Evaluated) -> str:
    """What the programme does to those whom it does not reach, and to the comparator."""
    table, study, outcome = found.truth, found.order.study, _outcome(found)
    rows = table[(table["month"] == study.last) & (table["group"] == study.who)].set_index("on")
    told = []
    for name, words in (
        ("reached", "those whom it reached"),
        ("neighbours", "those beside them"),
        ("comparator", "the comparator"),
    ):
        row = rows.loc[name]
        if pd.notna(row["effect"]):
            told.append(f"{words} {amount(row['effect'], outcome)} ({_ends(row)})")
    return f"True effect by the last wave: {'; '.join(told)}."


def harm(found: Evaluated) -> str:
    """How often the study calls a harm a gain, or a gain a harm."""
    by, row, outcome = found.by("placebo"), found.error(), _outcome(found)
    assert by is not None
    bad = row["truth"] * outcome.good < 0
    words = "call this harm a gain" if bad else "call this gain a harm"
    if row["truth"] == 0.0:
        return ""
    exaggerated = by["exaggeration"]
    more = (
        f" Those that find something overstate it {number(exaggerated, 1)}-fold on average."
        if pd.notna(exaggerated) and exaggerated >= 1.2
        else ""
    )
    return f"{_of_hundred(by['wrong_sign'])} of 100 such studies would {words}.{more}"


def amount(value: float, outcome: Outcome) -> str:
    """A change with its sign and unit."""
    return f"{signed(value, decimals(value))} {outcome.unit}"


def _outcome(found: Evaluated) -> Outcome:
    return OUTCOMES[found.order.study.outcome]


def _whom(found: Evaluated) -> str:
    who = people_label(found.order.study.who)
    return f"{who} {_WHOSE.get(found.first, _WHOSE.get(found.order.study.assignment, ''))}".strip()


def _ends(row: pd.Series) -> str:
    digits = decimals(row["low"], row["high"])
    return f"{signed(row['low'], digits)} to {signed(row['high'], digits)}"


def _plain(value: float) -> str:
    return number(value, decimals(value))


def _of_hundred(share: float) -> str:
    return number(100 * share, 0)
