"""Numbers that stand by kind of post: skilled regular, regular, casual, home work (0-3: positions 1-4 of POST)."""

from poverty_nodes.model.rule import rule


@rule
def of_kind(
    kind: int, skilled_regular: float, regular: float, casual: float, homework: float
) -> float:
    """That of four numbers which belongs to a kind of post."""
    if kind == 0:
        return skilled_regular
    if kind == 1:
        return regular
    if kind == 2:
        return casual
    return homework
