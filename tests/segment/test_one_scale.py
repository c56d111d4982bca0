"""Pages whose images are of several resolutions: type sizes are compared across them."""

from msgspec.structs import replace

from pipeline.config import Settings
from pipeline.model import Article, BlockKind, Box, CleanLine, CleanPage, Lines
from pipeline.segment import run
from pipeline.segment.one_scale import at_one_scale
from tests.segment.setting import FULL, Set, body, heads, page

SMALL = 0.8


def _enlarged(made: CleanPage, by: float, width: float = 1.0) -> CleanPage:
    """A page scanned at another resolution; ``width`` times as broad as it would then be."""

    def grown(box: Box | None) -> Box | None:
        return box.scaled(by) if box else None

    def line(each: CleanLine) -> CleanLine:
        words = tuple(replace(word, box=grown(word.box)) for word in each.words)
        baseline = round((each.baseline or 0) * by)
        return replace(each, words=words, box=grown(each.box), size=each.size * by, baseline=baseline)

    size = round(made.width * by * width), round(made.height * by * width)
    return replace(made, lines=tuple(map(line, made.lines)), width=size[0], height=size[1])


def _article(*pages: CleanPage) -> Article:
    return run(Lines(doc="set", pages=pages), Settings())


def _pages(each: int = 2, count: int = 3) -> list[CleanPage]:
    """Pages with so many notes each."""
    made = []
    for number in range(1, count + 1):
        labels = range(each * (number - 1) + 1, each * number + 1)
        calls = [Set(f"and the lamps were lit.{label}", raised=str(label)) for label in labels]
        notes = [Set(f"{label} Tansy, leaf nine of the register.", size=SMALL) for label in labels]
        made.append(page(number, [*body(30), *calls, *notes]))
    return made


def test_notes_of_a_page_of_another_resolution_are_notes() -> None:
    """The second page was scanned at four times the resolution: its notes are larger than the text of the others."""
    first, second, third = _pages()
    article = _article(first, _enlarged(second, 4.0), third)

    assert list("123456") == [note.label for note in article.notes]
    assert [] == heads(article)


def test_the_scan_of_a_page_may_have_broader_margins() -> None:
    """Its type tells by how much it was enlarged, not its edges."""
    first, second, third = _pages()
    article = _article(first, _enlarged(second, 2.0, width=1.2), third)

    assert list("123456") == [note.label for note in article.notes]


def test_a_page_may_be_scaled_by_a_sixth() -> None:
    """What is larger in all its measures is in the type of the text: its first lines are no headings."""
    first, second, third = _pages()
    article = _article(first, _enlarged(second, 1.16, width=1.03), third)

    assert list("123456") == [note.label for note in article.notes]
    assert [] == heads(article)


def test_a_page_that_was_copied_smaller_is_no_quotation() -> None:
    """Its image is as large as the others; its text and its notes are smaller, and its lines closer and narrower."""
    made = [replace(each, reader="tesseract") for each in _pages(each=3, count=6)]
    copied = replace(_enlarged(made[1], 0.93), width=1000, height=1500)
    lines = Lines(doc="set", pages=(made[0], copied, *made[2:]))

    assert 20 == round(at_one_scale(lines).pages[1].lines[0].size)
    assert not [block for block in run(lines, Settings()).blocks if block.kind is BlockKind.QUOTATION]


def test_type_that_alone_is_smaller_is_smaller_type() -> None:
    """An appendix is set smaller, to the same measure, on a page that was scanned a little larger."""
    small = [Set(FULL[:80] + " home and was paid", size=0.85, gap=-0.15) for _ in range(18)]
    made = [page(number, [*body(30)]) for number in (1, 2)]
    appendix = page(3, small)
    lines = Lines(doc="set", pages=(*made, replace(appendix, width=1050, height=1550)))

    assert appendix.lines == at_one_scale(lines).pages[2].lines


def test_an_abstract_that_fills_a_page_is_smaller_type() -> None:
    """It is narrower and set closer, too; but its page is no smaller than the others."""
    abstract = page(2, [Set(FULL[:75], indent=2, size=0.89, gap=-0.1) for _ in range(18)])
    cover = replace(page(1, []), width=1300, height=1900)
    lines = Lines(doc="set", pages=(cover, abstract, *(page(number, [*body(30)]) for number in (3, 4, 5))))

    assert abstract.lines == at_one_scale(lines).pages[1].lines


def test_places_are_those_of_the_image() -> None:
    """What is written of a page is in the pixels of its own image."""
    first, second, third = _pages()
    article = _article(first, _enlarged(second, 4.0), third)

    assert [1000, 4000, 1000] == [sheet.width for sheet in article.sheets]
    assert article.sheets[1].line_boxes[0] == _enlarged(second, 4.0).lines[0].box


def test_a_plate_that_folds_out_is_larger_and_its_type_is_not() -> None:
    """A page of twice the size in the type of the others is at the same resolution."""
    first, second, third = _pages()
    plate = replace(second, width=2000, height=2000)

    assert _article(first, plate, third).blocks == _article(first, second, third).blocks
    assert FULL[:78] in _article(first, plate, third).blocks[0].text
