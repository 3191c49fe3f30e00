"""How a policy reaches anybody: target, eligibility, enrolment, budget and account."""
