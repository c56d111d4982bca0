"""The facsimile shows every page, and every block on it."""

from msgspec.structs import replace

from pipeline.config import Settings
from pipeline.model import Article, BlockKind, Box, FrontMatter
from pipeline.tei.facsimile import columns
from tests.tei.articles import ENTITIES, FULL, block, sheet
from tests.tei.reading import edition_of, found, with_id

ROOT = edition_of(FULL, ENTITIES)


def test_every_page_has_a_surface() -> None:
    """Covers and pages that failed have a surface too."""
    assert [node.keys()[0] for node in found(ROOT, "//t:surface")] == ["{http://www.w3.org/XML/1998/namespace}id"] * 9
    assert [node.get("type") for node in found(ROOT, "//t:surface[@type]")] == ["cover"]


def test_zone_encloses_the_lines_of_its_block() -> None:
    """The zone of a block is the smallest box around its lines on that page."""
    zone = with_id(ROOT, "f3.p1")

    assert tuple(zone.get(name) for name in ("ulx", "uly", "lrx", "lry")) == ("180", "140", "1060", "252")


def test_block_points_to_its_zones() -> None:
    """A block over two pages points to a zone on each."""
    assert with_id(ROOT, "p1").get("facs") == "#f2.p1 #f3.p1"


def test_columns_have_zones_of_their_own() -> None:
    """A block over two columns has two zones, as one would enclose what stands between them."""
    left, right = Box(0, 500, 400, 530), Box(440, 10, 840, 40)

    assert [left, right] == columns([left, right])


def test_line_zones_only_with_lines() -> None:
    """Lines have zones when lines are wanted, and only then; covers have none."""
    assert found(ROOT, "//t:zone[@type='line']") == []
    assert len(found(edition_of(FULL, settings=Settings(lines=True)), "//t:zone[@type='line']")) == 7 * 40


def test_zone_is_cut_to_the_page() -> None:
    """A line that sticks out of the page by a pixel has a zone that does not."""
    wide = replace(sheet(1), line_boxes=(Box(0, 0, 1241, 30),))
    blocks = (block("p1", BlockKind.PARAGRAPH, (1, 0, "Text")),)
    root = edition_of(Article(doc="a", language="en", sheets=(wide,), front=FrontMatter(), blocks=blocks))

    assert with_id(root, "f1.p1").get("lrx") == "1240"


def test_image_path_is_an_address() -> None:
    """The path of an image is relative, with its spaces escaped."""
    root = edition_of(replace(FULL, sheets=(replace(sheet(1), image="images/page 1.jpg"), *FULL.sheets[1:])))

    assert found(root, "//t:graphic")[0].get("url") == "images/page%201.jpg"
