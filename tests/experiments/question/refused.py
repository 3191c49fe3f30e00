"""What is said of a question that is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.experiments.question.composition import CONF
from poverty_nodes.scenarios.errors import Problem, QuestionError


def problems_of(*tokens: str, conf: Path = CONF) -> tuple[Problem, ...]:
    """The problems of a question that is typed."""
    with pytest.raises(QuestionError) as caught:
        ask(tokens, conf=conf)
    return caught.value.problems
