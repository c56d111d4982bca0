"""Bibliographies: their entries, and the references to them."""
