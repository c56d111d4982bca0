"""Citations whose parts end with stops: `Ada Merrow: Die Lampen. Eine Geschichte. In: Hafenblätter 12 (1931)`.

So German and Swiss journals of the historical and cultural disciplines cite, and so do many bibliographies: people, a
colon, the title with its subtitles, then `In:` and a journal or a book, or the imprint at once. A stop ends no citation
there; what ends the title is what can only follow one: a town with a year, a journal with volume and year, `In:`.
"""

import re
from collections.abc import Iterator

from pipeline.model import CitedField, FieldKind
from pipeline.name_particles import NAME_PARTICLE
from pipeline.tag.citations.parts.ended_titles import behind_title, with_title
from pipeline.tag.citations.parts.names import may_be_author
from pipeline.tag.citations.parts.people_or_body import is_body, is_title_like, people_in_list
from pipeline.tag.citations.parts.title_parts import LEAST, LONGEST, OTHERS, ROLE, SAME, People
from pipeline.tag.citations.wording.draft import Call, Draft, field_of
from pipeline.tag.citations.wording.enclosures import is_enclosed
from pipeline.tag.citations.wording.title_ends import CITIES
from pipeline.tag.words.name_tables import word_set
from pipeline.tag.words.tokens import CAPITAL

_WORD = rf"(?:(?:{CAPITAL}\.-?){{1,3}}|{CAPITAL}[\w’'-]+)"
_PERSON = rf"{_WORD}(?:\s(?:{NAME_PARTICLE}\s){{0,2}}{_WORD}){{0,4}}"
_AND = r"(?:und|and|u\.|&|et)"
_NAMES = rf"{_PERSON}(?:(?:,\s|;\s|\s?/\s?|\s{_AND}\s){_PERSON}){{0,7}}"
_PEOPLE = re.compile(rf"(?:{SAME}|(?P<names>{_NAMES})){OTHERS}(?:{ROLE}:?|:)\s(?=[^\W_a-zß-ÿ]|[“‘«»„‚…\[(])")
"""The people, with the colon behind them."""
_PEOPLE_BEFORE = re.compile(
    rf"(?<![\w’'-])(?P<names>{_WORD}(?:\s{_WORD}){{1,3}}(?:\s{_AND}\s{_WORD}(?:\s{_WORD}){{1,3}})?)$"
)
"""Names in the middle of a sentence, right before their colon."""
_IN_SENTENCE = re.compile(r"[a-zß-ÿ]\s$|\b[zZ]\.\s?B\.\s$")
_NOUN = re.compile(r"(?:\w+(?:schaft|ung|heit|keit|tion|ismus|ik|tät|nis)|\w+-\w+|\w{12,})\s(?=\S+\s\S)")
"""A German noun, capitalised as names are: `von Sprache und Gesellschaft Ada Merrow: Lampen`."""
_ARTICLE = re.compile(r"\b(?:[dD](?:er|ie|as|em|en|es)|[zZ]u[mr]|[iI]m|[vV]om|[bB]eim|[aA]m)\s$")
"""Behind an article stands a noun: `zur Debatte Ada Merrow: Lampen`."""
_FIRST_WORD = re.compile(r"\S+\s(?=\S+\s\S)")
_FOR_EXAMPLE = re.compile(r"(?<=[zZ]\.\s)B\.\s")

_NO_NAME = word_set("Der Die Das Des Dem Den Ein Eine Einen Einer Im Am Vom Dazu Hierzu Zuletzt Frühe Alle")
_PEOPLE_LOOK_BACK = 90
"""Characters before a colon in which the names are sought that a sentence leads up to."""
_LEAST = 2
"""Words of a name that a sentence leads up to."""


def colon_citations(text: str, strong: frozenset[int]) -> Iterator[Draft]:
    """Every citation of this style, from left to right.

    Args:
        text: the note.
        strong: where a citation is likely to begin: the people stand right there. Elsewhere a sentence must lead up
            to them (`… zeigt Ada Merrow: Die Lampen. Wien 1931`).
    """
    done = 0
    for colon in re.finditer(r"[:)]:?\s", text):
        if colon.start() < done:
            continue
        places = _starts(text, colon.start(), strong, done)
        draft = next((one for place in places if (one := colon_citation_at(text, place))), None)
        if draft is not None:
            done = draft.end
            yield draft


def _starts(text: str, colon: int, strong: frozenset[int], done: int) -> Iterator[int]:
    """Where the people before this colon may begin."""
    for place in sorted(one for one in strong if done <= one < colon and colon - one < LONGEST):
        people = _PEOPLE.match(text, place)
        if people is not None and people.end() > colon >= people.start():
            yield place
    before = _PEOPLE_BEFORE.search(text, max(done, colon - _PEOPLE_LOOK_BACK), colon) if text[colon] == ":" else None
    if before is None or is_enclosed(text, colon):
        return
    example = _FOR_EXAMPLE.match(text, before.start())
    start = example.end() if example else before.start()
    if not _IN_SENTENCE.search(text, max(0, start - 6), start):
        return
    noun = _NOUN.match(text, start, colon)
    if noun is None and _ARTICLE.search(text, max(0, start - 6), start):
        noun = _FIRST_WORD.match(text, start, colon)
    start = noun.end() if noun else start
    if len(text[start:colon].split()) >= _LEAST and not _PEOPLE.match(text, colon + 2):
        yield start


def colon_citation_at(text: str, place: int) -> Draft | None:
    """The citation of this style that begins at ``place``; None where nothing shows that it is one."""
    people = _people_at(text, place)
    if people is None:
        return None
    part = behind_title(text, people.end)
    if part is None or part.title_end - people.end < LEAST:
        return None
    return with_title(text, place, people, part)


def _people_at(text: str, place: int) -> People | None:
    found = _PEOPLE.match(text, place)
    if found is None:
        return None
    if found["same"]:
        return People((field_of(FieldKind.CALL, found, "same"),), found.end(), Call("idem"))
    if found["names"].split()[0] in _NO_NAME or not may_be_author(found["names"]):
        return None
    several = len(found["names"].split()) >= _LEAST or is_body(found["names"])
    if not (found["role"] or several) or re.fullmatch(CITIES, found["names"]):
        return None
    kind = FieldKind.EDITOR if found["role"] else FieldKind.AUTHOR
    people = people_in_list(text, *found.span("names"), kind)
    if "," in found["names"] and (not people or _holds_title(text, people)):
        return None
    return People(people or (field_of(kind, found, "names"),), found.end())


def _holds_title(text: str, people: tuple[CitedField, ...]) -> bool:
    """`Ada Merrow, Asymmetrische Lampen: Dochte …`: a comma behind the author, and the colon is within the title."""
    return is_title_like(text[people[-1].start : people[-1].end])
