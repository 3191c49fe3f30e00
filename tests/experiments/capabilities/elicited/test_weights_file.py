"""Files of weights: read by what their columns say, or refused with all that is wrong."""

from __future__ import annotations

import pytest

from poverty_nodes.experiments.capabilities.elicited.weights_file import read_weights
from poverty_nodes.scenarios.errors import QuestionError

NAMES = ("pay", "tenure", "cover")


def filed(folder, text):
    path = folder / "weights.csv"
    path.write_text(text.strip().replace(" ", "") + "\n", encoding="utf-8")
    return str(path)


def problems(path):
    with pytest.raises(QuestionError) as caught:
        read_weights(path, NAMES)
    return str(caught.value)


def test_points_are_shares_and_groups_stay_apart(tmp_path):
    found = read_weights(
        filed(
            tmp_path,
            """
            respondent,group,indicator,points
            1,home,pay,20
            1,home,tenure,20
            1,home,cover,60
            2,owners,pay,2
            2,owners,tenure,1
            2,owners,cover,1
            """,
        ),
        NAMES,
    )
    assert found.method == "points"
    assert found.voices["home"].weights == pytest.approx([0.2, 0.2, 0.6])
    assert found.voices["owners"].weights == pytest.approx([0.5, 0.25, 0.25])
    assert found.notes == ()


def test_ranks_may_leave_some_out(tmp_path):
    text = "respondent,group,indicator,rank\na,home,cover,1\na,home,pay,2\nb,home,pay,7\nb,home,cover,3"
    found = read_weights(filed(tmp_path, text), NAMES).voices["home"]
    assert found.rankings == ((2, 0), (2, 0))
    assert found.weights[2] > found.weights[1] > found.weights[0]


def test_best_and_worst_are_read(tmp_path):
    rows = "a,home,pay,1,4\na,home,tenure,4,1\na,home,cover,2,2"
    text = f"respondent,group,indicator,best_over,over_worst\n{rows}"
    found = read_weights(filed(tmp_path, text), NAMES).voices["home"]
    assert found.weights == pytest.approx([4 / 7, 1 / 7, 2 / 7])


def test_pairs_are_read_and_a_contradiction_is_noted(tmp_path):
    head = "respondent,group,first,second,times\n"
    rows = "a,home,pay,tenure,3\na,home,cover,pay,0.2\na,home,tenure,cover,3"
    found = read_weights(filed(tmp_path, head + rows), NAMES)
    assert found.voices["home"].weights == pytest.approx([0.637, 0.258, 0.105], abs=5e-4)
    assert found.notes == ()
    rows = "a,home,pay,tenure,9\na,home,cover,pay,9\na,home,tenure,cover,9"
    (note,) = read_weights(filed(tmp_path, head + rows), NAMES).notes
    assert "contradicts itself" in note


def test_everything_that_is_wrong_is_told_at_once(tmp_path):
    told = problems(
        filed(
            tmp_path,
            """
            respondent,group,indicator,points
            1,home,pay,twenty
            1,home,tenur,20
            1,owners,cover,60
            2,,pay,-1
            """,
        )
    )
    assert "row 2, points: 'twenty' is none" in told
    assert "'tenur' is no indicator" in told
    assert "did you mean 'tenure'?" in told
    assert "'1' stands in two groups" in told
    assert "row 5, group: is empty" in told
    assert "has no row for tenure" in told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("respondent,group,indicator\na,b,pay", "are those of no way of asking"),
        ("respondent;group;indicator;points\na;b;pay;1", "are those of no way of asking"),
        ("respondent,group,indicator,points", "has a header and no rows"),
        ("respondent,group,indicator,points\na,b,pay,0\na,b,tenure,0\na,b,cover,0", "no points"),
        ("respondent,group,indicator,rank\na,b,pay,1\na,b,tenure,1", "a rank twice"),
        ("respondent,group,indicator,rank\na,b,pay,1", "fewer than two"),
        (
            "respondent,group,first,second,times\na,b,pay,tenure,2",
            "does not compare pay with cover",
        ),
        ("respondent,group,first,second,times\na,b,pay,pay,2", "stands twice, or no pair"),
        ("respondent,group,first,second,times\na,b,pay,tenure,0", "'0' is none"),
        (
            "respondent,group,indicator,best_over,over_worst\na,b,pay,2,4\na,b,tenure,4,1\na,b,cover,2,2",
            "best_over is nowhere 1",
        ),
    ],
)
def test_a_file_that_makes_no_sense_says_so(tmp_path, text, words):
    assert words in problems(filed(tmp_path, text))


def test_a_file_that_is_not_there_is_no_traceback(tmp_path):
    assert "cannot be read" in problems(str(tmp_path / "none.csv"))
