"""The patterns, one file each; a new one is a file and a line here."""

from __future__ import annotations

from poverty_nodes.experiments.evidence.harness.pattern import Pattern
from poverty_nodes.experiments.evidence.patterns import (
    p01_export_insertion,
    p02_s_curve,
    p03_jobs_and_output,
    p04_reversal,
    p06_sizes,
    p07_graduation,
    p08_incipient,
    p10_pay_level,
    p11_tiers,
    p12_final_price,
    p13_inequality,
    p14_smallest_gain,
    p15_joint_action,
    p16_shock_and_ties,
    p18_lapse,
    p20_standards,
    p21_governance,
    p23_women,
    p24_social_upgrading,
    p25_programmes,
)

PATTERNS: tuple[Pattern, ...] = tuple(
    module.PATTERN
    for module in (
        p01_export_insertion,
        p02_s_curve,
        p03_jobs_and_output,
        p04_reversal,
        p06_sizes,
        p07_graduation,
        p08_incipient,
        p10_pay_level,
        p11_tiers,
        p12_final_price,
        p13_inequality,
        p14_smallest_gain,
        p15_joint_action,
        p16_shock_and_ties,
        p18_lapse,
        p20_standards,
        p21_governance,
        p23_women,
        p24_social_upgrading,
        p25_programmes,
    )
)
"""All patterns, in the order of their numbers."""
