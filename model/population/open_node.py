"""A node of the ring that has vacancies when the search of a month begins, in a short record."""

from poverty_nodes.model.population.table import Field, record

FIELDS = (
    Field("key", "f8", "/1", "where on the ring of its place it lies, in (0, 1)"),
    Field("firm", "i4", "row", "row of the firm"),
    Field("next", "i4", "row", "the next node to look at; itself as long as it has vacancies"),
    Field("kind", "i4", "code", "kind of post (0-3: positions 1-4 of POST)"),
)

OPEN_NODE = record(FIELDS)
