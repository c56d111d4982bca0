"""A review among the reviews of an issue, cut out of it by the page: only one of them is whole."""

import pytest

from pipeline.model import Article
from pipeline.segment.wording.name_lines import REVIEWED
from tests.segment.setting import FULL, Set, article_of, body

BOOK = (
    Set("UNA LIND, Of Oil and Rope: A History of the Harbour. Saltmouth: Garth Press, 1901. Pp. xii", gap=1.0),
    Set("+ 305. ISBN 978-1-2345-6789-7."),
)
NEXT = (Set("JO VALE: Of Ropes. Saltmouth: Garth Press, 1902.", gap=1.0),)
CALLED = Set("The keepers wrote down every lamp that was lit.1", raised="1")
NOTES = [Set("1. Of ropes there is another list.", size=0.8, gap=3.0)]


def _signed(name: str, where: str = "") -> list[Set]:
    rows = [Set(name, indent=30), *([Set(where, indent=28)] if where else [])]
    return rows


def _pages(*, before: bool, after: bool, notes: bool = False) -> Article:
    end = [*body(4), *_signed("GARTH SELWYN", "Tidal College")] if before else []
    entry = list(BOOK) if before else [Set("Reviews", size=1.5), *BOOK]
    start = [*NEXT, Set(FULL[:78], gap=0.5), *([CALLED] if notes else []), *body(4)] if after else []
    review = [Set(FULL[:80], gap=0.5), *body(8)]
    last = [*body(8), *_signed("HESTER TANSY", "Harbour University"), *start, *(NOTES if notes else [])]
    return article_of([*end, *entry, *review], [*body(20)], last)


@pytest.mark.parametrize(("before", "after"), [(True, True), (True, False)], ids=["both", "the one before"])
def test_the_book_under_anothers_signature_is_the_title(before: bool, after: bool) -> None:
    """The reviewer signs at the end; what belongs to the others is set aside, and not lost."""
    article = _pages(before=before, after=after)

    assert article.front.title.startswith("UNA LIND, Of Oil and Rope")
    assert (("Hester Tansy",), ("Harbour University",)) == (article.front.authors, article.front.affiliations)
    assert all("SELWYN" not in block.text and "JO VALE" not in block.text for block in article.blocks)
    assert any("GARTH SELWYN" in each.text for each in article.discarded)


def test_the_start_of_the_next_review() -> None:
    """Its note goes with it: no call of it is in the text."""
    article = _pages(before=False, after=True, notes=True)

    assert ("Hester Tansy",) == article.front.authors
    assert () == article.notes
    assert any("JO VALE" in each.text for each in article.discarded)


def test_the_next_review_may_have_a_title_of_its_own() -> None:
    """In capitals over its book: it is not where the reviewer is."""
    heading = [Set("OIL AND ROPE", gap=1.5, centred=True), *BOOK, Set(FULL[:78], gap=0.5), *body(4)]
    last = [*body(8), Set("HESTER TANSY", indent=30), *heading]
    article = article_of([Set("Reviews", size=1.5), *NEXT, Set(FULL[:80], gap=0.5), *body(8)], [*body(20)], last)

    assert (("Hester Tansy",), ()) == (article.front.authors, article.front.affiliations)
    assert any("OIL AND ROPE" in each.text for each in article.discarded)


def test_reviews_that_are_whole_stay_together() -> None:
    """Three books under signatures are a section of the issue."""
    books = (
        "JO VALE: Of Ropes",
        "AMOS REED: The Sails of the Coast",
        "UNA LIND: Tar",
        "GARTH SELWYN: Oil and its Keepers",
    )
    pages = [
        [
            Set(f"{book}. Saltmouth: Garth Press, 1902.", gap=1.0),
            Set(FULL[:80], gap=0.5),
            *body(8),
            *_signed("HESTER TANSY"),
        ]
        for book in books
    ]
    article = article_of(*pages)

    assert all(any(book in block.text for block in article.blocks) for book in books)


def test_a_signature_of_three_rows_set_in_over_its_doi() -> None:
    """The institution fills its row; under it stand the mail and the DOI, and the one of the review before is not its.

    Rows that end with the foot of the page are no author's address, if a book is among them.
    """
    before = [
        Set("Garth Selwyn", indent=3, gap=1.0),
        Set("Tidal College, Department of Ropes, Saltmouth on the Coast, " + FULL[:14], indent=3),
        Set("selwyn@tidal.edu", indent=3),
        Set("doi:10.1163/1234-07", indent=3),
    ]
    book = [
        Set("Una Lind", gap=2.0),
        Set("Of Oil and Rope. Saltmouth: Garth Press, 1901. Pp. xii + 305. Hb, €17.00 /$18.00.", indent=1),
    ]
    own = [
        Set("Hester Tansy", indent=3, gap=1.0),
        Set("Harbour University, Saltmouth", indent=3),
        Set("tansy@harbour.edu", indent=3),
        Set("doi:10.1163/1234-08", indent=3),
    ]
    article = article_of(
        [*body(4), *before, *book, Set(FULL[:80], gap=1.0), *body(4)], [*body(20)],
        [*body(8), *own, *NEXT, Set(FULL[:78], gap=0.5), *body(4)],
    )  # fmt: skip

    assert article.front.title.startswith("Una Lind Of Oil and Rope")
    assert (("Hester Tansy",), "10.1163/1234-08") == (article.front.authors, article.front.doi)
    assert ("Harbour University, Saltmouth",) == article.front.affiliations
    assert all("SELWYN" not in block.text.upper() for block in article.blocks)


def test_the_book_of_the_first_review_of_a_page_is_the_title() -> None:
    """Though no signature stands over it: the start of the next review shows what the page has."""
    last = [*body(8), *_signed("HESTER TANSY", "Harbour University"), *NEXT, Set(FULL[:78], gap=0.5), *body(4)]
    article = article_of([Set(BOOK[0].text), BOOK[1], Set(FULL[:80], gap=0.9), *body(8)], last)

    assert article.front.title.startswith("UNA LIND, Of Oil and Rope")


@pytest.mark.parametrize(
    "pages",
    ["xvi + 244 pp. €107.", "xvi + 244 pp. $128.00 cloth; $128.00 e-book.", "Pp. xvi + 244. Hb, €107.00 /$128.00.",
     "Pp. 294. Hb, CA$ 56.25.", "xiii + 246. $99.99 hardcover."],
)  # fmt: skip
def test_how_a_book_is_bound_and_what_it_costs(pages: str) -> None:
    """Behind its pages, in any order."""
    assert REVIEWED.search(f"Of Oil and Rope. Saltmouth: Garth Press, 1901. {pages}")
