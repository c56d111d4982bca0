"""What is raised and calls no note: it stays in the text, and is a superscript there."""

import pytest

from pipeline.segment.assembling import SUPERSCRIPT, Excision, assemble, cut
from pipeline.segment.rows import trimmed
from pipeline.vocabulary import Vocabulary
from tests.segment.setting import Set, page

WORDS = Vocabulary(["harbour"], "eng")


def superscripts(printed: str, raised: str, reader: str, *excisions: Excision) -> list[str]:
    """The superscripts of a line that ends with raised characters."""
    sheet = page(1, [Set(printed + raised, raised=raised)], reader=reader)
    running = assemble([trimmed(sheet, 0, 0, len(printed + raised))], WORDS)
    text, _, styles = cut(running, excisions)
    return [text[span.start : span.end] for span in styles if span.style == SUPERSCRIPT]


@pytest.mark.parametrize(
    ("printed", "raised", "of_file", "of_scan"),
    [
        ("les marins du XVIII", "e", ["e"], []),  # a line of a scan may bend
        ("the 20", "th", ["th"], []),
        ("Lampenrecht, Hamburg 1980", "5", ["5"], []),  # on a scan it may be the last figure of the number
        ("and nobody read it again.", "7", ["7"], ["7"]),  # a call whose note is lacking
        ("see the ", "7", ["7"], []),
        ("the harbour’s dues", "”", [], []),
        ("n", "º", [], []),  # raised by its character
    ],
)
def test_raised_type_that_stays(printed: str, raised: str, of_file: list[str], of_scan: list[str]) -> None:
    """A file's raised letters and figures are superscripts; a scan's are where nothing else can have raised them."""
    assert (of_file, of_scan) == (
        superscripts(printed, raised, "text-layer"),
        superscripts(printed, raised, "tesseract"),
    )


def test_a_call_is_no_superscript() -> None:
    """What is cut out as the call of a note is in the text no more, and so is no superscript."""
    assert [] == superscripts("read it again.", "7", "text-layer", Excision(14, 15, "call"))
