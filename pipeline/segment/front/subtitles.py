"""How a title goes on: in a line of its own type, in a subtitle."""

import re
from collections.abc import Sequence

from pipeline.model import BlockKind
from pipeline.segment.front.parallel_titles import leads_in, leads_on
from pipeline.segment.front.title_rows import MOST_TITLE_ROWS, SMALLER, in_capitals, text_of
from pipeline.segment.measure import LARGE, Measures
from pipeline.segment.raw_block import RawBlock
from pipeline.segment.row_letters import run_of_letters
from pipeline.segment.rows import Row, ends_sentence, gap_before, is_bold, is_italic
from pipeline.segment.wording.front_labels import is_labelled
from pipeline.segment.wording.heading_words import OPENING
from pipeline.segment.wording.name_lines import BY_ALONE, INSTITUTION, names_only, names_people


def runs_on(group: Sequence[Row], blocks: Sequence[RawBlock], measures: Measures) -> bool:
    """Whether a title goes on in italics: in its size, without a gap; in large type it may read like names."""
    if not blocks or blocks[-1].kind is not BlockKind.TITLE:
        return False
    last, size = blocks[-1].rows[-1], measures.relative_size(group[0])
    alike = abs(size - measures.relative_size(last)) <= 0.06 and (size >= LARGE or not names_only(group, measures))
    close = gap_before(group[0], last, measures.leading * max(1.0, size)) < 0.35
    return alike and close and in_capitals(group[0]) == in_capitals(last) and is_italic(group[0]) != is_italic(last)


def is_announced(group: Sequence[Row], blocks: Sequence[RawBlock], measures: Measures) -> bool:
    """Whether a title that ends with a colon goes on in these rows, set as it is, under white that parts its lines."""
    if not blocks or blocks[-1].kind is not BlockKind.TITLE or len(group) > MOST_TITLE_ROWS:
        return False
    last = blocks[-1].rows[-1]
    # Of a title in small capitals a line that begins with no great one looks as if it were in capitals.
    cased = in_capitals(group[0]) == in_capitals(last) or (_are_small(group[0]) and _are_small(last))
    alike = cased and is_bold(group[0]) == is_bold(last)
    return last.text.endswith(":") and alike and measures.same_size(group[0], last) and not is_labelled(group[0].text)


def _are_small(row: Row) -> bool:
    """Whether all words of a row are in small capitals, great ones or none at their beginning."""
    return bool(row.line.words) and all(word.style.small_caps for word in row.line.words)


def goes_on_in_title(group: Sequence[Row], blocks: Sequence[RawBlock], title: str, measures: Measures) -> bool:
    """Whether rows belong to the title above them: a small word leads on, or they are as large and a cover says so.

    In capitals of one size it may also begin the next line: ``DE LA COSTA``.
    """
    own, known = run_of_letters(text_of(group)), run_of_letters(title)
    if not blocks or blocks[-1].kind is not BlockKind.TITLE or len(group) > MOST_TITLE_ROWS:
        return False
    last = blocks[-1].rows[-1]
    if leads_on(last.text) or (in_capitals(last) and in_capitals(group[0]) and leads_on(group[-1].text)):
        return measures.relative_size(group[0]) >= SMALLER
    as_high = in_capitals(last) and in_capitals(group[0]) and measures.same_size(group[0], last)
    if as_high and leads_in(group[0].text) and not names_only(group, measures):
        return True
    if len(own) < 8 or not known.endswith(own):
        return False
    return measures.relative_size(group[0]) >= 0.95 * measures.relative_size(blocks[-1].rows[0])


def goes_on_in_subtitle(group: Sequence[Row], blocks: Sequence[RawBlock], measures: Measures) -> bool:
    """Whether rows belong to the subtitle above them, set as it is: ``The Case of Merrow v`` leads on to a party."""
    if not blocks or blocks[-1].kind is not BlockKind.SUBTITLE:
        return False
    last = blocks[-1].rows[-1]
    return leads_on(last.text) and measures.same_size(group[0], last)


def part_of_title(size: float, blocks: Sequence[RawBlock], measures: Measures) -> BlockKind:
    """What large type under a title is: more of the title, or a subtitle."""
    title_size = max(measures.relative_size(row) for row in blocks[0].rows)
    as_large = size >= 0.95 * title_size and blocks[-1].kind is BlockKind.TITLE
    return BlockKind.TITLE if as_large else BlockKind.SUBTITLE


def is_subtitle(
    groups: Sequence[Sequence[Row]],
    position: int,
    blocks: Sequence[RawBlock],
    measures: Measures,
    heads: Sequence[str],
    *,
    named: bool,
) -> bool:
    """Whether a group under the title belongs to it: a colon announces it, a running head has both, or names follow.

    Where the authors are named over the title, or on a cover, also a line or two close under the title, centred as it
    is or flush with it.
    """
    group = groups[position]
    text = text_of(group)
    if not blocks or blocks[-1].kind not in {BlockKind.TITLE, BlockKind.SUBTITLE} or len(group) > MOST_TITLE_ROWS:
        return False
    announced = blocks[-1].rows[-1].text.endswith(":") and not is_labelled(text) and not names_people(text, measures)
    if announced and (text[-1] in "?!" or not ends_sentence(text)):
        return True
    over_names = any(names_only(other, measures) for other in groups[position + 1 : position + 2])
    title = run_of_letters(blocks[0].text)
    own = run_of_letters(text)
    # A head may have the title and the author, too.
    told = len(own) >= 8 and (over_names or not names_only(group, measures))
    if told and any(
        title in head and own in head[head.find(title) + len(title) :] for head in map(run_of_letters, heads)
    ):
        return True
    bold = all(map(is_bold, [*group, *blocks[-1].rows]))
    if BY_ALONE.match(text) or (names_only(group, measures) and INSTITUTION.search(text)):
        return False
    centred = all(map(measures.is_centred, group))
    reach = 2 * CLOSE if over_names and centred else CLOSE
    close = gap_before(group[0], blocks[-1].rows[-1], measures.leading) < reach
    close = close and (text.endswith("?") or not ends_sentence(text))
    if not close or names_people(text, measures) or blocks[-1].kind is not BlockKind.TITLE:
        return False
    between = len(group) <= 2 and " " in text and not is_labelled(text) and not re.search(r"\d", text)
    if over_names and (bold or between):
        return True
    named = named or any(block.kind is BlockKind.BYLINE for block in blocks)
    if not named or len(group) > 2 or is_labelled(text) or heads_section(text):
        return False
    centred = centred and all(map(measures.is_centred, blocks[-1].rows))
    return centred or _is_flush_under(groups, position, blocks, measures)


FIRST_SECTION = re.compile(rf"\W*(?:(?:\d{{1,2}}|[IVX]+)[.)]?\s+)?(?:{OPENING})\W*$", re.IGNORECASE)
_SECTION = re.compile(rf"\W*(?:\d|[IVX]+[.)]|(?:{OPENING})\W*$)", re.IGNORECASE)


def heads_section(text: str) -> bool:
    """Whether a line is the first heading of the text, which some journals set right under the title, or may be one."""
    return bool(_SECTION.match(text))


NEARER = 0.3
"""Lines by which a subtitle is nearer to its title than to the text."""


def _is_flush_under(
    groups: Sequence[Sequence[Row]], position: int, blocks: Sequence[RawBlock], measures: Measures
) -> bool:
    """Whether a short group begins where a larger title does, and is nearer to it than to what follows."""
    group, title = groups[position], blocks[-1].rows
    if position + 1 >= len(groups) or measures.relative_size(title[-1]) < LARGE:
        return False
    white = [gap_before(rows[0], before, measures.leading)
             for rows, before in ((group, title[-1]), (groups[position + 1], group[-1]))]  # fmt: skip
    edges = [measures.indent(row) for row in (*title, *group)]
    flush = max(edges) - min(edges) < 0.5 and measures.shortfall(group[-1]) > 2.5
    return flush and white[1] > white[0] + NEARER


CLOSE = 1.0
"""Lines of white up to which a group under the title belongs to it; between title and names, centred, twice as many."""
