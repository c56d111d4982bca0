"""The gate finds what is planted, and never fails itself."""

import pytest

from pipeline.config import Settings
from pipeline.model import Article, BlockKind, FrontMatter
from pipeline.tei import Fault, check, run
from tests.tei.articles import ENTITIES, FULL, NO_ENTITIES, block, note, sheet

VALID = run(FULL, ENTITIES, Settings())

# What is wrong: (text of a valid edition, what it is replaced by, part of the sentence that must be said)
PLANTED = {
    "element we do not write": ("<head xml:id", "<label/><head xml:id", "schema: "),
    "TEI that we do not write": ('<quote rend="block"', '<quote rend="inline"', "schema: "),
    "attribute of our own": ('<p part="I"', '<p coords="1"', "schema: "),
    "zone without corner": (' ulx="180" uly="140"', ' ulx="180"', "schema: "),
    "certainty without voice": ('cert="0.72" resp="#pipeline"', 'cert="0.72"', "schema: "),
    "impossible date": ("1871-03-04", "1871-03-34", "schema: "),
    "pointer to nothing": ('ref="#pers.quell"', 'ref="#pers.nobody"', "@ref points to #pers.nobody"),
    "page break missing": (
        '<pb n="102" facs="#f3" break="no" rend="hyphen"/>',
        "",
        "in the order of the images it is #f3",
    ),
    "last page break missing": ('<pb facs="#f9"/>', "", "8 page images, covers not counted, but 7 page breaks"),
    "page break twice": ('<pb facs="#f9"/>', '<pb facs="#f9"/><pb facs="#f9"/>', "but 9 page breaks"),
    "white space in a word": ("har<pb", "har <pb", 'white space beside <pb break="no"/>'),
    "white space in a word, behind": ("</fw>bour", "</fw> bour", 'white space beside <pb break="no"/>'),
    "zone outside": ('lrx="1060"', 'lrx="1260"', "does not lie within its surface"),
    "zone inside out": ('ulx="180"', 'ulx="1080"', "does not lie within its surface"),
    "undeclared language": ('<desc xml:lang="en">', '<desc xml:lang="fr">', "language fr is not declared"),
    "empty paragraph": (">So it went.</p>", "></p>", "<p> is empty"),
    "empty note": ("<p>Nobody calls this one.</p>", "<p/>", "<note> is empty"),
    "decomposed letter": ("Fennick", "Fe\u0301nnick", "normalisation form C"),
    "replacement character": ("Fennick", "F\ufffdnnick", "U+FFFD"),
    "soft hyphen": ("Fennick", "Fen\u00adnick", "U+00AD"),
    "control character": ("Fennick", "Fen\u0085nick", "U+0085"),
    "furniture in a note": ("that <pb n", 'that <fw type="sig" place="bottom">H</fw><pb n', "<fw> stands in a note"),
    "id twice": ('xml:id="p2"', 'xml:id="p1"', "p1"),
    "not XML": ("</TEI>", "", "not well-formed XML"),
    "document type": ("<TEI ", "<!DOCTYPE TEI [<!ENTITY x 'y'>]><TEI ", "document type declaration"),
}


def planted(before: str, after: str) -> bytes:
    """The valid edition with its first ``before`` replaced; one that is not there would plant nothing."""
    text = VALID.decode()
    if before not in text:
        raise ValueError(f"{before!r} is not in the edition")
    return text.replace(before, after, 1).encode()


@pytest.mark.parametrize(("before", "after", "sentence"), PLANTED.values(), ids=PLANTED)
def test_planted_fault_is_found(before: str, after: str, sentence: str) -> None:
    """Every planted fault is found and makes the edition invalid."""
    found = [fault for fault in check(planted(before, after)) if not fault.warning]

    assert any(sentence in fault.sentence for fault in found), found


def test_fault_has_its_place() -> None:
    """A fault says in which line and element it is."""
    line = 1 + VALID[: VALID.index(b"So it went.")].count(b"\n")

    assert [Fault(line, "/TEI/text/body/div[2]/p[4]", "<p> is empty")] == [
        fault for fault in check(planted(">So it went.</p>", "></p>")) if not fault.warning
    ]


def test_skipped_note_is_a_warning() -> None:
    """A gap in the numbers of the notes is reported, and the edition stays valid: the source may have it."""
    blocks = (block("p1", BlockKind.PARAGRAPH, (1, 0, "One and two.")),)
    notes = tuple(note(label, ("p1", offset, 1.0), (1, 9, "A note.")) for label, offset in (("1", 3), ("3", 12)))
    article = Article(doc="a", language="en", sheets=(sheet(1, "1"),), front=FrontMatter(), blocks=blocks, notes=notes)

    assert [(fault.sentence, fault.warning) for fault in check(run(article, NO_ENTITIES, Settings()))] == [
        ("note 3 follows note 1", True)
    ]


@pytest.mark.parametrize("document", [b"", b"%PDF-1.7", b"<TEI/>", b"<a>", b"\xff\xfe", "<é/>".encode("latin-1")])
def test_anything_gives_faults(document: bytes) -> None:
    """What is no TEI or no XML is a fault and no exception."""
    assert check(document)


def test_entities_do_not_grow() -> None:
    """A document whose entities would grow without bound is refused at once."""
    entities = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 12))
    bomb = f'<!DOCTYPE TEI [<!ENTITY e0 "tea">{entities}]><TEI>&e11;</TEI>'.encode()

    assert [fault.sentence.split(":")[0] for fault in check(bomb)] == ["not well-formed XML"]


def test_no_file_is_read() -> None:
    """A document that asks for a file is refused, and the file is not in what is said."""
    asking = (
        b'<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/hostname">]><TEI xmlns="http://www.tei-c.org/ns/1.0">&x;</TEI>'
    )

    assert [fault.sentence for fault in check(asking)] == ["a document type declaration is not allowed"]


def test_a_long_article_is_valid() -> None:
    """Two hundred pages with two thousand notes, every line marked, pass all checks."""
    blocks = tuple(
        block(
            f"p{page}", BlockKind.PARAGRAPH, *((page, line, "and so the tea went over the mole") for line in range(35))
        )
        for page in range(1, 201)
    )
    notes = tuple(
        note(str(n + 1), (f"p{n // 10 + 1}", n % 10 * 30, 1.0), (n // 10 + 1, 35, "Ibid.")) for n in range(2000)
    )
    sheets = tuple(sheet(page, str(page)) for page in range(1, 201))
    article = Article(doc="a", language="en", sheets=sheets, front=FrontMatter(), blocks=blocks, notes=notes)
    document = run(article, NO_ENTITIES, Settings(lines=True))

    assert check(document) == []
