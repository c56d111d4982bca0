"""Which passage of the new edition is which of the old: by content first, by ``xml:id`` where content leaves a choice.

Ids are numbered in order, so that one new paragraph renames all that follow it; content stays. Passages that are alike
and unique hold the two editions together (patience diff: https://bramcohen.livejournal.com/73318.html), and between
them the pairs with the greatest likeness in all are found by dynamic programming.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from pipeline.compare.diff.edition import Passage

ALIKE = 0.5
"""Likeness from which two passages can be the same one; shorter notes often share half of their letters by chance."""
ALIKE_BY_ID = 0.3
"""The same, where the ids are the same too."""
SAME_TEXT = 0.85
"""Likeness from which passages that were moved, joined or cut are told as such."""
TIE = 0.02
"""What the same id, and the same kind, add to the likeness: it only decides between equals."""
WIDEST = 60
"""Passages on each side between two anchors, up to which all pairs are tried. Beyond, only near ones are."""


class Pair(NamedTuple):
    """Passages that are the same, by index; more than one on a side where passages were joined or cut."""

    old: tuple[int, ...]
    new: tuple[int, ...]


class Matching(NamedTuple):
    """How the passages of two editions go together."""

    pairs: tuple[Pair, ...]
    moved: frozenset[Pair]
    """Those of the pairs that stand in another order."""
    lost: tuple[int, ...]
    added: tuple[int, ...]


def likeness(one: str, other: str, least: float = 0.0) -> float:
    """Share of the characters that two texts have in common, in order, from 0.0 to 1.0; 0.0 below ``least``."""
    return fuzz.ratio(one, other, score_cutoff=100 * least) / 100


def match(old: Sequence[Passage], new: Sequence[Passage]) -> Matching:
    """Match the passages of two editions."""
    matched = _in_order(old, new)
    pairs = [Pair((i,), (j,)) for i, j in matched]
    pairs = _absorb(pairs, old, new)
    pairs = [_turned(pair) for pair in _absorb([_turned(pair) for pair in pairs], new, old)]
    lost = _rest(len(old), [i for pair in pairs for i in pair.old])
    added = _rest(len(new), [j for pair in pairs for j in pair.new])
    moved = [Pair((i,), (j,)) for i, j in _moved(old, new, lost, added)]
    pairs = sorted([*pairs, *moved], key=lambda pair: pair.new)
    return Matching(
        tuple(pairs),
        frozenset(moved),
        tuple(i for i in lost if not any(i in pair.old for pair in moved)),
        tuple(j for j in added if not any(j in pair.new for pair in moved)),
    )


def _turned(pair: Pair) -> Pair:
    return Pair(pair.new, pair.old)


def _rest(count: int, taken: Sequence[int]) -> list[int]:
    gone = frozenset(taken)
    return [index for index in range(count) if index not in gone]


# --- In order ---------------------------------------------------------------------------------------------------------


def _in_order(old: Sequence[Passage], new: Sequence[Passage]) -> list[tuple[int, int]]:
    """Pairs that rise on both sides."""
    anchors = [*_anchors(old, new), (len(old), len(new))]
    pairs: list[tuple[int, int]] = []
    i, j = 0, 0
    for next_i, next_j in anchors:
        pairs += [(i + a, j + b) for a, b in _between(old[i:next_i], new[j:next_j])]
        if next_i < len(old):
            pairs.append((next_i, next_j))
        i, j = next_i + 1, next_j + 1
    return pairs


def _anchors(old: Sequence[Passage], new: Sequence[Passage]) -> list[tuple[int, int]]:
    """The longest rising row of pairs of passages whose text is the same, and stands only once on each side."""
    places = _once(new)
    candidates = [(i, places[text]) for text, i in _once(old).items() if text in places]
    return _rising(sorted(candidates))


def _once(passages: Sequence[Passage]) -> dict[str, int]:
    counts = Counter(passage.text for passage in passages)
    return {passage.text: index for index, passage in enumerate(passages) if counts[passage.text] == 1}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest rising row (patience sorting)."""
    tops: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        pile = bisect_left(tops, j)
        before.append(last[pile - 1] if pile else -1)
        tops[pile : pile + 1], last[pile : pile + 1] = [j], [index]
    row: list[tuple[int, int]] = []
    index = last[-1] if last else -1
    while index >= 0:
        row.append(pairs[index])
        index = before[index]
    return row[::-1]


def _between(old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """The pairs of two stretches whose likeness is the greatest in all."""
    if not old or not new:
        return
    gains = [[_gain(old, new, i, j) for j in range(len(new))] for i in range(len(old))]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            together = best[i + 1][j + 1] + gains[i][j] if gains[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    i = j = 0
    while i < len(old) and j < len(new):
        if gains[i][j] and best[i][j] == best[i + 1][j + 1] + gains[i][j]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _gain(old: Sequence[Passage], new: Sequence[Passage], i: int, j: int) -> float:
    """What pairing two passages is worth; 0.0 where they cannot be the same."""
    # Where two editions share next to nothing, comparing everything with everything would take minutes.
    if max(len(old), len(new)) > WIDEST and abs(i * len(new) - j * len(old)) > WIDEST * max(len(old), len(new)):
        return 0.0
    one, other = old[i], new[j]
    same_id = bool(one.id) and one.id == other.id
    found = likeness(one.text, other.text, ALIKE_BY_ID if same_id else ALIKE)
    return found + TIE * same_id + TIE * (one.kind == other.kind) if found else 0.0


# --- Joined, cut, moved -----------------------------------------------------------------------------------------------


def _absorb(pairs: Sequence[Pair], old: Sequence[Passage], new: Sequence[Passage]) -> list[Pair]:
    """Let a new passage take in the old ones beside its own that it holds too: they were joined."""
    free = frozenset(_rest(len(old), [i for pair in pairs for i in pair.old]))
    grown = [_grown(pair, old, new, free) for pair in pairs]
    return [*grown, *_gathered(grown, old, new)]


def _grown(pair: Pair, old: Sequence[Passage], new: Sequence[Passage], free: frozenset[int]) -> Pair:
    if len(pair.new) > 1:
        return pair
    text, taken = new[pair.new[0]].text, pair.old
    while True:
        wider = [w for w in ((taken[0] - 1, *taken), (*taken, taken[-1] + 1)) if {w[0], w[-1]} - {*taken} <= free]
        found = max(wider, key=lambda each: likeness(_joined(old, each), text), default=taken)
        if likeness(_joined(old, found), text) <= max(likeness(_joined(old, taken), text), SAME_TEXT):
            return Pair(taken, pair.new)
        taken = found


def _gathered(pairs: Sequence[Pair], old: Sequence[Passage], new: Sequence[Passage]) -> list[Pair]:
    """New passages without a partner that are a run of old ones without a partner."""
    lost = _rest(len(old), [i for pair in pairs for i in pair.old])
    added = _rest(len(new), [j for pair in pairs for j in pair.new])
    found: list[Pair] = []
    for j in added:
        for run in _runs(lost):
            if len(run) > 1 and likeness(_joined(old, run), new[j].text, SAME_TEXT):
                found.append(Pair(run, (j,)))
                lost = [i for i in lost if i not in run]
                break
    return found


def _runs(indexes: Sequence[int]) -> list[tuple[int, ...]]:
    runs: list[tuple[int, ...]] = []
    for index in indexes:
        if runs and runs[-1][-1] == index - 1:
            runs[-1] = (*runs[-1], index)
        else:
            runs.append((index,))
    return runs


def _joined(passages: Sequence[Passage], indexes: Sequence[int]) -> str:
    return " ".join(passages[index].text for index in indexes)


def _moved(
    old: Sequence[Passage], new: Sequence[Passage], lost: Sequence[int], added: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Passages without a partner whose text stands elsewhere, out of order."""
    free = list(added)
    for i in lost:
        found = max(free, key=lambda j: likeness(old[i].text, new[j].text), default=None)
        if found is not None and likeness(old[i].text, new[found].text, SAME_TEXT):
            free.remove(found)
            yield i, found
