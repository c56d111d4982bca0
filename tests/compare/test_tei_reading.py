"""What is read from TEI: the text as printed, and what stands where in it."""

from pathlib import Path

import pytest

from pipeline.compare.reading import Reading
from pipeline.compare.tei_reading import read_tei
from pipeline.errors import SourceError

EXAMPLE = Path(__file__).parents[3] / "shared" / "design" / "tei-example.xml"


def read(folder: Path, body: str) -> Reading:
    """The reading of a file with this body."""
    path = folder / "edition.xml"
    path.write_text(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{body}</body></text></TEI>', encoding="utf-8"
    )
    return read_tei(path)


TEXTS = {
    "a soft hyphen at a line end": ('har<lb break="no" rend="hyphen"/>bour', "harbour"),
    "white space around break=no": ('har\n  <lb break="no"/>\n bour', "harbour"),
    "a hyphen that is kept": ('well-<lb break="no"/>known', "well-known"),
    "a diplomatic hyphen": (
        'griev<pc force="weak">-</pc><pb break="no"/><fw>HEAD</fw><lb break="no"/>ance',
        "grievance",
    ),
    "a doubtful hyphen": ('tea<pc force="inter">-</pc><lb break="maybe"/>men', "tea-men"),
    "a plain line end": ("the<lb/>tide", "the tide"),
    "a page turn within a sentence": ('the\n<pb n="2"/><fw type="header">HEAD</fw> tide', "the tide"),
    "a note within a word group": ("the <note>1</note> tide", "the tide"),
    "a misprint": ("<choice><sic>lantren</sic><corr>lantern</corr></choice>", "lantren"),
    "an old spelling": ("<choice><reg>showed</reg><orig>shewed</orig></choice>", "shewed"),
    "an abbreviation": ("<choice><abbr>HR</abbr><expan>Harbour Registers</expan></choice>", "HR"),
    "rival readings": ("<choice><unclear>four</unclear><unclear>tour</unclear></choice>", "four"),
    "a comment": ("one<!-- nothing --> two", "one two"),
    "a processing instruction": ("one <?page 2?>two", "one two"),
    "decomposed letters": ("Lu\u0308thi", "Lüthi"),
    "an anchor of an endnote": ('1884<ref type="noteAnchor" target="#n">*</ref>, in', "1884, in"),
    "an inline quotation": ("he said <quote>“none”</quote>.", "he said “none”."),
    "an omission of the editor": ("one <gap/> two", "one two"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_the_text_is_what_is_printed(name: str, tmp_path: Path) -> None:
    """Page furniture, notes and editors' marks leave the running text as it was printed."""
    encoded, expected = TEXTS[name]
    assert expected == read(tmp_path, f"<p>{encoded}</p>").text


BLOCKS = {
    "a section": ("<div><head>One</head><p>Two.</p></div>", ["heading One", "paragraph Two."]),
    "a quotation between paragraphs": (
        '<p part="I">One</p><quote>Two</quote><p part="F">three.</p>',
        ["paragraph One", "quotation Two", "paragraph three."],
    ),
    "a quotation within a paragraph": (
        '<p>One <quote rend="block"><p>Two</p><p>Three</p></quote> four.</p>',
        ["paragraph One", "quotation Two", "quotation Three", "paragraph four."],
    ),
    "a quotation with its source": ("<cit><quote>One</quote> <bibl>Two</bibl></cit>", ["quotation One Two"]),
    "verse in a quotation": (
        "<quote><lg><l>One</l><l>two</l></lg></quote>",
        ["quotation One two"],
    ),
    "a list": ("<list><item>One</item><item>Two</item></list>", ["paragraph One", "paragraph Two"]),
    "a figure": ("<figure><head>One</head><figDesc>Two</figDesc></figure>", ["caption One"]),
    "another block": ('<ab type="caption">One</ab>', ["caption One"]),
    "a bibliography": (
        "<listBibl><bibl>One</bibl><bibl>Two</bibl></listBibl>",
        ["bibliography One", "bibliography Two"],
    ),
    "a note of two paragraphs": ("<p>One<note><p>a</p><p>b</p></note> two</p>", ["paragraph One two"]),
    "an empty paragraph": ("<p>One</p><p/><p>Two</p>", ["paragraph One", "paragraph Two"]),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_blocks_are_what_stands_apart(name: str, tmp_path: Path) -> None:
    """Every block has its kind and its text, in the order of the page."""
    encoded, expected = BLOCKS[name]
    reading = read(tmp_path, encoded)
    assert expected == [f"{block.kind} {reading.text[block.start : block.end]}" for block in reading.blocks]


def called(reading: Reading) -> list[tuple[str, str]]:
    """Text before each call, and text of its note."""
    return [(reading.text_of(call.target)[: call.offset], reading.notes[call.note].text) for call in reading.calls]


CALLS = {
    "a note at its call": ("<p>One.<note><p>a</p></note> Two.</p>", [("One.", "a")]),
    "an endnote by its anchor": (
        '<p>One<ref type="noteAnchor" target="#e">1</ref></p><div type="notes"><note xml:id="e"><p>a</p></note></div>',
        [("One", "a")],
    ),
    "an endnote that points back": (
        '<p>One<ref type="noteAnchor" xml:id="c">1</ref></p><div type="notes"><note target="#c"><p>a</p></note></div>',
        [("One", "a")],
    ),
    "a note called twice": (
        '<p>One<note xml:id="n"><p>a</p></note> two<note sameAs="#n"/></p>',
        [("One", "a"), ("One two", "a")],
    ),
    "a note within a note": ("<p>One<note><p>a<note><p>b</p></note> c</p></note></p>", [("One", "a c"), ("a", "b")]),
    "a note without a call": ('<p>One<note type="unanchored"><p>a</p></note></p>', []),
    "a call of no note": ('<p>One<ref type="noteAnchor" target="#x">1</ref></p>', []),
}


@pytest.mark.parametrize("name", CALLS)
def test_calls_lead_to_their_notes(name: str, tmp_path: Path) -> None:
    """A call stands where the note or its anchor stands, and leads to the note's text."""
    encoded, expected = CALLS[name]
    assert expected == called(read(tmp_path, encoded))


@pytest.mark.parametrize(("cert", "low"), [("low", True), ("0.2", True), ("0.9", False), ("high", False), ("", False)])
def test_uncertain_calls_are_known(cert: str, low: bool, tmp_path: Path) -> None:
    """A call is uncertain when its note says so, in a word or a number."""
    assert [low] == [call.low for call in read(tmp_path, f'<p>One<note cert="{cert}"><p>a</p></note></p>').calls]


def test_names_are_spans_of_their_text(tmp_path: Path) -> None:
    """Names in the body and in notes are spans of the text they stand in, with what they refer to."""
    reading = read(
        tmp_path,
        '<p>See <persName ref="#a">Ada\n Merrow</persName><note><p>In <date when="1911">1911</date>.</p></note></p>',
    )
    names = [(e.kind, reading.text_of(e.target)[e.start : e.end], e.ref, e.value) for e in reading.entities]
    assert names == [("person", "Ada Merrow", "#a", ()), ("date", "1911", "", (("when", "1911"),))]


def test_a_name_at_the_head_of_a_block_begins_with_its_first_letter(tmp_path: Path) -> None:
    """The line feed between two blocks belongs to neither, nor to a name."""
    reading = read(tmp_path, "<p>One.</p>\n<p> <persName>Ada</persName></p>")
    assert [reading.text[e.start : e.end] for e in reading.entities] == ["Ada"]


def test_pages_know_their_image(tmp_path: Path) -> None:
    """A page break is of the image that it points to; brackets around a folio are not part of it."""
    path = tmp_path / "edition.xml"
    path.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><facsimile><surface xml:id="a"/><surface xml:id="b"/></facsimile>'
        '<text><body><p><pb n="[7]" facs="#b"/>One<fw type="header">Head</fw></p></body></text></TEI>'
    )
    reading = read_tei(path)
    assert [(page.number, page.folio) for page in reading.pages] == [(2, "7")]
    assert [(piece.page, piece.kind, piece.text) for piece in reading.furniture] == [(2, "header", "Head")]


BROKEN = {
    "missing": (None, "edition.xml cannot be read: No such file or directory"),
    "not well-formed": (b"<TEI><p></TEI>", "edition.xml is not well-formed XML"),
    "empty": (b"", "edition.xml is not well-formed XML"),
    "not TEI": (b"<html/>", "edition.xml is not a TEI edition: it has no TEI/text"),
    "TEI without text": (b'<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', "edition.xml is not a TEI edition"),
    "entities": (
        b'<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>&x;</p></body></text></TEI>',
        "edition.xml uses entities, which are not resolved",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    """A file that is no TEI edition is refused, with what is wrong and which file it is."""
    content, sentence = BROKEN[name]
    path = tmp_path / "edition.xml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SourceError) as refused:
        read_tei(path)
    assert refused.value.sentence.startswith(sentence)


@pytest.mark.skipif(not EXAMPLE.exists(), reason="the encoding example is not beside the checkout")
def test_the_encoding_example_reads_as_the_article() -> None:
    """The example of the encoding, with all its marks, gives the article as printed."""
    reading = read_tei(EXAMPLE)
    assert reading.text[reading.blocks[5].start :].startswith(
        "On 4 March 1871 Josiah Quell bade every ship that lay in the harbour of"
    )
    assert [(n.label, n.place) for n in reading.notes] == [("1", "foot"), ("2", "foot"), ("3", "foot"), ("*", "end")]
    assert [call.note for call in reading.calls] == [0, 1, 2, 3]
