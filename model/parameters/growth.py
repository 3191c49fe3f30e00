"""Behavioural numbers of growth: posts that stay empty, experience, persistent productivity, and who gives to joint
action."""

from __future__ import annotations

from poverty_nodes.model.parameters.parameter import Parameter

P = Parameter

# fmt: off

SCARCITY = (
    P("scarcity_pay", 0.4, 0.0, 0.8, "/1", "derived",
      "1/2.5, the inverse of the elasticity of labour supply to a firm of amodio2024; 0 switches it off",
      "rise of a reference wage with the log of posts over those filled, beyond the base"),
    P("scarcity_access", 1.0, 0.0, 2.0, "/1", "assumed",
      "direction: becker1957, passing over people costs most when workers are scarce; size judged; 0 switches it off",
      "how much more often people otherwise passed over get offers when posts stay empty beyond the base"),
    P("scarcity_training", 5.0, 0.0, 20.0, "/1", "assumed",
      "judged: a seamstress is taught in months when there is need; 0 switches it off",
      "how much more firms teach for each share of skilled posts that stays empty beyond the base"),
    P("vacancy_memory", 0.1, 0.03, 0.3, "/month", "assumed", "judged",
      "speed at which a place notices that posts stay empty"),
)

EXPERIENCE = (
    P("experience_shared", 0.27, 0.0, 0.35, "/1", "assumed",
      "progress ratio of 80 % (dutton1984, by a digest) is 0.32 in all; what firms do not keep is shared in a place",
      "elasticity of productivity to recent output of the place; 0 switches it off"),
    P("experience_own", 0.05, 0.0, 0.12, "/1", "assumed", "as above; the part that a firm keeps to itself, judged",
      "elasticity of a firm's productivity to its own recent output; 0 switches it off"),
    P("experience_speed", 0.03, 0.01, 0.06, "/month", "assumed", "forgetting of 4 % a month: benkard2000, recalled",
      "speed at which output becomes experience, and at which experience is forgotten"),
)

MACHINES = (
    P("embodied", 0.6, 0.0, 1.0, "/1", "assumed",
      "three fifths of the growth of output an hour comes in new equipment: greenwood1997, recalled; 0 switches it off",
      "part of the chance of a process step that goes with the machines that a firm buys"),
)

PRACTICES = (
    P("practice_gain", 0.45, 0.0, 0.8, "/1", "derived",
      "ln 1.17 (bloom2013) for 0.26 of practices beyond others' (bloom2020); 0.74 lacked, recalled; 0 switches it off",
      "log productivity gained by closing the whole gap to good management"),
    P("practice_pace", 0.0065, 0.002, 0.015, "/day", "derived",
      "0.38 and 0.12 of 0.74 lacked taken up (bloom2020) in 98 and 34 days of consultants, recalled from bloom2013",
      "part of the remaining gap to good management that a day of advice closes"),
    P("buyer_advice", 3.0, 0.0, 8.0, "days/month", "assumed",
      "productivity 4 to 9 % up in four years: alfaro_urena2022; that orders were a fifth is judged; 0 switches it off",
      "advice on management that comes with new buyers' orders as large as all base sales"),
    P("practice_dropped", 0.0068, 0.0, 0.02, "/month", "derived", "half dropped in eight and a half years: bloom2020",
      "share of adopted practices that is dropped"),
)

FIRM_GROWTH = (
    P("size_luck", 0.5, 0.0, 0.8, "/1", "assumed", "growth by chance after sutton1997; the share is judged",
      "share of the variance of log size that is persistent productivity and not the type of firm; 0 switches it off"),
    P("luck_persistence", 0.994, 0.98, 0.999, "/1", "assumed",
      "sizes correlate 0.93 over a year, growth of small firms spreads by a fifth: judged",
      "monthly persistence of a firm's persistent productivity"),
    P("entry_response", 2.0, 0.0, 4.0, "/1", "assumed", "judged: more firms are founded where firms do well",
      "elasticity of founding to what a firm of the place earns over its wages; 0 switches it off"),
    P("market_room", 0.85, 0.0, 1.0, "/1", "assumed",
      "direction: campbell2005, firms of larger markets are larger; size judged; 0 switches it off",
      "elasticity of the number of firms that a place can carry to what is spent in it"),
)

LENDERS = (
    P("advance_months", 0.5, 0.0, 2.0, "months", "assumed",
      "direction: mcmillan1999, trade credit goes to tied suppliers; size judged; 0 switches it off",
      "what a buyer or patron advances, in months of what it buys from the firm"),
    P("advance_rate", 0.01, 0.0, 0.03, "/month", "assumed", "judged: about what exporters' own capital costs",
      "interest on a buyer's or patron's advance"),
    P("late_penalty", 0.5, 0.0, 1.0, "/1", "assumed", "judged; 0 switches it off",
      "share of the price that a buyer keeps for each share of an order that is late"),
    P("exit_cushion", 0.25, 0.0, 0.6, "/1", "assumed",
      "direction: visser1999, firms with little capital survive bad business least; size judged; 0 switches it off",
      "fall of the response of closing to bad business with capital"),
    P("quality_pay", 0.15, 0.0, 0.4, "/1", "assumed",
      "direction: verhoogen2008, firms that upgrade quality pay more; size judged; 0 switches it off",
      "rise of a firm's log pay with the quality gained since the base"),
)

GIVING = (
    P("aspiration_speed", 0.05, 0.01, 0.2, "/month", "assumed",
      "learning against an aspiration that adapts: macy2002, recalled; speed judged",
      "speed at which members come to expect what the facility returns"),
    P("giving_spread", 0.5, 0.0, 1.0, "/1", "assumed",
      "fischbacher2001: half give as others do, a third nothing; spread judged",
      "standard deviation of the log of members' own base giving"),
    P("own_use", 0.7, 0.0, 1.0, "/1", "assumed", "judged: laboratories and schools first serve those who pay for them",
      "share of the facility's help that is in proportion to a firm's own giving; all members have the rest"),
    P("joint_buying", 0.06, 0.0, 0.12, "/1", "assumed",
      "judged: 3 % saved at base, as the co-operative's terms have it; 0 switches it off",
      "largest share of the price of inputs that members save by buying together"),
    P("joint_pooling", 0.5, 0.0, 2.0, "firms", "assumed", "judged; 0 switches it off",
      "firms of a member's size whose capacity the association adds to its own for a large order, at base"),
    P("joint_relief", 0.25, 0.0, 0.5, "/1", "assumed", "judged; 0 switches it off",
      "largest share of a month's fund that goes to members whose orders have fallen away"),
    P("relief_from", 0.3, 0.1, 0.6, "/1", "assumed", "judged",
      "fall of output below its recent average that a member bears alone"),
    P("unlike_distrust", 0.5, 0.0, 1.0, "/1", "assumed",
      "direction: khwaja2009, unequal and divided communities keep up less together; size judged; 0 switches it off",
      "fall of members' long-run trust as they become more unlike than at base, in size and social group"),
    P("outside_pull", 1.0, 0.0, 3.0, "/1", "assumed",
      "direction: schmitz1999_sinos, leading firms put their buyer above joint action; size judged; 0 switches it off",
      "fall of a large member's log giving as the tie to its buyer becomes closer than at base"),
)

# fmt: on
