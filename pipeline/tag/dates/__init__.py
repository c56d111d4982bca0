"""Dates: how they are printed, and what they are worth in ISO 8601."""
