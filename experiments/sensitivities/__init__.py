"""Which inputs and which terms drive the outcomes, and how much is chance."""
