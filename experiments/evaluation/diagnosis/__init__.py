"""What a study is worth: bias, coverage, power and the smallest effect that it finds, over many worlds."""
