"""What tables can be broken down by, as a question names it."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from poverty_nodes.model.measures.crossing import ACCEPTED, Crossing, is_crossing
from poverty_nodes.model.measures.crossing import ALL_DIMENSIONS as DIMENSIONS
from poverty_nodes.model.nearest import nearest_name

TAKEN = f"a list of {' or '.join(DIMENSIONS)}, or of crossings: {ACCEPTED}"

EXAMPLE = "in quotes, such as 'groups=[gender*contract,gender*age:25|60]'"
"""A sign such as * or | would be read by the shell."""


def group_name(name: str) -> str:
    """A dimension or the text of a crossing; PydanticCustomError for what is neither."""
    if name in DIMENSIONS:
        return name
    if not is_crossing(name):
        told = {"name": name, "accepted": TAKEN, "nearest": nearest_name(name, DIMENSIONS)}
        raise PydanticCustomError("unknown", "'{name}' is not accepted", told)
    try:
        return Crossing.read(name).text
    except ValueError as error:
        told = {"problem": str(error), "accepted": ACCEPTED, "remedy": EXAMPLE}
        raise PydanticCustomError("unknown", "{problem}", told) from error


Dimension = Annotated[
    str, AfterValidator(group_name), Field(json_schema_extra={"accepted": "a group"})
]
