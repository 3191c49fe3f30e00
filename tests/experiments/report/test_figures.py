import struct
from itertools import pairwise

import matplotlib
import pytest

from poverty_nodes.experiments.impact import assess
from poverty_nodes.experiments.impact.terms import Happening
from poverty_nodes.experiments.report.figures import FIGURES, draw_all
from poverty_nodes.experiments.report.figures.group_rows import Rows, name_rows
from poverty_nodes.experiments.report.figures.sheet import Box, Sheet


@pytest.fixture(scope="module")
def names():
    return {
        *("poverty_over_time", "poverty_difference", "winners_and_losers", "mean_change"),
        *("growth_incidence", "over_lines", "transitions", "poverty_nodes", "cost"),
        *("winners_by_node_and_tenth", "gains_by_month", "acceptability"),
    }


def test_every_figure_is_drawn_as_svg_and_png_with_words(world, towns, names):
    drawings = draw_all(assess(towns(3, 1200), world.terms()))
    assert set(drawings) == names
    for drawing in drawings.values():
        assert drawing.svg.lstrip().startswith(b"<?xml")
        png = drawing.png()
        assert png.startswith(b"\x89PNG")
        assert drawing.title in drawing.alt
        width, height = struct.unpack(">II", png[16:24])
        assert width == 960
        assert height < 1400


def test_the_same_answer_is_drawn_with_the_same_bytes(world, towns):
    found = assess(towns(2, 400), world.terms())
    for draw in FIGURES:
        first, second = draw(found), draw(found)
        assert first.svg == second.svg
        assert first.png() == second.png()


def test_figures_hold_no_date_and_no_address_but_those_of_the_format(world, towns):
    drawings = draw_all(assess(towns(2, 200), world.terms()))
    for drawing in drawings.values():
        assert b"<dc:date>" not in drawing.svg
        assert b"matplotlib.org" not in drawing.svg
        assert b"matplotlib" not in drawing.png().lower()


def test_drawing_leaves_the_style_of_others_alone(world, towns):
    before = matplotlib.rcParams.copy()
    draw_all(assess(towns(2, 200), world.terms()))
    assert matplotlib.rcParams == before


@pytest.mark.parametrize(
    ("seeds", "adults", "effect"), [(1, 200, 1.0), (2, 12, 1.0), (3, 300, 0.0), (2, 300, -1.0)]
)
def test_figures_are_drawn_whatever_there_is_to_show(world, towns, names, seeds, adults, effect):
    assert set(draw_all(assess(towns(seeds, adults, effect), world.terms()))) == names


def test_the_path_of_poverty_shows_where_shocks_strike(world, towns):
    flood, late = Happening("flood", "a flood strikes", 3), Happening("x", "demand slumps", 60)
    found = assess(towns(2, 200), world.terms(shocks=(flood, late)))
    drawing = draw_all(found)["poverty_over_time"]
    assert b"a flood strikes (month 3)" in drawing.svg
    assert b"demand slumps" not in drawing.svg  # after the last month


def test_figures_are_drawn_without_policies(world):
    pair = world.pair([100.0, 200.0], [100.0, 200.0])
    drawings = draw_all(assess([(1, *pair)], world.terms(policies=())))
    assert drawings["cost"].title == "No policy is enacted: nothing is spent"


def test_names_of_crossed_groups_stay_on_the_sheet_and_off_each_other():
    crossed = (
        "gender=female,contract=none,social_group=minority",
        "gender=male,contract=homework,social_group=majority",
        "gender=female,size=5-19,contract=homework",
        "tier=subcontractor,contract=own_account",
    )
    rows = Rows(crossed, (0.0, 1.0, 2.0, 3.0), (), 0)
    with Sheet("names", "Names", 2.0) as sheet:
        axes = sheet.axes(Box(1.6, 0.6, 3.0, 0.235 * rows.length))
        name_rows(axes, rows)
        axes.figure.canvas.draw()
        boxes = [label.get_window_extent() for label in axes.get_yticklabels()]
        sheet.finish("")
    assert min(each.x0 for each in boxes) >= 0
    assert all(above.y0 >= below.y1 - 1 for above, below in pairwise(boxes))
