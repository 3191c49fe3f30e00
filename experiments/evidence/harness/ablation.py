"""What could impose a pattern, described so that it can be removed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from poverty_nodes.experiments.evidence.harness.setting import Setting


@dataclass(frozen=True)
class Ablation:
    """What could impose a pattern, and its neutral value.

    `parameters` are set to their neutral values from month 0 on (with `at_base` the base month is solved anew with
    them); `settings` are numbers of descriptions and sizes of shocks, at the end of their range that imposes least.
    Then everything is measured again, and the share of the effect that survives is told. `description` says that the
    pattern is put in with the numbers of the cluster: it is imposed, whatever the rules do. `unreached` names what
    stands in code and cannot be taken away yet: with it nothing is cleanly emergent.
    """

    reason: str
    parameters: Mapping[str, float] = field(default_factory=dict)
    at_base: bool = False
    description: bool = False
    settings: tuple[Setting, ...] = ()
    unreached: tuple[str, ...] = ()

    @property
    def takes_away(self) -> bool:
        """Return whether there is anything to remove."""
        return bool(self.parameters or self.settings)

    def words(self) -> str:
        """Return a short text of what is set to neutral.

        >>> Ablation("why", {"learning": 0.0}).words()
        'learning=0'
        """
        named = [f"{name}={value:g}" for name, value in self.parameters.items()]
        return ", ".join([*named, *(each.words() for each in self.settings)])
