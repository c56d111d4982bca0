"""The names of a title block, over the title or under it, and the institutions and addresses right under each."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.model import BlockKind, WordSpan
from pipeline.segment.front.parallel_titles import leads_on
from pipeline.segment.front.shared_lines import parted_by_dots
from pipeline.segment.front.title_rows import in_capitals, is_address_under, text_of
from pipeline.segment.measure import Measures
from pipeline.segment.raw_block import RawBlock
from pipeline.segment.rows import Row, is_bold
from pipeline.segment.wording.name_lines import INSTITUTION, begins_with_role, names_people

FINE_PRINT = 0.7
"""Relative size below which a line of the title block is the publisher's."""


def byline_over_title(over: Sequence[Sequence[Row]], measures: Measures, *, set_apart: bool) -> list[RawBlock]:
    """Authors over a title that is larger than they are: names, below them at most their institution and address.

    Over an author with an institution may stand another with his. ``set_apart``: whether the title is centred.
    """
    found: list[RawBlock] = []
    blocks: list[RawBlock] = []
    for group in reversed([group for group in over if measures.relative_size(group[0]) >= FINE_PRINT]):
        text = text_of(group)
        dotted = parted_by_dots(group)
        if dotted:
            return [*dotted, *blocks, *found]
        under_name = _is_under_name(over, group, measures)
        named = without_affiliation(BlockKind.BYLINE, group)
        names = names_people(text_of(named[0][0]), measures) and not INSTITUTION.search(named[0][0][0].text)
        if names and not under_name:
            # Names over their address, or centred as the title is, may be in small capitals; else they are of a head.
            alone = set_apart and measures.is_centred(group[0])
            small_capitals = (bool(blocks or len(named) > 1) or alone) and in_capitals(group[0])
            large_enough = small_capitals or max(measures.relative_size(row) for row in group) >= 0.95
            parts = [RawBlock(kind, list(rows), reason="over the title") for rows, kind in named]
            if not large_enough:
                break
            found = [*parts, *blocks, *found]
            if not blocks and len(named) == 1:
                break
            blocks = []
            continue
        if not (INSTITUTION.search(text) or _ORCID.search(text) or under_name):
            break
        blocks.insert(0, RawBlock(BlockKind.AFFILIATION, list(group), reason="between the names and the title"))
    return found


def _is_under_name(over: Sequence[Sequence[Row]], group: Sequence[Row], measures: Measures) -> bool:
    """Whether a line in small letters stands right under a name in capitals: ``HESTER TANSY``, ``Harbour Tech``."""
    names = [above[-1] for above, below in pairwise(over) if below is group]
    named = bool(names) and names_people(names[0].cased, measures) and not INSTITUTION.search(names[0].text)
    return named and len(group) == 1 and is_address_under(names[0], group)


_ORCID = re.compile(r"\borcid\b|\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b", re.IGNORECASE)


def without_affiliation(kind: BlockKind, group: Sequence[Row]) -> list[tuple[list[Row], BlockKind]]:
    """The names of a byline, and the institutions and addresses right under them; then may follow another name."""
    if kind is BlockKind.BYLINE and not any(leads_on(row.text) for row in group):
        group = [part for row in group for part in name_and_institution(row)]
    first = next(
        (
            index
            for index in range(1, len(group))
            if _is_address(group[index], group[0]) and not leads_on(group[index - 1].text)
        ),
        len(group),
    )
    if kind is not BlockKind.BYLINE or first == len(group):
        return [(list(group), kind)]
    second = next((index for index in range(first + 1, len(group)) if _is_another(group, index)), len(group))
    parts = [(list(group[:first]), kind), (list(group[first:second]), BlockKind.AFFILIATION)]
    return parts + (without_affiliation(kind, group[second:]) if second < len(group) else [])


def _is_another(group: Sequence[Row], index: int) -> bool:
    """Whether a second author's name, or the *and* before it, follows the first one's electronic address.

    Or the name had its institution on its own line, as the first one had.
    """
    leads = bool(_AND.match(group[index].text))
    name = group[index + leads : index + leads + 1]
    follows = "@" in group[index - 1].text or any(row.line is below.line for row, below in pairwise(group[index:][:2]))
    return follows and any(names_people(row.text) and "@" not in row.text for row in name)


def name_and_institution(row: Row) -> list[Row]:
    """The two parts of a line with a name, a comma, a bar or white, and the institution of its bearer; else the row.

    Behind the name may stand an address: ``Hester Tansy <tansy@harbour.edu>, Harbour University``.
    """
    for place in (*_behind_white(row), row.text.find(", ") + 1, row.text.find(" | ") + 2):
        names, institution = row.text[:place], row.text[place:]
        named = names_people(names) and not INSTITUTION.search(names)
        if named and INSTITUTION.search(institution) and not _OF_BOOK.search(_ADDRESS.sub("", institution)):
            return [row.part(0, place), row.part(place, len(row.text))]
    return [row]


_ADDRESS = re.compile(r"https?://\S+")
"""That of the author, by his number (ORCID)."""
_OF_BOOK = re.compile(r"[:\d]")
"""What a book's press has before it or behind: ``Tansy. Selwyn, H.: Harbour University Press. 1901``."""
_AND = re.compile(r"^(?:and|und|et|y|e|&)$", re.IGNORECASE)


def _is_address(row: Row, names: Row) -> bool:
    """Whether a row under a name says where its bearer is: by its words, or in plain type under a bold name."""
    text = _BRACKETED.sub("", row.text)
    return bool(INSTITUTION.search(text)) or begins_with_role(text) or (is_bold(names) and not is_bold(row))


def partings(blocks: Sequence[RawBlock]) -> list[tuple[str, str]]:
    """Words between which names, or addresses, are parted by white alone, or by the end of the line.

    Many journals set authors side by side or one under the other, without a comma.
    """
    found: list[tuple[str, str]] = []
    for block in blocks:
        if block.kind in {BlockKind.BYLINE, BlockKind.AFFILIATION}:
            found += [words for row in block.rows for words in _far_apart(row)]
        if block.kind is BlockKind.BYLINE and all(_is_full(row) for row in block.rows):
            found += [(above.text, below.text) for above, below in pairwise(block.rows)]
    words = [(_WORD.findall(left), _WORD.findall(right)) for left, right in found]
    return [(left[-1], right[0]) for left, right in words if left and right]


def lettered(blocks: Sequence[RawBlock]) -> list[tuple[str, str]]:
    """Names with the raised letters behind them, and with a comma for it, as it parts names: ``Tansya``, ``Tansy,``."""
    rows = [row for block in blocks if block.kind is BlockKind.BYLINE for row in block.rows]
    found = [(row.line.text[: call.start].rstrip(), row.line.text[: call.end]) for row in rows
             for call in row.raised_letters()]  # fmt: skip
    return [(with_it[len(name) - len(name.split()[-1]) :], f"{name.split()[-1]},") for name, with_it in found if name]


def _far_apart(row: Row) -> list[tuple[str, str]]:
    return [(row.line.text[one.start : one.end], row.line.text[other.start : other.end])
            for one, other in _parted_words(row)]  # fmt: skip


def _behind_white(row: Row) -> list[int]:
    """Where in the text of a row a word stands behind white that parts names."""
    return [other.start - row.start for _, other in _parted_words(row)]


def _parted_words(row: Row) -> list[tuple[WordSpan, WordSpan]]:
    words = [word for word in row.line.words if row.start <= word.start and word.end <= row.end]
    return [
        (one, other)
        for one, other in pairwise(words)
        if one.box and other.box and other.box.left - one.box.right >= APART * row.line.size
    ]


def _is_full(row: Row) -> bool:
    """Whether a row is one or more full names that nothing joins, so that the next row has another.

    Behind them their institution may stand in brackets.
    """
    text = _BRACKETED.sub("", row.cased)
    return names_people(text) and not _JOINED.search(text)


_WORD = re.compile(r"[^\W\d_][\w.’'-]*")
_BRACKETED = re.compile(r"\s*\([^()]*\)")
_JOINED = re.compile(r"[,;&/(]|\b(?:and|und|et|e|y|by|von)\b", re.IGNORECASE)
APART = 1.2
"""Ems of white that part two names; between words of one are .3 to .5, between names set side by side 1.8 and more."""
