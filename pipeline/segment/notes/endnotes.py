"""Where the notes are printed at the end: their heading, and the lists that look like them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby, pairwise

from rapidfuzz.distance import Levenshtein

from pipeline.letters import CAPITALS
from pipeline.segment.body_size import TOLERANCE
from pipeline.segment.measure import NOT_BODY, Measures
from pipeline.segment.notes.labels import Label
from pipeline.segment.notes.raised_labels import raised_label
from pipeline.segment.rows import Row, gap_before, is_bold, starts_lower
from pipeline.segment.wording.heading_words import AFTER_NOTES, BIBLIOGRAPHY, NOTES, TITLED_APPENDIX

_OVER_QUESTIONS = re.compile(
    r"^\W*(?:(?:study|discussion|review)\s+questions|questions\s+for\s+\w+)\W*$", re.IGNORECASE
)


def endnotes_heading(rows: Sequence[Row], measures: Measures) -> int | None:
    """Index of the heading over the endnotes: ``Notes``, with a note 1 right under it.

    A note may end with the word ``notes`` in a line of its own, and note 12 follow it. Between the heading and note 1
    may stand the author's thanks and where the text first appeared, in the type of the notes, or behind a reference
    mark. Where text of the body goes on under such a heading, and another follows, it was that of the article before. A
    rubric ``NOTE`` over the title has no text over it; ``IN THE HARBOUR`` may read like a misread 1.
    """
    found: int | None = None
    for index, row in enumerate(rows):
        if not _is_over_notes(row, rows[index + 1 : index + 1 + THANKS], measures.leading):
            continue
        if found is None and not _full_lines(rows[:index], measures):
            continue
        if found is not None and _full_lines(rows[found:index], measures) < BODY_LINES:
            break
        found = index
    return found if found is not None else _called_references(rows)


def _called_references(rows: Sequence[Row]) -> int | None:
    """Index of the heading ``References`` of a dump over entries that numbers right behind words and stops call.

    They are endnotes under another name: works are named by numbers in brackets, or apart from the word. Numbers that
    begin rows at the feet of the pages that call them are foot-notes', and tell nothing of the list.
    """
    heading = next(
        (index for index, row in enumerate(rows) if row.line.box is None and _is_over_list(rows, index)), None
    )
    if heading is None:
        return None
    entries = _begun(rows[heading + 1 :])
    pages = (list(page) for _, page in groupby(rows[:heading], key=lambda row: row.page.number))
    at_feet = {number for page in pages for number in _begun(page) & _called(page)}
    called = _called(rows[:heading]) - at_feet
    return heading if len(entries & called) >= max(FEWEST_CALLED, CALLED * len(entries)) else None


def _begun(rows: Sequence[Row]) -> set[int]:
    """The numbers with which rows begin."""
    begun = (_FIRST_NUMBER.match(row.text) for row in rows)
    return {int(found["number"]) for found in begun if found}


def _called(rows: Sequence[Row]) -> set[int]:
    """The numbers that the text calls: raised, or in a dump right behind a word or its stop."""
    calls = ((row, call) for row in rows for call in row.line.calls if call.readings)
    return {
        int(call.readings[0].text)
        for row, call in calls
        if call.readings[0].text.isdecimal()
        if call.raised or (row.line.box is None and row.line.text[call.start - 1 : call.start].strip())
    }


_FIRST_NUMBER = re.compile(r"(?P<number>\d{1,3})\b")
FEWEST_CALLED = 3
"""Entries of a list that numbers call by chance: fewer."""


def _is_over_list(rows: Sequence[Row], index: int) -> bool:
    """Whether a row is a heading over a list whose first entry has the number 1."""
    below = rows[index + 1 : index + 3]
    return _names_list(rows[index]) and any(map(_begins_first_note, below))


def _names_list(row: Row) -> bool:
    """Whether a row names a list of references; the note over note 1 may end in a line with ``literature.`` alone."""
    return bool(BIBLIOGRAPHY.match(row.text)) and not starts_lower(row.text)


def _begins_first_note(row: Row) -> bool:
    """Whether a row begins with the number 1, printed or raised, or is nothing else in a dump."""
    raised = raised_label(row)
    alone = row.line.box is None and row.text == "1"
    return alone or bool(_FIRST_NOTE.match(row.text)) or (raised is not None and raised[1] == "1")


def is_headed_notes(row: Row) -> bool:
    """Whether a row says that notes stand under it; of a word alone one letter may be misread: ``Notex``."""
    misread = Levenshtein.distance(row.text.strip().casefold(), "notes", score_cutoff=1) == 1
    return bool(NOTES.match(row.text) or misread) and not starts_lower(row.text)


def _is_over_notes(row: Row, below: Sequence[Row], leading: float) -> bool:
    """Whether a row is a heading over endnotes."""
    if not NOTES.match(row.text) or starts_lower(row.text) or not below:
        return False
    if any(map(_begins_first_note, below[:RIGHT_UNDER])) or _are_marked_thanks(below):
        return True
    first = next((place for place, later in enumerate(below) if _NOTE_1.match(later.text)), None)
    if first is None:
        return False
    return _in_one_type(row, below[: first + 1], leading) or _are_counted(below[first:])


def _full_lines(rows: Sequence[Row], measures: Measures) -> int:
    """How many rows are full lines in the type of the body."""
    full = (row for row in rows if len(row.text) >= 0.7 * measures.full_line)
    return sum(measures.relative_size(row) >= NOT_BODY for row in full)


BODY_LINES = 20
"""Full lines in the type of the body that make the text of an article."""
RIGHT_UNDER = 2
"""Rows under a heading among which its first note stands, if nothing is between them."""
THANKS = 40
"""The same where thanks are between them, or where the text appeared before."""


def _are_marked_thanks(rows: Sequence[Row]) -> bool:
    """Whether rows begin with the author's note behind a reference mark, and have note 1 below it."""
    return bool(rows) and bool(_MARKED.match(rows[0].text)) and any(_NOTE_1.match(row.text) for row in rows)


def _are_counted(rows: Sequence[Row]) -> bool:
    """Whether rows of a dump begin with the numbers 1, 2 and 3 one after another, each behind a finished row."""
    begun = [
        (rows[0].text, True),
        *((row.text, above.closes) for above, row in pairwise(rows)),
    ]
    numbers = [int(found["number"]) for text, closes in begun if closes and (found := _NUMBERED.match(text))]
    return rows[0].line.box is None and numbers[:3] == [1, 2, 3]


def _in_one_type(heading: Row, rows: Sequence[Row], leading: float) -> bool:
    """Whether rows have the type size of the last of them, a note, and the heading a larger one, or white under it."""
    size = rows[-1].line.size
    set_off = heading.line.size > (1 + TOLERANCE) * size or gap_before(rows[0], heading, leading) >= SET_OFF
    return bool(size) and set_off and all(abs(row.line.size - size) <= TOLERANCE * size for row in rows)


SET_OFF = 0.5
"""Lines of white under a heading whose type is no larger than that of what it heads."""


def over_numbered_list(rows: Sequence[Row], measures: Measures) -> int | None:
    """Index of the heading over a numbered list of references; None without one."""
    return next(
        (at for at in range(len(rows)) if _is_over_list(rows, at) and not _is_over_text(rows[at:], measures)), None
    )


def before_list(pages: Sequence[Sequence[Row]], heading: int | None) -> Sequence[Sequence[Row]]:
    """The rows of the pages that stand before a numbered list at their end, whose numbers are no notes'.

    Args:
        pages: the rows of every page.
        heading: index of the first row of the list among all rows; None where there is none.
    """
    rows = [row for page in pages for row in page]
    listed = set() if heading is None else {row.key for row in rows[heading:]}
    return [[row for row in page if row.key not in listed] for page in pages] if listed else pages


def _is_over_text(rows: Sequence[Row], measures: Measures) -> bool:
    """Whether text goes on under a heading and a few numbers: ``Sources:`` under a table."""
    near = rows[: 2 * BODY_LINES]
    numbered = sum(bool(_ENTRY.match(row.text)) for row in near)
    return _full_lines(near, measures) >= max(BODY_LINES, MOST_LINES * numbered)


_ENTRY = re.compile(r"\W{0,2}\d{1,3}\b")
MOST_LINES = 5
"""Full lines for each number at the start of a line from which these are no entries."""


def list_of_references(rows: Sequence[Row], labels: Sequence[Label], measures: Measures) -> int | None:
    """Index of the heading over a numbered list of references, which the text names in brackets; None without one.

    Where raised numbers in the text call the entries they are endnotes under another name; not where notes at the feet
    of the pages have the numbers already.
    """
    heading = over_numbered_list(rows, measures)
    if heading is None:
        return None
    entries = {label.value for label in labels if label.index > heading and label.value}
    at_feet = {label.value for label in labels if label.index < heading}
    called = entries & _called(rows[:heading]) - at_feet
    named = {int(number) for row in rows[:heading] for number in _IN_BRACKETS.findall(row.text)} & entries
    return heading if len(called) < CALLED * len(entries) or len(called) < len(named) else None


_IN_BRACKETS = re.compile(r"\[(\d{1,3})\]")
"""How text names the entry of a list; of these a good part is named where exponents are raised, too."""


CALLED = 0.3
"""Share of the entries of a list that raised numbers call, where it is one of endnotes: scans lose some, and exponents
are raised too."""


def works_by_author(rows: Sequence[Row]) -> range:
    """Indices of a bibliography without numbers, whose entries follow their authors, its heading first; or none.

    Numbers at the start of its rows are those of volumes, years and pages. Behind it may stand other articles, or, as
    OpenEdition prints its journals, the endnotes under their heading.
    """
    headings = [index for index, row in enumerate(rows) if BIBLIOGRAPHY.match(row.text) and not starts_lower(row.text)]
    heading = next((at for at in headings if _is_by_author(rows[at + 1 : at + 1 + LISTED])), None)
    if heading is None:
        return range(0)
    last = heading
    behind = next((at for at in range(heading + 1, len(rows)) if is_headed_notes(rows[at])), len(rows))
    for index in range(heading + 1, behind):
        if index - last > ENTRY:
            break
        last = index if _SURNAME.match(rows[index].text) else last
    return range(heading, min(last + ENTRY, behind))


ENTRY = 20
"""Rows from an author to the next at most: one may have several works, with dashes for his name."""


def _is_by_author(rows: Sequence[Row]) -> bool:
    """Whether most rows that begin with a surname and a comma are in the order of the alphabet."""
    initials = [row.text[0] for row in rows if _SURNAME.match(row.text)]
    longest: list[str] = []  # the lowest end of a sequence in order, by its length
    for initial in initials:
        place = bisect_right(longest, initial)
        longest[place : place + 1] = [initial]
    return len(initials) >= FEWEST_NAMES and len(longest) >= IN_ORDER * len(initials)


_SURNAME = re.compile(rf"^[A-Z][\w’'-]+,\s+[{CAPITALS}]")
LISTED = 120
"""Rows under a heading by which a bibliography is told."""
FEWEST_NAMES, IN_ORDER = 8, 0.7
"""Rows that begin with a surname, at least, and the share of them in order: the second row of an entry may begin with
the name of a town. Of eight names in any order half are so."""


def end_of_endnotes(rows: Sequence[Row], heading: int) -> int:
    """Index of the heading behind the endnotes, such as an appendix or a reader's questions; else the number of rows.

    What it heads may be numbered from 1 and set as the notes are. Over note 1 may stand the author's thanks.
    """
    below = range(heading + 1, len(rows))
    first = next((index for index in below[:THANKS] if _begins_first_note(rows[index])), heading)
    return next((index for index in below[first - heading :] if is_after_notes(rows[index])), len(rows))


def endnote_rows_of(
    rows: Sequence[Row], heading: int | None, starts: dict[tuple[int, int], Label]
) -> set[tuple[int, int]]:
    """The rows of the endnotes: those under their heading, as far as another heading ends them.

    A row behind the last number that is set as the heading of the notes is one, too, whatever it says: a statement of
    interests, the authors' lives.
    """
    last = None if heading is None else next((row for row in reversed(rows[heading + 1 :]) if row.key in starts), None)
    if heading is None or last is None:
        return set()
    below = rows[heading + 1 : end_of_endnotes(rows, heading)]
    end = next((row for row in below if row.key > last.key and _is_set_as(row, rows[heading], last)), None)
    return {row.key for row in below if end is None or row.key < end.key}


def _is_set_as(row: Row, heading: Row, note: Row) -> bool:
    """Whether a row has the type of a heading: larger than that of the notes under it, or bold as they are not."""
    size = heading.line.size
    larger = size > (1 + TOLERANCE) * note.line.size
    alike = abs(row.line.size - size) <= TOLERANCE * size and is_bold(row) == is_bold(heading)
    return bool(note.line.size) and alike and (larger or (is_bold(row) and not is_bold(note)))


def is_after_notes(row: Row) -> bool:
    """Whether a row is a heading that ends the notes: a note may end in a line with ``appendix.`` alone.

    One may begin a line with ``Appendix: the lamps``, but in neither capitals nor bold.
    """
    titled = (row.text.isupper() or is_bold(row)) and TITLED_APPENDIX.match(row.text.casefold())
    ends = AFTER_NOTES.match(row.text) or _OVER_QUESTIONS.match(row.text)
    return bool(titled) or _names_list(row) or (bool(ends) and not starts_lower(row.text))


_NUMBERED = re.compile(r"^\W{0,2}(?P<number>\d{1,3})[\])]?[.,:]?\s?[^\W\d]")
_FIRST_NOTE = re.compile(r"^\W{0,2}[1lI](?!\d)\W{0,2}\s?\S")
_NOTE_1 = re.compile(r"^\W{0,2}1(?!\d)\W{0,2}\s?[^\W\d]")
_MARKED = re.compile(r"^[*†‡]\s?(?=[A-Z‘“])")
