"""Where the notes of a dump's page begin: which lines at its foot begin with signs for a label, or have references.

A page whose second column stands behind the notes of the first is cut where its two feet are told best.
"""

import re
from collections.abc import Sequence

from pipeline.segment.measure import Measures
from pipeline.segment.notes.gaps import SHORT
from pipeline.segment.rows import Row, ends_sentence

_SIGNS = r"*°’'\"”‘“~>!?^®©™§†‡|}{<=¢+%"
DAMAGED = re.compile(
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
"""What a reader makes of a raised label at the start of a row, in front of the note's first word."""
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
BEGINS = 2.5
"""What a line that begins with signs speaks for the foot of the page."""
OWN_PAGE = 0.75
"""A page's notes begin in the lower three quarters of its lines; only long ones, carried on, stand higher."""
_FOLIO = re.compile(r"\W*\d{1,4}\W*")
GAIN = 3.0
"""What two columns must tell of their feet beyond what the page as one tells."""


def columns_of(page: Sequence[Row]) -> list[Sequence[Row]]:
    """The page cut where its feet are best told, if there the text goes on behind the notes of a first column."""
    cuts = [
        place
        for place in range(2, len(page))
        if page[place].line.blank_before and has_ended(page[place - 1 - _is_folio(page[place - 1])])
        if not _is_folio(page[place]) and not begins_with_signs(page, place, first=False)
    ]
    feet = [(_told_foot(page[:cut])[0] + _told_foot(page[cut:])[0], cut) for cut in cuts]
    gain, cut = max(feet, default=(0.0, 0))
    return [page[:cut], page[cut:]] if gain > _told_foot(page)[0] + GAIN else [page]


def _is_folio(row: Row) -> bool:
    """Whether a row is a lone number, as a folio under the first column is."""
    return bool(_FOLIO.fullmatch(row.text))


def foot_of_page(page: Sequence[Row]) -> int:
    """Index of the first row of the notes at the foot of a page; its length where there are none."""
    return _told_foot(page)[1]


def _told_foot(page: Sequence[Row]) -> tuple[float, int]:
    """How well a foot is told, and where it begins.

    Where it lies, most rows below begin with signs or have a reference, and few above; signs or white set it off.
    """
    best, foot, below = 0.0, len(page), 0.0
    for place in range(len(page) - 1, -1, -1):
        like = _like_note(page[place])
        signed = begins_with_signs(page, place, first=True)
        score = below + like + BEGINS * signed
        set_off = signed or (page[place].line.blank_before > 0 and not _GOES_ON.match(page[place].text))
        if set_off and place > (1.0 - OWN_PAGE) * len(page) and score > best:
            best, foot = score, place
        below += like + BEGINS * begins_with_signs(page, place, first=False)
    return best, foot


def _like_note(row: Row) -> float:
    """What a row says for being of a note, negative where it speaks for the text."""
    calls = sum(call.start > 2 for call in row.line.calls)
    return (1.0 if _REFERENCE.search(row.text) else -0.15) - 0.8 * calls


def begins_with_signs(page: Sequence[Row], place: int, *, first: bool) -> bool:
    """Whether a row begins with signs for a label, and not with a quotation.

    A note begins where a sentence has ended, or white lies before it; above the first one the text of the page may
    break off in the middle.
    """
    row = page[place]
    found = DAMAGED.match(row.text)
    if not found or (place and not first and not has_ended(page[place - 1]) and not row.line.blank_before):
        return False
    closing = _QUOTES.get(found["label"])
    text = " ".join(each.text for each in page[place : place + 2])[found.end("label") :]
    return closing is None or not re.search(rf"(?<=[\w.,;:?!]){re.escape(closing)}(?![^\W\d_])", text)


def has_ended(row: Row) -> bool:
    """Whether a sentence ends with a row; a line that breaks off behind ``GAUK, f.`` or ``pp.`` ends none."""
    return ends_sentence(row.text) and not _ABBREVIATION.search(row.text)


def may_begin(row: Row, previous: Row, measures: Measures) -> bool:
    """Whether a row without a sign may begin a note: the one before has ended early, and it does not go on."""
    early = measures.shortfall(previous) > SHORT or row.line.blank_before > 0
    return has_ended(previous) and early and not _GOES_ON.match(row.text)
