"""What a title page says by more than its type: colons, running heads, shared lines, the foot of the page."""

import pytest

from pipeline.model import BlockKind, FurnitureKind, Style
from pipeline.segment.front.author_addresses import emails_of
from pipeline.segment.wording.author_names import split_authors
from pipeline.segment.wording.identifiers import first_issn
from pipeline.segment.wording.masthead import cites_journal
from tests.segment.setting import FULL, Set, article_of, blocks, body

ITALIC, BOLD = Style(italic=True), Style(bold=True)
ABSTRACT = ["Lamps were lit on every night of the", "year, and the keepers wrote it down."]


def _text() -> list[Set]:
    return [Set(FULL[:78], indent=1.4, gap=1.5), *body(8)[1:], *body(8)]


def test_a_colon_announces_a_subtitle_in_a_type_of_its_own() -> None:
    """It is smaller, and exclaims."""
    front = article_of([
        Set("Lamps of the Lower Harbour:", size=1.8), Set("As dim as ever? Not quite!", size=1.1, indent=2, gap=0.5),
        Set("Hester Tansy and Amos Reed", gap=1, indent=2, style=ITALIC), *_text(),
    ]).front  # fmt: skip

    assert ("Lamps of the Lower Harbour:", "As dim as ever? Not quite!") == (front.title, front.subtitle)
    assert ("Hester Tansy", "Amos Reed") == front.authors


def test_the_journals_name_in_two_lines_of_the_largest_type_is_no_title() -> None:
    """The running heads cite it."""
    first = [
        Set("Lampas", size=3.0), Set("Maritima", size=3.0), Set("Of oil and of those who burnt it", size=1.6, gap=3),
        Set("Hester Tansy", size=1.3, gap=2), *_text(),
    ]  # fmt: skip
    others = [[Set(f"LAMPAS MARITIMA 1963, 1 {n}", size=0.8), Set(FULL[:80], gap=1), *body(8)] for n in (2, 3, 4)]
    front = article_of(first, *others).front

    assert ("Of oil and of those who burnt it", "Lampas Maritima") == (front.title, front.journal)


def test_a_title_in_the_size_of_the_text_whose_start_the_running_heads_have() -> None:
    """In bold, over an author whose name no list of names has."""
    first = [Set("Lamps of the Lower Harbour and of the", style=BOLD), Set("Coast", style=BOLD), Set("tansy", gap=1)]
    others = [[Set(f"Lamps of the Lower Harbour {n}", size=0.9), Set(FULL[:80], gap=1), *body(8)] for n in (6, 7, 8)]
    front = article_of([*first, *_text()], *others).front

    assert "Lamps of the Lower Harbour and of the Coast" == front.title


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("FOREWORD", "LAMPS OF THE COAST", "Hester Tansy"), "LAMPS OF THE COAST"),
        (("FOREWORD", "Hester Tansy"), "FOREWORD"),
    ],
)
def test_a_foreword_may_have_a_title(lines: tuple[str, ...], title: str) -> None:
    """Over names alone it is the title itself."""
    sizes = [1.5, 1.2, 1.0] if len(lines) > 2 else [1.5, 1.0]
    top = [Set(line, size=size, centred=True, gap=1) for line, size in zip(lines, sizes, strict=True)]
    front = article_of([*top, *_text()]).front

    assert (title, ("Hester Tansy",)) == (front.title, front.authors)


def test_a_rubric_at_the_other_edge_is_no_line_of_the_title() -> None:
    """Though it has the title's size, and its word is known to nobody."""
    front = article_of([
        Set("Lampiges", size=1.5, indent=34), Set("Lamps of the Harbour", size=1.5, gap=2),
        Set("Hester Tansy", gap=1), *_text(),
    ]).front  # fmt: skip

    assert "Lamps of the Harbour" == front.title


def test_the_starred_author_over_a_title_with_two_stars() -> None:
    """The signs run downwards: the first is the author's."""
    front = article_of([
        Set("Hester Tansy, Amos Reed, Ruth Birch*", size=1.3), Set("Die Lampen des unteren Hafens**", size=1.3, gap=0.5,
        style=BOLD), Set("Zusammenfassung – Lampen wurden jede Nacht angezündet.", gap=1), *_text(),
    ]).front  # fmt: skip

    assert ("Hester Tansy", "Amos Reed", "Ruth Birch") == front.authors


def test_a_second_author_behind_the_first_ones_electronic_address() -> None:
    """All in one type, *And* between them."""
    lines = [
        "Harbour University",
        "tansy@harbour.example",
        "And",
        "Amos Reed",
        "Keepers’ College",
        "reed@coast.example",
    ]
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.6, centred=True), Set("Hester Tansy", gap=2, centred=True),
        *(Set(line, centred=True) for line in lines), *_text(),
    ])  # fmt: skip

    assert ("Hester Tansy", "Amos Reed") == article.front.authors
    assert ("Harbour University", "Keepers’ College") == article.front.affiliations


def test_name_and_institution_on_one_line() -> None:
    """The name is in capitals."""
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.6), Set("HESTER TANSY Harbour University, UK", gap=1.5),
        Set("AMOS M. REED University of Saltmouth, UK", gap=1), *_text(),
    ])  # fmt: skip

    assert ("Hester Tansy", "Amos M. Reed") == article.front.authors
    assert ("Harbour University, UK", "University of Saltmouth, UK") == article.front.affiliations


@pytest.mark.parametrize("ends", ["wrote it down. KEY WORDS • lamps • oil", "wrote it down. KEY"])
def test_keywords_in_the_last_line_of_the_abstract(ends: str) -> None:
    """The line may end within their label."""
    last = ["WORDS • lamps • oil"] if ends.endswith("KEY") else []
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.6), Set("Hester Tansy", gap=1),
        Set("ABSTRACT. Lamps were lit on every night of the year, and all", indent=3, size=0.9, gap=2),
        *(Set(line, indent=3, size=0.9) for line in ("that the keepers of the harbour did they", ends, *last)),
        *_text(),
    ])  # fmt: skip

    assert ("lamps", "oil") == article.front.keywords
    assert article.front.abstract.endswith("wrote it down.")


def test_an_abstract_of_several_paragraphs_before_the_keywords() -> None:
    """Without a label; all of them are the abstract."""
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.6), Set("Hester Tansy", gap=1),
        *(Set(line, gap=0 if index % 2 else 1, indent=2, size=0.9) for index, line in enumerate(ABSTRACT * 2)),
        Set("Keywords: lamps, oil", gap=1, indent=2, size=0.9), *_text(),
    ])  # fmt: skip

    assert " ".join(ABSTRACT * 2) == article.front.abstract


def test_the_citation_of_the_journal_under_the_keywords_is_no_abstract() -> None:
    """It says where the article was printed."""
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.6), Set("Hester Tansy", gap=1),
        Set("ABSTRACT", gap=1, centred=True), *(Set(line, indent=3, size=0.9) for line in ABSTRACT),
        Set("Keywords: lamps, oil", gap=1, indent=3, size=0.9),
        Set("Harbour Business Review, May-June 1963, No. 3, pp 138-153.", gap=1, indent=3, size=0.9),
        Set("also printed in Lamps and Oil, Saltmouth 1964, and elsewhere.", indent=3, size=0.9), *_text(),
    ])  # fmt: skip
    front = article.front

    assert " ".join(ABSTRACT) == front.abstract
    assert ("Harbour Business Review", "3", "138", "153") == (
        front.journal,
        front.issue,
        front.first_page,
        front.last_page,
    )


def test_what_cites_a_journal_beyond_doubt() -> None:
    """The name, a number and the pages; a book has a year and so many pages."""
    assert cites_journal("Harbour Review, vol. 3, pp. 4-9")
    assert not cites_journal("PRESS 1963). PP. 382. HARDCOVER $100.00.")


def test_of_many_addresses_those_of_the_authors() -> None:
    """Others are the publisher's."""
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.6), Set("Hester Tänsy", gap=1), *_text(),
        Set("h.tansy@harbour.example", gap=2), Set("Orders: sales@press.example", gap=2),
    ])  # fmt: skip

    assert ("h.tansy@harbour.example",) == article.front.emails


@pytest.mark.parametrize("broken", ["h.tansy @harbour.example", "h.tansy@harbour .edu"])
def test_an_electronic_address_that_is_broken(broken: str) -> None:
    """Before its sign, or before its last stop; one word alone before the sign may be none."""
    assert ("".join(broken.split()),) == emails_of(f"Write to {broken} or look @lamps.example", ["Hester Tansy"])


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("Hester Tansy / Amos Reed", ("Hester Tansy", "Amos Reed")),
        ("Hester Tansy (Saltmouth)/Amos Reed (Selwyn)", ("Hester Tansy", "Amos Reed")),
        ("Hester Tansy1, Amos Reed2, Sukarno 3", ("Hester Tansy", "Amos Reed", "Sukarno")),
        ("Hester Tansy Translated by Ruth Birch", ("Hester Tansy",)),
    ],
)
def test_bylines(byline: str, authors: tuple[str, ...]) -> None:
    """Strokes part authors, a number tells one from a town, the translator is none."""
    assert authors == split_authors(byline)


def test_spaces_within_an_issn() -> None:
    """Around the dash."""
    assert "0317-8471" == first_issn("ISSN 0317 – 8471")


def test_the_publishers_site_under_the_line_of_its_rights() -> None:
    """All of the imprint is furniture."""
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.6), Set("Hester Tansy", gap=1), *_text(),
        Set("Lamp & Oil copyright © 1963 Pinker (Saltmouth)", gap=1.5, size=0.8),
        Set("VOL. 16 No. 2 (1963), pp. 3–6 DOI: 10.5555/lo.16", size=0.8), Set("www.pinkerpress.example", size=0.8),
    ], [*body(8), *body(8)])  # fmt: skip
    imprint = [each.text for each in article.furniture if each.kind is FurnitureKind.COPYRIGHT]

    assert "www.pinkerpress.example" in imprint
    assert not any("pinkerpress" in text for text in blocks(article, BlockKind.PARAGRAPH))
