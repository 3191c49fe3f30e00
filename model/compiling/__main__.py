"""`python -m poverty_nodes.model.compiling`: compiles the parts whose names it reads, and says when each is done."""

import sys

from poverty_nodes.model.compiling.empty_economy import empty_economy
from poverty_nodes.model.compiling.parts import PARTS


def main() -> None:
    """Compile part after part into the cache on disk, until there is nothing more to read."""
    for line in sys.stdin:
        PARTS[line.strip()](empty_economy())
        print(line.strip(), flush=True)


if __name__ == "__main__":
    main()
