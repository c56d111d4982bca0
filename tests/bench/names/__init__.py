"""The bench of names and citations: what each layer adds, per kind and per field, on clean and on damaged text."""
