"""The top of an article's first page: title, byline, affiliation, abstract, keywords, told apart from the body."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from rapidfuzz import fuzz

from pipeline.model import BlockKind
from pipeline.segment.body.contents import is_led
from pipeline.segment.body.epigraphs import is_epigraph
from pipeline.segment.front.addresses_at_foot import is_address
from pipeline.segment.front.box_beside_abstract import box_before_abstract
from pipeline.segment.front.bylines import byline_over_title, name_and_institution, without_affiliation
from pipeline.segment.front.keywords import CODES
from pipeline.segment.front.parallel_titles import is_parallel
from pipeline.segment.front.shared_lines import parted
from pipeline.segment.front.subtitles import (
    FIRST_SECTION,
    goes_on_in_subtitle,
    goes_on_in_title,
    is_announced,
    is_subtitle,
    part_of_title,
    runs_on,
)
from pipeline.segment.front.title_rows import (
    authors_over_title,
    by_language,
    groups_of,
    in_capitals,
    is_text_of_dump,
    names_translator,
    opens,
    rows_above,
    text_of,
    title_group,
)
from pipeline.segment.front.under_names import hangs_on_names, is_aside, is_history, names_author
from pipeline.segment.measure import Measures
from pipeline.segment.raw_block import RawBlock
from pipeline.segment.row_letters import letters
from pipeline.segment.rows import Row, ends_sentence, gap_before, is_bold, is_italic, starts_lower
from pipeline.segment.wording.front_labels import ABSTRACT, KEYWORDS, heads_contents, is_labelled, runs_into_contents
from pipeline.segment.wording.masthead import cites_journal
from pipeline.segment.wording.name_lines import (
    BY_ALONE,
    REVIEWED,
    begins_with_role,
    is_institution,
    names_only,
    names_people,
)

ADDRESS = 8
"""Rows of the addresses of all authors at most, or of one with what he is, his street and town."""
LONG = 5
"""Rows in smaller type, inset, that are an abstract though a note is called in them: an epigraph is shorter."""
REACH = 70
"""Rows of the first page in which the title block ends, where no table of contents ends it before: dots that lead to a
page number tell nothing of the size of the type."""


def split_title_block(
    rows: Sequence[Row],
    measures: Measures,
    title: str = "",
    authors: Sequence[str] = (),
    heads: Sequence[str] = (),
    journal: Sequence[str] = (),
) -> tuple[list[RawBlock], list[Row], list[Row]]:
    """Divides the first page's rows.

    Args:
        rows: of the first page of the article, furniture and notes taken off.
        measures: of the article.
        title: as a cover page gives it, if there is one.
        authors: likewise.
        heads: running heads of the article, which repeat its title and its authors.
        journal: lines of the page's furniture that have the journal's name.

    Returns:
        the blocks of the title block, rows above the title (journal furniture), and the rows of the body.
    """
    rows = box_before_abstract(rows)
    rows = [*parted(rows[:REACH]), *rows[REACH:]]
    above = rows[: rows_above(rows, measures, journal, heads)]
    contents = next((index for index, row in enumerate(rows) if is_led(row.text)), len(rows))
    groups = list(groups_of(rows[len(above) : min(contents, REACH)], measures))
    first = title_group(groups, measures, title, heads, above)
    if first is None:
        return [], above, list(rows[len(above) :])
    groups[first : first + 1] = by_language(groups, first)
    above = [*above, *(row for group in groups[:first] for row in group)]
    blocks: list[RawBlock] = []
    used = len(above)
    unnamed = [group for group in groups[:first] if not names_translator(group)]
    over = byline_over_title(unnamed, measures, set_apart=measures.is_centred(groups[first][-1]))
    named = bool(authors) or bool(over)
    over_names = {row.text for block in over for row in block.rows}
    for position in range(first, len(groups)):
        group = groups[position]
        if position > first and is_text_of_dump(group, measures) and not is_labelled(group[0].text):
            break
        if position == first and not opens(title, group) and authors_over_title(groups, first, measures):
            kind: BlockKind | None = BlockKind.BYLINE
        else:
            kind = _kind(groups, position, blocks, measures, authors, named=named)
            other = bool(blocks) and is_parallel(blocks[0].text, text_of(group))
            goes_on = runs_on(group, blocks, measures) or is_announced(group, blocks, measures)
            goes_on = goes_on_in_title(group, blocks, title, measures) or (goes_on and not other)
            kind = BlockKind.TITLE if goes_on else kind
            goes_on = goes_on or (kind is BlockKind.TITLE and starts_lower(group[0].text))
            told = () if kind is BlockKind.TITLE else (*heads, title)
            signed = kind is BlockKind.BYLINE and len(name_and_institution(group[0])) > 1
            if not (goes_on or signed) and is_subtitle(groups, position, blocks, measures, told, named=named):
                kind = BlockKind.SUBTITLE
            if goes_on_in_subtitle(group, blocks, measures):
                goes_on, kind = True, BlockKind.SUBTITLE
            second = blocks and not goes_on and kind in {BlockKind.TITLE, BlockKind.SUBTITLE}
            again = kind is BlockKind.BYLINE and group[0].text in over_names
            if again or (second and other):
                kind = BlockKind.PARAGRAPH  # the title in another language, or the names over it
        if kind is None:
            break
        for part, own_kind in without_affiliation(kind, group):
            _add(blocks, own_kind, part)
        used += len(group)
    byline = over if _lacks_byline(blocks) else []
    taken = {row.key for block in byline for row in block.rows}
    above = [row for row in above if row.key not in taken]
    return [*byline, *blocks], above, list(rows[used:])


def _lacks_byline(blocks: Sequence[RawBlock]) -> bool:
    return all(block.kind is not BlockKind.BYLINE for block in blocks)


def _kind(
    groups: Sequence[Sequence[Row]],
    position: int,
    blocks: Sequence[RawBlock],
    measures: Measures,
    authors: Sequence[str],
    *,
    named: bool,
) -> BlockKind | None:
    """The kind of a group of the title block; None where the body begins.

    ``named``: whether the authors stand over the title, or on a cover.
    """
    if not blocks:
        return BlockKind.TITLE
    group = groups[position]
    text, last = text_of(group), blocks[-1].kind
    size = max(measures.relative_size(row) for row in group)
    over_front = any(
        names_only(other, measures) or is_labelled(other[0].text) for other in groups[position + 1 : position + 2]
    )
    listed = runs_into_contents(blocks[-1].text) and bool(_FIRST.match(text))
    if listed or heads_contents(group[0].text) or (FIRST_SECTION.match(text) and not over_front):
        return None
    if KEYWORDS.match(text) or (last is BlockKind.KEYWORDS and _is_bare(blocks[-1], KEYWORDS)):
        return BlockKind.KEYWORDS
    if runs_into_contents(text):
        return BlockKind.PARAGRAPH
    if ABSTRACT.match(text):
        return BlockKind.ABSTRACT
    if all(block.kind is BlockKind.BYLINE for block in blocks):
        return BlockKind.TITLE  # authors over the title
    if _is_affiliation(groups, position, blocks[-1], measures):
        return BlockKind.AFFILIATION
    names = without_affiliation(BlockKind.BYLINE, group)[0][0]
    kinds = {block.kind for block in blocks}
    # Under an abstract stands the byline of a column beside it, if none stands over it.
    in_place = BlockKind.ABSTRACT not in kinds or (BlockKind.BYLINE not in kinds and in_capitals(names[0]))
    in_place = in_place and len(group) - len(names) <= ADDRESS  # else the text of a section stands under its heading
    if in_place and _is_byline(names, authors, measures):
        return BlockKind.BYLINE
    if size >= 1.08 and last in {BlockKind.TITLE, BlockKind.SUBTITLE} and (text[-1] == "?" or not ends_sentence(text)):
        return part_of_title(size, blocks, measures)
    return _under_names(groups[position], blocks) or _before_the_body(groups, position, blocks, measures, named=named)


_FIRST = re.compile(r"(?:1|I)[.)]?\s")
"""Behind contents that run in, the first section that they name begins the text."""


def _under_names(group: Sequence[Row], blocks: Sequence[RawBlock]) -> BlockKind | None:
    """An address, the book under review, or what is told of the authors and their article."""
    last = blocks[-1].kind
    named = last in {BlockKind.BYLINE, BlockKind.AFFILIATION} and len(group) <= 4
    if named and is_institution(text_of(group)):
        return BlockKind.AFFILIATION
    told = last in {BlockKind.ABSTRACT, BlockKind.KEYWORDS} and names_author(group, blocks)
    dated = not _lacks_byline(blocks) and is_history(group)
    reviewed = named and bool(REVIEWED.search(text_of(group)))
    return BlockKind.PARAGRAPH if told or dated or reviewed else None


def _is_affiliation(groups: Sequence[Sequence[Row]], position: int, above: RawBlock, measures: Measures) -> bool:
    """Whether rows are where the names over them are, or under the abstract a name with its address."""
    group, last = groups[position], above.kind
    if len(group) > ADDRESS or (len(name_and_institution(group[0])) > 1 and not _is_larger(above, group[0])):
        return False  # or another author, who shares the line with his institution
    if last is BlockKind.BYLINE and hangs_on_names(groups, position, above.rows[-1], measures):
        return True
    if last in {BlockKind.ABSTRACT, BlockKind.KEYWORDS}:
        return is_address(group)
    if last is BlockKind.BYLINE and group[0].line is above.rows[-1].line:
        return True
    if last is BlockKind.AFFILIATION and (above.text.endswith(",") or _goes_on_in_italics(above, group, measures)):
        return True
    told = is_institution(group[0].text) or begins_with_role(group[0].text)
    book = bool(REVIEWED.search(text_of(group)))  # under the reviewer: The Oil Laboratory. Garth Press, 1901. 305 pp.
    return last in {BlockKind.BYLINE, BlockKind.AFFILIATION} and told and not book


def _is_larger(names: RawBlock, row: Row) -> bool:
    """Whether names on their own line are larger than the one under them: ``Tidal History, Harbour College``."""
    last = names.rows[-1]
    return (
        names.kind is BlockKind.BYLINE
        and last.text == last.line.text.strip()
        and row.line.size < SMALLER * last.line.size
    )


SMALLER = 0.95
"""Size of an address, of that of the names over it; those of two authors are one."""


def _goes_on_in_italics(address: RawBlock, group: Sequence[Row], measures: Measures) -> bool:
    """Whether rows close under an address are in italics as it is: the town under the department."""
    close = gap_before(group[0], address.rows[-1], measures.leading) < CLOSE
    return len(group) <= LINES and close and all(map(is_italic, (*address.rows, *group)))


LINES = 2
"""Rows of an address that nothing but its italics tells."""


def _before_the_body(
    groups: Sequence[Sequence[Row]], position: int, blocks: Sequence[RawBlock], measures: Measures, *, named: bool
) -> BlockKind | None:
    """Abstract, or matter that stands before a labelled abstract or the keywords: an author's life, contents, books."""
    group, following = groups[position], groups[position + 1 : position + 1 + AHEAD]
    labels = [other[0].text for other in following if is_labelled(other[0].text)]
    if blocks[-1].kind is BlockKind.ABSTRACT and _is_bare(blocks[-1], ABSTRACT):
        return BlockKind.ABSTRACT
    if cites_journal(group[0].text):
        return BlockKind.PARAGRAPH
    if _lists_books(groups[position : position + 1 + AHEAD], blocks, measures):
        return BlockKind.PARAGRAPH
    aside = is_aside(group, blocks)
    if any(ABSTRACT.match(text) for text in labels):
        return BlockKind.PARAGRAPH
    if labels and KEYWORDS.match(labels[0]):
        right_before = following[0][0].text == labels[0]
        abstract = len(group) >= 2 and (right_before or group[-1].closes) and not aside
        own = abstract and not _is_over(blocks, group, measures)
        return BlockKind.ABSTRACT if own else BlockKind.PARAGRAPH
    epigraph = bool(following) and is_epigraph(group, following[0][0]) and blocks[-1].kind is not BlockKind.ABSTRACT
    # Right under a title may stand where the article was printed before: in italics too, but short.
    named = (named and len(group) >= SEVERAL) or any(block.kind is BlockKind.BYLINE for block in blocks)
    keyed = blocks[-1].kind is BlockKind.KEYWORDS and any(block.kind is BlockKind.ABSTRACT for block in blocks)
    dense = len(group) >= SEVERAL and _is_dense(group, measures)
    likely = named and (bool(following) or dense) and not (aside or epigraph or keyed)
    abstract = likely and _is_abstract(group, blocks, measures)
    return BlockKind.ABSTRACT if abstract else None


def _lists_books(groups: Sequence[Sequence[Row]], blocks: Sequence[RawBlock], measures: Measures) -> bool:
    """Whether between a title and the names under it stand the books under review, in capitals and small letters."""
    listed = list(takewhile(lambda group: not names_only(group, measures), groups))
    named = len(listed) < len(groups) and _lacks_byline(blocks)
    return named and bool(REVIEWED.search(" ".join(map(text_of, listed))))


def _is_over(blocks: Sequence[RawBlock], group: Sequence[Row], measures: Measures) -> bool:
    """Whether the abstract ended before a group: in other type the dates of the article stand behind it."""
    rows = [row for block in blocks if block.kind is BlockKind.ABSTRACT for row in block.rows]
    return bool(rows) and not (blocks[-1].rows[-1] is rows[-1] and measures.same_size(rows[-1], group[0]))


SEVERAL = 4
"""Rows of an abstract without a label, where no name stands over it."""
AHEAD = 5
"""Groups behind one in which the label of an abstract or of keywords shows that it stands before the body."""


def _is_byline(group: Sequence[Row], authors: Sequence[str], measures: Measures) -> bool:
    text = text_of(group)
    known = any(fuzz.partial_ratio(letters(author), letters(text)) >= 90 for author in authors if len(author) > 4)
    named = names_people(text, measures) or names_only(group, measures) or bool(BY_ALONE.match(text))
    return len(group) <= 3 and len(text) < 160 and (known or named)


def _is_abstract(group: Sequence[Row], blocks: Sequence[RawBlock], measures: Measures) -> bool:
    """Between title or byline and body, and unlike the body: labelled, smaller, italic, bold or indented."""
    if not (group[-1].closes or CODES.search(text_of(group))):
        return False
    if blocks[-1].kind is BlockKind.ABSTRACT:
        return _is_bare(blocks[-1], ABSTRACT)
    if measures.solid:
        return False
    if group[0].line.box is None:
        return len(group) >= 2 and max(len(row.text) for row in group) > measures.full_line + 2
    smaller = sum(measures.relative_size(row) < 0.97 for row in group) > 0.6 * len(group)
    inset = all(measures.indent(row) >= 0.6 for row in group)
    if _has_calls(group) and not (smaller and inset and len(group) >= LONG):
        return False
    set_apart = smaller or inset or all(map(is_italic, group)) or all(map(is_bold, group))
    return len(group) >= 2 and (set_apart or _is_dense(group, measures))


def _is_dense(group: Sequence[Row], measures: Measures) -> bool:
    """Whether all rows stand much closer to each other than those of the text: an abstract is set solid over it."""
    feet = [row.line.box.bottom for row in group if row.line.box]
    steps = [below - above for above, below in pairwise(feet)]
    return bool(steps) and len(feet) == len(group) and max(steps) < DENSE * measures.leading


DENSE = 0.8
"""Of the leading of the text. No lines of one text are so uneven, but 1½ and single spacing differ by a third."""


def _is_bare(block: RawBlock, label: re.Pattern[str]) -> bool:
    """Whether a block is a label on its own line, what it labels being still to come."""
    return len(block.rows) == 1 and len(label.sub("", block.rows[0].text)) < 3


def _has_calls(group: Sequence[Row]) -> bool:
    """Whether notes are called in the rows: they are hardly ever called in an abstract."""
    calls = [call for row in group for call in row.line.calls if call.readings]
    return any(reading.text.isdecimal() and reading.confidence > 0.75 for call in calls for reading in call.readings)


def _breaks_off(last: Row, row: Row) -> bool:
    """Whether a line goes on in the next, in capitals though one may be: of a book under review the title is set so."""
    close = gap_before(row, last, LEADING * row.line.size) < CLOSE
    return close and len(last.text) >= LINE and not last.closes and is_bold(last) == is_bold(row)


LINE = 40
"""Characters of a line that may go on; a date, or a label, is shorter."""
LEADING = 1.2
"""Of the type size, from line to line."""
CLOSE = 0.35
"""Lines of white within a paragraph."""


_UNDER_NAMES = (BlockKind.BYLINE, BlockKind.AFFILIATION)


def _is_mail(group: Sequence[Row]) -> bool:
    """Whether a group is an address for letters on the net, and nothing else."""
    return len(group) == 1 and bool(_MAIL.fullmatch(group[0].text))


_MAIL = re.compile(r"\S+@[\w-]+(?:\.[\w-]+)+")


def _add(blocks: list[RawBlock], kind: BlockKind, group: Sequence[Row]) -> None:
    reasons = {
        BlockKind.TITLE: "first and largest on the page", BlockKind.SUBTITLE: "under the title, larger than the body",
        BlockKind.BYLINE: "names under the title", BlockKind.AFFILIATION: "an institution under the names",
        BlockKind.ABSTRACT: "between the names and the body, set apart", BlockKind.KEYWORDS: "labelled",
        BlockKind.PARAGRAPH: "before the abstract",
    }  # fmt: skip
    if kind is BlockKind.PARAGRAPH and _is_mail(group) and blocks and blocks[-1].kind in _UNDER_NAMES:
        kind = BlockKind.AFFILIATION
    another = kind is BlockKind.PARAGRAPH and not (blocks and _breaks_off(blocks[-1].rows[-1], group[0]))
    if kind is BlockKind.ABSTRACT and blocks:
        another = bool(ABSTRACT.match(group[0].text)) or is_parallel(blocks[-1].text, text_of(group))
    if blocks and blocks[-1].kind is kind and not another:
        blocks[-1].rows.extend(group)
    else:
        blocks.append(RawBlock(kind, list(group), reason=reasons[kind]))
