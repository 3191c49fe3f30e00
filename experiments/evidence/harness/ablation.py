"""What could impose a pattern, so that it can be taken away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Ablation:
    """What could impose a pattern, and its neutral value.

    `parameters` are set to their neutral values from month 0 on (with `at_base` the base month is solved anew with
    them) and everything is measured again; a pattern that survives is emergent. `description` says that the
    pattern is put in with the numbers of the cluster: it is imposed, whatever the rules do. With neither, `reason`
    says why no single parameter could impose it.
    """

    reason: str
    parameters: Mapping[str, float] = field(default_factory=dict)
    at_base: bool = False
    description: bool = False
