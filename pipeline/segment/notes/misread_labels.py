"""Labels of which a digit is misread, as the sequence wants them: ``2, 4, 4`` on three pages, ``35, 86, 87, 38``."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from math import inf

from rapidfuzz.distance import Levenshtein

from pipeline.model import TEXT_LAYER
from pipeline.segment.notes.glyphs import LABELS, glyph_price
from pipeline.segment.notes.label_chain import LOOK_BACK
from pipeline.segment.notes.labels import Label
from pipeline.segment.notes.raised_labels import raised_numbers, stands_first
from pipeline.segment.rows import begins_anew


def misread(
    labels: Sequence[Label], chain: Sequence[Label], is_called: Callable[[Label], bool] = lambda _: False
) -> list[Label]:
    """Labels of which one digit may be misread, as the sequence wants them: ``2, 4, 4`` on three pages is 2, 3, 4.

    Where the chain lacks one number, the label behind the gap may be that one, if its own number, or one that a digit
    tells from it, stands once more before the next; so may the label before the gap, if its own number stands once more
    behind the last (``3, 4, 4, 6``); and so may a label within the gap.

    Args:
        labels: that may be labels.
        chain: those of the sequence.
        is_called: whether the text calls a label near by.
    """
    used = {label.index for label in chain}
    spare = [label for label in labels if label.value and label.index not in used and _is_read(label)]
    found: list[Label | None] = [*_misread_in_dump(labels, chain, is_called)]
    for place, (before, behind) in enumerate(pairwise(chain)):
        wanted = before.value + 1
        if behind.value != wanted + 1 or not _is_read(behind):
            continue
        end = chain[place + 2].index if place + 2 < len(chain) else behind.index + LOOK_BACK
        found += [_as(label, wanted) for label in spare if before.index < label.index < behind.index]
        last = chain[place - 1].index if place else -1
        if _is_read(before) and any(
            last < label.index < before.index and label.value == before.value for label in spare
        ):
            found.append(_as(before, wanted))
        again = [label for label in spare if behind.index < label.index < end]
        twins = [_as(label, behind.value) for label in again if label.value != behind.value]
        if any(twins) or any(label.value == behind.value for label in again):
            found += [_as(behind, wanted), *twins]
    found += _misread_behind(spare, chain, is_called)
    found += _rivals(spare)
    return [label for label in found if label is not None]


def _rivals(spare: Iterable[Label]) -> Iterator[Label]:
    """Raised labels that are in no sequence as their surest reader has them, by the other readings of their ink."""
    for label in spare:
        for sign in raised_numbers(label.row):
            if sign != label.sign:
                yield replace(label, sign=sign, weight=label.weight - MISREAD)


def _misread_behind(
    spare: Sequence[Label], chain: Sequence[Label], is_called: Callable[[Label], bool]
) -> Iterator[Label]:
    """Behind the last label of the chain those that are a next number but for a digit, which the text calls near by.

    ``36`` and ``88``, of which the label between was lost: 38 is called on the page.
    """
    if not chain:
        return
    wanted = range(chain[-1].value + 1, chain[-1].value + 2 + MOST_MISREAD)
    for label in spare:
        read = (_as(label, value) for value in wanted if label.index > chain[-1].index)
        yield from (other for other in read if other and is_called(other))


def _misread_in_dump(
    labels: Sequence[Label], chain: Sequence[Label], is_called: Callable[[Label], bool]
) -> Iterator[Label]:
    """Of a dump, the labels between two of the chain that stand for the numbers it lacks there, but for a digit each.

    ``35, 86, 87, 38`` is 35 to 38. Nothing else tells that a digit of a dump is doubtful: every number that lacks has
    to have its label, one digit of two to be left, and the calls of half of them to be legible near by; the line of
    a note that goes on with a number follows no stop.
    """
    for before, behind in pairwise(chain):
        lacking = range(before.value + 1, behind.value)
        if not 0 < len(lacking) <= MOST_MISREAD or lacking[0] < 10 or before.row.line.box or behind.row.line.box:
            continue
        read: list[Label] = []
        for label in labels:
            if before.index < label.index < behind.index and len(read) < len(lacking) and begins_anew(label.row):
                read += [other] if (other := _as(label, lacking[len(read)])) else []
        if len(read) == len(lacking) <= 2 * sum(map(is_called, read)):
            yield from read


MOST_MISREAD = 3
"""Labels one after another of which a digit is misread."""


def _is_read(label: Label) -> bool:
    """Whether a reader of ink read a label: no digit of a text layer or of a dump is doubted so."""
    return label.row.line.box is not None and label.row.page.reader != TEXT_LAYER


def _as(label: Label, value: int) -> Label | None:
    """The label as another number, if one digit tells them apart."""
    changed = Levenshtein.distance(label.sign, str(value)) == 1 and len(label.sign) == len(str(value))
    return replace(label, sign=str(value), weight=label.weight - MISREAD) if changed else None


MISREAD = 1.5
"""Price of a digit that is taken for another."""


def renumbered(labels: Iterable[Label]) -> Iterator[Label]:
    """The labels of an article that numbers by the page, each page's in order from 1, as far as the glyphs allow.

    On a page that reads ``1, 4, 4, 5`` or ``1, 2, 1, 1`` digits are misread: no number stands twice on a page. Of all
    ways to number its labels upwards the one is taken that costs least by their glyphs and by the numbers it skips.
    """
    last = 0
    for _, group in groupby(labels, key=lambda label: label.row.page.number):
        own = list(group)
        values = [label.value for label in own]
        shown = [value for label in own for value in (label.value, *_run_on(label))]
        if all(values) and all(map(_is_read, own)) and not _are_in_order(shown, last):
            own = list(map(_numbered, own, _cheapest([_prices(label, len(own) + MOST_LOST) for label in own])))
        last = own[-1].value
        yield from own


def _run_on(label: Label) -> Iterator[int]:
    """The next numbers, so far as they stand amid the row of a label, in its form, as in ``1) Oil. 2) Lamps.``."""
    before, _, behind = label.printed.strip().partition(label.sign)
    number = label.value + 1
    while behind and re.search(rf"\s{re.escape(f'{before}{number}{behind}')}\s", label.row.text):
        yield number
        number += 1


def _are_in_order(values: Sequence[int], last: int) -> bool:
    """Whether a page has the numbers from 1 on; the note behind the last of the page before may stand above.

    What stands above a lone 1 has to be that note by its number: of ``1, 1`` or ``5, 1`` one is misread.
    """
    carried = len(values) > LONE or last == 0 or values[0] == last + 1
    return any(list(values[first:]) == list(range(1, len(values) + 1 - first)) for first in range(1 + carried))


LONE = 2
"""Labels of a page of which the second is a 1 with none behind it."""


def _numbered(label: Label, value: int) -> Label:
    return replace(label, sign=str(value))


def _prices(label: Label, most: int) -> list[float]:
    """What the glyphs of a label say against each number from 1 on."""
    read = [call.readings for call in label.row.line.calls if stands_first(call, label.row)][:1]
    glyphs = [reading.text for readings in read for reading in readings] or [label.printed.rstrip(".):,")]
    return [min(glyph_price(text, str(value), LABELS) for text in glyphs) for value in range(1, most + 1)]


def _cheapest(prices: Sequence[Sequence[float]]) -> tuple[int, ...]:
    """The numbers, each greater than the one before, that cost least together."""
    ways: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
    for own in prices:
        ways = [(inf, ()), *(
            min(
                (price + own[value - 1] + LOST * (value - 1 - last), (*numbers, value))
                for last, (price, numbers) in enumerate(ways[:value])
            )
            for value in range(1, len(own) + 1)
        )]  # fmt: skip
    return min(ways)[1]


MOST_LOST = 3
"""Labels of a page that may be lost altogether."""
LOST = 3.0
"""Price of a number that a page skips: its label is lost, and its row."""
