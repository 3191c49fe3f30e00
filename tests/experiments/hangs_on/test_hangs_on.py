"""A question asked again in small worlds: tables, files, page, and nothing moved by what nothing depends on."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from poverty_nodes.experiments.command import cli
from poverty_nodes.experiments.hangs_on import candidates, hangs_on, worlds
from poverty_nodes.experiments.hangs_on.worlds import OWN, small_worlds
from poverty_nodes.experiments.question.checked_question import ask

TINY = (
    *("months=4", "scale=0.004", "seeds=2", "window=2", "policy=[labour_standards]"),
    *("policy.labour_standards.start=1", "policy.labour_standards.ramp=1", "hangs_on=yes"),
)


def test_draws_are_shared_by_all_questions_about_a_cluster_and_those_of_the_question_take_their_place() -> (
    None
):
    one = small_worlds(ask(TINY))
    other = small_worlds(ask(["policy=[micro_credit]", "scale=0.004", "line=3.00", "seeds=4"]))
    assert len(one.draws) == len(other.draws) == worlds.DRAWS
    for first, second in zip(one.draws, other.draws, strict=True):
        here, there = one.by_number[first]["without"], other.by_number[second]["without"]
        assert here.base_fingerprint() == there.base_fingerprint()
    assert small_worlds(ask([*TINY, "draws=3"])).draws == ()


def test_a_number_that_the_question_sets_is_not_tried() -> None:
    question = ask([*TINY, "inputs.parameters.monopsony_markdown=0.2"])
    tried = {each.candidate.number.name for each in small_worlds(question).trials.values()}
    assert tried
    assert "parameters.monopsony_markdown" not in tried


@pytest.mark.slow
def test_what_an_answer_hangs_on_is_told_in_files_and_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(candidates, "CANDIDATES", 2)
    monkeypatch.setattr(worlds, "DRAWS", 2)
    monkeypatch.setattr(hangs_on, "SEEDS", 3)
    names = ["parameters.monopsony_markdown", "parameters.joint_pooling"]
    monkeypatch.setattr(candidates, "ranked", lambda *_: names)
    assert cli.main([*TINY]) == 0
    told = capsys.readouterr()
    assert "Next: what this hangs on." in told.err
    [folder] = (tmp_path / "outputs/compare").iterdir()
    table = pd.read_csv(folder / "hangs_on.csv", keep_default_na=False)
    assert list(table["input"].unique()) == names
    assert list(table.loc[table["input"] == names[1], "difference"].astype(float)) == [0.0, 0.0]
    page = (folder / "report.html").read_text()
    for words in ("What the answer hangs on", "whatever is not known", "figures/hangs_on.svg"):
        assert words in page
    assert small_worlds(ask(TINY)).by_number[OWN]["with"].policies
