"""The phases of a month: loops over records that apply rules, one file a phase."""
