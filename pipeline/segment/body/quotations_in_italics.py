"""Block quotations over the whole measure that their italics tell, between paragraphs in upright type.

A heading in italics is no sentence, so that lines in italics which a colon announces, or which end with their source in
brackets, are what somebody else wrote: in papers that are typed, nothing else parts them from the text.
"""

import re
from collections.abc import Sequence
from itertools import groupby

from pipeline.segment.body.displayed_matter import is_no_quotation
from pipeline.segment.body.heading_rows import look_of
from pipeline.segment.body.situations import INDENT, Situation
from pipeline.segment.measure import Measures
from pipeline.segment.wording.heading_words import NUMBERED

APART = 0.2
"""Lines of white over a paragraph that is not indented."""
MOST_ROWS = 25
"""Rows of a quotation; longer is a section in italics: an introduction, a translation beside its text."""
_SOURCE = re.compile(r"[.?!…]\W{0,4}\((?=[^()]*(?:\d|\bibid\b))[^()]*\)\W{0,2}$", re.IGNORECASE)
"""Behind a finished sentence: a heading in italics may end with a year in brackets, too."""
_LABELLED = re.compile(r"\(\w{1,4}\W{0,2}\)")
"""``(2´)`` before a statement to which the author refers."""


def quoted_in_italics(seen: Sequence[Situation], measures: Measures) -> dict[int, str]:
    """Why rows are a quotation in italics, by the index of each.

    Args:
        seen: all rows of the body.
        measures: of the article.
    """
    reasons: dict[int, str] = {}
    looks = groupby(range(len(seen)), key=lambda index: _is_in_italics(seen[index], measures))
    for italic, indices in looks:
        run = list(indices)
        reason = _reason_of(seen, run[0], run[-1] + 1) if italic and len(run) <= MOST_ROWS else ""
        reasons |= dict.fromkeys(run, reason) if reason else {}
    return reasons


def _is_in_italics(here: Situation, measures: Measures) -> bool:
    return here.geometric and "italic" in look_of(here, measures)


def _reason_of(seen: Sequence[Situation], start: int, end: int) -> str:
    """Why rows in italics are a quotation, or an empty string: they are whole paragraphs, and announced or sourced."""
    if not 0 < start < end < len(seen) or not (_begins(seen[start]) and _begins(seen[end])):
        return ""
    run = seen[start:end]
    sourced = bool(_SOURCE.search(" ".join(here.row.prose for here in run[-2:])))
    closed = sourced or run[-1].row.closes
    labelled = NUMBERED.match(run[0].row.text) or _LABELLED.match(run[0].row.text)
    if labelled or is_no_quotation(run) or not closed:
        return ""
    if seen[start - 1].row.prose.endswith(":"):
        return "in italics, behind a colon"
    return "in italics, with its source" if sourced and seen[start - 1].row.closes else ""


def _begins(here: Situation) -> bool:
    return here.page_top or here.gap >= APART or here.indent >= INDENT
