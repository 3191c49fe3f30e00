"""The codes that records store as small integers, each with its labels in order.

A record holds the position of the label (0, 1, ...). Every table and report uses the labels. A contract
is read off the post that a worker holds, so that the two can never disagree.
"""

GENDER = ("male", "female")
SKILL = ("unskilled", "skilled")
SOCIAL_GROUP = ("majority", "minority")
MIGRANT = ("local", "migrant")
TIER = ("none", "exporter", "subcontractor", "specialist")
PLACE = ("cluster", "dispersed")

POST = ("none", "skilled_regular", "regular", "casual", "homework", "owner")
CONTRACT = ("none", "regular", "casual", "homework", "own_account")
CONTRACT_OF_POST = (0, 1, 1, 2, 3, 4)
"""Position in `CONTRACT` of each position in `POST`."""

GOVERNANCE = ("market", "modular", "relational", "captive", "hierarchy")
"""Gereffi, Humphrey and Sturgeon (2005): ordered by explicit coordination and power asymmetry."""

EVASION = ("none", "comply", "casualise", "put_out", "shrink")
"""A firm's response to a labour standard that binds it; a firm that leaves the trade is no longer alive."""

FEMALE = GENDER.index("female")
EXPORTER, SUBCONTRACTOR, SPECIALIST = (TIER.index(each) for each in TIER[1:])
SKILLED_REGULAR, REGULAR, CASUAL, HOMEWORK, OWNER = (POST.index(each) for each in POST[1:])
COMPLY, CASUALISE, PUT_OUT, SHRINK = (EVASION.index(each) for each in EVASION[1:])
