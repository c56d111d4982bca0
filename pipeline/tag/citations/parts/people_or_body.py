"""The people, or the one body, of whom a whole stretch of text consists: `Merrow, Ada / Quell, Tom`, `Lampenamt`.

The signs around the stretch say that it is those who wrote or edited something, not how many they are: commas invert
names, part them, or stand within the name of a ministry (`Ministerium für Lampen, Dochte und Öl`).
"""

import re

from pipeline.model import CitedField, FieldKind
from pipeline.name_particles import NAME_PARTICLE
from pipeline.tag.citations.parts.names import may_be_author
from pipeline.tag.citations.wording.draft import field_in
from pipeline.tag.words.spans import Span, between
from pipeline.tag.words.tokens import CAPITAL

INITIALS = rf"(?:{CAPITAL}[a-z]?\.[-–\s]?){{1,4}}"
_NAME = rf"(?:{CAPITAL}[a-z]{{0,2}}\.-?){{1,3}}|(?:[a-z]{{1,2}}[’'])?{CAPITAL}[\w’'\u0300-\u036f-]*"
PERSON = rf"(?:(?:{NAME_PARTICLE})\s){{0,2}}(?:{_NAME})(?:\s(?:(?:{NAME_PARTICLE})\s){{0,2}}(?:{_NAME})){{0,4}}"
"""One person, family name last or alone; a town or a society may look so, too."""
AND = r"(?:und|and|u\.|&|et|y|e)"
_JOIN = re.compile(rf";\s|\s?/\s?|,?\s{AND}\s")
_SLASHED = re.compile(r"/|;\s")
_COMMA = re.compile(r",\s?")
_PERSON = re.compile(PERSON)
_GIVEN = re.compile(rf"{INITIALS}|{PERSON}")
_BODY = re.compile(
    r"(?:amt|bund|rat|tag|dienst|verband|verein|stiftung|ministerium|institut|zentrum|akademie|kommission|gesellschaft"
    r"|union|bank|behörde|agentur|anstalt|partei|kammer|ausschuss|ausschuß|gmbh)s?$"
    r"|^(?:bundes|landes)|^(?:minist|instit|commission|council|committee|consejo|congreso|comisi[óo]n|agency|office"
    r"|department|center|centre|grupo|association|organi[sz]ation|universi|secretar)",
    re.IGNORECASE,
)
"""A word of which no person is called, in a body's name: `Ministerio de Faros`, `Deutscher Lampenbund`."""
_ENDED = re.compile(r"[^\W\d_]{4,}\.\s|[^\W\d_]{4,}[?!]\s")
"""The end of a sentence, or of a title: no name has it."""
_IN_BODY = re.compile(
    rf"{CAPITAL}|[(–&-]|e\.$|(?:für|fuer|der|des|die|dem|den|das|und|zu|zur|zum|im|in|am|von|vom|of|the|for|on|and|de|del|della"
    r"|di|la|las|los|el|le|les|du|des|pour|para|per|para|y|e|et|gegen|ohne|mit|bei|beim|über|a|à)$"
)
"""A word that the name of a body has within it."""
_ADJECTIVE = re.compile(r"[a-zß-ÿ]{3,}e[rnms]?")
_FEW = 2
_NOUN = re.compile(
    r"(?:schaft|ung|heit|keit|tion|tionen|ungen|ismus|tät|nisse?|(?:isch|lich|ig|iv|ell|haft|sam|bar)e[rnms]?)$"
)
"""How German nouns and adjectives end, and no names: `Asymmetrische Lampen` is half a title."""


def people_or_body(text: str, start: int, end: int, kind: FieldKind) -> tuple[CitedField, ...]:
    """A field for each of the people, or one for the body; none where the stretch can be neither."""
    if _ENDED.search(text, start, end) or ", in " in text[start:end] or not may_be_author(text[start:end]):
        return ()
    return people_in_list(text, start, end, kind) or _body(text, start, end, kind)


def people_in_list(text: str, start: int, end: int, kind: FieldKind) -> tuple[CitedField, ...]:
    """A field for each of the people; none where the stretch, or a part of it, can be none.

    Only the first of a list may be inverted alone: what stands behind the comma of a later one is a title
    (`Ada Merrow / Tom Quell, Lampen und Dochte: …`).
    """
    parts = between(_JOIN, text, start, end)
    alone = [part for part in parts if not _COMMA.search(text, *part)]
    if is_body(text[start:end]) or (
        parts[0] in alone and len(alone) < len(parts) > 1 and _SLASHED.search(text, start, end)
    ):
        return ()
    read = [_between_commas(text, *part, kind) for part in parts]
    return tuple(field for fields in read for field in fields) if all(read) else ()


def is_body(name: str) -> bool:
    """Whether a word of it is one that bodies have and people have not."""
    return any(_BODY.search(word) for word in re.findall(r"[\w-]+", name))


def is_title_like(name: str) -> bool:
    """Whether a word of it ends as nouns and adjectives do, and no names."""
    return any(_NOUN.search(word) for word in re.findall(r"[\w-]+", name))


def _between_commas(text: str, start: int, end: int, kind: FieldKind) -> list[CitedField]:
    """`Merrow, Ada` is one, `Merrow, A., Quell, T.` and `Ada Merrow, Tom Quell` are two; none where it is neither."""
    parts = between(_COMMA, text, start, end)
    if all(" " in text[slice(*part)] and _PERSON.fullmatch(text, *part) for part in parts):
        return [field_in(text, kind, *part) for part in parts]
    if len(parts) == 1:
        return [field_in(text, kind, *parts[0])] if _PERSON.fullmatch(text, *parts[0]) else []
    if len(parts) % 2:
        return []
    pairs = list(zip(parts[::2], parts[1::2], strict=True))
    return [_inverted(text, *pair, kind) for pair in pairs] if all(_inverts(text, *pair) for pair in pairs) else []


def _inverts(text: str, family: Span, given: Span) -> bool:
    """A family name has no initial: `Tom Q. Merrow, Lampen` is no name turned round."""
    alone = "." not in text[slice(*family)]
    return alone and _PERSON.fullmatch(text, *family) is not None and _GIVEN.fullmatch(text, *given) is not None


def _inverted(text: str, family: Span, given: Span, kind: FieldKind) -> CitedField:
    value = f"{text[slice(*given)]} {text[slice(*family)]}"
    return CitedField(kind=kind, start=family[0], end=given[1], value=" ".join(value.split()))


def _body(text: str, start: int, end: int, kind: FieldKind) -> tuple[CitedField, ...]:
    """One name for the whole: words in capitals, with the small ones between them; or one word, or two.

    Who is said to be the editor may have adjectives, too: `Selwyner Institut für vergleichende Lichtkunde (Hg.)`.
    """
    words = text[start:end].split()
    told = kind is FieldKind.EDITOR
    known = all(_IN_BODY.match(word) or (told and _ADJECTIVE.fullmatch(word)) for word in words)
    named = known and re.match(CAPITAL, words[0]) and ("," not in text[start:end] or is_body(text[start:end]))
    return (field_in(text, kind, start, end),) if (named or len(words) <= _FEW) and end - start > _FEW else ()
