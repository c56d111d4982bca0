"""Line-end hyphens: joined, kept or left in doubt by the document's own evidence and a word list.

They are decided here and not in cleanup because only the article knows which line goes on: heads, notes and pages may
stand between the two halves of a word.
"""

import re

from pipeline.model import Join
from pipeline.vocabulary import Vocabulary, without_possessive

_BEFORE = re.compile(r"([^\W\d_]+(?:[’'-][^\W\d_]+)*)-$")
_AFTER = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_PREFIXES = frozenset({
    "anti", "co", "ex", "inter", "mid", "multi", "neo", "non", "post", "pre", "pro", "pseudo", "quasi", "re",
    "self", "semi", "sub", "trans", "ultra", "un", "well",
})  # fmt: skip
_CONJUNCTIONS = frozenset({"und", "oder", "bzw", "beziehungsweise", "sowie", "noch", "and", "or", "och", "og", "eller"})
"""Behind a hyphen they leave out the second half of a compound, as German does: ``Orts- und Personennamen``."""
_OF_ADJECTIVES = ("isch", "lich", "o", "ell", "iv", "al")
"""Ends of what German joins by a hyphen before a small letter: ``methodisch-theoretisch``, ``anglo-irisch``."""
_ENDINGS = {
    "de": re.compile(r"(?:(?:keit|heit|schaft|ung)(?:en)?|(?:lich|haft|bar|sam)(?:e[mnrs]?)?)"),
    "it": re.compile(r"(?:smo|simo|mento|menti|zione|zioni)"),
}
"""Language -> endings that make words and are none, though a list may know them: ``Obrigkeit-`` + ``lichen``."""
_IN_ENGLISH = frozenset({"mid", "self", "un", "well"})
"""Prefixes that take a hyphen in English alone: German ``un-`` never does."""
COMMON = 2.2
"""Zipf frequency from which a word list's knowledge of the joined word counts."""


def join_at_line_end(before: str, after: str, vocabulary: Vocabulary) -> Join:
    """How a line goes on in the next one.

    Args:
        before: the text up to the line end.
        after: the next line.
        vocabulary: the document's words and its languages.

    Returns:
        SOFT for ``exam-`` + ``ple``, HARD for ``well-`` + ``known``, DOUBTFUL without evidence, NOTHING after a closed
        dash or a slash, within an address, or where the hyphen is lost (``pamph`` + ``lets``), else SPACE, also for
        ``Orts-`` + ``und``.
    """
    if before.endswith("/") and _OPENS_ADDRESS.match(after):
        return Join.SPACE
    if before.endswith((" —", " –")):
        return Join.SPACE  # a dash that has a space before it has one behind it, or no line could end with it
    if before.endswith(("—", "/")) or (before.endswith("–") and after[:1].isdecimal()):
        return Join.NOTHING
    end = before[before.rfind(" ") + 1 :]  # of a paragraph that may be as long as the article
    if "://" in end and _GOES_ON.search(f"{end[-1]} {after}"):
        return _in_address(end, after, vocabulary) if end[-1] == "-" else Join.NOTHING
    first, second = _BEFORE.search(end), _AFTER.match(after)
    if not first or not second:
        if second and (last := _LAST.search(end)) and _is_torn(last[0], second[0], vocabulary):
            return Join.NOTHING
        number = re.search(r"\d-$", end) and after[:1].isdecimal()
        return Join.HARD if number else Join.SPACE
    if second.group() in _CONJUNCTIONS and not _is_word(first[1] + second.group(), vocabulary):
        return Join.SPACE  # Personen- und Ortsnamen: the hyphen stands for the rest of a word
    return _verdict(first[1], second.group(), vocabulary)


def _in_address(end: str, after: str, vocabulary: Vocabulary) -> Join:
    """A hyphen at a line end in an address is its own (``freedom-to-`` + ``marry``), but for words that are divided.

    Some presses have their program divide them: ``exter-`` + ``nal``. Such are commoner than one of their halves, or
    have halves that are no words, where the last part of the address has no other hyphen.
    """
    first, second = re.search(r"[^\W\d_]+(?=-$)", end), _LETTERS.match(after)
    if not first or not second or second[0][0].isupper():
        return Join.HARD
    halves = [vocabulary.frequency(half) for half in (first[0], second[0])]
    joined = vocabulary.frequency(first[0] + second[0])
    if joined >= WELL_KNOWN and joined > min(halves):
        return Join.SOFT
    several = "-" in end.rpartition("/")[2][:-1] or "-" in re.split(r"[\s/]", after, maxsplit=1)[0]
    return Join.HARD if several or min(halves) >= WELL_KNOWN else Join.SOFT


_LETTERS = re.compile(r"[^\W\d_]+")


def _is_torn(first: str, second: str, vocabulary: Vocabulary) -> bool:
    """Whether two pieces are one word whose hyphen the reader did not see: a thin stroke, or at the edge of the ink.

    One of them is no word, nor does the document have it elsewhere; together they are one.
    """
    if not second[0].islower() or min(len(first), len(second)) < SHORTEST:
        return False
    odd = any(vocabulary.is_unknown(half) and vocabulary.count(half) <= 1 for half in (first, second))
    return odd and vocabulary.frequency(first + second) >= WELL_KNOWN


_GOES_ON = re.compile(
    r"""
      ^ [-_=?&%\#~] \  [\w%=]               # no address ends so
    | ^ \. \  [a-z\d][\w%-]* (?:/|\.[\w-]+/)  # a domain or a DOI: perma. cc/…, doi.org/10. 1080/…
    | ^ \. \  (?:com|org|net|edu|gov|html?|pdf|php|aspx?)\b(?!\.\s)
    """,
    re.VERBOSE,
)
"""The last sign of an address, and the next line, where the address goes on in it."""
_OPENS_ADDRESS = re.compile(r"[\[(<]https?://")
_LAST = re.compile(r"[^\W\d_]+$")
SHORTEST = 2
"""Letters of a piece of a divided word."""
WELL_KNOWN = 2.5
"""Zipf frequency from which a word that lost its hyphen is known."""


def _is_word(text: str, vocabulary: Vocabulary) -> bool:
    return bool(vocabulary.count(text)) or vocabulary.frequency(text) >= COMMON


def _verdict(first: str, second: str, vocabulary: Vocabulary) -> Join:
    last, second = first.rsplit("-", 1)[-1], without_possessive(second)
    joined, kept = last + second, f"{last}-{second}"
    if second[0].isupper() and not first.isupper():
        return Join.HARD  # Sino-Soviet, Marxist-Leninist: no word is divided before a capital
    if "-" in first and _goes_on_compound(first, second, vocabulary):
        return Join.HARD
    votes = vocabulary.count(joined) - vocabulary.count(kept)
    if votes:
        return Join.SOFT if votes > 0 else Join.HARD
    if vocabulary.frequency(joined) >= COMMON or (vocabulary.is_known(joined) and vocabulary.is_unknown(second)):
        return Join.SOFT  # inter-jection: though a prefix begins the word, what follows it is none
    if vocabulary.told == "de" and last.istitle() and not last.endswith(_OF_ADJECTIVES):
        return Join.SOFT  # Gehalts-gesetz: a compound noun with a printed hyphen goes on with a capital
    if (ending := _ENDINGS.get(vocabulary.told)) and ending.fullmatch(second):
        return Join.SOFT
    if _is_prefix(last, vocabulary) or (vocabulary.is_known(last) and vocabulary.is_known(second) and len(last) > 3):
        return Join.HARD if vocabulary.frequency(second) >= 3 else Join.DOUBTFUL
    if vocabulary.frequency(joined) > 0 or not (vocabulary.is_known(last) and vocabulary.is_known(second)):
        # One half is no word of its own: the hyphen can only mark the line end (dic-tionary; Khru-shchev).
        return Join.SOFT
    return Join.DOUBTFUL


def _goes_on_compound(first: str, second: str, vocabulary: Vocabulary) -> bool:
    """Whether a compound goes on behind its small word, ``rule-of-law``, or ends as it begins, ``day-to-day``.

    The document's ``today`` is no reason to join: a word within a compound is seldom divided right behind such letters.
    """
    whole, last = first.split("-")[0], first.rsplit("-", 1)[-1]
    return whole.casefold() == second.casefold() or (last in _PARTICLES and vocabulary.is_known(second))


_PARTICLES = frozenset({"of", "to", "by", "for", "the", "and", "und", "à"})
"""Small words within compounds that are hardly ever a syllable of another word."""


def _is_prefix(text: str, vocabulary: Vocabulary) -> bool:
    english = vocabulary.told in {"", "en"} or text.casefold() not in _IN_ENGLISH
    return english and text.casefold() in _PREFIXES
