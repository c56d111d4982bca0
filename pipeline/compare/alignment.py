"""Alignment of two texts: which place of the output is which place of the truth.

Only ink counts: white space is left out, so a lost space or another line break moves nothing. A gap is a place between
two characters that are not white space; gap ``g`` has ``g`` of them before it.
"""

from itertools import accumulate

import msgspec
from rapidfuzz.distance import Levenshtein

from pipeline.compare.character_error_rate import coded, graphemes

TOLERANCE = 3
"""Characters by which the edge of a block may be off and still be that edge."""


class Alignment(msgspec.Struct, frozen=True, kw_only=True):
    """The character alignment of an output with a truth, a shortest list of edits between the two."""

    truth_gaps: tuple[int, ...]
    """Offset in the truth, in code points -> gap."""
    output_gaps: tuple[int, ...]
    """Offset in the output -> gap of the output."""
    before: tuple[int, ...]
    """Gap of the output -> gap of the truth after the last aligned character before it."""
    after: tuple[int, ...]
    """Gap of the output -> gap of the truth before the first aligned character behind it."""
    truth_words: tuple[int, ...]
    """Gap of the truth -> words of the truth that begin before it."""

    def stretch(self, offset: int) -> tuple[int, int]:
        """The gaps of the truth that an offset of the output may stand for: one, unless text is lost there."""
        gap = self.output_gaps[offset]
        return self.before[gap], max(self.before[gap], self.after[gap])

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The gaps of the truth around what ``output[start:end]`` is there; None if it is not there at all."""
        first, last = self.after[self.output_gaps[start]], self.before[self.output_gaps[end]]
        return (first, last) if first < last else None

    def truth_span(self, start: int, end: int) -> tuple[int, int]:
        """The gaps around ``truth[start:end]``."""
        return self.truth_gaps[start], self.truth_gaps[end]


def align(truth: str, output: str) -> Alignment:
    """Align the output with the truth, character by character (grapheme clusters)."""
    truth_ink, output_ink = ("".join(text.split()) for text in (truth, output))
    before, after = _neighbours(*coded(truth_ink, output_ink))
    return Alignment(
        truth_gaps=_gaps(truth),
        output_gaps=_gaps(output),
        before=before,
        after=after,
        truth_words=_words(truth),
    )


def _neighbours(truth: str, output: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """For every gap of the output, the gaps of the truth beside its aligned neighbours; both run upwards."""
    before, after = [0] * (len(output) + 1), [len(truth)] * (len(output) + 1)
    for code in Levenshtein.opcodes(truth, output):
        if code.tag in ("equal", "replace"):
            count = code.dest_end - code.dest_start
            after[code.dest_start : code.dest_end] = range(code.src_start, code.src_start + count)
            before[code.dest_start + 1 : code.dest_end + 1] = range(code.src_start + 1, code.src_start + count + 1)
    falling = accumulate(reversed(after), min)
    return tuple(accumulate(before, max)), tuple(reversed(list(falling)))


def _gaps(text: str) -> tuple[int, ...]:
    """For every offset, the clusters of ink before it; within a cluster, those before the cluster."""
    gaps = [0]
    for cluster in graphemes(text):
        gaps.extend([gaps[-1]] * (len(cluster) - 1))
        gaps.append(gaps[-1] + (not cluster.isspace()))
    return tuple(gaps)


def _words(text: str) -> tuple[int, ...]:
    """For every gap, the words that begin before it."""
    words = [0]
    for number, word in enumerate(text.split(), 1):
        words.extend([number] * len(graphemes(word)))
    return tuple(words)
