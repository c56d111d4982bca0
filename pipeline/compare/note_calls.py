"""Note calls: the right note at the right place.

A call of the output is right when its note is the note of the truth (see ``note_pairs``) and it stands in the same gap
between two characters of ink: after the comma is not before the comma. Where the output has lost the characters
around a call, any gap among the lost ones is the same place. Precision and recall are as usual (van Rijsbergen,
Information Retrieval, 1979, chapter 7).
"""

from collections.abc import Callable

import msgspec

from pipeline.compare.alignment import Alignment
from pipeline.compare.note_pairs import NotePairs
from pipeline.compare.reading import ReadCall, Reading
from pipeline.compare.scores import Figure, Score, score

LOST = 3
"""Lost characters around a call among which its place does not matter; beyond, it has to be at their edge."""

Alignments = dict[int, tuple[int, Alignment]]
"""Target in the output (BODY or a note) -> the target in the truth, and how their texts align."""


class CallFigures(Figure, frozen=True, kw_only=True):
    """How well the calls are linked and placed."""

    exact: Score
    within_a_word: Score
    """The same, when a call may stand at the word before or behind its own."""
    certain: Score
    """Exact, counting only calls that the output does not mark as uncertain."""
    low: int
    """Calls that the output marks as uncertain."""
    low_right: int
    """Of these, those that are exactly right all the same."""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a call of the output stands in the truth."""

    call: ReadCall
    note: int
    """Note of the truth; -1 for none."""
    target: int
    first: int
    last: int
    """The gaps of the truth between which it stands; the same where no text is lost."""


def call_figures(truth: Reading, output: Reading, pairs: NotePairs, alignments: Alignments) -> CallFigures:
    """Judge every call of the output."""
    places, wanted, by_target = _judged(truth, output, pairs, alignments)
    exact = _matched(places, wanted, lambda place, call: _is_exact(place, call, by_target[call.target]))
    near = _matched(places, wanted, lambda place, call: _is_near(place, call, by_target[call.target]))
    low = sum(call.low for call in output.calls)
    low_right = sum(place.call.low for place in exact)
    given, asked = len(output.calls), len(truth.calls)
    return CallFigures(
        exact=score(len(exact), given, asked),
        within_a_word=score(len(near), given, asked),
        certain=score(len(exact) - low_right, given - low, asked),
        low=low,
        low_right=low_right,
    )


def right_calls(truth: Reading, output: Reading, pairs: NotePairs, alignments: Alignments) -> list[int]:
    """Index of the note of every call that is exactly right."""
    places, wanted, by_target = _judged(truth, output, pairs, alignments)
    exact = _matched(places, wanted, lambda place, call: _is_exact(place, call, by_target[call.target]))
    return [place.call.note for place in exact]


def _judged(
    truth: Reading, output: Reading, pairs: NotePairs, alignments: Alignments
) -> tuple[list[Place], list[ReadCall], dict[int, Alignment]]:
    """The calls of the output as places of the truth, the calls of the truth, and the alignment of every target."""
    places = [_place(call, pairs, alignments) for call in output.calls if call.target in alignments]
    by_target = dict(alignments.values())
    return places, [call for call in truth.calls if call.target in by_target], by_target


def _place(call: ReadCall, pairs: NotePairs, alignments: Alignments) -> Place:
    target, alignment = alignments[call.target]
    first, last = alignment.stretch(call.offset)
    return Place(call=call, note=pairs.truth_of.get(call.note, -1), target=target, first=first, last=last)


def _matched(places: list[Place], wanted: list[ReadCall], right: Callable[[Place, ReadCall], bool]) -> list[Place]:
    """The places that answer to a call of the truth, each call being answered once."""
    left = list(wanted)
    matched = []
    for place in places:
        for call in left:
            if (place.note, place.target) == (call.note, call.target) and right(place, call):
                left.remove(call)
                matched.append(place)
                break
    return matched


def _is_exact(place: Place, call: ReadCall, alignment: Alignment) -> bool:
    gap = alignment.truth_gaps[call.offset]
    if place.first == place.last:
        # The end of one block and the beginning of the next are one gap, but not one place.
        return gap == place.first and place.call.opens == call.opens
    if place.last - place.first > LOST:
        return gap in (place.first, place.last)
    return place.first <= gap <= place.last


def _is_near(place: Place, call: ReadCall, alignment: Alignment) -> bool:
    words = alignment.truth_words
    word = words[alignment.truth_gaps[call.offset]]
    return words[place.first] - 1 <= word <= words[place.last] + 1
