"""The header says what was read, and nothing else."""

import pytest
from msgspec.structs import replace

from pipeline.config import Settings
from pipeline.model import FrontMatter
from pipeline.tei.checks import LANG
from pipeline.tei.personal_names import personal_name
from tests.tei.articles import BARE, DUMP, EMPTY, ENTITIES, FULL
from tests.tei.reading import edition_of, found

ROOT = edition_of(FULL, ENTITIES)


def test_no_clock() -> None:
    """Nothing in the header says when the program ran."""
    assert found(ROOT, "//t:change[@when]|//t:application[@when]|//t:publicationStmt//t:date") == []


def test_empty_fields_are_left_out() -> None:
    """Of an article of which nothing was read, nothing is said."""
    root = edition_of(EMPTY)

    assert found(root, "//t:analytic|//t:imprint|//t:keywords|//t:abstract|//t:teiHeader//t:author") == []
    assert [(node.get("type"), node.text) for node in found(root, "//t:titleStmt/t:title")] == [("document", "blank")]


def test_article_is_described_in_the_source() -> None:
    """The record of the article has its pages as a range."""
    scope = found(ROOT, "//t:biblScope[@unit='page']")[0]

    assert (scope.get("from"), scope.get("to"), scope.text) == ("101", "106", "101–106")


def test_page_range_of_one_end() -> None:
    """Of a range of which one end was read, the other is not made up."""
    front = FrontMatter(title="Tea", first_page="101")
    scope = found(edition_of(replace(FULL, front=front)), "//t:biblScope")[0]

    assert (scope.get("from"), scope.get("to"), scope.text) == ("101", None, "101")


def test_title_without_journal_is_a_bibl() -> None:
    """Where only the title is known, the source is a ``bibl``."""
    assert [node.text for node in found(edition_of(DUMP), "//t:sourceDesc/t:bibl/t:title")] == ["Lanterns"]


def test_conflicts_are_notes() -> None:
    """What cover and article say differently is told in a note."""
    assert [node.text for node in found(ROOT, "//t:notesStmt/t:note[@type='conflict']")] == [
        "The cover gives the year 1964, the article 1963."
    ]


def test_affiliation_of_one_author() -> None:
    """An affiliation is the author's where there is one author, and nobody's where there are two."""
    assert found(ROOT, "//t:teiHeader//t:author/t:affiliation") == []
    assert [node.text for node in found(edition_of(BARE), "//t:titleStmt/t:author/t:affiliation")] == ["College"]


def test_omissions_are_declared() -> None:
    """The header says which pages are covers and which could not be read."""
    said = [node.text or "" for node in found(ROOT, "//t:samplingDecl/t:p")]

    assert any("cover page (page 1 of the source)" in sentence for sentence in said)
    assert any("marked by a gap: page 5 of the source" in sentence for sentence in said)


@pytest.mark.parametrize(("settings", "eol"), [(Settings(), "some"), (Settings(diplomatic=True), "all")])
def test_hyphenation_is_that_of_the_run(settings: Settings, eol: str) -> None:
    """The editorial declaration is made from the settings of the run."""
    assert [eol] == [node.get("eol") for node in found(edition_of(FULL, settings=settings), "//t:hyphenation")]


def test_languages_are_declared() -> None:
    """The languages of text and header are declared, each once."""
    assert [node.get("ident") for node in found(edition_of(BARE), "//t:language")] == ["de", "en"]


def test_an_abstract_in_another_language_says_so() -> None:
    """A German article with an English abstract: the header says of which language the abstract and keywords are."""
    summary = "The lamp of the harbour was for the ships which are from the north, and that of the tower was not."
    front = replace(BARE.front, abstract=summary, keywords=("lamps",))

    root = edition_of(replace(BARE, front=front))

    assert ["en", "en"] == [node.get(LANG) for node in found(root, "//t:abstract|//t:keywords")]
    assert ["de"] == [node.get(LANG) for node in found(root, "//t:text")]


def test_styles_in_use_are_declared() -> None:
    """Only the renditions that the text uses are declared."""
    assert len(found(ROOT, "//t:rendition")) == 4
    assert found(edition_of(DUMP), "//t:tagsDecl") == []


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Ada Merrow", "Merrow"),
        ("Ada B. Merrow", "Merrow"),
        ("Jean-Paul Lüthi", "Lüthi"),
        ("ADA MERROW", "MERROW"),
        ("Shen Zhihua", None),
        ("Zhihua Shen", None),
        ("Mao Tse-tung", None),
        ("Kim Il", None),
        ("Charles de Gaulle", None),
        ("Merrow, Ada", None),
        ("Ada Merrow Jr.", None),
        ("Merrow", None),
        ("沈志华", None),
    ],
)
def test_surname_where_the_order_is_plain(name: str, surname: str | None) -> None:
    """The last word is marked as surname only where nothing speaks against it, and the name reads the same."""
    made = personal_name(name)

    assert (surname, name) == (
        next((node.text for node in made if "surname" in str(node.tag)), None),
        "".join(map(str, made.itertext())),
    )
