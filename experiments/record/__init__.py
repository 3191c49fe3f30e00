"""The record in a folder of results: the whole question, and the software that answered it."""
