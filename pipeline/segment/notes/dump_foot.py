"""How the rows of notes begin whose labels were not read, in dumps and scans: with signs, or behind a finished note."""

import re
from collections.abc import Sequence

from pipeline.letters import CAPITALS
from pipeline.segment.measure import Measures
from pipeline.segment.notes.gaps import SHORT
from pipeline.segment.rows import Row, ends_sentence

_SIGNS = r"*°’'\"”‘“~>!?^®©™§†‡|}{<=¢+%"
DAMAGED = re.compile(
    rf"""
    ^(?P<label>
        [{_SIGNS}]{{0,2}}[\dA-Z]{{0,2}}\) (?=\s?[^\W\d_])               # ®) or "1) or ): the number stood in brackets
      | \([\d{_SIGNS}]{{1,3}}\) | \d{{1,2}}[{_SIGNS}]?\) (?=\s?[{CAPITALS}‘“«])   # (2°) or 9)
      | [{_SIGNS}]{{1,3}} (?: [\dSlIOBZ]{{1,2}} (?=\s) | \d{{1,2}} (?!\d) )?     # '® or 'S or *4
      | \d{{1,3}} (?: [{_SIGNS}]{{1,2}} | (?=\.?\s?[{CAPITALS}‘“«\[]|\s\d{{1,3}}\s[A-Z]) )   # 2” or 21
      | \d{{2}} (?= \s[a-zß-ÿ] )                                            # 27 ad locum
    )
    [.,:]?\s?(?=[^\W\d_]|[‘“«(\[]|\d{{1,3}}\s[A-Z])
    """,
    re.VERBOSE,
)
"""What a reader makes of a raised label at the start of a row, in front of the note's first word."""
_QUOTES = {"‘": "’", "“": "”", "'": "'", '"': '"', "’": "’", "”": "”"}
REFERENCE = re.compile(
    r"\b(?:ibid|idem|[itj]d[.,](?=\s|$)|supra|infra|https?:|op\. cit|loc\. cit|cf\.|pp?\.\s?\d|vols?\.|nos?\.\s?\d|"
    r"(?-i:See)\b|(?<=[;(]\s)see\b|(?<=\()see\b|see (?:also|generally|id)\b|"
    r"fols?\.|fos?\.|ff?\.\s?\d|eds?\.|ebd\.|ebenda|vgl\.|ders\.|hrsg\.|hg\.|a\.\s?a\.\s?o\.|s\.\s?\d|bd\.\s?\d|anm\.\s?\d|"
    r"éd\.|coll\.|voir\b|cit\.|cfr\.|tomo?\s[\divx]|t\.\s?[\divx]|"
    r"trans\.|ll?\.\s?\d|art\.\s?\d|\(?\d{4}\)?[,)]?\s?\d|\([^()]{2,40}:\s[^()]{2,40},\s\d{4}\))",
    re.IGNORECASE,
)
"""What notes have in most of their lines, and the text has seldom."""

_ABBREVIATION = re.compile(r"(?:^|(?<!\d)[\s(])(?!ff\.)(?:[a-z]{1,3}|[A-Z]|vols?|fols?|bde?|listy?)\.$")
"""At the end of a line, where a number is to follow; ``654 f.`` and ``ff.`` follow theirs."""
REPORT = r"\d{1,3}\s[A-Z]\.\s?(?:[A-Z]\.|\d|Ct\b|Supp\b|App\b)"
"""A volume of a report of cases or a title of a code: ``467 U.S. 20``, ``42 U.S.C. § 802``."""
_GOES_ON = re.compile(rf"(?!(?:[itj]d|ibid|ebd)\b|{REPORT})[a-zà-ÿ\d,;:.)\]]")
"""Of the words in small letters ``id.`` and ``ibid.`` begin notes, whose capital the reader took for a small letter; of
numbers those of reports."""


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
    """Whether a row without a sign may begin a note: the one before has ended early, and it does not go on.

    Behind a colon a note goes on with a list.
    """
    early = measures.shortfall(previous) > SHORT or row.line.blank_before > 0
    return has_ended(previous) and not previous.text.endswith(":") and early and not goes_on(row)


def goes_on(row: Row) -> bool:
    """Whether a row begins as what no note begins with: a small letter, a figure, a sign."""
    return bool(_GOES_ON.match(row.text))
