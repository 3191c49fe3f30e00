"""The yardstick of a Mesa user: the shared month with an object for each agent and rules in plain Python.

Run with NUMBA_DISABLE_JIT=1, where the rules of model/rules are ordinary functions, so that the economics is the same
and only the way of writing differs: agents that are objects and hold each other, `do` and `shuffle_do`, a
DataCollector. Luck comes from the model's own generator, as Mesa has it; so it agrees with the others in the mean over
seeds and not person by person. It starts from the same month 0.
"""
