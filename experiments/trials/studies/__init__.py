"""One file a study; the order here is that of levers and, within a lever, of years."""

from experiments.trials.studies import (
    alfonsi2020,
    banerjee2015,
    boudreau2024,
    breza2021,
    brown2018,
    clark2019,
    crosta2024,
    demel2008,
    egger2022,
    field2013,
    harrison2004,
    khan2007,
    mckenzie2008,
    mckenzie2017,
    rama2001,
)
from experiments.trials.trial import Trial

TRIALS: tuple[Trial, ...] = (
    banerjee2015.TRIAL,
    breza2021.TRIAL,
    demel2008.TRIAL,
    mckenzie2008.TRIAL,
    field2013.TRIAL,
    mckenzie2017.TRIAL,
    alfonsi2020.TRIAL,
    rama2001.TRIAL,
    harrison2004.TRIAL,
    boudreau2024.TRIAL,
    khan2007.TRIAL,
    clark2019.TRIAL,
    egger2022.TRIAL,
    crosta2024.TRIAL,
    brown2018.TRIAL,
)
"""Every trial that is run again."""
