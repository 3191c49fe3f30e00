"""Where runs are kept, under addresses that cover all that made them."""
