"""The economy asks what a policy does, never what it is called: else a policy of one's own would do nothing."""

from __future__ import annotations

import ast

from poverty_nodes.model.policies import BUILT_IN


def test_no_rule_phase_or_measure_asks_for_a_policy_by_its_name(
    code: dict[str, ast.Module],
) -> None:
    asked = [
        f"{name}:{node.lineno}: {node.value}"
        for name, tree in code.items()
        if name.startswith(("model/", "scenarios/"))
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value in BUILT_IN
        if name != f"model/policies/{node.value}.py"  # where it is given its name
    ]
    assert asked == []
