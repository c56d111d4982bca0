"""The level of every heading: by its number where the article numbers its headings, else by how it is set."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.model import TEXT_LAYER, BlockKind
from pipeline.segment.body.heading_numbers import HeadingNumber, numbers_of
from pipeline.segment.body.heading_rows import is_in_middle
from pipeline.segment.body.run_in_heads import RUN_IN
from pipeline.segment.body.situations import INDENT, SHORT
from pipeline.segment.measure import Measures
from pipeline.segment.raw_block import RawBlock
from pipeline.segment.wording.heading_words import (
    names_back_matter,
    names_bibliography,
    names_other_matter,
    names_section,
)


class Rank(NamedTuple):
    """How a heading is set: what is less stands above what is more."""

    size: int
    runs_in: bool
    no_capitals: bool
    not_bold: bool
    italic: bool
    flush: bool
    """At the margin, where others that are set so stand in the middle."""

    @property
    def of_any_weight(self) -> "Rank":
        return self._replace(not_bold=True)


LOWEST = 4
"""Level below which no setting tells a heading; numbers may: ``i.`` under ``I. A. 1. a.``"""
SMALL_CAPITALS, OF_SCAN = 0.75, (0.65, 1.3)
"""Size of the capitals that are the small capitals of a type, over that type: 0.76 to 0.90 in five journals. On a scan
the size of a line without small letters is a guess: 0.68 to 1.24 for headings that are printed alike."""
SAME_SIZE = 1.08
"""Sizes within 8 % are one level: a line without ascenders measures a little smaller than its neighbour."""


FEWEST_IN_PLACE = 2
"""Headings of one setting in either place that show two levels."""


def assign_levels(blocks: Sequence[RawBlock], measures: Measures) -> None:
    """Sets ``level`` of every heading: 1 for the highest of the article.

    Where headings are numbered in two ways or more, what stands between 2 and 3 of one way is below it, and a heading
    without a number stands where numbered headings of its setting stand. Otherwise the setting decides. What
    stands over the notes or the bibliography is as high as any, and its type, which is often the smaller one of the
    matter behind the text or the larger one of the journal, says nothing of the others.
    """
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    ranks = _ranks(headings, measures)
    numbers = numbers_of(block.text for block in headings)
    schemes = [number.scheme for number in numbers]
    apart = [_stands_apart(block) and not scheme for block, scheme in zip(headings, schemes, strict=True)]
    first = next((index for index, block in enumerate(headings) if names_back_matter(block)), len(headings))
    text = [index for index in range(first) if not apart[index]] or range(len(headings))
    by_setting = _levels_of_settings([headings[index] for index in text], [ranks[index] for index in text])
    order = _order_of(numbers)
    numbered = [by_setting[rank] for rank, scheme in zip(ranks, schemes, strict=True) if scheme and rank in by_setting]
    for index, (block, rank, scheme) in enumerate(zip(headings, ranks, schemes, strict=True)):
        if apart[index]:
            parts = index > first and _is_under(blocks, block, headings[index - 1], ranks[index - 1 : index + 1])
            block.level = 1 + parts
        elif len(order) == 1 and scheme:  # one numbering is one level, however its headings are set
            block.level = min(numbered, default=1)
        elif len(order) < 2 or rank not in ranks[:first]:
            block.level = by_setting.get(rank, 1 + (index > first and rank > ranks[first]))
        elif scheme:
            block.level = order.index(scheme) + 1
        elif names_section(block.text):
            block.level = 1  # an introduction stands beside all others, whatever its type
        else:
            alike = Counter(other for other, set_so in zip(schemes, ranks, strict=True) if other and set_so == rank)
            block.level = order.index(alike.most_common(1)[0][0]) + 1 if alike else 1


def _order_of(numbers: Sequence[HeadingNumber]) -> list[str]:
    """The ways of numbering from the highest down: which stands between the numbers of which, else as they appear.

    An introduction may have its own A and B before the I of the article.
    """
    within: Counter[tuple[str, str]] = Counter()
    for index, number in enumerate(numbers):
        behind = numbers[index + 1 :]
        further = (place for place, other in enumerate(behind) if number.scheme == other.scheme)
        end = next(further, None)
        if end is not None and behind[end] == number._replace(value=number.value + 1):
            within.update({(number.scheme, other.scheme) for other in behind[:end]})
    left = list(dict.fromkeys(number.scheme for number in numbers if number.scheme))
    order: list[str] = []
    while left:
        over = (one for one in left if all(within[other, one] <= within[one, other] for other in left))
        order.append(next(over, left[0]))
        left.remove(order[-1])
    return order


def _levels_of_settings(headings: Sequence[RawBlock], ranks: Sequence[Rank]) -> dict[Rank, int]:
    """Setting -> level: one below that of the settings under which most of its headings stand.

    So a larger heading somewhere behind, of an appendix or of the volume's own leaves, is over none of those before it.
    """
    over_none = _settings_of_titles(headings, ranks)
    open_ranks: list[Rank] = []
    parents: defaultdict[Rank, Counter[Rank | None]] = defaultdict(Counter)
    for rank in ranks:
        while open_ranks and open_ranks[-1] >= rank:
            open_ranks.pop()
        parents[rank][open_ranks[-1] if open_ranks else None] += 1
        if rank not in over_none:
            open_ranks.append(rank)
    levels: dict[Rank | None, int] = {None: 0}
    for rank in sorted(parents):
        parent, _ = max(parents[rank].items(), key=lambda item: (item[1], levels[item[0]]))
        levels[rank] = min(levels[parent] + 1, LOWEST)
    return {rank: levels[rank] for rank in parents}


def _settings_of_titles(headings: Sequence[RawBlock], ranks: Sequence[Rank]) -> set[Rank]:
    """The settings that only the first page with headings has, where lower ones go on: of a title, not of sections."""
    pages: defaultdict[Rank, set[int]] = defaultdict(set)
    for block, rank in zip(headings, ranks, strict=True):
        pages[rank].add(block.rows[0].page.number)
    opening = {headings[0].rows[0].page.number} if headings else set()
    lowest_further = max((rank for rank, own in pages.items() if own - opening), default=None)
    return {rank for rank, own in pages.items() if own == opening and lowest_further and rank < lowest_further}


def _stands_apart(block: RawBlock) -> bool:
    """Whether a heading is that of matter beside the text: notes, bibliography, abstract, acknowledgements."""
    return names_bibliography(block) or names_other_matter(block)


def _is_under(blocks: Sequence[RawBlock], block: RawBlock, above: RawBlock, ranks: Sequence[Rank]) -> bool:
    """Whether a heading parts the matter of the one right above it, and is set lower: ``Sources``, ``Literature``."""
    places = [next(place for place, other in enumerate(blocks) if other is each) for each in (above, block)]
    return places[1] == places[0] + 1 and ranks[1] > ranks[0]


def _ranks(headings: Sequence[RawBlock], measures: Measures) -> list[Rank]:
    own = _sizes(headings, measures)
    levels = _levels_of_size(sorted(own, reverse=True))
    ranks = [_rank_of_signs(block, levels[size]) for block, size in zip(headings, own, strict=True)]
    return _of_one_weight(headings, _by_place(headings, ranks, measures))


def _by_place(headings: Sequence[RawBlock], ranks: Sequence[Rank], measures: Measures) -> list[Rank]:
    """Tells those at the margin from those in the middle, where of one setting there are several of each.

    A heading that fills the line goes with the most.
    """
    places: defaultdict[Rank, Counter[bool]] = defaultdict(Counter)
    flush = [_is_flush(block, measures) for block in headings]
    for rank, is_flush in zip(ranks, flush, strict=True):
        if is_flush is not None:
            places[rank.of_any_weight][is_flush] += 1
    found = []
    for rank, is_flush in zip(ranks, flush, strict=True):
        usual = places[rank.of_any_weight].most_common()
        both = len(usual) > 1 and usual[1][1] >= FEWEST_IN_PLACE
        found.append(rank._replace(flush=usual[0][0] if is_flush is None else is_flush) if both else rank)
    return found


def _is_flush(block: RawBlock, measures: Measures) -> bool | None:
    """Whether a heading stands at the margin; None where that and the middle cannot be told apart."""
    if all(is_in_middle(row, measures) for row in block.rows):
        return False
    at_margin = all(measures.indent(row) < INDENT for row in block.rows)
    return True if at_margin and measures.shortfall(block.rows[-1]) > SHORT else None


def _of_one_weight(headings: Sequence[RawBlock], ranks: Sequence[Rank]) -> list[Rank]:
    """Gives the headings of a scan that are set alike but for it the weight that most of them have.

    A reader of images takes a short bold line for roman, or a dark roman one for bold.
    """
    scanned = list(map(_is_of_scan, headings))
    weights: defaultdict[Rank, Counter[bool]] = defaultdict(Counter)
    for rank, of_scan in zip(ranks, scanned, strict=True):
        weights[rank.of_any_weight][rank.not_bold] += of_scan
    return [
        rank._replace(not_bold=weights[rank.of_any_weight].most_common(1)[0][0]) if of_scan else rank
        for rank, of_scan in zip(ranks, scanned, strict=True)
    ]


def _sizes(headings: Sequence[RawBlock], measures: Measures) -> list[float]:
    """Relative sizes; small capitals, whose letters are capitals of a smaller type, are as large as their text.

    One line in small capitals may be anything: the author's institution over the title.
    """
    sizes = [max(measures.relative_size(row) for row in block.rows) for block in headings]
    scanned = list(map(_is_of_scan, headings))
    of_text = ["capitals" in block.reason.split(", ") and _may_be_of_text(size, of_scan=of_scan)
               for block, size, of_scan in zip(headings, sizes, scanned, strict=True)]  # fmt: skip
    if sum(of_text) < SEVERAL:
        return sizes
    return [
        (1.0 if of_scan else max(size, 1.0)) if capitals else size
        for size, capitals, of_scan in zip(sizes, of_text, scanned, strict=True)
    ]


SEVERAL = 2
"""Headings in capitals that show that the sections of the article are set so."""


def _is_of_scan(block: RawBlock) -> bool:
    return block.rows[0].page.reader != TEXT_LAYER


def _may_be_of_text(size: float, *, of_scan: bool) -> bool:
    """Whether a line in capitals of that size may be one in the capitals, small or full, of the text's own type."""
    return OF_SCAN[0] <= size <= OF_SCAN[1] if of_scan else size >= SMALL_CAPITALS


def _levels_of_size(sizes: Sequence[float]) -> dict[float, int]:
    """Size -> level; a new level begins where a size is clearly smaller than the one before."""
    levels: dict[float, int] = {}
    level = 0
    for previous, size in zip([*sizes[:1], *sizes], sizes, strict=False):
        level += previous / size > SAME_SIZE
        levels[size] = level
    return levels


def _rank_of_signs(block: RawBlock, size: int) -> Rank:
    """Lines of their own stand above what runs in, capitals above bold, bold above roman, roman above italic."""
    signs = set(block.reason.split(", "))
    return Rank(size, RUN_IN in signs, "capitals" not in signs, "bold" not in signs, "italic" in signs, flush=False)
