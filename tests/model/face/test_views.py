"""An agent is a view of a row: it reads and writes the record, and stands for one agent only."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import mesa
import numpy as np
import pytest

from poverty_nodes.model import Buyer, ClusterModel, Firm, Household, Worker
from poverty_nodes.model.face.declared import LABELS, LINKS
from poverty_nodes.model.face.view import GoneError, View
from poverty_nodes.model.face.views import KINDS
from poverty_nodes.scenarios import Scenario

Close = Callable[[ClusterModel, int], None]


def test_every_declared_field_reads_as_the_record_has_it(model: ClusterModel) -> None:
    for kind in KINDS:
        view = model.agents_by_type[kind][-1]
        for name, field in kind.fields.items():
            stored = model.table(kind.table)[name][view.row].item()
            plain = f"{name}_row" if field.unit == "row" else name
            assert getattr(view, plain) == stored, f"{kind.__name__}.{plain}"


def test_every_field_that_is_a_row_is_a_link_and_every_code_that_has_labels_shows_them() -> None:
    declared = [field for kind in KINDS for field in kind.fields.values()]
    assert {field.name for field in declared if field.unit == "row"} <= set(LINKS)
    labelled = {field.name for field in declared if field.unit == "code"}
    assert set(LABELS) <= labelled


def test_no_field_hides_what_every_view_has() -> None:
    taken = {*dir(View), "workers", "firm", "contract", "node", "members", "welfare", "poor"}
    hidden = [name for kind in KINDS for name in kind.fields if name in taken]
    assert hidden == []


def test_a_number_that_is_set_is_in_the_record_and_changes_the_run(scenario: Scenario) -> None:
    model, untouched = ClusterModel(scenario, seed=1), ClusterModel(scenario, seed=1)
    firm = model.agents_by_type[Firm][0]
    firm.capital = 2.0 * firm.capital
    assert model.firms["capital"][firm.row] == 2.0 * untouched.firms["capital"][firm.row]
    model.step()
    untouched.step()
    assert model.firms["output"][firm.row] > untouched.firms["output"][firm.row]


def test_codes_are_numbers_with_labels_beside_them(model: ClusterModel) -> None:
    firm = model.agents_by_type[Firm].select(lambda firm: firm.tier == 2)[0]
    assert (firm.tier, firm.tier_label, firm.place_label) == (2, "subcontractor", "cluster")


def test_links_lead_to_the_other_agents_and_back(model: ClusterModel) -> None:
    firm = model.agents_by_type[Firm].sort("base_heads")[0]
    assert isinstance(firm.owner, Worker)
    assert firm.owner.firm == firm.owner.employer == firm
    assert firm.owner.contract == "own_account"
    assert firm.household == firm.owner.household
    assert firm.owner in firm.household.members
    assert len(firm.household.members) == firm.household.adults
    assert firm.owner not in firm.workers
    assert all(worker.firm == firm for worker in firm.workers)
    assert isinstance(firm.buyer, Buyer)
    assert firm in firm.buyer.suppliers


def test_a_link_to_nobody_is_none(model: ClusterModel) -> None:
    outside = model.agents_by_type[Worker].select(lambda worker: worker.post == 0)[0]
    assert (outside.firm, outside.employer_row, outside.tier) == (None, -1, 0)
    assert (outside.contract, outside.node.split("|")[:2]) == ("none", ["none", "none"])


def test_a_subcontractor_can_be_given_another_patron_or_none(model: ClusterModel) -> None:
    firms = model.agents_by_type[Firm]
    exporter = firms.select(lambda firm: firm.tier == 1)[-1]
    subcontractor = firms.select(lambda firm: firm.tier == 2)[0]
    subcontractor.patron = exporter
    assert model.firms["patron"][subcontractor.row] == exporter.row
    subcontractor.patron = None
    assert model.firms["patron"][subcontractor.row] == -1
    with pytest.raises(TypeError, match="this model's firms or None"):
        subcontractor.patron = subcontractor.owner
    with pytest.raises(TypeError, match="this model's firms or None"):
        subcontractor.patron = 3


def test_welfare_and_poverty_of_a_household_are_those_of_its_record(model: ClusterModel) -> None:
    household = model.agents_by_type[Household][0]
    record = model.households[0]
    assert household.welfare == pytest.approx(record["consumption"] / record["size"])
    assert household.poor == (household.welfare < model.line)


@pytest.mark.parametrize(
    ("name", "value", "error", "message"),
    [
        ("captial", 1.0, AttributeError, "did you mean 'capital'"),
        ("id", 5, AttributeError, "read only"),
        ("owner", None, AttributeError, "override the phase"),
        ("owner_row", 3, AttributeError, "set owner instead"),
        ("tier_label", "exporter", AttributeError, "set tier instead"),
        ("tier", 4, ValueError, "0 to 3"),
        ("tier", -1, ValueError, "0 to 3"),
        ("formal", 2, ValueError, "0 to 1"),
        ("age", 1.5, ValueError, "whole number"),
        ("capital", "much", TypeError, "finite number"),
        ("capital", float("nan"), TypeError, "finite number"),
        ("buyer", 0, TypeError, "buyers or None"),
        ("pos", (0, 0), AttributeError, "keeps no attribute of its own"),
        ("row", 3, AttributeError, "keeps no attribute of its own"),
    ],
)
def test_what_a_record_cannot_hold_is_refused(
    model: ClusterModel, name: str, value: object, error: type[Exception], message: str
) -> None:
    before = model.firms.tobytes()
    with pytest.raises(error, match=message):
        setattr(model.agents_by_type[Firm][0], name, value)
    assert model.firms.tobytes() == before


def test_a_misspelt_attribute_is_an_error_when_read(model: ClusterModel) -> None:
    with pytest.raises(AttributeError, match="captial"):
        _ = model.agents_by_type[Firm][0].captial


def test_two_views_of_a_row_are_one_agent(model: ClusterModel) -> None:
    first, again = model.agents_by_type[Firm][0], model.agents_by_type[Firm][0]
    assert first is not again
    assert first == again
    assert len({first, again}) == 1
    assert first != model.agents_by_type[Firm][1]
    assert first != first.id


def test_agents_of_two_models_are_two(scenario: Scenario) -> None:
    one, other = (ClusterModel(scenario, seed=1).agents_by_type[Firm][0] for _ in range(2))
    assert one != other


def test_unique_ids_are_unique_among_all_kinds(model: ClusterModel) -> None:
    ids = model.agents.get("unique_id")
    assert len(set(ids)) == len(ids) == len(model.agents)


def test_views_are_mesa_agents_without_a_place_in_space(model: ClusterModel) -> None:
    for kind in KINDS:
        view = model.agents_by_type[kind][0]
        assert isinstance(view, mesa.Agent)
        assert (view.model, view.pos, view.random, view.rng) == (
            model,
            None,
            model.random,
            model.rng,
        )


def test_a_closed_firm_says_so_whatever_it_is_asked(model: ClusterModel, close_firm: Close) -> None:
    firm = model.agents_by_type[Firm][2]
    close_firm(model, firm.row)
    for name in ("capital", "tier_label", "owner", "workers"):
        with pytest.raises(GoneError, match=rf"Firm {firm.identity} has closed: not .* month 0"):
            getattr(firm, name)
    with pytest.raises(GoneError, match="has closed"):
        firm.capital = 1.0
    assert firm.gone
    assert repr(firm) == f"<Firm {firm.identity} has closed>"
    assert firm.unique_id == 8 * firm.identity


def test_a_worker_who_has_retired_is_not_the_heir(model: ClusterModel) -> None:
    worker = model.agents_by_type[Worker][5]
    model.workers["age"][5] = 12 * 120
    model.step()
    heir = model.agents_by_type[Worker][5]
    assert (heir.row, heir.generation, heir.gone) == (5, 1, False)
    with pytest.raises(GoneError, match=f"Worker {worker.identity} has retired"):
        _ = worker.age


def test_a_firm_that_takes_over_a_row_is_another_agent(model: ClusterModel) -> None:
    firm = model.agents_by_type[Firm][2]
    model.firms["id"][firm.row] = 999_999
    successor = model.agents_by_type[Firm][2]
    assert firm.gone
    assert not successor.gone
    assert firm != successor
    assert successor.row == firm.row


def test_a_link_to_a_firm_that_has_closed_is_none(model: ClusterModel, close_firm: Close) -> None:
    firm = model.agents_by_type[Firm].select(lambda firm: firm.patron is not None)[0]
    close_firm(model, firm.patron_row)
    assert firm.patron is None


def test_a_view_pickles_by_its_model_and_row(model: ClusterModel) -> None:
    firm = model.agents_by_type[Firm][3]
    twin, its_model = pickle.loads(pickle.dumps((firm, model)))
    assert twin.model is its_model
    assert (twin.row, twin.unique_id, twin.capital) == (firm.row, firm.unique_id, firm.capital)


def test_a_field_says_what_it_is_and_in_what_unit() -> None:
    assert "machines" in Firm.capital.__doc__
    assert Firm.fields["capital"].unit == "$"


def test_numbers_are_those_of_python(model: ClusterModel) -> None:
    firm = model.agents_by_type[Firm][0]
    assert {type(firm.capital), type(firm.tier), type(firm.age)} == {float, int}
    assert not isinstance(model.agents_by_type[Firm].get("capital")[0], np.generic)


def test_views_of_the_modellers_own_take_the_place_of_the_usual_ones(scenario: Scenario) -> None:
    town = Town(scenario)
    before = town.firms["capital"].copy()
    town.agents_by_type[Workshop].shuffle_do("plough_back")
    assert np.array_equal(town.firms["capital"], 1.5 * before)
    assert isinstance(town.agents_by_type[Worker].select(lambda w: w.post == 5)[0].firm, Workshop)


class Workshop(Firm):
    """A firm with a habit."""

    def plough_back(self) -> None:
        self.capital *= 1.5


class Town(ClusterModel):
    """A town of such firms."""

    own_views = (Workshop,)


def test_agents_are_not_made_by_a_count_and_that_is_said(model: ClusterModel) -> None:
    before = len(model.agents_by_type[Firm])
    with pytest.raises(TypeError, match="Firm cannot be made by a count"):
        Firm.create_agents(model, 3)
    assert len(model.agents_by_type[Firm]) == before


def test_what_is_no_scenario_is_said_in_words() -> None:
    with pytest.raises(TypeError, match="needs a Scenario, not the str 'sialkot_surgical'"):
        ClusterModel("sialkot_surgical")  # type: ignore[arg-type]
