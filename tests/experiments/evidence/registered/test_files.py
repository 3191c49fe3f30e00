"""What is registered is read as strictly as every other file."""

from __future__ import annotations

from pathlib import Path

import pytest

from poverty_nodes.experiments.evidence.registered.files import content
from poverty_nodes.scenarios.errors import QuestionError


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("seeds: 20\nseeds: 2\n", "rules.1.yaml: seeds: stands twice, on lines 1 and 2"),
        ("a: &a [1]\nb: [*a, *a]\n", "an alias"),
        ("- 1\n", "holds no keys"),
        ("a: " + "[" * 500 + "]" * 500 + "\n", "rules.1.yaml"),
        ("a: " + "9" * 5000 + "\n", "is a number of 5,000 characters"),
    ],
)
def test_a_registered_file_that_no_honest_hand_wrote_is_refused_in_words(
    text: str, told: str, tmp_path: Path
) -> None:
    (tmp_path / "rules.1.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(QuestionError) as caught:
        content("rules", tmp_path)
    assert told in str(caught.value)


def test_the_newest_version_counts_and_what_is_not_registered_is_told(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"rules.{number}.yaml").write_text(f"seeds: {number}\n", encoding="utf-8")
    assert content("rules", tmp_path) == {"seeds": 2}
    with pytest.raises(FileNotFoundError, match="p99 is not registered"):
        content("patterns/p99", tmp_path)
