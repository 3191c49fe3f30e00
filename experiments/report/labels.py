"""Words for groups, policies, measures and spans of time."""

from __future__ import annotations

from collections.abc import Sequence

from poverty_nodes.experiments.impact.terms import Terms
from poverty_nodes.experiments.report.crossed_labels import crossed_label, is_crossed
from poverty_nodes.model.measures.local_line import local_line

GROUPS = {
    "all": "all persons",
    "gender=male": "men",
    "gender=female": "women",
    "skill=unskilled": "unskilled people",
    "skill=skilled": "skilled people",
    "contract=none": "no work in the sector",
    "contract=regular": "regular workers",
    "contract=casual": "casual workers",
    "contract=homework": "home workers",
    "contract=own_account": "owners of firms",
    "social_group=majority": "majority group",
    "social_group=minority": "minority group",
    "migrant=local": "locals",
    "migrant=migrant": "migrants",
    "tier=none": "outside the sector",
    "tier=exporter": "at exporters",
    "tier=subcontractor": "at subcontractors",
    "tier=specialist": "at specialists",
    "place=cluster": "the cluster",
    "place=dispersed": "the comparator",
    "decile=1": "poorest tenth",
    "decile=2": "second tenth",
    "decile=3": "third tenth",
    "decile=4": "fourth tenth",
    "decile=5": "fifth tenth",
    "decile=6": "sixth tenth",
    "decile=7": "seventh tenth",
    "decile=8": "eighth tenth",
    "decile=9": "ninth tenth",
    "decile=10": "richest tenth",
}

DIMENSIONS = {
    "all": "All",
    "gender": "Gender",
    "skill": "Skill",
    "contract": "Contract",
    "social_group": "Social group",
    "migrant": "Origin",
    "tier": "Tier of the chain",
    "node": "Poverty node",
    "decile": "Place in the distribution",
    "place": "Place",
    "age": "Age",
    "size": "Size of the firm",
    "household_size": "Size of the household",
}


def dimension_label(dimension: str) -> str:
    """A dimension of the tables in words.

    >>> dimension_label("gender*contract")
    'Gender, contract'
    """
    names = [DIMENSIONS.get(each, each.replace("_", " ")) for each in dimension.split("*")]
    return ", ".join([names[0], *(name[0].lower() + name[1:] for name in names[1:])])


CHANNELS = {
    "jobs": "jobs",
    "wages": "wages",
    "contract": "contract",
    "orders_and_prices": "orders and prices",
    "firm_entry_and_exit": "firms opening and closing",
    "credit": "credit",
    "transfers": "transfers and dues",
    "local_economy": "local spending",
    "standards": "standards met",
    "skills": "skills",
    "health_and_care": "health and care",
    "know_how": "know-how of firms",
    "buying_and_selling_together": "joint action",
    "rest": "all else",
}

PAYERS = {
    "government": "the government",
    "donor": "donors",
    "buyers": "buyers",
    "firms": "firms",
    "association": "the association",
    "households": "households",
}

CONTRACTS = {
    "regular": "regular",
    "casual": "casual",
    "homework": "home work",
    "own_account": "owners",
    "none": "outside",
}

TIERS = {
    "exporter": "exporters",
    "subcontractor": "subcontractors",
    "specialist": "specialists",
    "none": "outside the sector",
}

_PEOPLE = {"male": "men", "female": "women"}

_POLICIES = {
    "micro_credit": "micro-credit",
    "womens_technical_training": "women's technical training",
    "code_of_conduct": "a code of conduct",
    "technology_centre": "a technology centre",
    "effluent_plant": "an effluent plant",
    "safety_and_health": "safety and health at work",
    "home_worker_inclusion": "inclusion of home workers",
}

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def group_label(group: str) -> str:
    """A group in words.

    >>> group_label("gender=female"), group_label("node=subcontractor|homework|female")
    ('women', 'women in home work for subcontractors')
    """
    if group.startswith("node="):
        return node_label(*group.removeprefix("node=").split("|"))
    if is_crossed(group):
        return crossed_label(group, GROUPS)
    return GROUPS.get(group, group.partition("=")[2].replace("_", " ") or group)


def people_label(group: str) -> str:
    """A group as the subject of a sentence.

    >>> people_label("tier=exporter"), people_label("contract=none"), people_label("gender=male")
    ('people at exporters', 'people with no work in the sector', 'men')
    """
    label = group_label(group)
    if is_crossed(group):
        return label
    if label.startswith("no work"):
        return f"people with {label}"
    if label in ("majority group", "minority group"):
        return f"people of the {label}"
    return f"people {label}" if label.startswith(("at ", "outside ")) else label


def node_label(tier: str, contract: str, gender: str) -> str:
    """A poverty node in words; an unknown code is written as it stands."""
    who = _PEOPLE.get(gender, gender)
    if tier == "none":
        return f"{who} outside the sector"
    firms = TIERS.get(tier, tier)
    if contract == "own_account":
        return f"{who} who own firms, {firms}"
    work = CONTRACTS.get(contract, contract)
    return f"{who} in {work} {'for' if contract == 'homework' else 'work with'} {firms}"


def policy_label(name: str) -> str:
    """A policy in words."""
    return _POLICIES.get(name, name.replace("_", " "))


def listed(names: Sequence[str]) -> str:
    """Return names as a list in words.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def capital(text: str) -> str:
    """Return the text with a capital first letter, behind a quotation mark too.

    >>> capital("home workers"), capital("“slow” and “fast”")
    ('Home workers', '“Slow” and “fast”')
    """
    at = 1 if text.startswith("“") else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def package(terms: Terms) -> str:
    """Return the policies that are enacted, in words that follow "with".

    >>> from poverty_nodes.experiments.impact.terms import Enacted
    >>> from poverty_nodes.model.measures.lines import international_line
    >>> package(Terms(international_line("4.20"), 60, 12, 0.1, (Enacted("micro_credit", 12, "donor"),)))
    'micro-credit'
    """
    if not terms.policies:
        return "no policy"
    return listed([policy_label(policy.name) for policy in terms.policies])


def meanwhile(terms: Terms) -> str:
    """Return the shocks of both worlds, in words for the end of a question; "" without any.

    >>> from poverty_nodes.experiments.impact.terms import Happening
    >>> from poverty_nodes.model.measures.lines import international_line
    >>> flood = (Happening("flood", "a flood strikes", 7),)
    >>> meanwhile(Terms(international_line("4.20"), 60, 12, 0.1, (), flood))
    ', while a flood strikes (from month 7)'
    """
    shocks = sorted(terms.shocks, key=lambda shock: shock.start)
    what = listed([f"{shock.happens} (from month {shock.start})" for shock in shocks])
    return f", while {what}" if shocks else ""


def span(months: int) -> str:
    """A number of months in words.

    >>> span(60), span(12), span(18), span(1)
    ('five years', 'one year', '18 months', 'one month')
    """
    if months % 12 == 0 and months > 0:
        return _unit(months // 12, "year")
    return _unit(months, "month")


def months_at_end(terms: Terms) -> str:
    """Return the months that are averaged as the end.

    >>> from poverty_nodes.model.measures.lines import international_line
    >>> months_at_end(Terms(international_line("4.20"), 60, 12, 0.1, ()))
    'months 49 to 60'
    """
    if terms.window == 1:
        return f"month {terms.months}"
    return f"months {terms.months - terms.window + 1} to {terms.months}"


def line_label(terms: Terms) -> str:
    """The poverty line in words."""
    if terms.line.name == "national":
        return f"the national line (${terms.line.daily:.2f} a day)"
    if (local := local_line(terms.line.name)) is not None:
        spoken = f"{local.amount:,.10g} {local.currency} a {local.period} at prices of {local.year}"
        return f"the line of {spoken} (${terms.line.daily:.2f} a day)"
    return f"${terms.line.name} a day"


def _unit(how_many: int, unit: str) -> str:
    small = unit == "year" or how_many == 1
    figure = _SMALL[how_many] if small and how_many < len(_SMALL) else str(how_many)
    return f"{figure} {unit}{'' if how_many == 1 else 's'}"
