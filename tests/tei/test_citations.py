"""How citations are written: fields, records, references, and no letter lost."""

import msgspec
import pytest
from lxml import etree
from lxml.etree import _Element as Element

from pipeline.config import Settings
from pipeline.model import Article, Citation, CitationKind, CitedField, EntityKind, FieldKind, Mention, Style, StyleSpan
from pipeline.tei import run
from pipeline.tei.elements import words
from pipeline.tei.validation import check
from tests.tei.articles import CITED, CITED_NOTES
from tests.tei.citations import CITATIONS
from tests.tei.reading import edition_of, found

ROOT = edition_of(CITED, CITATIONS)


def bibl(identifier: str) -> Element:
    """The citation of this id."""
    return found(ROOT, f"//t:bibl[@xml:id='{identifier}']")[0]


def test_no_letter_is_lost() -> None:
    """The notes read as they did."""
    assert list(CITED_NOTES) == [words(note) for note in found(ROOT, "//t:note[@place='foot']")]


def test_fields_of_a_book() -> None:
    """Every field has its element, the imprint's punctuation stays between them."""
    names = [str(node.tag).rpartition("}")[2] for node in bibl("fn1.b1")]
    assert names == [
        "editor", "title", "editor", "edition", "pubPlace", "publisher", "date", "biblScope", "citedRange", "abbr",
    ]  # fmt: skip


def test_a_sign_leads_to_where_it_is_defined() -> None:
    """A defined sign is a short citation, with a reference to the citation that defines it."""
    assert ("short", "#bib.harbour-registers") == (bibl("fn2.b1").get("type"), bibl("fn2.b1").get("corresp"))
    assert ["#fn1.b1"] == [node.get("target") for node in found(bibl("fn2.b1"), "t:ref[@type='bibl']")]


def test_the_book_of_a_chapter_is_within_its_citation() -> None:
    """The citation of the book lies in that of the chapter, and its record is the host of the chapter's."""
    assert "fn2.b2" == found(bibl("fn2.b3"), "parent::t:bibl")[0].get("{http://www.w3.org/XML/1998/namespace}id")
    host = found(ROOT, "//t:biblStruct[@type='chapter']/t:relatedItem[@type='host']")[0]
    assert bibl("fn2.b3").get("corresp") == host.get("target")


def test_ibid() -> None:
    """Ibid. has the work's record and its antecedent; the place that it cites has its ends."""
    assert ("ibid", bibl("fn3.b1").get("corresp")) == (bibl("fn4.b1").get("type"), bibl("fn4.b1").get("corresp"))
    assert ("#fn3.b1", "18") == (
        found(bibl("fn4.b1"), "t:ref")[0].get("target"),
        found(bibl("fn4.b1"), "t:citedRange")[0].get("from"),
    )


def test_a_doubtful_work_says_so() -> None:
    """An author alone is less than certain."""
    assert ("0.80", "#pipeline") == (bibl("fn4.b2").get("cert"), bibl("fn4.b2").get("resp"))


def test_a_source_without_parts_is_its_words() -> None:
    """What nothing tells the parts of has a record of its words alone, to which the Ibid. leads."""
    record = found(ROOT, "//t:standOff//t:bibl[@type='unread']")[0]
    assert ("Cons. Selwyn, Sec. V, 2 October 1931, n° 4928", 0) == (record.text, len(record))
    assert bibl("fn7.b1").get("corresp") == f"#{record.get('{http://www.w3.org/XML/1998/namespace}id')}"


def test_unresolved_has_no_record() -> None:
    """A citation that leads nowhere claims nothing."""
    assert ("short", None, None) == tuple(bibl("fn4.b4").get(name) for name in ("type", "corresp", "cert"))


def test_a_note_is_referred_to() -> None:
    """`n. 1 above` leads to the note."""
    assert ["#fn1"] == [node.get("target") for node in found(ROOT, "//t:ref[@type='note']")]


def test_a_section_is_referred_to() -> None:
    """What leads to a section is a reference to its heading, and the edition is valid."""
    told = Citation(id="p1.s1", target="p1", start=0, end=6, kind=CitationKind.SECTION, antecedent="p1")
    document = run(CITED, msgspec.structs.replace(CITATIONS, citations=(*CITATIONS.citations, told)), Settings())
    assert [] == [fault for fault in check(document) if not fault.warning]
    references = found(etree.fromstring(document), "//t:ref[@type='section']")
    assert [("#p1", "A text")] == [(node.get("target"), words(node)) for node in references]


def test_archival_record() -> None:
    """An archival file is described by repository and mark."""
    record = found(ROOT, "//t:msDesc/t:msIdentifier")[0]
    assert ["Public Record Office", "HP 22/5"] == [words(node) for node in record]


def test_transliterated_titles_say_their_language() -> None:
    """A title in pinyin has its language, which the header declares."""
    assert "Zai huiyi de jianghua" in [
        words(node) for node in found(ROOT, "//t:note//t:title[@xml:lang='zh-Latn-pinyin']")
    ]
    assert found(ROOT, "//t:language[@ident='zh-Latn-pinyin']")


def _restyled(article: Article, note: int, stretch: str) -> Article:
    """The article with a stretch of one of its notes in italics."""
    notes = list(article.notes)
    start = notes[note].text.index(stretch)
    italic = StyleSpan(start=start, end=start + len(stretch), style=Style(italic=True))
    notes[note] = msgspec.structs.replace(notes[note], styles=(italic,))
    return msgspec.structs.replace(article, notes=tuple(notes))


@pytest.mark.parametrize(
    ("note", "stretch"),
    [
        pytest.param(1, "Ada Merrow, The Mole", id="author and title"),
        pytest.param(3, "Merrow, p. 4; Jane", id="over two citations"),
        pytest.param(4, "Roe, ‘Lamps’, p. 302", id="a whole citation"),
        pytest.param(0, "Harbour", id="part of a title"),
    ],
)
def test_italics_hold_no_field(note: int, stretch: str) -> None:
    """Wherever italics begin and end, they are written within the fields; the edition is valid, no letter is lost."""
    document = run(_restyled(CITED, note, stretch), CITATIONS, Settings())
    root = etree.fromstring(document)

    assert [] == [fault for fault in check(document) if not fault.warning]
    assert list(CITED_NOTES) == [words(each) for each in found(root, "//t:note[@place='foot']")]
    assert found(root, "//t:note//t:hi")


def test_a_name_holds_no_field() -> None:
    """An organisation that was read over an author and a title is not marked, or the edition would not be valid."""
    start = CITED_NOTES[1].index("Ada Merrow")
    end = start + len("Ada Merrow, The Mole")
    mention = Mention(target=CITED.notes[1].id, start=start, end=end, kind=EntityKind.ORG)
    crossed = msgspec.structs.replace(CITATIONS, mentions=(*CITATIONS.mentions, mention))

    assert [] == [fault for fault in check(run(CITED, crossed, Settings())) if not fault.warning]


@pytest.mark.parametrize("kind", [EntityKind.DATE, EntityKind.ORG])
def test_names_and_dates_hold_no_citation(kind: EntityKind) -> None:
    """What was read around a whole citation is not marked, for neither TEI nor our schema has ``bibl`` in it."""
    cited = next(each for each in CITATIONS.citations if each.target == CITED.notes[1].id)
    mention = Mention(target=cited.target, start=cited.start, end=cited.end + 1, kind=kind)
    around = msgspec.structs.replace(CITATIONS, mentions=(*CITATIONS.mentions, mention))
    root = etree.fromstring(run(CITED, around, Settings()))

    assert not found(root, "//t:date[t:bibl] | //t:orgName[t:bibl]")
    citation = found(root, f"//t:bibl[@xml:id='{cited.id}']")[0]
    date = citation.makeelement(f"{{{citation.nsmap[None]}}}date")
    citation.addprevious(date)
    date.append(citation)
    assert [fault for fault in check(etree.tostring(root)) if not fault.warning]


def test_the_number_of_a_note_is_no_place_in_a_work() -> None:
    """Read as both, it is written as the reference alone, or the edition would not be valid."""
    reference = next(each for each in CITATIONS.citations if each.kind is CitationKind.CROSS_REFERENCE)
    number = CitedField(
        start=reference.end - 10, end=reference.end - 6, kind=FieldKind.CITED, value="n. 1", unit="note"
    )
    citations = tuple(
        msgspec.structs.replace(each, end=reference.end, fields=(*each.fields, number)) if each.id == "fn5.b3" else each
        for each in CITATIONS.citations
    )
    document = run(CITED, msgspec.structs.replace(CITATIONS, citations=citations), Settings())

    assert [] == [fault for fault in check(document) if not fault.warning]
    assert ["n. 1 above"] == [words(node) for node in found(etree.fromstring(document), "//t:ref[@type='note']")]
