"""What a package would reach and cost, and whether each lever bites, from one short life with and without it."""
