"""Uncertain inputs: numbers with a range, their distributions, and draws that hold together."""

from __future__ import annotations

from poverty_nodes.scenarios.inputs.coherent import with_inputs
from poverty_nodes.scenarios.inputs.distribution import Distribution
from poverty_nodes.scenarios.inputs.register import Input, inputs_of, matching

__all__ = ["Distribution", "Input", "inputs_of", "matching", "with_inputs"]
