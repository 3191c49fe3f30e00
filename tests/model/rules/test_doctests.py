"""The examples in the docstrings of compiled rules are really run by the test runner."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from types import ModuleType

import pytest

import poverty_nodes.model.rules as rules

TOPICS = [
    importlib.import_module(f"poverty_nodes.model.rules.{m.name}")
    for m in pkgutil.iter_modules(rules.__path__)
]


def rules_of(topic: ModuleType) -> list[str]:
    """Functions that a file defines, compiled or not."""
    return [
        name
        for name, value in vars(topic).items()
        if callable(value) and getattr(value, "__module__", "") == topic.__name__
    ]


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.__name__.split(".")[-1])
def test_every_rule_has_an_example_and_the_runner_finds_it(topic: ModuleType) -> None:
    found = {
        each.name.split(".")[-1] for each in doctest.DocTestFinder().find(topic) if each.examples
    }
    assert rules_of(topic)
    assert set(rules_of(topic)) - found == set()


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.__name__.split(".")[-1])
def test_a_wrong_example_would_be_seen(topic: ModuleType) -> None:
    """Each example is run on the compiled rule with what it should print replaced."""
    runner = doctest.DocTestRunner(verbose=False)
    wrong = [each for each in doctest.DocTestFinder().find(topic) if each.examples]
    for each in wrong:
        for example in each.examples:
            example.want = "something else\n"
        runner.run(each, out=lambda _: None)
    assert runner.failures == sum(len(each.examples) for each in wrong)
    assert runner.failures > 0
