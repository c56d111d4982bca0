"""Names and dates: strict and fuzzy scores, dates' values, and whether the same name leads to the same person.

Definitions of the HIPE shared tasks (https://github.com/hipe-eval/HIPE-scorer): strict asks for the same kind and the
same edges, fuzzy for the same kind and an overlap; micro-averaged. Strict counts are those of nervaluate, too. Edges
are compared in the ink of the truth, so a misread or lost letter does not move them.
Only kinds that the truth marks at all are counted: one that marks no dates says nothing about dates.
"""

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from pipeline.compare.note_calls import Alignments
from pipeline.compare.reading import ReadEntity, Reading
from pipeline.compare.scores import Figure, Score, score, total


class KindFigures(Figure, frozen=True, kw_only=True):
    """Scores of one kind of name."""

    kind: str
    strict: Score
    fuzzy: Score


class EntityFigures(Figure, frozen=True, kw_only=True):
    """Scores of all kinds that the truth has."""

    kinds: tuple[KindFigures, ...]
    """In alphabetical order."""
    strict: Score
    fuzzy: Score
    date_values: Score
    """Right: a date found (fuzzy) with exactly the truth's dating attributes. Given: dates found of which either side
    says a value, wanted: dates to which the truth gives a value."""
    identity: float | None
    """B-cubed F1 (Bagga and Baldwin 1998) of the register entries that the names found point to; None without any."""


LOST = 3
"""Letters that a badly read name may have lost at an edge and still have this edge."""


class Placed(NamedTuple):
    """An entity where it stands in the truth, in gaps of the target's ink; a range where an edge has lost letters."""

    entity: ReadEntity
    target: int
    start: range
    end: range


Match = tuple[ReadEntity, ReadEntity]
"""An entity of the truth and the one of the output that is it."""


def entity_figures(truth: Reading, output: Reading, alignments: Alignments) -> EntityFigures:
    """Score the names and dates of the output."""
    kinds = sorted({entity.kind for entity in truth.entities})
    figures, found = [], []
    for kind in kinds:
        wanted = _wanted([e for e in truth.entities if e.kind == kind], alignments)
        entities = [e for e in output.entities if e.kind == kind]
        given = _given(entities, alignments)
        strict, fuzzy = _matches(wanted, given, _is_same), _matches(wanted, given, _overlaps)
        found.extend(fuzzy)
        asked = sum(e.kind == kind for e in truth.entities)
        figures.append(
            KindFigures(
                kind=kind,
                strict=score(len(strict), len(entities), asked),
                fuzzy=score(len(fuzzy), len(entities), asked),
            )
        )
    return EntityFigures(
        kinds=tuple(figures),
        strict=total([figure.strict for figure in figures]),
        fuzzy=total([figure.fuzzy for figure in figures]),
        date_values=_date_values(truth, found),
        identity=_identity(found),
    )


def found_matches(truth: Reading, output: Reading, alignments: Alignments) -> list[Match]:
    """Entities of the truth and those of the output that overlap them and are of the same kind."""
    found: list[Match] = []
    for kind in sorted({entity.kind for entity in truth.entities}):
        wanted = _wanted([e for e in truth.entities if e.kind == kind], alignments)
        found += _matches(wanted, _given([e for e in output.entities if e.kind == kind], alignments), _overlaps)
    return found


def _wanted(entities: list[ReadEntity], alignments: Alignments) -> list[Placed]:
    """Where the entities of the truth stand; those in notes that the output does not have are left out."""
    by_target = dict(alignments.values())
    placed = []
    for entity in entities:
        if entity.target in by_target:
            start, end = by_target[entity.target].truth_span(entity.start, entity.end)
            placed.append(Placed(entity, entity.target, range(start, start + 1), range(end, end + 1)))
    return placed


def _given(entities: list[ReadEntity], alignments: Alignments) -> list[Placed]:
    """Where in the truth the entities of the output stand; those in text that is not there are left out."""
    placed = []
    for entity in entities:
        if entity.target in alignments:
            target, alignment = alignments[entity.target]
            if span := alignment.span(entity.start, entity.end):
                first, last = alignment.stretch(entity.start)[0], alignment.stretch(entity.end)[1]
                start = range(max(first, span[0] - LOST), span[0] + 1)
                placed.append(Placed(entity, target, start, range(span[1], min(last, span[1] + LOST) + 1)))
    return placed


def _matches(wanted: list[Placed], given: list[Placed], same: Callable[[Placed, Placed], bool]) -> list[Match]:
    """One-to-one matches; exact ones first, then in the order of the text."""
    left = list(given)
    matches: dict[int, Match] = {}
    for test in (_is_same, same):
        for number, one in enumerate(wanted):
            other = None if number in matches else next((other for other in left if test(one, other)), None)
            if other is not None:
                left.remove(other)
                matches[number] = one.entity, other.entity
    return [matches[number] for number in sorted(matches)]


def _is_same(wanted: Placed, given: Placed) -> bool:
    return wanted.target == given.target and wanted.start[0] in given.start and wanted.end[0] in given.end


def _overlaps(wanted: Placed, given: Placed) -> bool:
    return wanted.target == given.target and wanted.start[0] < given.end[0] and given.start[-1] < wanted.end[0]


def _date_values(truth: Reading, found: list[Match]) -> Score:
    dates = [(one.value, other.value) for one, other in found if one.kind == "date"]
    asked = sum(entity.kind == "date" and bool(entity.value) for entity in truth.entities)
    right = sum(one == other and bool(one) for one, other in dates)
    return score(right, sum(bool(one or other) for one, other in dates), asked)


def _identity(found: list[Match]) -> float | None:
    """B-cubed F1 over the names to which the truth gives an entry; one without entry in the output stands alone."""
    named = [(one.ref, other.ref or f" {number}") for number, (one, other) in enumerate(found) if one.ref]
    if not named:
        return None
    wanted, given, both = Counter(one for one, _ in named), Counter(other for _, other in named), Counter(named)
    precision = sum(both[pair] / given[pair[1]] for pair in named) / len(named)
    recall = sum(both[pair] / wanted[pair[0]] for pair in named) / len(named)
    return 2 * precision * recall / (precision + recall)
