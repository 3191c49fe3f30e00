"""A new policy: a package with a complete class that does nothing until its term is set, with its test and a README."""

from __future__ import annotations

from pathlib import Path

from poverty_nodes.experiments.command.new.order import Begun, Order
from poverty_nodes.experiments.command.new.written import written
from poverty_nodes.model.policies import REGISTRY
from poverty_nodes.scenarios.errors import Problem, QuestionError

_TEMPLATES = Path(__file__).parent / "templates"


def begin_policy(order: Order, dry_run: bool = False) -> Begun:
    """Write the beginning of a policy; QuestionError if there is one of its name.

    A policy is a class, and a configuration that someone sends must not bring code: so it is a package that is
    installed by hand, and named from then on.
    """
    if order.name in REGISTRY:
        message = f"there is a policy '{order.name}' already"
        raise QuestionError([Problem("command line", message, "another name")])
    texts = {
        f"{order.name}.py": _filled("policy.py.txt", order.name),
        "pyproject.toml": _filled("pyproject.toml.txt", order.name),
        f"test_{order.name}.py": _filled("test_policy.py.txt", order.name),
        "README.md": _filled("README.md.txt", order.name),
    }
    headline = f"{order.folder}: a policy that pays nothing until its amount is set."
    steps = (
        f"python -m pip install --editable {order.folder}",
        f"poverty-nodes compare 'policy=[{order.name}]' policy.{order.name}.amount=20 experiment=quick_look",
        f"README.md in {order.folder} says what to change",
    )
    return written(order, texts, headline, steps, dry_run)


def _filled(template: str, name: str) -> str:
    """A template with the policy's name, as a name, as a class and in words."""
    text = (_TEMPLATES / template).read_text(encoding="utf-8")
    camel = "".join(part.capitalize() for part in name.split("_"))
    words = name.replace("_", " ")
    marks = {"NAME_IN_WORDS": words, "ClassName": camel, "policy_name": name}
    for mark, value in {**marks, "package-name": name.replace("_", "-")}.items():
        text = text.replace(mark, value)
    return text
