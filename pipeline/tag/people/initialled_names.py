"""People by their initials: `B. T. Kulik`, `Ada M. Zubok`, `R. Tobias Quell`."""

import re
from collections.abc import Iterator

from pipeline.letters import CAPITALS
from pipeline.tag.people.full_names import may_be_given_name
from pipeline.tag.people.person_names import COMMON_FAMILY, INITIAL
from pipeline.tag.words.name_tables import ADDRESSES, HEADS, LEADS
from pipeline.tag.words.tokens import FUNCTION_WORD, commonness

_INITIALS = re.compile(
    # A speck makes a colon of the stop of the initial that opens a note: `B: T. Kulik`.
    rf"(?<![\w.])(?<!\b[Vv]ol\.\s)(?<!\b[Bb]d\.\s)(?<!\b[Tt]\.\s)(?<!\b[zZ]\.\s)(?<!\b[zZ]\.)(?:(?:(?<=^)|(?<=[.;]\s))[A-Z][:;]\s)?(?:{INITIAL}[\s-]?){{1,3}}(?P<surname>[^\W\d_A-Z]*[^\W\d_a-zß-ÿ][^\W\d_]*[^\W\d_A-Z][\w’-]*)(?![\w.])"
)
_ABBREVIATION = re.compile(
    r"(?:U\.\s?[SKN]|E\.U|D\.C)\."
    r"|(?:[NSEWMC]\.\s?)?D\.\s(?:Ohio|Iowa|Utah|Idaho|Maine|Alaska|Hawaii|Oregon|Kansas|Nevada|Montana|Maryland)\b"
)
"""`U.S. Army`, `U.N. Doc.`, `D.C. Circuit`; a district court: `S.D. Ohio`."""
KNOWN = 3.0
"""Zipf frequency from which a name behind an initial may be a given name: Glenn 4.4; Vossius 0."""
LONGEST_GIVEN = 20
"""Characters of a given name."""
_GIVEN_BEFORE = re.compile(rf"(?<![\w’'-])(?P<word>[{CAPITALS}][\w’-]{{1,{LONGEST_GIVEN - 1}}})\s$")
_FAMILY_BEHIND = re.compile(rf"\s(?P<word>[{CAPITALS}][a-zß-ÿ][\w’-]+)(?![\w.])")


def names_with_initials(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Spans of initials and a family name, with the given name before or behind them."""
    for found in _INITIALS.finditer(text):
        if found["surname"] not in HEADS and not _ABBREVIATION.match(found.group()):
            yield _beginning(text, found, language), _end(text, found, language)


def _beginning(text: str, found: re.Match[str], language: str) -> int:
    """At the given name before the initials, if one stands there."""
    before = _GIVEN_BEFORE.search(text, max(0, found.start() - LONGEST_GIVEN - 1), found.start())
    return before.start() if before and is_given(before["word"], language) else found.start()


def _end(text: str, found: re.Match[str], language: str) -> int:
    """Behind the family name: the next word, if the one behind the initials is a given name."""
    behind = _FAMILY_BEHIND.match(text, found.end())
    if behind is None or behind["word"] in ADDRESSES or behind["word"] in HEADS:
        return found.end()
    may = commonness(found["surname"]) >= KNOWN and commonness(behind["word"]) < COMMON_FAMILY
    return behind.end() if may and is_given(found["surname"], language) else found.end()


def is_given(word: str, language: str) -> bool:
    """Whether a word that stands where a given name may is one; no title, and none that begins a sentence (`See`)."""
    no_name = word in LEADS or word in ADDRESSES or word in HEADS or commonness(word) >= FUNCTION_WORD
    return not no_name and may_be_given_name(word, language)
