"""Measuring zones against a segmentation that others made."""

from collections import Counter

import pytest

from pipeline.config import Settings
from pipeline.model import Lines
from pipeline.segment import run
from tests.bench.segmentation import CONVENTIONS, judge, table
from tests.bench.zone_truth import zoned_lines
from tests.segment.setting import FULL, Set, body, first_page, page

TRUTH = """<tei><teiHeader><fileDesc xml:id="-1"/></teiHeader><text>
<front>The Lamps of the Lower Harbour <lb/>Hester Tansy and Amos Reed <lb/></front>
<note place="headnote">Lamps <lb/></note> <page>12 <lb/></page>
<body>They burned oil. 1 <lb/>and nobody read it again. <lb/></body>
<listBibl>1 HR, p. 1. <lb/></listBibl>
<note place="footnote">Saltmouth Press, 1 <lb/></note>
<note place="footnote">Saltmouth Press, 2 <lb/></note>
<note place="footnote">Saltmouth Press, 3 <lb/></note>
<body>References <lb/></body>
<listBibl>Reed, Lamps. <lb/>Tansy, Oil. <lb/></listBibl>
<listBibl>2 Ibid. <lb/></listBibl>
</text></tei>"""


def test_the_zones_of_a_truth() -> None:
    """A foot that pages repeat is none of the notes; under its heading a list without numbers is the bibliography."""
    zones = [line.zone for line in zoned_lines(TRUTH)]

    assert zones == [
        "front", "front", "head", "folio", "body", "body", "note", "head", "head", "head", "body",
        "bibliography", "bibliography", "note",
    ]  # fmt: skip


def test_lines_are_found_by_their_letters() -> None:
    """A line of the text that the truth has in front is a line wrong, whatever its hyphens and spaces."""
    lines = Lines(doc="x", pages=(page(1, first_page()), page(2, [Set(FULL[:80]), *body(8)])))
    last = "And nobody read-it again."
    truth = f"<text><front>The Lamps of the Lower Harbour <lb/>{last} <lb/></front></text>"
    confusion, wrong = judge(zoned_lines(truth), lines, run(lines, Settings()))

    assert confusion == {("front", "front"): 25, ("front", "body"): 20}
    assert wrong == [f"front -> body, page 1: {last}"]


@pytest.mark.parametrize(
    ("conventions", "f1"), [(frozenset(), ".000"), (CONVENTIONS, "1.000")], ids=["strict", "agreed"]
)
def test_a_note_on_the_author_is_front_by_convention(conventions: frozenset[tuple[str, str]], f1: str) -> None:
    """The training data have it in front; strictly it is a note that is none."""
    made = table(Counter({("front", "author"): 40}), conventions).splitlines()

    assert made[2].rstrip(" |").split(" | ")[-1] == f1
