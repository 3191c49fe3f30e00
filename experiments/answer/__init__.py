"""The answers of compare, run and check: runs, impact and report put together."""
