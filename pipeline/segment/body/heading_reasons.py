"""Why rows are a heading: by their type, number, words and the white around them together."""

import re
from collections.abc import Sequence

from pipeline.segment.body.displayed_matter import WORD
from pipeline.segment.body.figures import is_source
from pipeline.segment.body.heading_rows import DISTINCT, EVEN, RAGGED, WHITE, look_of, signs_of
from pipeline.segment.body.situations import INDENT, SHORT, Situation, place_of
from pipeline.segment.measure import Measures
from pipeline.segment.rows import starts_lower
from pipeline.segment.wording.heading_words import (
    ABBREVIATION,
    BIBLIOGRAPHY,
    FULL_STOP,
    NOTES,
    NUMBERED,
    NUMERAL_ALONE,
    SENTENCE_WITHIN,
    SMALL_LETTER,
    SMALL_NUMBER,
    names_section,
)
from pipeline.segment.wording.name_lines import names_only

ROOM = 0.8
"""Ems to the right of a line in capitals: the first line of a paragraph, which some presses set so, leaves none."""


def reason_of(
    run: Sequence[Situation], text: str, measures: Measures, follower: Situation | None, *, after_heading: bool
) -> str:
    """Why a run of rows is a heading, or an empty string."""
    first, last = run[0], run[-1]
    if text.startswith("•") or (last.row.prose[-1] in ",;:-" and not BIBLIOGRAPHY.match(text)):
        return ""  # an item, be it of a drawing, or the words before a list
    signs = signs_of(last.row, last.size, measures)
    if (
        _is_text(run, text, signs, measures)
        or _is_labelled(first, text, signs)
        or (follower is not None and _goes_on(last, signs, follower))
    ):
        return ""
    numbered = any(form.match(text) for form in (NUMBERED, SMALL_LETTER, SMALL_NUMBER)) and len(text) < 160
    if numbered and (len(text) < 90 or DISTINCT.intersection(signs)):
        signs.append("numbered")
    named = bool(BIBLIOGRAPHY.match(text) or NOTES.match(text))
    if named:
        signs.append("names the section")
    # In a tightly set page a number and the middle of the line need less white.
    least = 0.3 if {"numbered", "centred"} <= set(signs) else 0.35
    white_before = first.gap >= least or first.page_top or after_heading
    titled = len(run) == 1 and first.gap >= MUCH_WHITE and _is_titled(text)
    # What stands under such a heading may be no body: the notes are taken off, and the page is at its end.
    at_end = (named or titled) and not _is_followed(last)
    set_off = white_before and (last.gap_after >= SOLID or at_end)
    room = last.shortfall > 1.0 or first.size >= 1.1 or bool({*DISTINCT, "centred"}.intersection(signs))
    if "numbered" in signs and _between_paragraphs(run, follower, measures):
        set_off = True
    told = _told_by_white(run, follower, measures, set_off=set_off, titled=titled)
    signs += [told] if told else []
    set_off = set_off or bool(told)
    white = first.gap >= WHITE or first.page_top
    alone = bool(NUMERAL_ALONE.match(text) or (ABBREVIATION.search(text) and white and last.gap_after >= WHITE))
    if (
        last.row.closes
        and FULL_STOP.search(last.row.prose)
        and not alone
        and not {"numbered", "larger type"}.intersection(signs)
    ):
        signs = [sign for sign in signs if sign in {"bold", "capitals"}]
    if "numbered" in signs and DISTINCT.intersection(signs) and (white_before or first.gap >= 0.2):
        # Number and type together need no white below, where the next row begins a paragraph or is another heading.
        opens = follower is None or follower.indent >= INDENT or bool(NUMBERED.match(follower.row.text))
        set_off = set_off or (opens and last.shortfall > 1.0)
        # Where the first paragraph is not indented, the line above it is short or bold, and no sentence.
        room_right = last.shortfall > SHORT or "bold" in signs
        set_off = set_off or (white_before and room_right and not text.rstrip().endswith("."))
    if "bold" in signs and (first.gap >= 0.5 or first.page_top) and _ends_early(last, measures):
        plain = follower is None or "bold" not in look_of(follower, measures)
        set_off = set_off or (plain and not text.rstrip().endswith("."))
    set_off = set_off or ("italic" in signs and _is_over_text(run, follower, measures, after_heading=after_heading))
    if DISTINCT.intersection(signs) and (first.gap >= 0.35 or first.page_top or after_heading):
        set_off = set_off or _stands_alone(signs, last, follower, measures)
    return ", ".join(signs) if signs and room and (set_off or first.size >= 1.12) else ""


def _ends_early(last: Situation, measures: Measures) -> bool:
    """Whether a row is short; in a narrow column a heading hardly is, but no line of justified text ends so."""
    return last.shortfall > SHORT or (measures.is_justified(last.row) and last.shortfall >= RAGGED)


def _is_text(run: Sequence[Situation], text: str, signs: Sequence[str], measures: Measures) -> bool:
    """Whether rows that look like a heading are text: a ragged first line, or whole sentences in italics.

    These are an epigraph, or what someone says in a dialogue.
    """
    if signs == ["centred"] and len(run) == 1 and _opens_ragged_paragraph(run[0], measures):
        return True
    only_italic = DISTINCT.intersection(signs) == {"italic"} and not NUMBERED.match(text)
    return only_italic and bool(SENTENCE_WITHIN.search(text))


def _is_labelled(first: Situation, text: str, signs: Sequence[str]) -> bool:
    """Whether a line in the type of the text is a sentence that is displayed under a label: ``(3) The lamp is lit``.

    Philosophers and linguists number what they discuss, or name it: ``(SUPER) Every lamp is lit``. It stands indented,
    and its words have small letters.
    """
    if first.indent < INDENT or DISTINCT.intersection(signs) or not (label := _LABEL.match(text)):
        return False
    words = WORD.findall(text[label.end() :])[1:]
    return len(words) >= FEWEST_WORDS and 2 * sum(word[0].islower() for word in words) > len(words)


_LABEL = re.compile(r"\((?:\d{1,3}[a-z]?|[A-Z][A-Za-z]{0,6}\d?)\W?\)\s")
FEWEST_WORDS = 2
"""Words of a sentence behind its first, such as name something."""


def _goes_on(last: Situation, signs: Sequence[str], follower: Situation) -> bool:
    """Whether the next row begins within a sentence, in the type that would tell the heading.

    It is the beginning of a paragraph that has its first words in bold, or all of them: an epigraph, a notice. Where
    lines bend, one measures larger than it is: nothing but its size tells of it, and no white stands below.
    """
    solid = last.gap_after < SOLID and place_of(follower.row) == place_of(last.row)
    if signs == ["larger type"] and solid and starts_lower(follower.row.text):
        return True
    word = follower.row.line.words[0] if follower.row.line.words and not follower.row.start else None
    begins_small = starts_lower(follower.row.text) and bool(_SMALL_WORD.match(follower.row.text))
    if word is None or place_of(follower.row) != place_of(last.row) or not begins_small:
        return False
    return (word.style.bold and "bold" in signs) or (word.style.italic and "italic" in signs)


SOLID = 0.15
"""Lines of white under a row, below which it stands solid with the next."""
_SMALL_WORD = re.compile(r"(?!www|[ivx]+[.)])[^\W\d_]{2,}\b")


def _is_over_text(
    run: Sequence[Situation], follower: Situation | None, measures: Measures, *, after_heading: bool
) -> bool:
    """Whether a short italic line, white above it, stands right over upright text that begins a paragraph.

    So are the lowest headings of many journals, with no white of their own.
    """
    first, last = run[0], run[-1]
    if follower is None or place_of(follower.row) != place_of(last.row) or last.shortfall <= SHORT:
        return False
    white = first.gap >= (SOME_WHITE if after_heading else WHITE) and first.indent < INDENT
    upright = "italic" not in look_of(follower, measures) and abs(follower.size - last.size) < 0.05
    begins = not starts_lower(follower.row.text) and follower.shortfall <= SHORT
    return white and upright and begins and not last.row.closes and last.row.prose[-1:] not in ",;:-—–"


def _between_paragraphs(run: Sequence[Situation], follower: Situation | None, measures: Measures) -> bool:
    """Whether white stands over and under a short numbered line without a stop, and the next row begins a paragraph."""
    first, last = run[0], run[-1]
    opens = follower is not None and not NUMBERED.match(follower.row.text) and _opens_paragraph(follower, measures)
    white = min(first.gap, last.gap_after) >= SOME_WHITE and last.shortfall > SHORT
    return opens and white and not last.row.closes and last.row.prose[-1:] not in ",;:-"


SOME_WHITE = 0.2
"""Lines of white over and under a numbered heading in the type of the text."""


def _told_by_white(
    run: Sequence[Situation], follower: Situation | None, measures: Measures, *, set_off: bool, titled: bool
) -> str:
    """The sign that the white around a run gives, or an empty string; a title may be a question, and fill its line."""
    first, last = run[0], run[-1]
    stopped = last.row.closes and not ((titled or len(run) > 1) and last.row.text.endswith("?"))
    ends = titled or last.shortfall > SHORT
    if (first.gap >= WHITE or first.page_top) and set_off and not stopped and ends:
        plain = len(run) > 1 and not DISTINCT.intersection(signs_of(last.row, last.size, measures))
        return SET_OFF if plain else SHORT_AND_SET_OFF
    return SHORT_AND_SET_OFF if len(run) == 1 and _is_over_paragraph(first, follower, measures) else ""


SET_OFF = "set off, without a stop"
"""The sign of a heading of several rows in the type of the text."""
SHORT_AND_SET_OFF = "short and set off"
"""The same of one row."""


def _is_over_paragraph(here: Situation, follower: Situation | None, measures: Measures) -> bool:
    """Whether a line without a stop, much white above it, ends early though the next row begins a paragraph."""
    opens = (
        follower is not None
        and place_of(follower.row) == place_of(here.row)
        and _opens_paragraph(follower, measures)
        and abs(follower.size - here.size) < 0.05
    )
    words = here.row.text.split()
    flush = here.indent < INDENT and here.shortfall > SHORT and len(words) > 1
    return opens and flush and here.gap >= 0.8 and not here.row.closes and here.row.prose[-1:] not in ",;:-"


def _opens_ragged_paragraph(here: Situation, measures: Measures) -> bool:
    """Whether a row that seems centred is the first line of a paragraph whose lines end anywhere, as typed ones do."""
    as_paragraphs = bool(measures.first_line) and abs(here.indent - measures.first_line) < EVEN
    return as_paragraphs and here.gap_after < 0.3 and not measures.is_justified(here.row)


def _opens_paragraph(follower: Situation, measures: Measures) -> bool:
    """Whether a row stands at the indent with which the article begins its paragraphs."""
    return measures.first_line >= INDENT and abs(follower.indent - measures.first_line) < EVEN


def _begins_indented(follower: Situation, measures: Measures) -> bool:
    """Whether a row is the indented first line of a paragraph: the next one stands at the margin again."""
    below = follower.following
    indented = INDENT <= follower.indent < MOST_INDENT and follower.shortfall < SHORT
    return (
        indented and below is not None and place_of(below) == place_of(follower.row) and measures.indent(below) < EVEN
    )


MOST_INDENT = 4.0
"""Ems by which a press indents a paragraph at most; a line set further in is centred or to the right."""


def _is_followed(here: Situation) -> bool:
    """Whether a row of the body stands under this one on its page."""
    return here.following is not None and place_of(here.following) == place_of(here.row)


def _stands_alone(signs: Sequence[str], last: Situation, follower: Situation | None, measures: Measures) -> bool:
    """Whether a row in type of its own, white above it, needs none below it: it is centred, or all in capitals.

    Or it stands flush, without a stop, over a paragraph that is indented and in the type of the text. What follows must
    be the text: no line of the same display, and not the rest of a sentence that began in capitals.
    """
    if follower is None:
        return True
    if _begins_indented(follower, measures) and last.indent < INDENT and not last.row.closes:
        return not DISTINCT.intersection(signs_of(follower.row, follower.size, measures))
    centred = "centred" in signs and not measures.is_centred(follower.row)
    return centred or ("capitals" in signs and last.shortfall > ROOM and not starts_lower(follower.row.text))


def reason_in_dump(run: Sequence[Situation], text: str, measures: Measures, follower: Situation | None) -> str:
    """A short line between blank lines that is no sentence, nor the beginning of one that the next line ends."""
    here = run[0]
    if measures.solid:
        return _reason_in_solid_dump(run, text, measures, follower)
    blank = (here.gap >= 1 or here.page_top) and here.gap_after >= 1 and not FULL_STOP.search(text)
    short = len(text) < 0.9 * max(measures.full_line, 1) and text.rstrip()[-1] not in ",;:-"
    begun = follower is not None and starts_lower(follower.row.text) and len(text) > 0.5 * measures.full_line
    # Behind a dash stands who said a motto, or an item of a list.
    return "between blank lines" if blank and short and not begun and text[0] not in "—–-" else ""


def _reason_in_solid_dump(run: Sequence[Situation], text: str, measures: Measures, follower: Situation | None) -> str:
    """Where a dump shows no white: a short line between a finished one and a full one, in capitals, or with a number.

    Or most of whose words have capitals, as American titles have them, and it is no name that signs what ends; a line
    of verse or an item goes on with another short one. No such line ends with a stop.
    """
    stopped = bool(FULL_STOP.search(text)) and not NUMERAL_ALONE.match(text)
    if follower is None or stopped or text.rstrip()[-1] in ",;:-–—" or not text.lstrip('‘“«"§')[:1].isalnum():
        return ""
    short = len(run[-1].row.text) < SHORT_OF_FULL * measures.full_line
    opens = _OPENS_TEXT.match(follower.row.text) and not starts_lower(follower.row.text)
    over_text = opens and len(follower.row.text) >= FULL_OF_FULL * measures.full_line
    if not (short and over_text) or "capitals" in signs_of(follower.row, follower.size, measures):
        return ""
    if "capitals" in signs_of(run[0].row, run[0].size, measures):
        return "in capitals, above a full line"
    numeral = NUMERAL_ALONE.match(text) and not text.isdecimal()  # a bare figure is a folio, or a label
    if numeral or (NUMBERED.match(text) and not SENTENCE_WITHIN.search(text)):
        return "numbered, above a full line"
    signed = names_only([here.row for here in run], measures)
    return "words with capitals, above a full line" if _has_title_case(text) and not signed else ""


SHORT_OF_FULL, FULL_OF_FULL = 0.8, 0.8
"""Of the letters of a full line: the most that a heading has, and the fewest of the line of text under it."""
_OPENS_TEXT = re.compile(r"[‘“«„\"']?[^\W\d_]")


def _is_titled(text: str) -> bool:
    """Whether the long words of a line, three and more, have capitals, as in American titles, but for prepositions."""
    words = [word for word in WORD.findall(text) if word not in _PREPOSITIONS]
    return len(words) >= FEWEST_WORDS and all(word[0].isupper() for word in words) and not is_source(text)


MUCH_WHITE = 0.8
"""Lines of white over a title in the type of the text."""
FEWEST_WORDS = 3
"""A name has two."""
_PREPOSITIONS = frozenset({
    "about", "after", "against", "among", "before", "between", "from", "into", "over", "than", "that", "through",
    "toward", "towards", "under", "upon", "with", "within", "without",
})  # fmt: skip


def _has_title_case(text: str) -> bool:
    """Whether all words of four letters and more have a capital; one word alone is a heading if it names a section."""
    words = WORD.findall(text)
    return all(word[0].isupper() for word in words) and (len(words) > 1 or names_section(text))
