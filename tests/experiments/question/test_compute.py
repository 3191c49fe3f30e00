"""The key `compute`: a file of conf/compute/, terms of its own, and no part of what is asked."""

from __future__ import annotations

import pytest

from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.experiments.runs.executors.computing import Means
from poverty_nodes.experiments.runs.slices import Slice
from poverty_nodes.scenarios.errors import QuestionError

FEW = ["months=3", "policy=[]", "scale=0.02"]


def test_a_file_is_chosen_by_name_and_its_terms_are_set_below_it() -> None:
    asked = ask([*FEW, "compute=processes", "compute.workers=3", "compute.slice=2/5"])
    assert Means.of(**asked.compute.model_dump()) == Means("processes", 3, None, Slice(2, 5))
    assert Means.of(**ask(FEW).compute.model_dump()) == Means("threads")


def test_who_makes_the_runs_is_no_part_of_the_question() -> None:
    one, other = ask(FEW), ask([*FEW, "compute=serial", "compute.slice=1/2"])
    assert one.folder() == other.folder()
    assert "compute" not in other.to_yaml(how=False)
    assert "slice: 1/2" in other.to_yaml()


def test_everything_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(QuestionError) as error:
        ask([*FEW, "compute=dusk", "compute.slice=3/2", "compute.workers=0"])
    said = str(error.value)
    for words in ("3 problems", "did you mean 'dask'", "'3/2' is no part of a whole", "workers"):
        assert words in said
