"""Published trials run again in the model, and what came out beside what was published."""
