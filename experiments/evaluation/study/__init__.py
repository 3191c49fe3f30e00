"""A study as it is asked for: whom it may ask, how the programme is assigned, when it asks, and what it pays."""
