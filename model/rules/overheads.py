"""Fixed costs of a firm: how large a part of its sales they are, and how slowly they follow its size.

A firm pays a fixed cost each month (Hopenhayn 1992), and closes when cash and credit are gone and not when its value is
negative. Most small firms hold cash for a few weeks of what they pay out.
"""

from poverty_nodes.model.rule import rule


@rule
def share_of_overheads(heads, share, half):
    """Overheads over usual sales: s H/(H + H0), H posts on the firm's premises; nothing where a household works alone.

    >>> share_of_overheads(0.0, 0.1, 4.0), share_of_overheads(4.0, 0.1, 4.0), share_of_overheads(36.0, 0.1, 4.0)
    (0.0, 0.05, 0.09)
    """
    return share * heads / (heads + half) if heads > 0.0 else 0.0


@rule
def next_usual_sales(usual, sales, speed):
    """Sales in dollars that rooms, lines and staff are kept for: U + v (R - U).

    >>> next_usual_sales(1000.0, 1000.0, 0.03), next_usual_sales(1000.0, 0.0, 0.03)
    (1000.0, 970.0)
    """
    return usual + speed * (sales - usual)
