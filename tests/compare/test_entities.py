"""Names and dates: the same counts as nervaluate, and values and identities that it does not know."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nervaluate import Evaluator

from pipeline.compare.alignment import align
from pipeline.compare.entities import entity_figures
from pipeline.compare.reading import BODY, ReadEntity, Reading
from tests.compare.article import ARTICLE, judged, planted

TEXT = "x" * 40
KINDS = ("person", "place")

Span = tuple[int, int, str]


@st.composite
def apart(draw: st.DrawFn) -> list[Span]:
    """Spans with kinds that do not overlap one another, in order."""
    edges = sorted(draw(st.sets(st.integers(0, 40), max_size=12)))
    pairs = list(zip(edges[::2], edges[1::2], strict=False))
    return [(start, end, draw(st.sampled_from(KINDS))) for start, end in pairs]


def reading(spans: list[Span]) -> Reading:
    """A text with these names in it."""
    entities = tuple(
        ReadEntity(kind=kind, target=BODY, start=start, end=end, ref="", value=()) for start, end, kind in spans
    )
    return Reading(text=TEXT, blocks=(), notes=(), calls=(), entities=entities, pages=(), furniture=())


@given(apart(), apart())
def test_strict_counts_are_those_of_nervaluate(truth: list[Span], output: list[Span]) -> None:
    """Right, given and wanted are what nervaluate counts in its strict schema, kind by kind."""
    figures = entity_figures(reading(truth), reading(output), {BODY: (BODY, align(TEXT, TEXT))})
    # nervaluate takes ends as inclusive.
    lists = [[{"label": k, "start": s, "end": e - 1} for s, e, k in spans] for spans in (truth, output)]
    theirs = Evaluator([lists[0]], [lists[1]], tags=list(KINDS), loader="dict").evaluate()["entities"]
    for kind in figures.kinds:
        strict = theirs[kind.kind]["strict"]
        assert (strict.correct, strict.actual, strict.possible) == (
            kind.strict.right, kind.strict.given, kind.strict.wanted,
        )  # fmt: skip


@given(apart(), apart())
def test_fuzzy_is_never_less_than_strict(truth: list[Span], output: list[Span]) -> None:
    """What is strictly right is right."""
    figures = entity_figures(reading(truth), reading(output), {BODY: (BODY, align(TEXT, TEXT))})
    assert figures.strict.right <= figures.fuzzy.right <= min(figures.fuzzy.given, figures.fuzzy.wanted)


@pytest.mark.parametrize(
    ("output", "strict", "fuzzy"),
    [
        ([(0, 5, "person")], 1, 1),
        ([(0, 4, "person")], 0, 1),
        ([(3, 9, "person")], 0, 1),
        ([(5, 9, "person")], 0, 0),
        ([(0, 5, "place")], 0, 0),
        ([(0, 2, "person"), (3, 5, "person")], 0, 1),
        ([(0, 2, "person"), (0, 5, "person")], 1, 1),
    ],
)
def test_edges_and_kinds(output: list[Span], strict: int, fuzzy: int) -> None:
    """Strict wants the edges, fuzzy a character in common, both the kind; each name is found once."""
    figures = entity_figures(reading([(0, 5, "person")]), reading(output), {BODY: (BODY, align(TEXT, TEXT))})
    assert (strict, fuzzy) == (figures.strict.right, figures.fuzzy.right)


def test_kinds_that_the_truth_never_marks_are_not_counted() -> None:
    """A truth without places says nothing about the places of the output."""
    figures = entity_figures(
        reading([(0, 5, "person")]), reading([(0, 5, "person"), (7, 9, "place")]), {BODY: (BODY, align(TEXT, TEXT))}
    )
    assert ([kind.kind for kind in figures.kinds], figures.strict.given) == (["person"], 1)


@pytest.mark.parametrize("name", ["Fort Selwyu", "ort Selwy", "|Port Selwyn'"])
def test_a_misread_name_is_found(name: str, tmp_path: Path) -> None:
    """A letter read wrongly, lost or added at the edge of a name does not move its edge."""
    evaluation = judged(tmp_path, planted(("Port Selwyn</placeName>", f"{name}</placeName>")))
    assert evaluation.entities.strict.f1 == 1.0


def test_identity_without_entries_is_not_measured(tmp_path: Path) -> None:
    """A truth that points to no register says nothing about who is who."""
    without = ARTICLE.replace('ref="#', 'key="')
    assert judged(tmp_path, ARTICLE, truth=without).entities.identity is None


def test_one_entry_for_everybody_costs_precision(tmp_path: Path) -> None:
    """Four names of three, all said to be the same: B-cubed precision 6/16, recall 1, F1 6/11."""
    same = ARTICLE.replace("#selwyn", "#quell").replace("#varley", "#quell")
    assert judged(tmp_path, same).entities.identity == pytest.approx(6 / 11)
