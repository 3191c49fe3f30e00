"""Why a package does what it does: by lever (Shapley shares) and by channel (switched off one after another)."""
