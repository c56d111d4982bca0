"""Measuring the blocks of a body: what counts as right."""

import pytest

from pipeline.model import Article, Block, BlockKind, FrontMatter, Furniture, FurnitureKind, Piece
from tests.bench.blocks import judge, read_truth, table, together

TRUTH = read_truth("""
@3
=44 LAMPS OF THE HARBOUR
>whole coast in his
h2|Whose oil?
p|The dues of the|on the breakwater:
q|I send my boy|coast in his head.”
r|So far the keeper.|
""")
PRINTED = (
    (BlockKind.HEADING, "Whose oil?"),
    (BlockKind.PARAGRAPH, "The dues of the port were paid on the breakwater:"),
    (BlockKind.QUOTATION, "I send my boy down, and he has the coast in his head.”"),
    (BlockKind.PARAGRAPH, "So far the keeper."),
)


def _article(*blocks: tuple[BlockKind, str], furniture: str = "44 LAMPS OF THE HARBOUR") -> Article:
    made = tuple(
        Block(
            id=f"b{n}", kind=kind, text=text, pieces=_pieces(text), level=2 * (kind is BlockKind.HEADING),
            resumes=text.startswith("So"),
        )
        for n, (kind, text) in enumerate(blocks)
    )  # fmt: skip
    head = Furniture(kind=FurnitureKind.HEAD, text=furniture, page=3, place="top", pieces=_pieces(furniture))
    return Article(doc="x", language="en", sheets=(), front=FrontMatter(), blocks=made, furniture=(head,))


def _pieces(text: str) -> tuple[Piece, ...]:
    return (Piece(start=0, end=len(text), page=3, line=0, line_start=0, line_end=len(text)),)


def test_what_is_as_printed_has_no_faults() -> None:
    """Beginnings, kinds, levels, ends, joins, furniture and what resumes."""
    judgement = judge(TRUTH, _article(*PRINTED))

    assert not judgement.faults
    assert {1.0} == {each.f1 for each in judgement.scores.values() if each.f1 is not None}


@pytest.mark.parametrize(
    ("blocks", "fault"),
    [
        pytest.param(((BlockKind.PARAGRAPH, "Whose oil?"), *PRINTED[1:]), "paragraph for heading", id="kind"),
        pytest.param((PRINTED[0], (BlockKind.PARAGRAPH, "whole coast in his head."), *PRINTED[1:]), "cut", id="turn"),
        pytest.param((*PRINTED[:2], *PRINTED[3:]), "not in the body", id="lost"),
        pytest.param((*PRINTED, (BlockKind.ITEM, "1. Oil")), "spurious item", id="spurious"),
        pytest.param((*PRINTED[:3], (BlockKind.QUOTATION, "So far the keeper.")), "quotation for", id="resumed"),
    ],
)
def test_faults_are_named(blocks: tuple[tuple[BlockKind, str], ...], fault: str) -> None:
    """A line for each."""
    assert any(fault in each for each in judge(TRUTH, _article(*blocks)).faults)


def test_furniture_in_the_body_is_a_fault() -> None:
    """Unless the page's furniture has it: the words may be words of the text as well."""
    head = (BlockKind.PARAGRAPH, "44 Lamps of the Harbour")

    assert 0 == judge(TRUTH, _article(*PRINTED, head, furniture="45")).scores["furniture kept out"].right
    assert 1 == judge(TRUTH, _article(*PRINTED, head)).scores["furniture kept out"].right


def test_scores_are_counted_together() -> None:
    """Of several articles, a line for each thing that is measured."""
    judgements = [judge(TRUTH, _article(*PRINTED)), judge(TRUTH, _article(*PRINTED[:2]))]

    assert 6 == together(judgements)["beginnings"].right
    assert "beginnings" in table(together(judgements))


@pytest.mark.parametrize(("text", "error"), [("p|The dues", ValueError), ("@1\nx|The dues", KeyError)])
def test_a_truth_that_cannot_be_read(text: str, error: type[Exception]) -> None:
    """A block without a page, and a kind that there is not."""
    with pytest.raises(error):
        read_truth(text)
