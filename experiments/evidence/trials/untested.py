"""Studies that the model cannot run again, and policies for which no study was found, each with the reason."""

from poverty_nodes.experiments.evidence.trials.trial import Untested

NONE_FOUND = "no counterfactual study in the evidence collected"

UNTESTED: tuple[Untested, ...] = (
    Untested(
        "womens_technical_training",
        "P.A.C.E., Bengaluru (Adhvaryu and others), press reports read",
        "net return to the firm above 250 % after nine months; wages hardly move (recalled)",
        "soft skills of women in garment lines have no counterpart: the policy teaches work at machines, of which no "
        "study was found",
    ),
    Untested(
        "social_protection",
        "Bosch and Campos-Vazquez 2014, recalled",
        "slight fall in formal job creation where insurance is free for informal workers",
        "people do not choose between formal and informal posts; of insurance for cluster workers no study was found",
    ),
    Untested("effluent_plant", "none", "-", NONE_FOUND),
    Untested("cooperative", "none", "-", NONE_FOUND),
    Untested("formalisation", "none", "-", NONE_FOUND),
    Untested(
        "cash_transfer",
        "Banerjee and others 2016 (graduation, West Bengal), a note read",
        "consumption +12 % in the short run, +25 % at seven years",
        "an asset for a trade of one's own, outside the cluster's trade, is not in the model",
    ),
    Untested(
        "cash_transfer",
        "Blattman and Dercon 2018 (300 dollars and training), abstract read",
        "earnings +33 % in the first year, gone by the fifth (recalled)",
        "self-employment outside the trade has no capital in the model",
    ),
    Untested(
        "labour_standards",
        "Bharadwaj, Lakdawala and Li 2013 (child labour ban, India), abstract read",
        "child wages down, child work up",
        "children are a share of casual and home work and no agents",
    ),
)
"""They count among the published effects, as not testable."""
