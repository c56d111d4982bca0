"""Zones: whether the words of body, notes and running heads ended up in body, notes and running heads.

Word-level precision, recall and F1 of each zone. The words of a zone in the output are aligned with those of the same
zone in the truth (a shortest list of edits between the two lists of words); a word that is only misread, half of its
characters or more being right, is in its zone: reading errors have a figure of their own.
"""

from rapidfuzz.distance import Levenshtein

from pipeline.compare.character_error_rate import FOLDED, normalised, similarity
from pipeline.compare.note_pairs import NotePairs
from pipeline.compare.reading import Reading
from pipeline.compare.scores import Figure, Score, score

MISREAD = 0.5
"""Similarity from which two words at the same place are one word, misread."""


class ZoneFigures(Figure, frozen=True, kw_only=True):
    """One score for each zone."""

    body: Score
    note: Score
    head: Score | None
    """None where the truth has no running heads to compare with."""


def zone_figures(truth: Reading, output: Reading, pairs: NotePairs, head: Score | None) -> ZoneFigures:
    """Score the zones; that of the running heads is taken as it is given."""
    wanted = [note.text for note in truth.notes]
    given = [output.notes[note].text for note in _in_order(output, pairs)]
    return ZoneFigures(
        body=zone_score(truth.text, output.text),
        note=zone_score(" ".join(wanted), " ".join(given)),
        head=head,
    )


def zone_score(truth: str, output: str) -> Score:
    """Score the words of one zone."""
    wanted, given = (normalised(text).translate(FOLDED).split() for text in (truth, output))
    right = 0
    for code in Levenshtein.opcodes(wanted, given):
        if code.tag == "equal":
            right += code.src_end - code.src_start
        elif code.tag == "replace":
            words = zip(wanted[code.src_start : code.src_end], given[code.dest_start : code.dest_end], strict=True)
            right += sum(similarity(*pair) >= MISREAD for pair in words)
    return score(right, len(given), len(wanted))


def _in_order(output: Reading, pairs: NotePairs) -> list[int]:
    """The notes of the output in the order of the truth; one that is none of the truth stays behind the one before."""
    keys, last = [], -1
    for note in range(len(output.notes)):
        last = pairs.truth_of.get(note, pairs.split.get(note, last))
        keys.append((last, note))
    return [note for _, note in sorted(keys)]
