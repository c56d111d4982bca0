"""The rows of one heading, and what their type says of them."""

import re
from collections.abc import Callable, Sequence

from pipeline.letters import CAPITALS
from pipeline.model import TEXT_LAYER
from pipeline.segment.body.situations import INDENT, SHORT, Situation, place_of
from pipeline.segment.measure import LARGER, Measures
from pipeline.segment.rows import Row, is_bold, starts_lower
from pipeline.segment.wording.front_labels import is_labelled
from pipeline.segment.wording.heading_words import NUMBERED, NUMERAL_ALONE

MOST_ROWS = 4
MOSTLY = 0.6
"""Share of the letters that makes a heading italic: names of cases are reversed in it, its number is roman."""
NEARLY_ALL = 0.85
EVEN = 0.3
"""Ems that show that a row is not flush: justified lines end within a quarter of an em of each other."""
CLOSE = 0.15
"""Lines of white between two rows of one heading at most, where nothing else shows that they are one."""
HALF = 0.5
"""Of the measure: a line in large type that ends before has ended its heading."""
WHITE = 0.5
"""Lines of white above a heading that nothing in its type shows."""
DISTINCT = frozenset({"larger type", "bold", "italic", "capitals"})
"""Signs that the type itself gives: they need no white to the right of the line."""


def follower_of(seen: Sequence[Situation], index: int) -> Situation | None:
    """The row at an index, or None behind the last."""
    return seen[index] if index < len(seen) else None


def run_of(seen: Sequence[Situation], index: int, measures: Measures) -> list[Situation]:
    """The row and those under it that are set in the same distinct way, without white between them.

    Where the next word would have fitted into a line a heading ends.
    """
    return _run(
        seen,
        index,
        measures,
        lambda run, here: _had_room(run[-1], here, measures) and not _hangs(run[0], here, measures),
    )


def run_by_sense(seen: Sequence[Situation], index: int, measures: Measures) -> list[Situation]:
    """The same of a heading whose lines are broken by their sense, wherever words would have fitted."""
    return _run(seen, index, measures, lambda _run, _here: False)


def _run(
    seen: Sequence[Situation],
    index: int,
    measures: Measures,
    ends: Callable[[Sequence[Situation], Situation], bool],
) -> list[Situation]:
    """``ends``: whether a run is at its end though the next row is set as it is."""
    first = seen[index]
    look = look_of(first, measures)
    run = _plain_run(seen, index, measures) if not look & DISTINCT else [first]
    if len(run) > 1:
        return run
    if NUMERAL_ALONE.match(first.row.text):
        if not _heading_goes_on(first, follower_of(seen, index + 1), measures):
            return run
        run.append(seen[index + 1])
        look = look_of(run[-1], measures)
    for here in seen[index + len(run) : index + MOST_ROWS]:
        same = _same_look(look, look_of(here, measures)) or _completes(run, look, here, measures)
        # White is told in lines of the body, and larger type has a larger leading of its own.
        parted = (
            here.gap >= 0.3 + max(0.0, here.size - 1.0)
            or place_of(here.row) != place_of(first.row)
            or (bool(NUMBERED.match(here.row.text)) and not _WORD_A.match(here.row.text))
        )
        if not same or parted or abs(here.size - run[-1].size) >= 0.05 or ends(run, here):
            break
        run.append(here)
    return run


def _plain_run(seen: Sequence[Situation], index: int, measures: Measures) -> list[Situation]:
    """Rows in the body's type that are set off together: the first hardly short, the last short and without a stop.

    Of a numbered heading the further lines may hang under the first.
    """
    first = seen[index]
    run = [first]
    apart = first.gap >= WHITE or first.page_top
    if not apart or first.row.closes or first.indent >= INDENT or not first.geometric or is_labelled(first.row.text):
        return run
    if first.shortfall < RAGGED:
        return run  # the first line of a paragraph is justified, lines of headings end where their words end
    numbered = bool(NUMBERED.match(first.row.text))
    for here in seen[index + 1 : index + MOST_PLAIN]:
        hangs = here.indent < INDENT or (numbered and here.indent < HANGS)
        if here.gap >= 0.3 or place_of(here.row) != place_of(first.row) or not hangs:
            break
        if _fits_before(run[-1], here, measures):
            return [first]
        run.append(here)
    last = run[-1]
    alike = abs(last.size - first.size) < 0.05
    asked = last.row.text.endswith("?")
    ended = last.gap_after >= WHITE * (0.9 if asked or not numbered else 1) and last.shortfall > SHORT
    text = " ".join(here.row.text for here in run)
    stopped = (last.row.closes and not asked) or bool(_NO_HEADING.search(text))
    return run if len(run) > 1 and alike and ended and not stopped else [first]


_NO_HEADING = re.compile(rf"@|[^\W\d_]{{4,}}[.?!…]\s+[{CAPITALS}¿¡]")
"""What no heading has within it: an address, the end of a sentence."""
RAGGED = 0.45
"""Ems from the right edge at which no justified line ends."""
_WORD_A = re.compile(r"^A\s")
"""An article, in Romance languages and in English, more often than the letter of a section within a heading."""
MOST_PLAIN = 3
"""Rows of a heading in the body's type."""
HANGS = 4.0
"""Ems from the margin at which the further lines of a numbered heading begin."""


def _completes(run: Sequence[Situation], look: frozenset[str], here: Situation, measures: Measures) -> bool:
    """Whether a row that looks otherwise is the rest of a heading: of a broken word, or under a first line too long."""
    own = look_of(here, measures)
    broken = run[-1].row.text.endswith("-") and bool(look & own & DISTINCT)
    return broken or (len(run) == 1 and (_is_too_long(run[0], here, measures) or _is_bold_below(run[0], look, own)))


def _is_bold_below(first: Situation, look: frozenset[str], own: frozenset[str]) -> bool:
    """Whether a bold row stands under one that differs in its weight alone, both centred, on a scan.

    Of 28 bold lines of scans eight are not seen to be bold, and the size of one heading wavers about its limit.
    """
    scanned = first.row.page.reader != TEXT_LAYER and first.geometric
    return scanned and "centred" in look & own and "bold" in own - look and look ^ own <= {"bold", "larger type"}


def _heading_goes_on(number: Situation, following: Situation | None, measures: Measures) -> bool:
    """Under a centred number on its own line stands the heading that it numbers."""
    return (
        following is not None
        and measures.is_centred(number.row)
        and following.gap < 0.8
        and place_of(following.row) == place_of(number.row)
        and bool(look_of(following, measures))
    )


def look_of(here: Situation, measures: Measures) -> frozenset[str]:
    """The signs that the type and the place of a row give."""
    return frozenset(signs_of(here.row, here.size, measures)) & (DISTINCT | {"centred"})


def _same_look(one: frozenset[str], other: frozenset[str]) -> bool:
    """Of two rows in one style one may be too long to be seen to be centred, and one may have the words in italics."""
    own, its = one & DISTINCT, other & DISTINCT
    mixed = own ^ its == {"italic"} and bool(own & its)
    return bool(one) and (one == other or bool(own and own == its) or mixed)


def _had_room(last: Situation, here: Situation, measures: Measures) -> bool:
    """Whether the next word would have fitted into a line: then a heading ends there, not a line of it.

    Centred headings are broken by their sense; but then the next line is centred too.
    """
    word = here.row.line.words[0].box if here.row.line.words else None
    centred = is_in_middle(here.row, measures)
    # No heading begins with a small letter; and in large type lines are broken by their sense, as of a title.
    capitals = all("capitals" in signs_of(each.row, each.size, measures) for each in (last, here))
    goes_on = (
        starts_lower(here.row.text)
        or (capitals and here.gap < CLOSE)
        or (min(last.size, here.size) >= LARGER and last.shortfall < HALF * measures.width(here.row))
    )
    if word is None or goes_on or (last.indent >= INDENT and centred):
        return False
    return _fits_before(last, here, measures)


def _hangs(numbered: Situation, here: Situation, measures: Measures) -> bool:
    """Whether a row begins under the first word behind the number of the one before, as further lines of a heading do.

    Their measure is narrower than that of the text, so that the next word need not have fitted.
    """
    words, box = numbered.row.line.words, here.row.line.box
    if not NUMBERED.match(numbered.row.text) or len(words) < 2 or words[1].box is None or box is None:
        return False
    return abs(box.left - words[1].box.left) < EVEN * measures.body_size and here.indent >= INDENT


def _fits_before(last: Situation, here: Situation, measures: Measures) -> bool:
    """Whether the first word of a row would have fitted into the one before."""
    word = here.row.line.words[0].box if here.row.line.words else None
    if word is None or not measures.body_size:
        return False
    return last.shortfall + max(last.indent, 0.0) > SHORT + (word.right - word.left) / measures.body_size


def _is_too_long(first: Situation, second: Situation, measures: Measures) -> bool:
    """Whether a row fills the measure and the next is centred under it: the first line of a centred heading."""
    return first.indent < 1.0 and first.shortfall < SHORT and measures.is_centred(second.row)


def is_in_middle(row: Row, measures: Measures) -> bool:
    """Whether a row is centred; a long one stands a little away from both margins, and by the same distance."""
    left, right = measures.indent(row), measures.shortfall(row)
    even = row.line.box is not None and min(left, right) >= EVEN and abs(left - right) < EVEN
    return even or measures.is_centred(row)


def signs_of(row: Row, size: float, measures: Measures) -> list[str]:
    """What the type of a row says."""
    letters = [*filter(str.isalpha, row.text)]
    capitals = len(letters) > 3 and sum(map(str.isupper, letters)) >= 0.9 * len(letters)
    signs = {
        "larger type": size >= LARGER and measures.has_script_of_body(row),
        "bold": is_bold(row),
        "italic": _mostly_italic(row),
        "capitals": capitals or _in_small_capitals(row),
        "centred": is_in_middle(row, measures),
    }
    return [sign for sign, holds in signs.items() if holds]


def _in_small_capitals(row: Row) -> bool:
    """Whether all words are in small capitals; numbers and abbreviations among them are in full ones."""
    words = row.line.words
    full = (not any(map(str.islower, row.line.text[word.start : word.end])) for word in words)
    return any(word.style.small_caps for word in words) and all(
        word.style.small_caps or capital for word, capital in zip(words, full, strict=True)
    )


def _mostly_italic(row: Row) -> bool:
    """Whether the row is italic, its number and reversed names apart; of a scan a short first word may not be told."""
    words = [word for word in row.line.words if row.start <= word.start and word.end <= row.end]
    begins = any(word.style.italic for word in words[:1])  # or its number does, over a reversed name
    words = words[1:] if words and NUMERAL_ALONE.match(row.line.text[words[0].start : words[0].end]) else words
    italic = sum(word.end - word.start for word in words if word.style.italic)
    letters = sum(word.end - word.start for word in words)
    return bool(words) and italic >= (MOSTLY if begins or words[0].style.italic else NEARLY_ALL) * letters
