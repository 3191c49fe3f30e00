"""Sets of deprivations: those that come with the project, one's own, and files that are wrong."""

from __future__ import annotations

import shutil

import pytest

from poverty_nodes.experiments.capabilities.fields import FIELDS
from poverty_nodes.experiments.capabilities.sets import FILE, SHIPPED, read_sets, set_names
from poverty_nodes.scenarios import load_cluster
from poverty_nodes.scenarios.catalogue import CATALOGUE
from poverty_nodes.scenarios.errors import QuestionError

CLUSTER = "sialkot_surgical"
OWN = """
id: ward
title: what the ward lacks
who: everybody
counts: persons
k: 1/2
source: asked in the ward
dimensions:
  money:
    title: money
    indicators:
      no_savings: {title: no savings, known: model, why: asked, field: savings_months, below: 1/2}
  work:
    title: work
    weight: 3
    indicators:
      unsure_post: {title: no lasting post, known: model, why: asked, field: contract, one_of: [casual, none]}
      hours:
        title: long hours
        known: survey
        why: asked
        levels: [{share: 0.4, of: women home workers, source: a survey of 2024}]
"""


def refused(names, cluster=CLUSTER):
    with pytest.raises(QuestionError) as caught:
        read_sets(names, cluster)
    return str(caught.value)


def filed(folder, text):
    path = folder / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_the_sets_that_come_along_are_three_and_say_what_the_model_has_not():
    sets = {each.id: each for each in read_sets(set_names(), CLUSTER)}
    assert set(sets) == {"employment", "household", "decent_work_and_voice"}
    assert {name: each.known for name, each in sets["employment"].indicators.items()}[
        "long_hours"
    ] == "none"
    assert sets["decent_work_and_voice"].seen < 0.5 < sets["employment"].seen < 1


def test_weights_are_nested_and_equal_and_what_is_not_known_leaves_its_weight_to_the_rest():
    (chosen,) = read_sets(("employment",), CLUSTER)
    thirds = {"low_pay": 1 / 3, "precarious_contract": 1 / 6, "short_tenure": 1 / 6}
    assert chosen.weights == pytest.approx({**thirds, "no_social_security": 1 / 3})
    assert chosen.k == pytest.approx(1 / 3)
    assert sum(chosen.nested_weights.values()) == pytest.approx(1.0)
    assert chosen.seen == pytest.approx(5 / 6)


def test_a_user_adds_a_set_of_her_own_in_yaml_alone(tmp_path):
    (chosen,) = read_sets((filed(tmp_path, OWN),), CLUSTER)
    assert chosen.weights == pytest.approx({"no_savings": 0.25, "unsure_post": 0.75})
    assert chosen.seen == pytest.approx(0.25 + 0.75 / 2)
    assert chosen.indicators["hours"].levels[0].share == 0.4


def test_a_set_may_lie_in_the_folder_of_a_cluster_which_is_read_as_before(tmp_path):
    folder = tmp_path / CLUSTER
    shutil.copytree(CATALOGUE / CLUSTER, folder)
    assert "has no capabilities.yaml" in refused(("own",), str(folder))
    (folder / FILE).write_text(OWN, encoding="utf-8")
    assert read_sets(("own",), str(folder))[0].id == "ward"
    assert load_cluster(folder).numbers() == load_cluster(CLUSTER).numbers()


def test_a_name_that_is_none_is_told_with_the_nearest():
    told = refused(("employmnt", "household"))
    assert "did you mean 'employment'?" in told
    assert "decent_work_and_voice, employment, household, own" in told
    assert "there is no such file" in refused(("./none.yaml",))
    assert "two sets have the id 'household'" in refused(
        ("household", str(SHIPPED / "household.yaml"))
    )


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("field: savings_months", "field: saving_months", "did you mean 'savings_months'?"),
        ("below: 1/2", "below: half", "below"),
        ("below: 1/2", "below: 1, above: 3", "a field and one test"),
        ("one_of: [casual, none]", "one_of: [casul]", "did you mean 'casual'?"),
        ("one_of: [casual, none]", "below: 2", "'contract' is one of"),
        ("field: savings_months, below: 1/2", "field: savings_months, one_of: [a]", "is a number"),
        ("k: 1/2", "k: 0", "k"),
        ("k: 1/2", "kk: 1/2", "is not a key here"),
        ("known: survey", "known: none", "levels are those of a survey"),
        ("      no_savings", "      unsure_post", "stand in two dimensions"),
        ("weight: 3", "weight: -1", "weight"),
        ("who: everybody", "who: nobody", "trade_households"),
        ("share: 0.4", "share: 40", "share"),
    ],
)
def test_a_set_that_is_wrong_says_where_and_what_is_accepted(tmp_path, old, new, words):
    assert old in OWN
    assert words in refused((filed(tmp_path, OWN.replace(old, new)),))


def test_all_that_is_wrong_with_a_file_is_told_at_once(tmp_path):
    text = (
        OWN.replace("k: 1/2", "k: 2")
        .replace("who: everybody", "who: me")
        .replace("title: money", "titel: x")
    )
    told = refused((filed(tmp_path, text), "nothing"))
    assert all(each in told for each in ("k (line", "who (line", "titel (line", "'nothing'"))


def test_a_set_of_nothing_that_the_model_has_is_refused(tmp_path):
    text = OWN.replace(
        "known: model, why: asked, field: savings_months, below: 1/2", "known: none, why: asked"
    )
    text = text.replace(
        "known: model, why: asked, field: contract, one_of: [casual, none]",
        "known: none, why: asked",
    )
    assert "0 indicators of the model" in refused((filed(tmp_path, text),))


def test_the_docs_name_every_field_and_every_set():
    text = (SHIPPED.parents[1] / "docs" / "capabilities.md").read_text(encoding="utf-8")
    assert [name for name in (*FIELDS, *set_names()) if f"| `{name}` |" not in text] == []
