"""What each verb can be asked, drawn at random in the words of the command line, and how it reads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from hypothesis import strategies as st

from poverty_nodes.experiments.evaluation.answer import folder_for as folder_of_evaluation
from poverty_nodes.experiments.evaluation.order import ask_evaluation, ask_evaluation_yaml
from poverty_nodes.experiments.evidence.ledger.order import Order as Validation
from poverty_nodes.experiments.identify.order import Order as Ranking
from poverty_nodes.experiments.question.asked import Asked, AskedAgain
from poverty_nodes.experiments.question.asked_packages import (
    ask_packages,
    ask_packages_yaml,
    asks_for_packages,
)
from poverty_nodes.experiments.question.checked_question import ask, ask_yaml
from poverty_nodes.experiments.question.checked_request import read, read_yaml
from poverty_nodes.experiments.sensitivities.answer import folder_for
from poverty_nodes.experiments.sensitivities.order import ask_sensitivity, ask_sensitivity_yaml
from poverty_nodes.experiments.sweeps.points import ask_sweep, ask_sweep_yaml
from poverty_nodes.experiments.sweeps.sweep import Sweep

Words = tuple[str, ...]
Read = tuple[Mapping[str, object], object]
"""What question.yaml holds of a question, and what it decides: two that are equal are the same question."""

POLICIES = ("micro_credit", "labour_standards", "cash_transfer", "child_care")
TERMS = {
    "start": st.integers(1, 9).map(str),
    "take_up": st.floats(0, 1).map(repr),
    "payer": st.sampled_from(["government", "donor"]),
    "target.gender": st.sampled_from(["female", "male"]),
    "capacity": st.just("{1: 5, 3: 20}"),
    "budget": st.floats(1, 1e7).map(repr),
}
KEYS = {
    "months": st.integers(1, 600).map(str),
    "seeds": st.integers(1, 99).map(str),
    "first_seed": st.integers(0, 9999).map(str),
    "scale": st.sampled_from(["null", "0.01", "0.3"]),
    "line": st.sampled_from(["3.00", "4.20", "national"]),
    "window": st.integers(1, 24).map(str),
    "groups": st.sampled_from(["[]", "[gender]", "[tier,node]"]),
    "outcomes": st.sampled_from(["[P0]", "'P0:gender=female'", "[P1,employment]"]),
    "name": st.sampled_from(["mine", "null", "2024"]),
    "chain": st.sampled_from(["null", "captive"]),
    "shock": st.sampled_from(["[]", "[flood]", "[flood,pandemic]"]),
    "inputs.households.size": st.floats(4, 8).map(repr),
    "draws": st.sampled_from(["0", "7"]),
    "budget": st.sampled_from(["null", "5e6"]),
    "experiment": st.sampled_from(["quick_look", "null"]),
}
OWN = {
    "persons": st.sampled_from(["yes", "no"]),
    "why": st.sampled_from(["[]", "[components]", "[components,channels]"]),
    "uncertain": st.sampled_from(["[households.*]", "workers.casual_ratio"]),
}
AXES = (
    ("policy.micro_credit.take_up=[0.1,0.3]",),
    ("policy.micro_credit.take_up=0.1,0.2", "policy.micro_credit.amount=[250,500]",
     "zip=[policy.micro_credit.take_up,policy.micro_credit.amount]"),
    ("policy.micro_credit.target.gender=male,female",),
    ("inputs.workers.casual_ratio=range(0.6,0.75,0.05)", "line=3.00,national"),
    ("policy=[micro_credit],[cash_transfer],[]", "policy.cash_transfer.start=3"),
    ("cluster=palar_leather,OWN_TOWN", "chain=null,captive"),
    ("shock=[flood],[]", "shock.flood.start=[1,2]"),
    ("experiment=quick_look,credit_for_women,high_floor_with_home_workers",),
    ("design=POINTS",),
)  # fmt: skip
ANALYSES = (
    (),
    ("method=sobol", "n=8"),
    ("method=morris", "vary=[workers.*]", "screen=9", "tolerance=0.2"),
    ("policy.micro_credit.amount=[200,1000]",),
    ("policy.micro_credit.target.gender=male,female", "policy.micro_credit.take_up=0.4"),
    ("together.pay=[workers.*_ratio]", "inputs.households.size=[5,7]"),
    ("method=pawn", "vary=[money.ppp_2021]", "policy.micro_credit.start=2"),
)  # fmt: skip


def _set(keys: Mapping[str, st.SearchStrategy[str]], least: int = 0) -> st.SearchStrategy[Words]:
    """Some of the keys, each with a value."""
    chosen = st.lists(st.sampled_from(sorted(keys)), unique=True, min_size=least, max_size=5)
    return chosen.flatmap(
        lambda names: st.tuples(*(keys[name].map(lambda v, n=name: f"{n}={v}") for name in names))
    )


def _package() -> st.SearchStrategy[Words]:
    names = st.lists(st.sampled_from(POLICIES), unique=True, max_size=3)
    return names.flatmap(
        lambda all_of: st.tuples(
            st.just((f"policy=[{','.join(all_of)}]",)),
            *(
                _set({f"policy.{each}.{term}": value for term, value in TERMS.items()})
                for each in all_of
            ),
        )
    ).map(lambda parts: tuple(word for part in parts for word in part))


CLUSTER = st.sampled_from(
    [(), ("cluster=palar_leather",), ("cluster=OWN_TOWN",), ("cluster=OWN_FILE",)]
)
CLUSTERS = st.sampled_from([(), ("clusters=[palar_leather,OWN_TOWN]",), ("clusters=OWN_FILE",)])
IDENTIFY = {
    "draws": st.integers(10, 99).map(str),
    "line": st.sampled_from(["3.00", "national"]),
    "weights.women": st.floats(1, 5).map(repr),
    "name": st.sampled_from(["mine", "it"]),
}
EVALUATE = {
    "study": st.sampled_from(["before_after", "nadvi_barrientos", "matched_comparator"]),
    "study.who": st.sampled_from(["gender=female", "contract=homework", "decile=1"]),
    "study.outcome": st.sampled_from(["poor", "earnings"]),
    "study.sample.size": st.integers(10, 900).map(str),
    "study.sample.strata": st.sampled_from(["[]", '["contract=homework","gender=female"]']),
    "study.loss.change": st.floats(-2, 2).map(repr),
    "study.waves": st.sampled_from(["[0,12]", "[0,9,10,48]"]),
}
VALIDATE = {
    "patterns": st.sampled_from(["[p12]", "[p03,p14]"]),
    "trials": st.sampled_from(["[]", "[cai2018]"]),
    "parts": st.sampled_from(["[moments]", "[patterns,quiet]"]),
    "seeds": st.integers(3, 99).map(str),
    "leave_one_out": st.sampled_from(["0", "1"]),
    "name": st.just("mine"),
}


def _joined(*parts: st.SearchStrategy[Words]) -> st.SearchStrategy[Words]:
    """All parts in a row; of a key that stands in two the first counts, as on a command line it stands once."""

    def once(words: tuple[Words, ...]) -> Words:
        found: dict[str, str] = {}
        for word in (word for part in words for word in part):
            found.setdefault(word.split("=")[0], word)
        return tuple(found.values())

    return st.tuples(*parts).map(once)


def _plain(verb: str) -> st.SearchStrategy[Words]:
    keys = KEYS | (OWN if verb != "sensitivity" else {})
    return _joined(_package(), _set(keys), CLUSTER)


def _beside() -> st.SearchStrategy[Words]:
    """Packages beside each other, with terms of their own and terms for all."""

    def below(name: str) -> st.SearchStrategy[Words]:
        start = f"packages.{name}."
        return _package().map(lambda words: tuple(f"{start}{word}" for word in words))

    sums = st.sampled_from([(), ("packages.fast.budget=2e6",)])
    keys = {key: each for key, each in KEYS.items() if key not in ("draws", "experiment")}
    return _joined(below("slow"), below("fast"), sums, _set(keys), CLUSTER)


WORDS: Mapping[str, st.SearchStrategy[Words]] = {
    "compare": st.one_of(_plain("compare"), _beside()),
    "run": _plain("run"),
    "check": _plain("check"),
    "sweep": _joined(
        st.sampled_from(AXES), st.just(("policy=[micro_credit]",)), _set(KEYS), CLUSTER
    ),
    "sensitivity": _joined(
        st.sampled_from(ANALYSES), st.just(("policy=[micro_credit]",)), _set(KEYS), CLUSTER
    ),
    "evaluate": _joined(
        _package(),
        _set(EVALUATE),
        _set({key: each for key, each in KEYS.items() if key not in ("months", "draws")}),
        CLUSTER,
    ),
    "identify": _joined(CLUSTERS, _set(IDENTIFY)),
    "validate": _joined(CLUSTERS, _set(VALIDATE)),
}


@dataclass(frozen=True)
class Reader:
    """How a verb reads words, and a text of YAML; and what a request decides, by which two are compared."""

    words: Callable[[Words], AskedAgain]
    text: Callable[[str], AskedAgain]
    decides: Callable[[Any], object]

    def __call__(self, words: Words) -> Read:
        """What question.yaml holds of what was typed, and what it decides."""
        asked = self.words(words)
        return asked.as_mapping(how=False), self.decides(asked)


def _question(verb: str) -> Reader:
    asked_by: Literal["compare", "run"] = "run" if verb == "run" else "compare"
    return Reader(
        lambda words: ask(words, asked_by),
        lambda text: ask_yaml(text, asked_by),
        lambda question: (question.fingerprint(), question.folder()),
    )


def _compared(words: Words) -> AskedAgain:
    return ask_packages(words) if asks_for_packages(words) else ask(words)


def _compared_text(text: str) -> AskedAgain:
    return ask_packages_yaml(text) if "\npackages:" in text else ask_yaml(text)


def _of_few_keys(schema: type[Asked], decides: Callable[[Any], object]) -> Reader:
    return Reader(lambda words: read(schema, words), lambda text: read_yaml(schema, text), decides)


def _points(sweep: Sweep) -> object:
    return sweep.keys, [
        (each.number, each.values, each.question.fingerprint()) for each in sweep.points
    ]


READERS: Mapping[str, Reader] = {
    **{verb: _question(verb) for verb in ("run", "check")},
    "compare": Reader(
        _compared,
        _compared_text,
        lambda asked: (asked.fingerprint(), asked.folder()),
    ),
    "sweep": Reader(ask_sweep, ask_sweep_yaml, _points),
    "sensitivity": Reader(
        ask_sensitivity,
        ask_sensitivity_yaml,
        lambda order: (order.design(), order.set_by_hand, folder_for(order)),
    ),
    "evaluate": Reader(
        ask_evaluation,
        ask_evaluation_yaml,
        lambda order: (order.study, folder_of_evaluation(order)),
    ),
    "identify": _of_few_keys(Ranking, lambda order: order.folder()),
    "validate": _of_few_keys(Validation, lambda order: order.folder()),
}
