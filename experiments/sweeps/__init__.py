"""A question asked at many points: grids, lists, zipped columns and design files of any of its keys."""
