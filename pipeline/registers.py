"""Registers as a view of the layers: who, where, what institution and which works, how often, and on which pages."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.model import Article, Block, Entities, EntityKind, Note, Work

HEADINGS = {
    EntityKind.PERSON: "people",
    EntityKind.PLACE: "places",
    EntityKind.ORG: "organisations",
    EntityKind.EVENT: "events",
    EntityKind.WORK: "works",
}
"""Kind -> heading of its register, in the order in which they are shown."""


class Row(NamedTuple):
    """One line of a register."""

    register: str
    name: str
    id: str
    times: int
    """How often it is named or cited."""
    pages: str
    """Folios as printed, or the numbers of the pages in brackets, in the order of the source: ``863, 865–867``."""
    identifiers: str = ""
    """What authorities call it, with spaces between."""


def rows(article: Article, entities: Entities) -> Iterator[Row]:
    """All registers, each in alphabetical order."""
    places = _places(article, entities)
    for kind, heading in HEADINGS.items():
        found = [
            Row(
                heading,
                entry.name,
                entry.id,
                entry.mentions,
                _pages(article, places[entry.id]),
                " ".join(value for _, value in sorted(entry.idnos.items())),
            )
            for entry in entities.register
            if entry.kind is kind
        ]
        if kind is EntityKind.WORK:
            found += [
                Row(heading, described(work), work.id, work.citations, _pages(article, places[work.id]))
                for work in entities.works
            ]
        yield from sorted(found, key=lambda row: (row.name.casefold(), row.id))


def described(work: Work) -> str:
    """A work in one line: author, title, year; an archival file by archive and mark."""
    if work.kind == "archival":
        return ", ".join(part for part in (work.repository, work.shelfmark or work.title) if part)
    names = list(work.authors) or [f"{name} (ed.)" for name in work.editors]
    title = f"‘{work.title}’" if work.kind in ("article", "chapter") else work.title
    dated = f" ({work.date})" if work.date else ""
    return ", ".join(part for part in (" and ".join(names), title, work.journal) if part) + dated


def _places(article: Article, entities: Entities) -> dict[str, set[int]]:
    """Id of an entry or work -> pages on which it is named or cited."""
    parts: list[Block | Note] = [*article.blocks, *article.notes]
    passages = {part.id: part for part in parts}
    places: defaultdict[str, set[int]] = defaultdict(set)
    for mention in entities.mentions:
        if mention.ref:
            places[mention.ref].add(_page(passages[mention.target], mention.start))
    for citation in entities.citations:
        if citation.work:
            places[citation.work].add(_page(passages[citation.target], citation.start))
    return places


def _page(passage: Block | Note, offset: int) -> int:
    """The page on which the character stands; 0 where nothing tells."""
    for piece in reversed(passage.pieces):
        if piece.start <= offset:
            return piece.page
    return passage.page if isinstance(passage, Note) else 0


def _pages(article: Article, numbers: Iterable[int]) -> str:
    folios = {sheet.page: sheet.folio or f"[{sheet.page}]" for sheet in article.sheets}
    runs: list[list[int]] = []
    for number in sorted(number for number in numbers if number):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    ends = [(folios.get(run[0], str(run[0])), folios.get(run[-1], str(run[-1]))) for run in runs]
    return ", ".join(first if first == last else f"{first}–{last}" for first, last in ends)
