"""Block quotations: told by indent, type size and white space together; in a dump by the sentence before them."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from pipeline.segment.body.situations import INDENT, SHORT, SMALL, Situation, place_of
from pipeline.segment.front.epigraphs import signs
from pipeline.segment.measure import SAME, Measures
from pipeline.segment.notes.labels import CLEARLY_SMALLER
from pipeline.segment.rows import Row, starts_lower


def quoted_rows(seen: Sequence[Situation], measures: Measures, others: AbstractSet[int]) -> list[str]:
    """For every row the reason why it is in a block quotation, or an empty string.

    Args:
        seen: all rows of the body.
        measures: of the article.
        others: indices of the rows that are something else by their look: headings, items, captions.
    """
    if not measures.body_size:
        return _quoted_in_dump(seen, measures)
    reasons = [""] * len(seen)
    start = 0
    while start < len(seen):
        end = start
        while (
            end < len(seen)
            and end not in others
            and _may_be_quoted(seen[end])
            and (end > start or _has_letters(seen[end].row.text))
            and _same_type(seen, start, end, measures)
        ):
            end += 1  # an indented line in another size begins a paragraph after the quotation
        end -= end - start >= 2 and _opens_paragraph(seen, end - 1)
        if end - start >= 2 and _leads_in(seen, start):
            start += 1
        reason = _quotation_reason(seen[start:end]) if end > start else ""
        one_text = () if reason else _one_text(seen, start, end)
        if one_text:
            reasons[slice(*one_text)] = ["indented throughout"] * (one_text[1] - one_text[0])
            start = end
            continue
        verse = start if reason else _end_of_verse(seen, start, others)
        if verse > start:
            end, reason = verse, _VERSE
        reasons[start:end] = [reason] * (end - start)
        start = max(end, start + 1)
    return _signed(_flush_in_small(_grown(reasons, seen, others), seen, others), seen, others)


def _signed(reasons: list[str], seen: Sequence[Situation], others: AbstractSet[int]) -> list[str]:
    """Takes in epigraphs: inset lines, and under them, farther in, the dash and the name of who said it."""
    for index in range(1, len(seen)):
        here, above = seen[index], seen[index - 1]
        farther = here.indent >= above.indent + FARTHER or (here.shortfall < INDENT and here.indent > FAR_IN)
        if not (farther and signs(here.row)):
            continue
        start = index
        while start > 0 and start - 1 not in others and _is_inset_over(seen[start - 1], seen[start], index - start):
            start -= 1
        if start < index and index not in others:
            reasons[start : index + 1] = [_EPIGRAPH] * (index + 1 - start)
    return reasons


def _is_inset_over(here: Situation, below: Situation, rows: int) -> bool:
    """Whether a row is a line of the epigraph that goes on below it; its signature may stand apart."""
    one_edge = rows == 0 or abs(here.indent - below.indent) < ONE_EDGE
    close = below.gap < (1.0 if rows == 0 else APART)
    same_place = place_of(here.row) == place_of(below.row)
    return here.indent >= INDENT and one_edge and close and same_place and rows < LONGEST_EPIGRAPH


_EPIGRAPH = "inset, and signed under it"
FARTHER = 1.0
"""Ems by which the name stands farther in than what it signs."""
LONGEST_EPIGRAPH = 16
"""Rows of an epigraph."""


def _flush_in_small(reasons: list[str], seen: Sequence[Situation], others: AbstractSet[int]) -> list[str]:
    """Takes in lines in smaller type over the whole measure, white above and below them, between lines of the body.

    Where an article quotes so, what stands so at the top or the foot of a page is a quotation too, or a part of one.
    """
    runs = [run for run in _runs_in_small(reasons, seen, others) if not _is_no_quotation(seen[slice(*run)])]
    within = [run for run in runs if _stands_between(run, seen, others, at_edge=False)]
    sizes = [seen[start].size for start, _ in within]
    for start, end in runs:
        alike = any(abs(size - seen[start].size) < ONE_TYPE for size in sizes)
        if (start, end) in within or (alike and _stands_between((start, end), seen, others, at_edge=True)):
            reasons[start:end] = ["smaller type, set off"] * (end - start)
    return reasons


def _runs_in_small(
    reasons: Sequence[str], seen: Sequence[Situation], others: AbstractSet[int]
) -> list[tuple[int, int]]:
    """Rows in smaller type one under the other: the first, and the one after the last."""
    runs, start = [], 1
    while start < len(seen):
        end = start
        while end < len(seen) and _is_small(seen, start, end) and not reasons[end] and end not in others:
            end += 1
        if end - start >= FEWEST_FLUSH:
            runs.append((start, end))
        start = max(end, start + 1)
    return runs


def _stands_between(
    run: tuple[int, int], seen: Sequence[Situation], others: AbstractSet[int], *, at_edge: bool
) -> bool:
    """Whether white and the body are above and below a run; one of the two may be the edge of the page."""
    start, end = run
    top = place_of(seen[start - 1].row) != place_of(seen[start].row)
    foot = end == len(seen) or place_of(seen[end].row) != place_of(seen[end - 1].row)
    if top + foot > at_edge:
        return False
    above = top or (_is_body(seen, start - 1, others) and seen[start].gap >= APART)
    return above and (foot or (_is_body(seen, end, others) and seen[end - 1].gap_after >= APART))


def _is_body(seen: Sequence[Situation], index: int, others: AbstractSet[int]) -> bool:
    return index not in others and seen[index].size >= SMALL


ONE_TYPE = 0.02
"""By which the sizes of two quotations of one article differ at most."""
FEWEST_FLUSH = 2
"""Rows of a quotation that nothing but its type and the white around it tells."""
APART = 0.2
"""Lines of white above and below it."""


def _is_small(seen: Sequence[Situation], start: int, index: int) -> bool:
    here, first = seen[index], seen[start]
    alike = abs(here.size - first.size) < SAME and place_of(here.row) == place_of(first.row)
    return (
        SMALLEST < here.size < SMALLER
        and (index > start or _has_letters(here.row.text))
        and alike
        and (index == start or here.gap < APART)
    )


SMALLER = 0.93
"""Relative size of such a quotation at most: a line without ascenders measures a little smaller than its body."""


_VERSE = "short lines in smaller type"
VERSE = 3
"""Lines of verse that show by themselves that they are a quotation; fewer need a sentence that leads into them."""
ONE_EDGE = 1.3
"""Ems within which lines of verse begin: rhymes are indented by an em, a quotation mark may hang out."""
FAR_IN = 4.0
"""Ems from the margin at which no second line of an entry or an item stands."""
_LINE_OF_VERSE = re.compile(r"[\W]{0,4}[A-ZÀ-Þ]\w*\W+\w")
"""Lines of verse begin with a capital and have more than one word."""
_LEADING = re.compile(r"[:—–]\W{0,2}$|,$")


def _end_of_verse(seen: Sequence[Situation], start: int, others: AbstractSet[int]) -> int:
    """Where verse ends that begins here: short lines in clearly smaller type that begin at one edge, however far in.

    Verse is centred on its longest line (Hart's Rules, 9.4.1), so that its indent tells nothing; nor has it any white
    above it where the page is full.
    """
    end = start
    while (
        end < len(seen)
        and end not in others
        and seen[end].size < CLEARLY_SMALLER
        and seen[end].indent >= FAR_IN
        and seen[end].shortfall >= SHORT
        and _LINE_OF_VERSE.match(seen[end].row.text)
        and abs(seen[end].indent - seen[start].indent) <= ONE_EDGE
        and place_of(seen[end].row) == place_of(seen[start].row)
        and (end == start or seen[end].gap < 0.3)
    ):
        end += 1
    led = start > 0 and bool(_LEADING.search(seen[start - 1].row.text))
    return end if end - start >= VERSE or (end > start and led) else start


def _same_type(seen: Sequence[Situation], start: int, index: int, measures: Measures) -> bool:
    """Whether a row is in the size of a quotation's first; the size of a short last line is told by its place."""
    here, before = seen[index], seen[index - 1]
    if abs(here.size - seen[start].size) < SAME:
        return True
    in_line = index > start and here.gap < 0.15 and abs(here.indent - before.indent) < 0.3
    return in_line and here.size < SMALL and measures.same_size(seen[start].row, here.row)


def _opens_paragraph(seen: Sequence[Situation], index: int) -> bool:
    """The indented first line of the paragraph under a quotation: white above it, flush lines right below."""
    here, following = seen[index], seen[index + 1] if index + 1 < len(seen) else None
    return (
        following is not None
        and here.gap >= 0.15
        and here.size >= SMALL
        and here.gap_after < 0.15
        and following.indent < INDENT
        and place_of(following.row) == place_of(here.row)
        and seen[index - 1].row.closes
    )


def _leads_in(seen: Sequence[Situation], index: int) -> bool:
    """The indented line of the body over a quotation that announces it: ``Ockham answers:``, white below it."""
    here = seen[index]
    return here.size >= SMALL and here.gap_after >= 0.2 > here.gap and here.row.prose.endswith(":")


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
    return INDENT <= here.indent < 8 and SMALLEST < here.size < 1.04


SMALLEST = 0.68
"""Relative size of what stands in charts, and of the publisher's lines; quotations are not set in it."""


def _has_letters(text: str) -> bool:
    """Whether a text has: figures along the axis of a chart are indented and small too."""
    return 2 * sum(map(str.isalpha, text)) >= sum(map(str.isalnum, text))


_ADDRESS = re.compile(r"[\w.]@\w")
_LABELLED = re.compile(r"^\([A-Z][A-Z]{0,3}\d{0,2}[*′’']{0,2}\)\s")
"""``(S1)``, ``(P*)`` before a statement that the author sets off to refer to it. Statutes are numbered in figures."""
_LEMMA = re.compile(r"(?<!\[)\b[^\W\d_]+\]\s")
FEWEST_LEMMATA = 3
"""Lemmata, each closed by a bracket, that show the apparatus of a critical edition."""
_STOPPED = re.compile(r"[.,;:!?…–—-]\W*\d{0,3}$")
FEWEST_NAMES = 5
"""Rows of a list of names: lines of any length without a stop anywhere."""
RAGGED = 1.5
"""Ems by which the ends of lines differ that are not justified."""


def _is_no_quotation(run: Sequence[Situation]) -> bool:
    """Whether rows in a quotation's place are an address, statements with labels, an apparatus, a list of phrases."""
    if any(_ADDRESS.search(here.row.text) or _LABELLED.match(here.row.text) for here in run):
        return True
    if sum(len(_LEMMA.findall(here.row.text)) for here in run) >= FEWEST_LEMMATA:
        return True
    if any(
        here.row.text.endswith(";") and here.shortfall > SHORT and starts_lower(after.row.text)
        for here, after in pairwise(run)
    ):
        return True
    ends = [here.shortfall for here in run[:-1]]
    ragged = len(run) >= FEWEST_NAMES and max(ends) - min(ends) > RAGGED
    return ragged and not any(_STOPPED.search(here.row.text) for here in run)


def _quotation_reason(run: Sequence[Situation]) -> str:
    if _is_no_quotation(run):
        return ""
    small = sum(here.size < SMALL for here in run) > 0.6 * len(run)
    if len(run) == 1:
        here = run[0]
        # One centred line that is no sentence is a heading whose small capitals were measured as small type.
        display = abs(here.indent - here.shortfall) < INDENT and not here.row.closes
        alone = here.gap >= 0.2 and here.gap_after >= 0.2 and not display
        return "indented, smaller type, set off" if small and alone and not _looks_centred(here) else ""
    if any(_looks_centred(here) for here in run[:-1]) and len(run) <= 3:
        return ""
    if small:
        return "indented, smaller type"
    short = sum(here.shortfall >= INDENT for here in run[:-1]) >= 0.8 * (len(run) - 1)
    inset = run[-1].shortfall >= INDENT or len(run) == 1
    if short and inset and (run[0].gap >= 0.2 or run[-1].gap_after >= 0.2):
        return "indented on both sides, set off"
    # Two paragraphs of one line each, one after the other, are both indented: dialogue, not a quotation. What runs on
    # from one indented line to the next is no dialogue, though its first line may happen to end with a sentence.
    set_off = run[0].gap >= 0.3 and (run[-1].gap_after >= 0.3 or len(run) >= 3)
    runs_on = not run[0].row.closes or (len(run) >= ROWS_OF_PROSE and _runs_on(run))
    return "indented, set off" if set_off and len(run) >= 2 and runs_on else ""


ROWS_OF_PROSE = 4
"""Rows of a quotation of which the first ends with a sentence: fewer may be the turns of a dialogue."""


def _runs_on(run: Sequence[Situation]) -> bool:
    """Whether most rows are full and end within a sentence."""
    inner = run[1:-1]
    return sum(here.shortfall < INDENT and not here.row.closes for here in inner) > 0.5 * len(inner)


def _one_text(seen: Sequence[Situation], start: int, end: int) -> tuple[int, int] | tuple[()]:
    """The part of some indented rows in which many run on from one to the next: of a paragraph all but one are flush.

    They stand at one edge, most of them end amid a sentence, and the last is the end of one. Over them there may be the
    line that leads into them, and under them the first of a paragraph.
    """
    if end - start > ROWS_OF_ONE_TEXT and _breaks_off(seen[start]) and seen[start + 1].row.text[:1] in '“‘"«„':
        start += 1
    flush_below = (
        end < len(seen) and seen[end].indent < INDENT and place_of(seen[end].row) == place_of(seen[end - 1].row)
    )
    if end - start > ROWS_OF_ONE_TEXT and flush_below and not seen[end - 1].row.closes:
        end -= 1
    run = seen[start:end]
    if not ROWS_OF_ONE_TEXT <= len(run) <= MOST_ROWS or not run[-1].row.closes or _is_no_quotation(run):
        return ()
    if not (_begins_one_text(seen, start) and _is_beside_flush(seen, start, end)):
        return ()
    edges = [here.indent for here in run]
    amid = sum(not here.row.closes for here in run[:-1])
    joined = sum(starts_lower(here.row.text) for here in run[1:])
    one = max(edges) - min(edges) < EDGE and amid >= MOST * (len(run) - 1) and joined >= (len(run) - 1) / 2
    return (start, end) if one else ()


def _begins_one_text(seen: Sequence[Situation], start: int) -> bool:
    """Whether no sentence of the text goes on in a row, or one that leads into a quotation."""
    before, first = seen[start - 1].row if start else None, seen[start].row.text
    opens = first[:1] in '“‘"«„[….'
    if before is None or opens or before.prose.endswith((":", " that")):
        return True
    return not starts_lower(first) and (before.closes or bool(_LEADING.search(before.prose)))


def _is_beside_flush(seen: Sequence[Situation], start: int, end: int) -> bool:
    """Whether rows at the margin stand on the page beside the indented ones: else its edge may be measured wrongly."""
    place = place_of(seen[start].row)
    around = [*seen[max(0, start - NEAR) : start], *seen[end : end + NEAR]]
    return sum(place_of(here.row) == place and here.indent < EDGE for here in around) >= FLUSH_ROWS


NEAR = 12
"""Rows before and after in which flush ones are sought."""
FLUSH_ROWS = 2
"""Of them at least."""


def _breaks_off(here: Situation) -> bool:
    """Whether a row ends early and amid a sentence."""
    return here.shortfall > SHORT and not here.row.closes


ROWS_OF_ONE_TEXT = 5
"""Rows that show that no flush rows come."""
MOST_ROWS = 25
"""Rows of a quotation that has no white around it at most: longer are lists whose labels were lost."""
EDGE = 0.3
"""Ems within which they begin."""
MOST = 0.7
"""Of them those that end amid a sentence."""


def _looks_centred(here: Situation) -> bool:
    return here.indent > 2.5 and abs(here.indent - here.shortfall) < 0.2 * here.indent + 0.5


def _quoted_in_dump(seen: Sequence[Situation], measures: Measures) -> list[str]:
    """In a dump: a run between blank lines that finishes a sentence which the text before left open (``He said,``).

    A single line must end like a sentence itself: names under a title, ``Abstract`` and headings do not.
    """
    reasons = [""] * len(seen)
    start = 0
    while start < len(seen):
        end = _end_of_quotation(seen, start) if _begins_in_dump(seen, start, measures) else start
        longest = max((len(each.row.text) for each in seen[start:end]), default=0)
        alone = end - start == 1 and seen[start].row.closes
        if end > start and (longest > measures.full_line or alone or _LEADS.search(seen[start - 1].row.text)):
            reasons[start:end] = ["set off; the sentence before leads into it"] * (end - start)
        start = max(end, start + 1)
    return reasons


_LEADS = re.compile(r"(?:[,:]|\bthat)$")


def _begins_in_dump(seen: Sequence[Situation], index: int, measures: Measures) -> bool:
    if not index:
        return False
    here, before = seen[index], seen[index - 1]
    if here.page_top:
        # No blank line can be seen over a page; then the line, in smaller type, is longer than the body's lines.
        longer = len(here.row.text) > 1.03 * max(measures.full_line, 1)
        return longer and bool(_LEADS.search(before.row.text)) and not starts_lower(here.row.text)
    # A line between blank lines is a heading and leads to nothing, save one that ends like "he said that".
    isolated = before.gap >= 1 and not _LEADS.search(before.row.text)
    return here.gap >= 1 and not isolated and _introduces(before.row, here.row.text)


def _introduces(before: Row, after: str) -> bool:
    if before.closes:
        return False
    if starts_lower(after):
        return before.text.endswith(" that")
    return bool(re.search(r"[,:\w]$", before.text.rstrip()))


def _end_of_quotation(seen: Sequence[Situation], start: int) -> int:
    """A quotation ends at the next blank line, or after a short line with a full stop that the text goes on from."""
    longest = len(seen[start].row.text)
    for index in range(start + 1, len(seen)):
        here, before = seen[index], seen[index - 1]
        longest = max(longest, len(before.row.text))
        goes_on = starts_lower(here.row.text) and not before.row.closes
        if here.gap >= 1 and not here.page_top and not goes_on:
            return index
        short = len(before.row.text) < 0.8 * longest and before.row.closes
        if short and not starts_lower(here.row.text):
            return index
    return len(seen)
