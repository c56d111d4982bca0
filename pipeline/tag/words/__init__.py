"""Words of a text, stretches of them, and tables of names: what every naming rule reads."""
