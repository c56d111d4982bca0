"""What is set where quotations are, and is none: addresses, labelled claims, an apparatus, lists of phrases."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.segment.body.situations import SHORT, Situation
from pipeline.segment.rows import starts_lower

SMALLEST = 0.68
"""Relative size of what stands in charts, and of the publisher's lines; quotations are not set in it."""
_ADDRESS = re.compile(r"[\w.]@\w")
_LABELLED = re.compile(r"^\([A-Z][A-Z]{0,3}\d{0,2}[*′’']{0,2}\)\s")
"""``(S1)``, ``(P*)`` before a statement that the author sets off to refer to it. Statutes are numbered in figures."""
_LEMMA = re.compile(r"(?<!\[)\b[^\W\d_]+\]\s")
WORD = re.compile(r"[^\W\d_]{4,}")
"""What a sign, the name of a variable or a formula has not: of ``RP → W → M`` only the letters are read."""
FEWEST_LEMMATA = 3
"""Lemmata, each closed by a bracket, that show the apparatus of a critical edition."""
_STOPPED = re.compile(r"[.,;:!?…–—-]\W*\d{0,3}$")
FEWEST_NAMES = 5
"""Rows of a list of names: lines of any length without a stop anywhere."""
RAGGED = 1.5
"""Ems by which the ends of lines differ that are not justified."""
WHITE = 0.5
"""Lines of white that part one quotation from the next."""


def has_letters(text: str) -> bool:
    """Whether a text has: figures along the axis of a chart are indented and small too."""
    return 2 * sum(map(str.isalpha, text)) >= sum(map(str.isalnum, text))


def is_no_quotation(run: Sequence[Situation]) -> bool:
    """Whether rows in a quotation's place are an address, statements with labels, an apparatus, a list of phrases."""
    if any(_ADDRESS.search(here.row.text) or _LABELLED.match(here.row.text) for here in run):
        return True
    if sum(len(_LEMMA.findall(here.row.text)) for here in run) >= FEWEST_LEMMATA:
        return True
    short = [(here, after) for here, after in pairwise(run) if here.shortfall > SHORT]
    items = sum(here.row.text.endswith(";") and starts_lower(after.row.text) for here, after in short)
    if 2 * items > len(short):  # in verse only some lines end so, and in Italian, Spanish or German they begin small
        return True
    # The last line of a quotation, white between it and the next one, ends anywhere.
    ends = [here.shortfall for here in run[:-1] if here.gap_after < WHITE]
    ragged = len(run) >= FEWEST_NAMES and len(ends) > 1 and max(ends) - min(ends) > RAGGED
    return ragged and not any(_STOPPED.search(here.row.text) for here in run)
