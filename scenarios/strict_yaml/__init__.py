"""YAML read strictly: every key knows its line, and what a schema refuses is told in words."""
