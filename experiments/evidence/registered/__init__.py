"""What was laid down before it was run: patterns, trials and propositions as data, with a lock of their hashes."""
