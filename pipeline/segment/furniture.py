"""Page furniture: running heads, folios, signatures, copyright lines. Never in the text, never lost.

A running head is told by several weak signs together (``HEAD_SIGNS``), because none is safe alone: a short article
prints each head once, a scan damages the repetition, and a heading at the top of a page looks much the same.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from pipeline.model import Furniture, FurnitureKind
from pipeline.segment.contents import is_led
from pipeline.segment.folios import Folio, find_folios, heads_of_columns
from pipeline.segment.masthead import reference_values
from pipeline.segment.measure import Measures
from pipeline.segment.note_labels import CLEARLY_SMALLER, SYMBOLS
from pipeline.segment.rows import Row, Zone, Zones, ends_sentence, foot_of, gap_before, plain_text, starts_lower
from pipeline.segment.side_notes import line_numbers, side_notes

_COPYRIGHT = re.compile(
    r"""
      ^(?:https?://)?(?:doi:?\s*)?10\.\d{4,9}/\S+$
    | \bISSN\b | © | \(c\)\s+\d{4} | ^doi\b | \bdoi:\s*10\. | doi\.org/10\. | all\ rights\ reserved | ^copyright\b
    | this\ content\ downloaded | all\ use\ subject\ to | downloaded\ from | terms\ of\ use
    | printed\ in\ (?:great|the|u) | ^published\ (?:by|online) | \bcreative\ commons\b
    | ^(?:this\ )?journal\ (?:is\ )?(?:indexed|abstracted)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SIGN_FOR_LABEL = re.compile(r"^©\s?(?!.*\b(?:1[5-9]|20)\d\d\b)[A-ZÀ-Þ].*\d")
"""What a reader may make of a note's raised label: a copyright line has a year or no number at all."""
_OWNER = re.compile(
    r"^(?:copyright\b|©|\(c\)\s+\d{4}|doi:?\s*(?:https?://|10\.)|https?://(?:dx\.)?doi\.org/)", re.IGNORECASE
)
"""A line of the first page, wherever it stands, that says whose the article is or what its DOI is."""
_SIGNATURE = re.compile(r"^(?:[A-Z]{1,2}\s?\d{0,2}|\d{1,2}\*?|Vol\.\s.{1,30}[A-Z])$")
_VOLUME_SIGNATURE = re.compile(
    r"^(?:[\dIl]{1,3}\s?[-–—]\s?\d{1,2}|(?:VOL\.|T\.|[A-Z]\.\s?[A-Z]\.)\s?[IVXLC]+\.?(?:\s\w{1,3})?)$"
)
"""The signature of a sheet with the volume or the book before it, set to the right: ``1—2``, ``VOL. I. C``."""
_NUMBERS = re.compile(r"[\W\d_]+")
_NUMBERED = re.compile(r"^\W?\d{1,3}[.\s]")

THRESHOLD = 3.0


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
    stamps: frozenset[str]
    """Lines that stand at the foot of many pages (``_stamped``): addresses, licences, names of the distributor."""


@lru_cache(maxsize=1 << 14)
def letters(text: str) -> str:
    """The letters of a text, case folded: what two printings of a running head share."""
    return _NUMBERS.sub(" ", text).strip().casefold()


def run_of_letters(text: str) -> str:
    """The same without spaces: line ends, and the spaces of a setting, part words anywhere."""
    return _NUMBERS.sub("", text).casefold()


def _repeats(place: Place, witnesses: Witnesses) -> float:
    own = letters(place.row.text)
    others = [row for page, rows in witnesses.tops.items() if page != place.page for row in rows]
    if _NUMBERED_SECTION.match(place.row.text):  # 1.4 Oil of the harbour, under 1.3 Oil of the coast
        return 3.0 if any(row.text == place.row.text for row in others) else 0.0
    if len(own) < 4:  # ``[Vol. 4:2 2019]``: the numbers tell it, unless they change as folios do
        alike = sum(row.text == place.row.text for row in others)
        return 3.0 if alike >= STAMPED and len(place.row.text) >= 5 else 0.0
    if sum(row.text == place.row.text for row in others) >= STAMPED - 1:
        return 5.0  # the very same on three pages, whatever it ends with: ``Vol. 41, No. 3``
    return 3.0 if any(fuzz.ratio(own, letters(row.text)) >= 80 for row in others) else 0.0


def _names_author_or_title(place: Place, witnesses: Witnesses) -> float:
    own = letters(place.row.text)
    known = max((fuzz.partial_ratio(own, letters(name)) for name in witnesses.names if name), default=0.0)
    return 1.5 if len(own) >= 4 and known >= 88 else 0.0


def _in_capitals(place: Place, _: Witnesses) -> float:
    own = [character for character in place.row.text if character.isalpha()]
    return 1.0 if len(own) >= 4 and sum(character.isupper() for character in own) >= 0.8 * len(own) else 0.0


def _set_off(place: Place, witnesses: Witnesses) -> float:
    if place.following is None:
        return 0.0
    return 1.5 if gap_before(place.following, place.row, witnesses.measures.leading) >= 0.4 else 0.0


def _beside_folio(place: Place, _: Witnesses) -> float:
    if place.folio is None:
        return 0.0
    distance = abs(place.folio.row.number - place.row.number)
    return 2.0 if distance == 0 else 1.0 if distance == 1 else 0.0


def _short(place: Place, witnesses: Witnesses) -> float:
    return 0.5 if len(place.row.text) < 0.8 * max(witnesses.measures.full_line, 1) else -1.0


def _interrupts(place: Place, _: Witnesses) -> float:
    """The text of the page before goes on after this row, and not in it."""
    if place.following is None or not place.previous_text:
        return 0.0
    open_sentence = not ends_sentence(place.previous_text)
    return 1.5 if open_sentence and starts_lower(place.following.text) and not starts_lower(place.row.text) else 0.0


def _unlike_text(place: Place, witnesses: Witnesses) -> float:
    if starts_lower(place.row.text) or ends_sentence(place.row.text):
        return -1.5
    size = witnesses.measures.relative_size(place.row)
    if size >= LARGER:
        return 0.0  # headings are set so
    differs = size < 0.94
    return 0.5 + 0.5 * differs + 0.5 * witnesses.measures.is_centred(place.row)


HEAD_SIGNS: tuple[Callable[[Place, Witnesses], float], ...] = (
    _repeats, _names_author_or_title, _in_capitals, _set_off, _beside_folio, _short, _interrupts, _unlike_text,
)  # fmt: skip


def assign_furniture(
    pages: Sequence[Sequence[Row]], measures: Measures, names: Sequence[str], zones: Zones
) -> tuple[list[list[Row]], dict[int, Folio], dict[int, str]]:
    """Takes the furniture off the pages.

    Args:
        pages: rows of the pages of the article, covers left out.
        measures: of the article.
        names: author names and titles, where a cover or the title block gives them.
        zones: gets the zone of every row that is furniture.

    Returns:
        the pages without it, the printed folios by page index, and all folios that the sequence gives.
    """
    folios, labels = find_folios(pages)
    # A heading may stand under a running head, and again as an entry at the top of a page of the contents.
    tops = {index: [row for row in rows[:3] if not is_led(row.text)] for index, rows in enumerate(pages)}
    witnesses = Witnesses(tops, tuple(names), measures, _around_folios(folios), _stamps(pages))
    remaining, previous = [], ""
    for index, rows in enumerate(pages):
        rest = list(_without_furniture(index, rows, folios.get(index), witnesses, previous, zones))
        previous = rest[-1].text if rest else previous
        remaining.append(rest)
    return remaining, folios, labels


def _without_furniture(
    index: int,
    rows: Sequence[Row],
    folio: Folio | None,
    witnesses: Witnesses,
    previous: str,
    zones: Zones,
) -> Iterator[Row]:
    heads = _heads(index, rows, folio, witnesses, previous)
    heads |= _level_with_head(rows, heads, folio)
    foot = _foot_matter(rows, witnesses, first=index == 0)
    beside = side_notes(rows, witnesses.measures) if len(rows) >= FULL_PAGE else {}
    numbered = line_numbers(rows, witnesses.measures)
    for row in rows:
        if (
            folio
            and row.key == folio.row.key
            and (folio.alone or row.key in heads or _around(folio) in witnesses.around_folios)
        ):
            for part, zone in _split_at_folio(row, folio):
                zones[part.span] = zone
        elif row.key in heads:
            zones[row.span] = Zone.HEAD
        elif row.key in foot:
            zones[row.span] = foot[row.key]
        elif len(rows) >= FULL_PAGE and _is_marginal(row, witnesses.measures):
            zones[row.span] = Zone.MARGINAL
        else:
            yield row.part(numbered.get(row.key, 0), beside.get(row.key, len(row.text)))
            if row.key in numbered:
                zones[row.part(0, numbered[row.key]).span] = Zone.MARGINAL
            if row.key in beside:
                zones[row.part(beside[row.key], len(row.text)).span] = Zone.MARGINAL


def _around(folio: Folio) -> str:
    return f"{folio.row.text[: folio.start]}{folio.row.text[folio.end :]}".strip()


def _around_folios(folios: dict[int, Folio]) -> frozenset[str]:
    seen = Counter(_around(folio) for folio in folios.values() if not folio.alone)
    return frozenset(text for text, count in seen.items() if count >= STAMPED)


def _heads(
    index: int, rows: Sequence[Row], folio: Folio | None, witnesses: Witnesses, previous: str
) -> set[tuple[int, int]]:
    """Rows from the top that are running heads; on the article's first page, a masthead with the journal's name."""
    heads: set[tuple[int, int]] = set()
    for position, row in enumerate(rows[:3]):
        if folio and row.key == folio.row.key and folio.alone:
            continue
        following = rows[position + 1] if position + 1 < len(rows) else None
        place = Place(index, row, following, previous, folio)
        score = sum(sign(place, witnesses) for sign in HEAD_SIGNS)
        if index == 0:
            alone = len(witnesses.tops) == 1 and position == 0
            lined = is_masthead(row) and witnesses.measures.relative_size(row) < TITLE
            lined = lined or names_journal(row, rows[:MASTHEAD])
            own = lined or (folio is not None and folio.row.key == row.key and position == 0)
            score = THRESHOLD if own or (alone and _is_head_of_one_page(place, witnesses)) else 0.0
        elif heads and not _repeats(place, witnesses):
            score = 0.0  # a second line under a running head is a heading, unless other pages have it too
        heading = bool(_SECTION.match(row.text) or _NUMBERED_SECTION.match(row.text))
        heading = heading and not _repeats(place, witnesses)
        if score < THRESHOLD or heading or _calls_by_sign(row):
            break
        heads.add(row.key)
    return heads


_SECTION = re.compile(
    r"^\W*(?:introduction|conclusions?|abstract|(?:end)?notes|bibliography|references|works cited|appendix|"
    r"acknowledge?ments?|contents|einleitung|schluss|anmerkungen|literatur\w*|bibliographie)\W*$",
    re.IGNORECASE,
)
"""Headings that often stand at the top of a page; as a running head they stand on several."""


_NUMBERED_SECTION = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}\.|[IVX]{1,5}\.)\s+[A-ZÀ-Þ‘“„«]")
"""The number of a section, with its stop, before a capital."""


def _calls_by_sign(row: Row) -> bool:
    """Whether a star or dagger right behind a word of the row certainly calls a note: no running head does."""
    behind = [call for call in row.line.calls if call.raised and row.line.text[: call.start][-1:].isalpha()]
    readings = [reading for call in behind for reading in call.readings]
    return any(reading.text in {"*", "†", "‡"} and reading.confidence >= 0.99 for reading in readings)


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


TITLE = 1.15
"""Relative size from which a row with a volume or a number is the article's title and no masthead."""
LARGER = 1.08
"""Relative size from which a row over the text is a title, not a running head."""
SMALLER = 0.95
"""Relative size below which a row is no heading: headings are set in the size of the text or above."""
MARGIN = 0.3
"""Ems outside of the text at which marginal matter stands."""
FULL_PAGE = 8
"""Rows of a page whose margins can be told."""


def _is_marginal(row: Row, measures: Measures) -> bool:
    """Whether a row stands wholly beside the text: a side note, a line number, a printer's mark."""
    margins = measures.margins.get((row.page.number, row.line.column))
    if row.line.box is None or margins is None or not measures.body_size or margins.width < 10 * measures.body_size:
        return False
    space = MARGIN * measures.body_size
    if not any(map(str.isalnum, row.text)):
        return False
    return row.line.box.right <= margins.left - space or row.line.box.left >= margins.right + space


def _level_with_head(rows: Sequence[Row], heads: set[tuple[int, int]], folio: Folio | None) -> set[tuple[int, int]]:
    """Rows at the top on the baseline of a running head or folio: the head is set in parts, left, middle and right.

    Over two columns the right part is read as the first row of the second.
    """
    top = [*rows[:REACH], *(row for row in heads_of_columns(rows) if row not in rows[:REACH])]
    known = [row for row in top if row.key in heads or (folio and folio.alone and row.key == folio.row.key)]
    return {
        row.key
        for row in top
        for other in known
        if row.line.box and other.line.box and row.key != other.key
        if abs(foot_of(row) - foot_of(other)) <= SAME_BASELINE * max(row.line.size, other.line.size)
    }


REACH = 4
"""Rows at the top of a page that a running head may have."""
SAME_BASELINE = 0.35
"""Of the type size: small capitals and figures of another font stand a little off the baseline."""
STAMPED = 3
"""Pages on which a line stands at the foot, to be a stamp."""


def _stamps(pages: Sequence[Sequence[Row]]) -> frozenset[str]:
    """Last rows that three pages and a third of all share: nothing that an author writes repeats so.

    Notes do, ``29. See id. at 150.`` and ``59. See id. at 194.``, but their numbers do not run with the pages.
    """
    seen: dict[str, dict[int, str]] = {}
    for index, rows in enumerate(pages):
        for row in rows[-3:]:
            text = _stamped(row)
            if len(text) >= 8 and not _is_labelled(row):
                number = _FIRST_NUMBER.match(row.text)
                seen.setdefault(text, {})[index] = number[1] if number else ""
    often = {text: numbers for text, numbers in seen.items() if len(numbers) >= max(STAMPED, len(pages) / 3)}
    return frozenset(text for text, numbers in often.items() if _runs_with_pages(numbers))


_FIRST_NUMBER = re.compile(r"^\W?(\d{1,4})\b")


def _runs_with_pages(numbers: Mapping[int, str]) -> bool:
    """Whether most numbers before a text that pages share are one number, or as far apart as the pages: folios."""
    given = {index: int(number) for index, number in numbers.items() if number}
    alike = Counter(given.values())
    apart = Counter(number - index for index, number in given.items())
    most = max([*alike.values(), *apart.values()], default=0)
    return 2 * len(given) <= len(numbers) or 2 * most > len(given)


def _is_labelled(row: Row) -> bool:
    """Whether raised ink or a reference mark begins the row: a note that cites one book on many pages is no stamp."""
    return row.text[:1] in SYMBOLS or any(call.raised and call.start <= row.start + 1 for call in row.line.calls)


def _stamped(row: Row) -> str:
    """The letters of a row; of one with few, ``Jg. 1/2020``, all of it, unless it may be a note: ``1 HR, p. 2``."""
    own = letters(row.text)
    return own if len(own) >= 8 or _NUMBERED.match(row.text) else row.text.casefold()


_MASTHEAD = re.compile(
    r"""
      \b(?:vol(?:ume)?|no|issue|heft|band|tome|jahrgang|jg)\.?\s*\(?\d | \b(?:anno|année)\s+(?:\d|[IVXLC]+\b)
    | \(\d{4}\)\s*[,:]?\s*(?:(?:vol|pp?|s)\b\.?\s*)?\d
    | \d+\s*\(\d+\) | \d+\s*:\s*\d+ | \bissn\b | ^doi\b
    | \b(?:journal|review|quarterly|annals|bulletin|studies|zeitschrift|revue)\b.*\d
    """,
    re.VERBOSE | re.IGNORECASE,
)


_ABBREVIATED = re.compile(r"^(?:vol|no|issue|issn|doi|https?|www|heft|band|tome)\b")


def is_masthead(row: Row) -> bool:
    """Whether a row at the top of an article names the journal with its volume, number or year."""
    return bool(_MASTHEAD.search(row.text)) and len(row.text) < 160 and not _goes_on(row)


MASTHEAD = 5
"""Rows at the top of a first page among which the journal is named."""
_JOURNAL = re.compile(
    r"^(?:\w+\s+){0,3}(?:journal|annals|proceedings|transactions|bulletin|quarterly|zeitschrift|revue|rivista|archiv\w*|"
    r"jahrb[uü]ch\w*|mitteilungen|giornale)\b[^.:;?!]{0,60}$",
    re.IGNORECASE,
)


def names_journal(row: Row, top: Sequence[Row]) -> bool:
    """Whether a row, however large, is the name of the journal, which a line with volume or year beside it has too."""
    if not _JOURNAL.match(row.text):
        return False
    own = {word for word in letters(row.text).split() if len(word) >= TELLING}
    return any(other is not row and is_masthead(other) and own & set(letters(other.text).split()) for other in top)


TELLING = 5
"""Letters of a word that two names of journals share by chance no more."""


def _goes_on(row: Row) -> bool:
    """Whether a row goes on in the middle of a sentence: ``files can be downloaded from the catalogue``."""
    return starts_lower(row.text) and not _ABBREVIATED.match(row.text)


def _foot_matter(rows: Sequence[Row], witnesses: Witnesses, *, first: bool) -> dict[tuple[int, int], Zone]:
    """Copyright and signature lines among the last rows; on the first page up to five, for they are printed there."""
    stamps = witnesses.stamps
    found = {row.key: Zone.COPYRIGHT for row in rows if first and _OWNER.match(row.text) and len(row.text) < 90}
    found |= _licence(rows, witnesses.measures) if first else {}
    tail = list(rows[-5:] if first else rows[-3:])
    for row in reversed(tail):
        if (_stamped(row) in stamps and not _is_labelled(row)) or is_copyright(row):
            found[row.key] = Zone.COPYRIGHT
        elif row is rows[-1] and len(rows) > 3 and _is_signature(row, witnesses.measures):
            found[row.key] = Zone.SIGNATURE
        elif first and (_heads_copyright(row, rows, found, witnesses.measures) or _names_journal(row, witnesses)):
            found[row.key] = Zone.COPYRIGHT
        elif not _is_bare_number(row):
            break
    return found | _under_columns(rows, witnesses)


def _under_columns(rows: Sequence[Row], witnesses: Witnesses) -> dict[tuple[int, int], Zone]:
    """The lowest row of the page, where it is read between its columns, if it is one that other pages have."""
    lowest = max((row for row in rows if row.line.box), key=foot_of, default=None)
    if lowest is None or lowest is rows[-1] or _stamped(lowest) not in witnesses.stamps or _is_labelled(lowest):
        return {}
    return {lowest.key: Zone.COPYRIGHT}


def _is_signature(row: Row, measures: Measures) -> bool:
    """Whether a last row is the printer's mark of a sheet; one with a volume must stand apart from the left margin."""
    apart = row.line.box is not None and measures.indent(row) >= APART
    return bool(_SIGNATURE.match(row.text)) or (apart and bool(_VOLUME_SIGNATURE.match(row.text)))


APART = 2.0
"""Ems from the left margin at which no line of text or notes begins that ends right behind."""


def _licence(rows: Sequence[Row], measures: Measures) -> dict[tuple[int, int], Zone]:
    """All that stands at the foot of the first page from the owner's line on, where white sets that line off."""
    for position in range(max(1, len(rows) - LICENCE), len(rows)):
        below, apart = rows[position:], gap_before(rows[position], rows[position - 1], measures.leading) >= 0.3
        smaller = measures.relative_size(rows[position]) < CLEARLY_SMALLER
        if (
            apart
            and smaller
            and _OWNER.match(rows[position].text)
            and not any(_NUMBERED.match(row.text) or row.text[:1] in SYMBOLS for row in below)
        ):
            return {row.key: Zone.COPYRIGHT for row in below}
    return {}


LICENCE = 8
"""Lines that the owner, the licence and the day of publication take at the foot of a first page."""


def _heads_copyright(row: Row, rows: Sequence[Row], found: dict[tuple[int, int], Zone], measures: Measures) -> bool:
    """Whether the journal's name and year end the first page, or head its copyright lines, apart from the notes."""
    position = next(index for index, other in enumerate(rows) if other is row)
    below = rows[position + 1 : position + 2]
    apart = position > 0 and gap_before(row, rows[position - 1], measures.leading) >= 0.5
    return apart and is_masthead(row) and all(found.get(other.key) is Zone.COPYRIGHT for other in below)


_DOI_ALONE = re.compile(r"^(?:doi\W*|https?://(?:dx\.)?doi\.org/)?10\.\d{4,9}/\S+$", re.IGNORECASE)


def _names_journal(row: Row, witnesses: Witnesses) -> bool:
    """Whether a centred row at the foot of the first page cites the journal, or is the running head of other pages."""
    if not witnesses.measures.is_centred(row) or ends_sentence(row.text):
        return False
    head = any(letters(row.text) == letters(other.text) for rows in witnesses.tops.values() for other in rows[:2]
               if other is not row)  # fmt: skip
    cites = bool(reference_values(row.text)) or "ISSN" in row.text or bool(_DOI_ALONE.match(row.text))
    return cites or (head and len(letters(row.text)) >= 8)


def is_copyright(row: Row) -> bool:
    """A copyright or licence line; one that begins with a number is a note that cites one."""
    numbered = _NUMBERED.match(row.text) or _is_numbered(row)
    label = row.line.box is None and bool(_SIGN_FOR_LABEL.match(row.text))
    text = row.text[label:]
    return bool(_COPYRIGHT.search(text)) and len(text) < 140 and not numbered and not _goes_on(row)


def _is_numbered(row: Row) -> bool:
    """Whether a reader sees a number in raised ink that begins the row: the ``6`` that Tesseract takes for ``©``."""
    raised = [call for call in row.line.calls if call.raised and call.start <= row.start + 1]
    return any(call.readings and call.readings[0].text.isdecimal() for call in raised)


def _is_bare_number(row: Row) -> bool:
    return bool(re.match(r"^\W*\w{1,4}\W*$", row.text))


def _split_at_folio(row: Row, folio: Folio) -> Iterator[tuple[Row, Zone]]:
    parts = ((0, folio.start, Zone.HEAD), (folio.start, folio.end, Zone.FOLIO), (folio.end, len(row.text), Zone.HEAD))
    for start, end, zone in parts:
        part = row.part(start, end)
        if part.text:
            yield part, zone


_KINDS = {
    Zone.HEAD: FurnitureKind.HEAD,
    Zone.FOLIO: FurnitureKind.FOLIO,
    Zone.SIGNATURE: FurnitureKind.SIGNATURE,
    Zone.COPYRIGHT: FurnitureKind.COPYRIGHT,
    Zone.CONTINUATION: FurnitureKind.CONTINUATION,
    Zone.MARGINAL: FurnitureKind.MARGINAL,
}


def furniture_of(rows: Sequence[tuple[Row, Zone]], lines_on_page: dict[int, int]) -> tuple[Furniture, ...]:
    """The furniture as data, one record a row."""
    found = []
    for row, zone in rows:
        if zone in _KINDS:
            text, pieces = plain_text([row])
            box, lines = row.line.box, lines_on_page.get(row.page.number, 1)
            top = box.bottom < 0.5 * row.page.height if box and row.page.height else row.number < 0.5 * lines
            place = "margin" if zone is Zone.MARGINAL else "top" if top else "bottom"
            found.append(Furniture(
                kind=_KINDS[zone], text=text, page=row.page.number, place=place, pieces=pieces,
            ))  # fmt: skip
    return tuple(found)
