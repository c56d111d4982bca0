"""People: how their names look, in which order, and where grammar or an office says that a person stands."""
