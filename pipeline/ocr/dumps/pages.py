"""Where the pages of a text dump without form feeds begin: its folios run in sequence, its running heads repeat.

Only a sequence counts: a lone number may be anything, but numbers that stand alone and rise by one from page to page
are folios. The longest such chain is found by dynamic programming over all candidates.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.ocr.dumps.running_heads import repeated_heads
from pipeline.roman_numerals import value_of

LONE_NUMBER = re.compile(r"\W*([0-9IlOo|]{1,4}|[ivxlc]{1,7})\W*")
BESIDE_HEAD = re.compile(r"(?P<before>\d{1,4})\s+(?P<head>\D.*)|(?P<head2>.*\S)\s+(?P<after>\d{1,4})")
DIGITS_FOR_LETTERS = str.maketrans({"I": "1", "l": "1", "|": "1", "O": "0", "o": "0"})
MAX_HEAD_WORDS = 12
MAX_NUMERAL = 5
"""Characters of a folio with what dirt made of it."""
MAX_GAP = 4
"""Folios that may be lost between two that were read."""
MIN_PAGE = 4
"""Printed lines of the shortest page."""
COVER_LINES = 120
# How distributors close their cover pages.
COVER_END = re.compile(
    r"""
    Full\ Terms\ &\ Conditions          # Taylor & Francis
    | page/terms-and-conditions
    | Your\ use\ of\ the\ JSTOR\ archive
    | All\ use\ subject\ to
    | Terms\ of\ Use                    # several university presses
    """,
    re.VERBOSE | re.IGNORECASE,
)


_IMPRINT = re.compile(r"\bISSN\b|©|\(c\)\s*\d{4}|\bdoi[:.]|all rights reserved|^\s*copyright\b", re.IGNORECASE)


_PAGE_MARK = re.compile(
    r"^\s*(?:[-=#*~_<\[({|]+!?-*\s*)?(?:page|seite|p\.|pág(?:ina)?\.?|pagina|file:)\s*:?\s*p?(?P<page>\d{1,4})"
    r"(?:\.(?:png|jpe?g|tiff?)|\s*(?:of|von|/|de|di)\s*\d{1,4})?\s*[-=#*~_>\])}|]*\s*$",
    re.IGNORECASE,
)
FEWEST_MARKS = 2


class Folio(NamedTuple):
    """A line that may be a folio."""

    row: int
    """Index into all lines, blank ones counted."""
    value: int
    head: str
    """The running head in the same line, letters only; empty for a lone number."""


def page_starts(lines: list[str]) -> list[int]:
    """Indices of the lines with which the pages begin; ``[0]`` where nothing can be inferred."""
    marks = page_marks(lines)
    if marks:
        return sorted({0, *marks})
    printed = [row for row, line in enumerate(lines) if line.strip()]
    order = {row: index for index, row in enumerate(printed)}
    chain = _longest_chain(_candidates(lines, printed), order)
    heads = _running_heads(lines, printed, order, chain)
    turns = _turns(lines, printed, order, chain, heads)
    starts = {0, *turns, *_cover_turn(lines, printed, turns)}
    starts |= _turns_at_heads(lines, printed, sorted(starts), chain, heads)
    return sorted(starts)


def page_marks(lines: Sequence[str]) -> list[int]:
    """Lines in which a program counts the pages: ``--- Page 3 ---``; none unless they count up by one throughout."""
    found = [(row, int(match["page"])) for row, line in enumerate(lines) if (match := _PAGE_MARK.match(line))]
    counted = all(other == one + 1 for (_, one), (_, other) in pairwise(found))
    return [row for row, _ in found] if len(found) >= FEWEST_MARKS and counted else []


def _letters(line: str) -> str:
    """What tells one running head from another; case counts, for a byline may say in small letters what it says."""
    return "".join(c for c in line if c.isalpha())


def _candidates(lines: list[str], printed: list[int]) -> list[Folio]:
    found = [folio for row in printed if (folio := _folio(row, lines[row].strip()))]
    repeats = Counter(folio.head for folio in found)
    return [folio for folio in found if not folio.head or repeats[folio.head] >= 2]


def _folio(row: int, line: str) -> Folio | None:
    lone = LONE_NUMBER.fullmatch(line)
    if lone:
        value = _value(lone[1])
        return Folio(row, value, "") if value else None
    beside = BESIDE_HEAD.fullmatch(line)
    if not beside or len(line.split()) > MAX_HEAD_WORDS:
        return None
    head = _letters(beside["head"] or beside["head2"])
    return Folio(row, int(beside["before"] or beside["after"]), head) if len(head) >= 4 else None


def _value(text: str) -> int:
    """The number; ``86l`` is 861, ``xiv`` is 14; 0 for what is none."""
    digits = text.translate(DIGITS_FOR_LETTERS)
    if any(c.isdecimal() for c in text) and digits.isdecimal():
        return int(digits)
    return value_of(text)


def _longest_chain(candidates: list[Folio], order: dict[int, int]) -> list[Folio]:
    """The best rising sequence of folios; empty where there is none of two at least."""
    best: list[tuple[float, int]] = []
    for index, folio in enumerate(candidates):
        steps = [(best[i][0] + _step(candidates[i], folio, order), i) for i in range(max(index - 200, 0), index)]
        best.append(max([(1.0, -1), *steps]))
    if not best or max(best)[0] < 2:
        return []
    index = max(range(len(best)), key=lambda i: best[i][0])
    chain = []
    while index >= 0:
        chain.append(candidates[index])
        index = best[index][1]
    return chain[::-1]


def _step(one: Folio, other: Folio, order: dict[int, int]) -> float:
    """What it is worth that ``other`` follows ``one``: less for every folio between them that was not read."""
    pages = other.value - one.value
    distance = order[other.row] - order[one.row]
    if not 1 <= pages <= MAX_GAP + 1 or distance < MIN_PAGE * pages:
        return -1e9
    return 1.0 - 0.3 * (pages - 1)


def _running_heads(lines: list[str], printed: list[int], order: dict[int, int], chain: list[Folio]) -> set[str]:
    """Lines beside a folio that come back elsewhere: what stands at the head of page after page."""
    counts = Counter(_letters(lines[row]) for row in printed)
    indices = [order[folio.row] for folio in chain]
    beside = {_letters(lines[row]) for index in indices for row in printed[max(index - 1, 0) : index + 2]}
    return {text for text in beside if counts[text] >= 2 and len(text) >= 4}


def _turns(
    lines: list[str], printed: list[int], order: dict[int, int], chain: list[Folio], heads: set[str]
) -> list[int]:
    """Where the pages turn at the folios of the chain."""
    lone = [folio for folio in chain if not folio.head]
    at_foot = _stand_at_foot(lines, printed, order, lone, heads)
    turns = []
    for folio in chain:
        index = order[folio.row]
        if folio.head or not at_foot:
            after_head = index > 0 and _letters(lines[printed[index - 1]]) in heads
            turns.append(printed[index - 1] if after_head and not folio.head else folio.row)
        elif index + 1 < len(printed):
            turns.append(_behind_imprint(lines, folio.row + 1))
    return turns


def _behind_imprint(lines: list[str], row: int) -> int:
    """The row after the copyright lines that stand under a folio at the foot, with a blank line between at most."""
    for under in range(row, min(row + 2, len(lines))):
        if lines[under].strip():
            return _behind_imprint(lines, under + 1) if _IMPRINT.search(lines[under]) else row
    return row


def _stand_at_foot(
    lines: list[str], printed: list[int], order: dict[int, int], lone: list[Folio], heads: set[str]
) -> bool:
    """Whether lone folios close their pages: a running head follows, or more white follows than precedes."""
    votes = 0
    for folio in lone:
        index = order[folio.row]
        before = printed[index - 1] if index > 0 else -1
        after = printed[index + 1] if index + 1 < len(printed) else len(lines)
        votes += _sign((after - folio.row) - (folio.row - before))
        votes += 3 * (after < len(lines) and _letters(lines[after]) in heads)
        votes -= 3 * (before >= 0 and _letters(lines[before]) in heads)
    first = order[lone[0].row] if lone else 0
    return votes > 0 or (votes == 0 and first >= MIN_PAGE)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _turns_at_heads(
    lines: list[str], printed: list[int], starts: list[int], chain: list[Folio], heads: set[str]
) -> set[int]:
    """Turns that no folio marks: a running head, told by its words, or after white or beside a number.

    Only where a folio is missing.

    The number is the folio, which the reader damaged: ``L722 JOURNAL OF LAMPS``.
    """
    found = set()
    beside = {folio.head for folio in chain if folio.head}
    repeated = repeated_heads(lines, printed)
    for row in printed:
        white = row >= 2 and not any(line.strip() for line in lines[row - 2 : row])
        at_head = (white and _letters(lines[row]) in heads) or _beside_number(lines[row]) in beside or row in repeated
        if not at_head or not _folio_missing(row, chain):
            continue
        begun = max(start for start in starts if start <= row)
        if sum(begun <= other < row for other in printed) >= 2 * MIN_PAGE:
            found.add(row)
    return found


def _beside_number(line: str) -> str:
    """The letters of a line without the numbers, read well or ill, at its ends; empty where there is none."""
    tokens = line.split()
    inner = tokens[_is_numeral(tokens[0]) : len(tokens) - _is_numeral(tokens[-1])]
    return _letters("".join(inner)) if len(inner) < len(tokens) <= MAX_HEAD_WORDS else ""


def _is_numeral(token: str) -> bool:
    return len(token) <= MAX_NUMERAL and any(character.isdecimal() for character in token)


def _folio_missing(row: int, chain: list[Folio]) -> bool:
    """Whether the folios around a line leave room for one that was not read."""
    return not any(one.row <= row <= other.row and other.value - one.value == 1 for one, other in pairwise(chain))


def _cover_turn(lines: list[str], printed: list[int], turns: list[int]) -> list[int]:
    """Where the article begins after a distributor's cover page: the line after its terms, if it names the journal."""
    limit = min([COVER_LINES, *turns])
    closing = [row for row in printed if row < limit and COVER_END.search(lines[row])]
    if not closing:
        return []
    end = closing[-1] + 1
    while end < len(lines) and lines[end].strip():
        end += 1
    opening = next((row for row in printed if row >= end), None)
    if opening is None:
        return []
    cover = {word for row in printed if row < end for word in re.findall(r"[^\W\d_]{4,}", lines[row].lower())}
    named = [word for word in re.findall(r"[^\W\d_]{4,}", lines[opening].lower()) if word in cover]
    return [opening] if len(named) >= 2 else []
