"""What words are made of, as both the choice of doubtful words and the rules of disagreement ask it."""

import re

QUOTES = frozenset("“”‘’\"'")
"""Quotation marks that stand high."""
LINE_QUOTES = frozenset("„‚«»‹›")
"""Quotation marks that stand on the line: German, French, Italian ones."""
PART = re.compile(r"[^\W\d_]+")
"""The letters of a word between its hyphens, apostrophes and other signs."""
MIXED = re.compile(r"[^\W\d_]\d|\d[^\W\d_]")
"""Digits among letters, which no word has."""
ADDRESS = re.compile(r"://|www\.|doi\.|10\.\d{4}", re.IGNORECASE)
