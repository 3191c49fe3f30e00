"""Money of firms: investment, loans, the books of the month."""
