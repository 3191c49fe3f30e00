"""Work: posts, search and matching, pay, and the rules that regulate labour."""
