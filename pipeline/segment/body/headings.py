"""Headings: which rows are one, and at which level.

A heading is told by how it is set (size, bold, italic, capitals, centred, numbered) and by the white around it. Rows
set in the same way, one under the other, are one heading.
"""

import re
from collections.abc import Sequence

from pipeline.model import BlockKind, Region
from pipeline.segment.body.bibliographies import heads_entries
from pipeline.segment.body.contents import is_led
from pipeline.segment.body.displayed_matter import WORD
from pipeline.segment.body.heading_reasons import reason_in_dump, reason_of
from pipeline.segment.body.heading_rows import DISTINCT, MOST_ROWS, WHITE, follower_of, look_of, run_by_sense, run_of
from pipeline.segment.body.situations import INDENT, SHORT, Situation, place_of
from pipeline.segment.body.told_rows import CALLED_SO
from pipeline.segment.measure import Measures
from pipeline.segment.raw_block import RawBlock
from pipeline.segment.rows import Row, starts_lower
from pipeline.segment.wording.heading_words import (
    BIBLIOGRAPHY,
    NOTES,
    NUMERAL_ALONE,
    SECTION_BREAK,
    SMALL_LETTER,
    SMALL_NUMBER,
)
from pipeline.segment.wording.identifiers import MAIL
from pipeline.segment.wording.masthead import reference_values

OVER_ENTRIES = "names the section, above entries"
MIDDLE = 0.5
"""Ems by which the white on both sides of a line in the middle may differ."""


def find_heading(
    seen: Sequence[Situation], index: int, current: RawBlock | None, measures: Measures
) -> RawBlock | None:
    """The heading that begins at a row, or None.

    Args:
        seen: all rows of the body.
        index: of the row.
        current: the block before it.
        measures: of the article.
    """
    if _are_told(seen[index], measures):
        return _told_heading(seen, index, measures)
    if heads_entries(seen, index):
        return RawBlock(BlockKind.HEADING, [seen[index].row], 1, reason=OVER_ENTRIES)
    after_heading = current is None or current.kind is BlockKind.HEADING or bool(SECTION_BREAK.match(current.text))
    if not _may_begin(seen[index], measures):
        return None
    parted = (
        current is None
        or (current.kind is BlockKind.CAPTION and _is_over_text(seen, index, measures))
        or _parted(seen[index], current.rows[-1], measures)
        or _is_under_epigraph(seen[index], current, measures)
    )
    if not (after_heading or parted):
        return None
    found = _heading_of(run_of(seen, index, measures), seen, index, measures, after_heading=after_heading)
    if found:
        return found
    by_sense = run_by_sense(seen, index, measures)
    if not _are_over_text(by_sense, follower_of(seen, index + len(by_sense)), measures):
        return None
    return _heading_of(by_sense, seen, index, measures, after_heading=after_heading)


def _are_over_text(run: Sequence[Situation], follower: Situation | None, measures: Measures) -> bool:
    """Whether a full line of the text follows: under the lines of an address another or nothing does."""
    if follower is None or not run[0].geometric or place_of(follower.row) != place_of(run[-1].row):
        return False
    return follower.shortfall <= SHORT and len(follower.row.text) >= FULL * measures.full_line


def _heading_of(
    run: Sequence[Situation], seen: Sequence[Situation], index: int, measures: Measures, *, after_heading: bool
) -> RawBlock | None:
    """The heading that rows are, the first of which has an index; or None."""
    text = " ".join(here.row.text for here in run)
    follower = follower_of(seen, index + len(run))
    if _ON_THE_NET.search(text) or (follower is not None and _is_formula(follower.row.text)):
        return None  # text leads to a displayed formula
    if run[0].geometric:
        reason = reason_of(run, text, measures, follower, after_heading=after_heading)
    else:
        reason = reason_in_dump(run, text, measures, follower)
    return RawBlock(BlockKind.HEADING, [here.row for here in run], 1, reason=reason) if reason else None


_ON_THE_NET = re.compile(r"https?:|\bwww\.|\bdoi\b|[\w.]+(?:[/_][\w.]+){2}", re.IGNORECASE)
"""A citation, or the address of a work."""


def _are_told(here: Situation, measures: Measures) -> bool:
    """Whether the source tells headings from text, and has a name for this row."""
    return Region.HEADING in measures.named and here.row.region is not Region.UNKNOWN


def _told_heading(seen: Sequence[Situation], index: int, measures: Measures) -> RawBlock | None:
    """The rows set in one way that the source calls a heading, from a row on."""
    rows = [here.row for here in run_of(seen, index, measures) if here.row.region is Region.HEADING]
    return RawBlock(BlockKind.HEADING, rows, 1, reason=CALLED_SO) if seen[index].row in rows else None


def set_as_headings(seen: Sequence[Situation], measures: Measures) -> set[int]:
    """Indices of the rows that the type itself shows to be headings: they are in no quotation, however indented.

    A long run in one style is more than a heading: an epigraph or a quotation in italics.
    """
    found = {index for index, here in enumerate(seen) if here.row.region is Region.HEADING}
    for index, here in enumerate(seen):
        if index in found or _are_told(here, measures) or not here.geometric or not _may_begin(here, measures):
            continue
        run = run_of(seen, index, measures)
        follower = follower_of(seen, index + len(run))
        text = " ".join(each.row.text for each in run)
        if index and index - 1 not in found and not _parted(here, seen[index - 1].row, measures):
            continue
        reason = reason_of(run, text, measures, follower, after_heading=not index or index - 1 in found)
        signs = set(reason.split(", "))
        shown = signs & DISTINCT and (signs & {"numbered", "centred"} or run[-1].shortfall > 3)
        goes_on = follower is not None and look_of(follower, measures) & DISTINCT == signs & DISTINCT
        if (shown or {"numbered", "centred"} <= signs) and not (goes_on and len(run) == MOST_ROWS):
            found.update(range(index, index + len(run)))
    return found


_HISTORY = re.compile(
    r"^\W*(?:received|revised|submitted|accepted|approved|published|eingereicht|eingegangen|angenommen|reçu|accepté|"
    r"ricevuto|accettato|recibido|aceptado|recebido|aceito|aprovado|ontvangen)\b.*\d",
    re.IGNORECASE,
)
"""The days on which an article was received and accepted."""
CITED = 4
"""Of journal, volume, issue, year and pages: a line that has so many is how the journal cites the article."""


def _may_begin(here: Situation, measures: Measures) -> bool:
    """Whether a row may begin a heading; how the journal cites itself is read last, since that takes longest."""
    text = here.row.text
    return (
        not here.row.is_doubted
        and _is_shaped(here, measures)
        and not (_HISTORY.match(text) or MAIL.search(text) or len(reference_values(text)) >= CITED)
    )


def _is_shaped(here: Situation, measures: Measures) -> bool:
    """Whether the length of a row and its first letters are those of a heading."""
    text = here.row.text
    if len(text) < 3 or len(text) > 160:
        return bool(NUMERAL_ALONE.match(text)) and not _is_initial(here)
    if SMALL_LETTER.match(text):
        return here.gap >= WHITE and here.shortfall > SHORT and not here.row.closes
    if SMALL_NUMBER.match(text):
        middle = here.indent >= INDENT and abs(here.indent - here.shortfall) < MIDDLE
        return not here.row.closes and (middle or bool(look_of(here, measures) & {"italic", "capitals"}))
    if starts_lower(text) and "capitals" not in look_of(here, measures):
        return False
    return any(letter.isalpha() for letter in text) and not _is_formula(text)


def _is_formula(text: str) -> bool:
    parts = text.split()
    words = sum(bool(_IN_LETTERS.match(part)) for part in parts)
    few = len(parts) >= FEWEST_PARTS and words <= FEW_WORDS * len(parts)
    return (few or not WORD.search(text)) and bool(_RELATION.search(text))


_RELATION = re.compile(r"[=<>≤≥≈≡≃≅∼]")
"""What a displayed formula has: ``C = a + b < 1``."""
_IN_LETTERS = re.compile(r"\W*[^\W\d_]{3,}\W*$")
FEWEST_PARTS, FEW_WORDS = 3, 0.25
"""Parts of a formula, more than an address in angle brackets has, and the share of them that may be words: ``exp``, or
what a reader makes of signs."""


def _is_over_text(seen: Sequence[Situation], index: int, measures: Measures) -> bool:
    """Whether a full line follows the rows of a heading: under a caption a drawing or a table may stand, too."""
    follower = follower_of(seen, index + len(run_of(seen, index, measures)))
    return follower is not None and follower.shortfall <= SHORT and len(follower.row.text) >= FULL * measures.full_line


FULL = 0.7
"""Of the letters of a full line: those of a line of text."""


def _is_initial(here: Situation) -> bool:
    """Whether a letter alone is the large first letter of the text, set over its line: the rest of the word follows."""
    return here.row.text.isalpha() and here.following is not None and starts_lower(here.following.text)


def _is_under_epigraph(here: Situation, current: RawBlock, measures: Measures) -> bool:
    """Whether a centred row stands, over much white or a page turn, under a quotation that a name ends."""
    centred = here.geometric and measures.is_centred(here.row) and (here.gap >= WIDE or here.page_top)
    return current.kind is BlockKind.QUOTATION and centred


WIDE = 0.8
"""Lines of white that part a heading from what has no stop at its end."""


def _parted(here: Situation, before: Row, measures: Measures) -> bool:
    """Whether the text before is at its end: by its stop, a short line and white, or much white over other type.

    So are an entry of the contents, which dots lead to the edge, and asterisks between sections.
    """
    named = bool(BIBLIOGRAPHY.match(here.row.text) or NOTES.match(here.row.text)) and (here.gap >= 0.5 or here.page_top)
    if before.closes or before.prose.endswith(":") or named or is_led(before.text) or SECTION_BREAK.match(before.text):
        return True
    distinct = bool(look_of(here, measures) & DISTINCT)
    early = measures.shortfall(before) > SHORT and (here.gap >= 0.5 or (here.page_top and distinct))
    return here.geometric and (early or (here.gap >= WIDE and distinct))
