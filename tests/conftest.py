"""What holds for every test: drawn examples are the same each time, and figures need no screen."""

from __future__ import annotations

import os

from hypothesis import settings

os.environ.setdefault("MPLBACKEND", "Agg")

# A first call of a rule compiles it, which no deadline allows for. Examples are derived from the
# test alone, so that one that fails here fails everywhere.
settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")
