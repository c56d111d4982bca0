"""hOCR, ALTO and PAGE XML: what engines and transcribers write, and what is refused with the line."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from pipeline.config import Settings
from pipeline.errors import SourceError
from pipeline.model import Box, Line, Page, RaisedMark, Reading, Style, Word
from pipeline.ocr import open_source, read_page
from tests.ocr.transcript_writers import FORMS, alto, hocr, page_xml

ITALIC = Style(italic=True)
CALL = Reading(text="10", confidence=0.9, reader="")


def line(top: int, *texts: str, left: int = 100, call: int = 0) -> Line:
    """A line of words 20 pixels a character, 30 high; ``call`` characters of the last are a note call."""
    words, x = [], left
    for text in texts:
        box = Box(x, top, x + 20 * len(text), top + 30 - 6 * (len(text) % 2))
        words.append(Word(text=text, box=box, confidence=0.9, style=ITALIC if text == "Annals" else Style()))
        x = box.right + 20
    end = len(texts[-1])
    place = words[-1].box or Box(0, 0, 0, 0)
    marks = (RaisedMark(word=len(words) - 1, start=end - call, end=end, box=place, readings=(CALL,)),) if call else ()
    return Line(words=tuple(words), box=Box(left, top, x - 20, top + 30), baseline=top + 24, marks=marks)


PAGE = Page(
    number=1,
    reader="",
    width=2000,
    height=3000,
    lines=(
        line(300, "The", "wardens", "of", "Oxmere", "wrote", "in", "1843.10", call=2),
        line(350, "See", "the", "Annals", "for", "what", "they", "said", "&", "meant."),
        line(400, "They", "had", "no", "lantern,", "and", "the", "road", "was", "dark."),
    ),
)


def read(folder: Path, name: str, content: str | bytes, number: int = 1) -> Page:
    """A page of a file with this content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_page(open_source(path, Settings()), number, Settings(), folder / "out")


def texts(page: Page) -> list[str]:
    """The lines of a page."""
    return [found.text for found in page.lines]


def calls(page: Page) -> list[tuple[str, str]]:
    """Every raised mark: its word, and what stands in it for the call."""
    return [
        (one.words[mark.word].text, one.words[mark.word].text[mark.start : mark.end])
        for one in page.lines
        for mark in one.marks
    ]


def edges(page: Page) -> list[int]:
    """Every edge of every word's box, in order."""
    boxes = [word.box for one in page.lines for word in one.words]
    return [edge for box in boxes if box for edge in (box.left, box.top, box.right, box.bottom)]


# --- What all of them say ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", sorted(FORMS))
def test_same_words(form: str, tmp_path: Path) -> None:
    """The words and lines of a page come back from every form, and so does the note call that it marks."""
    suffix, write = FORMS[form]
    page = read(tmp_path, f"page.{suffix}", write(PAGE))
    assert (texts(PAGE), [("1843.10", "10")]) == (texts(page), calls(page))


@pytest.mark.parametrize("form", ["hocr", "alto", "page"])
def test_boxes_confidences_styles(form: str, tmp_path: Path) -> None:
    """Boxes, confidences, baselines and italics come back as they were written."""
    suffix, write = FORMS[form]
    page = read(tmp_path, f"page.{suffix}", write(PAGE))
    words = [word for one in page.lines for word in one.words]
    assert edges(PAGE) == edges(page)
    assert {0.9} == {word.confidence for word in words}
    assert ["Annals"] == [word.text for word in words if word.style.italic]
    assert [one.baseline for one in PAGE.lines] == [one.baseline for one in page.lines]


@pytest.mark.parametrize("unit", ["mm10", "inch1200"])
def test_units(unit: str, tmp_path: Path) -> None:
    """Millimetres and inches become pixels at 300 dpi, give or take what whole units of a file lose."""
    page = read(tmp_path, "page.xml", alto(PAGE, unit=unit))
    assert [2000, 3000, 300] == [page.width, page.height, page.dpi]
    assert max(abs(one - other) for one, other in zip(edges(PAGE), edges(page), strict=True)) <= 2


def test_type_size_from_the_boxes_of_words(tmp_path: Path) -> None:
    """Lines of one type measure alike, and smaller type measures smaller, whatever letters a line has."""
    small = [
        Line(
            words=tuple(
                Word(text=text, box=Box(100 * n + 100, 800, 100 * n + 180, 800 + height))
                for n, (text, height) in enumerate([("come", 14), ("held", 21), ("gone", 21), ("sound", 21)])
            ),
            box=Box(100, 800, 480, 827),
        )
    ]
    page = Page(number=1, reader="", width=2000, height=3000, lines=tuple(small))
    assert 28 == pytest.approx(read(tmp_path, "page.hocr", hocr(page)).lines[0].size, abs=1.5)


# --- Sources ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["page.hocr", "page.html", "page.xml", "page", "page.txt", "page.pdf", "PAGE.XML"])
def test_told_by_content(name: str, tmp_path: Path) -> None:
    """Whatever its name says, a file is what is in it."""
    assert "hocr" == read(tmp_path, name, hocr(PAGE)).reader


@pytest.mark.parametrize("write", [hocr, alto], ids=["hocr", "alto"])
def test_several_pages_in_one_file(write: Callable[..., str], tmp_path: Path) -> None:
    """A file of several pages is a document of as many."""
    other = Page(number=2, reader="", width=2000, height=3000, lines=(line(300, "The", "second", "page"),))
    (tmp_path / "book.xml").write_text(write(PAGE, other))
    source = open_source(tmp_path / "book.xml", Settings())
    page = read_page(source, 2, Settings(), tmp_path)
    assert (2, 2, ["The second page"]) == (source.page_count, page.number, texts(page))


def test_folder_in_natural_order(tmp_path: Path) -> None:
    """A folder of files is one document, page 10 after page 2; the images beside them are no pages of their own."""
    for name in ("p10.xml", "p2.xml", "p1.xml"):
        (tmp_path / name).write_text(page_xml(PAGE))
        Image.new("L", (8, 8), 255).save(tmp_path / name.replace(".xml", ".png"))
    (tmp_path / "mets.xml").write_text("<mets/>")
    frames = open_source(tmp_path, Settings()).frames
    assert ["p1.xml", "p2.xml", "p10.xml"] == [frame.path.name for frame in frames]


def test_broken_file_among_others(tmp_path: Path) -> None:
    """A file with broken markup among others is one failed page, with the file and the line."""
    (tmp_path / "1.xml").write_text(alto(PAGE))
    (tmp_path / "2.xml").write_text(alto(PAGE)[:-30])
    page = read_page(open_source(tmp_path, Settings()), 2, Settings(), tmp_path)
    assert page.failure.startswith("2.xml, line 10: the markup is broken")


# --- hOCR -------------------------------------------------------------------------------------------------------------


def html(*lines: str, page: str = "bbox 0 0 2000 3000") -> str:
    """HTML, not XHTML: a meta element is not closed."""
    body = "\n".join(lines)
    return f"<html><head><meta name=ocr-system content=x></head><body><div class=ocr_page title='{page}'>{body}</div></body></html>"  # noqa: E501


def test_hocr_lines_without_words(tmp_path: Path) -> None:
    """A line without words is cut into words, which share its box by their lengths."""
    page = read(tmp_path, "a.html", html("<span class='ocr_line' title='bbox 100 50 200 80'>ab cdefgh &amp; i</span>"))
    words = page.lines[0].words
    assert ["ab", "cdefgh", "&", "i"] == [word.text for word in words]
    assert (100, 200) == (words[0].box and words[0].box.left, words[-1].box and words[-1].box.right)


def test_hocr_properties_parted_by_commas(tmp_path: Path) -> None:
    """An engine (kraken) parts properties by commas, gives confidences for characters, and spans for spaces."""
    word = '<span class="ocrx_word" title="bbox {}, x_confs {}">{}</span>'
    spans = word.format("100 50 140 80", "0.9 0.7", "ab") + word.format("140 50 150 80", "1.0", " ")
    page = read(tmp_path, "a.hocr", html(f'<span class="ocr_line" title="bbox 100 50 200 80">{spans}</span>'))
    assert [("ab", 0.8)] == [(w.text, w.confidence) for w in page.lines[0].words]


def test_hocr_words_without_lines(tmp_path: Path) -> None:
    """Words that stand level make a line."""
    word = "<span class='ocrx_word' title='bbox {}'>{}</span>"
    places = [("100 50 140 80", "one"), ("150 52 200 80", "two"), ("100 100 140 130", "three")]
    page = read(tmp_path, "a.hocr", html(*(word.format(*place) for place in places)))
    assert ["one two", "three"] == texts(page)


def test_hocr_page_without_size(tmp_path: Path) -> None:
    """Old engines give a page no box: then its lines do."""
    page = read(tmp_path, "a.html", html("<span class='ocr_line' title='bbox 10 50 200 80'>text</span>", page="file a"))
    assert (200, 80) == (page.width, page.height)


def test_hocr_entities_of_html(tmp_path: Path) -> None:
    """Characters that HTML has names for are read in XHTML, whose document type is not fetched."""
    page = read(tmp_path, "a.hocr", hocr(PAGE).replace("meant.", "meant&mdash;it"))
    assert texts(page)[1].endswith("meant—it")


def test_hocr_page_numbers(tmp_path: Path) -> None:
    """Pages stand in the order of ``ppageno``."""
    content = hocr(PAGE, Page(number=2, reader="", width=900, height=900, lines=(line(9, "a"),)))
    turned = content.replace("ppageno 0", "ppageno 5")
    (tmp_path / "a.hocr").write_text(turned)
    assert 900 == read_page(open_source(tmp_path / "a.hocr", Settings()), 1, Settings(), tmp_path).width


# --- ALTO -------------------------------------------------------------------------------------------------------------


def alto_line(inner: str, box: str = 'HPOS="100" VPOS="50" WIDTH="300" HEIGHT="30"', unit: str = "pixel") -> str:
    """ALTO 2 of one line."""
    return (
        '<alto xmlns="http://www.loc.gov/standards/alto/ns-v2#">\n'
        f"<Description><MeasurementUnit>{unit}</MeasurementUnit></Description>\n"
        '<Styles><TextStyle ID="s" FONTSIZE="7" FONTSTYLE="bold superscript"/></Styles>\n'
        f'<Layout><Page WIDTH="2000" HEIGHT="3000"><PrintSpace><TextBlock><TextLine {box}>\n{inner}\n'
        "</TextLine></TextBlock></PrintSpace></Page></Layout></alto>\n"
    )


def string(content: str, left: int, width: int, extra: str = "", inner: str = "") -> str:
    """An ALTO string."""
    return f'<String CONTENT="{content}" HPOS="{left}" VPOS="50" WIDTH="{width}" HEIGHT="30" {extra}>{inner}</String>'


def test_alto_hyphen(tmp_path: Path) -> None:
    """A hyphen of its own is put to its word, and one that only ``SUBS_TYPE`` tells of is put in."""
    halves = string("com", 100, 60, 'SUBS_TYPE="HypPart1" SUBS_CONTENT="commune"')
    assert ["com-"] == texts(read(tmp_path, "a.xml", alto_line(halves + '<HYP CONTENT="&#173;"/>')))
    assert ["com-"] == texts(read(tmp_path, "b.xml", alto_line(halves)))


def test_alto_alternatives(tmp_path: Path) -> None:
    """Other readings of a word stay with it as rivals."""
    page = read(tmp_path, "a.xml", alto_line(string("tho", 100, 60, 'WC="0.4"', "<ALTERNATIVE>the</ALTERNATIVE>")))
    assert [("tho", 0.4, ["the"])] == [(w.text, w.confidence, [r.text for r in w.rivals]) for w in page.lines[0].words]


def test_alto_superscript_by_style(tmp_path: Path) -> None:
    """A string without a space before it belongs to the word, and its style, its own or by reference, says it is raised."""  # noqa: E501
    strings = string("end.", 100, 60) + string("12", 160, 20, 'STYLEREFS="s"') + "<SP/>" + string("In", 190, 30)
    page = read(tmp_path, "a.xml", alto_line(strings))
    assert (["end.12 In"], [("end.12", "12")]) == (texts(page), calls(page))


def test_alto_whole_line_as_a_string(tmp_path: Path) -> None:
    """Some (eScriptorium) write a line as one string."""
    page = read(tmp_path, "a.xml", alto_line(string("one two", 100, 70)))
    assert ["one", "two"] == [word.text for word in page.lines[0].words]


def test_alto_raised_by_its_box(tmp_path: Path) -> None:
    """A small box of digits above the baseline is a note call, though no style says so."""
    low = string("end", 100, 60) + "<SP/>" + string("said.", 170, 70)
    high = '<String CONTENT="7" HPOS="242" VPOS="46" WIDTH="8" HEIGHT="13"/>'
    page = read(tmp_path, "a.xml", alto_line(low + high, 'HPOS="100" VPOS="50" WIDTH="150" HEIGHT="30" BASELINE="74"'))
    assert [("said.7", "7")] == calls(page)


# --- PAGE -------------------------------------------------------------------------------------------------------------


def page_lines(*lines: str, order: str = "") -> str:
    """PAGE of one region for each line."""
    regions = "\n".join(f'<TextRegion id="r{n}">{each}</TextRegion>' for n, each in enumerate(lines))
    return (
        '<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15">\n'
        f'<Page imageWidth="2000" imageHeight="3000">{order}\n{regions}\n</Page></PcGts>\n'
    )


def text_line(text: str, top: int, extra: str = "") -> str:
    """A PAGE line with its text alone."""
    coords = f'<Coords points="100,{top} 300,{top} 300,{top + 30} 100,{top + 30}"/>'
    return f"<TextLine>{coords}{extra}<TextEquiv><Unicode>{text}</Unicode></TextEquiv></TextLine>"


def test_page_reading_order(tmp_path: Path) -> None:
    """A reading order that the file gives counts more than where its regions stand."""
    refs = "".join(f'<RegionRefIndexed index="{n}" regionRef="r{1 - n}"/>' for n in (1, 0))
    order = f'<ReadingOrder><OrderedGroup id="g">{refs}</OrderedGroup></ReadingOrder>'
    page = read(tmp_path, "a.xml", page_lines(text_line("first", 100), text_line("second", 200), order=order))
    assert ["second", "first"] == texts(page)


def test_page_rivals(tmp_path: Path) -> None:
    """The reading with the lowest index counts, the others are its rivals."""
    readings = "".join(
        f'<TextEquiv index="{n}" conf="{c}"><Unicode>{t}</Unicode></TextEquiv>'
        for n, c, t in ((1, 0.3, "tho"), (0, 0.8, "the"))
    )
    word = f'<Word><Coords points="100,100 150,130"/>{readings}</Word>'
    page = read(tmp_path, "a.xml", page_lines(text_line("the", 100, word)))
    assert [("the", 0.8, [("tho", 0.3)])] == [
        (w.text, w.confidence, [(r.text, r.confidence) for r in w.rivals]) for w in page.lines[0].words
    ]


def test_page_words_as_in_their_line(tmp_path: Path) -> None:
    """Punctuation that was cut off as a word of its own is put to its word where the line has it so."""
    words = "".join(
        f'<Word><Coords points="{left},100 {left + 40},130"/><TextEquiv><Unicode>{text}</Unicode></TextEquiv></Word>'
        for left, text in ((100, "an"), (150, "end"), (190, "."))
    )
    assert ["an", "end."] == [
        word.text for word in read(tmp_path, "a.xml", page_lines(text_line("an end.", 100, words))).lines[0].words
    ]


def test_page_region_without_lines(tmp_path: Path) -> None:
    """A region with nothing but a text has as many lines as the text."""
    region = '<Coords points="100,100 300,160"/><TextEquiv><Unicode>one\ntwo</Unicode></TextEquiv>'
    page = read(tmp_path, "a.xml", page_lines(region))
    assert [("one", 100), ("two", 130)] == [(one.text, one.box and one.box.top) for one in page.lines]


def test_page_hyphen_sign(tmp_path: Path) -> None:
    """The sign that transcribers write for a hyphen at the line end is a hyphen."""
    assert ["com-"] == texts(read(tmp_path, "a.xml", page_lines(text_line("com¬", 100))))


def test_page_of_2010(tmp_path: Path) -> None:
    """Points as elements are read."""
    points = "".join(f'<Point x="{x}" y="{y}"/>' for x, y in ((100, 100), (300, 130)))
    old = f"<TextLine><Coords>{points}</Coords><TextEquiv><Unicode>old</Unicode></TextEquiv></TextLine>"
    assert ["old"] == texts(read(tmp_path, "a.xml", page_lines(old)))


# --- What is refused --------------------------------------------------------------------------------------------------


LAUGHS = '<!DOCTYPE alto [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n'
OUTSIDE = '<!DOCTYPE alto SYSTEM "http://example.org/alto.dtd">\n'
FILE = '<!DOCTYPE alto [<!ENTITY f SYSTEM "file:///etc/passwd">]>\n'


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(LAUGHS + alto(PAGE)[39:], "line 1: the file declares a document type", id="entities that grow"),
        pytest.param(OUTSIDE + alto(PAGE)[39:], "line 1: the file declares a document type", id="from a network"),
        pytest.param(FILE + page_xml(PAGE)[39:], "line 1: the file declares a document type", id="from a file"),
        pytest.param(
            hocr(PAGE).replace('DTD/xhtml1-transitional.dtd"', 'DTD/x.dtd" [<!ENTITY a "b">]'),
            "line 2: the file declares a document type",
            id="entities in hOCR",
        ),
        pytest.param(alto(PAGE).replace("</TextBlock>", ""), "the markup is broken", id="a tag is missing"),
        pytest.param(hocr(PAGE)[:-40], "the markup is broken", id="hOCR cut off"),
        pytest.param(html("<b>")[:-9], "the file is cut off", id="HTML cut off"),
        pytest.param(alto(PAGE)[:30], "it begins neither as hOCR nor as ALTO or PAGE XML", id="cut early"),
        pytest.param(alto_line(string("a", 1, 2)).replace("<Page ", "<Pagina ").replace("</Page", "</Pagina"),
                     "line 1: there is no page in it", id="no page"),
    ],
)  # fmt: skip
def test_refused(content: str, says: str, tmp_path: Path) -> None:
    """A file that cannot be trusted or read is refused in a sentence with its name and the line."""
    (tmp_path / "page.alto").write_text(content)
    with pytest.raises(SourceError) as caught:
        open_source(tmp_path / "page.alto", Settings())
    assert caught.value.sentence.startswith("page.alto, line ")
    assert says in caught.value.sentence
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(alto_line(string("a", 1, 2), unit="mm"), "line 2: the unit is 'mm'", id="unknown unit"),
        pytest.param(
            alto_line(string("a", 1, 2)).replace('WIDTH="2000"', 'WIDTH="20"').replace('HEIGHT="3000"', 'HEIGHT="30"'),
            "line 4: the page is 20 by 30 pixels, and 1 of its 1 lines stand outside it",
            id="page and words in two units",
        ),
        pytest.param(alto_line(string("a", 1, 2)).replace('WIDTH="2000"', ""), "line 4: the page has no size",
                     id="no page size"),
        pytest.param(page_lines(text_line("a", 1)).replace('imageWidth="2000"', 'imageWidth="999999999999"'),
                     "line 2: the page is 999999999999 by 3000 pixels", id="a page as wide as a planet"),
        pytest.param(alto_line('<String CONTENT="a"/>', ""), "line 4: a line of text has no place", id="no boxes"),
        pytest.param(alto_line(string("a", 1, 2), 'HPOS="left"'), "line 4: HPOS is 'left', which is no number",
                     id="no number"),
        pytest.param(alto_line(string("a", 1, 2), 'HPOS="nan" VPOS="1" WIDTH="1" HEIGHT="1"'), "line 4: ", id="nan"),
        pytest.param(page_lines(text_line("a", 1)).replace('imageWidth="2000"', ""), "line 2: the page has no size",
                     id="PAGE without a size"),
        pytest.param(page_lines("<TextLine><TextEquiv><Unicode>a</Unicode></TextEquiv></TextLine>"),
                     "line 3: a line of text has no Coords", id="PAGE without Coords"),
        pytest.param(page_lines(text_line("a", 1)).replace("100,1 ", "100 "), "line 3: the points of Coords",
                     id="PAGE with half a point"),
        pytest.param(html("<span class='ocr_line'>text</span>"), "line 1: a line of text has no bbox", id="no bbox"),
        pytest.param(html("<span class='ocr_line' title='bbox 1 2 3'>a</span>"), "line 1: a bbox has four numbers",
                     id="three numbers"),
    ],
)  # fmt: skip
def test_failed_page(content: str, says: str, tmp_path: Path) -> None:
    """A page of which the places make no sense fails, and says in which line."""
    assert says in read(tmp_path, "page.xml", content).failure


# --- Page images ------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("form", ["hocr", "page-lines"])
def test_calls_from_the_image_beside(form: str, calls_page: Page, calls_image: Path, tmp_path: Path) -> None:
    """Where the page image lies beside the file, its raised ink tells of the calls that the words have lost."""
    suffix, write = FORMS[form]
    without = [Line(words=one.words, box=one.box, baseline=one.baseline) for one in calls_page.lines]
    page = Page(number=1, reader="", width=calls_page.width, height=calls_page.height, lines=tuple(without))
    (tmp_path / "page.png").write_bytes(calls_image.read_bytes())
    found = read(tmp_path, f"page.{suffix}", write(page))
    assert ["1", "27", "103", "4", "58", "69"] == [m.readings[0].text for one in found.lines for m in one.marks]
    assert "images/0001.jpg" == found.image


def test_image_of_another_shape(tmp_path: Path) -> None:
    """A picture that cannot be of the page is left out."""
    Image.new("L", (500, 100), 255).save(tmp_path / "page.png")
    assert "" == read(tmp_path, "page.xml", alto(PAGE)).image


def test_image_from_elsewhere(tmp_path: Path) -> None:
    """The name of an image does not lead out of the file's folder."""
    (tmp_path / "in").mkdir()
    Image.new("L", (2000, 3000), 255).save(tmp_path / "secret.png")
    content = page_xml(PAGE).replace('"page.png"', '"../secret.png"')
    assert "" == read(tmp_path / "in", "a.xml", content).image
