"""Labels of which a digit is misread, as the sequence wants them: ``2, 4, 4`` on three pages, ``35, 86, 87, 38``."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from pipeline.model import TEXT_LAYER
from pipeline.segment.notes.label_chain import LOOK_BACK
from pipeline.segment.notes.labels import Label
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
    return [label for label in found if label is not None]


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
