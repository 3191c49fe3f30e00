"""Requests of verbs of few keys: drawn from their schemas, written as YAML, read back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poverty_nodes.experiments.command.new.order import Order as Begin
from poverty_nodes.experiments.evidence.ledger.order import PARTS, pattern_ids, trial_ids
from poverty_nodes.experiments.evidence.ledger.order import Order as Validate
from poverty_nodes.experiments.identify.components import KEYS as COMPONENTS
from poverty_nodes.experiments.identify.order import Order as Identify
from poverty_nodes.experiments.question.asked import Asked
from poverty_nodes.experiments.question.checked_request import read, read_yaml
from poverty_nodes.experiments.question.store_request import Order as Keep
from poverty_nodes.scenarios.catalogue import CATALOGUE, cluster_ids
from poverty_nodes.scenarios.errors import QuestionError

TEXT = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_categories=["Cc"]), min_size=1, max_size=20
).filter(lambda text: "${" not in text and "\x85" not in text)  # fmt: skip
WEIGHT = st.floats(0.001, 1e6)
CLUSTERS = st.lists(
    st.sampled_from([*cluster_ids(), str(CATALOGUE / "torreon_jeans")]), unique=True, min_size=1
)
DRAWN: dict[type[Asked], dict[str, st.SearchStrategy[object]]] = {
    Identify: {
        "clusters": CLUSTERS,
        "draws": st.integers(10, 10_000),
        "line": st.one_of(st.just("national"), st.integers(1, 99).map(str)),
        "weights": st.dictionaries(st.sampled_from(COMPONENTS), WEIGHT),
        "name": st.from_regex(r"[a-z][a-z0-9_]{0,9}", fullmatch=True),
    },
    Validate: {
        "clusters": CLUSTERS,
        "patterns": st.lists(st.sampled_from(pattern_ids()), unique=True),
        "trials": st.lists(st.sampled_from(trial_ids()), unique=True),
        "parts": st.lists(st.sampled_from(PARTS), unique=True),
        "seeds": st.integers(3, 500),
        "leave_one_out": st.integers(0, 1),
        "workers": st.integers(1, 256),
    },
    Keep: {
        "act": st.sampled_from(["list", "verify", "retry", "gc"]),
        "sample": st.integers(1, 10**9),
        "seed": st.integers(0, 10**9),
        "workers": st.one_of(st.none(), st.integers(1, 10**6)),
        "yes": st.booleans(),
    },
    Begin: {
        "kind": st.just("cluster"),
        "name": st.from_regex(r"[a-z]{3,9}_[a-z0-9]{1,9}", fullmatch=True),
        "from": st.lists(TEXT, min_size=1, max_size=2),
        "map": TEXT,
    },
}
"""What each key of a schema may be."""


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("outputs/store").mkdir(parents=True)


@pytest.mark.parametrize("schema", DRAWN)
@settings(max_examples=25)
@given(data=st.data())
def test_what_is_read_from_yaml_is_what_was_written(
    schema: type[Asked], data: st.DataObject
) -> None:
    needed, optional = ({}, DRAWN[schema]) if schema is not Begin else (DRAWN[schema], {})
    asked = data.draw(st.fixed_dictionaries(needed, optional=optional))
    request = schema.model_validate(asked)
    assert read_yaml(schema, request.to_yaml()) == request


def test_a_file_of_any_verb_is_taken_by_it_alone() -> None:
    Path("asked.yaml").write_text(Keep(act="gc", sample=3).to_yaml())
    assert read(Keep, ("question=asked.yaml", "seed=2")) == Keep(act="gc", sample=3, seed=2)
    with pytest.raises(QuestionError, match="poverty-nodes store question="):
        read(Identify, ("question=asked.yaml",))


def test_a_key_that_stands_twice_is_told_for_every_verb() -> None:
    with pytest.raises(QuestionError, match="is set twice: to 20 and to 30"):
        read(Identify, ("draws=20", "draws=30"))
    with pytest.raises(QuestionError, match="is one word too many"):
        read(Keep, (), ("gc", "now"))


def test_a_path_with_a_comma_or_a_blank_is_one_file() -> None:
    for name in ("workers, 2020.csv", "firms (last).csv"):
        Path(name).touch()
    both = read(
        Begin, ("from=['workers, 2020.csv','firms (last).csv']", "map=m"), ("cluster", "my_town")
    )
    assert [each.name for each in both.files] == ["workers, 2020.csv", "firms (last).csv"]
    one = read(Begin, ("from=workers, 2020.csv", "map=m"), ("cluster", "my_town"))
    assert [each.name for each in one.files] == ["workers, 2020.csv"]
    cut = read(Begin, ("from=a.csv,b.csv", "map=m"), ("cluster", "my_town"))
    assert [each.name for each in cut.files] == ["a.csv", "b.csv"]
