"""Block quotations: told by indent, type size and white space together; in a dump by the sentence before them."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby, takewhile
from operator import itemgetter

from pipeline.segment.body.displayed_matter import SMALLEST, has_letters, is_no_quotation
from pipeline.segment.body.epigraphs import is_flush_right
from pipeline.segment.body.quotations_in_dumps import quoted_in_dump
from pipeline.segment.body.quotations_in_small_type import flush_in_small
from pipeline.segment.body.quotations_indented import EDGE, inset_until, one_text
from pipeline.segment.body.signed_quotations import signed
from pipeline.segment.body.situations import INDENT, SHORT, SMALL, Situation, place_of
from pipeline.segment.body.verse import LEADING, SHORT_LINES, end_of_verse
from pipeline.segment.measure import SAME, Measures
from pipeline.segment.wording.heading_words import NUMBERED, SMALL_LETTER, SMALL_NUMBER

WHITE = 0.5
"""Lines of white that part the text from a quotation that ends without a stop: with its source in brackets."""
FILLED, MOST_PAGES = 0.6, 3
"""Share of the rows of a page that a quotation takes, and pages on end on which none in the type of the text does."""
SECTIONS = 2
"""Numbered headings in the margin of such pages."""
ROWS_OF_PROSE = 4
"""Rows of a quotation of which the first ends with a sentence: fewer may be the turns of a dialogue."""


def quoted_rows(seen: Sequence[Situation], measures: Measures, others: AbstractSet[int]) -> list[str]:
    """For every row the reason why it is in a block quotation, or an empty string.

    Args:
        seen: all rows of the body.
        measures: of the article.
        others: indices of the rows that are something else by their look: headings, items, captions.
    """
    if not measures.body_size:
        return quoted_in_dump(seen, measures, others)
    reasons = [""] * len(seen)
    start = 0
    while start < len(seen):
        end = start
        while (
            end < len(seen)
            and end not in others
            and _may_be_quoted(seen[end])
            and not _announces(seen[end], measures)
            and (end > start or has_letters(seen[end].row.text))
            and _same_type(seen, start, end, measures)
        ):
            end += 1  # an indented line in another size begins a paragraph after the quotation
        end -= end - start >= 2 and (_opens_paragraph(seen, end - 1) or _reaches_margin(seen, start, end))
        if end - start >= 2 and _leads_in(seen, start):
            start += 1
        reason = _quotation_reason(seen[start:end]) if end > start else ""
        if not reason and (until := inset_until(seen, start, end, measures)) > start:
            reasons[start:until] = ["indented on both sides"] * (until - start)
            start = until
            continue
        indented = () if reason else one_text(seen, start, end)
        if indented:
            reasons[slice(*indented)] = ["indented throughout"] * (indented[1] - indented[0])
            start = end
            continue
        verse = start if reason else end_of_verse(seen, start, others)
        if verse > start:
            end, reason = verse, SHORT_LINES
        reasons[start:end] = [reason] * (end - start)
        start = max(end, start + 1)
    reasons = _with_first_items(_without_pages_that_stand_in(reasons, seen), seen, others)
    reasons = signed(flush_in_small(_grown(reasons, seen, others), seen, others), seen, others)
    return _with_epigraph(reasons, seen, others)


def _with_epigraph(reasons: list[str], seen: Sequence[Situation], others: AbstractSet[int]) -> list[str]:
    """The reasons, and that of the first rows of all where they are set flush right."""
    parted = (at for at, here in enumerate(seen) if at and (at in others or here.gap >= WHITE or here.page_top))
    end = next(parted, len(seen))
    if is_flush_right([here.row for here in seen[:end]]):
        reasons[:end] = ["flush right"] * end
    return reasons


def _without_pages_that_stand_in(reasons: list[str], seen: Sequence[Situation]) -> list[str]:
    """The reasons without those of pages on end whose text stands in from its numbered headings, in its usual type.

    A document that is quoted over pages has no sections of the article in it.
    """
    sections = [at for at, here in enumerate(seen) if here.indent < INDENT and NUMBERED.match(here.row.text)]
    own_type = [bool(reason) and here.size >= SMALL for reason, here in zip(reasons, seen, strict=True)]
    by_page = [list(group) for _, group in groupby(range(len(seen)), key=lambda at: seen[at].row.page.number)]
    filled = [sum(own_type[at] for at in rows) >= FILLED * len(rows) for rows in by_page]
    for all_filled, group in groupby(zip(filled, by_page, strict=True), key=itemgetter(0)):
        pages = [rows for _, rows in group]
        first, behind = pages[0][0], pages[-1][-1] + 1
        if all_filled and len(pages) >= MOST_PAGES and sum(first <= at < behind for at in sections) >= SECTIONS:
            goes_on = len(list(takewhile(bool, own_type[behind:])))
            for at in range(first, behind + goes_on):
                reasons[at] = "" if own_type[at] else reasons[at]
    return reasons


def _with_first_items(reasons: list[str], seen: Sequence[Situation], others: AbstractSet[int]) -> list[str]:
    """Takes in the first of several examples, whose number hangs out over the others: ``(1) a. ...``, ``b. ...``."""
    for index in range(len(reasons) - 1):
        first = _NUMBERED_ITEM.match(seen[index].row.text) and _SECOND_ITEM.match(seen[index + 1].row.text)
        if first and reasons[index + 1] and not reasons[index] and index not in others and seen[index].gap_after < 0.2:
            reasons[index] = reasons[index + 1]
    return reasons


_NUMBERED_ITEM, _SECOND_ITEM = re.compile(r"\(\d{1,3}\)\s+a\.\s"), re.compile(r"b\.\s")


def _same_type(seen: Sequence[Situation], start: int, index: int, measures: Measures) -> bool:
    """Whether a row is in the size of a quotation's first; the size of a short last line is told by its place."""
    here, before = seen[index], seen[index - 1]
    if abs(here.size - seen[start].size) < SAME:
        return True
    in_line = index > start and here.gap < 0.15 and abs(here.indent - before.indent) < 0.3
    return in_line and here.size < SMALL and measures.same_size(seen[start].row, here.row)


def _opens_paragraph(seen: Sequence[Situation], index: int) -> bool:
    """The indented first line of the paragraph under a quotation: white above it, or a new page, flush lines below."""
    here, following = seen[index], seen[index + 1] if index + 1 < len(seen) else None
    return (
        following is not None
        and (here.gap >= 0.15 or here.page_top)
        and here.size >= SMALL
        and here.gap_after < 0.15
        and following.indent < INDENT
        and place_of(following.row) == place_of(here.row)
        and (seen[index - 1].row.closes or here.gap >= WHITE)
    )


def _reaches_margin(seen: Sequence[Situation], start: int, end: int) -> bool:
    """Whether the last of some indented rows is as long as a line of text, and the others, which end before it, not."""
    inset = all(here.shortfall >= INDENT for here in seen[start : end - 1])
    return inset and end - start > 2 and seen[end - 1].shortfall < INDENT and seen[end - 2].row.closes


def _leads_in(seen: Sequence[Situation], index: int) -> bool:
    """The indented line of the body over a quotation: ``Ockham answers:``, or a sentence, with white below it alone."""
    here = seen[index]
    ends = here.row.closes or here.row.prose.endswith(":")
    return here.size >= SMALL and here.gap_after >= 0.2 > here.gap and ends and not here.page_top


def _announces(here: Situation, measures: Measures) -> bool:
    """Whether a line leads into what stands farther in: it begins where paragraphs do, white above it."""
    below = here.following
    if below is None or place_of(below) != place_of(here.row) or not here.row.prose.endswith(":"):
        return False
    as_paragraph = bool(measures.first_line) and abs(here.indent - measures.first_line) < EDGE
    white = (here.gap >= 0.3 or here.page_top) and here.previous is not None and here.previous.closes
    return as_paragraph and white and measures.indent(below) >= here.indent + EDGE


def _grown(reasons: list[str], seen: Sequence[Situation], others: AbstractSet[int]) -> list[str]:
    """Takes in the small rows right above and below a quotation: their edge is where the reader lost a letter."""
    for index in [*range(len(seen) - 1, -1, -1), *range(len(seen))]:
        if reasons[index] or index in others or seen[index].size >= SMALL:
            continue
        for neighbour, gap in ((index + 1, seen[index].gap_after), (index - 1, seen[index].gap)):
            if 0 <= neighbour < len(seen) and gap < 0.3 and _alike(seen[index], seen[neighbour], reasons[neighbour]):
                reasons[index] = reasons[neighbour]
    return reasons


def _alike(here: Situation, other: Situation, reason: str) -> bool:
    same_page = place_of(here.row) == place_of(other.row)
    return reason.startswith("indented, smaller") and abs(other.size - here.size) < 0.04 and same_page


def _may_be_quoted(here: Situation) -> bool:
    """Indented, no larger than the body, no smaller than notes; a line far from both margins is display."""
    return INDENT <= here.indent < 8 and SMALLEST < here.size < 1 + SAME


def _quotation_reason(run: Sequence[Situation]) -> str:
    if is_no_quotation(run):
        return ""
    small = sum(here.size < SMALL for here in run) > 0.6 * len(run)
    if len(run) == 1:
        here = run[0]
        # One centred line that is no sentence is a heading whose small capitals were measured as small type.
        display = abs(here.indent - here.shortfall) < INDENT and not here.row.closes
        alone = here.gap >= 0.2 and here.gap_after >= 0.2 and not display
        return "indented, smaller type, set off" if small and alone and not _looks_centred(here) else ""
    if any(_looks_centred(here) for here in run[:-1]) and len(run) <= 3 and not _is_block(run):
        return ""
    if len(run) > 2 and _is_numbered_over_text(run):
        return ""
    if small:
        return "" if _runs_through(run) else "indented, smaller type"
    short = sum(here.shortfall >= INDENT for here in run[:-1]) >= 0.8 * (len(run) - 1)
    inset = run[-1].shortfall >= INDENT or len(run) == 1
    if short and inset and (run[0].gap >= 0.2 or (run[-1].gap_after >= 0.2 and not _hangs(run[0]))):
        return "indented on both sides, set off"
    # Two paragraphs of one line each, one after the other, are both indented: dialogue, not a quotation. What runs on
    # from one indented line to the next is no dialogue, though its first line may happen to end with a sentence.
    set_off = run[0].gap >= 0.3 and (run[-1].gap_after >= 0.3 or len(run) >= 3)
    runs_on = not run[0].row.closes or (len(run) >= ROWS_OF_PROSE and _runs_on(run))
    return "indented, set off" if set_off and len(run) >= 2 and runs_on else ""


def _is_numbered_over_text(run: Sequence[Situation]) -> bool:
    """Whether a heading with a number, the next line of which hangs from it, stands over the first line of its text."""
    first, second, last = run[0], run[1], run[-1]
    numbered = any(form.match(first.row.text) for form in (NUMBERED, SMALL_LETTER, SMALL_NUMBER))
    hangs = second.indent >= first.indent + INDENT and second.shortfall > SHORT
    return numbered and hangs and abs(last.indent - first.indent) < EDGE


def _runs_through(run: Sequence[Situation]) -> bool:
    """Whether a sentence runs into full rows and out of them, in one type and without white: beside an initial."""
    above, below, size = run[0].previous, run[-1].following, run[0].row.line.size
    if above is None or below is None or run[-1].row.closes or not _hangs(run[0]):
        return False
    close = run[0].gap < NO_WHITE and run[-1].gap_after < NO_WHITE and max(here.shortfall for here in run) < INDENT
    return close and all(abs(row.line.size - size) <= ONE_TYPE * size for row in (above, below))


NO_WHITE = 0.15
"""Lines of white."""
ONE_TYPE = 0.03
"""Share by which the sizes of rows in one type differ on a scan."""


def _runs_on(run: Sequence[Situation]) -> bool:
    """Whether most rows are full and end within a sentence."""
    inner = run[1:-1]
    return sum(here.shortfall < INDENT and not here.row.closes for here in inner) > 0.5 * len(inner)


def _hangs(first: Situation) -> bool:
    """Whether a row goes on with the one right above it: the second line of an entry, not the first of a quotation."""
    above = first.previous
    return not (first.page_top or above is None or above.closes or LEADING.search(above.prose))


def _is_block(run: Sequence[Situation]) -> bool:
    """Whether rows begin at one edge and end at one, the last before it: those that are centred do not."""
    lefts, (*others, last) = [here.indent for here in run], [here.shortfall for here in run]
    return max(lefts) - min(lefts) < EDGE and max(others) - min(others) < INDENT and last > max(others) + SHORT


def _looks_centred(here: Situation) -> bool:
    return here.indent > 2.5 and abs(here.indent - here.shortfall) < 0.2 * here.indent + 0.5
