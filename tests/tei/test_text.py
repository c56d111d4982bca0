"""How each construct of an article is written."""

import pytest
from lxml import etree
from msgspec.structs import replace

from pipeline.config import Settings
from pipeline.model import Article, Block, BlockKind, Entities, EntityKind, FrontMatter, Join, Mention, NoteKind
from pipeline.tei import check, run
from tests.tei.articles import BILINGUAL, DUMP, ENTITIES, FULL, NO_ENTITIES, block, note, sheet
from tests.tei.reading import NAMESPACES, edition_of, found, running_text, source_of, with_id

ROOT = edition_of(FULL, ENTITIES)


def article(*blocks: Block, pages: int = 2) -> Article:
    """An article of these blocks, each page with a folio."""
    sheets = tuple(sheet(number, str(100 + number)) for number in range(1, pages + 1))
    return Article(doc="a", language="en", sheets=sheets, front=FrontMatter(), blocks=blocks)


def turned(first: str, join: Join, *, page: int = 1, lines: bool = True) -> str:
    """A paragraph of two lines that are joined like this, written out from where the first begins."""
    two_lines = block("p1", BlockKind.PARAGRAPH, (1, 0, first), (page, 1, "b", join))
    written = source_of(edition_of(article(two_lines), settings=Settings(lines=lines)), "p1")
    return written.split(">", 1)[1].removesuffix("</p>").removeprefix('<lb facs="#f1.line0"/>')


def test_the_words_of_a_drawing(tei_all: etree.RelaxNG) -> None:
    """They are no paragraph, their lines are kept, and the paragraph around them is one."""
    drawn = article(
        block("p1", BlockKind.PARAGRAPH, (1, 0, "One lamp")),
        block("d1", BlockKind.DIAGRAM, (1, 1, "1870 1880"), (1, 2, "lamps of oil")),
        block("p2", BlockKind.PARAGRAPH, (2, 0, "was lit."), resumes=True),
    )
    document = run(drawn, NO_ENTITIES, Settings())

    assert 2 == len(found(edition_of(drawn), "//t:ab[@type='diagram']/t:lb"))
    assert [] == check(document)
    assert tei_all.validate(etree.fromstring(document))


def test_an_abstract_amid_the_text(tei_all: etree.RelaxNG) -> None:
    """It is no front matter, and the paragraph around it is one."""
    printed = article(
        block("p1", BlockKind.PARAGRAPH, (1, 0, "One lamp")),
        block("a1", BlockKind.ABSTRACT, (2, 0, "Abstract. Of lamps.")),
        block("a2", BlockKind.ABSTRACT, (2, 1, "Résumé. Des lampes.")),
        block("p2", BlockKind.PARAGRAPH, (2, 2, "was lit."), resumes=True),
    )
    document = run(printed, NO_ENTITIES, Settings())

    assert ["I", "F"] == [node.get("part") for node in found(edition_of(printed), "//t:body//t:p")]
    assert 2 == len(found(edition_of(printed), "//t:body//t:ab[@type='abstract']"))
    assert [] == check(document)
    assert tei_all.validate(etree.fromstring(document))


def test_a_text_in_facing_columns(tei_all: etree.RelaxNG) -> None:
    """Each has its sections in its language; the pages of the second turn by milestones, as they have begun."""
    printed = article(
        block("p1", BlockKind.PARAGRAPH, (1, 0, "One lamp"), (2, 0, "was lit.")),
        replace(block("h1.de", BlockKind.HEADING, (1, 1, "Lampen"), level=1), language="de"),
        replace(block("p1.de", BlockKind.PARAGRAPH, (1, 2, "Eine Lampe"), (2, 1, "brannte.")), language="de"),
    )
    document = run(printed, NO_ENTITIES, Settings())
    root = edition_of(printed)

    assert ["en", "de"] == [node.values()[1] for node in found(root, "/t:TEI/t:text/t:body/t:div[@type='text']")]
    assert 'Lampe <milestone unit="page" n="102" facs="#f2" type="facingText"/>brannte' in source_of(root, "p1.de")
    assert ["f1", "f2"] == [str(node.get("facs"))[1:] for node in found(root, "//t:milestone")]
    assert [] == check(document)
    assert tei_all.validate(etree.fromstring(document))


def test_page_turns_in_a_word() -> None:
    """A page break within a word has no white space beside it and says that a hyphen was there."""
    assert 'in the har<pb n="102" facs="#f3" break="no" rend="hyphen"/><fw ' in source_of(ROOT, "p1")


def test_page_turns_between_words() -> None:
    """Between words the page begins behind the space."""
    assert turned("a", Join.SPACE, page=2, lines=False) == 'a <pb n="102" facs="#f2"/>b'


def test_page_begins_with_a_paragraph() -> None:
    """A page that begins with a paragraph begins before it."""
    root = edition_of(
        article(block("p1", BlockKind.PARAGRAPH, (1, 0, "One.")), block("p2", BlockKind.PARAGRAPH, (2, 0, "Two.")))
    )

    assert [str(node.tag).split("}")[1] for node in found(root, "//t:body/t:div/*")] == ["pb", "p", "pb", "p"]


def test_every_page_begins_once() -> None:
    """Every page but the cover begins once and in order, also pages without text."""
    assert [f"#f{page}" for page in range(2, 10)] == [node.get("facs") for node in found(ROOT, "//t:text//t:pb")]


def test_inferred_folio_is_in_brackets() -> None:
    """A page number that is not printed stands in brackets; where none is known there is none."""
    assert [node.get("n") for node in found(ROOT, "//t:text//t:pb")] == [
        "[101]",
        "102",
        "103",
        "[104]",
        "105",
        "106",
        None,
        None,
    ]


def test_failed_page_leaves_a_gap() -> None:
    """A page that could not be read is a gap that says why."""
    assert [node.text for node in found(ROOT, "//t:pb/following-sibling::t:gap/t:desc")] == [
        "Tesseract took longer than 120 seconds."
    ]


def test_lines_that_the_image_cuts_leave_a_gap() -> None:
    """They were not read, and stand behind the page break as a loss."""
    root = edition_of(replace(FULL, sheets=(FULL.sheets[0], replace(FULL.sheets[1], cut=2), *FULL.sheets[2:])))

    assert [node.values() for node in found(root, "//t:gap[@unit='line']")] == [["unread", "line", "2"]]


def test_lines_are_not_written_unless_wanted() -> None:
    """Lines that end within a paragraph leave no trace by default."""
    assert turned("a-", Join.HARD, lines=False) == "a-b"


def test_soft_hyphen_at_a_line_end() -> None:
    """With lines, the break in a word says that its hyphen was removed."""
    assert turned("a", Join.SOFT) == 'a<lb facs="#f1.line1" break="no" rend="hyphen"/>b'


def test_real_hyphen_at_a_line_end() -> None:
    """A hyphen of the spelling stays, and the word goes on."""
    assert turned("a-", Join.HARD) == 'a-<lb facs="#f1.line1" break="no"/>b'


def test_doubtful_hyphen_at_a_line_end() -> None:
    """A hyphen of which nobody knows is marked for the editor."""
    assert turned("a-", Join.DOUBTFUL) == 'a<pc force="inter">-</pc><lb facs="#f1.line1" break="maybe"/>b'


def test_diplomatic_hyphen() -> None:
    """The diplomatic edition keeps the hyphen that only marked the line end."""
    root = edition_of(FULL, ENTITIES, Settings(diplomatic=True))

    assert '<pc force="weak">-</pc><pb n="102" facs="#f3" break="no"/><fw ' in source_of(root, "p1")


def test_furniture_follows_its_page() -> None:
    """Running heads stand right behind the page break; the folio is in the break alone."""
    assert [node.text for node in found(ROOT, "//t:pb[@n='102']/following-sibling::*[1]")] == ["LANTERNS ON THE MOLE"]
    assert found(ROOT, "//t:fw[@type='pageNum']") == []


def test_furniture_can_be_dropped() -> None:
    """Without furniture there is no ``fw``."""
    assert found(edition_of(FULL, ENTITIES, Settings(furniture="drop")), "//t:fw") == []


def test_furniture_stays_out_of_notes() -> None:
    """The running head of a page that begins within an endnote stands behind the note."""
    assert [node.text for node in found(ROOT, "//t:note[@n='1'][@place='end']/following-sibling::*[1]")] == ["NOTES"]


def test_note_stands_at_its_call() -> None:
    """A footnote stands where it is called, whole, with its number and certainty."""
    assert source_of(ROOT, "q1").endswith(
        'nine lamps.<note place="foot" n="5" xml:id="fn5" facs="#f3.fn5" cert="medium" resp="#pipeline">'
        '<p><orgName ref="#org.pro">P.R.O.</orgName>, HP 22/5.</p></note></quote>'
    )


def test_page_turns_in_a_note() -> None:
    """A page that turns in a footnote is a milestone, since the page itself begins in the text."""
    assert (
        '<p>The toll fell first on the gar<milestone unit="page" n="103" facs="#f4" type="noteContinuation" break="no" '
        'rend="hyphen"/>dens.</p>' in source_of(ROOT, "fn1")
    )


def test_note_to_a_note() -> None:
    """A note called in a note stands in it."""
    assert [node.values()[2] for node in found(ROOT, "//t:note[@n='3']/ancestor::t:note")] == ["fn2"]


def test_certainty_of_notes() -> None:
    """Certainty is said in a word, and not at all where there is no doubt."""
    assert [with_id(ROOT, f"fn{number}").get("cert") for number in (1, 2, 3, 5)] == ["low", "high", None, "medium"]


def test_notes_at_one_call_keep_their_order() -> None:
    """Two notes at one place stand in the order of the notes."""
    assert [node.get("n") for node in found(ROOT, "//t:note[@n='1'][@place='foot']/following-sibling::*[1]")] == ["2"]


def test_unanchored_note_ends_its_page() -> None:
    """A note that nobody calls stands at the end of the last text of its page, and says so."""
    assert 'the wiser, as<note place="foot" type="unanchored" n="4"' in source_of(ROOT, "p3")


def test_unanchored_note_leaves_words_whole() -> None:
    """Where the last word of the page goes on over it, the note stands behind the word before."""
    stray = note("6", None, (2, 33, "Nobody calls this one."), identifier="stray")
    blocks = (block("p1", BlockKind.PARAGRAPH, (2, 1, "Ships in the har"), (3, 1, "bour pay.", Join.SOFT)),)
    root = edition_of(replace(FULL, blocks=blocks, notes=(stray,)))

    assert 'in the<note place="foot" type="unanchored"' in source_of(root, "p1")


def test_unanchored_note_of_the_author() -> None:
    """What nobody calls and is the author's stands behind the title page, as if it were called there."""
    stray = note("", None, (2, 33, "Ada Merrow keeps lamps."), kind=NoteKind.AUTHOR, identifier="stray")
    root = edition_of(replace(FULL, notes=(stray,)))

    assert 'Port Selwyn College<note place="foot" type="unanchored"' in source_of(root, "af1")


def test_note_of_which_only_the_number_was_read() -> None:
    """The loss of a note's text is marked, and the note stays."""
    assert source_of(ROOT, "fn6").endswith('<p><gap reason="illegible"/></p></note>')


def test_author_note() -> None:
    """The starred note stands behind the author it is about."""
    assert (
        '<docAuthor>Ada Merrow</docAuthor><note place="foot" type="author" n="*" xml:id="an1" facs="#f2.an1">'
        in source_of(ROOT, "by1")
    )


def test_endnote_and_its_call_point_at_each_other() -> None:
    """An endnote is printed in the back; its call in the text and the note point at each other."""
    assert "It ended" + '<ref type="noteAnchor" xml:id="en1.call" target="#en1">1</ref>.' in source_of(ROOT, "p6")
    assert with_id(ROOT, "en1").get("target") == "#en1.call"


def test_interrupted_paragraph() -> None:
    """A paragraph that a quotation interrupts is one in parts, those after the quotation without indent."""
    parts = [(node.get("part"), node.get("rend")) for node in found(ROOT, "//t:p[@part]")]

    assert parts == [("I", None), ("M", "noindent"), ("F", "noindent")]


def test_sections_nest() -> None:
    """Sections nest by the level of their headings; text before the first heading is a section without a number."""
    assert [node.get("n") for node in found(ROOT, "//t:div[@type='section']")] == [None, "1", "1.1", "2"]
    assert [node.get("n") for node in found(ROOT, "//t:div[@n='1.1']/parent::t:div")] == ["1"]


def test_a_heading_that_runs_in_says_so(tei_all: etree.RelaxNG) -> None:
    """The text goes on behind it within its line; one above the text does not."""
    above, line = block("h1", BlockKind.HEADING, (1, 0, "Lamps"), level=1), "1. Oil. — Ships paid."
    head, text = block("h2", BlockKind.HEADING, (1, 1, line), level=2), block("p1", BlockKind.PARAGRAPH, (1, 1, line))
    head = replace(head, text=line[:9], pieces=(replace(head.pieces[0], end=9, line_end=9),))
    text = replace(text, text=line[10:], pieces=(replace(text.pieces[0], end=len(line) - 10, line_start=10),))
    document = run(article(above, head, text), NO_ENTITIES, Settings(lines=True))

    assert [None, "run-in"] == [each.get("rend") for each in found(etree.fromstring(document), "//t:head")]
    assert 2 == len(found(etree.fromstring(document), "//t:body//t:lb"))
    assert [] == check(document)
    assert tei_all.validate(etree.fromstring(document))


@pytest.mark.parametrize(
    ("levels", "over_all"), [((1, 2, 2), "Notes"), ((None, 1, 1), None)], ids=["under one of all", "alone"]
)
def test_the_endnotes_of_chapters_stand_under_their_headings(
    levels: tuple[int | None, int, int], over_all: str | None, tei_all: etree.RelaxNG
) -> None:
    """The first chapter's heading stands over note 1, or behind the rest of the notes of another chapter."""
    texts = ("Notes", "4. Of Oil", "5. Of Tin")
    heads = [
        block(f"h{place}", BlockKind.HEADING, (2, place, text), level=level)
        for place, text, level in zip((0, 1, 3), texts, levels, strict=True)
        if level is not None
    ]
    notes = tuple(note("1", None, (2, place, "HR."), kind=NoteKind.END, identifier=f"en{place}") for place in (2, 4))
    printed = replace(article(block("p1", BlockKind.PARAGRAPH, (1, 0, "Lamps.")), *heads), notes=notes)
    document = run(printed, NO_ENTITIES, Settings())
    root = etree.fromstring(document)

    assert [over_all] == [node.findtext("t:head", None, NAMESPACES) for node in found(root, "//t:back/t:div")]
    chapters = found(root, "//t:back/t:div/t:div[count(t:note) = 1]/t:head")
    assert ["4. Of Oil", "5. Of Tin"] == [head.text for head in chapters]
    assert [] == [fault for fault in check(document) if not fault.warning]
    assert tei_all.validate(root)


def test_back_has_its_printed_headings() -> None:
    """Endnotes and bibliography stand in the back under the headings that precede them."""
    assert [(node.get("type"), node[0].text) for node in found(ROOT, "//t:back/t:div")] == [
        ("notes", "Notes"),
        ("bibliography", "Bibliography"),
    ]


def test_title_page() -> None:
    """Title and subtitle are one ``docTitle``; every author that the header names is marked in the byline."""
    assert [node.get("type") for node in found(ROOT, "//t:docTitle/t:titlePart")] == ["main", "sub"]
    assert [node.text for node in found(ROOT, "//t:byline/t:docAuthor")] == ["Ada Merrow", "Shen Zhihua"]


def test_names_point_to_the_register() -> None:
    """Names point to their entry; a doubtful one has its certainty."""
    assert '<persName ref="#pers.quell" cert="0.72" resp="#pipeline">' in source_of(ROOT, "p1")
    assert [node.text for node in found(ROOT, "//t:place/t:placeName")] == ["Port Selwyn"]


def test_dates_carry_their_values() -> None:
    """Dates carry ISO values."""
    assert [node.get("when") for node in found(ROOT, "//t:text//t:date[@when]")] == ["1871-03-04"]


def test_a_table_without_columns_keeps_its_lines() -> None:
    """A table whose columns are not known keeps its lines, since nothing else of it is."""
    assert len(found(ROOT, "//t:ab[@type='table']/t:lb")) == 2


def test_a_table_has_rows_and_cells() -> None:
    """Every row has all columns, empty cells among them; a label over two says so; labels are told by their type."""
    rows = [
        [node.get("cols", "") + running_text(node) for node in found(row, "t:cell")]
        for row in found(ROOT, "//t:table[@xml:id='tb2']/t:row")
    ]

    assert rows == [
        ["", "2Tea landed"],
        ["Year", "Chests", "Ships"],
        ["1873", "nine-teen", ""],
        ["1874", "", "3"],
    ]
    assert [row.get("role") for row in found(ROOT, "//t:table/t:row")] == ["label", "label", None, None]
    assert source_of(ROOT, "tb2").count("<hi ") == 4


def test_what_stands_in_a_table_stands_in_its_cell() -> None:
    """A note called in a cell is in that cell, and a name does not run from one cell into the next."""
    table = next(block for block in FULL.blocks if block.id == "tb2")
    called = note("1", ("tb2", 33, 1.0), (6, 30, "So the register says."))
    crossing = Mention(target="tb2", start=11, end=22, kind=EntityKind.PERSON)
    within = Mention(target="tb2", start=11, end=15, kind=EntityKind.PERSON)
    article = replace(FULL, blocks=(table,), notes=(called,))
    root = edition_of(article, Entities(doc="full", mentions=(crossing, within)))

    assert [node.text for node in found(root, "//t:cell[t:note]")] == ["1873"]
    assert [running_text(node) for node in found(root, "//t:cell//t:persName")] == ["Year"]


def test_source_without_geometry_has_no_facsimile() -> None:
    """A plain text has no facsimile, and its pages point nowhere."""
    root = edition_of(DUMP, NO_ENTITIES)

    assert found(root, "//t:facsimile") == []
    assert [dict(node.attrib) for node in found(root, "//t:pb")] == [{}, {}]


def test_article_that_is_one_note() -> None:
    """A note in an article without text is not lost."""
    bare = Article(
        doc="a",
        language="en",
        sheets=(sheet(1),),
        front=FrontMatter(),
        blocks=(),
        notes=(note("1", None, (1, 0, "Alone."), kind=NoteKind.FOOT),),
    )

    assert [node.text for node in found(edition_of(bare), "//t:body/t:div/t:note/t:p")] == ["Alone."]


def test_an_abstract_in_another_language_says_of_which_it_is() -> None:
    """An English article with a French abstract beside its own: two divisions, and only the French one says so."""
    root = edition_of(BILINGUAL)
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [None, "fr"] == [node.get(lang) for node in found(root, "//t:front/t:div[@type='abstract']")]
    assert {"en", "fr"} == {node.get("ident") for node in found(root, "//t:langUsage/t:language")}


REPEATED = article(
    block("t1", BlockKind.TITLE, (1, 0, "Lamps")),
    block("b1", BlockKind.BYLINE, (1, 1, "Hester Tansy")),
    block("h1", BlockKind.HEADING, (1, 2, "Contents"), level=1),
    block("c1", BlockKind.CONTENTS, (1, 3, "Oil .... 2")),
    block("c2", BlockKind.CONTENTS, (1, 4, "Wicks .... 9")),
    block("t2", BlockKind.TITLE, (2, 0, "Lamps")),
    block("a1", BlockKind.ABSTRACT, (2, 1, "Of lamps.")),
    block("h2", BlockKind.HEADING, (2, 2, "Oil"), level=1),
    block("p1", BlockKind.PARAGRAPH, (2, 3, "It was lit.")),
)


def test_contents_before_the_text(tei_all: etree.RelaxNG) -> None:
    """They are in the front under their heading; the title that is printed once more is a second title page."""
    front = found(edition_of(REPEATED), "//t:front/*")

    assert ["articleHead", "contents", "captionTitle", "abstract"] == [part.get("type") for part in front]
    assert ["Contents"] == [node.text for node in found(front[1], "t:head")]
    assert tei_all.validate(etree.fromstring(run(REPEATED, NO_ENTITIES, Settings())))


def test_what_stands_between_title_and_names_is_in_the_front() -> None:
    """A book under review, or the title in another language: a section of its own, and the names are no ``ab``."""
    under = article(
        block("t1", BlockKind.TITLE, (1, 0, "Lamps")),
        block("p1", BlockKind.PARAGRAPH, (1, 1, "Laternen")),
        block("b1", BlockKind.BYLINE, (1, 2, "Hester Tansy")),
        block("p2", BlockKind.PARAGRAPH, (2, 0, "It was lit.")),
    )

    assert ["articleHead", "section", "byline"] == [
        part.get("type") for part in found(edition_of(under), "//t:front/*")
    ]


def test_contents_within_the_text_stay_there() -> None:
    """They are a list of the body."""
    within = article(
        block("t1", BlockKind.TITLE, (1, 0, "Lamps")),
        block("p1", BlockKind.PARAGRAPH, (1, 1, "It was lit.")),
        block("c1", BlockKind.CONTENTS, (1, 2, "Oil .... 2")),
    )

    assert 1 == len(found(edition_of(within), "//t:body//t:list[@rend='contents']"))


def test_who_the_author_is_between_abstract_and_contents() -> None:
    """Both are in the front, for the text begins behind the contents."""
    told = article(
        block("t1", BlockKind.TITLE, (1, 0, "Lamps")),
        block("a1", BlockKind.ABSTRACT, (1, 1, "Of lamps.")),
        block("p1", BlockKind.PARAGRAPH, (1, 2, "Keeper of lamps.")),
        block("c1", BlockKind.CONTENTS, (1, 3, "Oil .... 2")),
        block("p2", BlockKind.PARAGRAPH, (2, 0, "It was lit.")),
    )
    parts = [part.get("type") for part in found(edition_of(told), "//t:front/*")]

    assert ["articleHead", "abstract", "section", "contents"] == parts
