"""Tests of the typesetter: what it prints, and what it says it printed."""

import itertools
import re
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from tests.press.layout import LAYOUTS
from tests.press.preparing import find_all, read_article
from tests.press.typeset import SIGNS, Printed, notes_of, shorten, typeset, typeset_opening

SPECIMENS = Path(__file__).parents[1] / "specimens"
ARTICLES = ("clock-court", "lantern-dues", "seed-road", "winter-ferry")
JTEI = Path(__file__).parents[3] / "shared" / "data" / "jtei"


@cache
def printed(article: str, layout: str) -> Printed:
    """One article in one layout."""
    return typeset(read_article(SPECIMENS / f"{article}.tei.xml"), LAYOUTS[layout])


def page_texts(pdf: bytes) -> list[str]:
    """The text layer of every page."""
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    return [page.replace("\ufffe", "\n") for page in pages]  # pdfium puts U+FFFE for a hyphen at a line end


def letters(text: str) -> str:
    """Letters and digits only: hyphens at line ends and white space do not count."""
    return re.sub(r"[\W_]", "", text.casefold())


def note_pages(note: etree._Element, pages: list[str]) -> list[int]:
    """Indexes of the one or two pages that carry the note; empty if no page or pair of pages does."""
    text = letters("".join(map(str, note.itertext())))
    for number, page in enumerate(pages):
        if text in page:
            return [number]
    for number, (page, following) in enumerate(itertools.pairwise(pages)):
        if any(text[:cut] in page and text[cut:] in following for cut in range(20, len(text) - 20)):
            return [number, number + 1]
    return []


def notes_and_pages(result: Printed) -> list[list[int]]:
    """For every note of the truth, the pages it is printed on."""
    pages = [letters(page) for page in page_texts(result.pdf)]
    return [note_pages(note, pages) for note in notes_of(etree.fromstring(result.truth))]


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
@pytest.mark.parametrize("article", ARTICLES)
def test_every_note_of_the_truth_is_printed(article: str, layout: str) -> None:
    """Every note stands on a page, or runs over from one page to the next; in columns it may turn within a page."""
    if LAYOUTS[layout].columns > 1:
        text = "".join(letters(page) for page in page_texts(printed(article, layout).pdf))
        notes = notes_of(etree.fromstring(printed(article, layout).truth))
        assert [] == [note.get("n") for note in notes if letters("".join(map(str, note.itertext())))[:40] not in text]
    else:
        assert [] not in notes_and_pages(printed(article, layout))


@pytest.mark.parametrize("article", ["lantern-dues", "winter-ferry", "clock-court"])
def test_layout_a_has_a_note_that_runs_over_a_page(article: str) -> None:
    """In layout a, at least one note of each of these articles ends on the page after its call."""
    assert any(len(pages) == 2 for pages in notes_and_pages(printed(article, "a")))


@pytest.mark.parametrize("article", ARTICLES)
def test_every_paragraph_of_the_truth_is_printed(article: str) -> None:
    """In endnote style the body of the truth and the body of the PDF have the same letters in the same order."""
    result = printed(article, "e")
    body = etree.fromstring(result.truth).find(".//{*}body")
    assert body is not None
    for note in find_all(body, ".//t:note"):
        note.tail = " " + (note.tail or "")
    etree.strip_elements(body, "{*}note", with_tail=False)
    words = [letters(word) for word in "".join(map(str, body.itertext())).split() if letters(word)]
    furniture = {str(entry[key]) for entry in result.furniture for key in ("folio", "head")}
    lines = [line for page in page_texts(result.pdf) for line in page.splitlines() if line.strip() not in furniture]
    text = letters(" ".join(lines))
    assert [] == [word for word in words if word not in text]


@pytest.mark.parametrize("article", ARTICLES)
def test_signs_start_again_on_every_page(article: str) -> None:
    """In layout c the notes of each page begin with the signs in their order, from the star on."""
    starts = [re.findall(r"^([*†‡§¶]{1,2}) (?=\S)", text, re.M) for text in page_texts(printed(article, "c").pdf)]
    expected = [list(SIGNS[: len(signs)]) for signs in starts]
    assert expected == starts
    assert max(len(signs) for signs in starts) > 1


def test_the_truth_carries_the_signs_that_were_printed() -> None:
    """The note labels of the truth are those on the pages, in order."""
    result = printed("seed-road", "c")
    signs = [note.get("n") for note in notes_of(etree.fromstring(result.truth))]
    texts = page_texts(result.pdf)
    assert [sign for text in texts for sign in re.findall(r"^([*†‡§¶]{1,2}) (?=\S)", text, re.M)] == signs


@pytest.mark.parametrize(
    ("layout", "pattern", "labels"),
    [
        pytest.param("h", r"^(\d{1,2}) (?=[A-Z])", [str(number) for number in range(1, 30)], id="numbers"),
        pytest.param("l", r"^([a-z])\s*(?=[A-Z‘])", list("abcdefghijklmnop"), id="letters"),
    ],
)
def test_labels_start_again_on_every_page(layout: str, pattern: str, labels: list[str]) -> None:
    """Where a press numbers or letters by the page, each page begins with the first label, whatever went before."""
    truth = etree.fromstring(printed("lantern-dues", layout).truth)
    wanted = [note.get("n") for note in notes_of(truth) if note.get("type") != "author"]
    pages = [re.findall(pattern, text, re.M) for text in page_texts(printed("lantern-dues", layout).pdf)]
    found = [[label for label in page if label in labels] for page in pages]
    assert [labels[: len(page)] for page in found] == found
    assert [label for page in found for label in page] == wanted


@pytest.mark.parametrize(("layout", "call"), [("i", "[4]"), ("k", "(4)")])
def test_calls_in_brackets_stand_on_the_line(layout: str, call: str) -> None:
    """A call in brackets is printed as such, in the text."""
    texts = page_texts(printed("seed-road", layout).pdf)
    assert any(f" {call} " in re.sub(r"\s", " ", text) for text in texts)


def test_french_style_sets_calls_before_the_punctuation() -> None:
    """A call follows its word at once; guillemets stand for the outer quotation marks."""
    truth = etree.fromstring(printed("lantern-dues", "g").truth)
    tails = [note.tail or "" for note in notes_of(truth)]
    assert sum(tail[:1] in ".,;:!?" for tail in tails if tail) > 20
    text = "".join(map(str, truth.itertext()))
    assert text.count("«\u202f") == text.count("\u202f»") > 20


def test_only_marks_change_in_french_style() -> None:
    """Letters and digits are the same, in the same order, but for the calls, which move over punctuation only."""
    truths = (etree.fromstring(printed("clock-court", layout).truth) for layout in ("a", "g"))
    english, french = (letters("".join(map(str, truth.find(".//{*}text").itertext()))) for truth in truths)  # type: ignore[union-attr]
    assert english == french


def test_a_note_that_runs_over_the_page_is_announced() -> None:
    """In layout j the page on which a note goes on says so, and numbers run from 97."""
    result = printed("clock-court", "j")
    texts = page_texts(result.pdf)
    over = [pages[1] for pages in notes_and_pages(result) if len(pages) == 2]
    assert over
    assert [bool(re.search(r"^Footnote \d+ continued", text, re.M)) for text in texts] == [
        index in over for index in range(len(texts))
    ]
    assert "97" == notes_of(etree.fromstring(result.truth))[0].get("n")


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_the_same_article_gives_the_same_bytes(layout: str) -> None:
    """Typesetting twice gives the same PDF, truth and furniture."""
    again = typeset(read_article(SPECIMENS / "seed-road.tei.xml"), LAYOUTS[layout])
    assert printed("seed-road", layout) == again


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_the_furniture_is_on_its_page(layout: str) -> None:
    """Every head and folio that the furniture names is in the text of that page."""
    result = printed("winter-ferry", layout)
    texts = [letters(text) for text in page_texts(result.pdf)]
    claims = [(int(entry["page"]) - 1, str(entry[key])) for entry in result.furniture for key in ("folio", "head")]
    assert [] == [(page, claim) for page, claim in claims if letters(claim) not in texts[page]]


def test_folios_run_from_the_first_page_of_the_article() -> None:
    """The cover has no folio, the first page has that of the header, the rest follow."""
    folios = [entry["folio"] for entry in printed("lantern-dues", "a").furniture]
    assert ["", *(str(101 + index) for index in range(len(folios) - 1))] == folios


def test_the_source_is_left_alone() -> None:
    """Typesetting with signs does not renumber the notes of the article it was given."""
    article = read_article(SPECIMENS / "seed-road.tei.xml")
    before = etree.tostring(article)
    typeset(article, LAYOUTS["c"])
    assert before == etree.tostring(article)


@pytest.mark.parametrize("blocks", range(1, 12))
def test_an_opening_ends_with_a_whole_paragraph(blocks: int) -> None:
    """However many blocks are kept, no heading, quotation or half paragraph is the last."""
    body = shorten(read_article(SPECIMENS / "winter-ferry.tei.xml"), blocks).find(".//{*}body")
    assert body is not None
    last = find_all(body, ".//*[self::t:p or self::t:head or self::t:quote][not(ancestor::t:note)]")[-1]
    assert ("p", None) == (etree.QName(last).localname, None if last.get("part") != "I" else "I")


def test_an_opening_fits_its_pages() -> None:
    """An opening of three pages has three pages."""
    article = read_article(SPECIMENS / "winter-ferry.tei.xml")
    assert 3 == len(typeset_opening(article, LAYOUTS["d"], 3).furniture)


@pytest.mark.slow
@pytest.mark.skipif(not JTEI.is_dir(), reason="the articles of the Journal of the TEI are not beside the checkout")
@pytest.mark.parametrize("layout", ["a", "b", "e"])
def test_any_hand_encoded_article_can_be_set(layout: str) -> None:
    """Every article of the collection comes off the press, with a truth that parses."""
    results = (typeset(read_article(path), LAYOUTS[layout]) for path in sorted(JTEI.glob("*.xml")))
    assert all(etree.fromstring(result.truth).find(".//{*}body") is not None for result in results)
