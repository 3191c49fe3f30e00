"""The survey of a world: who is drawn, who answers, and what is reported."""
