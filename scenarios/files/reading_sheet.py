"""A sheet for a second reader: the measured numbers of a cluster by name, unit, year and source, without values.

`python -m poverty_nodes.scenarios.files.reading_sheet ID` prints it; filled in, it is the cluster's
second_reading.yaml.
"""

from __future__ import annotations

import sys

from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.errors import QuestionError
from poverty_nodes.scenarios.sources.bibliography import project_sources

HEAD = """\
# Read a second time from the sources named below, without the first reading at hand.
# Say blind: false if you have seen the first values; the numbers then stay provisional.
blind: true
numbers:"""


def reading_sheet(cluster: ClusterDescription) -> str:
    """Return the sheet: YAML with an empty `value` and `where` for each measured number, and its source above it."""
    known = project_sources()
    lines = [HEAD]
    for key, estimate in cluster.estimates():
        if estimate.kind != "measured":
            continue
        for name in estimate.sources:
            source = known.get(name)
            about = f": {source.author} ({source.year}), {source.title}" if source else ""
            lines.append(f"  # {estimate.year}, {name}{about}")
        lines.append(f"  {key}: {{value: , unit: {estimate.unit}, where: }}")
    return "\n".join(lines)


if __name__ == "__main__":
    try:
        print("\n".join(reading_sheet(load_cluster(name)) for name in sys.argv[1:]))
    except QuestionError as error:
        sys.exit(str(error))
