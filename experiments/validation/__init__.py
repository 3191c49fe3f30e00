"""The pattern ledger: published facts about clusters, each an experiment on the model with its band set before."""
