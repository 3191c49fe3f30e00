"""`python -m poverty_nodes.experiments`: the same as the command `poverty-nodes`."""

import sys

from poverty_nodes.experiments.command.cli import main

if __name__ == "__main__":
    sys.exit(main())
