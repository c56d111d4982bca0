"""What words are made of, as both the choice of doubtful words and the rules of disagreement ask it."""

import re

QUOTES = frozenset("“”‘’\"'")
"""Quotation marks that stand high."""
LINE_QUOTES = frozenset("„‚«»‹›")
"""Quotation marks that stand on the line: German, French, Italian ones."""
DASHES = frozenset("–—")
PART = re.compile(r"[^\W\d_]+")
"""The letters of a word between its hyphens, apostrophes and other signs."""
MIXED = re.compile(r"[^\W\d_]\d|\d[^\W\d_]")
"""Digits among letters, which no word has."""
ORDINAL = re.compile(r"\b(?:\d*(?<!1)(?:1st|2n?d|3r?d)|\d*(?:[04-9]|1[1-3])th)\b")
"""An English one, in figures: of a circuit (``9th Cir.``), a congress, a series of reports (``F.4th``)."""
ADDRESS = re.compile(r"://|www\.|doi\.|10\.\d{4}", re.IGNORECASE)
