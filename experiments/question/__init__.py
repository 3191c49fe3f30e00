"""From words to a checked question: settings, files of conf/, values, and what it costs."""
