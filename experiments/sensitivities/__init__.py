"""Which inputs and which levers drive the outcomes, and how much is chance."""
