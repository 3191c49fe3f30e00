"""The message for somebody who gives a model something other than a scenario."""

from __future__ import annotations


def no_scenario(given: object) -> str:
    """The sentence: what was given, and what a model is made of.

    >>> print(no_scenario("sialkot_surgical"))
    a ClusterModel needs a Scenario, not the str 'sialkot_surgical': Scenario(cluster=load_cluster('sialkot_surgical'))
    """
    shown = repr(given)
    shown = shown if len(shown) <= 60 else f"{shown[:57]}..."
    named = shown if isinstance(given, str) else "'sialkot_surgical'"
    kind = type(given).__name__
    return f"a ClusterModel needs a Scenario, not the {kind} {shown}: Scenario(cluster=load_cluster({named}))"
