"""Pay and quits by tenure: nothing at the neutral values, and the right way beyond them."""

from __future__ import annotations

from poverty_nodes.model.rules.tenure import quit_factor, tenure_pay
from tests.model.village import parameters

NEUTRAL = dict.fromkeys(
    ("match_pay", "tenure_pay", "early_quits", "match_quits", "local_stay"), 0.0
)
ON = {
    **{"match_pay": 0.1, "tenure_pay": 0.12, "early_quits": 3.0, "match_quits": 0.3},
    **{"local_stay": 0.5, "match_seen": 6.0, "tenure_pay_months": 36.0},
}


def test_at_the_neutral_values_pay_and_quits_ask_for_nothing() -> None:
    p = parameters(**NEUTRAL)[0]
    for match, tenure, migrant in ((1.3, 0, 0), (-2.0, 17, 1), (0.4, 200, 0)):
        assert tenure_pay(match, tenure, p) == 1.0
        assert quit_factor(match, tenure, migrant, p) == 1.0


def test_a_match_is_paid_once_it_is_known_and_not_at_hiring() -> None:
    p = parameters(**ON)[0]
    assert tenure_pay(2.0, 0, p) == tenure_pay(-2.0, 0, p) == 1.0
    assert tenure_pay(1.0, 12, p) > tenure_pay(0.0, 12, p) > tenure_pay(-1.0, 12, p)
    assert tenure_pay(0.0, 60, p) > tenure_pay(0.0, 12, p) > 1.0


def test_newcomers_and_migrants_and_bad_matches_quit_most() -> None:
    p = parameters(**ON)[0]
    assert quit_factor(0.0, 0, 1, p) == 4.0
    assert quit_factor(0.0, 0, 1, p) > quit_factor(0.0, 12, 1, p) > quit_factor(0.0, 60, 1, p)
    assert quit_factor(0.0, 30, 0, p) == 0.5 * quit_factor(0.0, 30, 1, p)
    assert quit_factor(-1.0, 12, 1, p) > quit_factor(1.0, 12, 1, p)
