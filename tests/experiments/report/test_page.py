from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from poverty_nodes.experiments.impact import assess
from poverty_nodes.experiments.report import AssumedInput, Background, BaseTarget, write
from poverty_nodes.experiments.report.figures import draw_all
from poverty_nodes.experiments.report.page import render
from poverty_nodes.experiments.report.pictures import Pictures

ATTACK = '<script>alert("x")</script> & co'
VOID = {"meta", "img", "br", "link", "input", "hr"}


class Outline(HTMLParser):
    """Collects tags with their attributes and checks that they are closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


@pytest.fixture(scope="module")
def background():
    return Background(
        title=f"Tables of Atown {ATTACK}",
        summary=f"A made-up town. {ATTACK}",
        version="0.1.0",
        command=f"poverty-nodes compare cluster='{ATTACK}'",
        provenance={"measured": 0.2, "derived": 0.3, "assumed": 0.5},
        numbers=10,
        inputs=(AssumedInput("number of workers", 5e4, 4e4, 6e4, "persons", ATTACK),),
        behaviour=(AssumedInput("effect of a match", 0.08, 0.03, 0.12, "/1", "match"),),
        targets=(BaseTarget("workers", 50_000, 49_000, "persons", "in the cluster"),),
        notes=(ATTACK,),
        failed=2,
        sources=(ATTACK,),
    )


@pytest.fixture(scope="module")
def found(world, towns):
    return assess(towns(4, 1200), world.terms(), question=ATTACK)


@pytest.fixture(scope="module")
def drawings(found):
    return draw_all(found)


@pytest.fixture(scope="module")
def page(found, background, drawings):
    return render(found, background, drawings)


def test_everything_from_outside_is_escaped(page):
    assert "<script" not in page
    assert page.count("&lt;script&gt;") >= 7


def test_the_page_asks_nothing_of_a_network(page):
    assert not re.search(r"https?:", page)
    assert "@import" not in page
    outline = Outline()
    outline.feed(page)
    for tag, attributes in outline.found:
        assert tag not in ("link", "script", "iframe", "object")
        for name in ("src", "href", "srcset", "action", "poster"):
            address = attributes.get(name) or "#"
            assert address.startswith(("#", "data:image/svg+xml;base64,")), (tag, address)
    assert "url(" not in page


def test_the_page_is_well_formed_and_its_links_lead_somewhere(page):
    outline = Outline()
    outline.feed(page)
    assert outline.open == []
    ids = [attributes["id"] for _, attributes in outline.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    for link in outline.all("a"):
        assert str(link["href"]).removeprefix("#") in ids
    for tag, attributes in outline.found:
        if "aria-labelledby" in attributes:
            assert attributes["aria-labelledby"] in ids, tag


def test_the_page_can_be_read_by_ear(page):
    outline = Outline()
    outline.feed(page)
    assert outline.all("html")[0]["lang"] == "en"
    assert len(outline.all("img")) == 12
    assert all(image["alt"] for image in outline.all("img"))
    assert all(head.get("scope") in ("col", "row", "colgroup") for head in outline.all("th"))
    assert len(outline.all("caption")) == len(outline.all("table")) >= 8
    assert len(outline.all("h1")) == 1


def test_every_row_of_a_table_has_as_many_cells_as_headings(page):
    for table in re.findall(r"<table>.*?</table>", page, re.DOTALL):
        head, *rows = re.findall(r"<tr.*?</tr>", table, re.DOTALL)
        wide = head.count("<th")
        for row in rows:
            cells = row.count("<th") + row.count("<td")
            assert cells == wide or f'colspan="{wide}"' in row, row


def test_the_answer_stands_before_everything_else(page):
    assert page.index("the poverty headcount at $4.20 a day is") < page.index("<nav")
    assert "are of luck alone" in page


def test_what_was_assumed_and_how_to_repeat_it_are_there(page):
    for text in (
        *(
            "20\N{NO-BREAK SPACE}% are measured",
            "50\N{NO-BREAK SPACE}% are assumed",
            "Number of workers",
        ),
        *(
            "Effect of a match",
            "49,000",
            "2 runs failed",
            "seeds 1, 2, 3, 4",
            "poverty-nodes 0.1.0",
        ),
    ):
        assert text in page, text


@pytest.mark.parametrize(
    ("seeds", "effect", "tone"), [(4, 1.0, "gain"), (4, -1.0, "loss"), (1, 1.0, "unsure")]
)
def test_the_tone_of_the_answer_is_that_of_what_it_says(
    world, towns, background, drawings, seeds, effect, tone
):
    found = assess(towns(seeds, 1200, effect), world.terms())
    assert f'class="answer {tone}"' in render(found, background, drawings)


def test_the_same_answer_makes_the_same_page(found, background, drawings, page):
    assert render(found, background, drawings) == page


def test_groups_too_thin_to_report_are_said_to_be(world, towns, background, drawings):
    found = assess(towns(2, 60), world.terms())
    assert "too few to report" in render(found, background, drawings)


def test_a_question_without_policies_has_a_page(world, background, drawings):
    pair = world.pair([100.0, 200.0], [100.0, 200.0])
    found = assess([(1, *pair), (2, *pair)], world.terms(policies=()))
    text = render(found, background, drawings)
    assert "No policy is enacted, so nothing changes" in text


def test_report_and_figures_are_written(found, background, tmp_path):
    report = write(found, background, tmp_path)
    assert report == tmp_path / "report.html"
    assert len(list((tmp_path / "figures").glob("*.svg"))) == 12
    assert not list((tmp_path / "figures").glob("*.png"))


def test_pictures_are_written_as_png_too_if_asked(found, background, tmp_path):
    write(found, background, tmp_path, pictures=Pictures(png=True))
    names = [
        sorted(path.stem for path in (tmp_path / "figures").glob(f"*.{kind}"))
        for kind in ("svg", "png")
    ]
    assert names[0] == names[1] != []
