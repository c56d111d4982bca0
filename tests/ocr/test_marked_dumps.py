"""Dumps with markup, as readers that are language models write them: raised numbers, headings, and what is a note."""

from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.model import Page, Region
from pipeline.ocr.dumps.markup import is_marked, unmarked
from pipeline.ocr.dumps.reading import read_dump
from pipeline.segment.rows import ends_sentence

CALLED = {
    "mistral": "road.${ }^{1}$ It",
    "spaced": "road. ${ }^{1}$ It",
    "tex": "road.$^{1}$ It",
    "bare": "road.$^1$ It",
    "paddle": "road. $ ^{1} $ It",
    "inline": r"road.\(^{1}\) It",
    "html": "road.<sup>1</sup> It",
    "linked": "road.[<sup>1</sup>](#page-3-1) It",
    "marker": "road.[1](#page-3-1) It",
    "markdown": "road.[^1] It",
    "pandoc": "road.^1^ It",
}


def pages_of(text: str, tmp_path: Path) -> tuple[Page, ...]:
    """The pages of a dump with this text."""
    (tmp_path / "dump.txt").write_text(text, encoding="utf-8")
    return read_dump(tmp_path / "dump.txt")


def regions_of(pages: tuple[Page, ...]) -> list[list[str]]:
    """What every line is, by pages."""
    return [[line.region.value for line in page.lines] for page in pages]


def two_pages(label: str, call: str) -> str:
    """Two pages of text with two notes each; ``@`` stands for the number in a label and in a call."""
    text = [f"The lamp is{call.replace('@', str(n))} lit on the quay, and nobody sees it." for n in (1, 2, 3, 4)]
    notes = [f"{label.replace('@', str(n))} See the ledger of the lamps, p. {n}0." for n in (1, 2, 3, 4)]
    return "\n\n".join(["# The Lamp", *text[:2], *notes[:2], *text[2:], *notes[2:]])


@pytest.mark.parametrize("form", CALLED)
def test_raised_number(form: str) -> None:
    """Whatever notation raises a number, it stands raised behind its word."""
    assert "road.¹ It" == unmarked(CALLED[form])[0].text


def test_marks_of_tex() -> None:
    """Reference marks are written as signs."""
    assert "quay† and pier*" == unmarked(r"quay$^{\dagger}$ and pier<sup>\*</sup>")[0].text


def test_ordinals_stay() -> None:
    """Raised letters of an ordinal are its letters."""
    assert "the 19th of May" == unmarked("the 19<sup>th</sup> of May")[0].text


def test_emphasis() -> None:
    """Italics and bold are taken off the text and kept as style, and a star that labels a note stays."""
    line = unmarked("* See **Lamps** in *The Harbour*, p. 3.")[0]
    assert "* See Lamps in The Harbour, p. 3." == line.text
    assert [(6, 11, True), (15, 26, False)] == [(begin, end, style.bold) for begin, end, style in line.styles]


def test_formulas_stay() -> None:
    """An exponent in a formula is no call."""
    assert "a force of $x^{2}$ here" == unmarked("a force of $x^{2}$ here")[0].text


@pytest.mark.parametrize(
    "text", ["* A note.* And more*\n#4 See.\n", "lamp ^12 and quay [12]\n" * 9, "*The lamp* and *the quay*\n"]
)
def test_dirt_is_no_markup(text: str) -> None:
    """Stars and carets of other readers are left alone."""
    assert not is_marked(text)


def test_definitions_counted_anew(tmp_path: Path) -> None:
    """Of a reader that counts its definitions from 0 on every page the label behind them counts."""
    page = "The lamp.$^{#}$ The quay.$^{@}$\n\n[^0]\n[^0]:    $^{#}$ Mole.\n    $^{@}$ Pier."
    pages = pages_of("\n\n".join(page.replace("#", n).replace("@", m) for n, m in ("12", "34")), tmp_path)
    assert [["text", "note", "note"]] * 2 == regions_of(pages)
    assert ["¹ Mole.", "² Pier.", "³ Mole.", "⁴ Pier."] == [line.text for page in pages for line in page.lines[1:]]


@pytest.mark.parametrize(
    ("label", "call"),
    [
        ("<sup>@</sup>", "<sup>@</sup>"),
        ('<span id="p-@"></span><sup>@</sup>', "[@](#p-@)"),
        ("@.", "$^{@}$"),
        ("^@^", "^@^"),
    ],
)
def test_labels_and_calls_tell_notes(label: str, call: str, tmp_path: Path) -> None:
    """What begins with a number that the text calls is a note, and behind notes a page begins."""
    pages = pages_of(two_pages(label, call), tmp_path)
    assert [["heading", "text", "text", "note", "note"], ["text", "text", "note", "note"]] == regions_of(pages)


def test_unicode_without_markup(tmp_path: Path) -> None:
    """Raised signs tell the notes where nothing else is marked."""
    told = "\n\n".join(["A lamp¹ and a quay² and a mole.³", "¹ See Pier.", "² See Mole.", "³ See Lamp.", "More text."])
    assert [["text", "note", "note", "note"], ["text"]] == regions_of(pages_of(told, tmp_path))


def test_note_of_two_paragraphs(tmp_path: Path) -> None:
    """A paragraph between two notes that were called before both is of the first one."""
    told = ["A lamp¹ and a quay² and a mole.³", "¹ See Pier.", "And the mole too.", "² See Mole.", "³ See Lamp."]
    assert [["text", "note", "note", "note", "note"]] == regions_of(pages_of("\n\n".join(told), tmp_path))


def test_note_that_broke_off(tmp_path: Path) -> None:
    """What stands right above the next label goes on with a note that had broken off."""
    first = ["A lamp¹ and a quay.²", "¹ See Pier.", "² See the mole of the"]
    told = [*first, "The mole³ is old.", "harbour, p. 3.", "³ See Lamp."]
    pages = pages_of("\n\n".join(told), tmp_path)
    assert [["text", "note", "note"], ["text", "note", "note"]] == regions_of(pages)


def test_reference_marks(tmp_path: Path) -> None:
    """Stars and daggers that the text calls label notes, also off their word; items of a list do not."""
    page = "*The Lamp* is lit on the quay *, and *The Mole* is † not.\n\n* See Pier.\n\n† See Mole."
    items = "* One lamp\n\n* Two lamps\n\n* Three lamps"
    pages = pages_of(f"# The Lamp\n\n{page}\n\n{page}\n\n{items}", tmp_path)
    assert [["heading", "text", "note", "note"], ["text", "note", "note"], ["item"] * 3] == regions_of(pages)


def test_numbered_list_is_none(tmp_path: Path) -> None:
    """A numbered list that nothing calls is left to the rules for other dumps."""
    text = "# The Lamp\n\n**Text** of *the* lamp and **more**.\n\n" + "\n\n".join(f"{n}. A lamp." for n in range(1, 9))
    assert {"heading", ""} == {region for page in regions_of(pages_of(text, tmp_path)) for region in page}


def test_quotation(tmp_path: Path) -> None:
    """What Markdown quotes is a quotation, and has no sign before it."""
    text = "# The Lamp\n\n**Reed** wrote of *the* lamp and **more**:\n\n> Nobody lit it.\n>\n> And nobody sees it."
    lines = [
        (line.region.value, " ".join(word.text for word in line.words)) for line in pages_of(text, tmp_path)[0].lines
    ]
    assert [("quotation", "Nobody lit it."), ("quotation", "And nobody sees it.")] == lines[2:]


@pytest.mark.parametrize(
    ("items", "region"),
    [
        pytest.param("- Mole\n- Pier", "item", id="hyphens"),
        pytest.param("• Mole\n\n• Pier", "item", id="white between"),
        pytest.param("• Mole\n– Pier", "item", id="a list in a list"),
        pytest.param("- Mole\n* Pier", "", id="a star alone"),
        pytest.param("- Mole\n\nPier", "", id="one alone"),
        pytest.param("— Mole?\n— Pier!", "", id="speech"),
    ],
)
def test_items(items: str, region: str) -> None:
    """Lines in a row with signs before them are items of a list, and keep the sign."""
    lines = [line for line in unmarked(items) if line.text]
    assert [region, region] == [line.region.value for line in lines]
    assert items.replace("\n\n", "\n").split("\n") == [line.text for line in lines]


def test_rows_of_tables(tmp_path: Path) -> None:
    """Rows of Markdown and of HTML are rows of a table, their cells parted by one sign, empty ones too."""
    piped = "| Lamp | *Oil* | Dues |\n|---|:--:|---|\n| Mole |  | £3 |"
    html = '<tr><th>Year</th><td colspan="2">Oil &amp; dues</td></tr>\n<tr><td>1810</td><td/><td>4</td></tr>'
    (tmp_path / "dump.md").write_text(f"A lamp.\n\n{piped}\n\n<table>{html}</table>")
    lines = [line for page in read_dump(tmp_path / "dump.md") for line in page.lines if line.region is Region.TABLE]
    assert ["Lamp │ Oil │ Dues", "Mole │ │ £3", "Year │ Oil & dues │", "1810 │ │ 4"] == [
        " ".join(word.text for word in line.words) for line in lines
    ]


def test_tables_that_are_never_closed() -> None:
    """What begins as a table of HTML and has no end keeps its words, and does not swallow the table behind it."""
    lines = unmarked("<table><tr><td>Mole\n\n<table><tr><td>Pier</td><td>4</td></tr></table>")
    assert "Mole" in " ".join(line.text for line in lines)
    assert ["Pier │ 4"] == [line.text for line in lines if line.region is Region.TABLE]


def test_markdown_is_marked_by_its_name(tmp_path: Path) -> None:
    """Of a file that is called Markdown one sign of it is enough."""
    for name in ("lamp.md", "lamp.txt"):
        (tmp_path / name).write_text("# The Lamp\n\nNobody lit it.")
    heads = [read_dump(tmp_path / name)[0].lines[0] for name in ("lamp.md", "lamp.txt")]
    assert ["The", "#"] == [line.words[0].text for line in heads]


def test_order_of_pages(tmp_path: Path) -> None:
    """No line is lost or moved."""
    lines = [line.text for page in pages_of(two_pages("<sup>@</sup>", "<sup>@</sup>"), tmp_path) for line in page.lines]
    assert 9 == len(lines) and all(one != other for one, other in pairwise(lines))


def test_sentence_ends_before_a_raised_call() -> None:
    """A raised number behind a stop is looked through, as one on the line is."""
    assert ends_sentence("Nobody sees the lamp.¹⁴")
