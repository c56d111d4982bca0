"""Measuring header, headings and quotations: what counts as right."""

import msgspec
import pytest

from pipeline.model import Article, Block, BlockKind, FrontMatter
from tests.bench.print_truth import Print, judge_print, tables


def _article(*blocks: tuple[BlockKind, str], title: str = "Lamps", year: str = "") -> Article:
    made = tuple(
        Block(id=f"b{n}", kind=kind, text=text, pieces=(), level=int(kind is BlockKind.HEADING))
        for n, (kind, text) in enumerate(blocks)
    )
    front = FrontMatter(title=title, year=year, abstract="The dues of the port. They were paid.")
    return Article(doc="x", language="en", sheets=(), front=front, blocks=made)


TRUTH = Print(
    header={"title": "Lamps", "year": "1975", "abstract": ("The dues of … were paid.",)},
    headings=((1, "1. Oil"), (2, "1.1 Whose oil?")),
    quotations=("I send my boy down every forenoon",),
    free=("(1) Every lamp burns",),
)
QUOTED = "I send my boy down every forenoon, and he comes back with the whole coast in his head."


@pytest.mark.parametrize(
    ("year", "verdict"), [("1975", "right"), ("1976", "wrong"), ("", "missing")], ids=["right", "wrong", "missing"]
)
def test_a_field_is_right_wrong_or_missing(year: str, verdict: str) -> None:
    """A wrong value is not a missing one."""
    assert ("year", verdict) in judge_print(TRUTH, _article(year=year)).fields


@pytest.mark.parametrize(
    ("authors", "verdict"), [(("H. Tansy", "A. Reed"), "right"), (("H. Tansy A. Reed",), "wrong")], ids=["two", "one"]
)
def test_names_that_run_on_are_no_authors(authors: tuple[str, ...], verdict: str) -> None:
    """As many names as are printed, not only their letters."""
    truth = Print(header={"authors": ("H. Tansy", "A. Reed")})
    article = msgspec.structs.replace(_article(), front=FrontMatter(authors=authors))

    assert ("authors", verdict) in judge_print(truth, article).fields


def test_an_abstract_is_told_by_its_first_and_last_words() -> None:
    """What lies between is not compared."""
    assert ("abstract", "right") in judge_print(TRUTH, _article()).fields


def test_headings_and_their_levels() -> None:
    """A heading with the wrong level is found; one that is a sentence of the text is spurious."""
    found = judge_print(
        TRUTH,
        _article((BlockKind.HEADING, "1. Oil"), (BlockKind.HEADING, "1.1 Whose oil"), (BlockKind.HEADING, "Hester")),
    )

    assert (2, 3, 2, 1) == (found.headings.right, found.headings.given, found.headings.wanted, found.levels.right)


def test_a_quotation_of_two_paragraphs_is_one() -> None:
    """Its second paragraph is neither right nor spurious; displayed sentences are left out of account."""
    quoted = (BlockKind.QUOTATION, QUOTED), (BlockKind.QUOTATION, "She had reasons of her own.")
    found = judge_print(
        TRUTH, _article(*quoted, (BlockKind.PARAGRAPH, "So."), (BlockKind.QUOTATION, "(1) Every lamp burns"))
    )

    assert (1, 1, 1) == (found.quotations.right, found.quotations.given, found.quotations.wanted)


def test_the_tables_sum_up() -> None:
    """The last row counts all articles together."""
    judged = judge_print(TRUTH, _article((BlockKind.HEADING, "1. Oil")))

    assert "| together | 4 | 2 | 2 | 2 | 2 | 0 | 0 |" in tables({"a": judged, "b": judged})
