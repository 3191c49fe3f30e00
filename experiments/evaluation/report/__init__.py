"""The answer of an evaluation as sentences, figures, tables and one page."""
