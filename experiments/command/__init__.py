"""The command line: verbs, help, lists, and the last lines of an answer."""
