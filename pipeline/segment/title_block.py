"""The top of an article's first page: title, byline, affiliation, abstract, keywords, told apart from the body."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from pipeline.model import BlockKind
from pipeline.segment.furniture import letters
from pipeline.segment.measure import Measures
from pipeline.segment.raw_block import RawBlock
from pipeline.segment.rows import Row, ends_sentence, gap_before

LARGE = 1.15
"""Relative size of a title: presses set it two points or more above the body."""
REACH = 40
"""Rows of the first page in which the title block ends."""

_CONNECTORS = frozenset({
    "and", "&", "by", "with", "von", "van", "de", "der", "den", "du", "la", "le", "di", "da", "y", "e", "et", "und",
    "zu", "af", "av", "al", "el", "bin", "ibn", "del", "della", "dos", "ten", "ter",
})  # fmt: skip
_AFFILIATION = re.compile(
    r"\b(?:university|universität|université|universit[àa]|institut\w*|college|department|school|faculty|centre|center|academy|museum|library|archives?|laboratory)\b|@\w",
    re.IGNORECASE,
)
_ABSTRACT = re.compile(r"^(?:abstract|summary|résumé|zusammenfassung|abstrakt)\b\W*", re.IGNORECASE)
_KEYWORDS = re.compile(r"^(?:key\s?words?|mots[- ]clés?|schlagworte|index terms)\b\W*", re.IGNORECASE)


def names_people(text: str) -> bool:
    """Whether a line is made of names and what joins names: ``ZHIHUA SHEN and YAFENG XIA``, ``By A. B. Clark``."""
    words = re.findall(r"[^\W\d_][\w.’'-]*|&", text)
    names = [word for word in words if word.casefold() not in _CONNECTORS]
    return (
        2 <= len(names) <= 14
        and not re.search(r"[:;?!]|\d{2}", text)
        and all(name[0].isupper() for name in names)
        and not ends_sentence(text.rstrip("*†‡°’'\"”. "))
        and len(names) <= 4 * (1 + len(re.findall(r"\band\b|&|,|\bund\b|\bet\b", text)))
    )


def split_title_block(
    rows: Sequence[Row], measures: Measures, title: str = "", authors: Sequence[str] = ()
) -> tuple[list[RawBlock], list[Row], list[Row]]:
    """Divides the first page's rows.

    Args:
        rows: of the first page of the article, furniture and notes taken off.
        measures: of the article.
        title: as a cover page gives it, if there is one.
        authors: likewise.

    Returns:
        the blocks of the title block, rows above the title (journal furniture), and the rows of the body.
    """
    groups = list(_groups(rows[:REACH], measures))
    first = _title_group(groups, measures, title)
    if first is None:
        return [], [], list(rows)
    above = [row for group in groups[:first] for row in group]
    blocks: list[RawBlock] = []
    used = len(above)
    for position in range(first, len(groups)):
        group = groups[position]
        kind = _kind(group, blocks, measures, authors, followed=position + 1 < len(groups))
        if kind is None:
            break
        _add(blocks, kind, group)
        used += len(group)
    return blocks, above, list(rows[used:])


def _groups(rows: Sequence[Row], measures: Measures) -> Iterator[list[Row]]:
    """Rows that belong together: no gap, one size, one style."""
    if not rows:
        return
    group = [rows[0]]
    for previous, row in pairwise(rows):
        gap = gap_before(row, previous, measures.leading * max(1.0, measures.relative_size(row)))
        resized = abs(measures.relative_size(row) - measures.relative_size(previous)) > 0.06
        labelled = bool(_ABSTRACT.match(row.text) or _KEYWORDS.match(row.text))
        if gap >= 0.35 or resized or labelled or _italic(row) != _italic(previous):
            yield group
            group = []
        group.append(row)
    yield group


def _italic(row: Row) -> bool:
    words = row.line.words
    return bool(words) and sum(word.style.italic for word in words) > 0.6 * len(words)


def _title_group(groups: Sequence[Sequence[Row]], measures: Measures, title: str) -> int | None:
    for index, group in enumerate(groups[:6]):
        text = " ".join(row.text for row in group)
        if title and fuzz.ratio(letters(text), letters(title)) >= 70:
            return index
    sized = [max(measures.relative_size(row) for row in group) for group in groups[:6]]
    if sized and max(sized) >= LARGE:
        return sized.index(max(sized))
    for index, group in enumerate(groups[:3]):
        if len(group) <= 4 and not ends_sentence(group[-1].text) and _followed_by_names(groups, index):
            return index
    return None


def _followed_by_names(groups: Sequence[Sequence[Row]], index: int) -> bool:
    return any(names_people(row.text) for group in groups[index + 1 : index + 3] for row in group[:1])


def _kind(
    group: Sequence[Row], blocks: Sequence[RawBlock], measures: Measures, authors: Sequence[str], *, followed: bool
) -> BlockKind | None:
    """The kind of a group of the title block; None where the body begins."""
    if not blocks:
        return BlockKind.TITLE
    text, last = " ".join(row.text for row in group), blocks[-1].kind
    size = max(measures.relative_size(row) for row in group)
    if _KEYWORDS.match(text):
        return BlockKind.KEYWORDS
    if _ABSTRACT.match(text):
        return BlockKind.ABSTRACT
    if _is_byline(text, group, authors) and BlockKind.ABSTRACT not in {block.kind for block in blocks}:
        return BlockKind.BYLINE
    if size >= 1.08 and last in {BlockKind.TITLE, BlockKind.SUBTITLE} and not ends_sentence(text):
        title_size = max(measures.relative_size(row) for row in blocks[0].rows)
        return BlockKind.TITLE if size >= 0.95 * title_size and last is BlockKind.TITLE else BlockKind.SUBTITLE
    if last in {BlockKind.BYLINE, BlockKind.AFFILIATION} and len(group) <= 4 and _AFFILIATION.search(text):
        return BlockKind.AFFILIATION
    return BlockKind.ABSTRACT if _is_abstract(group, blocks, measures, followed=followed) else None


def _is_byline(text: str, group: Sequence[Row], authors: Sequence[str]) -> bool:
    known = any(fuzz.partial_ratio(letters(author), letters(text)) >= 90 for author in authors if len(author) > 4)
    return len(group) <= 3 and len(text) < 160 and (known or names_people(text))


def _is_abstract(group: Sequence[Row], blocks: Sequence[RawBlock], measures: Measures, *, followed: bool) -> bool:
    """Between byline and body, and unlike the body: labelled, smaller, italic or indented; more text follows."""
    kinds = {block.kind for block in blocks}
    if BlockKind.BYLINE not in kinds or not followed or not ends_sentence(group[-1].text) or _has_calls(group):
        return False
    if blocks[-1].kind is BlockKind.ABSTRACT:
        bare_label = len(blocks[-1].rows) == 1 and len(_ABSTRACT.sub("", blocks[-1].rows[0].text)) < 3
        return bare_label
    if group[0].line.box is None:
        return len(group) >= 2 and max(len(row.text) for row in group) > measures.full_line + 2
    smaller = sum(measures.relative_size(row) < 0.97 for row in group) > 0.6 * len(group)
    inset = all(measures.indent(row) >= 0.6 for row in group)
    return len(group) >= 2 and (smaller or inset or all(_italic(row) for row in group))


def _has_calls(group: Sequence[Row]) -> bool:
    """Whether notes are called in the rows: they are hardly ever called in an abstract."""
    calls = [call for row in group for call in row.line.calls if call.readings]
    return any(reading.text.isdigit() and reading.confidence > 0.75 for call in calls for reading in call.readings)


def _add(blocks: list[RawBlock], kind: BlockKind, group: Sequence[Row]) -> None:
    reasons = {
        BlockKind.TITLE: "first and largest on the page", BlockKind.SUBTITLE: "under the title, larger than the body",
        BlockKind.BYLINE: "names under the title", BlockKind.AFFILIATION: "an institution under the names",
        BlockKind.ABSTRACT: "between the names and the body, set apart", BlockKind.KEYWORDS: "labelled",
    }  # fmt: skip
    if blocks and blocks[-1].kind is kind:
        blocks[-1].rows.extend(group)
    else:
        blocks.append(RawBlock(kind, list(group), reason=reasons[kind]))
