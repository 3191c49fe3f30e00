"""A node of the ring with vacancies when the search of a month begins: all that a look needs of it, side by side."""

from poverty_nodes.model.population.table import Field, record

FIELDS = (
    Field("key", "f8", "/1", "where on the ring of its place it lies, in (0, 1)"),
    Field("firm", "i4", "row", "row of the firm"),
    Field(
        "next", "i4", "row", "node from which to go on looking; itself as long as it has vacancies"
    ),
    Field("kind", "i4", "code", "kind of post (0-3: positions 1-4 of POST)"),
)

OPEN_NODE = record(FIELDS)
