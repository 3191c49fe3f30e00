"""Whether the model does what was published: patterns, trials, moments and quiet runs, and the ledger of them."""
