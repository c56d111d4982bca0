"""Institutions, and events with them: names with a telling head word, and the head word alone."""
