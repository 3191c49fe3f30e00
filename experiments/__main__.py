"""`python -m experiments`: the same as the command `poverty-nodes`."""

import sys

from experiments.command.cli import main

if __name__ == "__main__":
    sys.exit(main())
