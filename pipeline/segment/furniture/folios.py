"""Folios: the printed page numbers, found because they run in sequence from page to page.

The idea that the sequence and not the single reading decides is that of the Internet Archive's ``hocr-pagenumbers``
(https://git.archive.org/merlijn/archive-hocr-tools); here the pages fall into stretches in which the printed number and
the place in the source differ by the same amount: Roman front matter, then Arabic numbers; numbers that leap where
plates are not counted or leaves are missing. Damaged readings are accepted where they are one confusion away.
"""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from pipeline.model import Region
from pipeline.roman_numerals import as_roman, value_of
from pipeline.segment.body.figures import is_caption
from pipeline.segment.furniture.parted_labels import parted_labels
from pipeline.segment.measure import LARGER
from pipeline.segment.rows import Row

_ARABIC = re.compile(r"(?<![\d.,:/–-])(\d{1,4})(?![\d,:/–-]|\.\d)")
_DASHED = re.compile(r"[-–—]\s?(\d{1,4})\s?[-–—]")
"""``- 5 -`` of typescripts, and of presses that set no running head; readers leave out the white."""
_DAMAGED = re.compile(r"^[\dOoIlSsBZzgi|!]{1,4}$")
_TO_DIGIT = str.maketrans("OoIlSsBZzgi|!", "0011558229111")
_ALONE = re.compile(r"^[\W_]*([\w|!]{1,4})[\W_]*$")
_ROMAN = re.compile(r"c?(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
"""Front matter has less than two hundred pages."""
_ROMAN_AT_EDGE = re.compile(
    r"^[\W_]*([ivxlc1|]{1,7})(?=[\W_]+[^\W\d_]|[\W_]*$)|(?<=[^\W\d_])[\W_]+([ivxlc1|]{1,7})[\W_]*$", re.IGNORECASE
)
_WORDS = re.compile(r"[\W\d_]+")
REACH = 3
"""Rows at the top and at the foot of a page among which the folio stands."""
TOLD, ALONE, BESIDE = 5.0, 2.0, 1.0
"""What a number tells that the source itself calls a folio, that stands alone or in a running head that other pages
have; and one beside other words."""
LEAP = -2.5
"""Price of a leap in the sequence: no single page leaps, two with a clear number each do."""
LOOK_BACK = 12
"""Pages over which a leap reaches."""


@dataclass(frozen=True, slots=True)
class Folio:
    """A number that may be a page's folio: ``row.text[start:end]``."""

    page: int
    """Index of the page."""
    row: Row
    start: int
    end: int
    value: int
    alone: bool
    damaged: bool
    roman: bool = False


class Stretch(NamedTuple):
    """Pages ``first`` to ``last`` whose folio is their index and ``shift``."""

    first: int
    last: int
    shift: int
    roman: bool

    def label(self, index: int) -> str:
        """The folio of a page; empty where it would be none."""
        value = index + self.shift
        return "" if value < 1 else as_roman(value) if self.roman else str(value)


def find_folios(pages: Sequence[Sequence[Row]]) -> tuple[dict[int, Folio], dict[int, str]]:
    """The folios that run in sequence.

    Returns:
        page index -> printed folio, and page index -> folio, printed or as the sequence gives it.
    """
    repeated = _running_heads(pages)
    pages = without_stamps(pages)
    found = _without_fixed([list(_candidates(index, rows, repeated)) for index, rows in enumerate(pages)])
    chosen: dict[int, Folio] = {}
    labels: dict[int, str] = {}
    for stretch in _stretches(found, repeated):
        for index in range(stretch.first, stretch.last + 1):
            expected = index + stretch.shift
            fitting = [each for each in found[index] if (each.value, each.roman) == (expected, stretch.roman)]
            if not fitting:
                damaged = _damaged_roman if stretch.roman else _damaged
                fitting = [folio for folio in damaged(index, pages[index]) if _could_be(folio, expected)]
            if fitting and expected > 0:
                chosen[index] = max(fitting, key=lambda folio: (folio.alone, not folio.damaged, -folio.row.number))
            if index in chosen or not _is_contradicted(found[index], expected, repeated):
                labels[index] = stretch.label(index)
    return chosen, labels


def without_stamps(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """The pages without the lines that the very same letters repeat at their feet, under which the folio may stand.

    A distributor prints three of them on every page, and the journal its name.
    """
    last = Counter(
        text for rows in pages for text in {row.text for row in rows[-STAMPS:] if len(row.text) >= LONG_STAMP}
    )
    often = {text for text, count in last.items() if count >= max(STAMPED, len(pages) / STAMPED)}
    return [[row for row in rows if row.text not in often] for rows in pages]


STAMPS, STAMPED = 5, 3
"""Rows at the foot of a page that may be such lines; pages, and their share, that have them."""
LONG_STAMP = 8
"""Characters of such a line at least."""


def _without_fixed(found: Sequence[Sequence[Folio]]) -> list[list[Folio]]:
    """The numbers of the pages without those that a running head repeats: the year, the volume."""
    heads = Counter(head for folios in found for head in {_head_with_number(folio) for folio in folios})
    return [[folio for folio in folios if folio.alone or heads[_head_with_number(folio)] == 1] for folios in found]


def _head_with_number(folio: Folio) -> tuple[str, int]:
    return _head_of(folio.row), folio.value


def _is_contradicted(folios: Sequence[Folio], expected: int, heads: Mapping[str, float]) -> bool:
    """Whether the running head of a page has a number that is not the expected one, nor a misreading of it."""
    others = [folio for folio in folios if not folio.roman and _is_in_head(folio, heads)]
    return bool(others) and not any(_could_be(folio, expected) for folio in others)


def _edges(rows: Sequence[Row]) -> list[Row]:
    """The rows at the top and at the foot, and the first and the last of every column.

    A folio between two columns follows the first; one over the second, in line with a running head, begins it. A head
    with its folio there is that of a second page on one sheet.
    """
    told = [row for row in rows if row.region is Region.FOLIO]
    rows = [row for row in rows if not _YEAR_OF_NOTE.fullmatch(row.text)]
    if told or len(rows) <= 2 * REACH:
        return told or list(rows)
    inner = rows[REACH:-REACH]
    heads = [row for row in heads_of_columns(inner) if _ALONE.match(row.text)]
    edges = {row.key: row for row in [*heads, *{row.line.column: row for row in inner}.values()]}
    return [*rows[:REACH], *edges.values(), *rows[-REACH:]]


def heads_of_columns(rows: Sequence[Row]) -> list[Row]:
    """The first row of every column but that of the first row."""
    first = {row.line.column: row for row in reversed(rows)}
    return [row for row in rows if first[row.line.column] is row and row.line.column != rows[0].line.column]


def _candidates(index: int, rows: Sequence[Row], heads: Mapping[str, float]) -> Iterator[Folio]:
    labels = parted_labels(rows)
    for row in _edges(rows):
        alone = bool(_ALONE.match(row.text))
        if row.key in labels:
            continue
        long = len(row.text) >= LONG and _head_of(row) not in heads
        if not alone and (long or is_caption(row.text)):
            continue  # Table 1, Table 2 run as folios do
        dashed = _DASHED.fullmatch(row.text)
        if dashed:
            yield Folio(index, row, *dashed.span(1), int(dashed[1]), alone=True, damaged=False)
        for match in _ARABIC.finditer(row.text) if not dashed else ():
            at_edge = match.start() <= 2 or match.end() >= len(row.text) - 2
            if alone or at_edge:
                yield Folio(index, row, match.start(1), match.end(1), int(match[1]), alone, damaged=False)
        for match in _ROMAN_AT_EDGE.finditer(row.text):
            group = 1 if match[1] else 2
            value = 0 if match[group].isdecimal() else roman_value(match[group])
            if value:
                yield Folio(
                    index, row, *match.span(group), value, bool(_LONE.fullmatch(row.text)), damaged=False, roman=True
                )


_YEAR_OF_NOTE = re.compile(r"\((?:1[5-9]|20)\d\d\)[.;,]")
"""The last line of a note that cites: of 231 such lines none is a folio, which has no stop behind a bracket."""
LONG = 90
"""Characters of a line of text; a running head may have the whole title beside its folio."""
_LONE = re.compile(r"[\W_]*[ivxlc1|]{1,7}[\W_]*", re.IGNORECASE)


def roman_value(text: str) -> int:
    """The value of a Roman number, ``l`` and ``1`` taken for ``i`` where it is none else; 0 for what is no number."""
    for digits in (text.casefold(), text.casefold().translate(_TO_I)):
        if digits and _ROMAN.fullmatch(digits):
            return value_of(digits)
    return 0


_TO_I = str.maketrans("l1|", "iii")


def _damaged(index: int, rows: Sequence[Row]) -> list[Folio]:
    """Lone short words at the edges that may be a folio the reader damaged: ``8l2``, ``B62``."""
    found = []
    for row in _edges(rows):
        match = _ALONE.match(row.text)
        if match and _DAMAGED.match(match[1]):
            digits = match[1].translate(_TO_DIGIT)
            if digits.isdecimal():
                found.append(Folio(index, row, match.start(1), match.end(1), int(digits), alone=True, damaged=True))
    return found


def _damaged_roman(index: int, rows: Sequence[Row]) -> list[Folio]:
    """Words at the ends of the first two rows in which small Roman figures grew together: ``vu`` for ``vii``."""
    return [
        Folio(index, row, match.start(), match.end(), value, alone=False, damaged=True, roman=True)
        for row in rows[:2]
        for match in _JOINED.finditer(row.text)
        if (value := roman_value(match[0].translate(_APART)))
    ]


_JOINED = re.compile(r"^[ivxlcunm]{2,5}\b|\b[ivxlcunm]{2,5}$")
_APART = str.maketrans({"u": "ii", "n": "ii", "m": "iii"})


def _could_be(folio: Folio, expected: int) -> bool:
    """Whether a number is the expected one, but for one digit that was misread or, of three and more, lost."""
    if folio.roman:
        return folio.value == expected
    printed, wanted = str(folio.value), str(expected)
    may_err = len(printed) > 1 and len(wanted) - len(printed) in (0, 1)
    return printed == wanted or (may_err and Levenshtein.distance(printed, wanted) == 1)


def _running_heads(pages: Sequence[Sequence[Row]]) -> dict[str, float]:
    """The words of rows that stand at the top of more than one page, without numbers, and their smallest type."""
    seen: defaultdict[str, list[float]] = defaultdict(list)
    for rows in pages:
        for text, size in {_head_of(row): row.line.size for row in rows[:REACH]}.items():
            seen[text].append(size)
    return {text: min(sizes) for text, sizes in seen.items() if len(text) >= SHORTEST_HEAD and len(sizes) > 1}


def _is_in_head(folio: Folio, heads: Mapping[str, float]) -> bool:
    """Whether a number stands in a running head; before the title that the heads repeat it is that of a chapter."""
    size = heads.get(_head_of(folio.row))
    return size is not None and folio.row.line.size <= LARGER * size


def _head_of(row: Row) -> str:
    return _WORDS.sub(" ", _ROMAN_AT_EDGE.sub(" ", row.text)).strip().casefold()


SHORTEST_HEAD = 4
"""Letters of the shortest running head."""

State = tuple[int, int, bool]
"""Page, difference between folio and page, and whether the folio is Roman."""


def _stretches(found: Sequence[Sequence[Folio]], heads: Mapping[str, float]) -> list[Stretch]:
    """The sequences that most numbers agree on, one after another; of a longer document no lone number counts."""
    chain, score = _best_chain([_weights(folios, heads) for folios in found])
    if len(chain) < (2 if len(found) > 2 else 1) or score < ALONE:
        return []
    groups = [list(states) for _, states in groupby(chain, key=lambda state: state[1:])]
    stretches = [Stretch(group[0][0], group[-1][0], *group[0][1:]) for group in groups]
    # Before the first number and behind the last the sequence goes on; so it does before the first Arabic number.
    stretches[0] = stretches[0]._replace(first=0)
    stretches[-1] = stretches[-1]._replace(last=len(found) - 1)
    for place in range(1, len(stretches)):
        before, here = stretches[place - 1], stretches[place]
        if before.roman and not here.roman:
            stretches[place] = here._replace(first=max(before.last + 1, 1 - here.shift))
    return stretches


def _weights(folios: Sequence[Folio], heads: Mapping[str, float]) -> dict[State, float]:
    weights: dict[State, float] = {}
    for folio in folios:
        state = (folio.page, folio.value - folio.page, folio.roman)
        clear = folio.alone or _is_in_head(folio, heads)
        weight = TOLD if folio.row.region is Region.FOLIO else ALONE if clear else BESIDE
        weights[state] = max(weights.get(state, 0.0), weight)
    return weights


def _best_chain(weights: Sequence[dict[State, float]]) -> tuple[list[State], float]:
    """One number a page, or none: those that run in sequence, with as few leaps as they are worth."""
    best: dict[State, float] = {}
    came_from: dict[State, State | None] = {}
    latest: dict[tuple[int, bool], State] = {}
    recent: deque[list[State]] = deque(maxlen=LOOK_BACK)
    for page in weights:
        for state, weight in page.items():
            options: list[tuple[float, int, State | None]] = [(0.0, 0, None)]
            if before := latest.get(state[1:]):
                options.append((best[before], -abs(before[1]), before))
            options += [
                (best[other] + LEAP, -abs(other[1]), other)
                for states in recent
                for other in states
                if (other[2] and not state[2]) or (other[2] == state[2] and other[1] < state[1])
            ]
            gain, _, best_origin = max(options, key=lambda option: option[:2])
            best[state], came_from[state] = weight + gain, best_origin
        latest |= {state[1:]: state for state in page}
        recent.append(list(page))
    if not best:
        return [], 0.0
    last = max(best, key=lambda state: (best[state], not state[2], -abs(state[1])))
    chain, origin = [last], came_from[last]
    while origin is not None:
        chain.append(origin)
        origin = came_from[origin]
    return chain[::-1], best[last]
