"""Acts of policies that a phase has to ask for, each known by instruments (model/instruments.py) and marks.

A policy does what an act stands for if it declares any of these in its `pulls` or `marking`, whatever its name and
wherever its class is defined.
"""

from __future__ import annotations

LENDING = ("micro_open",)
INSPECTING = ("monitored_formal", "monitored_informal")
AUDITING = ("code_floor", "code_standard", "audited")
CODES = ("code_standard",)
FLOORS = (*INSPECTING, "floor", "code_floor")
HOME_RIGHTS = ("piece_floor", "piece_contribution")
TEACHING = ("trade_training_chance", "technical_training_chance")
MATCHING = ("matching",)
KEEPING_SAFE = ("safety_cost",)
INSURING = (
    *("insured_sick", "insured_job", "insurance_rate", "insured_medical"),
    *("covered_sick", "covered_medical"),
)
