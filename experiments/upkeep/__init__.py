"""Looking after a store: what is in it, whether it still is what the model says, what can go."""
