"""The files of a cluster: read into a checked description, written, begun anew, and read a second time."""
