"""Context votes: what the words beside a single-word name say about its kind, in every sentence of the document.

A small model takes `Tecmessa` for an institution and `Sophocles` for a place; the sentences around them
(`Tecmessa, who`, `Sophocles wrote`) know better.
"""

from collections.abc import Iterator

from pipeline.model import EntityKind
from pipeline.tag.vote.passages import Passage
from pipeline.tag.vote.verdicts import BODY, Ballot
from pipeline.tag.words.name_tables import PERSON_TITLES, word_set
from pipeline.tag.words.tokens import FUNCTION_WORD, Token, adjacent, commonness, tokenise

# After a name only persons take these; `said` and `claimed` are left out, since Moscow says and claims too.
_AFTER_PERSON = word_set("""
    who whose whom himself herself wrote writes thought thinks felt feels knew knows died dies died born lived lives
    married loved loves hated feared fears wept weeps remembered remembers read reads spoke speaks smiled translated
    translates edited edits conjectures conjectured reads quotes quoted cites cited observes observed remarks remarked
    """)
_BEFORE_PLACE = word_set("in at near throughout inside outside")
_BEFORE_PERSON = word_set("whose friend brother sister son daughter wife husband father mother poet")


def context_votes(passages: list[Passage], names: set[str]) -> Iterator[Ballot]:
    """One vote for each place of the prose where the words beside one of these single-word names are telling."""
    for passage in passages:
        tokens = tokenise(passage.text)
        for position, token in enumerate(tokens):
            if token.text in names and (kind := _kind(passage.text, tokens, position)):
                yield Ballot(token.text, kind, BODY)


def _kind(text: str, tokens: tuple[Token, ...], position: int) -> EntityKind | None:
    token = tokens[position]
    before = tokens[position - 1] if position else None
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    if after and after.text in _AFTER_PERSON and text[token.end : after.start] in (" ", ", "):
        return EntityKind.PERSON
    if not before or text[before.end : token.start] != " ":
        return None
    if before.text in _BEFORE_PERSON or (before.text.islower() and before.text.capitalize() in PERSON_TITLES):
        return EntityKind.PERSON
    noun = after is not None and adjacent(text, token, after) and commonness(after.text) < FUNCTION_WORD
    # "in Western literature": before a noun the name is an adjective.
    return EntityKind.PLACE if before.text in _BEFORE_PLACE and not noun else None
