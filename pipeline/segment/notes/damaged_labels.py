"""Notes of a dump whose raised labels the reader turned into signs: told by the foot of the page and the sequence.

``*Selwyn Archive``, ``’°P.R.O.``, ``~ He was paid``: no label can be read, but at the foot of the page line after line
begins so, each where a sentence has ended. Which signs are labels, and which numbers they stand for, is found for the
whole article at once: numbers rise by one, and the signs look more or less like them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import inf

from pipeline.model import CallCandidate
from pipeline.raised_notation import without_brackets
from pipeline.segment.measure import Measures
from pipeline.segment.notes.author_notes import BYLINE_BEFORE, has_starred_names
from pipeline.segment.notes.gaps import SHORT
from pipeline.segment.notes.glyphs import LABELS, WORST, glyph_price
from pipeline.segment.notes.labels import Label
from pipeline.segment.rows import Row, ends_sentence

_SIGNS = r"*°’'\"”‘“~>!?^®©™§†‡|}{<=¢+%"
_DAMAGED = re.compile(
    rf"""
    ^(?P<label>
        [{_SIGNS}]{{1,2}}[\dSlIOBZ]{{0,2}}\)                                  # ®) or "1): the number stood in brackets
      | \([\d{_SIGNS}]{{1,3}}\) | \d{{1,2}}[{_SIGNS}]?\) (?=\s?[A-ZÀ-Þ‘“«])   # (2°) or 9)
      | [{_SIGNS}]{{1,3}} (?: [\dSlIOBZ]{{1,2}} (?=\s) | \d{{1,2}} (?!\d) )?     # '® or 'S or *4
      | \d{{1,3}} (?: [{_SIGNS}]{{1,2}} | (?=\.?\s?[A-ZÀ-Þ‘“«\[]|\s\d{{1,3}}\s[A-Z]) )   # 2” or 21
    )
    [.,:]?\s?(?=[^\W\d_]|[‘“«(\[]|\d{{1,3}}\s[A-Z])
    """,
    re.VERBOSE,
)
_QUOTES = {"‘": "’", "“": "”", "'": "'", '"': '"', "’": "’", "”": "”"}
_REFERENCE = re.compile(
    r"\b(?:ibid|idem|[itj]d[.,](?=\s|$)|supra|infra|https?:|op\. cit|loc\. cit|cf\.|pp?\.\s?\d|vols?\.|nos?\.\s?\d|"
    r"(?-i:See)\b|(?<=[;(]\s)see\b|(?<=\()see\b|see (?:also|generally|id)\b|"
    r"fols?\.|fos?\.|ff?\.\s?\d|eds?\.|"
    r"trans\.|ll?\.\s?\d|art\.\s?\d|\(?\d{4}\)?[,)]?\s?\d|\([^()]{2,40}:\s[^()]{2,40},\s\d{4}\))",
    re.IGNORECASE,
)
"""What notes have in most of their lines, and the text has seldom."""

_ABBREVIATION = re.compile(r"(?:^|(?<!\d)[\s(])(?!ff\.)(?:[a-z]{1,3}|[A-Z]|vols?|fols?|bde?|listy?)\.$")
"""At the end of a line, where a number is to follow; ``654 f.`` and ``ff.`` follow theirs."""
_GOES_ON = re.compile(r"[a-zà-ÿ\d,;:.)\]]")
FEWEST = 4
"""Notes that make a sequence of signs."""
BEGINS = 2.5
"""What a line that begins with signs speaks for the foot of the page."""
START = 4.5
"""What such a line at the foot is worth as the first of a note: more than two digits cost of which one left a sign."""
LEGIBLE = 2.0
"""What it is worth beyond that that a label of two digits or more is the number as it is printed."""
UNSIGNED = 1.0
"""What a line at the foot is worth that begins without signs, but where a note may begin."""
CALLED = 2.0
"""What it is worth that a note's number is read as a call on its page."""
BORNE_OUT = 0.6
"""Of the labels: those that must have a sign, or their number as a call; of the pages that begin with a 1: those whose
first label is a single glyph."""
_NAME = re.compile(r"\s?([A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ]\.?)?\s[A-ZÀ-Þ][\w’'-]+)")
MOST_DOUBLE = 0.25
"""Of the labels that left a sign: those of two glyphs, where numbers start again on every page and few come to ten."""
STARRED = 0.7
FEWEST_PAGES = 3
FEWEST_PARTED = 2
PARTED = 0.6
"""Of the labels at a page's foot that left a sign: those with a blank line above, where such lines part the notes."""
_FOLIO = re.compile(r"\W*\d{1,4}\W*")
GAIN = 3.0
"""What two columns must tell of their feet beyond what the page as one tells."""
COLUMN = 15
"""Lines between two notes from which a column of text may lie between them."""
_MARKS = frozenset("†‡§")
MOST_MARKS = 0.2
"""Of the labels: reference marks that no reader makes of numbers; where there are more, the notes have marks."""
SKIPPED = 2.2
"""Price of a number that is passed over: its label left no sign."""
MOST_SKIPPED = 4
NEW_PAGE = 1.0
"""Price of every page that begins with a 1."""
OWN_PAGE = 0.75
"""A page's notes begin in the lower three quarters of its lines; only long ones, carried on, stand higher."""
FEWEST_CALLS = 0.25
"""Of the notes so found, for which their pages have glyphs that may be a call: where no call is, there are no notes."""


@dataclass(frozen=True, slots=True)
class _Start:
    """A row at the foot of a page that may be the first of a note."""

    row: Row
    index: int
    end: int
    called: frozenset[int]
    """Numbers that are read as calls in the text of its page."""

    @property
    def printed(self) -> str:
        return self.row.text[: self.end]

    def price(self, number: int) -> float:
        """What speaks against a number; negative where it is likely."""
        called = CALLED * (number in self.called)
        if not self.end:
            return -UNSIGNED - called
        stopped = self.row.text.startswith(".", self.end)  # the number of a heading, or a label that is not raised
        if self.printed.isdecimal() and (stopped or len(self.printed) > 1):
            glyphs = WORST if self.printed != str(number) else 0.0 if stopped else -LEGIBLE
        else:
            glyphs = glyph_price(self.printed, str(number), LABELS)
        return glyphs - START - called


def damaged_labels(
    pages: Sequence[Sequence[Row]], legible: Sequence[Label], measures: Measures
) -> tuple[list[Label], frozenset[tuple[int, int]]]:
    """The labels of a dump, most of them signs or lost; none where those that can be read tell more.

    Also the rows, by page and line, with which the text of a second column begins.

    Args:
        pages: the rows of every page, furniture taken off.
        legible: the chain of the labels that can be read.
        measures: of the article.
    """
    nothing: tuple[list[Label], frozenset[tuple[int, int]]] = [], frozenset()
    if any(row.line.box for page in pages for row in page):
        return nothing
    starts, calls = _starts_and_calls(pages, measures)
    second: frozenset[tuple[int, int]] = frozenset()
    if _hold_text(starts):
        columns = [_columns_of(page) for page in pages]
        second = frozenset(part[0].key for parts in columns for part in parts[1:])
        if not second:
            return nothing
        starts, calls = _starts_and_calls([part for parts in columns for part in parts], measures)
    if len(starts) < max(FEWEST, 2 * len(legible)) or _have_marks(starts):
        return nothing
    chain = _chain(starts, through=_have_two_digits(calls))
    too_few = len(chain) < max(FEWEST, 2 * len(legible)) or len(calls) < FEWEST_CALLS * len(chain)
    return nothing if too_few or not _is_borne_out(chain, starts) else (chain, second)


def _starts_and_calls(pages: Sequence[Sequence[Row]], measures: Measures) -> tuple[list[_Start], list[CallCandidate]]:
    """The rows that may begin a note, and the calls above them, of all pages or columns."""
    starts: list[_Start] = []
    calls: list[CallCandidate] = []
    first, carried = 0, False
    for page in pages:
        foot = _foot(page)
        on_page = list(_starts(page, foot, first, measures, carried=carried))
        carried = foot < len(page) and not ends_sentence(page[-1].text)
        starts += on_page if starts or not _is_authors(on_page, page) else on_page[1:]
        calls += [call for row in page[:foot] for call in row.line.calls] if foot < len(page) else []
        first += len(page)
    return starts, calls


def _columns_of(page: Sequence[Row]) -> list[Sequence[Row]]:
    """The page cut where its feet are best told, if there the text goes on behind the notes of a first column."""
    cuts = [
        place
        for place in range(2, len(page))
        if page[place].line.blank_before and _ended(page[place - 1 - _is_folio(page[place - 1])])
        if not _is_folio(page[place]) and not _begins(page, place, first=False)
    ]
    feet = [(_told_foot(page[:cut])[0] + _told_foot(page[cut:])[0], cut) for cut in cuts]
    gain, cut = max(feet, default=(0.0, 0))
    return [page[:cut], page[cut:]] if gain > _told_foot(page)[0] + GAIN else [page]


def _is_folio(row: Row) -> bool:
    """Whether a row is a lone number, as a folio under the first column is."""
    return bool(_FOLIO.fullmatch(row.text))


def _starts(page: Sequence[Row], foot: int, first: int, measures: Measures, *, carried: bool) -> Iterator[_Start]:
    """The rows from the foot on that may begin a note.

    Args:
        page: its rows.
        foot: where its notes begin.
        first: index of its first row in the article.
        measures: of the article.
        carried: whether the last note of the page before has broken off: what stands first at the foot goes on with it.
    """
    called = frozenset(
        int(reading.text)
        for row in page[:foot]
        for call in row.line.calls
        for reading in call.readings
        if reading.text.isdecimal()
    )
    alone = _alone(page, foot, measures)
    for place in range(foot, len(page)):
        row = page[place]
        found = _DAMAGED.match(row.text) if _begins(page, place, first=place == foot) else None
        first_one = place == foot and not carried
        if found or first_one or place in alone or (place > foot and _may_begin(row, page[place - 1], measures)):
            yield _Start(row, first + place, found.end("label") if found else 0, called)


def _alone(page: Sequence[Row], foot: int, measures: Measures) -> set[int]:
    """Short rows at the foot with a blank line above and below, where such lines part the notes.

    ``eld:`` for ``³ Id.``: however a row begins that stands so, nothing goes on in it.
    """
    signed = [place for place in range(foot + 1, len(page)) if _begins(page, place, first=False)]
    parted = sum(page[place].line.blank_before > 0 for place in signed)
    if len(signed) < FEWEST_PARTED or parted < PARTED * len(signed):
        return set()
    found: set[int] = set()
    for place in range(foot, len(page)):
        row, below = page[place], page[place + 1] if place + 1 < len(page) else None
        parted_off = row.line.blank_before > 0 and (below is None or below.line.blank_before > 0)
        begins = place == foot or place - 1 in found or _ended(page[place - 1])
        if parted_off and begins and measures.shortfall(row) > SHORT:
            found.add(place)
    return found


def _is_authors(starts: Sequence[_Start], page: Sequence[Row]) -> bool:
    """Whether the first note of an article is its author's: a star, and a line of names at the top ends in one.

    Or whatever sign the reader made of the star, before the name that a line at the top has too.
    """
    if not starts:
        return False
    top = page[:BYLINE_BEFORE]
    name = _NAME.match(starts[0].row.text, starts[0].end)
    named = name is not None and any(name[1].casefold() in row.text.casefold() for row in top)
    return named or (starts[0].printed == "*" and has_starred_names(page))


def _have_marks(starts: Sequence[_Start]) -> bool:
    """Whether the notes have reference marks: daggers, or a star for the first of each page and for no other."""
    daggers = sum(start.printed in _MARKS for start in starts)
    pages = [start.row.page.number for start in starts]
    first = [start.printed for place, start in enumerate(starts) if pages[place] != pages[place - 1] or not place]
    stars = sum(start.printed == "*" for start in starts)
    starred = first.count("*") >= STARRED * len(first) and first.count("*") >= STARRED * stars
    return daggers > MOST_MARKS * len(starts) or (len(first) >= FEWEST_PAGES and starred)


def _hold_text(starts: Sequence[_Start]) -> bool:
    """Whether on most pages much text with calls lies between two notes: two columns, whose notes are not told so."""
    pages = {start.row.page.number for start in starts}
    parted = {
        one.row.page.number
        for one, other in pairwise(start for start in starts if start.end)
        if one.row.page.number == other.row.page.number and other.row.number - one.row.number > COLUMN
        if sum(bool(line.calls) for line in one.row.page.lines[one.row.number + 2 : other.row.number]) > 1
    }
    return 2 * len(parted) > len(pages)


def _is_borne_out(chain: Sequence[Label], starts: Sequence[_Start]) -> bool:
    """Whether signs stand for most labels, or the numbers of most are read as calls on their pages."""
    called = {start.row.key: start.called for start in starts}
    borne_out = sum(bool(label.end) or label.value in called[label.row.key] for label in chain)
    return borne_out >= BORNE_OUT * len(chain)


def _begins(page: Sequence[Row], place: int, *, first: bool) -> bool:
    """Whether a row begins with signs for a label, and not with a quotation.

    A note begins where a sentence has ended, or white lies before it; above the first one the text of the page may
    break off in the middle.
    """
    row = page[place]
    found = _DAMAGED.match(row.text)
    if not found or (place and not first and not _ended(page[place - 1]) and not row.line.blank_before):
        return False
    closing = _QUOTES.get(found["label"])
    text = " ".join(each.text for each in page[place : place + 2])[found.end("label") :]
    return closing is None or not re.search(rf"(?<=[\w.,;:?!]){re.escape(closing)}(?![^\W\d_])", text)


def _ended(row: Row) -> bool:
    """Whether a sentence ends with a row; a line that breaks off behind ``GAUK, f.`` or ``pp.`` ends none."""
    return ends_sentence(row.text) and not _ABBREVIATION.search(row.text)


def _may_begin(row: Row, previous: Row, measures: Measures) -> bool:
    """Whether a row without a sign may begin a note: the one before has ended early, and it does not go on."""
    early = measures.shortfall(previous) > SHORT or row.line.blank_before > 0
    return _ended(previous) and early and not _GOES_ON.match(row.text)


def _foot(page: Sequence[Row]) -> int:
    """Index of the first row of the notes at the foot of a page; its length where there are none."""
    return _told_foot(page)[1]


def _told_foot(page: Sequence[Row]) -> tuple[float, int]:
    """How well a foot is told, and where it begins.

    Where it lies, most rows below begin with signs or have a reference, and few above; signs or white set it off.
    """
    best, foot, below = 0.0, len(page), 0.0
    for place in range(len(page) - 1, -1, -1):
        like = _like_note(page[place])
        signed = _begins(page, place, first=True)
        score = below + like + BEGINS * signed
        set_off = signed or (page[place].line.blank_before > 0 and not _GOES_ON.match(page[place].text))
        if set_off and place > (1.0 - OWN_PAGE) * len(page) and score > best:
            best, foot = score, place
        below += like + BEGINS * _begins(page, place, first=False)
    return best, foot


def _like_note(row: Row) -> float:
    """What a row says for being of a note, negative where it speaks for the text."""
    calls = sum(call.start > 2 for call in row.line.calls)
    return (1.0 if _REFERENCE.search(row.text) else -0.15) - 0.8 * calls


def _have_two_digits(calls: Sequence[CallCandidate]) -> bool:
    """Whether most calls have two glyphs or more: then the notes are not numbered by the page."""
    long = sum(without_brackets(max(call.readings, key=lambda each: each.confidence).text)[1:] != "" for call in calls)
    return 2 * long > len(calls)


def _chain(starts: Sequence[_Start], *, through: bool) -> list[Label]:
    """The cheapest sequence of numbers through the starts: through the article, or from 1 on every page.

    An article does the one or the other; a sequence that began anew now and then would fit any signs.
    """
    numbered, price = _cheapest(starts)
    pages = [list(on_page) for _, on_page in groupby(starts, key=lambda start: start.row.page.number)]
    single = sum(len(on_page[0].printed) <= 1 for on_page in pages)
    signed = [start.printed for start in starts if start.end]
    double = sum(len(printed) > 1 for printed in signed)
    if through or single < BORNE_OUT * len(pages) or double > MOST_DOUBLE * len(signed):
        return numbered
    by_page, price_by_page = [], 0.0
    for on_page in pages:
        labels, its_price = _cheapest(on_page)
        by_page += labels
        price_by_page += its_price + NEW_PAGE
    return by_page if price_by_page < price else numbered


def _cheapest(starts: Sequence[_Start]) -> tuple[list[Label], float]:
    """The cheapest sequence of rising numbers through the starts, by dynamic programming, and its price.

    A start that gets no number is no label. Numbers are at most twice as many as the starts.
    """
    most = 2 * len(starts) + MOST_SKIPPED
    best = [inf] * (most + 1)  # price of the best sequence that ends with a number
    best[0] = 0.0
    last: list[int | None] = [None] * (most + 1)
    steps: list[dict[int, tuple[int | None, int]]] = []
    for place, start in enumerate(starts):
        found = dict(_arrivals(start, best, last))
        steps.append({number: (origin, before) for number, (_price, origin, before) in found.items()})
        for number, (price, _origin, _before) in found.items():
            if price < best[number]:
                best[number], last[number] = price, place
    end = min(range(most + 1), key=lambda number: (best[number], number))
    return [_label(starts[place], number) for place, number in _backward(steps, last[end], end)][::-1], best[end]


def _arrivals(
    start: _Start, best: Sequence[float], last: Sequence[int | None]
) -> Iterator[tuple[int, tuple[float, int | None, int]]]:
    """For every number what the best sequence costs that ends with it here, and where it comes from."""
    for number in range(1, len(best)):
        ways = [
            (best[number - 1 - skipped] + SKIPPED * skipped, last[number - 1 - skipped], number - 1 - skipped)
            for skipped in range(min(MOST_SKIPPED + 1, number))
        ]
        price, origin, before = min(ways, key=lambda way: way[0])
        if price < inf:
            yield number, (price + start.price(number), origin, before)


def _backward(
    steps: Sequence[dict[int, tuple[int | None, int]]], place: int | None, number: int
) -> Iterator[tuple[int, int]]:
    while place is not None:
        yield place, number
        place, number = steps[place][number]


def _label(start: _Start, number: int) -> Label:
    return Label(start.row, start.index, start.end, str(number), 0.0)
