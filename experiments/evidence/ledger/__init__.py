"""The ledger of evidence: verdicts over patterns, trials and moments, as tables and as a page."""
