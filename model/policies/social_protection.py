"""Social protection: insurance of households against illness, injury and dismissal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from poverty_nodes.model.policies.base import Duration, Money, Policy, Share

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without
    from numpy.typing import NDArray

    from poverty_nodes.model.policies.delivery.tables import Tables


class SocialProtection(Policy):
    """Insured households pay a share of wages and are paid in illness and after a dismissal.

    They need a smaller buffer of savings, more of them found a firm, and people with a benefit are choosier about
    posts.
    """

    name: ClassVar[str] = "social_protection"
    source: ClassVar[str] = "judged; no study of social insurance for cluster workers was found"
    targets: ClassVar[Literal["household"]] = "household"
    reaches: ClassVar[Literal["people"]] = "people"
    unit: ClassVar[str] = "insured household, a month"
    marked: ClassVar[Literal["households"]] = "households"
    marking: ClassVar[tuple[str, ...]] = (
        "insured_medical",
        "insured_sick",
        "insured_job",
        "insured_months",
        "insurance_rate",
    )
    value: ClassVar[str] = "take_up"

    # All judged: the evidence collected holds no figure for such schemes in clusters.
    medical: Share = Field(default=0.7, description="share of medical costs that are borne")
    sick_pay: Share = Field(
        default=0.5, description="share of pay lost to illness or injury that is borne"
    )
    job_loss: Share = Field(default=0.5, description="share of the last wage after a dismissal")
    months: Duration = Field(default=3, description="months for which it is paid")
    contribution_rate: Share = Field(
        default=0.02, description="contribution of the insured, as a share of their wages"
    )
    # Judged, with 0.2 to 0.9 as range.
    take_up: Share = Field(default=0.5, description="share of eligible households that are insured")
    unit_cost: Money = Field(default=1.0, description="administration a household and month")

    def marks(
        self, tables: Tables, rows: NDArray[np.int64]
    ) -> Mapping[str, float | NDArray[np.float64]]:
        """What insured households are insured for, and what they pay."""
        return {
            "insured_medical": self.medical,
            "insured_sick": self.sick_pay,
            "insured_job": self.job_loss if self.months > 0 else 0.0,
            "insured_months": float(self.months),
            "insurance_rate": self.contribution_rate,
        }
