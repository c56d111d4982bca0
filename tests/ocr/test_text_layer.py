"""Text layers of born-digital PDFs: words, order, sizes, styles, superscripts."""

import subprocess
import sys
from pathlib import Path

import pdfplumber
import pypdfium2 as pdfium
import pytest

from pipeline.config import Settings
from pipeline.model import PLAIN, Box, Line, Page
from pipeline.ocr import open_source, read_page
from pipeline.ocr.pdf_fonts.drawn_accents import with_accents
from pipeline.ocr.pdf_fonts.glyphs import Glyph, _text_of, glyphs_of, style_of
from pipeline.ocr.pdf_text.text_lines import lines_of
from tests.ocr.conftest import typeset


def columns(page: Page) -> list[int]:
    """The column of each line, repetitions left out."""
    found = [line.column for line in page.lines]
    return [column for i, column in enumerate(found) if i == 0 or found[i - 1] != column]


def line_with(page: Page, text: str) -> Line:
    """The line that contains the text."""
    return next(line for line in page.lines if text in line.text)


def test_layer_is_used(layer_page: Page) -> None:
    """A born-digital page is read from its text layer, at 150 dots to the inch."""
    assert ("text-layer", 150, "") == (layer_page.reader, layer_page.dpi, layer_page.failure)


def test_nothing_is_loaded_that_only_page_images_need(tmp_path: Path) -> None:
    """An upright page is opened and read without OpenCV, without what reads images, dumps or markup, without spaCy."""
    printed = "#set page(width: 120mm, height: 180mm)\n" + "The clerks kept their book of the lamps closed. " * 30
    layer_pdf = typeset(printed, tmp_path / "upright.pdf")
    code = (
        "import sys; from pathlib import Path; from pipeline.config import Settings; from pipeline import ocr\n"
        f"source = ocr.open_source(Path({str(layer_pdf)!r}), Settings())\n"
        f"page = ocr.read_page(source, 1, Settings(), Path({str(tmp_path)!r}))\n"
        "idle = {'cv2', 'pipeline.ocr.scan', 'pipeline.ocr.transcripts', 'pipeline.ocr.dumps.reading', 'spacy'}\n"
        "print(page.reader, idle & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "text-layer set()" == done.stdout.strip()


def test_same_words_as_pdfplumber(layer_page: Page, layer_pdf: Path) -> None:
    """The words are those that pdfplumber finds, whatever their order."""
    with pdfplumber.open(layer_pdf) as document:
        theirs = sorted(word["text"] for word in document.pages[0].extract_words(x_tolerance=1.5, y_tolerance=5))
    assert theirs == sorted(word.text for line in layer_page.lines for word in line.words)


def test_reading_order(layer_page: Page) -> None:
    """The title runs across, then the left column with its note, then the right."""
    assert [0, 1, 2] == columns(layer_page)


def test_note_before_second_column(layer_page: Page) -> None:
    """The note at the foot of the first column is read before the second column."""
    text = "\n".join(line.text for line in layer_page.lines)
    assert text.index("12. The note") < text.index("The second column")


def test_superscripts(layer_page: Page) -> None:
    """A superscript is marked whether the font draws it or the setting raises it, and its line is not cut in two."""
    found = [
        (line.words[mark.word].text[mark.start : mark.end], mark.readings[0].text)
        for line in layer_page.lines
        for mark in line.marks
    ]
    assert [("12", "12"), ("3", "3")] == found


def test_white_is_no_character(layer_pdf: Path) -> None:
    """Nor are the line breaks that PDFium puts between lines."""
    page = pdfium.PdfDocument(layer_pdf)[0]
    assert all(glyph.text.isprintable() and glyph.text.strip() for glyph in glyphs_of(page, 150))


def test_superscript_stays_in_its_word(layer_page: Page) -> None:
    """The characters of a call stay in the text of the word."""
    assert "closed,12" in [word.text for line in layer_page.lines for word in line.words]


def test_italic_and_bold(layer_page: Page) -> None:
    """Italic and bold words are known by their fonts."""
    words = [word for line in layer_page.lines for word in line.words]
    assert (["northern", "harbour"], ["merchants’"]) == (
        [word.text for word in words if word.style.italic],
        [word.text for word in words if word.style.bold],
    )


def test_italics_of_a_font_without_a_name(layer_pdf: Path, tmp_path: Path) -> None:
    """Its letters lean, though neither its name nor its flags say so."""
    nameless = tmp_path / "nameless.pdf"
    untold = layer_pdf.read_bytes().replace(b"-Italic", b"-TTE213").replace(b"/Flags 131142", b"/Flags 131078")
    nameless.write_bytes(untold.replace(b"/ItalicAngle -12", b"/ItalicAngle 0  "))
    page = read_page(open_source(nameless, Settings()), 1, Settings(), tmp_path)

    assert ["northern", "harbour"] == [word.text for line in page.lines for word in line.words if word.style.italic]


def test_bold_of_a_font_without_a_name(tmp_path: Path) -> None:
    """Its stems are heavy, though its name does not say so; those of the font of the text are not."""
    told = """
    #set page(width: 120mm, height: 60mm)
    #set text(font: "Libertinus Serif", size: 10pt)
    *The light of the harbour hill*

    The light of the harbour hill burned.
    """
    nameless = tmp_path / "nameless.pdf"
    nameless.write_bytes(typeset(told, tmp_path / "told.pdf").read_bytes().replace(b"-Bold", b"-TTE2"))
    page = read_page(open_source(nameless, Settings()), 1, Settings(), tmp_path)

    assert [True, False] == [all(word.style.bold for word in line.words) for line in page.lines]


def test_sizes(layer_page: Page) -> None:
    """Type sizes come in pixels: 10 points are 20.8 pixels at 150 dots to the inch."""
    assert [20.8, 16.7] == [line_with(layer_page, text).size for text in ("first column opens", "12. The note")]


def test_rule(layer_page: Page) -> None:
    """The drawn rule above the notes is found."""
    assert 1 == len(layer_page.rules)


def test_rules_are_those_of_the_page_in_the_file(tmp_path: Path) -> None:
    """Behind facing pages on one image, a page has another number than in the file: its rules are its own."""
    strokes = "".join(f"curve.move((0mm, {y}mm)), curve.line((40mm, {y}mm))," for y in (0, 5, 10))
    grid = f"#curve(stroke: 0.5pt, {strokes})\nSome oil."
    pdf = typeset(f"#set page(width: 100mm, height: 60mm)\nSome words.\n#pagebreak()\n{grid}", tmp_path / "two.pdf")
    source = open_source(pdf, Settings())

    with_grid = read_page(source._replace(frames=source.frames[1:]), 1, Settings(), tmp_path)

    assert 3 == len({rule.top for rule in with_grid.rules})


def test_rules_from_one_point_stand_by_their_ends(tmp_path: Path) -> None:
    """What a set gives first differs from run to run: rules that begin at one point come by where they end."""
    lengths = (60, 30, 70, 40, 80, 50, 20)
    drawn = "\n".join(f"#place(line(length: {length}mm, stroke: 0.5pt))" for length in lengths)
    pdf = typeset(f"#set page(width: 100mm, height: 60mm)\n{drawn}\nSome oil.", tmp_path / "rules.pdf")
    widths = [rule.width for rule in read_page(open_source(pdf, Settings()), 1, Settings(), tmp_path).rules]
    assert (7, sorted(widths)) == (len(widths), widths)


@pytest.mark.parametrize(
    ("font", "style"),
    [
        ("ABCDEF+Minion-Italic", (True, False, False)),
        ("TimesNewRomanPS-BoldItalicMT", (True, True, False)),
        ("Garamond-BoldIt", (True, True, False)),
        ("LinLibertineSC", (False, False, True)),
        ("LampSansCaps,Bold", (False, True, True)),
        ("AdvOT58b04b30.B", (False, True, False)),
        ("Digital-Regular", (False, False, False)),
    ],
)
def test_style_by_font_name(font: str, style: tuple[bool, bool, bool]) -> None:
    """Font names tell italic, bold and small capitals."""
    found = style_of(font)
    assert style == (found.italic, found.bold, found.small_caps)


def test_page_without_anything(tmp_path: Path) -> None:
    """A page without text and pictures is an empty page, and no page is invented for it."""
    pdf = typeset("#set page(width: 60mm, height: 60mm)\n#pagebreak()\nSome words.", tmp_path / "two.pdf")
    source = open_source(pdf, Settings())
    page = read_page(source, 1, Settings(), tmp_path)
    assert (2, "text-layer", ()) == (source.page_count, page.reader, page.lines)


def test_labels_and_calls_of_two_columns(tmp_path: Path) -> None:
    """In two columns no raised number makes a line of its own: neither a call nor the label of a note."""
    columns_page = (
        """
    #set page(width: 150mm, height: 130mm, margin: 12mm, columns: 2)
    #set text(font: "Libertinus Serif", size: 10pt, hyphenate: false)
    #set footnote.entry(separator: line(length: 30%, stroke: 0.5pt))
    """
        + "The clerks kept their books closed.#footnote[The first of two notes.] They said so. " * 6
    )
    source = open_source(typeset(columns_page, tmp_path / "columns.pdf"), Settings())

    page = read_page(source, 1, Settings(), tmp_path)

    assert [] == [line.text for line in page.lines if line.text.isdigit()]


def test_three_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    """No line of the text layer runs over the white between two of them."""
    columns_page = """
    #set page(width: 210mm, height: 120mm, margin: 12mm, columns: 3)
    #set text(font: "Libertinus Serif", size: 10pt, hyphenate: false)
    #set par(justify: true)
    """ + " ".join(f"The clerks kept their book of year {year} closed." for year in range(1801, 1881))
    source = open_source(typeset(columns_page, tmp_path / "columns.pdf"), Settings())

    page = read_page(source, 1, Settings(), tmp_path)
    years = [int(word.text) for line in page.lines for word in line.words if word.text.isdigit()]

    assert [3, 4, 2] == columns(page) or [1, 5, 6] == columns(page)
    assert sorted(years) == years


def test_rows_of_a_table_in_a_column_stay_rows(tmp_path: Path) -> None:
    """White between cells that do not fill their column parts no column."""
    rows = "".join(f"[Lamp {n}], [The keeper of mole {n}]," for n in range(10, 22))
    page_of_two = f"""
    #set page(width: 210mm, height: 120mm, margin: 12mm, columns: 2)
    #set text(font: "Libertinus Serif", size: 10pt, hyphenate: false)
    {"The clerks kept their books closed. " * 20}
    #table(columns: (30mm, 50mm), stroke: none, inset: 2pt, {rows})
    #colbreak()
    {"The clerks kept their books closed. " * 40}
    """
    source = open_source(typeset(page_of_two, tmp_path / "table.pdf"), Settings())

    page = read_page(source, 1, Settings(), tmp_path)

    assert "Lamp 12 The keeper of mole 12" == line_with(page, "Lamp 12").text


def _digit(left: float, pen: float, pen_after: float) -> Glyph:
    """A narrow 1 of 20 pixels' size on one baseline, its ink 5 pixels wide."""
    return Glyph("1", left, 6, left + 5, 20, 20, 20, PLAIN, True, False, False, pen, pen_after)


@pytest.mark.parametrize(
    ("second_pen", "words"),
    [pytest.param(10, ["11"], id="tabular"), pytest.param(15, ["1", "1"], id="spaced"),
     pytest.param(13, ["1", "1"], id="tight"), pytest.param(float("nan"), ["1", "1"], id="unknown")],
)  # fmt: skip
def test_white_beside_a_tabular_one(second_pen: float, words: list[str]) -> None:
    """White that the font leaves beside the ink of a 1 parts no words; where the font is silent, the ink decides."""
    line = lines_of([_digit(3, 0, 10), _digit(13, second_pen, second_pen + 10)])[0]
    assert words == [word.text for word in line.words]


@pytest.mark.parametrize(
    ("spaced", "last", "words"),
    [pytest.param(0, "e", ["wharv", "es"], id="letters close"), pytest.param(1, "e", ["wharves"], id="letters apart"),
     pytest.param(0, ".", ["wharv.s"], id="before a stop"), pytest.param(0, "”", ["wharv”s"], id="before a quote")],
)  # fmt: skip
def test_a_tight_space_parts_words_whose_letters_are_close(spaced: int, last: str, words: list[str]) -> None:
    """A press that justifies tightly leaves a seventh of the type size, where PDFium sees no space."""
    glyphs, pen = [], 0
    for letter in f"wharv{last}s":
        pen += 3 if letter == last else spaced
        glyphs.append(Glyph(letter, pen + 1, 6, pen + 8, 20, 20, 20, PLAIN, True, False, False, pen, pen + 10))
        pen += 10

    assert words == [word.text for word in lines_of(glyphs)[0].words]


def test_a_space_under_an_overhanging_letter_parts_words() -> None:
    """The ink of an italic f reaches over the space to the capital behind it; the pen has moved."""
    first = Glyph("f", 8, 6, 25, 20, 20, 20, PLAIN, True, False, False, 10, 16)
    second = Glyph("M", 20, 6, 36, 20, 20, 20, PLAIN, True, True, False, 21, 37, space=0.25)
    assert ["f", "M"] == [word.text for word in lines_of([first, second])[0].words]


@pytest.mark.parametrize(
    ("capital", "gap", "words"),
    [pytest.param("E", True, ["f", "E"], id="behind a gap"), pytest.param("E", False, ["fE"], id="within a word"),
     pytest.param("e", True, ["fe"], id="a small letter")],
)  # fmt: skip
def test_a_capital_begins_a_word_where_pdfium_sees_a_gap(capital: str, gap: bool, words: list[str]) -> None:
    """The ink of an italic f fills the space behind it, and its font does not tell where it left the pen."""
    first = Glyph("f", 8, 6, 25, 20, 20, 20, PLAIN, True, False, False, 10, 25)
    second = Glyph(capital, 24, 6, 36, 20, 20, 20, PLAIN, True, False, gap, 24, 37)
    assert words == [word.text for word in lines_of([first, second])[0].words]


@pytest.mark.parametrize(("pen", "words"), [(27.0, ["s", "p"]), (25.0, ["sp"])])
def test_a_move_of_the_pen_parts_words_whose_ink_is_close(pen: float, words: list[str]) -> None:
    """The ink of an italic p begins before its pen; where PDFium sees a gap, the pen tells whether it is a space."""
    s = Glyph("s", 15, 6, 24, 20, 20, 20, PLAIN, True, False, False, 15, 24)
    p = Glyph("p", 25, 6, 36, 26, 20, 20, PLAIN, True, False, True, pen, 36)
    assert words == [word.text for word in lines_of([s, p])[0].words]


def test_letters_stand_in_the_order_in_which_they_were_set() -> None:
    """The ink of an italic y begins before that of the t in front of it: ``party`` is not ``paryt``."""
    t = Glyph("t", 22, 6, 27, 20, 20, 20, PLAIN, True, False, False, 21, 26)
    y = Glyph("y", 21, 6, 36, 26, 20, 20, PLAIN, True, False, False, 26, 36)
    assert ["ty"] == [word.text for word in lines_of([y, t])[0].words]


def _drawn(operators: str, path: Path, meant: str = "fi") -> Path:
    """A PDF of one page that draws text in Helvetica, whose space is .278 em wide; in the font F2 W means ``fi``."""
    stream = f"BT /F1 20 Tf 50 100 Td {operators} ET"
    code = meant.encode("utf-16-be").hex().upper()
    meaning = f"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <57> <{code}> endbfchar"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>",
        f"<</Length {len(meaning)}>>stream\n{meaning}\nendstream\n",
    ]
    body = "".join(f"{number} 0 obj{each}endobj\n" for number, each in enumerate(objects, 1))
    path.write_bytes(f"%PDF-1.4\n{body}trailer<</Root 1 0 R/Size 8>>\n%%EOF".encode())
    return path


@pytest.mark.parametrize(
    ("set_so", "text"),
    [
        pytest.param("(la ) 278 (mps)", "lamps", id="taken back"),
        pytest.param("(la ) 278.1 (mps)", "lamps", id="taken back, and a hair more"),
        pytest.param("(la ) 0 (mps)", "la mps", id="a space"),
        pytest.param("(lamp- ) 278 (Boat)", "lamp-Boat", id="behind a hyphen"),
        pytest.param("(lamps\\( ) 278 (red ) 278 (\\))", "lamps(red)", id="inside brackets"),
        pytest.param("(H. ) 278 (Tansy)", "H. Tansy", id="behind an initial: meant"),
        pytest.param("(speci)] TJ /F2 20 Tf (W) Tj /F1 20 Tf [278 ( c)", "specific", id="upon the ligature before it"),
    ],
)
def test_a_space_that_does_not_move_the_pen_is_none(tmp_path: Path, set_so: str, text: str) -> None:
    """Spaces that a press sets between syllables, and takes back by kerning, part no words."""
    source = open_source(_drawn(f"[{set_so} ( in the harbour)] TJ", tmp_path / "kerned.pdf"), Settings())
    page = read_page(source, 1, Settings(), tmp_path)
    assert [f"{text} in the harbour"] == [line.text for line in page.lines]


def test_old_style_figures_at_private_codes_are_figures(tmp_path: Path) -> None:
    """Expert fonts have figures of the height of small letters at codes of their own, which are no text."""
    source = open_source(_drawn("(in 18) Tj /F2 20 Tf (W) Tj", tmp_path / "expert.pdf", "\uf732\uf733"), Settings())
    assert ["in 1823"] == [line.text for line in read_page(source, 1, Settings(), tmp_path).lines]


def test_type_turned_twice_stands_upright(tmp_path: Path) -> None:
    """A negative size turns the type by 180 degrees, and the matrix turns it back: two lines of their size."""
    shown = "/F1 -20 Tf -1 0 0 -1 50 100 Tm (lamps and oil) Tj -1 0 0 -1 50 70 Tm (in harbours) Tj"
    page = read_page(open_source(_drawn(shown, tmp_path / "turned.pdf"), Settings()), 1, Settings(), tmp_path)
    assert [("lamps and oil", 41.7), ("in harbours", 41.7)] == [(line.text, line.size) for line in page.lines]


def _glyph(text: str, left: float, *, foot: float = 20) -> Glyph:
    return Glyph(text, left, 6, left + 9, foot, 20, 20, PLAIN, True, False, False, left, left + 10)


@pytest.mark.parametrize(
    ("texts", "marks"),
    [pytest.param("Lu†", ["†"], id="behind a name"), pytest.param("†Lu", [], id="before a name"),
     pytest.param("7†", [], id="behind a number"), pytest.param("Lu∗", ["*"], id="TeX's asterisk"),
     pytest.param("Lu¹²", ["12"], id="digits that the font draws raised"), pytest.param("²Lu", ["2"], id="a label")],
)  # fmt: skip
def test_signs_behind_a_word(texts: str, marks: list[str]) -> None:
    """Signs are marked by what they mean: a dagger that reaches below the baseline calls a note behind a word."""
    glyphs = [_glyph(text, 10 * place, foot=15 if text == "∗" else 24) for place, text in enumerate(texts)]
    line = lines_of(glyphs)[0]
    assert marks == [mark.readings[0].text for mark in line.marks]


def _set_in(text: str, left: float, *, size: float = 20, baseline: float = 100, foot: float | None = None) -> Glyph:
    """A character of a size on a baseline, half an em wide; its ink ends at ``foot``."""
    bottom = baseline if foot is None else foot
    box = left, baseline - 0.7 * size, left + 0.5 * size, bottom
    return Glyph(text, *box, baseline, size, PLAIN, True, False, False, left, left + 0.5 * size)


def _word(text: str, left: float, **how: float) -> list[Glyph]:
    size = how.get("size", 20)
    return [_set_in(character, left + 0.5 * size * place, **how) for place, character in enumerate(text)]


@pytest.mark.parametrize("indent", [pytest.param(24, id="an em"), pytest.param(60, id="a tab")])
@pytest.mark.parametrize("number", ["8", "104", "(8)", "[12]"])
def test_a_raised_label_may_hang_in_the_margin(number: str, indent: float) -> None:
    """The label of a note belongs to the line that it hangs before, and is marked as raised."""
    text = _word("Ibid", 13 * 0.5 * len(number) + indent)

    lines = lines_of([*_word(number, 0, size=13, baseline=93), *text])

    assert [f"{number} Ibid"] == [line.text for line in lines]
    assert [number] == [mark.readings[0].text for mark in lines[0].marks]


def test_a_superscript_in_the_gutter_is_no_label_of_the_other_column() -> None:
    """It follows a word of its own column, though a line of the other column begins right behind it."""
    left, right = _word("lamps", 0, baseline=100), _word("boats", 80, baseline=97)

    lines = lines_of([*left, *_word("7", 50, size=12, baseline=92), *right])

    assert "lamps7" in " ".join(line.text for line in lines)


@pytest.mark.parametrize(("gutter", "columns"), [(0.8, [1, 2]), (0.4, [0])])
def test_a_gutter_narrower_than_an_em(gutter: float, columns: list[int]) -> None:
    """Where lines begin one under the other behind it, it is one; a word space is none."""
    text = "lamps" * 7
    second = 10 * len(text) + 20 * gutter
    rows = [[*_word(text, 0, baseline=30 * row), *_word(text, second, baseline=30 * row)] for row in range(1, 10)]

    lines = lines_of([glyph for row in rows for glyph in row])

    assert columns == list(dict.fromkeys(line.column for line in lines))


@pytest.mark.parametrize("white", [0.8, 1.4], ids=["narrower than an em", "wider"])
def test_wide_word_spaces_here_and_there_are_no_gutter(white: float) -> None:
    """Two of three justified lines have one at the same place: the third runs across, and there are no columns."""
    left, right = "lamps" * 7, "boats" * 7
    second = 10 * len(left) + 20 * white
    parted = [[*_word(left, 0, baseline=30 * row), *_word(right, second, baseline=30 * row)] for row in range(1, 25)]
    whole = [_word("keeper" * 12, 0, baseline=30 * row) for row in range(3, 25, 3)]
    rows = [whole[row // 3 - 1] if row % 3 == 0 else parted[row - 1] for row in range(1, 25)]

    lines = lines_of([glyph for row in rows for glyph in row])

    assert [0] == list(dict.fromkeys(line.column for line in lines))
    assert f"{left} {right}" == lines[0].text


def test_a_bullet_stays_with_the_column_at_whose_edge_it_hangs() -> None:
    """The white behind it is narrower than that before it, and other lines begin behind it."""
    places = ((0, "lampslampslampslamps"), (230, "•"), (254, "boatsboatsboatsboats"))
    rows = [[glyph for left, text in places for glyph in _word(text, left, baseline=30 * row)] for row in range(1, 10)]

    lines = lines_of([glyph for row in rows for glyph in row])

    assert {"• boatsboatsboatsboats"} == {line.text for line in lines if line.column == 2}


def test_raised_old_style_figures_are_raised() -> None:
    """A raised 3 or 9 of the old style reaches down to the baseline of its word."""
    line = lines_of([*_word("oil", 0), *_word("39", 30, size=12, baseline=93, foot=98)])[0]

    assert ["39"] == [mark.readings[0].text for mark in line.marks]


def test_small_capitals_may_come_first_in_the_line() -> None:
    """Small type exactly on the baseline of larger type is of its line, before its first large character too."""
    letters = [*_word("THE", 0, size=14), *_word("V", 28), *_word("IRTUE", 38, size=14)]

    assert ["THE VIRTUE"] == [line.text for line in lines_of(letters)]


def test_a_star_in_the_size_of_the_name_is_raised() -> None:
    """The mark behind an author's name makes no line of its own, even where it is set larger than the name."""
    line, *others = lines_of([*_word("STERN", 0), _set_in("†", 51, size=21, baseline=95)])

    assert ("STERN†", []) == (line.text, others)


def test_what_stands_beside_the_page_is_not_read(tmp_path: Path) -> None:
    """Folios at the crop marks are cut off with the paper."""
    pdf = typeset(
        "#set page(width: 60mm, height: 60mm)\n#place(dx: -40mm, dy: -40mm)[99]\nSome words.", tmp_path / "crop.pdf"
    )
    source = open_source(pdf, Settings())

    assert ["Some words."] == [line.text for line in read_page(source, 1, Settings(), tmp_path).lines]


def test_the_lines_beside_an_initial_are_two_lines() -> None:
    """A first letter two lines deep belongs to the word at the start of the upper one."""
    initial = _set_in("T", 100, size=56, baseline=125, foot=125)._replace(top=86, right=130)
    upper = [glyph for index, word in enumerate(("he", "keepers")) for glyph in _word(word, 134 + 60 * index)]
    lower = [
        glyph for index, word in enumerate(("of", "lamps")) for glyph in _word(word, 134 + 60 * index, baseline=125)
    ]

    assert ["The keepers", "of lamps"] == [line.text for line in lines_of([initial, *upper, *lower])]


def test_a_large_folio_beside_a_running_foot_of_two_lines() -> None:
    """Its baseline lies between theirs: it is a row of its own, and they are two."""
    folio = _set_in("7", 100, size=56, baseline=118, foot=118)._replace(top=80, right=130)
    upper, lower = (
        [glyph for index, word in enumerate(words) for glyph in _word(word, 160 + 90 * index, baseline=baseline)]
        for words, baseline in ((("Harbour", "notes"), 100), (("Tansy", "lamps"), 125))
    )

    assert {"Harbour notes", "Tansy lamps"} <= {
        line.text.removeprefix("7 ") for line in lines_of([folio, *upper, *lower])
    }


def test_a_quotation_mark_may_stand_before_an_initial() -> None:
    """As large as the letter: it opens the first line, and the lines beside are two as well."""
    initial = _set_in("T", 100, size=56, baseline=125, foot=125)._replace(top=86, right=130)
    upper = [glyph for index, word in enumerate(("he", "keepers")) for glyph in _word(word, 134 + 60 * index)]
    lower = [
        glyph for index, word in enumerate(("of", "lamps")) for glyph in _word(word, 134 + 60 * index, baseline=125)
    ]

    mark = _set_in("“", 80, size=56, baseline=125, foot=125)._replace(top=86, right=98)
    assert ["“The keepers", "of lamps"] == [line.text for line in lines_of([mark, initial, *upper, *lower])]


@pytest.mark.parametrize(
    ("first", "rest", "line"),
    [
        pytest.param("T", "he", "The keepers", id="no word of its own"),
        pytest.param("I", "n", "In keepers", id="what is left is no word"),
        pytest.param("A", "man", "A man keepers", id="a word of its own"),
    ],
)
def test_an_initial_in_a_frame_is_part_of_its_word(first: str, rest: str, line: str) -> None:
    """The white beside the frame of a large first letter looks like a space."""
    initial = _set_in(first, 100, size=56, baseline=125, foot=125)._replace(top=86, right=130)
    apart = [_word(rest, 134)[0]._replace(after_space=True, after_gap=True), *_word(rest, 134)[1:]]
    keepers = _word("keepers", 194)
    keepers[0] = keepers[0]._replace(after_space=True)
    lower = _word("of", 134, baseline=125)

    assert line == lines_of([initial, *apart, *keepers, *lower])[0].text


def test_a_superscript_level_with_the_notes_of_the_other_column() -> None:
    """The 7 stands on the baseline of the note to the left, and is with the word that it is raised behind."""
    note = [_set_in(text, 10 + 7 * place, size=14) for place, text in enumerate("ibid")]
    body = [_set_in(text, 300 + 10 * place, baseline=108) for place, text in enumerate("lamps")]
    lines = lines_of([*note, *body, _set_in("7", 350, size=13.5)])
    assert ["ibid", "lamps7"] == [line.text for line in lines]
    assert ["7"] == [mark.readings[0].text for line in lines for mark in line.marks]


def test_a_number_is_raised_in_the_size_of_its_line() -> None:
    """Calls and labels that a press sets no smaller than the text make no lines of their own."""
    call = lines_of([*_word("oil", 0), *_word("12", 30, baseline=93, size=18), *_word("lamps", 80)])
    label = lines_of([*_word("3", 0, baseline=93), *_word("Ibid", 50)])

    assert [["oil12 lamps"], ["3 Ibid"]] == [[line.text for line in lines] for lines in (call, label)]
    assert ["12", "3"] == [mark.readings[0].text for lines in (call, label) for line in lines for mark in line.marks]


@pytest.mark.parametrize("figure", ["6", "12"])
def test_a_figure_of_a_table_may_be_shorter_than_its_call(figure: str) -> None:
    """The size of a cell is that of its figure, though most of its characters are a raised number."""
    line = lines_of([*_word(figure, 0), *_word("119", 10 * len(figure), size=12, baseline=92)])[0]

    assert (20, 100, ["119"]) == (line.size, line.baseline, [mark.readings[0].text for mark in line.marks])


def test_a_subscript_stays_in_its_word() -> None:
    """Small type that stands a little lower, right behind a letter, makes no line of its own, and calls no note."""
    line, *others = lines_of([*_word("CO", 0), *_word("2", 20, size=13, baseline=104), *_word("sinks", 40)])

    assert ("CO2 sinks", (), []) == (line.text, line.marks, others)


def test_a_subscript_may_be_longer_than_what_it_stands_behind() -> None:
    """A letter far from the others of its row keeps its own size and baseline, and so its row."""
    line, *others = lines_of([*_word("let", 0), *_word("n", 80), *_word("comp", 90, size=13, baseline=104)])

    assert ("let ncomp", 20, []) == (line.text, line.size, others)


@pytest.mark.parametrize(("left", "baseline"), [(60, 104), (20, 110)])
def test_small_type_apart_from_a_word_is_no_subscript(left: float, baseline: float) -> None:
    """What stands lower than a line, but not right behind its letters, or too low, is another line."""
    lines = lines_of([*_word("CO", 0), *_word("2", left, size=13, baseline=baseline)])

    assert ["CO", "2"] == [line.text for line in lines]


def test_a_number_level_with_other_lines_is_left_where_it_stands() -> None:
    """A figure of a table that stands far from the words beside it belongs to none of their lines."""
    lines = lines_of([*_word("oil", 0), *_word("12", 300, baseline=93)])

    assert {"oil", "12"} == {line.text for line in lines}


@pytest.mark.parametrize(
    ("letter", "accent", "text"),
    [
        pytest.param("u", "¨", "lüs", id="over a small letter"),
        pytest.param("A", "´", "lÁs", id="over a capital"),
        pytest.param("ı", "ˆ", "lîs", id="in place of the dot"),
        pytest.param("c", "¸", "lçs", id="under a letter"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_drawn_accent_is_of_the_letter_that_it_stands_over(letter: str, accent: str, text: str, first: bool) -> None:
    """Before its letter in the file or behind it, and over a capital on a baseline of its own."""
    before, under, behind = _word(f"l{letter}s", 0)
    top = 101 if accent == "¸" else under.top - 4
    mark = under._replace(
        text=accent, left=12, right=18, top=top, bottom=top + 3, baseline=96 if letter == "A" else 100
    )
    both = [mark, under] if first else [under, mark]

    assert [text] == [line.text for line in lines_of(with_accents([before, *both, behind]))]


@pytest.mark.parametrize(("accent", "left"), [("¨", 22), ("˜", 24), ("´", 30)])
def test_an_accent_over_no_letter_stays(accent: str, left: float) -> None:
    """So does one over a letter that has none of the kind."""
    letters = _word("nx", 0)
    mark = letters[1]._replace(text=accent, left=left, right=left + 5, top=82, bottom=85)
    over_x = mark._replace(left=12, right=18) if accent == "´" else mark

    assert accent in [glyph.text for glyph in with_accents([*letters, over_x])]


def test_characters_beyond_the_first_plane_are_read(tmp_path: Path) -> None:
    """The italics of a formula have numbers above U+FFFF, of which PDFium gives two halves."""
    pdf = typeset("#set page(width: 60mm, height: 60mm)\nThe lamps $f$ burn.", tmp_path / "formula.pdf")
    source = open_source(pdf, Settings())

    assert ["The lamps 𝑓 burn."] == [line.text for line in read_page(source, 1, Settings(), tmp_path).lines]


@pytest.mark.parametrize(("code", "text"), [(0x61, "a"), (0x02, "-"), (0xF0A8A780, " "), (0x110000, " ")])
def test_numbers_of_characters(code: int, text: str) -> None:
    """PDFium gives the font's own code where no table tells the character: that is no reason to lose the page."""
    assert text == _text_of(code)


@pytest.mark.parametrize(("text", "words"), [("M", ["f", "M"]), ("m", ["fm"])])
def test_an_f_before_a_capital_ends_its_word(text: str, words: list[str]) -> None:
    """Where PDFium sees a space, however little the ink of an italic f leaves of it: ``of Lamps``."""
    first = Glyph("f", 8, 6, 19, 20, 20, 20, PLAIN, True, False, False, 10, 19)
    second = Glyph(text, 20, 6, 36, 20, 20, 20, PLAIN, True, False, True, 20, 37)

    assert words == [word.text for word in lines_of([first, second])[0].words]


def test_letterspaced_lines_have_their_words(tmp_path: Path) -> None:
    """Letters set apart are no words, however wide the white; words are parted by more than that."""
    spaced = """
    #set page(width: 150mm, height: 60mm, margin: 12mm)
    #set text(font: "Libertinus Serif", size: 10pt)
    #text(tracking: 0.26em)[HESTER TANSY]

    #text(tracking: 0.15em)[LAMPS OF THE HARBOUR]

    The clerks kept their books closed, and said so.
    """
    source = open_source(typeset(spaced, tmp_path / "spaced.pdf"), Settings())

    page = read_page(source, 1, Settings(), tmp_path)

    assert ["HESTER TANSY", "LAMPS OF THE HARBOUR"] == [line.text for line in page.lines[:2]]


@pytest.mark.parametrize(
    ("word", "apart", "text"),
    [
        pytest.param("NOTES", 3, "NOTES", id="all as much apart"),
        pytest.param("NOTE S", 0, "NOTE S", id="one space"),
    ],
)
def test_a_few_letterspaced_letters_are_a_word(word: str, apart: int, text: str) -> None:
    """Four pairs of letters tell that a heading is letterspaced where the pen moves between them all."""
    steps = [(character, (10 + apart) * place) for place, character in enumerate(word) if character != " "]
    glyphs = [_set_in(character, left)._replace(right=left + 8.5) for character, left in steps]

    assert [text] == [line.text for line in lines_of(glyphs)]


@pytest.mark.parametrize(
    ("left", "text"),
    [pytest.param(40, "lamp-", id="where the letter ended"), pytest.param(45, "lamp -", id="a dash, apart")],
)
def test_a_hanging_hyphen_belongs_to_its_word(left: float, text: str) -> None:
    """A press that hangs its hyphens in the margin sets them after all other text, right behind their letter."""
    hyphen = _set_in("-", left)._replace(after_gap=True, left=left + 1.8)

    assert [text] == [line.text for line in lines_of([*_word("lamp", 0), hyphen])]


@pytest.mark.parametrize("degrees", [-90, 90, 180])
def test_a_leaf_is_turned_to_be_read(tmp_path: Path, degrees: int) -> None:
    """A wide table that is set up or down the page is read as it would be on a wide page, rows, words and rules."""
    rows = "".join(f"[Selwyn {year}], [nine hummocks], [{year - 1700} lamps and oil]," for year in range(1801, 1809))
    table = f"#table(columns: 3, stroke: 0.5pt, {rows})"
    page = """
    #set page(width: 100mm, height: 140mm, margin: 8mm)
    #set text(font: "Libertinus Serif", size: 10pt)
    """
    upright = read_page(open_source(typeset(page + table, tmp_path / "wide.pdf"), Settings()), 1, Settings(), tmp_path)
    leaf = f"{page}#rotate({degrees}deg, reflow: true)[{table}]"
    read = read_page(open_source(typeset(leaf, tmp_path / "leaf.pdf"), Settings()), 1, Settings(), tmp_path)

    assert [line.text for line in upright.lines] == [line.text for line in read.lines]
    assert len(upright.rules) == len(read.rules) > 0
    assert all(any(_is_over(rule, line.box) for rule in read.rules) for line in read.lines if line.box)


def _is_over(rule: Box, box: Box) -> bool:
    """Whether a rule stands less than a line above a box."""
    return 0 <= box.top - rule.top < 40 and rule.left <= box.left < rule.right


def test_a_stamp_in_the_margin_turns_no_page(tmp_path: Path) -> None:
    """Most of the type has to run up the page, and there has to be a text of it."""
    stamped = """
    #set page(width: 100mm, height: 140mm, margin: 15mm)
    #place(left, dx: -10mm, rotate(-90deg, reflow: true)[Lent by the harbour library on the ninth of the month])
    The clerks kept their books closed.
    """
    read = read_page(open_source(typeset(stamped, tmp_path / "leaf.pdf"), Settings()), 1, Settings(), tmp_path)

    assert read.height > read.width
    assert "The clerks kept their books closed." == read.lines[0].text


def test_turned_lines_beside_one_another_are_lines(tmp_path: Path) -> None:
    """A stamp in the margin and the name of an axis are two lines, and so are two rows of a turned table."""
    turned = "rotate(-90deg, reflow: true)"
    stamped = f"""
    #set page(width: 100mm, height: 140mm, margin: 15mm)
    #place(left, dx: -10mm, {turned}[Lent by the harbour library])
    #place(left, dx: 20mm, dy: 30mm, {turned}[Oil, wicks, \\ and tar])
    The clerks kept their books closed.
    """
    read = read_page(open_source(typeset(stamped, tmp_path / "leaf.pdf"), Settings()), 1, Settings(), tmp_path)

    assert ["Lent by the harbour library", "Oil, wicks,", "and tar"] == [line.text for line in read.lines[1:]]


@pytest.mark.parametrize(
    ("behind", "white", "text"),
    [
        pytest.param(",", 2, "oil12, sold", id="a space in the size of the number"),
        pytest.param(".", 3, "oil12. sold", id="the same before a stop"),
        pytest.param(",", 7, "oil12 , sold", id="white that is seen"),
        pytest.param(";", 3, "oil12 ; sold", id="a sign before which French has a space"),
        pytest.param("...", 3, "oil12 ... sold", id="an ellipsis"),
    ],
)
def test_no_space_stands_before_a_stop_where_none_is_seen(behind: str, white: float, text: str) -> None:
    """The file has a space before the sign; before a comma or a stop the white has to be that of one."""
    number = _word("12", 30, size=12, baseline=93)
    first, *more = _word(behind, 42 + white)
    sold = [
        glyph._replace(after_space=not place)
        for place, glyph in enumerate(_word("sold", more[-1].right + 8 if more else first.right + 8))
    ]
    line = lines_of([*_word("oil", 0), *number, first._replace(after_space=True), *more, *sold])[0]

    assert text == line.text


def test_what_is_drawn_twice_is_read_once(tmp_path: Path) -> None:
    """A line upon itself, off by a hair, is one line; letters that stand twice in a word, or in a ligature, stay."""
    twice = "(a puff of oil, off) Tj 0 40 Td (noon) Tj 1 0 0 1 50.2 100 Tm (a puff of oil, off) Tj"
    page = read_page(open_source(_drawn(twice, tmp_path / "twice.pdf"), Settings()), 1, Settings(), tmp_path)
    assert ["noon", "a puff of oil, off"] == [line.text for line in page.lines]


def test_type_that_cannot_be_seen_is_not_read(tmp_path: Path) -> None:
    """One press sets the name of its file behind the title, a point high."""
    small = "(lamps) Tj 1 0 0 1 110 100 Tm /F1 1 Tf (lmp_513) Tj"
    source = open_source(_drawn(small, tmp_path / "small.pdf"), Settings())
    assert ["lamps"] == [line.text for line in read_page(source, 1, Settings(), tmp_path).lines]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        pytest.param("0004", "oil.1 Then", id="a note's number"),
        pytest.param("00040009", "oil.1 Then", id="a note's number and a tab"),
        pytest.param("0018", "oil.1 Then", id="a page's number"),
        pytest.param("0041", "oil.A Then", id="what can be printed"),
    ],
)
def test_a_replacement_text_of_control_codes_hides_nothing(tmp_path: Path, code: str, text: str) -> None:
    """InDesign has codes of its own for the numbers of notes and pages; their digits are printed all the same."""
    marked = f"/Span<</ActualText<FEFF{code}>>>BDC (1) Tj EMC"
    source = open_source(_drawn(f"(oil.) Tj {marked} ( Then) Tj", tmp_path / "marked.pdf"), Settings())
    assert [text] == [line.text for line in read_page(source, 1, Settings(), tmp_path).lines]
