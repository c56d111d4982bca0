"""Notes of a dump whose raised labels the reader turned into signs: told by the foot of the page and the sequence.

``*Selwyn Archive``, ``’°P.R.O.``, ``~ He was paid``: no label can be read, but at the foot of the page line after line
begins so, each where a sentence has ended. Which signs are labels, and which numbers they stand for, is found for the
whole article at once: numbers rise by one, and the signs look more or less like them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.model import CallCandidate, Reading
from pipeline.raised_notation import without_brackets
from pipeline.segment.measure import Measures
from pipeline.segment.notes.author_notes import BYLINE_BEFORE, names_author, starred_authors
from pipeline.segment.notes.damaged_chain import BORNE_OUT, Start, numbered_chain, numbers_called
from pipeline.segment.notes.dump_foot import DAMAGED, begins_with_signs, has_ended, may_begin
from pipeline.segment.notes.dump_rooms import DumpRooms
from pipeline.segment.notes.gaps import SHORT
from pipeline.segment.notes.labels import Label
from pipeline.segment.rows import Row, ends_sentence

FEWEST = 4
"""Notes that make a sequence of signs."""
STARRED = 0.7
FEWEST_PAGES = 3
FEWEST_PARTED = 2
PARTED = 0.6
"""Of the labels at a page's foot that left a sign: those with a blank line above, where such lines part the notes."""
_MARKS = frozenset("†‡§")
MOST_MARKS = 0.2
"""Of the labels: reference marks that no reader makes of numbers; where there are more, the notes have marks."""
FEWEST_CALLS = 0.25
"""Of the notes so found, for which their pages have glyphs that may be a call: where no call is, there are no notes."""
COUNTED = 0.7
"""The same where neither signs nor numbers bear them out: the text of each page has as many calls as its foot notes."""


def damaged_labels(
    pages: Sequence[Sequence[Row]], rooms: DumpRooms, legible: Sequence[Label], measures: Measures
) -> list[Label]:
    """The labels of a dump, most of them signs or lost; none where those that can be read tell more.

    Args:
        pages: the rows of every page, furniture taken off.
        rooms: which of them are notes.
        legible: the chain of the labels that can be read.
        measures: of the article.
    """
    if any(row.line.box for page in pages for row in page):
        return []
    starts, calls = _starts_and_calls([part for page in pages for part in rooms.parts(page)], rooms, measures)
    if len(starts) < max(FEWEST, 2 * len(legible)) or have_marks(starts):
        return []
    chain = _numbered(starts, calls)
    fewest = FEWEST_CALLS
    if not _is_borne_out(chain, starts):
        on_page = Counter(start.row.page.number for start in starts)
        chain = _numbered([start for start in starts if _are_called(start.row.page.number, on_page, calls)], calls)
        fewest = COUNTED
    on_page = Counter(label.row.page.number for label in chain)
    called = sum(min(times, len(calls.get(page, ()))) for page, times in on_page.items())
    return [] if len(chain) < max(FEWEST, 2 * len(legible)) or called < fewest * len(chain) else chain


Calls = Mapping[int, Sequence[CallCandidate]]
"""Page -> what may be a call in its text."""


def _numbered(starts: Sequence[Start], calls: Calls) -> list[Label]:
    return numbered_chain(starts, through=_have_two_digits(calls))


def _are_called(page: int, starts: Mapping[int, int], calls: Calls) -> bool:
    """Whether the text of a page has calls for half of the rows that may begin its notes."""
    return 2 * len(calls.get(page, ())) >= starts[page]


def _starts_and_calls(
    pages: Sequence[Sequence[Row]], rooms: DumpRooms, measures: Measures
) -> tuple[list[Start], Calls]:
    """The rows that may begin a note, of all pages or columns, and the calls above them, of every page."""
    starts: list[Start] = []
    calls: defaultdict[int, list[CallCandidate]] = defaultdict(list)
    first, carried = 0, False
    for page in pages:
        foot = rooms.foot(page)
        on_page = list(_starts(page, foot, first, measures, carried=carried))
        carried = foot < len(page) and not ends_sentence(page[-1].text)
        starts += on_page if starts else _without_authors(on_page, page)
        if foot < len(page):
            calls[page[0].page.number] += [call for row in page[:foot] for call in row.line.calls]
        first += len(page)
    return starts, calls


def _starts(page: Sequence[Row], foot: int, first: int, measures: Measures, *, carried: bool) -> Iterator[Start]:
    """The rows from the foot on that may begin a note.

    Args:
        page: its rows.
        foot: where its notes begin.
        first: index of its first row in the article.
        measures: of the article.
        carried: whether the last note of the page before has broken off: what stands first at the foot goes on with it.
    """
    called = numbers_called(call for row in page[:foot] for call in row.line.calls)
    parted = _are_parted(page, foot)
    alone = _alone(page, foot, measures) if parted else set()
    for place in range(foot, len(page)):
        row = page[place]
        found = DAMAGED.match(row.text) if begins_with_signs(page, place, first=place == foot) else None
        first_one = place == foot and not carried
        if found or first_one or place in alone or (place > foot and may_begin(row, page[place - 1], measures)):
            told = bool(found and parted and row.line.blank_before)
            yield Start(row, first + place, found.end("label") if found else 0, called, told)


def _are_parted(page: Sequence[Row], foot: int) -> bool:
    """Whether blank lines part the notes at the foot: what begins with signs under one begins a note for sure."""
    signed = [place for place in range(foot + 1, len(page)) if begins_with_signs(page, place, first=False)]
    parted = sum(page[place].line.blank_before > 0 for place in signed)
    return len(signed) >= FEWEST_PARTED and parted >= PARTED * len(signed)


def _alone(page: Sequence[Row], foot: int, measures: Measures) -> set[int]:
    """Short rows at the foot with a blank line above and below, where such lines part the notes.

    ``eld:`` for ``³ Id.``: however a row begins that stands so, nothing goes on in it.
    """
    found: set[int] = set()
    for place in range(foot, len(page)):
        row, below = page[place], page[place + 1] if place + 1 < len(page) else None
        parted_off = row.line.blank_before > 0 and (below is None or below.line.blank_before > 0)
        begins = place == foot or place - 1 in found or has_ended(page[place - 1])
        if parted_off and begins and measures.shortfall(row) > SHORT:
            found.add(place)
    return found


def _without_authors(starts: Sequence[Start], page: Sequence[Row]) -> list[Start]:
    """The starts of the first page without the author's note: a star, and a line of names at the top ends in one.

    The first may have whatever sign the reader made of the star, before the name that a line at the top has too.
    """
    authors = starred_authors(page)
    others = [start for start in starts if start.row.key not in authors]
    if not others or others[0] is not starts[0]:
        return others
    return others[1:] if names_author(others[0].row, others[0].end, page[:BYLINE_BEFORE]) else others


def have_marks(starts: Sequence[Start]) -> bool:
    """Whether the notes have reference marks: daggers, or a star for the first of each page and for no other."""
    marks = [start.printed.strip(_AROUND) for start in starts]
    daggers = sum(mark in _MARKS for mark in marks)
    pages = [start.row.page.number for start in starts]
    first = [mark for place, mark in enumerate(marks) if pages[place] != pages[place - 1] or not place]
    stars = marks.count("*")
    starred = first.count("*") >= STARRED * len(first) and first.count("*") >= STARRED * stars
    return daggers > MOST_MARKS * len(starts) or (len(first) >= FEWEST_PAGES and starred)


_AROUND = "()[]{}.,:; "
"""What presses set around a mark, ``*)``, and what readers make of it."""


def _is_borne_out(chain: Sequence[Label], starts: Sequence[Start]) -> bool:
    """Whether signs stand for most labels, or the numbers of most are read as calls on their pages."""
    called = {start.row.key: start.called for start in starts}
    borne_out = sum(bool(label.end) or label.value in called[label.row.key] for label in chain)
    return borne_out >= BORNE_OUT * len(chain)


def _have_two_digits(calls: Calls) -> bool:
    """Whether most calls have two glyphs or more, or the first of many pages has: then no page begins with a 1.

    Of the first what is plausible counts, for a page may begin with an apostrophe.
    """
    most = [[max(call.readings, key=lambda each: each.confidence) for call in on_page] for on_page in calls.values()]
    long = [_is_long(each) for on_page in most for each in on_page]
    first = [next((_is_long(each) for each in on_page if each.confidence >= PLAUSIBLE), False) for on_page in most]
    return 2 * sum(long) > len(long) or sum(first) > FIRST_LONG * len(first)


def _is_long(reading: Reading) -> bool:
    return len(without_brackets(reading.text)) > 1


PLAUSIBLE = 0.6
FIRST_LONG = 1 / 3
"""Of the pages."""
