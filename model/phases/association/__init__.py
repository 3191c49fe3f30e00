"""Joint action: who is a member, what members give, and the facility that it builds."""
