"""Who proposes: the language model and the rules, on every passage, as one list of trimmed spans."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from pipeline.model import EntityKind
from pipeline.name_particles import NAME_PARTICLES
from pipeline.tag.citations.parts.imprints import find_definitions, find_imprints, find_things
from pipeline.tag.institutions.head_words import headed_names
from pipeline.tag.institutions.unknown_institutions import is_body
from pipeline.tag.people.full_names import full_names
from pipeline.tag.people.initialled_names import is_given, names_with_initials
from pipeline.tag.people.offices import names_by_office
from pipeline.tag.people.person_names import (
    COMMON_FAMILY,
    REGNAL,
    byline_names,
    chinese_names,
    is_person_name,
    names_by_grammar,
    names_in_lists,
)
from pipeline.tag.places.place_words import names_beside_place_words
from pipeline.tag.titles.titles_of_works import authors
from pipeline.tag.vote.language_model import ModelSpan
from pipeline.tag.vote.passages import Passage, is_quiet
from pipeline.tag.vote.verdicts import BODY, COMMON_WORD, DOUBTFUL, LABELS, NOTE, RARE, RULE
from pipeline.tag.words.name_tables import ADDRESSES, LEADS, PERSON_TITLES, PLACE_WORDS, SPOKEN_SHORT
from pipeline.tag.words.spans import Proposal, Span, between, joined_parts, trim
from pipeline.tag.words.tokens import Token, adjacent, commonness, tokenise

_COMMA, _STOP = re.compile(r",\s"), re.compile(r"[,:;]\s")
"""The model takes `Facebook, Pinterest` for one name, and `United States: Brown`; a title may have a colon."""

_COMMONEST = 5.3
"""Zipf frequency up to which a word before a whole name says who it is: Author 5.0; Young 5.4 is a name itself."""
_CALLED = frozenset(pair.split(":")[0].capitalize() for pair in SPOKEN_SHORT)
"""Given names that are common words: `Will`."""


def propose(index: int, passage: Passage, seen: list[ModelSpan]) -> list[Proposal]:
    """All proposals for one passage, those of the model first, each trimmed and outside the quiet ranges.

    Imprints and bylines are pinned: their grammar leaves no doubt, and they count inside foreign words too.
    """
    if passage.byline:
        return [_pin(index, span, EntityKind.PERSON) for span in byline_names(passage.text)]
    free = [*_from_model(index, passage, seen), *_from_rules(index, passage)]
    kept = [proposal for proposal in free if not is_quiet(passage, proposal.start, proposal.end)]
    return kept + list(_from_imprints(index, passage))


def _pin(index: int, span: Span, kind: EntityKind) -> Proposal:
    return Proposal(index, *span, kind, RULE, pinned=True)


def _from_model(index: int, passage: Passage, seen: list[ModelSpan]) -> Iterator[Proposal]:
    for span in seen:
        if span.label not in LABELS:
            continue
        kind = LABELS[span.label]
        if partners := _partners(passage.text, span.start, span.end):
            for start, end in partners:
                yield Proposal(index, start, end, EntityKind.PERSON, NOTE if passage.note else BODY)
            continue
        for start, end in between(_STOP if kind else _COMMA, passage.text, span.start, span.end):
            bare = trim(passage.text, start, end)
            if bare and kind is EntityKind.ORG and _looks_like_a_person(passage.text, *bare):
                kind = EntityKind.PERSON
            if bare and kind in (EntityKind.ORG, EntityKind.PLACE) and _has_a_title(passage.text, *bare):
                kind = EntityKind.PERSON
            if bare and kind is EntityKind.PERSON:
                bare = _bare_person(passage.text, *bare)
            if bare:
                yield Proposal(index, *bare, kind, _weight(passage.text, bare, kind, note=passage.note))


def _partners(text: str, start: int, end: int) -> list[Span]:
    """Two people whom the model takes for one firm: `Ada Merrow & Tobias Quell`; nothing where it may be one.

    The last may be cut behind the given name: then only the first are told.
    """
    without_rank = ((low, low + len(text[low:high].split(",", 1)[0])) for low, high in joined_parts(text, start, end))
    spans = [bare for part in without_rank if (bare := trim(text, *part))]
    named = [text[slice(*span)].split() for span in spans]
    if len(spans) < 2 or len(named[0]) < 2 or not all(is_given(words[0], "en") for words in named):
        return []
    full = [span for span, words in zip(spans, named, strict=True) if len(words) > 1]
    return full if all(is_person_name(text[slice(*span)]) for span in full) else []


def _looks_like_a_person(text: str, start: int, end: int) -> bool:
    """No article, the last word rare: `Øyvind Eide`, not `Baotou Steel` nor `the Carnegie Endowment`.

    More than two words begin with a given name: `Gabino Cué Monteagudo`, `Niccolò de Pictis`; not `Nachlass Ada Quell`.
    Evidence: in 44 articles of an encoding journal 20 of 28 finds of two words of the small English model were persons,
    the others projects with foreign names; in twelve other articles eight of nine finds of three words and more were.
    """
    words = text[start:end].split()
    article = text[max(0, start - 4) : start].lower() == "the "
    capital = [word for word in words if word not in NAME_PARTICLES]
    if article or not 2 <= len(capital) <= 3 or not is_person_name(" ".join(words)):
        return False
    plain = all(word[0].isupper() and word.isalpha() and not word.isupper() and len(word) <= 13 for word in capital)
    if not plain or commonness(words[-1]) >= RARE:
        return False
    if len(words) == 2:
        return commonness(words[0]) < COMMON_WORD
    return all(is_given(words[0], language) for language in ("en", "de"))


def _has_a_title(text: str, start: int, end: int) -> bool:
    """A title and a name: `General de Gaulle`, `Pope Pius IX`; not `General Motors`, whose name is a word."""
    first, *rest = text[start:end].split()
    if first not in PERSON_TITLES or first == "Saint" or not rest or rest[-1] in ADDRESSES:
        return False
    numbered = len(rest) > 1 and REGNAL.fullmatch(rest[-1]) is not None
    return is_person_name(" ".join(rest)) and (numbered or commonness(rest[-1]) < COMMON_WORD)


def _weight(text: str, span: Span, kind: EntityKind | None, *, note: bool) -> float:
    """How far the model is believed: fully in prose; in notes only for a place after `in`, `near`, `from`.

    A single word that is no abbreviation is seldom an institution unless an article stands before it, and seldom a
    place unless a preposition does: there the small model is wrong more often than right (HIPE-2022 ajmc, train).
    """
    start, end = span
    before = (text[max(0, start - 20) : start].split() or [""])[-1]
    if kind is EntityKind.PLACE and before in PLACE_WORDS:
        return BODY
    name = text[start:end]
    lone = " " not in name and not name.isupper()
    doubtful = lone and (kind is EntityKind.PLACE or (kind is EntityKind.ORG and before.lower() != "the"))
    return (NOTE if note else BODY) * (DOUBTFUL if doubtful else 1.0)


def _bare_person(text: str, start: int, end: int) -> Span | None:
    """A person's name without titles and words that lead to it (`Suppose John`).

    It is cut where lower-case words begin (`Mao Zedong wenji`).
    """
    every = tokenise(text)
    first = bisect_left(every, start, key=lambda token: token.start)
    following = (every[place] for place in range(first, len(every)))
    words = list(takewhile(lambda token: token.end <= end, following))
    while words and (words[0].text in PERSON_TITLES or _leads(words) or _is_by(words)):
        words.pop(0)
    kept = 0
    while kept < len(words) and (words[kept].text[0].isupper() or words[kept].text in NAME_PARTICLES):
        if kept and not adjacent(text, words[kept - 1], words[kept]):  # Goethe’s Faust
            break
        kept += 1
    while kept and not words[kept - 1].text[0].isupper():
        kept -= 1
    return trim(text, words[0].start, words[kept - 1].end) if kept else None


def _leads(words: Sequence[Token]) -> bool:
    """`Suppose John`, `Historian Tal Quell`: a common word before a name, that is no given name itself.

    Within a sentence a given name must follow it; `Young` is one itself.
    """
    first, *rest = words
    if first.text in LEADS:
        return True
    common = commonness(first.text)
    before_name = len(rest) > 1 and RARE <= common < _COMMONEST
    opens = first.opens and common >= COMMON_FAMILY
    if not rest or not rest[0].text[0].isupper() or not (before_name or opens) or first.text in _CALLED:
        return False
    if is_given(first.text, "en"):
        return False
    return before_name if len(rest) > 1 and is_given(rest[0].text, "en") else opens


def _is_by(words: Sequence[Token]) -> bool:
    """`hrsg. von Ada Merrow`: the particle belongs to no name before a given name and a family name."""
    first, *rest = (word.text for word in words)
    return first in NAME_PARTICLES and len(rest) > 1 and rest[0][0].isupper() and is_given(rest[0], "en")


def _from_rules(index: int, passage: Passage) -> Iterator[Proposal]:
    text = passage.text
    for name in headed_names(text):
        if bare := trim(text, name.start, name.end):
            yield Proposal(index, *bare, name.kind, RULE)
    for spans, weight in _person_rules(passage):
        for span in spans:
            yield Proposal(index, *span, EntityKind.PERSON, weight)
    for span in names_beside_place_words(text, passage.language):
        if bare := trim(text, *span):
            yield Proposal(index, *bare, EntityKind.PLACE, RULE)
    definitions = find_definitions(text)
    things = find_things(text, definitions)
    for definition in definitions:
        body = is_body(text[slice(*definition.name)])
        for span in definition:
            yield Proposal(index, *span, EntityKind.ORG if body and span not in things else None, RULE)
    for span in things:
        yield Proposal(index, *span, None, RULE)


def _person_rules(passage: Passage) -> Iterator[tuple[Iterable[Span], float]]:
    """What each rule for persons finds, and how much it counts."""
    text = passage.text
    yield names_by_grammar(text), RULE
    if passage.note:
        yield names_in_lists(text, authors(text)), RULE
    yield names_with_initials(text, passage.language), 2 * BODY
    yield chinese_names(text), BODY
    if not passage.note:
        yield full_names(text, passage.language), BODY
        yield names_by_office(text, passage.language), RULE


def _from_imprints(index: int, passage: Passage) -> Iterator[Proposal]:
    if not passage.note:
        return
    for imprint in find_imprints(passage.text):
        for span in imprint.places:
            yield _pin(index, span, EntityKind.PLACE)
        if imprint.press and (bare := trim(passage.text, *imprint.press)):
            yield _pin(index, bare, EntityKind.ORG)
