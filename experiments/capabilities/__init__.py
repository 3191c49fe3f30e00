"""Deprivations counted together: what people lack at once, with and without the policies, under whose weights."""
