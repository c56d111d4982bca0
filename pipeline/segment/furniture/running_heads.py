"""Which rows at the top of a page are running heads.

A running head is told by several weak signs together (``HEAD_SIGNS``), because none is safe alone: a short article
prints each head once, a scan damages the repetition, and a heading at the top of a page looks much the same.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from pipeline.letters import CAPITALS
from pipeline.segment.body.figures import is_caption
from pipeline.segment.furniture.folios import Folio, heads_of_columns
from pipeline.segment.furniture.masthead_rows import MASTHEAD, is_masthead, names_journal
from pipeline.segment.measure import LARGE, LARGER, Measures
from pipeline.segment.row_letters import letters
from pipeline.segment.rows import Row, ends_sentence, foot_of, gap_before, is_turned, stands_at_top, starts_lower
from pipeline.segment.wording.heading_words import NOTES_TO_PAGES, names_section
from pipeline.segment.wording.name_lines import is_rubric

THRESHOLD = 3.0
LONGEST = 200
"""Characters of a row: more is a paragraph, which some dumps write in one line."""
MOSTLY_FULL = 0.8
"""Of a full line of text: a running head is shorter."""


@dataclass(frozen=True, slots=True)
class Place:
    """A row at the top of a page, with what surrounds it."""

    page: int
    row: Row
    following: Row | None
    previous_text: str
    """Last line of the text on the page before."""
    folio: Folio | None


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What the signs of a running head may ask: other pages' first rows, names and titles of the article, measures."""

    tops: dict[int, list[Row]]
    names: tuple[str, ...]
    measures: Measures
    around_folios: frozenset[str]
    """What stands beside the folios of three pages, in one line with them: ``Annals 12 (1963), 101-112`` before 107."""
    openings: frozenset[int]
    """Pages with which an article or a chapter begins: they have no running head (``openings_of``)."""
    stamps: frozenset[str]
    """Lines that stand at the foot of many pages (``_stamped``): addresses, licences, names of the distributor."""
    feet: frozenset[tuple[int, int]] = frozenset()
    """Rows at the foot with the folio, and words that another page has beside its own."""

    def behind_openings(self) -> "Witnesses":
        """The same without the first rows of pages that have no running head."""
        return replace(
            self, tops={page: rows for page, rows in self.tops.items() if page and page not in self.openings}
        )


def _repeats(place: Place, witnesses: Witnesses) -> float:
    own = letters(place.row.text)
    others = [row for page, rows in witnesses.tops.items() if page != place.page for row in rows]
    if any(_is_title_of(place.row, row) for row in others):
        return -3.0
    if _NUMBERED_SECTION.match(place.row.text):  # 1.4 Oil of the harbour, under 1.3 Oil of the coast
        return 3.0 if any(row.text == place.row.text for row in others) else 0.0
    if is_caption(place.row.text):
        return -1.5  # Table 2 is no repetition of Table 1
    if len(own) < 4:  # ``[Vol. 4:2 2019]``: the numbers tell it, unless they change as folios do
        alike = sum(row.text == place.row.text for row in others)
        return 3.0 if alike >= STAMPED and len(place.row.text) >= 5 else 0.0
    if sum(row.text == place.row.text for row in others) >= STAMPED - 1:
        return 5.0  # the very same on three pages, whatever it ends with: ``Vol. 41, No. 3``
    return 3.0 if any(fuzz.ratio(own, letters(row.text)) >= 80 for row in others) else 0.0


def _is_title_of(row: Row, head: Row) -> bool:
    """Whether a row is the title that a head of another page repeats: its type is larger and its place lower."""
    larger = row.line.size >= LARGER * head.line.size
    lower = row.line.box and head.line.box and foot_of(row) - foot_of(head) >= row.line.size
    return bool(larger and lower) and fuzz.partial_ratio(letters(row.text), letters(head.text)) >= SAME_WORDS


SAME_WORDS = 88
"""Of a hundred, from which two rows are the same words, or one is part of the other."""


def _names_author_or_title(place: Place, witnesses: Witnesses) -> float:
    own = letters(place.row.text)
    known = max((fuzz.partial_ratio(own, letters(name)) for name in witnesses.names if name), default=0.0)
    return 1.5 if len(own) >= 4 and known >= SAME_WORDS else 0.0


def _words(place: Place) -> str:
    """What stands beside the folio: ``vi PREFACE`` begins with a capital, and has no small letter."""
    row, folio = place.row, place.folio
    if folio is None or folio.row.key != row.key:
        return row.text
    return f"{row.text[: folio.start]}{row.text[folio.end :]}".strip()


def _in_capitals(place: Place, _: Witnesses) -> float:
    own = [character for character in _words(place) if character.isalpha()]
    return 1.0 if len(own) >= 4 and sum(character.isupper() for character in own) >= 0.8 * len(own) else 0.0


def _set_off(place: Place, witnesses: Witnesses) -> float:
    if place.following is None:
        return 0.0
    row, following, measures = place.row, place.following, witnesses.measures
    over_column = row.line.column != following.line.column and _white_below(row, following, measures)
    return 1.5 if over_column or gap_before(following, row, measures.leading) >= 0.4 else 0.0


def _beside_folio(place: Place, _: Witnesses) -> float:
    if place.folio is None:
        return 0.0
    distance = abs(place.folio.row.number - place.row.number)
    return 2.0 if distance == 0 else 1.0 if distance == 1 else 0.0


def _short(place: Place, witnesses: Witnesses) -> float:
    return 0.5 if len(place.row.text) < MOSTLY_FULL * max(witnesses.measures.full_line, 1) else -1.0


def _interrupts(place: Place, witnesses: Witnesses) -> float:
    """The text of the page before goes on after this row, and not in it.

    What stands last on that page may be a note, which tells nothing of its text; white under the row does, then, if
    what follows is no second line of a title.
    """
    if place.following is None or not place.previous_text:
        return 0.0
    if not starts_lower(place.following.text) or starts_lower(_words(place)):
        return 0.0
    if not ends_sentence(place.previous_text):
        return 1.5
    of_text = witnesses.measures.relative_size(place.following) < LARGER
    return 1.0 if of_text and _set_off(place, witnesses) else 0.0


def _unlike_text(place: Place, witnesses: Witnesses) -> float:
    words = _words(place)
    if starts_lower(words) or ends_sentence(words) or words.endswith((",", ";")):
        return -1.5
    size = witnesses.measures.relative_size(place.row)
    if size >= LARGER:
        return 0.0 if size < LARGE else -1.5  # headings are set so
    differs = size < 0.94
    return 0.5 + 0.5 * differs + 0.5 * witnesses.measures.is_centred(place.row)


HEAD_SIGNS: tuple[Callable[[Place, Witnesses], float], ...] = (
    _repeats, _names_author_or_title, _in_capitals, _set_off, _beside_folio, _short, _interrupts, _unlike_text,
)  # fmt: skip


_VOLUME_OR_YEAR = re.compile(
    r"^(?:[\[(]\s?V\W?[o0]l[.,]*\s?\w{1,6}(?::\d{1,4})?\]?|(?:1[5-9]|20)\d\d1?[\]}|J])$", re.IGNORECASE
)
"""``[Vol. 70:595`` or ``1982]`` alone in its row: what law reviews set at the end of their running head."""


def volumes_and_years(pages: Sequence[Sequence[Row]]) -> set[tuple[int, int]]:
    """Rows at the edges of pages with the volume or the year of a running head, where more than one page has such.

    In many text layers they stand behind all else that is on the page.
    """
    found = [[row.key for row in (*rows[:3], *rows[3:][-3:]) if _VOLUME_OR_YEAR.match(row.text)] for rows in pages]
    return {key for keys in found for key in keys} if sum(map(bool, found)) > 1 else set()


def heads_of_page(
    index: int, rows: Sequence[Row], folio: Folio | None, witnesses: Witnesses, previous: str
) -> set[tuple[int, int]]:
    """Rows from the top that are running heads; on the article's first page, a masthead with the journal's name."""
    heads: set[tuple[int, int]] = set()
    for position, row in enumerate(rows[:3]):
        if folio and row.key == folio.row.key and folio.alone:
            continue
        if NOTES_TO_PAGES.match(row.text):
            heads.add(row.key)
            continue
        if len(row.text) > LONGEST:
            break
        following = rows[position + 1] if position + 1 < len(rows) else None
        place = Place(index, row, following, previous, folio)
        score = sum(sign(place, witnesses) for sign in HEAD_SIGNS)
        if index == 0 or index in witnesses.openings:
            alone = len(witnesses.tops) == 1 and position == 0
            lined = is_masthead(row) and witnesses.measures.relative_size(row) < LARGE
            lined = lined or names_journal(row, rows[:MASTHEAD])
            own = lined or (position == 0 and _stands_as_on_others(place, witnesses))
            own = own or (folio is not None and folio.row.key == row.key and position == 0)
            score = THRESHOLD if own or (alone and _is_head_of_one_page(place, witnesses)) else 0.0
        elif heads and not is_rubric(row.text) and _repeats(place, witnesses.behind_openings()) <= 0:
            # A second line under a running head is a heading, unless other pages have it too. That of an opening has
            # no running heads, but the title, which law reviews print once more behind the contents.
            score = 0.0
        heading = names_section(row.text) or bool(_NUMBERED_SECTION.match(row.text))
        heading = heading and _repeats(place, witnesses) <= 0
        if score < THRESHOLD or heading or _calls_by_sign(row) or _stands_under_text(row, rows):
            break
        heads.add(row.key)
    return heads


def _stands_as_on_others(place: Place, witnesses: Witnesses) -> bool:
    """Whether other pages have the very same row, at the same height and in the same size: no title stands so."""
    row = place.row
    others = [other for page, rows in witnesses.tops.items() if page != place.page for other in rows]
    alike = [other for other in others if row.line.box and other.line.box and other.text == row.text]
    level = [other for other in alike if abs(foot_of(other) - foot_of(row)) < LEVEL * row.line.size]
    return sum(abs(other.line.size - row.line.size) < LEVEL * row.line.size for other in level) >= STAMPED - 1


LEVEL = 0.2
"""Of the size of type: how far rows may stand from one another, or be larger, that are set alike."""


def openings_of(pages: Sequence[Sequence[Row]], folios: Mapping[int, Folio]) -> frozenset[int]:
    """Pages whose folio stands at the foot, while it stands at the top of nearly all others.

    So printers open an article or a chapter, where a running head would stand over the title. A first row with figures
    may be a head whose folio nobody read.
    """
    at_foot = [index for index, folio in folios.items() if not stands_at_top(folio.row)]
    if len(at_foot) > MOST_OPENINGS * len(folios):
        return frozenset()
    return frozenset(index for index in at_foot if not any(map(str.isdigit, pages[index][0].text)))


MOST_OPENINGS = 0.2
"""Share of the pages with a folio: an issue of short articles looks like one whose folios stand there on even pages."""


_NUMBERED_SECTION = re.compile(rf"^(?:\d{{1,2}}(?:\.\d{{1,2}})+\.?|\d{{1,2}}\.|[IVX]{{1,5}}\.)\s+[{CAPITALS}‘“„«]")
"""The number of a section, with its stop, before a capital."""


def _calls_by_sign(row: Row) -> bool:
    """Whether a star or dagger right behind a word of the row certainly calls a note: no running head does."""
    behind = [call for call in row.line.calls if call.raised and row.line.text[: call.start][-1:].isalpha()]
    readings = [reading for call in behind for reading in call.readings]
    return any(reading.text in {"*", "†", "‡"} and reading.confidence >= 0.99 for reading in readings)


def _stands_under_text(row: Row, rows: Sequence[Row]) -> bool:
    """Whether more rows than a head may have stand over a row: a column of notes in the margin may be read first."""
    box = row.line.box
    above = [other for other in rows if box and other.line.box and other.line.box.bottom <= box.top]
    return len(above) > REACH


_WITH_FOLIO = re.compile(
    r"^(?:\d{1,4}|[ivxlc]{1,6})\s+[^\W\d].{2,}|^[^\W\d].{2,}[^\d.,:;(–-]\s+(?:\d{1,4}|[ivxlc]{1,6})$"
)


def _is_head_of_one_page(place: Place, witnesses: Witnesses) -> bool:
    """The first row of a page out of a book: words and, at their outer end or elsewhere on the page, a page number.

    Words in capitals may have a full stop, as older presses set it; no sentence of the text is all capitals. Where the
    number stands elsewhere, the row is in capitals or smaller than the text, or the text under it goes on in the middle
    of a sentence: over that stands no heading.
    """
    text, following, measures = place.row.text, place.following, witnesses.measures
    if following is None or len(text) >= 90 or measures.relative_size(place.row) >= LARGER:
        return False
    capitals = bool(_in_capitals(place, witnesses))
    numbered = bool(_WITH_FOLIO.match(text)) and (capitals or not ends_sentence(text))
    unlike = measures.relative_size(place.row) < SMALLER or starts_lower(following.text)
    apart = place.folio is not None and place.folio.alone and _white_below(place.row, following, measures)
    return numbered or (apart and (capitals or (unlike and not ends_sentence(text) and not starts_lower(text))))


def _white_below(row: Row, following: Row, measures: Measures) -> bool:
    """Whether white parts a row from the next, which may be the first of a column under it."""
    return measures.leading > 0 and foot_of(following) - foot_of(row) >= 1.4 * measures.leading


SMALLER = 0.95
"""Relative size below which a row is no heading: headings are set in the size of the text or above."""


def from_the_head(rows: Sequence[Row]) -> list[Row]:
    """The rows of a page, those first that stand over the second column and higher than the first begins.

    On right pages of two columns the head stands over the second, and is read as its beginning.
    """
    first = rows[0].line if rows else None
    if first is None or first.box is None:
        return list(rows)
    over = [
        row
        for row in rows[1:]
        if row.line.box and row.line.column != first.column and row.line.box.bottom <= first.box.top
    ]
    if not 0 < len(over) < REACH or any(map(is_turned, over)):
        return list(rows)
    return [*sorted(over, key=foot_of), *(row for row in rows if all(row is not other for other in over))]


def level_with_head(
    rows: Sequence[Row], heads: set[tuple[int, int]], folio: Folio | None, measures: Measures
) -> set[tuple[int, int]]:
    """Rows at the top on the baseline of a running head or folio: the head is set in parts, left, middle and right.

    Over two columns the right part is read as the first row of the second; a full line there that goes on in the midst
    of a sentence is text.
    """
    top = [*rows[:REACH], *(row for row in heads_of_columns(rows) if row not in rows[:REACH])]
    known = [row for row in top if row.key in heads or (folio and folio.alone and row.key == folio.row.key)]
    return {
        row.key
        for row in top
        for other in known
        if row.line.box and other.line.box and row.key != other.key
        if abs(foot_of(row) - foot_of(other)) <= SAME_BASELINE * max(row.line.size, other.line.size)
        if not (starts_lower(row.text) and len(row.text) >= MOSTLY_FULL * measures.full_line)
    }


REACH = 4
"""Rows at the top of a page that a running head may have."""
SAME_BASELINE = 0.35
"""Of the type size: small capitals and figures of another font stand a little off the baseline."""
STAMPED = 3
"""Pages on which a line stands at the foot, to be a stamp."""
