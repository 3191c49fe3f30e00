"""The agents: one record a kind, every field declared with its unit and meaning."""
