"""Running heads of dumps without form feeds, told by their words."""

from pathlib import Path

import pytest

from pipeline.ocr.dumps.reading import read_dump
from pipeline.ocr.dumps.running_heads import repeated_heads

OPENINGS = (
    "The lamps on the mole were lit when the first ship came in, and the boy who",
    "rowed round the moorings had not been paid for the oil since the winter in",
    "Nobody in the port believed the list, and the masters of the tea boats went",
    "the harbour office to ask for it; there they were told that it had been lost",
)


def _page(head: str, number: int, *, goes_on: bool = True) -> list[str]:
    opening = OPENINGS[2 * (number % 2) + goes_on]
    things = ("oil", "wicks", "boats", "coins", "slates", "tides", "crews")
    return [head, opening, *(f"{each} of the year {number} were counted by the clerk and" for each in things * 2)]


def _dump(pages: list[list[str]], tmp_path: Path) -> list[str]:
    """The first lines of the pages that are found."""
    (tmp_path / "dump.txt").write_text("\n".join(line for page in pages for line in page), encoding="utf-8")
    return [page.lines[0].text for page in read_dump(tmp_path / "dump.txt")]


@pytest.mark.parametrize(
    "heads",
    [
        ["LAMP LAW REVIEW", "LANTERNS ON THE MOLE", "LAMP LAW REVIEW", "LANTERNS ON THE MOLE"],
        ["1982] ON THE MOLE", "LAMP LAW REVIEW [Vol. 3:9", "1982] ON THE MOLE 9S", "LAMP LAW REVIEW [Vol. 3:9"],
        ["Lanterns on the Mole ();", "Lanterns on the Mole ~1", "Lanterns 0n the Mo1e 27'", "Lanterns on the Mole ~3"],
    ],
)
def test_a_line_that_comes_back_and_breaks_into_sentences_turns_the_page(heads: list[str], tmp_path: Path) -> None:
    """Whatever became of the folio beside it, and of a letter or two of its words."""
    assert heads == _dump([_page(head, number) for number, head in enumerate(heads)], tmp_path)


def test_a_head_below_which_few_pages_go_on(tmp_path: Path) -> None:
    """Where it comes at the same distance, one page that goes on in the middle of a sentence is enough."""
    heads = ["Lanterns on the Mole"] * 5

    pages = [_page(head, number, goes_on=number == 2) for number, head in enumerate(heads)]

    assert heads == _dump(pages, tmp_path)


def test_a_heading_that_comes_back_is_no_running_head(tmp_path: Path) -> None:
    """Below it a sentence begins: ``Notes and Queries``, the rows over tables."""
    pages = [_page("Notes of the Harbour", number, goes_on=False) for number in range(4)]

    assert 1 == len(_dump(pages, tmp_path))


def test_lines_that_come_back_in_one_page_are_none() -> None:
    """No two heads stand nearer than a short page is long."""
    lines = ["The Harbour Lamps", "were lit", "in the winter"] * 6

    assert not repeated_heads(lines, range(len(lines)))


def test_a_title_that_ends_with_a_year_beside_its_folio(tmp_path: Path) -> None:
    """The number behind ``1616-1641`` is the folio."""
    heads = ["12 Lanterns, 1616-1641", "Lanterns, 1616-1641 13", "14 Lanterns, 1616-1641", "Lanterns, 1616-1641 15"]

    assert heads == _dump([_page(head, number, goes_on=False) for number, head in enumerate(heads)], tmp_path)
