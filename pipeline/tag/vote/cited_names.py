"""What citations and bibliographies say about names: who wrote, what is a title, who printed it and where."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.model import Citation, CitationKind, CitedField, EntityKind, FieldKind
from pipeline.tag.citations.parts.names import is_author
from pipeline.tag.citations.wording.draft import Listed
from pipeline.tag.citations.wording.title_ends import YEAR
from pipeline.tag.people.full_names import is_given_name
from pipeline.tag.people.person_names import COMMON_FAMILY, is_person_name
from pipeline.tag.titles.titles_of_works import Quiet, is_letter
from pipeline.tag.vote.occurrences import Found
from pipeline.tag.vote.passages import Passage
from pipeline.tag.vote.verdicts import BODY, COMMON_WORD, RULE
from pipeline.tag.words.name_tables import ADDRESSES
from pipeline.tag.words.spans import Proposal, trim
from pipeline.tag.words.tokens import commonness

_SPOKEN = re.compile(r"[^\W\d_bcdfghjklmnpqrstvwxz]", re.IGNORECASE)
"""A vowel: no family name is without one, but many an abbreviation (`OVG NRW`)."""
_STATE = re.compile(r"[A-Z]{2}|[A-Z]\.[A-Z]\.")
_YEAR_NEXT = re.compile(rf",?\s{YEAR}")
_PEOPLE = (FieldKind.AUTHOR, FieldKind.EDITOR, FieldKind.TRANSLATOR)
_PRINTED = ("a", "m", "j")
"""Levels of printed works; an unpublished minute or letter names those who speak in it."""


def by_note(citations: Sequence[Citation]) -> Mapping[str, Sequence[Citation]]:
    """The citations of each note, by its id."""
    notes: defaultdict[str, list[Citation]] = defaultdict(list)
    for citation in citations:
        notes[citation.target].append(citation)
    return notes


def cited_titles(text: str, citations: Sequence[Citation]) -> Quiet:
    """The titles of printed works; what is named within them is not spoken of."""
    return [
        (field.start, field.end)
        for citation in citations
        for field in citation.fields
        if citation.kind is not CitationKind.ARCHIVAL
        and field.kind is FieldKind.TITLE
        and field.level in _PRINTED
        and not is_letter(text[field.start : field.end])
    ]


def cited_proposals(index: int, passage: Passage, citations: Sequence[Citation]) -> Iterator[Proposal]:
    """Authors, editors and translators by their full names; places and publishers of works that are cited in full."""
    for citation in citations:
        for field in citation.fields:
            if field.kind in _PEOPLE and _is_full_name(passage.text, field):
                yield Proposal(index, field.start, field.end, EntityKind.PERSON, RULE)
            elif field.kind in _PEOPLE and citation.work and _is_in_capitals(passage.text, field):
                yield Proposal(index, field.start, field.end, EntityKind.PERSON, RULE, pinned=True)
            elif field.kind in _PEOPLE and citation.work and _is_family_name(passage.text, field):
                yield Proposal(index, field.start, field.end, EntityKind.PERSON, BODY)
        yield from _imprint(index, passage, citation)


def _is_full_name(text: str, field: CitedField) -> bool:
    name = text[field.start : field.end]
    titled = name.split()[0] in ADDRESSES
    return name == field.value and not titled and not name.isupper() and is_person_name(name) and is_author(name)


def _is_in_capitals(text: str, field: CitedField) -> bool:
    """`ADA M. MERROW`: an author of a book (The Bluebook, 21st ed., rule 15); the name of no body begins so."""
    name = field.value.title()
    first, *rest = name.split()
    if not (rest and field.value.isupper() and text[field.start : field.end] == field.value and is_person_name(name)):
        return False
    initial = any(len(word) == len("A.") and word.endswith(".") for word in (first, *rest[:-1]))
    given = commonness(rest[-1]) < COMMON_FAMILY and is_given_name(first, "en")
    return (given or (initial and is_author(name))) and _SPOKEN.search(rest[-1]) is not None


def _is_family_name(text: str, field: CitedField) -> bool:
    name = text[field.start : field.end]
    rare = " " not in name and commonness(name) < COMMON_WORD
    return name == field.value and rare and not name.isupper() and is_person_name(name)


def _imprint(index: int, passage: Passage, citation: Citation) -> Iterator[Proposal]:
    """Place and publisher where both are there: pinned, for their order leaves no doubt."""
    kinds = {field.kind for field in citation.fields}
    if citation.kind is CitationKind.FULL and FieldKind.PUBLISHER not in kinds and kinds & set(_PEOPLE):
        yield from _towns(index, passage, citation)
    if citation.kind is CitationKind.ARCHIVAL or not {FieldKind.PLACE, FieldKind.PUBLISHER} <= kinds:
        return
    for field in citation.fields:
        kind = {FieldKind.PLACE: EntityKind.PLACE, FieldKind.PUBLISHER: EntityKind.ORG}.get(field.kind)
        bare = trim(passage.text, field.start, field.end)
        if kind is not None and bare and passage.text[bare[0]].isupper() and not _STATE.fullmatch(field.value):
            yield Proposal(index, *bare, kind, RULE, pinned=True)


def _towns(index: int, passage: Passage, citation: Citation) -> Iterator[Proposal]:
    """`Ada Merrow: Die Lampen. Wien 1931`: the town before the year, where no publisher is named."""
    for field in citation.fields:
        if field.kind is FieldKind.PLACE and _YEAR_NEXT.match(passage.text, field.end):
            yield Proposal(index, field.start, field.end, EntityKind.PLACE, RULE)


def mistakes_authors(text: str, proposal: Proposal, citations: Sequence[Citation]) -> bool:
    """Whether a proposal takes several authors for one name (`Kelling & Wilson`), or capitals for an institution."""
    fields = [field for citation in citations for field in citation.fields if field.kind in _PEOPLE]
    met = [field for field in fields if field.start < proposal.end and proposal.start < field.end]
    covered = [field for field in met if proposal.start <= field.start and field.end <= proposal.end]
    capitals = proposal.kind is EntityKind.ORG and text[proposal.start : proposal.end].isupper()
    return len(covered) > 1 or (capitals and any(is_person_name(field.value.title()) for field in met))


def listed_people(texts: Sequence[Passage], listed: Sequence[Listed]) -> Iterator[Found]:
    """The authors and editors of the bibliography, each under the name that it has in the right order."""
    entries = {each.block: each for each in listed}
    for index, passage in enumerate(texts):
        if passage.id not in entries:
            continue
        for field in entries[passage.id].draft.fields:
            # `Lewis, Bernard`: the comma makes a person of words that the language has too.
            turned = passage.text[field.start : field.end].count(", ") == 1
            if field.kind in _PEOPLE and (turned or is_author(field.value)) and is_person_name(field.value):
                yield Found(index, field.start, field.end, field.value, EntityKind.PERSON)
