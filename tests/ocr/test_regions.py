"""What transcribers say of a page beyond its words: regions, the order of lines, the type of lines by themselves."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.config import Settings
from pipeline.model import Page, Region
from pipeline.ocr import open_source, read_page

TEXT = "The keepers of the harbour wrote down every lamp that was lit"
"""A line of 61 characters, 610 pixels wide in the type of the text."""


def _read(folder: Path, content: str) -> Page:
    path = folder / "page.xml"
    path.write_text(content, encoding="utf-8")
    return read_page(open_source(path, Settings()), 1, Settings(), folder / "out")


def _line(text: str, top: int, left: int = 100, letter: float = 10.0, custom: str = "") -> str:
    """A PAGE line without words, its polygon 40 pixels high whatever its type; its letters so many pixels wide."""
    right = left + round(letter * len(text))
    coords = f'<Coords points="{left},{top} {right},{top} {right},{top + 40} {left},{top + 40}"/>'
    base = f'<Baseline points="{left},{top + 30} {right},{top + 30}"/>'
    return f'<TextLine custom="{custom}">{coords}{base}<TextEquiv><Unicode>{text}</Unicode></TextEquiv></TextLine>'


def _page(*regions: tuple[str, Sequence[str]], ordered: bool = True) -> str:
    """PAGE with regions, each with its attributes and lines."""
    refs = "".join(f'<RegionRefIndexed index="{n}" regionRef="r{n}"/>' for n in range(len(regions)))
    order = f'<ReadingOrder><OrderedGroup id="g">{refs}</OrderedGroup></ReadingOrder>' if ordered else ""
    body = "".join(
        f'<TextRegion id="r{n}" {attributes}>{"".join(lines)}</TextRegion>'
        for n, (attributes, lines) in enumerate(regions)
    )
    return (
        '<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15">'
        f'<Page imageWidth="1000" imageHeight="1500">{order}{body}</Page></PcGts>'
    )


def _alto(blocks: Sequence[tuple[str, int, int]]) -> str:
    """ALTO as eScriptorium writes it: a line a block, with its tag, its left edge and its top."""
    labels = sorted({label for label, _, _ in blocks})
    tags = "".join(f'<OtherTag ID="BT{labels.index(label)}" LABEL="{label}"/>' for label in labels)
    lines = "".join(
        f'<TextBlock TAGREFS="BT{labels.index(label)}"><TextLine HPOS="{left}" VPOS="{top}" WIDTH="600" HEIGHT="30">'
        f'<String CONTENT="{TEXT}" HPOS="{left}" VPOS="{top}" WIDTH="600" HEIGHT="30"/></TextLine></TextBlock>'
        for label, left, top in blocks
    )
    return (
        '<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Description><MeasurementUnit>pixel</MeasurementUnit>'
        f'</Description><Tags>{tags}</Tags><Layout><Page WIDTH="1600" HEIGHT="1500"><PrintSpace>{lines}</PrintSpace>'
        "</Page></Layout></alto>"
    )


def _regions(page: Page) -> list[Region]:
    return [line.region for line in page.lines]


# --- Regions ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("attributes", "region"),
    [
        pytest.param('type="footnote"', Region.NOTE, id="PAGE"),
        pytest.param('type="footnote-continued"', Region.NOTE, id="a note that goes on"),
        pytest.param('type="catch-word"', Region.SIGNATURE, id="catchword"),
        pytest.param('custom="readingOrder {index:0;} structure {type:marginalia;}"', Region.MARGIN, id="Transkribus"),
        pytest.param('custom="structure {type:NumberingZone;}"', Region.FOLIO, id="SegmOnto"),
        pytest.param('type="paragraph" custom="structure {type:heading;}"', Region.HEADING, id="the finer word"),
        pytest.param('type="floating"', Region.UNKNOWN, id="of no use"),
        pytest.param("", Region.UNKNOWN, id="none"),
    ],
)
def test_regions_of_page_xml(attributes: str, region: Region, tmp_path: Path) -> None:
    """A line is what its region is called, by PAGE's own attribute or in that of Transkribus and eScriptorium."""
    assert [region] == _regions(_read(tmp_path, _page((attributes, [_line(TEXT, 100)]))))


def test_a_line_may_be_called_otherwise_than_its_region(tmp_path: Path) -> None:
    """What stands nearest to the words counts; a name that is not known says nothing."""
    lines = [_line(TEXT, 100, custom="structure {type:page-number;}"), _line(TEXT, 150, custom="structure {type:x;}")]
    assert [Region.FOLIO, Region.TEXT] == _regions(_read(tmp_path, _page(('type="paragraph"', lines))))


def test_regions_of_alto(tmp_path: Path) -> None:
    """The tag of a block, in the words of SegmOnto, with or without a finer one."""
    blocks = [("RunningTitleZone", 100, 50), ("MainZone:column#1", 100, 100), ("SealZone", 100, 900)]
    assert [Region.HEAD, Region.TEXT, Region.UNKNOWN] == _regions(_read(tmp_path, _alto(blocks)))


def test_the_margin_under_the_text_is_that_of_the_notes(tmp_path: Path) -> None:
    """SegmOnto has one word for notes at the side and at the foot."""
    text = [("MainZone", 100, top) for top in range(100, 900, 50)]
    foot, side = ("MarginTextZone", 100, 1000), ("MarginTextZone", 900, 400)
    page = _read(tmp_path, _alto([*text, foot, side]))
    found = {(line.region, line.box.left) for line in page.lines if line.box and line.region is not Region.TEXT}
    assert {(Region.NOTE, 100), (Region.MARGIN, 900)} == found


# --- Order ------------------------------------------------------------------------------------------------------------


def test_lines_of_a_region_go_from_its_top_down(tmp_path: Path) -> None:
    """A reading order is one of regions: the line that somebody drew last is not the last one."""
    page = _read(tmp_path, _page(("", [_line("one", 100), _line("three", 200), _line("two", 150)])))
    assert ["one", "two", "three"] == [line.text for line in page.lines]


@pytest.mark.parametrize("off", [0, 24], ids=["level", "half a line lower"])
def test_lines_beside_one_another_stay_as_the_file_has_them(off: int, tmp_path: Path) -> None:
    """In a region of two columns the file alone tells which line follows."""
    first, second = [("one", 100), ("two", 150)], [("three", 102 + off), ("four", 152 + off)]
    lines = [*(_line(*each) for each in first), *(_line(*each, left=600) for each in second)]
    page = _read(tmp_path, _page(("", lines)))
    assert ["one", "two", "three", "four"] == [line.text for line in page.lines]


# --- Type -------------------------------------------------------------------------------------------------------------


def _sizes(folder: Path, *lone: str) -> list[float]:
    """The sizes, in that of the text, of lines that stand alone under a page of text."""
    page = _read(folder, _page(("", [_line(TEXT, top) for top in range(100, 700, 40)]), ("", lone)))
    body = page.lines[5].size
    return [round(line.size / body, 2) for line in page.lines[15:]]


def test_a_note_of_one_line_is_smaller_than_the_text(tmp_path: Path) -> None:
    """No line near it shows its type, and its polygon reaches into the white: its letters run narrower."""
    assert [pytest.approx(0.8, abs=0.04)] == _sizes(tmp_path, _line(TEXT, 800, letter=8.0))


def test_a_line_alone_in_the_type_of_the_text_is_not_larger(tmp_path: Path) -> None:
    """The last line of a page that white parts from the others is no heading."""
    assert [pytest.approx(1.0, abs=0.02)] == _sizes(tmp_path, _line(TEXT, 800))


def test_few_letters_tell_no_size(tmp_path: Path) -> None:
    """A folio at the foot is as large as the text, for all that is known."""
    assert [1.0] == _sizes(tmp_path, _line("12", 800, letter=16.0))
