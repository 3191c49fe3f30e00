"""Trade: orders of buyers, who supplies whom, production and sales."""
