"""Headings: which rows are one, and at which level.

A heading is told by how it is set (size, bold, italic, capitals, centred, numbered) and by the white around it. Rows
set in the same way, one under the other, are one heading.
"""

import re
from collections.abc import Sequence

from pipeline.model import BlockKind
from pipeline.segment.measure import Measures
from pipeline.segment.raw_block import RawBlock
from pipeline.segment.rows import Row, ends_sentence, starts_lower
from pipeline.segment.situations import Situation, place_of

_NUMBERED = re.compile(r"^(?:(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[A-H])[.)]?\s+)(?=[A-Z‘“])")
_FULL_STOP = re.compile(r"\.\W{0,4}\d{0,3}\W{0,3}$")
"""A full stop at the end, what may be a note call after it looked through."""
_BIBLIOGRAPHY = re.compile(
    r"^(?:(?:select\s+)?bibliography|references|works\s+cited|bibliographie|literatur(?:verzeichnis)?)\W*$",
    re.IGNORECASE,
)
MOST_ROWS = 4
LARGER = 1.08
DISTINCT = frozenset({"larger type", "bold", "italic", "capitals"})
"""Signs that the type itself gives: they need no white to the right of the line."""


def names_bibliography(heading: RawBlock) -> bool:
    """Whether a heading stands over a bibliography."""
    return bool(_BIBLIOGRAPHY.match(" ".join(row.text for row in heading.rows)))


def find_heading(
    seen: Sequence[Situation], index: int, current: RawBlock | None, measures: Measures
) -> RawBlock | None:
    """The heading that begins at a row, or None.

    Args:
        seen: all rows of the body.
        index: of the row.
        current: the block before it.
        measures: of the article.
    """
    if not _may_begin(seen[index], current):
        return None
    run = _run(seen, index, measures)
    text = " ".join(here.row.text for here in run)
    reason = _reason_in_dump(run, text, measures) if not run[0].geometric else _reason(run, text, current, measures)
    return RawBlock(BlockKind.HEADING, [here.row for here in run], 1, reason=reason) if reason else None


def _may_begin(here: Situation, current: RawBlock | None) -> bool:
    text = here.row.text
    if len(text) < 3 or len(text) > 160 or starts_lower(text) or not any(letter.isalpha() for letter in text):
        return False
    return current is None or current.kind is BlockKind.HEADING or _finished(current)


def _finished(block: RawBlock) -> bool:
    text = block.rows[-1].text
    return ends_sentence(text) or text.rstrip().endswith(":")


def _run(seen: Sequence[Situation], index: int, measures: Measures) -> list[Situation]:
    """The row and those under it that are set in the same distinct way, without white between them."""
    first = seen[index]
    look = _look(first, measures)
    run = [first]
    for here in seen[index + 1 : index + MOST_ROWS]:
        same = look and _look(here, measures) == look and abs(here.size - first.size) < 0.05
        parted = here.gap >= 0.3 or place_of(here.row) != place_of(first.row) or bool(_NUMBERED.match(here.row.text))
        if not same or parted:
            break
        run.append(here)
    return run


def _look(here: Situation, measures: Measures) -> frozenset[str]:
    return frozenset(_signs(here.row, here.size, measures)) & (DISTINCT | {"centred"})


def _reason(run: Sequence[Situation], text: str, current: RawBlock | None, measures: Measures) -> str:
    """Why a run of rows is a heading, or an empty string."""
    if text.rstrip()[-1] in ",;:-":
        return ""
    first, last = run[0], run[-1]
    signs = _signs(first.row, first.size, measures)
    if _NUMBERED.match(text) and len(text) < 90:
        signs.append("numbered")
    if _BIBLIOGRAPHY.match(text):
        signs.append("names the section")
    after_heading = current is not None and current.kind is BlockKind.HEADING
    white_before = first.gap >= 0.35 or first.page_top or current is None or after_heading
    set_off = white_before and last.gap_after >= 0.15
    room = last.shortfall > 1.0 or first.size >= 1.1 or bool(DISTINCT.intersection(signs))
    if (first.gap >= 0.5 or first.page_top) and set_off and not ends_sentence(text) and last.shortfall > 3:
        signs.append("short and set off")
    if ends_sentence(text) and text.rstrip()[-1] == "." and not {"numbered", "larger type"}.intersection(signs):
        signs = [sign for sign in signs if sign in {"bold", "capitals"}]
    return ", ".join(signs) if signs and room and (set_off or first.size >= 1.12) else ""


def _reason_in_dump(run: Sequence[Situation], text: str, measures: Measures) -> str:
    here = run[0]
    blank = (here.gap >= 1 or here.page_top) and here.gap_after >= 1 and not _FULL_STOP.search(text)
    short = len(text) < 0.9 * max(measures.full_line, 1) and text.rstrip()[-1] not in ",;:-"
    return "between blank lines" if blank and short else ""


def _signs(row: Row, size: float, measures: Measures) -> list[str]:
    """What the type of a row says."""
    letters = [character for character in row.text if character.isalpha()]
    words = row.line.words
    capitals = len(letters) > 3 and sum(letter.isupper() for letter in letters) >= 0.9 * len(letters)
    signs = {
        "larger type": size >= LARGER,
        "bold": bool(words) and all(word.style.bold for word in words),
        "italic": bool(words) and all(word.style.italic for word in words),
        "capitals": capitals or (bool(words) and all(word.style.small_caps for word in words)),
        "centred": measures.is_centred(row),
    }
    return [sign for sign, holds in signs.items() if holds]


SAME_SIZE = 1.08
"""Sizes within 8 % are one level: a line without ascenders measures a little smaller than its neighbour."""


def assign_levels(blocks: Sequence[RawBlock], measures: Measures) -> None:
    """Sets ``level`` of every heading: 1 for the way of setting that stands highest in the article."""
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    sizes = _levels_of_size(sorted((_size(block, measures) for block in headings), reverse=True))
    rank = {id(block): (sizes[_size(block, measures)], *_rank_of_signs(block)) for block in headings}
    ranks = sorted(set(rank.values()))
    for block in headings:
        block.level = min(ranks.index(rank[id(block)]) + 1, 4)


def _size(block: RawBlock, measures: Measures) -> float:
    return max(measures.relative_size(row) for row in block.rows)


def _levels_of_size(sizes: Sequence[float]) -> dict[float, int]:
    """Size -> level; a new level begins where a size is clearly smaller than the one before."""
    levels: dict[float, int] = {}
    level = 0
    for previous, size in zip([*sizes[:1], *sizes], sizes, strict=False):
        level += previous / size > SAME_SIZE
        levels[size] = level
    return levels


def _rank_of_signs(block: RawBlock) -> tuple[bool, bool, bool]:
    """Capitals stand above bold, bold above roman, roman above italic."""
    signs = set(block.reason.split(", "))
    return "capitals" not in signs, "bold" not in signs, "italic" in signs
