"""Citations: found or not, their fields, and whether each leads to the work that it means.

The records of two editions have different names; a work is known by its first citation. A citation that leads back is
right when the first citation of its work is one of the same work in the truth, too.
A citation that leads nowhere is unresolved and counts against recall alone; one that leads to the wrong work counts
against precision, too.
"""

from typing import NamedTuple

import msgspec

from pipeline.compare.entities import EntityFigures, entity_figures, found_matches
from pipeline.compare.note_calls import Alignments
from pipeline.compare.reading import ReadCitation, Reading
from pipeline.compare.scores import Figure, Score, score

OVERLAP = 0.5
"""Share of the longer of two citations that both must have in common to be one."""


class CitationFigures(Figure, frozen=True, kw_only=True):
    """How well the citations of the notes are found, read and resolved."""

    found: Score
    """Stretches of notes that are citations."""
    fields: EntityFigures
    """Fields by kind, strict and fuzzy: ``author``, ``title a``, ``cited page`` ..."""
    ranges: Score
    """Cited ranges found whose ends are exactly the truth's."""
    resolved: Score | None
    """Citations that lead back to an earlier one; None where the truth resolves none."""
    wrong: int
    """Citations that lead to another work than in the truth."""
    unresolved: int
    """Citations that lead nowhere, or to a record of their own, and to an earlier citation in the truth."""


class _Placed(NamedTuple):
    target: int
    start: int
    end: int
    number: int


def citation_figures(truth: Reading, output: Reading, alignments: Alignments) -> CitationFigures:
    """Score the citations of the output."""
    matches = _matches(truth, output, alignments)
    fields = entity_figures(_with_fields(truth), _with_fields(output), alignments)
    right, given, wanted = _resolution(truth.citations, output.citations, matches)
    led = {output_number: truth_number for truth_number, output_number in matches.items()}
    wrong = sum(1 for number in given if number in led and led[number] not in right)
    answered = {led[number] for number in given if number in led}
    return CitationFigures(
        found=score(len(matches), len(output.citations), len(truth.citations)),
        fields=fields,
        ranges=_ranges(truth, output, alignments),
        resolved=score(len(right), len(given), len(wanted)) if wanted else None,
        wrong=wrong,
        unresolved=len(wanted - answered),
    )


def _with_fields(reading: Reading) -> Reading:
    """Reading whose entities are the fields of its citations."""
    return msgspec.structs.replace(reading, entities=reading.fields)


def _matches(truth: Reading, output: Reading, alignments: Alignments) -> dict[int, int]:
    """Number of a citation of the truth -> number of the one of the output that is it."""
    by_target = dict(alignments.values())
    wanted = [
        _Placed(each.target, *by_target[each.target].truth_span(each.start, each.end), number)
        for number, each in enumerate(truth.citations)
        if each.target in by_target
    ]
    given = []
    for number, each in enumerate(output.citations):
        if each.target in alignments:
            target, alignment = alignments[each.target]
            if span := alignment.span(each.start, each.end):
                given.append(_Placed(target, *span, number))
    pairs = sorted(
        ((_common(one, other), -one.number, -other.number) for one in wanted for other in given), reverse=True
    )
    matches: dict[int, int] = {}
    for share, one, other in pairs:
        if share >= OVERLAP and -one not in matches and -other not in matches.values():
            matches[-one] = -other
    return matches


def _common(one: _Placed, other: _Placed) -> float:
    """Share of the longer of the two that both have."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(common, 0) / max(one.end - one.start, other.end - other.start, 1) if one.target == other.target else 0.0


def _first(citations: tuple[ReadCitation, ...]) -> dict[str, int]:
    """Work -> number of its first citation."""
    first: dict[str, int] = {}
    for number, each in enumerate(citations):
        if each.work:
            first.setdefault(each.work, number)
    return first


def _led(citations: tuple[ReadCitation, ...]) -> dict[int, int]:
    """Number of a citation that leads back -> number of the first citation of its work."""
    first = _first(citations)
    return {
        number: first[each.work] for number, each in enumerate(citations) if each.work and first[each.work] < number
    }


def _resolution(
    truth: tuple[ReadCitation, ...], output: tuple[ReadCitation, ...], matches: dict[int, int]
) -> tuple[set[int], set[int], set[int]]:
    """Numbers of the truth's citations that are resolved rightly; of the output's that lead back; of the truth's.

    Right is one that leads to a citation of its work, be it the first or, where that could not be read, another.
    """
    wanted, given = _led(truth), _led(output)
    meant = {there: truth[here].work for here, there in matches.items()}
    right = {
        number
        for number in wanted
        if number in matches and meant.get(given.get(matches[number], -1)) == truth[number].work
    }
    return right, set(given), set(wanted)


def _ranges(truth: Reading, output: Reading, alignments: Alignments) -> Score:
    """Cited ranges of which the truth says the ends: those found with the same ends, those found, all of them."""
    pairs = [
        (one.value, other.value)
        for one, other in found_matches(_with_fields(truth), _with_fields(output), alignments)
        if one.kind.startswith("cited") and one.value
    ]
    asked = sum(1 for field in truth.fields if field.kind.startswith("cited") and field.value)
    return score(sum(1 for one, other in pairs if one == other), len(pairs), asked)
