"""The propositions of the paper, one file each, as experiments on real clusters that were registered before a run."""
