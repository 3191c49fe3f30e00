"""Crossings of fields are read as they are written, and anything else is refused with what was meant."""

import pytest

from poverty_nodes.model.measures.crossing import Crossing, dimension_of, is_crossing


def test_a_crossing_has_a_label_for_each_combination():
    found = Crossing.read("gender*age:25|60")
    assert found.labels == (
        "gender=male,age=0-24",
        "gender=male,age=25-59",
        "gender=male,age=60+",
        "gender=female,age=0-24",
        "gender=female,age=25-59",
        "gender=female,age=60+",
    )


def test_the_dimension_of_a_label_is_that_of_its_crossing():
    found = Crossing.read("tier*household_size:4*gender")
    assert {dimension_of(each) for each in found.labels} == {found.dimension}
    assert found.dimension == "tier*household_size*gender"


def test_nobody_outside_the_sector_has_a_size_of_firm():
    assert Crossing.read("size:5").labels == ("size=none", "size=0-4", "size=5+")


def test_blanks_around_the_stars_change_nothing():
    assert Crossing.read("gender * skill") == Crossing.read("gender*skill")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("gender*gender", "names a field twice"),
        ("gender*sex", "did you mean 'gender'"),
        ("gender:3", "has no bands"),
        ("gender*", "there is no field ''"),
        ("age", "needs bands"),
        ("age:60|25", "do not rise"),
        ("age:0|25", "do not rise"),
        ("age:25|x", "needs bands"),
        ("gender*place", "cannot be crossed"),
        ("decile*contract*tier", "200 are the most"),
    ],
)
def test_what_is_no_crossing_is_refused_in_words(text, words):
    if "most" in words:
        text += "*age:20|30|40"
    with pytest.raises(ValueError, match=words.replace("|", r"\|")):
        Crossing.read(text)


def test_a_field_alone_is_no_crossing_and_one_with_bands_is():
    assert not is_crossing("gender")
    assert is_crossing("age:25")
