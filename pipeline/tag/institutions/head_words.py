"""Names with a telling head word: `Ministry of Foreign Affairs`, `Nanning Conference`, `Xushui County`.

The head of an English name is the last word before its first `of` or `for`, so `Center for Cold War Studies` is an
institution and `Second Plenum of the Seventh Party Congress` a meeting.
"""

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.model import EntityKind
from pipeline.tag.words.name_tables import FIRST_HEADS, HEADS, PERSON_TITLES, STATE_HEADS, word_set
from pipeline.tag.words.tokens import FUNCTION_WORD, Token, commonness, tokenise

_ARTICLES = word_set("Das Der Die Le La Les L El Il Lo O A Os As")
_RELATIONS = word_set("of for de du des der für zu di della d del dell delle degli dei do da dos das")
_INNER = _RELATIONS | word_set("and the la las los")
# A lone apostrophe parts an elided article from its noun: `Accademia dell’Arte`.
_GAPS = (" ", "–", "’s ", "'s ", " & ", "’ ", "’", "'", "\u00a0")
_SAINTS = word_set("St Ste Mt")
# Capitalised where a sentence or a quotation begins, and never part of a name at its start.
_NO_PART = word_set(
    """
    The A An When While As If In At On By From For To And But Thus Then Since After Before That This These Those His Her
    Their Its Our What Which Where Who With Both Although Though Because No Not
    """
)


class HeadedName(NamedTuple):
    """``text[start:end]`` with a head word that tells its kind; None for a law, which holds names and is none."""

    start: int
    end: int
    kind: EntityKind | None


def headed_names(text: str) -> Iterator[HeadedName]:
    """Names of at least two words whose head is in the table, from left to right."""
    for run in _runs(text):
        for part in _parts(run):
            name = _named(part)
            if name is not None:
                yield name if name.kind else _without_owner(text, name)


def _without_owner(text: str, name: HeadedName) -> HeadedName:
    """A law is not called by the state that made it: `Selwyn’s Lamp Act`."""
    owner = max(text.rfind(mark, name.start, name.end) for mark in ("’s ", "'s "))
    return name if owner < 0 else name._replace(start=owner + len("’s "))


def _runs(text: str) -> Iterator[list[Token]]:
    """Stretches of capitalised words, small words allowed between them."""
    run: list[Token] = []
    for token in tokenise(text):
        gap = text[run[-1].end : token.start] if run else ""
        follows = gap in _GAPS or (gap == ". " and run[-1].text in _SAINTS)
        if run and not (follows and (token.capital or token.text in _INNER)):
            yield run
            run = []
        if token.capital or run:
            run.append(token)
    if run:
        yield run


def _parts(run: list[Token]) -> Iterator[list[Token]]:
    """Cut a run where `and` follows a head word (`… Press and Stanford University`), or `and the` joins two names."""
    start = 0
    for index, token in enumerate(run):
        after = run[index + 1].text if index + 1 < len(run) else ""
        if token.text == "and" and (run[index - 1].text in HEADS or after == "the"):
            yield run[start:index]
            start = index + 1
    yield run[start:]


def _named(part: list[Token]) -> HeadedName | None:
    part = _bare(part)
    if len(part) > 1 and part[0].text in _ARTICLES and part[1].text in HEADS:
        part = part[1:]
    if len(part) > 1 and part[0].text in FIRST_HEADS:
        return HeadedName(part[0].start, part[-1].end, HEADS[part[0].text])
    stop = next((index for index, token in enumerate(part) if token.text in _RELATIONS), len(part))
    head = _head(part, stop)
    if head is None or len(part) < 2 or (head == 0 and stop != 1):
        return None
    last = _end_of_complement(part, stop) if head == stop - 1 and stop < len(part) else head
    kind = HEADS[part[head].text]
    if last == 0 or (last == head and head == 0):
        return None
    if kind is EntityKind.PLACE and last == head and head + 1 < len(part) and part[head + 1].capital:
        return None  # Weld County Herald
    return HeadedName(part[0].start, part[last].end, kind)


def _head(part: list[Token], stop: int) -> int | None:
    """Index of the last head word before the complement; names of states are left to the language model."""
    for index in range(min(stop, len(part)) - 1, -1, -1):
        word = part[index].text
        if word in HEADS and word not in STATE_HEADS:
            return index
    return None


def _end_of_complement(part: list[Token], stop: int) -> int:
    last = len(part) - 1
    while last >= stop and not part[last].capital:
        last -= 1
    return last


def _bare(part: list[Token]) -> list[Token]:
    """Without small words at the ends and the capital of a sentence at the start (`In Central Committee …`)."""
    part = list(part)
    while part and (
        not part[0].capital or part[0].text in _NO_PART or _is_opening(part[0]) or part[0].text in PERSON_TITLES
    ):
        part.pop(0)
    while part and not part[-1].capital:
        part.pop()
    return part


def _is_opening(token: Token) -> bool:
    return token.opens and commonness(token.text) >= FUNCTION_WORD and token.text not in HEADS
