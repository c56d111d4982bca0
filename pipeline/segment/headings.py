"""Headings: which rows are one, and at which level.

A heading is told by how it is set (size, bold, italic, capitals, centred, numbered) and by the white around it. Rows
set in the same way, one under the other, are one heading.
"""

import re
from collections.abc import Sequence

from pipeline.model import BlockKind
from pipeline.segment.contents import is_led
from pipeline.segment.front_labels import ABSTRACT, is_labelled
from pipeline.segment.masthead import reference_values
from pipeline.segment.measure import Measures
from pipeline.segment.raw_block import RawBlock
from pipeline.segment.rows import Row, starts_lower
from pipeline.segment.situations import INDENT, SHORT, Situation, place_of

_NUMBERED = re.compile(r"^(?:(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[A-H])[.)]?\s+)(?=[A-Z‘“])")
_SMALL_LETTER = re.compile(r"^[a-h]\)\s+[A-ZÀ-Þ]")
"""``a) Exceptions``: the lowest headings of lawyers."""
_SMALL_ROMAN = re.compile(r"^(?:i{1,3}|iv|vi{0,3}|i?x)\.\s+[a-z]")
"""A numbered heading in small capitals, which some fonts have in the places of small letters."""
_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.\s?){2,}$")
"""What ends with it ends with no sentence: ``Tansy J.A.``"""
_NUMERAL_ALONE = re.compile(r"^(?:[IVXL]{1,6}|\d{1,2}|[A-H])[.)]?$")
"""A number on a line of its own: the heading goes on in the next line."""
_FULL_STOP = re.compile(r"\.\W{0,4}\d{0,3}\W{0,3}$")
"""A full stop at the end, what may be a note call after it looked through."""
_BIBLIOGRAPHY = re.compile(
    r"^\W*(?:(?:select\s+)?bibliograph(?:y|ie)|references|works\s+cited|sources|literature|"
    r"(?:quellen-?\s+und\s+)?literatur(?:verzeichnis)?|literatur-?\s+und\s+quellen(?:verzeichnis)?|"
    r"bibliograf[ií]a|referências(?:\s+bibliográficas)?|referencias(?:\s+bibliográficas)?|riferimenti\s+bibliografici|"
    r"opere\s+citate|références(?:\s+bibliographiques)?|literatuur|litteratur|literatura|irodalom|kaynakça)\W*$",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"^\W*(?:(?:end|foot)?notes?|anmerkung(?:en)?|fu(?:ß|ss)noten|endnoten|notes\s+et\s+références|notas?|note|noten|"
    r"przypisy|jegyzetek)\W*$",
    re.IGNORECASE,
)
_APPENDED = re.compile(
    r"^\W*(?:acknowledge?ments?|danksagung|remerciements|ringraziamenti|agradec\w+|dankwoord|append(?:ix|ices)|anhang|"
    r"annexes?|appendice|(?:about\ the\ )?(?:author|contributor)s?|zur\ person|zu\ den\ personen|"
    r"(?:sobre\ |über\ |sull)?\W?(?:autor|autore|autora|autorin|auteur)(?:e[ns]|i)?)\b",
    re.IGNORECASE,
)
"""Matter behind the text."""
MOST_ROWS = 4
MOSTLY = 0.6
"""Share of the letters that makes a heading italic: names of cases are reversed in it, its number is roman."""
NEARLY_ALL = 0.85
LARGER = 1.08
EVEN = 0.3
"""Ems that show that a row is not flush: justified lines end within a quarter of an em of each other."""
HALF = 0.5
"""Of the measure: a line in large type that ends before has ended its heading."""
WHITE = 0.5
"""Lines of white above a heading that nothing in its type shows."""
MIDDLE = 0.5
"""Ems by which the white on both sides of a line in the middle may differ."""
ROOM = 0.8
"""Ems to the right of a line in capitals: the first line of a paragraph, which some presses set so, leaves none."""
DISTINCT = frozenset({"larger type", "bold", "italic", "capitals"})
"""Signs that the type itself gives: they need no white to the right of the line."""


def names_bibliography(heading: RawBlock) -> bool:
    """Whether a heading stands over a bibliography."""
    return bool(_BIBLIOGRAPHY.match(heading.text))


def names_back_matter(heading: RawBlock) -> bool:
    """Whether a heading stands over notes or a bibliography."""
    return names_bibliography(heading) or bool(_NOTES.match(heading.text))


def names_other_matter(heading: RawBlock) -> bool:
    """Whether a heading stands over matter that is neither text nor bibliography: notes, abstract, thanks, authors."""
    return bool(_NOTES.match(heading.text) or _APPENDED.match(heading.text)) or not ABSTRACT.sub("", heading.text)


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
    after_heading = current is None or current.kind is BlockKind.HEADING
    if not _may_begin(seen[index]):
        return None
    if not after_heading and current is not None and not _parted(seen[index], current.rows[-1], measures):
        return None
    run = _run(seen, index, measures)
    text = " ".join(here.row.text for here in run)
    if run[0].geometric:
        reason = _reason(run, text, measures, _follower(seen, index + len(run)), after_heading=after_heading)
    else:
        reason = _reason_in_dump(run, text, measures, _follower(seen, index + len(run)))
    return RawBlock(BlockKind.HEADING, [here.row for here in run], 1, reason=reason) if reason else None


def set_as_headings(seen: Sequence[Situation], measures: Measures) -> set[int]:
    """Indices of the rows that the type itself shows to be headings: they are in no quotation, however indented.

    A long run in one style is more than a heading: an epigraph or a quotation in italics.
    """
    found: set[int] = set()
    for index, here in enumerate(seen):
        if index in found or not here.geometric or not _may_begin(here):
            continue
        run = _run(seen, index, measures)
        follower = _follower(seen, index + len(run))
        text = " ".join(each.row.text for each in run)
        if index and index - 1 not in found and not _parted(here, seen[index - 1].row, measures):
            continue
        reason = _reason(run, text, measures, follower, after_heading=not index or index - 1 in found)
        signs = set(reason.split(", "))
        shown = signs & DISTINCT and (signs & {"numbered", "centred"} or run[-1].shortfall > 3)
        goes_on = follower is not None and _look(follower, measures) & DISTINCT == signs & DISTINCT
        if (shown or {"numbered", "centred"} <= signs) and not (goes_on and len(run) == MOST_ROWS):
            found.update(range(index, index + len(run)))
    return found


def _follower(seen: Sequence[Situation], index: int) -> Situation | None:
    return seen[index] if index < len(seen) else None


_HISTORY = re.compile(
    r"^\W*(?:received|revised|submitted|accepted|approved|published|eingereicht|eingegangen|angenommen|reçu|accepté|"
    r"ricevuto|accettato|recibido|aceptado|recebido|aceito|aprovado|ontvangen)\b.*\d",
    re.IGNORECASE,
)
"""The days on which an article was received and accepted."""
CITED = 4
"""Of journal, volume, issue, year and pages: a line that has so many is how the journal cites the article."""


def _may_begin(here: Situation) -> bool:
    text = here.row.text
    if _HISTORY.match(text) or len(reference_values(text)) >= CITED:
        return False
    if len(text) < 3 or len(text) > 160:
        return bool(_NUMERAL_ALONE.match(text))
    if _SMALL_ROMAN.match(text):
        return here.indent >= INDENT and abs(here.indent - here.shortfall) < MIDDLE and not here.row.closes
    if _SMALL_LETTER.match(text):
        return here.gap >= WHITE and here.shortfall > SHORT and not here.row.closes
    return not starts_lower(text) and any(letter.isalpha() for letter in text)


def _parted(here: Situation, before: Row, measures: Measures) -> bool:
    """Whether the text before is at its end: by its stop, a short line and white, or much white over other type.

    So is an entry of the contents, which dots lead to the edge.
    """
    named = bool(_BIBLIOGRAPHY.match(here.row.text) or _NOTES.match(here.row.text)) and here.gap >= 0.5
    if before.closes or before.prose.endswith(":") or named or is_led(before.text):
        return True
    distinct = bool(_look(here, measures) & DISTINCT)
    early = measures.shortfall(before) > SHORT and (here.gap >= 0.5 or (here.page_top and distinct))
    return here.geometric and (early or (here.gap >= 0.8 and distinct))


def _run(seen: Sequence[Situation], index: int, measures: Measures) -> list[Situation]:
    """The row and those under it that are set in the same distinct way, without white between them."""
    first = seen[index]
    look = _look(first, measures)
    run = _plain_run(seen, index, measures) if not look & DISTINCT else [first]
    if len(run) > 1:
        return run
    if _NUMERAL_ALONE.match(first.row.text):
        if not _heading_goes_on(first, _follower(seen, index + 1), measures):
            return run
        run.append(seen[index + 1])
        look = _look(run[-1], measures)
    for here in seen[index + len(run) : index + MOST_ROWS]:
        same = _same_look(look, _look(here, measures)) or _completes(run, look, here, measures)
        # White is told in lines of the body, and larger type has a larger leading of its own.
        parted = (
            here.gap >= 0.3 + max(0.0, here.size - 1.0)
            or place_of(here.row) != place_of(first.row)
            or (bool(_NUMBERED.match(here.row.text)) and not _WORD_A.match(here.row.text))
        )
        if not same or parted or abs(here.size - run[-1].size) >= 0.05 or _had_room(run[-1], here, measures):
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
    numbered = bool(_NUMBERED.match(first.row.text))
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


_NO_HEADING = re.compile(r"@|[^\W\d_]{4,}[.?!…]\s+[A-ZÀ-Þ¿¡]")
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
    broken = run[-1].row.text.endswith("-") and bool(look & _look(here, measures) & DISTINCT)
    return broken or (len(run) == 1 and _is_too_long(run[0], here, measures))


def _heading_goes_on(number: Situation, following: Situation | None, measures: Measures) -> bool:
    """Under a centred number on its own line stands the heading that it numbers."""
    return (
        following is not None
        and measures.is_centred(number.row)
        and following.gap < 0.8
        and place_of(following.row) == place_of(number.row)
        and bool(_look(following, measures))
    )


def _look(here: Situation, measures: Measures) -> frozenset[str]:
    return frozenset(_signs(here.row, here.size, measures)) & (DISTINCT | {"centred"})


def _same_look(one: frozenset[str], other: frozenset[str]) -> bool:
    """Of two rows in one style one may be too long to be seen to be centred."""
    return bool(one) and (one == other or bool(one & DISTINCT and one & DISTINCT == other & DISTINCT))


def _had_room(last: Situation, here: Situation, measures: Measures) -> bool:
    """Whether the next word would have fitted into a line: then a heading ends there, not a line of it.

    Centred headings are broken by their sense; but then the next line is centred too.
    """
    word = here.row.line.words[0].box if here.row.line.words else None
    centred = measures.is_centred(here.row) or _is_even(here.row, measures)
    # No heading begins with a small letter; and in large type lines are broken by their sense, as of a title.
    goes_on = starts_lower(here.row.text) or (
        min(last.size, here.size) >= LARGER and last.shortfall < HALF * measures.width(here.row)
    )
    if word is None or goes_on or (last.indent >= INDENT and centred):
        return False
    return _fits_before(last, here, measures)


def _fits_before(last: Situation, here: Situation, measures: Measures) -> bool:
    """Whether the first word of a row would have fitted into the one before."""
    word = here.row.line.words[0].box if here.row.line.words else None
    if word is None or not measures.body_size:
        return False
    return last.shortfall + max(last.indent, 0.0) > SHORT + (word.right - word.left) / measures.body_size


def _is_too_long(first: Situation, second: Situation, measures: Measures) -> bool:
    """Whether a row fills the measure and the next is centred under it: the first line of a centred heading."""
    return first.indent < 1.0 and first.shortfall < SHORT and measures.is_centred(second.row)


def _reason(
    run: Sequence[Situation], text: str, measures: Measures, follower: Situation | None, *, after_heading: bool
) -> str:
    """Why a run of rows is a heading, or an empty string."""
    first, last = run[0], run[-1]
    if last.row.prose[-1] in ",;:-" and not _BIBLIOGRAPHY.match(text):
        return ""
    signs = _signs(last.row, last.size, measures)
    if signs == ["centred"] and len(run) == 1 and _opens_ragged_paragraph(first, measures):
        return ""
    numbered = any(form.match(text) for form in (_NUMBERED, _SMALL_ROMAN, _SMALL_LETTER)) and len(text) < 160
    if numbered and (len(text) < 90 or DISTINCT.intersection(signs)):
        signs.append("numbered")
    named = bool(_BIBLIOGRAPHY.match(text) or _NOTES.match(text))
    if named:
        signs.append("names the section")
    # In a tightly set page a number and the middle of the line need less white.
    least = 0.3 if {"numbered", "centred"} <= set(signs) else 0.35
    white_before = first.gap >= least or first.page_top or after_heading
    # What stands under such a heading may be no body: the notes are taken off, and the page is at its end.
    set_off = white_before and (last.gap_after >= 0.15 or (named and not _is_followed(last)))
    room = last.shortfall > 1.0 or first.size >= 1.1 or bool({*DISTINCT, "centred"}.intersection(signs))
    if "numbered" in signs and _between_paragraphs(run, follower, measures):
        set_off = True
    told = _told_by_white(run, follower, measures, set_off=set_off)
    signs += [told] if told else []
    set_off = set_off or bool(told)
    white = first.gap >= WHITE or first.page_top
    alone = bool(_NUMERAL_ALONE.match(text) or (_ABBREVIATION.search(text) and white and last.gap_after >= WHITE))
    if (
        last.row.closes
        and text.rstrip()[-1] == "."
        and not alone
        and not {"numbered", "larger type"}.intersection(signs)
    ):
        signs = [sign for sign in signs if sign in {"bold", "capitals"}]
    if "numbered" in signs and DISTINCT.intersection(signs) and (white_before or first.gap >= 0.2):
        # Number and type together need no white below, where the next row begins a paragraph or is another heading.
        opens = follower is None or follower.indent >= INDENT or bool(_NUMBERED.match(follower.row.text))
        set_off = set_off or (opens and last.shortfall > 1.0)
        # Where the first paragraph is not indented, the line above it is short or bold, and no sentence.
        room_right = last.shortfall > SHORT or "bold" in signs
        set_off = set_off or (white_before and room_right and not text.rstrip().endswith("."))
    if "bold" in signs and (first.gap >= 0.5 or first.page_top) and last.shortfall > SHORT:
        plain = follower is None or "bold" not in _look(follower, measures)
        set_off = set_off or (plain and not text.rstrip().endswith("."))
    if DISTINCT.intersection(signs) and (first.gap >= 0.35 or first.page_top or after_heading):
        set_off = set_off or _stands_alone(signs, last, follower, measures)
    return ", ".join(signs) if signs and room and (set_off or first.size >= 1.12) else ""


def _between_paragraphs(run: Sequence[Situation], follower: Situation | None, measures: Measures) -> bool:
    """Whether white stands over and under a short numbered line without a stop, and the next row begins a paragraph."""
    first, last = run[0], run[-1]
    opens = (
        follower is not None
        and not _NUMBERED.match(follower.row.text)
        and measures.first_line >= INDENT
        and abs(follower.indent - measures.first_line) < EVEN
    )
    white = min(first.gap, last.gap_after) >= SOME_WHITE and last.shortfall > SHORT
    return opens and white and not last.row.closes and last.row.prose[-1:] not in ",;:-"


SOME_WHITE = 0.2
"""Lines of white over and under a numbered heading in the type of the text."""


def _told_by_white(run: Sequence[Situation], follower: Situation | None, measures: Measures, *, set_off: bool) -> str:
    """The sign that the white around a run gives, or an empty string."""
    first, last = run[0], run[-1]
    stopped = last.row.closes and not (len(run) > 1 and last.row.text.endswith("?"))
    if (first.gap >= WHITE or first.page_top) and set_off and not stopped and last.shortfall > SHORT:
        plain = len(run) > 1 and not DISTINCT.intersection(_signs(last.row, last.size, measures))
        return SET_OFF if plain else "short and set off"
    return "short and set off" if len(run) == 1 and _is_over_paragraph(first, follower, measures) else ""


SET_OFF = "set off, without a stop"
"""The sign of a heading of several rows in the type of the text."""


def _is_over_paragraph(here: Situation, follower: Situation | None, measures: Measures) -> bool:
    """Whether a line without a stop, much white above it, ends early though the next row begins a paragraph."""
    opens = (
        follower is not None
        and place_of(follower.row) == place_of(here.row)
        and measures.first_line >= INDENT
        and abs(follower.indent - measures.first_line) < EVEN
        and abs(follower.size - here.size) < 0.05
    )
    words = here.row.text.split()
    flush = here.indent < INDENT and here.shortfall > SHORT and len(words) > 1
    return opens and flush and here.gap >= 0.8 and not here.row.closes and here.row.prose[-1:] not in ",;:-"


def _opens_ragged_paragraph(here: Situation, measures: Measures) -> bool:
    """Whether a row that seems centred is the first line of a paragraph whose lines end anywhere, as typed ones do."""
    as_paragraphs = bool(measures.first_line) and abs(here.indent - measures.first_line) < EVEN
    return as_paragraphs and here.gap_after < 0.3 and not measures.is_justified(here.row)


def _is_followed(here: Situation) -> bool:
    """Whether a row of the body stands under this one on its page."""
    return here.following is not None and place_of(here.following) == place_of(here.row)


def _is_even(row: Row, measures: Measures) -> bool:
    """Whether a long row stands in the middle: a little away from both margins, and by the same distance."""
    left, right = measures.indent(row), measures.shortfall(row)
    return row.line.box is not None and min(left, right) >= EVEN and abs(left - right) < EVEN


def _stands_alone(signs: Sequence[str], last: Situation, follower: Situation | None, measures: Measures) -> bool:
    """Whether a row in type of its own, white above it, needs none below it: it is centred, or all in capitals.

    What follows must be the text: no line of the same display, and not the rest of a sentence that began in capitals.
    """
    if follower is None:
        return True
    centred = "centred" in signs and not measures.is_centred(follower.row)
    return centred or ("capitals" in signs and last.shortfall > ROOM and not starts_lower(follower.row.text))


def _reason_in_dump(run: Sequence[Situation], text: str, measures: Measures, follower: Situation | None) -> str:
    """A short line between blank lines that is no sentence, nor the beginning of one that the next line ends."""
    here = run[0]
    blank = (here.gap >= 1 or here.page_top) and here.gap_after >= 1 and not _FULL_STOP.search(text)
    short = len(text) < 0.9 * max(measures.full_line, 1) and text.rstrip()[-1] not in ",;:-"
    begun = follower is not None and starts_lower(follower.row.text) and len(text) > 0.5 * measures.full_line
    # Behind a dash stands who said a motto, or an item of a list.
    return "between blank lines" if blank and short and not begun and text[0] not in "—–-" else ""


def _signs(row: Row, size: float, measures: Measures) -> list[str]:
    """What the type of a row says."""
    letters = [character for character in row.text if character.isalpha()]
    words = row.line.words
    capitals = len(letters) > 3 and sum(letter.isupper() for letter in letters) >= 0.9 * len(letters)
    signs = {
        "larger type": size >= LARGER,
        "bold": bool(words) and all(word.style.bold for word in words),
        "italic": _mostly_italic(row),
        "capitals": capitals or (bool(words) and all(word.style.small_caps for word in words)),
        "centred": measures.is_centred(row) or _is_even(row, measures),
    }
    return [sign for sign, holds in signs.items() if holds]


def _mostly_italic(row: Row) -> bool:
    """Whether the row is italic, its number and reversed names apart; of a scan a short first word may not be told."""
    words = [word for word in row.line.words if row.start <= word.start and word.end <= row.end]
    words = words[1:] if words and _NUMERAL_ALONE.match(row.line.text[words[0].start : words[0].end]) else words
    italic = sum(word.end - word.start for word in words if word.style.italic)
    letters = sum(word.end - word.start for word in words)
    return bool(words) and italic >= (MOSTLY if words[0].style.italic else NEARLY_ALL) * letters
