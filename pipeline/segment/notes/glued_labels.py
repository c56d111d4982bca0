"""Raised labels of a dump that the reader glued to the first word, as if they were letters of it: ``SSee``, ``391d.``.

No word begins so; but only the sequence tells which number was printed. So a row is a label only as a number that the
chain lacks between the labels beside it, and if its glyphs look like that number.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.segment.notes.glyphs import LABELS, glyph_price
from pipeline.segment.notes.label_chain import MOST_SKIPPED, chain_of
from pipeline.segment.notes.labels import Label
from pipeline.segment.rows import Row, begins_anew

_GLUED = re.compile(
    r"""
    ^(?P<label>
        [\dIlSOZBHTJL!|}{~°][\dIlSOZBHTJL!|}{~°'’]? (?= [A-ZÀ-Þ][a-zß-ÿ]+(?:[\s.,:]|$) )    # SSee, lODoyle, HId.
      | [\dlSOZ!|}{~°]{1,2} (?= [A-Z]\.\s?[A-Z]\. )                                        # ~lU.N.
      | [\dIlSOZBHTJL!|}{~°]{1,2} (?= [1!l/\[]d\.(?:\s|$) )                                 # 391d.
    )
    """,
    re.VERBOSE,
)
"""No word of the text begins so, wherever a line breaks."""
_APART = re.compile(
    r"""
    ^(?P<label>
        [\dIlSOZBHTJL!|}{~°]{1,2} \s? (?= (?:1[6-9]|20)\d\d\s[A-ZÀ-Þ] )   # 381979 Principles
      | (?: [\dIlSOZ!|}{~°]{2} | [SZBH] ) \s (?= [A-ZÀ-Þ] )               # IS The, H See
    )
    """,
    re.VERBOSE,
)
"""A line of the text may begin so by chance, and rarely where a sentence begins."""
MOST = 4.0
"""Price of the glyphs of a label up to which they may stand for the number."""
MOST_LACKING = 2 * MOST_SKIPPED
"""Numbers that lack between two legible labels: a page or two of notes."""
LIKE = 1.5
"""The same behind the last legible label, where no other tells that a number lacks."""


def with_glued(rows: Sequence[Row], labels: Sequence[Label], chain: list[Label]) -> list[Label]:
    """The chain with the labels of a dump that were glued to their words, as far as it gains by them.

    Args:
        rows: of the article, furniture taken off.
        labels: all that may be labels.
        chain: those of the sequence; returned as it is where it is empty, or not that of a dump.
    """
    if not chain or any(label.row.line.box for label in chain):
        return chain
    for _ in range(ROUNDS):
        longer = chain_of(sorted([*labels, *_glued(rows, chain)], key=lambda label: label.index))
        if len(longer) <= len(chain):
            break
        chain = longer
    return chain


ROUNDS = 3
"""Each may close a gap that was too wide for the one before."""


def _glued(rows: Sequence[Row], chain: Sequence[Label]) -> list[Label]:
    """Labels for the numbers that the chain lacks, of less weight the less their glyphs look like them."""
    found: list[Label] = []
    for begin, end, wanted, most in _gaps(rows, chain):
        for index in range(begin, end):
            row = rows[index]
            label = _GLUED.match(row.text) or (_APART.match(row.text) if begins_anew(row) else None)
            if label:
                found += _readings(row, index, label["label"], wanted, most)
    return found


def _gaps(rows: Sequence[Row], chain: Sequence[Label]) -> Iterator[tuple[int, int, range, float]]:
    """The rows between two legible labels, half-open, the numbers that lack there, and what glyphs may cost.

    Also those before the first legible label and behind the last. Nothing lacks where the numbers start again.
    """
    sure = [label for label in chain if label.printed.rstrip(".,:)").isdecimal()]
    if not sure:
        return
    first, last = sure[0], sure[-1]
    page = first.row.page.number
    top = next(index for index, row in enumerate(rows) if row.page.number >= page - 1)
    yield top, first.index, range(1, min(first.value, MOST_LACKING)), MOST
    for before, behind in pairwise(sure):
        if behind.value - before.value <= MOST_LACKING:
            yield before.index + 1, behind.index, range(before.value + 1, behind.value), MOST
    yield last.index + 1, len(rows), range(last.value + 1, last.value + MOST_LACKING), LIKE


def _readings(row: Row, index: int, printed: str, wanted: range, most: float) -> Iterator[Label]:
    height = row.page.height or len(row.page.lines)
    place = 0.5 if row.number > height / 2 else -0.5
    for number in wanted:
        price = glyph_price(printed.rstrip(), str(number), LABELS)
        if price <= most:
            yield Label(row, index, len(printed), str(number), place - price)
