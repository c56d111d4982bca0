"""What is set at the foot of a page and is not the author's.

Copyright lines and licences of the publisher, stamps of the distributor, the signatures of the printer's sheets.
"""

import re
from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz

from pipeline.letters import CAPITALS
from pipeline.model import Reading
from pipeline.readers import RAPIDOCR, TESSERACT
from pipeline.segment.furniture.masthead_rows import goes_on, is_masthead
from pipeline.segment.furniture.running_heads import STAMPED, Witnesses
from pipeline.segment.measure import CLEARLY_SMALLER, LARGE, NOT_BODY, Measures
from pipeline.segment.notes.raised_labels import stands_first
from pipeline.segment.row_letters import letters
from pipeline.segment.rows import Row, Zone, ends_sentence, foot_of, gap_before, is_turned
from pipeline.segment.series import SYMBOLS
from pipeline.segment.wording.masthead import reference_values

_WHOSE = r"copyright\b(?=.*(?:\b(?:1[5-9]|20)\d\d\b|©|\breserved\b|:\ licensed\ under\b)|(?-i:\ by\ [A-Z]))"
"""The word with a year, a sign or an owner: a sentence may begin a line with it, and so may a title."""
_COPYRIGHT = re.compile(
    rf"^{_WHOSE} |"
    r"""
      ^(?:https?://)?(?:doi:?\s*)?10\.\d{4,9}/\S+$
    | \bISSN\b | © | \(c\)\s+\d{4} | ^doi\b | \bdoi:?\s*10\. | doi\.org/10\. | all\ rights\ reserved
    | ^\d{4}-\d{3}[\dX]/[\d$] | ^q\ (?:19|20)\d\d\b | ^\S?\ ?the\ authors?(?:\(s\))?,?\ (?:19|20)\d\d\b
    | \bIP\ address\W{1,3}\d{1,3}(?:\.\d{1,3}){2}
    | this\ content\ downloaded | all\ use\ subject\ to | downloaded\ from | terms\ of\ use
    | printed\ in\ (?:great|the|u) | ^published\ (?:by|online) | \bcreative\ commons\b
    | ^(?:this\ )?journal\ (?:is\ )?(?:indexed|abstracted)\b | ^(?:peer[ -])?review:\ (?:double|single|triple)-blind\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_UPSIDE_DOWN = re.compile(r"/[:-]sd[yn]\w\b|\bp[ae]p[ae]oju[mM]o[qg]\b", re.IGNORECASE)
"""``https://`` and ``Downloaded`` read from below: the stamp that a distributor sets along the edge of the page."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_DIRT = re.compile(r"^©\s?(?!by\b|the\b|d[aeiou][rs]?\b|van\b|von\b)[a-zà-ÿ]")
_SIGN_FOR_LABEL = re.compile(rf"^©\s?(?!.*\b(?:1[5-9]|20)\d\d\b)[{CAPITALS}].*\d")
"""What a reader may make of a note's raised label: a copyright line has a year or no number at all."""
_SIGN_BEFORE_REFERENCE = re.compile(r"^©\s?(?:See|Id\.|Ibid|Cfr?\.|Supra|Infra|Vgl\.|Ebd\.|Voir)(?=\W)")
"""The same, whatever number is behind it: ``© See above, pp. 2041-43``. Nobody owns a reference."""
_OWNER = re.compile(
    rf"^(?:{_WHOSE}|"
    r"©|[q#]\s(?=(?:the\sauthors?(?:\(s\))?,?\s)?(?:19|20)\d\d\b)|\d{4}-\d{3}[\dX]/[\d$]|\(c\)\s+\d{4}|doi:?\s*(?:https?://|10\.)|https?://(?:dx\.)?doi\.org/)",
    re.IGNORECASE,
)
"""A line of the first page, wherever it stands, that says whose the article is or what its DOI is, or, by the ISSN and
numbers behind it, to whom a copy is paid: ``5555-0184/63/1203-0004$10.00``. Fonts have © at the place of q or #."""
_SITE = re.compile(r"^www\.[\w-]+(?:\.[\w-]+)+/?$", re.IGNORECASE)
"""The publisher's site, under the line that says whose the article is."""
_SIGNATURE = re.compile(r"^(?:[A-Z]{1,2}\s?\d{0,2}|[1-9]\d?\s?\*?|Vol\.\s.{1,30}[A-Z])$")
_VOLUME_SIGNATURE = re.compile(
    r"^(?:[\dIl]{1,3}\s?[-–—]\s?\d{1,2}|(?:VOL\.|T\.|[A-Z]\.\s?[A-Z]\.)\s?[IVXLC]+\.?(?:\s\w{1,3})?)$"
)
"""The signature of a sheet with the volume or the book before it, set to the right: ``1—2``, ``VOL. I. C``."""
_NUMBERED = re.compile(r"^\W?\d{1,3}[.)\]\s]")


def stamps_of(pages: Sequence[Sequence[Row]]) -> frozenset[str]:
    """Last rows that three pages and a third of all share: nothing that an author writes repeats so.

    Notes do, ``29. See id. at 150.`` and ``59. See id. at 194.``, or ``(1) Ibid., p. 384.`` and ``(1) Ibid., p. 391.``,
    but not all their numbers stay or run with the pages.
    """
    seen: dict[str, dict[int, list[int]]] = {}
    first_reading: dict[str, str] = {}
    recent: deque[list[str]] = deque(maxlen=FACING)
    for index, rows in enumerate(pages):
        own: list[str] = []
        last = [row for row in rows[-BLOCK:] if row.line.box or row in rows[-3:]]
        for row in {row.span: row for row in (*last, *lowest(rows))}.values():
            text = _stamped(row)
            if (len(text) >= SHORTEST or _is_mark(row, rows)) and not _is_labelled(row):
                known = first_reading.setdefault(text, _alike(text, recent, first_reading))
                seen.setdefault(known, {})[index] = [int(number) for number in _NUMBER.findall(row.text)]
                own.append(text)
        recent.append(own)
    often = {text: numbers for text, numbers in seen.items() if len(numbers) >= max(STAMPED, len(pages) / 3)}
    stamps = {text for text, numbers in often.items() if _runs_with_pages(numbers)}
    return frozenset(text for text, known in first_reading.items() if known in stamps)


SHORTEST = 8
"""Letters of a line that notes do not share by chance."""


def _is_mark(row: Row, rows: Sequence[Row]) -> bool:
    """Whether a row ends the page in larger type than the row above: Springer's mark, which the font spells ``123``."""
    return len(rows) > 1 and row is rows[-1] and row.line.size >= LARGE * rows[-2].line.size > 0


def _alike(text: str, recent: Iterable[Sequence[str]], first_reading: Mapping[str, str]) -> str:
    """What a text was first read as: a long one of which the pages before have all but a letter or two of a scan."""
    if len(text) < LONG:
        return text
    near = (other for texts in recent for other in texts if len(other) >= LONG)
    return next((first_reading[other] for other in near if fuzz.ratio(text, other) >= SAME), text)


FACING = 2
"""Pages before one that show its foot: left and right pages may differ."""
LONG = 20
"""Letters of a line in which a few may be misread."""
SAME = 90.0
"""Likeness of two readings of one line, of 100."""
_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
BLOCK = 8
"""Rows that a licence in several languages and the addresses of a journal take at the foot of every page."""


def _runs_with_pages(numbers: Mapping[int, Sequence[int]]) -> bool:
    """Whether every number in a text that pages share is mostly one number, or as far apart as the pages: a folio."""
    return all(
        _stays_or_runs({index: given[place] for index, given in numbers.items() if place < len(given)}, len(numbers))
        for place in range(max(map(len, numbers.values())))
    )


def _stays_or_runs(given: Mapping[int, int], pages: int) -> bool:
    """The same of one number of the text, by page; one that most pages do not have says nothing."""
    alike = Counter(given.values())
    apart = Counter(number - index for index, number in given.items())
    most = max([*alike.values(), *apart.values()], default=0)
    return 2 * len(given) <= pages or 2 * most > len(given)


def _is_labelled(row: Row) -> bool:
    """Whether raised ink or a reference mark begins the row: a note that cites one book on many pages is no stamp."""
    return row.text[:1] in SYMBOLS or any(call.raised and call.start <= row.start + 1 for call in row.line.calls)


_COUNTED = re.compile(r"(?:page|seite|página|pagina)\s\d+\s(?:of|von|sur|de|di)\s(\d+)$", re.IGNORECASE)
"""A distributor counts the pages of his file: ``Page 3 of 12``."""


SEVERAL = 3
"""DOIs on a first page: its own may be printed twice, in capitals and otherwise, or with a version of it."""


def _stamped(row: Row) -> str:
    """The letters of a row; of one with few, ``Jg. 1/2020``, all of it, unless it may be a note: ``1 HR, p. 2``."""
    own = letters(row.text)
    if counted := _COUNTED.match(row.text):
        return f"page of {counted[1]}"
    return own if len(own) >= SHORTEST or _NUMBERED.match(row.text) else row.text.casefold()


def foot_matter(rows: Sequence[Row], witnesses: Witnesses, *, first: bool, last: bool) -> dict[tuple[int, int], Zone]:
    """Copyright and signature lines among the last rows; on the first page up to five, for they are printed there.

    At the end of the last page they may stand under the notes, in the type of the text. What a distributor sets along
    the edge of the page, read behind all other rows, is under none of them.
    """
    across = [row for row in rows if not is_turned(row)]
    along = (row for row in rows if is_turned(row) and (_stamped(row) in witnesses.stamps or is_copyright(row)))
    return _at_foot(across, witnesses, first=first, last=last) | {row.key: Zone.COPYRIGHT for row in along}


def _at_foot(rows: Sequence[Row], witnesses: Witnesses, *, first: bool, last: bool) -> dict[tuple[int, int], Zone]:
    """The same of rows that run across the page."""
    stamps = witnesses.stamps
    # Notes of the first page that cite articles by their DOIs have several; the article has one.
    one = first and len({doi.casefold() for row in rows for doi in _DOI.findall(row.text)}) < SEVERAL
    owners = (row for row in rows if first and names_owner(row) and len(row.text) < LONGEST_OWNED)
    found = {
        row.key: Zone.COPYRIGHT for row in owners if one or not _is_cited(row, rows, witnesses.measures, first=False)
    }
    unstamped = [row for row in rows if _stamped(row) not in stamps]
    found |= _licence(unstamped, witnesses.measures, last=last) if first or last else {}
    found |= _citation_of_itself(unstamped, first=first, last=last)
    tail = list(rows[-5:] if first else rows[-3:])
    for row in reversed(rows[-BLOCK:]):
        stamped = _stamped(row) in stamps and not _is_labelled(row)
        if found.get(row.key) is Zone.COPYRIGHT:
            continue
        if all(row is not other for other in tail) and (not stamped or not _is_in_block(row, witnesses.measures)):
            break  # further up a row is of the foot only in one block with others that the pages share
        owned = is_copyright(row) and not _is_cited(row, rows, witnesses.measures, first=one)
        if stamped or owned or _ends_stamp(row, rows) or _names_scanner(row, rows, witnesses.measures):
            found[row.key] = Zone.COPYRIGHT
        elif _is_of_signature(row, rows, found, witnesses.measures):
            found[row.key] = Zone.SIGNATURE
        elif first and (
            _heads_copyright(row, rows, found, witnesses.measures)
            or _names_journal(row, witnesses)
            or (row is rows[-1] and _SITE.match(row.text) and any(map(is_copyright, rows[-2:-1])))
        ):
            found[row.key] = Zone.COPYRIGHT
        elif not _is_bare_number(row):
            break
    if first:
        cited = [rows[at] for at in range(1, len(rows)) if _stands_on_owner(rows, at, found, witnesses.measures)]
        found |= {row.key: Zone.COPYRIGHT for row in cited}
    found |= _under_columns(rows, witnesses)
    return found | dict.fromkeys(_in_bar(rows, witnesses), Zone.COPYRIGHT)


def _in_bar(rows: Sequence[Row], witnesses: Witnesses) -> list[tuple[int, int]]:
    """Rows level with or under a stamp that white sets off: a library puts a bar under a page, with its mark.

    Of a bar the small words are read another way on every page, so that pages share only some of its rows.
    """
    stamped = (row for row in rows[-BLOCK:] if _stamped(row) in witnesses.stamps and not _is_labelled(row))
    tops = (row.line.box.top for row in stamped if row.line.box and 2 * row.line.box.top > row.page.height)
    for top in sorted(tops):
        inside = [row for row in rows if row.line.box and row.line.box.bottom > top]
        over = max((foot_of(row) for row in rows if row.line.box and row.line.box.bottom <= top), default=0)
        if top - over >= WHITE_OVER_BAR * witnesses.measures.leading > 0 and len(inside) <= BLOCK:
            return [row.key for row in inside]
    return []


WHITE_OVER_BAR = 2.0
"""Lines of white over a bar: the margin of the page."""


def _under_columns(rows: Sequence[Row], witnesses: Witnesses) -> dict[tuple[int, int], Zone]:
    """The lowest rows of the page, where they are read between its columns, if they are such as other pages have."""
    between = [row for row in lowest(rows) if row is not rows[-1]]
    stamped = [row for row in between if _stamped(row) in witnesses.stamps and not _is_labelled(row)]
    return {row.key: Zone.COPYRIGHT for row in stamped}


def lowest(rows: Sequence[Row]) -> list[Row]:
    """The rows on the lowest line of the page, in whatever order they are read."""
    placed = [row for row in rows if row.line.box]
    foot = max(map(foot_of, placed), default=0)
    return [row for row in placed if row.line.box and foot - foot_of(row) < row.line.box.height / 2]


def _is_in_block(row: Row, measures: Measures) -> bool:
    """Whether a row is smaller than the text, and not wholly beside it: as a side note, or a title along the edge."""
    beside = 0 < measures.width(row) <= max(measures.indent(row), measures.shortfall(row))
    return row.line.box is not None and measures.relative_size(row) < NOT_BODY and not beside


def _is_of_signature(row: Row, rows: Sequence[Row], found: Mapping[tuple[int, int], Zone], measures: Measures) -> bool:
    """Whether a row is the last of its page and a signature, or stands on one line with it; stamps may stand below."""
    position = next(index for index, other in enumerate(rows) if other is row)
    below = [other for other in rows[position + 1 :] if found.get(other.key) is not Zone.COPYRIGHT]
    if not below:
        return position > 2 and _is_signature(row, measures)
    return found.get(below[-1].key) is Zone.SIGNATURE and _leads_to(row, below[-1], measures)


def _is_signature(row: Row, measures: Measures) -> bool:
    """Whether a last row is the printer's mark of a sheet; one with a volume must stand apart from the left margin."""
    apart = row.line.box is not None and measures.indent(row) >= APART
    marked = _VOLUME_SIGNATURE.match(row.text) or _SHEET.match(row.text) or _is_title_with_sheet(row, measures)
    return bool(_SIGNATURE.match(row.text)) or (apart and bool(marked))


def _is_title_with_sheet(row: Row, measures: Measures) -> bool:
    """Whether a row is a short title or the volume, and far behind it the number of a sheet: ``N° 5.      16``."""
    before, number = ([word.box for word in row.line.words[-2:]] + [None, None])[:2]
    if before is None or number is None or not _SHEET.match(row.text.split()[-1]):
        return False
    return number.left - before.right >= FAR * measures.body_size > 0 and len(row.text) < LONGEST_TITLE


def _leads_to(row: Row, signature: Row, measures: Measures) -> bool:
    """Whether a row is the title or the volume before the number of a sheet (``Bd. I.``), far from it on its line."""
    title, number = row.line.box, signature.line.box
    if title is None or number is None or not measures.body_size or not _SHEET.match(signature.text):
        return False  # before other marks stand the cells of a table
    level = abs(foot_of(row) - foot_of(signature)) < number.height / 2
    return level and number.left - title.right >= FAR * measures.body_size and len(row.text) < LONGEST_TITLE


_SHEET = re.compile(r"^\d{1,2}\.?\s?\*?$")
FAR = 4.0
"""Ems between the title and the number of a sheet: no two words of a line stand so far apart."""
LONGEST_TITLE = 30
"""Characters of a title at the foot of a sheet."""
APART = 2.0
"""Ems from the left margin at which no line of text or notes begins that ends right behind."""


def _licence(rows: Sequence[Row], measures: Measures, *, last: bool) -> dict[tuple[int, int], Zone]:
    """All at the foot of the first page from the owner's line on, or the journal's over it, which white sets off.

    On the last page its type need not be smaller, nor the white much: nothing of the text follows it.
    """
    if last and is_distributors(rows):
        return {row.key: Zone.COPYRIGHT for row in rows}
    for position in range(max(1, len(rows) - LICENCE), len(rows)):
        below, white = rows[position:], gap_before(rows[position], rows[position - 1], measures.leading)
        apart = white >= (WHITE_AT_END if last else WHITE)
        untold = rows[position].line.box is None  # a dump shows no type, and its white is a blank line
        smaller = last or untold or measures.relative_size(rows[position]) < CLEARLY_SMALLER
        if apart and smaller and _begins_with_owner(below) and not any(map(_is_note, below)):
            return {row.key: Zone.COPYRIGHT for row in below}
    return {}


_CITE_AS = re.compile(
    r"^\W*(?:(?:how\sto\s|to\s)?cite(?:\sthis(?:\s(?:article|paper|chapter))?(?:\sas)?)?|recommended\scitation|zitiervorschlag"
    r"|pour\sciter(?:\scet\sarticle)?|cómo\scitar(?:\seste\sartículo)?|come\scitare)\s*(?::\s*|$)",
    re.IGNORECASE,
)
_DOI_AT_END = re.compile(r"10\.\d{4,9}/\S+$")
LONGEST_CITATION, CITATION_BOX = 5, 14
"""Rows in which a journal says how its article is to be cited, and those of the box at its end, with the licence."""


def _citation_of_itself(rows: Sequence[Row], *, first: bool, last: bool) -> dict[tuple[int, int], Zone]:
    """What the journal says of how to cite the article: on the first page up to its DOI, at the end all that is left.

    At the end a licence, or whose the article is, must stand behind it.
    """
    for position, row in enumerate(rows if first or last else ()):
        if not _CITE_AS.match(row.text):
            continue
        below = rows[position:]
        if last and len(below) <= CITATION_BOX and any(map(is_copyright, below)):
            return {other.key: Zone.COPYRIGHT for other in below}
        ends = [end for end, other in enumerate(below[:LONGEST_CITATION], 1) if _DOI_AT_END.search(other.text)]
        if first and ends:
            return {other.key: Zone.COPYRIGHT for other in below[: ends[0]]}
    return {}


def _is_note(row: Row) -> bool:
    """Whether a row under the owner's begins with a number or a mark; that of the publisher's house is none.

    Nor is what a reader makes of the stamp that a distributor sets along the edge: ``$202 Jequiaydas``.
    """
    if row.text[:1] in SYMBOLS:
        return True
    return bool(_NUMBERED.match(row.text)) and not _HOUSE.match(row.text) and not _UPSIDE_DOWN.search(row.text)


_HOUSE = re.compile(
    rf"\d{{1,4}}\s(?:[{CAPITALS}]\w*\.?\s){{0,3}}?(?:Avenue|Ave\.|Street|St\.|Road|Rd\.|Square|Boulevard)\b"
)
"""``655 Avenue of the Mole, New York``: the publisher's address under his copyright line."""


def is_distributors(rows: Sequence[Row]) -> bool:
    """Whether a distributor has added a page, on which he says whose the journal is and how it may be used."""
    return 0 < len(rows) <= LICENCE and bool(_PROPERTY.match(rows[0].text))


_PROPERTY = re.compile(r"copyright of .+ is the property of\b", re.IGNORECASE)


def _begins_with_owner(rows: Sequence[Row]) -> bool:
    """Whether the first row is the owner's, or cites with the next the journal that he owns."""
    if names_owner(rows[0]):
        return True
    owned = any(names_owner(row) or _IN_CIRCLE.match(row.text) for row in rows[1:3])
    return any(map(is_masthead, rows[:2])) and owned


_IN_CIRCLE = re.compile(rf"c\s(?:{_YEAR.pattern}\s)?[{CAPITALS}]")
"""The sign of TeX, a letter in a drawn circle: ``c Garth Press`` under the journal's name."""


WHITE, WHITE_AT_END = 0.3, 0.1
"""Lines of white over a licence: on the first page, and on the last."""
LICENCE = 8
"""Lines that the owner, the licence and the day of publication take at the foot of a first or last page."""


def _heads_copyright(row: Row, rows: Sequence[Row], found: dict[tuple[int, int], Zone], measures: Measures) -> bool:
    """Whether the journal's name and year end the first page, or head its copyright lines, apart from the notes.

    White sets it off, or less white and type that is smaller than that of the notes.
    """
    position = next(index for index, other in enumerate(rows) if other is row)
    below = [other for other in rows[position + 1 : position + 2] if not _is_bare_number(other)]  # the folio
    return (
        position > 0
        and is_masthead(row)
        and not _is_labelled(row)
        and _is_apart(row, rows[position - 1], measures)
        and all(found.get(other.key) is Zone.COPYRIGHT for other in below)
    )


def _is_apart(row: Row, above: Row, measures: Measures) -> bool:
    smaller = measures.relative_size(row) < SMALLER * measures.relative_size(above)
    return gap_before(row, above, measures.leading) >= (0.3 if smaller else 0.5)


def _stands_on_owner(
    rows: Sequence[Row], position: int, found: Mapping[tuple[int, int], Zone], measures: Measures
) -> bool:
    """Whether a row cites the journal right over the owner's line, though columns that are read later lie between."""
    row = rows[position]
    box = row.line.box
    if box is None or not is_masthead(row) or len(reference_values(row.text)) < CITED:
        return False
    owners = [other.line.box for other in rows if found.get(other.key) is Zone.COPYRIGHT and other.line.box]
    step = box.bottom - box.top  # to the owner's line, less than a line
    over = any(abs(owner.left - box.left) <= step and 0 <= owner.top - box.bottom < step for owner in owners)
    return over and _is_apart(row, rows[position - 1], measures)


CITED = 3
"""Values that a row states of the journal at least: its name and two numbers, or three."""


SMALLER = 0.93
"""Of the type above: the publisher's lines are set a size below the notes."""


def _names_journal(row: Row, witnesses: Witnesses) -> bool:
    """Whether a centred row at the foot of the first page cites the journal, or is the running head of other pages."""
    if not witnesses.measures.is_centred(row) or ends_sentence(row.text):
        return False
    head = any(letters(row.text) == letters(other.text) for rows in witnesses.tops.values() for other in rows[:2]
               if other is not row)  # fmt: skip
    return bool(reference_values(row.text)) or (head and len(letters(row.text)) >= 8)


def names_owner(row: Row) -> bool:
    """Whether it names the owner; where the second reader, too, has a number for the sign, it is a note with a year."""
    if _SIGN_BEFORE_REFERENCE.match(row.text):
        return False
    owned = bool(_YEAR.search(row.text)) and not _is_seen_as_number(row)
    return bool(_OWNER.match(row.text)) and (owned or not _is_text(row))


LONGEST_OWNED = 90
"""Characters of a line of the first page, wherever it stands, that says whose the article is."""


def is_copyright(row: Row) -> bool:
    """A copyright or licence line; one that begins with a number is a note that cites one."""
    if _UPSIDE_DOWN.search(row.text):
        return True
    numbered = _NUMBERED.match(row.text) or _is_text(row)
    label = row.line.box is None and bool(_SIGN_FOR_LABEL.match(row.text) or _SIGN_BEFORE_REFERENCE.match(row.text))
    text = row.text[label:]
    owned = "all rights reserved" in text.casefold()  # behind ``q 2025``, where the font has © at the place of q
    longest = LONGEST_STAMP if _DOWNLOADED.match(text) else LONGEST_LINE
    return bool(_COPYRIGHT.search(text)) and len(text) < longest and not numbered and (owned or not goes_on(row))


_DOWNLOADED = re.compile(r"downloaded from\b", re.IGNORECASE)
LONGEST_LINE, LONGEST_STAMP = 140, 200
"""Characters of a line of the publisher's, and of the distributor's, which runs from edge to edge."""


def _names_scanner(row: Row, rows: Sequence[Row], measures: Measures) -> bool:
    """Whether a row on the lowest line of a page, under white, is ``Digitized by Google``, however its mark is read."""
    last = lowest(rows)
    over = max((foot_of(other) for other in rows if other.line.box and other not in last), default=0)
    top = min((other.line.box.top for other in last if other.line.box), default=0)
    under_white = row in last and top - over >= WHITE_OVER_BAR * measures.leading > 0
    return under_white and len(row.text.split()) <= WORDS + 2 and bool(_GOOGLE.search(row.text))


_GOOGLE = re.compile(r"\bG[o0]\S{0,2}\s?gle\b|\bG\S{0,2}ogle\b")
"""Of five pages one reader wrote ``Google`` on three, ``Go gle`` and ``Gougle`` on the others."""


def _ends_stamp(row: Row, rows: Sequence[Row]) -> bool:
    """Whether a row goes on in the distributor's sentence: ``Downloaded from … subject to the terms of``, ``use``."""
    position = next(index for index, other in enumerate(rows) if other is row)
    above = rows[position - 1] if position else None
    return above is not None and bool(_DOWNLOADED.match(above.text)) and above.line.size == row.line.size


_DOI = re.compile(r"(?:\bdoi\W*)?(?:https?://)?(?:(?:dx\.)?doi\.org/)?10\.\d{4,9}/\S+", re.IGNORECASE)


def _is_cited(row: Row, rows: Sequence[Row], measures: Measures, *, first: bool) -> bool:
    """Whether a row with a DOI, and with no word of an owner, stands close under other text in its type.

    A note that cites an article ends so: ``Annals of Harbours 20 (1963), 51–70,`` over ``https://doi.org/10.…``. On the
    first page, where the article's own DOI may stand close under the notes, it must have words of the note.
    """
    if first and len(_DOI.sub(" ", row.text).split()) < WORDS:
        return False
    position = next(index for index, other in enumerate(rows) if other is row)
    if not position or row.line.box is None or not _DOI.search(row.text) or _COPYRIGHT.search(_DOI.sub(" ", row.text)):
        return False
    above = rows[position - 1]
    leading = measures.leading * measures.relative_size(row)
    under_text = not is_copyright(above) and len(above.text.split()) >= WORDS
    return under_text and measures.same_size(row, above) and gap_before(row, above, leading) < CLOSE


WORDS = 4
"""Words of a line of a note; a stamp may be read in pieces: ``available`` ``at``."""
CLOSE = 0.35
"""Lines of white within one note: its leading may be as wide as that of the text."""


def _is_text(row: Row) -> bool:
    """Whether what seems to be a sign of copyright is a note's label or dirt."""
    return _is_numbered(row) or _begins_with_dirt(row)


def _is_numbered(row: Row) -> bool:
    """Whether raised ink begins the row that a reader takes for a number; so Tesseract makes ``©`` of a raised 6 or c.

    Where no other reader sees the sign there, a year shows whether it is that of an owner.
    """
    return any(_is_label(call.readings, row) for call in row.line.calls if call.readings and stands_first(call, row))


def _is_seen_as_number(row: Row) -> bool:
    first = (call for call in row.line.calls if stands_first(call, row))
    return any(reading.reader == RAPIDOCR and reading.text.isdecimal() for call in first for reading in call.readings)


def _is_label(readings: Sequence[Reading], row: Row) -> bool:
    unconfirmed = [reading.reader for reading in readings if reading.text == "©"] == [TESSERACT]
    return readings[0].text.isdecimal() or (unconfirmed and not _YEAR.search(row.text))


def _begins_with_dirt(row: Row) -> bool:
    """Whether a ``©`` has a small letter and no year behind it: dirt in the margin of a line of the text."""
    return bool(_DIRT.match(row.text)) and not _YEAR.search(row.text)


def _is_bare_number(row: Row) -> bool:
    return bool(re.match(r"^\W*\w{1,4}\W*$", row.text))
