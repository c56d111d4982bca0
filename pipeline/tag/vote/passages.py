"""The texts that are tagged: blocks that carry prose, the byline, and the notes."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from pipeline.model import Article, Block, BlockKind, Note, NoteKind
from pipeline.name_particles import NAME_PARTICLES
from pipeline.tag.citations.parts.imprints import find_imprints
from pipeline.tag.titles.italic_names import italic_names, without_names
from pipeline.tag.titles.titles_of_works import Quiet, quiet_spans
from pipeline.vocabulary import language_of, words_of

# Titles and headings repeat names out of context; keywords and tables are no prose.
_TAGGED = frozenset(
    [
        BlockKind.BYLINE,
        BlockKind.AFFILIATION,
        BlockKind.ABSTRACT,
        BlockKind.PARAGRAPH,
        BlockKind.QUOTATION,
        BlockKind.ITEM,
        BlockKind.CAPTION,
        BlockKind.BIBLIOGRAPHY,
    ]
)


class Passage(NamedTuple):
    """One block or note; ``quiet`` are the ranges in which nobody is named (titles of works, foreign words).

    ``language`` (BCP 47) is the one that its own words tell, or else the article's.
    """

    id: str
    text: str
    note: bool
    byline: bool
    quiet: Quiet
    language: str = ""


def passages(article: Article, titles: Mapping[str, Quiet] | None = None) -> list[Passage]:
    """Blocks in reading order, then the notes in theirs.

    Args:
        article: with its blocks and notes.
        titles: block of an entry of the bibliography -> its titles, in which nobody is named either.
    """
    titles = titles or {}
    tagged = [block for block in article.blocks if block.kind in _TAGGED]
    prose = (block for block in tagged if not _is_listed(block))
    named = italic_names((block, told(block.text) or block.language or article.language) for block in prose)
    blocks = [replace(each, styles=without_names(each.text, each.styles, named)) for each in tagged]
    notes = [replace(each, styles=without_names(each.text, each.styles, named)) for each in article.notes]
    return [
        *(
            _passage(each, each.language or article.language, note=_is_listed(each), titles=titles.get(each.id, ()))
            for each in blocks
        ),
        *(_passage(each, each.language or article.language, note=each.kind is not NoteKind.AUTHOR) for each in notes),
    ]


def _is_listed(block: Block) -> bool:
    return block.kind is BlockKind.BIBLIOGRAPHY


@lru_cache(maxsize=4096)
def told(text: str) -> str:
    """The language that a text's words tell, those left out that stand in names too (`van`, `von`, `da`)."""
    return language_of(" ".join(word for word in words_of(text) if word not in NAME_PARTICLES))


def _passage(part: Block | Note, language: str, *, note: bool, titles: Iterable[tuple[int, int]] = ()) -> Passage:
    spoken = told(part.text) or language
    # What stands among a list's entries is quiet as in a note, and so is a note about the author.
    in_notes = note or isinstance(part, Note)
    quiet = sorted([*_quiet(part, spoken, note=in_notes), *titles])
    byline = isinstance(part, Block) and part.kind is BlockKind.BYLINE
    return Passage(part.id, part.text, note=note, byline=byline, quiet=quiet, language=spoken)


def _quiet(part: Block | Note, language: str, *, note: bool) -> Quiet:
    """Titles and foreign words, and the states of imprints (`Princeton, NJ`), which name no other place."""
    states = [state for imprint in find_imprints(part.text) for state in imprint.states]
    return sorted([*quiet_spans(part.text, part.styles, note=note, language=language), *states])


def is_quiet(passage: Passage, start: int, end: int) -> bool:
    """True if any of ``text[start:end]`` lies in a title or in foreign words."""
    return any(low < end and start < high for low, high in passage.quiet)
