"""Setting and taking out of nested keys."""

from __future__ import annotations

from poverty_nodes.experiments.question.composition import Content, merge_key, set_key, take_out


def test_keys_are_added_to_keys_and_take_the_place_of_anything_else() -> None:
    content: Content = {"a": {"b": 1}, "c": 2}
    merge_key(content, ["a"], {"d": {"e": 3}})
    merge_key(content, ["c"], {"f": 4})
    assert content == {"a": {"b": 1, "d": {"e": 3}}, "c": {"f": 4}}
    merge_key(content, ["a"], [1])
    assert content["a"] == [1]


def test_a_month_of_a_path_over_time_is_one_key_as_number_and_as_text() -> None:
    content: Content = {"floor": {1: 0.8, 13: 0.9}}
    set_key(content, ["floor", "13"], 1.0)
    assert content == {"floor": {1: 0.8, 13: 1.0}}


def test_what_is_taken_out_says_whether_it_was_there() -> None:
    content: Content = {"a": {"b": 1}}
    assert take_out(content, ["a", "b"])
    assert not take_out(content, ["a", "b"])
    assert content == {"a": {}}
    assert not take_out(content, ["x", "y"])
