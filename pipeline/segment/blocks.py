"""Body rows to blocks: headings, paragraphs, block quotations, each with the reason for its kind.

With geometry the margins, the type size and the leading speak; in a text dump blank lines, line lengths and the way the
sentences run. The signs differ, the walk over the rows is one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.model import BlockKind
from pipeline.segment.measure import Measures
from pipeline.segment.rows import Row, ends_sentence, gap_before, starts_lower

INDENT = 0.6
"""Ems from which a line counts as indented: presses indent by one em or more, skew moves an edge by less than half."""
SMALL = 0.965
"""Relative size below which type is smaller than the body's: half a point in twelve."""
_NUMBERED_HEADING = re.compile(r"^(?:(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[A-H])[.)]?\s+)(?=[A-Z‘“])")
_FULL_STOP = re.compile(r"\.\W{0,4}\d{0,3}\W{0,3}$")
"""A full stop at the end, what may be a note call after it looked through."""
_BIBLIOGRAPHY = re.compile(
    r"^(?:(?:select\s+)?bibliography|references|works\s+cited|bibliographie|literatur(?:verzeichnis)?)\W*$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class RawBlock:
    """A block as it lies on its pages."""

    kind: BlockKind
    rows: list[Row] = field(default_factory=list)
    level: int = 0
    resumes: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """A row, its neighbours, and what the article's measures say of it."""

    row: Row
    previous: Row | None
    following: Row | None
    indent: float
    shortfall: float
    gap: float
    gap_after: float
    size: float
    page_top: bool

    @property
    def geometric(self) -> bool:
        return self.row.line.box is not None


def situations(rows: Sequence[Row], measures: Measures) -> list[Situation]:
    """Looks at every row in its place."""
    found = []
    for index, row in enumerate(rows):
        previous = rows[index - 1] if index else None
        following = rows[index + 1] if index + 1 < len(rows) else None
        top = previous is None or _place(previous) != _place(row)
        found.append(Situation(
            row, previous, following, measures.indent(row), measures.shortfall(row),
            gap_before(row, previous, measures.leading),
            gap_before(following, row, measures.leading) if following else 1.0,
            measures.relative_size(row), top,
        ))  # fmt: skip
    return found


def _place(row: Row) -> tuple[int, int]:
    return row.page.number, row.line.column


def blocks_of(rows: Sequence[Row], measures: Measures) -> list[RawBlock]:
    """Divides the body into blocks, in reading order."""
    seen = situations(rows, measures)
    quoted = _quoted_rows(seen, measures)
    blocks: list[RawBlock] = []
    in_bibliography = False
    for index, here in enumerate(seen):
        current = blocks[-1] if blocks else None
        heading = not quoted[index] and _heading_reason(here, current, measures)
        if heading:
            in_bibliography = bool(_BIBLIOGRAPHY.match(here.row.text))
            _add_heading(blocks, here, heading, measures)
        elif quoted[index]:
            _add_quoted(blocks, here, quoted[index])
        elif in_bibliography:
            _add_entry(blocks, here)
        else:
            _add_text(blocks, here, measures)
    return blocks


# --- Block quotations -------------------------------------------------------------------------------------------------


def _quoted_rows(seen: Sequence[Situation], measures: Measures) -> list[str]:
    """For every row the reason why it is in a block quotation, or an empty string."""
    if not measures.body_size:
        return _quoted_in_dump(seen, measures)
    reasons = [""] * len(seen)
    start = 0
    while start < len(seen):
        end = start
        while end < len(seen) and _may_be_quoted(seen[end]) and abs(seen[end].size - seen[start].size) < 0.06:
            end += 1  # an indented line in another size begins a paragraph after the quotation
        if end > start:
            reason = _quotation_reason(seen[start:end])
            reasons[start:end] = [reason] * (end - start)
        start = max(end, start + 1)
    return _grown(reasons, seen)


def _grown(reasons: list[str], seen: Sequence[Situation]) -> list[str]:
    """Takes in the small rows right above and below a quotation: their edge is where the reader lost a letter."""
    for index in [*range(len(seen) - 1, -1, -1), *range(len(seen))]:
        if reasons[index] or seen[index].size >= SMALL:
            continue
        for neighbour, gap in ((index + 1, seen[index].gap_after), (index - 1, seen[index].gap)):
            if 0 <= neighbour < len(seen) and gap < 0.3 and _alike(seen[index], seen[neighbour], reasons[neighbour]):
                reasons[index] = reasons[neighbour]
    return reasons


def _alike(here: Situation, other: Situation, reason: str) -> bool:
    same_page = _place(here.row) == _place(other.row)
    return reason.startswith("indented, smaller") and abs(other.size - here.size) < 0.04 and same_page


def _may_be_quoted(here: Situation) -> bool:
    """Indented, and not larger than the body; a centred line far from both margins is a heading or a title."""
    return INDENT <= here.indent < 8 and here.size < 1.04


def _quotation_reason(run: Sequence[Situation]) -> str:
    small = sum(here.size < SMALL for here in run) > 0.6 * len(run)
    if len(run) == 1:
        here = run[0]
        alone = here.gap >= 0.2 and here.gap_after >= 0.2
        return "indented, smaller type, set off" if small and alone and not _looks_centred(here) else ""
    if any(_looks_centred(here) for here in run[:-1]) and len(run) <= 3:
        return ""
    if small:
        return "indented, smaller type"
    short = sum(here.shortfall >= INDENT for here in run[:-1]) >= 0.8 * (len(run) - 1)
    if short and (run[0].gap >= 0.2 or run[-1].gap_after >= 0.2):
        return "indented on both sides, set off"
    # Two paragraphs of one line each, one after the other, are both indented: dialogue, not a quotation.
    set_off = run[0].gap >= 0.3 and (run[-1].gap_after >= 0.3 or len(run) >= 3)
    return "indented, set off" if set_off and len(run) >= 2 and not ends_sentence(run[0].row.text) else ""


def _looks_centred(here: Situation) -> bool:
    return here.indent > 2.5 and abs(here.indent - here.shortfall) < 0.2 * here.indent + 0.5


def _quoted_in_dump(seen: Sequence[Situation], measures: Measures) -> list[str]:
    """In a dump: a run between blank lines that finishes a sentence which the text before left open (``He said,``)."""
    reasons = [""] * len(seen)
    start = 0
    while start < len(seen):
        here = seen[start]
        before = seen[start - 1] if start else None
        # A line between blank lines is a heading and leads to nothing, save one that ends like "he said that".
        isolated = before is not None and before.gap >= 1 and not re.search(r"(?:[,:]|\bthat)$", before.row.text)
        if (
            here.gap >= 1
            and not here.page_top
            and not isolated
            and here.previous
            and _introduces(here.previous.text, here.row.text)
        ):
            end = _end_of_quotation(seen, start)
            longest = max(len(each.row.text) for each in seen[start:end])
            if (
                longest > measures.full_line
                or end - start == 1
                or here.previous.text.rstrip().endswith((",", ":", "that"))
            ):
                reasons[start:end] = ["set off; the sentence before leads into it"] * (end - start)
            start = end
        else:
            start += 1
    return reasons


def _introduces(before: str, after: str) -> bool:
    return not ends_sentence(before) and not starts_lower(after) and bool(re.search(r"[,:\w]$", before.rstrip()))


def _end_of_quotation(seen: Sequence[Situation], start: int) -> int:
    """A quotation ends at the next blank line, or after a short line with a full stop that the text goes on from."""
    longest = len(seen[start].row.text)
    for index in range(start + 1, len(seen)):
        here, before = seen[index], seen[index - 1]
        longest = max(longest, len(before.row.text))
        goes_on = starts_lower(here.row.text) and not ends_sentence(before.row.text)
        if here.gap >= 1 and not here.page_top and not goes_on:
            return index
        short = len(before.row.text) < 0.8 * longest and ends_sentence(before.row.text)
        if short and not starts_lower(here.row.text):
            return index
    return len(seen)


# --- Headings ---------------------------------------------------------------------------------------------------------


def _heading_reason(here: Situation, current: RawBlock | None, measures: Measures) -> str:
    """Why a row is a heading, or an empty string."""
    text = here.row.text
    if not _could_be_heading(here, current, measures):
        return ""
    if current and current.kind is BlockKind.HEADING and here.gap < 0.4 and not here.page_top:
        return current.reason if abs(measures.relative_size(current.rows[-1]) - here.size) < 0.04 else ""
    set_off = (here.gap >= 0.35 or here.page_top or current is None) and here.gap_after >= 0.15
    signs = _heading_signs(here, measures)
    if here.geometric:
        return ", ".join(signs) if signs and (set_off or here.size >= 1.12) else ""
    blank = (here.gap >= 1 or here.page_top) and here.gap_after >= 1 and not _FULL_STOP.search(text)
    return "between blank lines" if blank and (signs or len(text) < 0.9 * max(measures.full_line, 1)) else ""


def _could_be_heading(here: Situation, current: RawBlock | None, measures: Measures) -> bool:
    text = here.row.text
    if len(text) < 3 or len(text) > 160 or (starts_lower(text) and not (current and current.kind is BlockKind.HEADING)):
        return False
    if not any(character.isalpha() for character in text) or text.rstrip()[-1] in ",;:-":
        return False
    open_text = current is not None and current.kind is not BlockKind.HEADING and not _finished(current)
    return not open_text and (here.shortfall > 1.0 or here.size >= 1.1 or not here.geometric)


def _finished(block: RawBlock) -> bool:
    text = block.rows[-1].text
    return ends_sentence(text) or text.rstrip().endswith(":")


def _heading_signs(here: Situation, measures: Measures) -> list[str]:
    text = here.row.text
    letters = [character for character in text if character.isalpha()]
    words = here.row.line.words
    signs = []
    if here.size >= 1.08:
        signs.append("larger type")
    if words and all(word.style.bold for word in words):
        signs.append("bold")
    if words and all(word.style.italic for word in words):
        signs.append("italic")
    if letters and sum(character.isupper() for character in letters) >= 0.9 * len(letters) and len(letters) > 3:
        signs.append("capitals")
    if measures.is_centred(here.row):
        signs.append("centred")
    if _NUMBERED_HEADING.match(text) and len(text) < 90:
        signs.append("numbered")
    if _BIBLIOGRAPHY.match(text):
        signs.append("names the section")
    if (here.gap >= 0.5 or here.page_top) and here.gap_after >= 0.15 and not ends_sentence(text) and here.shortfall > 3:
        signs.append("short and set off")
    if ends_sentence(text) and text.rstrip()[-1] == "." and "numbered" not in signs and "larger type" not in signs:
        return [sign for sign in signs if sign in {"bold", "capitals"}]
    return signs


def _add_heading(blocks: list[RawBlock], here: Situation, reason: str, measures: Measures) -> None:
    current = blocks[-1] if blocks else None
    same = current is not None and current.kind is BlockKind.HEADING and here.gap < 0.4 and not here.page_top
    if same and current is not None and not _NUMBERED_HEADING.match(here.row.text):
        current.rows.append(here.row)
    else:
        blocks.append(RawBlock(BlockKind.HEADING, [here.row], 1, reason=reason))


# --- Text -------------------------------------------------------------------------------------------------------------


def _add_quoted(blocks: list[RawBlock], here: Situation, reason: str) -> None:
    current = blocks[-1] if blocks else None
    # Paragraphs of a quotation, and quotations one after another, are parted by a little white.
    finished = current is not None and ends_sentence(current.rows[-1].text)
    goes_on = here.page_top or here.gap < (0.2 if finished else 0.5) or starts_lower(here.row.text)
    if current and current.kind is BlockKind.QUOTATION and goes_on:
        current.rows.append(here.row)
    else:
        blocks.append(RawBlock(BlockKind.QUOTATION, [here.row], reason=reason))


def _add_entry(blocks: list[RawBlock], here: Situation) -> None:
    """Bibliography entries hang: the first line stands out, the others are indented."""
    current = blocks[-1] if blocks else None
    goes_on = current is not None and current.kind is BlockKind.BIBLIOGRAPHY and (
        here.indent >= INDENT or starts_lower(here.row.text) or not ends_sentence(current.rows[-1].text)
    )  # fmt: skip
    if goes_on and current is not None:
        current.rows.append(here.row)
    else:
        blocks.append(RawBlock(BlockKind.BIBLIOGRAPHY, [here.row], reason="under a bibliography's heading"))


def _add_text(blocks: list[RawBlock], here: Situation, measures: Measures) -> None:
    current = blocks[-1] if blocks else None
    if current is None or current.kind is not BlockKind.PARAGRAPH:
        after_quotation = current is not None and current.kind is BlockKind.QUOTATION
        indented = here.indent >= INDENT if here.geometric else here.row.line.indent >= 2
        blocks.append(RawBlock(
            BlockKind.PARAGRAPH, [here.row], resumes=after_quotation and not indented, reason="text",
        ))  # fmt: skip
    elif _begins_paragraph(here, current, measures):
        blocks.append(RawBlock(BlockKind.PARAGRAPH, [here.row], reason=_begins_paragraph(here, current, measures)))
    else:
        current.rows.append(here.row)


def _begins_paragraph(here: Situation, current: RawBlock, measures: Measures) -> str:
    """Why a row begins a new paragraph after a row of text, or an empty string."""
    before = current.rows[-1].text
    if starts_lower(here.row.text) and not ends_sentence(before):
        return ""
    if here.geometric:
        return _indented_or_set_off(here, current, measures)
    if here.row.line.indent - current.rows[-1].line.indent >= 2 and ends_sentence(before):
        return "indented"
    first_word = here.row.text.split(" ", 1)[0]
    # The line before is short only if the next word would have fitted into it.
    short = len(before) + 1 + len(first_word) <= 0.92 * measures.full_line and ends_sentence(before)
    if here.gap >= 1 and not here.page_top and ends_sentence(before):
        return "after a blank line"
    return "the line before ends early" if short else ""


def _indented_or_set_off(here: Situation, current: RawBlock, measures: Measures) -> str:
    if INDENT <= here.indent < 8 and (ends_sentence(current.rows[-1].text) or here.gap >= 0.3):
        return "indented"
    last = current.rows[-1]
    early = measures.shortfall(last) > 2.5 and ends_sentence(last.text)
    if here.gap >= 0.4 and ends_sentence(last.text):
        return "set off"
    return "the line before ends early" if early and not starts_lower(here.row.text) else ""
