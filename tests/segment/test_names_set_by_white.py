"""Authors whom only the setting tells: small capitals, white between names, a signature under the text."""

import msgspec
import pytest

from pipeline.config import Settings
from pipeline.model import Article, BlockKind, CallCandidate, Lines, Style
from pipeline.segment import run
from tests.segment.setting import FULL, Set, article_of, blocks, body, page

TITLE = Set("Lamps of the Lower Harbour", size=1.6, gap=1)


def _text() -> list[Set]:
    return [Set(FULL[:78], indent=1.4, gap=1.5), *body(8)[1:], *body(8)]


def _ending(*last: Set) -> Article:
    end = [*body(8)[:-1], Set("and nobody read it again."), *last]
    return article_of([TITLE, *_text()], [*_text(), *end])


def test_a_byline_in_small_capitals_at_the_places_of_small_letters() -> None:
    """Letters with ascenders that are no higher than the others are capitals."""
    byline = Set("hester d. tansy", size=1.1, small_capitals=True)

    assert ("Hester D. Tansy",) == article_of([byline, TITLE, *_text()]).front.authors


def test_a_byline_in_a_font_of_small_capitals() -> None:
    """The font says so, whatever the letters measure."""
    byline = Set("hester d. tansy", size=1.1, style=Style(small_caps=True))

    assert ("Hester D. Tansy",) == article_of([byline, TITLE, *_text()]).front.authors


def test_a_line_in_small_letters_names_nobody() -> None:
    """Its ascenders are as high as ascenders are."""
    assert () == article_of([Set("hester d. tansy", size=1.1), TITLE, *_text()]).front.authors


def test_names_side_by_side_are_parted_by_white() -> None:
    """No comma stands between them."""
    byline = Set("Hester Tansy Amos Reed", gap=1, tabs=(200, 270, 420, 470))

    assert ("Hester Tansy", "Amos Reed") == article_of([TITLE, byline, *_text()]).front.authors


def test_institutions_side_by_side_are_parted_by_white() -> None:
    """Each stands under its author."""
    byline = Set("HESTER TANSY AMOS REED", gap=1, tabs=(200, 270, 520, 570))
    where = Set("Harbour University Keepers’ College", tabs=(180, 260, 500, 590))

    affiliations = article_of([TITLE, byline, where, *_text()]).front.affiliations

    assert ("Harbour University", "Keepers’ College") == affiliations


def test_names_one_under_the_other_are_as_many_authors() -> None:
    """Each line is a full name, and nothing joins them."""
    names = [Set("Hester B. Tansy", gap=1, centred=True), Set("Amos van Reed", centred=True)]

    assert ("Hester B. Tansy", "Amos van Reed") == article_of([TITLE, *names, *_text()]).front.authors


def test_a_byline_of_two_lines_is_one_list() -> None:
    """A comma says that the list goes on."""
    names = [Set("Hester Tansy, Amos Reed, Anna", gap=1, centred=True), Set("Maria Carl", centred=True)]

    assert ("Hester Tansy", "Amos Reed", "Anna Maria Carl") == article_of([TITLE, *names, *_text()]).front.authors


SIGNATURE = (Set("HESTER TANSY", indent=28), Set("Harbour University"))


def test_an_article_without_byline_is_signed_at_its_end() -> None:
    """The name to the right, the institution to the left."""
    front = _ending(*SIGNATURE).front

    assert (("Hester Tansy",), ("Harbour University",)) == (front.authors, front.affiliations)


def test_a_signature_is_no_part_of_the_last_paragraph() -> None:
    """It has lines of its own."""
    assert ["HESTER TANSY", "Harbour University"] == blocks(_ending(*SIGNATURE), BlockKind.PARAGRAPH)[-2:]


@pytest.mark.parametrize(
    "last",
    [
        (Set("HESTER TANSY", indent=28), Set("the lamps of the lower harbour")),
        (Set("Hester Tansy, who had been a pupil of Harbour University, was there in May and wrote"), Set("it.")),
    ],
    ids=["no institution", "prose"],
)
def test_what_is_no_signature(last: tuple[Set, ...]) -> None:
    """An institution stands under the name, and both are short."""
    assert () == _ending(*last).front.authors


def test_raised_letters_behind_names_part_them() -> None:
    """Each leads to an institution, and may touch the name."""
    line = Set("Hester Tansya Amos Reedb", gap=1)
    calls = tuple(CallCandidate(start=at, end=at + 1, raised=True) for at in (12, 23))
    made = page(1, [TITLE, line, *_text()])
    lines = tuple(msgspec.structs.replace(each, calls=calls) if each.text == line.text else each for each in made.lines)
    article = run(Lines(doc="set", pages=(msgspec.structs.replace(made, lines=lines),)), Settings())

    assert ("Hester Tansy", "Amos Reed") == article.front.authors


def test_names_with_their_institutions_in_brackets() -> None:
    """One under the other; no line is an address alone."""
    names = [Set("Hester B. Tansy (Harbour University / Keepers)", gap=1), Set("Amos van Reed (Lamps Ltd)"),
             Set("Carl Olsen (Oil College)")]  # fmt: skip
    front = article_of([TITLE, *names, *_text()]).front

    assert ("Hester B. Tansy", "Amos van Reed", "Carl Olsen") == front.authors
    assert ("Harbour University / Keepers", "Lamps Ltd", "Oil College") == front.affiliations


@pytest.mark.parametrize("pages", ["464 pages. $29.95.", "Pp. xiv, 464. $29.95."])
def test_the_reviewer_stands_under_the_book(pages: str) -> None:
    """Its title in capitals, its press, pages and price between the title and him."""
    book = [Set("THE LAMPS OF THE COAST: A HISTORY OF THE OIL", gap=1), Set("OF HARBOURS. By Amos Reed."),
            Set(f"Saltmouth: Mole University Press, 1963. {pages}")]  # fmt: skip
    article = article_of([TITLE, *book, Set("Hester Tansy", size=1.2, gap=1), *_text()])

    assert ("Hester Tansy",) == article.front.authors
    assert " ".join(each.text for each in book) in blocks(article, BlockKind.PARAGRAPH)


def test_institutions_under_the_text_beside_the_names() -> None:
    """Each author has a paragraph, his name at the right edge."""
    ends = [Set("Department of Lamps Hester Tansy", gap=1), Set("Harbour University"),
            Set("Department of Oil Amos Reed", gap=1), Set("Mole University")]  # fmt: skip
    article = article_of([TITLE, Set("Hester Tansy and Amos Reed", gap=1), *_text(), *ends])

    assert ("Department of Lamps Harbour University", "Department of Oil Mole University") == article.front.affiliations


def test_names_and_their_institutions_on_one_line_are_parted_by_white() -> None:
    """Each author shares the line with his own, and no comma stands between them."""
    bylines = [
        Set("Hester Tansy Harbour University", gap=1, tabs=(100, 170, 300, 380)),
        Set("Amos Reed Tidal College", gap=0.1, tabs=(100, 150, 300, 360)),
    ]
    front = article_of([TITLE, *bylines, *_text()]).front

    assert ("Hester Tansy", "Amos Reed") == front.authors
    assert ("Harbour University", "Tidal College") == front.affiliations


def test_a_subject_before_the_university_is_no_author() -> None:
    """In smaller type than the name over it, which has a line to itself."""
    byline = [Set("Hester Tansy", size=1.1, gap=0.5), Set("Tidal History, Harbour University, Saltmouth", gap=0.3)]
    front = article_of([TITLE, *byline, *_text()]).front

    assert ("Hester Tansy",) == front.authors
    assert ("Tidal History, Harbour University, Saltmouth",) == front.affiliations


def test_a_name_in_small_capitals_centred_over_a_title_that_is() -> None:
    """A running head would not stand so over the first page."""
    title = [Set("LAMPS OF THE LOWER", size=1.4, gap=0.6, centred=True), Set("HARBOUR", size=1.4, centred=True)]
    article = article_of([Set("HESTER TANSY", size=0.87, centred=True), *title, *_text()])

    assert ("Hester Tansy",) == article.front.authors


def test_a_name_in_running_heads_in_small_capitals_is_no_word_in_small_letters() -> None:
    """Their small letters are great ones: what pages repeat says nothing of how a word is spelled."""
    head = Set("hester tansy and amos van reed", size=0.8)
    pages = [[head, Set(FULL[:80], gap=1.0), *body(12)] for _ in range(4)]
    article = article_of([TITLE, Set("Hester Tansy and Amos van Reed", gap=1), *_text()], *pages)

    assert ("Hester Tansy", "Amos van Reed") == article.front.authors


def test_an_address_that_ends_with_a_comma_goes_on() -> None:
    """With a postal code, in capitals as no line of the title is; and the second author follows."""
    front = article_of([
        TITLE, Set("Hester Tansy", size=1.2, gap=0.5),
        Set("Department of Tides, Harbour University, Saltmouth,", size=1.2),
        Set("LA1 4YG, UK", size=1.2), Set("Amos Reed", size=1.2, gap=0.6), Set("Tidal College, Saltmouth", size=1.2),
        *_text(),
    ]).front  # fmt: skip

    assert ("Hester Tansy", "Amos Reed") == front.authors
    assert (
        "Department of Tides, Harbour University, Saltmouth, LA1 4YG, UK",
        "Tidal College, Saltmouth",
    ) == front.affiliations


@pytest.mark.parametrize(
    "line",
    ["Hester Tansy | Harbour University", "Hester Tansy <tansy_at_harbour>, Harbour University https://orcid.org/0000-0002-1825-0097"],
)  # fmt: skip
def test_a_bar_or_an_address_between_name_and_institution(line: str) -> None:
    """The line is a byline, and no subtitle."""
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.5, centred=True), Set(line, gap=0.4, centred=True),
        Set(FULL[:78], indent=1.4, gap=1.5), *body(8)[1:], *body(8),
    ])  # fmt: skip

    assert ("Lamps of the Lower Harbour", "") == (article.front.title, article.front.subtitle)
    assert (("Hester Tansy",), ("Harbour University",)) == (article.front.authors, article.front.affiliations)


def test_the_book_under_the_reviewers_name_is_no_institution() -> None:
    """Though its title has a word for one."""
    article = article_of([
        Set("The Oil of the Coast", size=1.5), Set("Hester Tansy", gap=1.0),
        Set("Una Lind, The Oil Laboratory: A History of the Harbour (Saltmouth: Garth Press,", gap=1.0, size=0.9),
        Set("1901), 265 pages.", indent=3, size=0.9), Set("Introduction", style=Style(bold=True), gap=1.0),
        Set(FULL[:80], gap=0.5), *body(8),
    ])  # fmt: skip

    assert () == article.front.affiliations
    assert any(block.text.startswith("Una Lind") for block in article.blocks if block.kind is BlockKind.PARAGRAPH)
