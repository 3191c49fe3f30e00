"""Behavioural numbers of exporters' relations with foreign buyers."""

from __future__ import annotations

from poverty_nodes.model.parameters.parameter import Parameter

P = Parameter

# fmt: off

RELATIONS = (
    P("relation_turnover", 0.0, 0.0, 1.5, "/1", "assumed", "1 is what was read of relations; 0 switches it off",
      "chance that a relation ends as a multiple of the next two numbers"),
    P("relation_ends_young", 0.055, 0.04, 0.08, "/month", "derived",
      "half to three fifths of new exporters are gone after a year: eaton2007, fernandes2014",
      "chance that a new relation with a foreign buyer ends"),
    P("relation_ends_old", 0.013, 0.008, 0.02, "/month", "assumed",
      "four fifths of imports pass through old relations: monarch2023; 0.1 to 0.2 a year judged from it",
      "chance that an old relation ends"),
    P("relation_memory", 15.0, 8.0, 30.0, "months", "assumed", "judged: old after four years",
      "time in which the chance falls from the one to the other"),
    P("relation_found", 0.17, 0.08, 0.35, "/month", "assumed", "judged: a trial order is found in half a year",
      "chance that a buyer is found for each that an exporter could serve besides"),
    P("relation_trial", 0.3, 0.1, 0.6, "/1", "assumed", "direction: monarch2023, orders rise with age; size judged",
      "trial orders over what they come to"),
    P("relation_growth", 12.0, 6.0, 24.0, "months", "assumed", "judged",
      "time in which orders of a new relation grow"),
    P("orders_nearby", 0.33, 0.2, 0.5, "/1", "measured", "monarch2014: a third of buyers who switch stay in the city",
      "share of the orders that a supplier loses which goes to its neighbours"),
    P("neighbours_help", 0.38, 0.0, 0.8, "/1", "derived",
      "fernandes2014: neighbours of first exporters are 38 % likelier to begin; 0 switches it off",
      "rise of the chance to find a buyer with exporters of the place over those of the base"),
    P("buyers_size", 15.0, 5.0, 40.0, "workers", "assumed",
      "judged: four fifths of matches are the only one of both: eaton2010",
      "heads, put out included, of an exporter with one foreign buyer"),
    P("buyers_exponent", 0.5, 0.4, 0.6, "/1", "assumed", "order of customs data, recalled",
      "elasticity of the number of foreign buyers to an exporter's size"),
    P("buyers_concentration", 1.2, 0.8, 2.0, "/1", "assumed",
      "direction: carballo2018, each has a dominant buyer; its share of 0.4 to 0.8 judged",
      "exponent of the fall of shares with a buyer's rank"),
)

# fmt: on
