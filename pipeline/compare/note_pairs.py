"""Which note of the output is which note of the truth, by their texts.

Notes come in the same order on both sides, so a monotone alignment decides (Needleman and Wunsch, J. Mol. Biol. 48,
1970): the sum of the similarities of the pairs is the largest possible; a note of the same number is preferred where
texts tie. Notes that are left, because a call stands out of order, are then paired by similarity alone.
"""

from itertools import product

import msgspec

from pipeline.compare.character_error_rate import distance, normalised, rate, similarity
from pipeline.compare.reading import ReadNote
from pipeline.compare.scores import Figure

LIKE = 0.4
"""Similarity below which two notes are not the same note, whatever stands around them. Of the pairs of different notes
within the specimens and 45 jTEI articles 89 % lie below (median 0.19); the rest are alike in earnest: Ibid., links."""
LABEL_BONUS = 0.05
BEGINNING = 15
"""Characters that a note must have for its beginning to stand for all of it, when others may have run into it."""
BEGINNING_WORTH = 0.6
CLOSE = 0.05
"""Character error rate up to which the text of a note counts as well read."""

Row = list[tuple[float, str]]
Pairs = dict[int, int]


class NotePairs(msgspec.Struct, frozen=True, kw_only=True):
    """How the notes of an output answer to those of a truth; all by index."""

    truth_of: Pairs
    """Note of the output -> the note of the truth that it is."""
    merged: Pairs
    """Note of the truth that ran into another one -> the note of the output that holds both."""
    split: Pairs
    """Note of the output that is the rest of another one -> the note of the truth that it belongs to."""


class NoteFigures(Figure, frozen=True, kw_only=True):
    """What became of the notes."""

    wanted: int
    given: int
    found: int
    """Notes of the truth that are a note of the output, alone."""
    close: int
    """Of those found: text within 5 % of character errors."""
    merged: int
    """Ran into the note before or behind."""
    split: int
    """Notes of the truth that are in pieces."""
    lost: int
    spurious: int
    """Notes of the output that are no note of the truth, nor a piece of one."""
    unanchored: int
    """Notes of the output that say themselves that their call was not found."""


def pair_notes(truth: tuple[ReadNote, ...], output: tuple[ReadNote, ...]) -> NotePairs:
    """Pair the notes of the output with those of the truth."""
    alike = _likeness(truth, output)
    pairs = _monotone(alike, len(truth), len(output))
    _pair_the_rest(pairs, alike)
    truth_of = {given: wanted for wanted, given in sorted(pairs.items())}
    return NotePairs(
        truth_of=truth_of, merged=_absorbed(truth, output, pairs), split=_absorbed(output, truth, truth_of)
    )


def note_texts(truth: tuple[ReadNote, ...], output: tuple[ReadNote, ...], pairs: NotePairs) -> list[tuple[str, str]]:
    """Texts to compare, of the truth and of the output: merged and split notes put together, a lost note with nothing.

    In the order of the truth; notes that are only in the output come last.
    """
    given_of = {wanted: given for given, wanted in pairs.truth_of.items()}
    home = {wanted: pairs.merged.get(wanted, given_of.get(wanted)) for wanted in range(len(truth))}
    texts = []
    for wanted in range(len(truth)):
        given = home[wanted]
        if given is None:
            texts.append((truth[wanted].text, ""))
        elif wanted not in pairs.merged:
            mates = [w for w in home if home[w] == given]
            parts = [given, *(g for g in pairs.split if pairs.split[g] == wanted)]
            texts.append((_joined(truth, mates), _joined(output, parts)))
    return texts + [("", output[given].text) for given in _spurious(output, pairs)]


def note_figures(truth: tuple[ReadNote, ...], output: tuple[ReadNote, ...], pairs: NotePairs) -> NoteFigures:
    """Count what became of the notes."""
    joined = set(pairs.merged.values())
    broken = set(pairs.split.values())
    alone = [(w, g) for g, w in pairs.truth_of.items() if g not in joined and w not in broken]
    return NoteFigures(
        wanted=len(truth),
        given=len(output),
        found=len(alone),
        close=sum(rate(truth[w].text, output[g].text) <= CLOSE for w, g in alone),
        merged=len(pairs.merged) + sum(g in joined for g in pairs.truth_of),
        split=len(broken),
        lost=len(truth) - len(pairs.truth_of) - len(pairs.merged),
        spurious=len(_spurious(output, pairs)),
        unanchored=sum(not note.anchored for note in output),
    )


def _spurious(output: tuple[ReadNote, ...], pairs: NotePairs) -> list[int]:
    return [given for given in range(len(output)) if given not in pairs.truth_of and given not in pairs.split]


def _likeness(truth: tuple[ReadNote, ...], output: tuple[ReadNote, ...]) -> dict[tuple[int, int], float]:
    """What a pair is worth, for every pair that is possible."""
    texts = [[normalised(note.text) for note in notes] for notes in (truth, output)]
    alike = {}
    for (w, wanted), (g, given) in product(enumerate(texts[0]), enumerate(texts[1])):
        if (value := _likeness_of(wanted, given)) >= LIKE:
            alike[w, g] = value + (LABEL_BONUS if truth[w].label == output[g].label else 0.0)
    return alike


def _likeness_of(wanted: str, given: str) -> float:
    """Their similarity, or (for less) that of their beginnings, when one is much longer than the other."""
    common = min(len(wanted), len(given))
    whole = similarity(wanted, given)
    if whole >= BEGINNING_WORTH or common < BEGINNING:
        return whole
    return max(whole, BEGINNING_WORTH * similarity(wanted[:common], given[:common]))


def _monotone(alike: dict[tuple[int, int], float], wanted: int, given: int) -> Pairs:
    """The pairs, none crossing another, whose worth is the largest together."""
    worth = [[0.0] * (given + 1) for _ in range(wanted + 1)]
    for w, g in product(range(wanted), range(given)):
        joined = worth[w][g] + alike.get((w, g), 0.0)
        worth[w + 1][g + 1] = max(joined, worth[w][g + 1], worth[w + 1][g])
    pairs, w, g = {}, wanted, given
    while w and g:
        if worth[w][g] == worth[w - 1][g]:
            w -= 1
        elif worth[w][g] == worth[w][g - 1]:
            g -= 1
        else:
            w, g = w - 1, g - 1
            pairs[w] = g
    return pairs


def _pair_the_rest(pairs: Pairs, alike: dict[tuple[int, int], float]) -> None:
    """Pair what is left, the most alike first."""
    taken = set(pairs.values())
    for w, g in sorted(alike, key=lambda pair: (-alike[pair], pair)):
        if w not in pairs and g not in taken:
            pairs[w] = g
            taken.add(g)


def _absorbed(parts: tuple[ReadNote, ...], wholes: tuple[ReadNote, ...], pairs: Pairs) -> Pairs:
    """Parts that are paired with nothing because their text is in the whole that the part beside them answers to."""
    home = dict(pairs)
    for part in range(len(parts)):
        for mate in (part - 1, part + 1):
            if part in home or mate not in home:
                continue
            group = [other for other in home if home[other] == home[mate]]
            if _explains(_joined(parts, [*group, part]), _joined(parts, group), wholes[home[mate]].text):
                home[part] = home[mate]
    return {part: whole for part, whole in home.items() if part not in pairs}


def _joined(notes: tuple[ReadNote, ...], indices: list[int]) -> str:
    return " ".join(notes[index].text for index in sorted(indices))


def _explains(joined: str, alone: str, other: str) -> bool:
    """Whether most of what was added to make ``joined`` out of ``alone`` is there in ``other``."""
    added = len(joined) - len(alone)
    return distance(joined, other) + added / 2 <= distance(alone, other)
