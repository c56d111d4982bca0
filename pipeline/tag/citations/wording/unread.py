"""Sources that a note seems to name although no citation was recognised: an Ibid. must not pass over them.

Ibid. is what the note before cites; a note of comment alone may be passed over, and that can only be said of one that
holds sentences and nothing that looks like a source.
"""

import re

from pipeline.tag.citations.wording.shelfmarks import PROSE
from pipeline.tag.citations.wording.title_ends import MONTH, YEAR

# Something is located: in a heavily damaged scan of a specimen two of eleven resolved citations led behind such a note.
_LOCATOR = re.compile(r"\b(?:pp?|l{1,2}|ff?|fols?|fos?|vols?|nos?|op|d|S|Bd)[.,]\s?\d|\b\d+/\d+")
_SOURCE = re.compile(
    rf"""
    https?://|www\.                                            # an address
    | \([^()]*{YEAR}[^()]*\) | \[{YEAR}\]                        # an imprint; the year of a report
    | \b(?!{MONTH})[^\W\d_a-zß-ÿ][\w.’/-]*,?\s{YEAR}(?=[,.;)]|\s?$)  # München 1987
    | ,\s\d{{1,4}}(?:\s?[-–—]\s?\d{{1,4}})?(?:\s?ff?)?\.?\s?(?:$|;)   # pages at the end
    | \b\d{{1,4}}\s(?:[A-Z][\w.&’]*\.\s){{1,6}}\d{{1,5}}\b              # 57 Tul. L. Rev. 1092
    | §|¶|\b[Aa]rts?\.\s?\d|\sv\.?\s[A-Z]|\b(?:cit|[Ss]upra)\b   # statutes, cases, words that refer back
    """,
    re.VERBOSE,
)


_NUMBER = re.compile(r"\d")
FEWEST = 3
"""Words that a sentence has more of."""

EXPLAINING = re.compile(r"\((?:[Qq]uoting|[Cc]iting|[Dd]iscussing|[Rr]eviewing|[Aa]lterations?\sin|[Ee]mphasis)\b")
"""How a bracket begins that says what a source quotes or what was done to the quotation."""
SECONDARY = re.compile(
    r"(?:\btrad(?:\.|uz(?:ione|\.)|uction)?,?\s(?:it|fr|ingl|ted|sp|esp|franç|all|angl)(?:\.|aliana\b|ancese\b|ançaise\b)"
    r"|\brist(?:ampa|\.)\sanast|\b[Ee]ngl(?:ish|\.)\strans|\b(?:[Rr]eprinted|repr\.|[Rr]epublished|[Rr]ist\.|ora|now|wieder"
    r"|wiederabgedruckt|abgedruckt|réimpr\.|repris|reproduit)\s(?:in|en|dans)\b:?\]?)[^;]*$"
    # (quoting Quell): Id. leaves out what explanatory brackets name (The Bluebook, rule 4.1).
    rf"|{EXPLAINING.pattern}[^()]*$"
)
"""Words that introduce another form of the same text, its translation or reprint, or what it quotes: Ibid. means it."""


def is_comment(text: str) -> bool:
    """Whether a note without citation says something, and names no source as far as can be seen."""
    return is_prose(text) and not names_source(text)


def _is_sentence(text: str) -> bool:
    """Mostly words in lower case, no number, and no name with a comma in front."""
    words = text.split()
    small = sum(word[0].islower() for word in words)
    return small * 2 >= len(words) > FEWEST and not _NUMBER.search(text) and not words[0].endswith(",")


def names_source(text: str) -> bool:
    """Whether something in the text looks like a source."""
    return (_LOCATOR.search(text) or _SOURCE.search(text)) is not None


def is_prose(text: str) -> bool:
    """Whether it is a sentence of the author's."""
    return _is_sentence(text) or PROSE.search(text) is not None


def lies_unread(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` seems to hold a citation before a semicolon: an Ibid. behind it means that one."""
    before, parted, _ = text[start:end].rpartition(";")
    return bool(parted) and names_source(f"{before};")


def ends_unread(text: str, start: int) -> bool:
    """Whether the rest of the note from ``start`` on seems to hold another citation behind a semicolon."""
    rest = text[start:]
    return ";" in rest and _LOCATOR.search(rest) is not None and not SECONDARY.search(rest)
