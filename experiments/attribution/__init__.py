"""Why a package does what it does: by component (Shapley shares) and by channel (switched off one after another)."""
