"""Groups and the cells that add up to them."""

import numpy as np
import pytest

from poverty_nodes.model.measures.groups import (
    CELL_FIELDS,
    CELL_SIZES,
    add_up_groups,
    cell_codes,
    cell_count,
    cell_of,
    group_cells,
    group_matrix,
    group_members,
)
from poverty_nodes.model.population.codes import CONTRACT, GENDER, PLACE, POST, TIER

LABELS, MATRIX = group_matrix()
CODES = cell_codes()


def row(label):
    return MATRIX[LABELS.index(label)]


def test_there_are_as_many_cells_as_joint_codes():
    assert cell_count() == 2 * 2 * 2 * 2 * 2 * 4 * 6
    assert MATRIX.shape == (len(LABELS), cell_count())


def test_the_number_of_a_cell_gives_back_its_codes():
    for cell in range(cell_count()):
        assert cell_of(*(int(CODES[field][cell]) for field in CELL_FIELDS)) == cell


def test_the_written_formula_is_the_number_of_the_cell():
    for codes in ((1, 0, 1, 0, 1, 3, 5), (0, 1, 0, 1, 0, 2, 4)):
        place, gender, skill, social_group, migrant, tier, post = codes
        written = (
            ((((place * 2 + gender) * 2 + skill) * 2 + social_group) * 2 + migrant) * 4 + tier
        ) * 6 + post
        assert cell_of(*codes) == written == np.ravel_multi_index(codes, CELL_SIZES)


def test_one_byte_codes_do_not_overflow():
    last = [np.int8(size - 1) for size in CELL_SIZES]
    assert cell_of(*last) == cell_count() - 1


def test_labels_are_unique_and_begin_with_all():
    assert LABELS[0] == "all"
    assert len(set(LABELS)) == len(LABELS)


def test_there_is_a_node_for_every_tier_contract_and_gender_and_one_outside():
    nodes = [label for label in LABELS if label.startswith("node=")]
    inside = (len(TIER) - 1) * (len(CONTRACT) - 1) * len(GENDER)
    assert len(nodes) == inside + len(GENDER)
    assert {"node=subcontractor|homework|female", "node=none|none|male"} <= set(nodes)


def test_every_group_but_the_places_is_of_the_cluster_alone():
    elsewhere = CODES["place"] != PLACE.index("cluster")
    for label in LABELS:
        if not label.startswith("place="):
            assert not (row(label) & elsewhere).any()
    assert (row("place=dispersed") == elsewhere).all()
    assert (row("place=cluster") == row("all")).all()


@pytest.mark.parametrize(
    "dimension", ["gender", "skill", "contract", "social_group", "migrant", "tier"]
)
def test_the_groups_of_a_dimension_split_the_cluster(dimension):
    parts = MATRIX[[label.startswith(f"{dimension}=") for label in LABELS]]
    assert (parts.sum(axis=0) == row("all")).all()


def test_nobody_is_in_two_nodes():
    nodes = MATRIX[[label.startswith("node=") for label in LABELS]]
    assert nodes.sum(axis=0).max() == 1


def test_skilled_regular_posts_are_regular_contracts_and_owners_work_on_own_account():
    for post, contract in (("skilled_regular", "regular"), ("owner", "own_account")):
        held = (CODES["post"] == POST.index(post)) & row("all")
        assert row(f"contract={contract}")[held].all()
        owners = held & (CODES["tier"] == TIER.index("specialist"))
        assert (row(f"node=specialist|{contract}|male") & owners).any()


def test_people_are_grouped_by_the_same_labels_as_cells():
    people = {
        "place": np.array([0, 0, 1]),
        "gender": np.array([1, 0, 1]),
        "skill": np.array([0, 1, 0]),
        "contract": np.array([3, 0, 3]),
        "social_group": np.array([1, 0, 0]),
        "migrant": np.array([0, 0, 1]),
        "tier": np.array([2, 0, 2]),
    }
    members = group_members(people)
    assert tuple(members) == LABELS
    assert members["node=subcontractor|homework|female"].tolist() == [True, False, False]
    assert members["node=none|none|male"].tolist() == [False, True, False]
    assert members["place=dispersed"].tolist() == [False, False, True]


def test_cell_totals_times_the_matrix_are_group_totals():
    rng = np.random.default_rng(5)
    cells = rng.integers(0, cell_count(), 200)
    money = rng.random(200)
    by_cell = np.bincount(cells, money, cell_count())
    by_group = MATRIX @ by_cell
    members = group_members({field: codes[cells] for field, codes in CODES.items()})
    assert by_group == pytest.approx([money[chosen].sum() for chosen in members.values()])


def test_totals_of_groups_are_the_sums_of_their_cells():
    rng = np.random.default_rng(1)
    cells = rng.random((2, cell_count(), 3))
    cells[:, rng.random(cell_count()) < 0.5] = 0.0
    labels, start, members = group_cells()
    totals = np.zeros((2, len(labels), 3))
    add_up_groups(cells, start, members, totals)
    assert labels == LABELS
    np.testing.assert_allclose(totals, np.einsum("gc,tck->tgk", MATRIX, cells), rtol=1e-12)
