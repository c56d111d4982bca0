"""Body rows to blocks: headings, paragraphs, block quotations, each with the reason for its kind.

With geometry the margins, the type size and the leading speak; in a text dump blank lines, line lengths and the way the
sentences run. The signs differ, the walk over the rows is one.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from pipeline.model import TEXT_LAYER, BlockKind
from pipeline.segment.body.abstracts import abstract_rows
from pipeline.segment.body.bibliographies import Bibliography, is_entry
from pipeline.segment.body.contents import contents_rows
from pipeline.segment.body.diagrams import diagram_rows
from pipeline.segment.body.drawn_rows import drawn_rows
from pipeline.segment.body.figures import figure_rows
from pipeline.segment.body.heading_habits import unset_unusual_headings
from pipeline.segment.body.heading_rows import follower_of
from pipeline.segment.body.headings import find_heading, set_as_headings
from pipeline.segment.body.listed_headings import add_listed_headings, listed_in
from pipeline.segment.body.lists import list_rows
from pipeline.segment.body.numbered_headings import add_numbered_headings
from pipeline.segment.body.quotations import quoted_rows
from pipeline.segment.body.quotations_in_italics import quoted_in_italics
from pipeline.segment.body.run_in_heads import with_run_in_heads
from pipeline.segment.body.situations import INDENT, SHORT, Situation, ends_early, place_of, situations
from pipeline.segment.body.table_cells import cells_of
from pipeline.segment.body.told_rows import told_rows
from pipeline.segment.body_size import TOLERANCE
from pipeline.segment.measure import Measures
from pipeline.segment.raw_block import FLOATS, Claim, RawBlock
from pipeline.segment.rows import Row, starts_lower
from pipeline.segment.wording.heading_words import SECTION_BREAK, names_bibliography

CLOSE = 0.3
"""Lines of white within one paragraph."""
PROSE = 3
"""Lines of a quotation that show whether it is prose."""
ONE_EDGE = 0.6
"""Ems within which justified lines end."""
FIRST_LINE = 4.0
"""Ems by which first lines of paragraphs stand in at most: who said it stands further to the right."""
EXACT = 0.15
"""Ems by which a first line may be off the indent of the article's paragraphs."""


def blocks_of(rows: Sequence[Row], measures: Measures) -> list[RawBlock]:
    """Divides the body into blocks, in reading order."""
    seen = situations(rows, measures)
    claims = _claims(seen, measures)
    blocks: list[RawBlock] = []
    bibliography: Bibliography | None = None
    index = 0
    while index < len(seen):
        here, current, claim = seen[index], blocks[-1] if blocks else None, claims.get(index)
        heading = None if claim else find_heading(seen, index, current, measures)
        if heading and not (bibliography and is_entry(heading, follower_of(seen, index + len(heading.rows)))):
            blocks.append(heading)
            index += len(heading.rows)
            parted = bibliography is not None and bibliography.goes_on(heading, seen[index:], measures)
            if not parted:
                bibliography = Bibliography.under(seen[index:], measures) if names_bibliography(heading) else None
            continue
        if claim and claim.kind is BlockKind.QUOTATION and bibliography is None:
            _add_quoted(blocks, here, claim.reason, measures)
        elif claim and claim.kind is not BlockKind.QUOTATION:
            entry = bibliography is not None and claim.kind is BlockKind.ITEM
            _add_claimed(blocks, here, replace(claim, kind=BlockKind.BIBLIOGRAPHY) if entry else claim)
        elif bibliography:
            _add_entry(blocks, here, bibliography)
        else:
            _add_text(blocks, here, measures)
        index += 1
    unset_unusual_headings(blocks)
    add_numbered_headings(blocks, measures)
    listed = listed_in(blocks)
    add_listed_headings(blocks, listed, measures)
    blocks = with_run_in_heads(blocks, listed)
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            _part_cells(block)
    return blocks


def _claims(seen: Sequence[Situation], measures: Measures) -> dict[int, Claim]:
    """What the look of the rows says, the surest kind first."""
    headings = set_as_headings(seen, measures)
    contents = contents_rows(seen)
    headings -= contents.keys()
    figures = figure_rows(seen, measures)
    figures |= drawn_rows(seen, figures, measures)
    figures |= diagram_rows(seen, figures, measures)
    figures |= abstract_rows(seen)
    italic = quoted_in_italics(seen, measures)
    headings -= figures.keys() | italic.keys()
    listed = list_rows(seen, headings, measures)
    told = told_rows(seen)
    quoted = quoted_rows(seen, measures, headings | contents.keys() | figures.keys() | listed.keys() | told.keys())
    reasons = italic | {index: reason for index, reason in enumerate(quoted) if reason}
    claims = {index: Claim(BlockKind.QUOTATION, reason, begins=False) for index, reason in reasons.items()}
    return claims | listed | figures | contents | told


def _add_claimed(blocks: list[RawBlock], here: Situation, claim: Claim) -> None:
    current = blocks[-1] if blocks else None
    if current and current.kind is claim.kind and not claim.begins:
        current.rows.append(here.row)
    else:
        blocks.append(RawBlock(claim.kind, [here.row], reason=claim.reason))


def _part_cells(table: RawBlock) -> None:
    """Set the rows of a table in the order of its cells, where its columns are known."""
    table.cells = cells_of(table.rows)
    if table.cells:
        table.rows = [part for cell in table.cells for part in cell.parts]


def _add_quoted(blocks: list[RawBlock], here: Situation, reason: str, measures: Measures) -> None:
    current = blocks[-1] if blocks else None
    # Paragraphs of a quotation, and quotations one after another, are parted by a little white; where it is too little
    # to be sure of, or over a page, the last line of the paragraph shows its end.
    finished = current is not None and (current.rows[-1].closes or current.rows[-1].prose.endswith(":"))
    goes_on = here.page_top or here.gap < (0.2 if finished else 0.5) or starts_lower(here.row.text)
    if current is not None and finished and (here.page_top or here.gap >= 0.1) and _ends_early(current.rows, measures):
        goes_on = starts_lower(here.row.text)
    if current is not None and finished and _opens_paragraph_of_quotation(here, current.rows, measures):
        goes_on = False
    if current is not None and here.page_top and _leads_into(current.rows[-1], here, measures):
        goes_on = False
    if current and current.kind is BlockKind.QUOTATION and goes_on:
        current.rows.append(here.row)
    else:
        blocks.append(RawBlock(BlockKind.QUOTATION, [here.row], reason=reason))


def _leads_into(row: Row, here: Situation, measures: Measures) -> bool:
    """Whether a row ends with a colon, well before the edge to which the next runs."""
    return row.prose.endswith(":") and here.geometric and measures.shortfall(row) > here.shortfall + SHORT


def _ends_early(rows: Sequence[Row], measures: Measures) -> bool:
    """Whether of the last lines, which reach to one edge, the very last does not: as in prose, not as in verse."""
    if len(rows) < PROSE or rows[-1].line.box is None:
        return False
    *others, last = [measures.shortfall(row) for row in rows[-6:]]
    return last > max(others) + SHORT and max(others) - min(others) < ONE_EDGE


def _opens_paragraph_of_quotation(here: Situation, rows: Sequence[Row], measures: Measures) -> bool:
    """Whether a full row stands in from the edge to which the next returns: where prose is quoted, not verse.

    The lines over it reach to one edge, but for the last; lines of verse, which may be indented too, end anywhere.
    """
    below = here.following
    if not here.geometric or below is None or place_of(below) != place_of(here.row) or starts_lower(here.row.text):
        return False
    ends = [measures.shortfall(row) for row in rows[-PROSE - 1 : -1] if not row.closes] + [here.shortfall]
    edge = measures.indent(below)
    inset = edge >= INDENT and INDENT <= here.indent - edge < FIRST_LINE
    return inset and len(ends) > 1 and max(ends) - min(ends) < ONE_EDGE


def _add_entry(blocks: list[RawBlock], here: Situation, bibliography: Bibliography) -> None:
    current = blocks[-1] if blocks else None
    if current and current.kind is BlockKind.BIBLIOGRAPHY and bibliography.goes_on_in(here, current):
        current.rows.append(here.row)
    else:
        blocks.append(RawBlock(BlockKind.BIBLIOGRAPHY, [here.row], reason="under a bibliography's heading"))


INTERRUPTING = FLOATS | {BlockKind.ABSTRACT}
FLOATING = INTERRUPTING | {BlockKind.ITEM}
"""Kinds that may stand in the middle of a paragraph; after them only an unfinished sentence goes on."""


def _add_text(blocks: list[RawBlock], here: Situation, measures: Measures) -> None:
    current = blocks[-1] if blocks else None
    if current is None or current.kind is not BlockKind.PARAGRAPH:
        indented = here.indent >= INDENT if here.geometric else here.row.line.indent >= 2
        after_quotation = current is not None and current.kind is BlockKind.QUOTATION and not indented
        in_the_middle = current is not None and current.kind in FLOATING and starts_lower(here.row.text)
        in_the_middle = in_the_middle or (not indented and _is_broken_off(blocks, here, measures))
        blocks.append(RawBlock(
            BlockKind.PARAGRAPH, [here.row], resumes=after_quotation or in_the_middle, reason="text",
        ))  # fmt: skip
    elif _is_below_display(here, blocks, measures):
        blocks.append(
            RawBlock(BlockKind.PARAGRAPH, [here.row], resumes=True, reason="flush, below lines that are set off")
        )
    elif _begins_paragraph(here, current, measures):
        blocks.append(RawBlock(BlockKind.PARAGRAPH, [here.row], reason=_begins_paragraph(here, current, measures)))
    else:
        current.rows.append(here.row)


def _is_broken_off(blocks: Sequence[RawBlock], here: Situation, measures: Measures) -> bool:
    """Whether figures and tables interrupt a paragraph: its last line, in this row's type, is full, without a stop."""
    floats = takewhile(lambda block: block.kind in INTERRUPTING, reversed(blocks))
    count = sum(1 for _ in floats)
    if not 0 < count < len(blocks) or blocks[-count - 1].kind is not BlockKind.PARAGRAPH:
        return False
    last = blocks[-count - 1].rows[-1]
    full = last.line.box is not None and not last.closes and measures.shortfall(last) <= SHORT
    return full and abs(here.size - measures.relative_size(last)) <= TOLERANCE


def _is_below_display(here: Situation, blocks: Sequence[RawBlock], measures: Measures) -> bool:
    """Whether a flush row stands below lines that are all indented, white between: the paragraph over them goes on.

    So are sentences set off to which the author refers, and a colon leads into them. Only where first lines of
    paragraphs are indented.
    """
    flush = here.geometric and here.indent < INDENT <= measures.first_line and not here.page_top
    if not flush or here.gap < 0.3 or len(blocks) < 2:
        return False
    above, display = blocks[-2:]
    led = above.kind is BlockKind.PARAGRAPH and above.rows[-1].prose.endswith(":")
    return led and all(measures.indent(row) >= INDENT for row in display.rows)


def _begins_paragraph(here: Situation, current: RawBlock, measures: Measures) -> str:
    """Why a row begins a new paragraph after a row of text, or an empty string."""
    last = current.rows[-1]
    before = last.text
    if SECTION_BREAK.match(before) or SECTION_BREAK.match(here.row.text):
        return "asterisks part the sections"
    early = here.geometric and measures.shortfall(last) > SHORT
    if early and INDENT <= here.indent < 8 and before[-1:] in ",;:":
        return "indented, after a short line"  # an item of a list set like paragraphs
    if not last.closes and not before.endswith(("-", "—", "–")) and _is_first_line(here, current, measures):
        return "indented as paragraphs are"
    if starts_lower(here.row.text) and not last.closes:
        return ""
    if here.geometric:
        return _indented_or_set_off(here, current, measures)
    if here.row.line.indent - last.line.indent >= 2 and last.closes:
        return "indented"
    first_word = here.row.text.split(" ", 1)[0]
    # The line before is short only if the next word would have fitted into it.
    short = len(before) + 1 + len(first_word) <= 0.92 * measures.full_line and last.closes
    if here.gap >= 1 and not here.page_top and last.closes:
        return "after a blank line"
    return "the line before ends early" if short else ""


def _is_first_line(here: Situation, current: RawBlock, measures: Measures) -> bool:
    """Whether a row is indented just as the article's paragraphs are, whatever the line before ends with.

    A further line of a hanging item, or of matter set in as far, is not: flush lines follow, or both this line and the
    one before end early, or the one before is a first line itself; nor is what a full line with a comma at its end goes
    on to. On a scan, where a margin may be off, what begins with a small letter is not.
    """
    if not here.geometric or not measures.first_line or abs(here.indent - measures.first_line) > EXACT:
        return False
    if starts_lower(here.row.text) and here.row.page.reader != TEXT_LAYER:
        return False
    last = current.rows[-1]
    early = ends_early(last, here.row, measures)
    if last.prose.endswith(",") and not early:
        return False
    goes_on = starts_lower(here.row.text) or not early
    if _is_level(here, current, measures) and not last.closes and goes_on:
        return False  # the third line of a hanging item
    alone = here.shortfall > SHORT and (early or last.prose.endswith(":"))
    after_first_line = len(current.rows) == 1 and abs(measures.indent(last) - measures.first_line) <= EXACT
    if len(current.rows) == 1 and starts_lower(here.row.text) and not early and here.gap < CLOSE:
        return False  # the second line of what is set in as far as first lines are, or beside an initial
    return alone or after_first_line or (here.following is not None and measures.indent(here.following) < INDENT)


def _indented_or_set_off(here: Situation, current: RawBlock, measures: Measures) -> str:
    last = current.rows[-1]
    hangs = _hangs(here, current, measures)
    if INDENT <= here.indent < 8 and (here.gap >= 0.3 or (last.closes and not hangs)):
        return "indented"
    early = ends_early(last, here.row, measures) and not starts_lower(here.row.text)
    if here.gap >= 0.4 and (last.closes or early):
        return "set off"
    return "the line before ends early" if early and last.closes else ""


def _hangs(here: Situation, current: RawBlock, measures: Measures) -> bool:
    """Whether a row stands right under one that is as far in, is full, and is not the first of its block."""
    return _is_level(here, current, measures) and not ends_early(current.rows[-1], here.row, measures)


def _is_level(here: Situation, current: RawBlock, measures: Measures) -> bool:
    """Whether a row stands as far in as the last of a block, which is not its first."""
    return len(current.rows) > 1 and abs(measures.indent(current.rows[-1]) - here.indent) <= EXACT
