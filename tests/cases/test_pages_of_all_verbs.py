"""The pages of all verbs keep the same promises: names and no ids, words for pictures, room on a phone, one ending."""

from __future__ import annotations

import contextlib
import html
import io
import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from poverty_nodes.experiments.command import cli

ROOT = Path(__file__).resolve().parents[2]
TOWN = ROOT / "scenarios" / "samples" / "town"
SMALL = ("seeds=2", "months=3", "window=3", "scale=0.01", "hangs_on=no")
CASH = ("policy=[cash_transfer]", "policy.cash_transfer.start=1")
ASKED: Mapping[str, tuple[str, ...]] = {
    "compare": ("compare", *CASH, "draws=2", *SMALL),
    "sweep_of_a_term": ("sweep", *CASH, "policy.cash_transfer.take_up=[0.2,0.8]", *SMALL),
    "sweep_of_shocks": ("sweep", *CASH, "shock=[],[demand_slump]", *SMALL),
    "packages": ("sweep", "policy=[cash_transfer],[micro_credit]", "budget=50000", *SMALL),
    "sensitivity": (
        *("sensitivity", *CASH, "policy.cash_transfer.take_up=[0.1,0.9]"),
        *("vary=[workers.casual_ratio]", "method=sobol", "n=4", *SMALL[1:]),
    ),
    "evaluate": (
        *("evaluate", *CASH, "study.sample.size=60", "study.sheets=3", "study.surveys=4"),
        *("study.waves=[0,6]", "seeds=4", "scale=0.02"),
    ),
    "identify": ("identify", "clusters=[central_java_rooftiles,torreon_jeans]", "draws=10"),
    "check": ("check", "policy=[cooperative,effluent_plant]", "scale=0.01"),
    "survey": (
        *("new", "cluster", "town", "--from", str(TOWN / "workers.csv"), str(TOWN / "firms.csv")),
        *("--map", str(TOWN / "map.yaml")),
    ),
}
"""A tiny question of each kind of page."""

ID = re.compile(r"(?<![\w./{=-])[a-z][a-z0-9]*(?:[_.][a-z0-9]+)*_[a-z0-9_.]+(?![\w=.]*=)")
"""What looks like the id of a policy, an input or a cluster; KEY=VALUE is advice and may be typed."""
KEYS_OF_SOURCES = frozenset(
    re.findall(r"@\w+\{(\w+),", (ROOT / "sources.bib").read_text(encoding="utf-8"))
)
PHONE = 400


@dataclass(frozen=True)
class Shown:
    """A page as HTML, the same as text without what is typed or filed, and what the terminal said."""

    page: str
    printed: str

    @property
    def text(self) -> str:
        """What a reader reads, the words for pictures among it."""
        plain = re.sub(r'base64,[^"]*', "", self.page)
        plain = re.sub(r"<(style|pre|code|figcaption)[^>]*>.*?</\1>", "", plain, flags=re.DOTALL)
        alts = " ".join(re.findall(r'alt="([^"]*)"', plain))
        return html.unescape(re.sub(r"<[^>]+>", " ", plain) + alts)

    @property
    def answer(self) -> str:
        """The first sentences in the box."""
        box = re.search(r'<p class="headline">(.*?)</p>', self.page, re.DOTALL)
        assert box, "a page without an answer"
        return html.unescape(box[1])

    @property
    def tables(self) -> str:
        """The cells of all tables."""
        cells = re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", self.page, re.DOTALL)
        return html.unescape(" | ".join(cells)).replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Shown]:
    """Every page, each asked once."""
    found = {}
    with pytest.MonkeyPatch.context() as patch:
        for name, words in ASKED.items():
            folder = tmp_path_factory.mktemp(name)
            patch.chdir(folder)
            out = io.StringIO()
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
                assert cli.main(list(words)) == 0, name
            (page,) = folder.rglob("*.html")
            found[name] = Shown(page.read_text(encoding="utf-8"), out.getvalue())
    return found


@pytest.mark.slow
@pytest.mark.parametrize("name", [each for each in ASKED if each != "survey"])
def test_a_page_calls_nothing_by_an_id(shown: dict[str, Shown], name: str) -> None:
    # The page on a survey is left out: it speaks of the columns of the user's own files.
    found = {each.rstrip(".") for each in ID.findall(shown[name].text)} - KEYS_OF_SOURCES
    assert sorted(each for each in found if not each.endswith((".csv", ".parquet"))) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ASKED)
def test_every_picture_is_told_in_words_and_has_a_caption(
    shown: dict[str, Shown], name: str
) -> None:
    pictures = re.findall(r"<img [^>]*>", shown[name].page)
    alts = [re.search(r'alt="([^"]*)"', each) for each in pictures]
    assert all(each and len(each[1]) > 20 for each in alts)
    assert shown[name].page.count("<figcaption>") == len(pictures)


@pytest.mark.slow
@pytest.mark.parametrize("name", ASKED)
def test_the_question_and_the_answer_stand_first(shown: dict[str, Shown], name: str) -> None:
    page = shown[name].page
    assert page.index("The question.") < page.index('class="headline"') < page.index("<main>")
    if name not in ("identify", "survey"):
        assert "The question in full: every term, its value and its default" in page


@pytest.mark.slow
@pytest.mark.parametrize("name", ASKED)
def test_the_terminal_ends_with_the_answer_its_page_and_its_files(
    shown: dict[str, Shown], name: str
) -> None:
    printed = shown[name].printed
    *_, last = re.split(r"\n\n", printed.rstrip())
    assert [line.split()[0] for line in last.splitlines()][:2] == ["report", "folder"]
    first = re.split(r"(?<=[.:]) ", shown[name].answer)[0].lower()
    assert first in printed.replace("\n", " ").lower()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["sweep_of_a_term", "packages", "identify", "check"])
def test_the_numbers_of_the_answer_are_those_of_the_table(
    shown: dict[str, Shown], name: str
) -> None:
    told = re.findall(r"(?:\$[\d,.]*\d|[\d,.]*\d(?= (?:points|%)))", shown[name].answer)
    missing = [
        each for each in told if each.replace("\N{NO-BREAK SPACE}", " ") not in shown[name].tables
    ]
    assert missing == []


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("chromium") is None, reason="measured in a browser")
@pytest.mark.parametrize("name", ASKED)
def test_nothing_is_wider_than_a_phone(shown: dict[str, Shown], name: str, tmp_path: Path) -> None:
    whole, wide = _measured(shown[name].page, tmp_path / "phone.html")
    assert (whole <= PHONE, wide) == (True, [])


_LOOK = """
<iframe id="phone" style="width:400px;height:900px;border:0" srcdoc="%s"></iframe><pre id="found"></pre>
<script>
document.getElementById("phone").onload = function () {
  const page = this.contentDocument, look = this.contentWindow, wide = [];
  const boxed = (each) => {
    for (let up = each.parentElement; up && up !== page.body; up = up.parentElement)
      if (look.getComputedStyle(up).overflowX !== "visible") return true;
    return false;
  };
  for (const each of page.body.querySelectorAll("*"))
    if (each.getBoundingClientRect().right > 400.5 && !boxed(each)) wide.push(each.outerHTML.slice(0, 80));
  document.getElementById("found").textContent = JSON.stringify([page.documentElement.scrollWidth, wide]);
};
</script>
"""


def _measured(page: str, file: Path) -> tuple[int, list[str]]:
    """How wide a page is in a frame of 400 pixels, and what reaches beyond it without a box that scrolls."""
    file.write_text(_LOOK % html.escape(page), encoding="utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    command += ["--virtual-time-budget=4000", "--window-size=900,900", f"file://{file}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    found = re.search(r'<pre id="found">(.*?)</pre>', done.stdout, re.DOTALL)
    assert found, "the browser did not finish"
    whole, wide = json.loads(html.unescape(found[1]))
    return whole, wide
