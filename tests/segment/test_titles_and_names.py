"""Which lines of a first page are the title and which its authors, where type and place do not tell alone."""

import pytest

from pipeline.model import Article, Style
from pipeline.segment.front.author_addresses import emails_of
from pipeline.segment.front.cover_citation import values_behind
from pipeline.segment.front.parallel_titles import leads_on
from pipeline.segment.measure import measure
from pipeline.segment.rows import whole
from pipeline.segment.wording.author_names import split_authors
from pipeline.segment.wording.masthead import name_of_journal
from pipeline.segment.wording.name_lines import names_people
from tests.segment.setting import FULL, Set, article_of, body, heads, page

BOLD, ITALIC = Style(bold=True), Style(italic=True)
SMALL = [Set("the lamp monopoly gave oil to every lamp, and the oil monopoly gave a lamp to none.")]


def _text() -> list[Set]:
    return [Set(FULL[:78], indent=1.4, gap=1.5), *body(8)[1:], *body(8), *SMALL]


def _told(article: Article) -> tuple[str, str, tuple[str, ...]]:
    return article.front.title, article.front.subtitle, article.front.authors


def test_words_that_the_article_has_in_small_letters_are_no_names() -> None:
    """A line under the title that has the form of a name; electronic addresses have true names in small letters."""
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.5, centred=True), Set("Lamp Oil Monopoly", gap=0.6, centred=True),
        Set("Hester Tansy", gap=1, centred=True), *_text(), Set("hester@tansy.example, hester@tansy.example"),
    ])  # fmt: skip

    assert ("Lamps of the Lower Harbour", "Lamp Oil Monopoly", ("Hester Tansy",)) == _told(article)


def test_the_words_of_the_article_decide_on_names() -> None:
    """Without them the line may be names."""
    rows = [whole(page(1, SMALL), 0)]

    assert names_people("Lamp Oil Monopoly")
    assert not names_people("Lamp Oil Monopoly", measure([rows]))
    assert names_people("Hester Oil", measure([rows]))


def _cover(title: str) -> list[Set]:
    lines = [
        "www.ssoar.info", title, "Tansy, Hester", "Veröffentlichungsversion / Published Version",
        "Zeitschriftenartikel / journal article", "Empfohlene Zitierung / Suggested Citation:",
        f"Tansy, H. (2008). {title}. Saltmouth Law Review, 60(1), 73-154.", "Nutzungsbedingungen:", "Terms of use:",
    ]  # fmt: skip
    return [Set(line, gap=1) for line in lines]


@pytest.mark.parametrize(
    ("cover", "lines", "size", "title", "subtitle"),
    [("Lamps and Oil: Selwyn Harbour Project", ("Lamps and Oil", "Selwyn Harbour Project"), 1.3, "Lamps and Oil",
      "Selwyn Harbour Project"),
     ("Lamps and Oil in the Harbour", ("LAMPS AND OIL", "IN THE HARBOUR"), 1.5, "LAMPS AND OIL IN THE HARBOUR", "")],
    ids=["subtitle", "title"],
)  # fmt: skip
def test_what_a_cover_has_in_the_title_is_no_name(
    cover: str, lines: tuple[str, str], size: float, title: str, subtitle: str
) -> None:
    """Whether smaller under the title or its first line, and though it has the form of a name."""
    article = article_of(
        _cover(cover),
        [Set(lines[0], size=1.5, style=BOLD, centred=True), Set(lines[1], size=size, style=BOLD, gap=1.4, centred=True),
         Set("Hester Tansy", gap=1, centred=True, style=ITALIC), *_text()],
        [*body(8), *body(8)],
    )  # fmt: skip

    assert (title, subtitle, ("Hester Tansy",)) == _told(article)


def test_authors_over_a_smaller_title() -> None:
    """Names, and under them a line in large type with no names below: these are not title and subtitle."""
    article = article_of([
        Set("Hester Tansy / Amos Reed", size=1.5), Set("Oil for the whole of the coast", size=1.25, gap=1, style=BOLD),
        *_text(),
    ])  # fmt: skip

    assert ("Oil for the whole of the coast", "", ("Hester Tansy", "Amos Reed")) == _told(article)


def test_authors_in_two_rows_over_a_title_in_the_size_of_the_text() -> None:
    """All in capitals, the *and* between the authors too."""
    article = article_of([
        Set("HESTER J. TANSY AND", size=1.09, centred=True), Set("AMOS C. REED", size=1.09, centred=True),
        Set("A LAMP FOR THE NEW", size=1.09, gap=4), Set("HARBOURS", size=1.09, gap=0.9), *_text(),
    ])  # fmt: skip

    assert ("A LAMP FOR THE NEW HARBOURS", "", ("Hester J. Tansy", "Amos C. Reed")) == _told(article)


def test_a_title_that_speaks_of_printing() -> None:
    """In its type the line is not the printer's."""
    article = article_of([
        Set("How to know a lamp:", size=1.5, style=BOLD), Set("Tables Printed in the Harbour", size=1.5, style=BOLD),
        Set("Hester Tansy", gap=1), *_text(),
    ])  # fmt: skip

    assert "How to know a lamp: Tables Printed in the Harbour" == article.front.title


def test_an_author_larger_than_the_title_over_him() -> None:
    """His name is the largest line, and no other names follow."""
    article = article_of([
        Set("A LAMP FOR EVERY HARBOUR", size=1.2, centred=True), Set("Hester Tansy", size=1.4, gap=0.6, style=ITALIC,
        centred=True), *_text(),
    ])  # fmt: skip

    assert ("A LAMP FOR EVERY HARBOUR", "", ("Hester Tansy",)) == _told(article)


@pytest.mark.parametrize(
    ("white", "title", "subtitle"),
    [(3.0, "What the whole coast burned and who paid for it", ""),
     (0.6, "Oil and Lamps", "What the whole coast burned and who paid for it")],
    ids=["rubric", "title"],
)  # fmt: skip
def test_white_tells_a_rubric_from_a_title(white: float, title: str, subtitle: str) -> None:
    """A title is nearer to its subtitle than that is to the names; a rubric in larger type is farther off."""
    article = article_of([
        Set("Oil and Lamps", size=2.0), Set("What the whole coast burned", size=1.6, gap=white),
        Set("and who paid for it", size=1.6, gap=0.6), Set("Hester Tansy", size=1.2, gap=2), *_text(),
    ])  # fmt: skip

    assert (title, subtitle, ("Hester Tansy",)) == _told(article)


def test_a_manuscript_that_cites_itself_over_its_title() -> None:
    """What is cited is the title, and behind it the journal; a folio under it is no issue."""
    article = article_of([
        Set("Tansy, H. (1963). A lamp for every harbour. Annals of Harbours, 20, 495-503.", size=1.2, style=BOLD),
        Set("A lamp for every harbour", gap=2, style=BOLD), Set("Hester Tansy1", gap=1, centred=True),
        Set("Amos Reed2", centred=True), *_text(), Set("1", at=1450, centred=True),
    ])  # fmt: skip
    front = article.front

    assert ("A lamp for every harbour", "", ("Hester Tansy", "Amos Reed")) == _told(article)
    assert ("Annals of Harbours", "20", "", "1963", "495") == (
        front.journal, front.volume, front.issue, front.year, front.first_page,
    )  # fmt: skip


def test_a_title_known_beforehand_is_cited() -> None:
    """A title that stands in the text once is not."""
    title = "Lamps of the Lower Harbour"

    assert "Annals of Harbours" == values_behind(title, f"{title} {title}, Annals of Harbours 12 (1963)")["journal"]
    assert {} == values_behind(title, f"{title}, Annals of Harbours 12 (1963)")


def test_a_title_that_ends_with_a_small_word_goes_on() -> None:
    """In another type, and though the line may be names: the case that an essay is on."""
    article = article_of([
        Set("LAMPS AND THEIR OIL: A CRITIQUE OF", size=1.14, style=BOLD, centred=True),
        Set("HARBOURMEN V. RAMSEY", size=1.14, style=Style(bold=True, italic=True), gap=0.1, centred=True),
        Set("HESTER TANSY", size=0.8, style=BOLD, gap=1.2, centred=True), *_text(),
    ])  # fmt: skip

    assert ("LAMPS AND THEIR OIL: A CRITIQUE OF HARBOURMEN V. RAMSEY", "", ("Hester Tansy",)) == _told(article)


@pytest.mark.parametrize(
    ("line", "leads"), [("LAMPS OF THE", True), ("Lampen für die", True), ("What a Lamp Is", False)]
)
def test_small_words_lead_on(line: str, leads: bool) -> None:
    """Articles and conjunctions do; a verb may end a title."""
    assert leads == leads_on(line)


def test_a_title_that_asks_and_that_the_running_head_shortens() -> None:
    """In bold of the body's size, without names under it."""
    article = article_of(
        [Set("GUEST OF THE HARBOUR: WHO PAYS?", style=BOLD, size=0.92), *_text()],
        *[[Set("Guest of the Harbour", at=60, size=0.8), *body(8), *body(8)] for _ in range(3)],
    )

    assert "GUEST OF THE HARBOUR: WHO PAYS?" == article.front.title


def test_a_plain_title_far_over_an_abstract() -> None:
    """White tells it, where neither type nor place does."""
    article = article_of([
        Set("Reed on the worth of a lamp"), Set("Abstract:", gap=2), *body(4), Set("1. Oil", gap=2, style=BOLD),
        *_text(),
    ])  # fmt: skip

    assert "Reed on the worth of a lamp" == article.front.title


@pytest.mark.parametrize(
    ("ends", "style"),
    [("and no keeper was paid for a year.", BOLD), ("and no keeper was paid for a year. (JEL L51, N71)", ITALIC)],
)
def test_abstracts_in_bold_and_with_codes_behind_them(ends: str, style: Style) -> None:
    """Set apart from the text by their type; the codes of the economists are no part of the last sentence."""
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.5), Set("Hester Tansy", gap=1),
        *[Set(FULL[:80], style=style, gap=1.5 * (not index)) for index in range(3)], Set(ends, style=style), *_text(),
    ])  # fmt: skip

    assert article.front.abstract.startswith("The keepers")
    assert article.front.abstract.endswith(ends)


def test_an_abstract_that_goes_on_over_the_page() -> None:
    """Its sentence does, though the contents follow and not a heading."""
    article = article_of(
        [Set("Lamps of the Lower Harbour", size=1.5), Set("Hester Tansy", gap=1), Set("Abstract", gap=1, centred=True),
         *[Set(FULL[:80], style=ITALIC) for _ in range(6)]],
        [Set("was counted twice by the clerks, and paid for by nobody.", style=ITALIC), *_text()],
        [*body(8), *body(8)],
    )  # fmt: skip

    assert article.front.abstract.endswith("paid for by nobody.")


def test_a_first_page_with_nothing_but_the_front_matter() -> None:
    """Names, address and abstract are no address at the foot."""
    article = article_of(
        [Set("Outlooks for the lamps of the coast", size=1.8), Set("by Hester Tansy", size=1.5, gap=1),
         Set("Harbour University, Saltmouth", gap=1), Set("E-mail: tansy@mole.example"),
         Set("Abstract: The dues of the coast were paid in oil.", gap=2), Set("Keywords: dues, oil.", gap=2)],
        [*body(8), *body(8)], [*body(8), *body(8)],
    )  # fmt: skip

    assert (("Hester Tansy",), ("dues", "oil")) == (article.front.authors, article.front.keywords)
    assert "The dues of the coast were paid in oil." == article.front.abstract


def test_institutions_in_the_line_of_the_names() -> None:
    """They are no authors, and *and* at a line's end leads on to another author."""
    article = article_of([
        Set("Lamps of the Lower Harbour", size=1.5), Set("Hester Tansy, Harbour Law School, and", gap=1),
        Set("Amos Reed, Tidal University"), *_text(),
    ])  # fmt: skip

    assert ("Hester Tansy", "Amos Reed") == article.front.authors
    assert ("Harbour Law School", "Tidal University") == article.front.affiliations


@pytest.mark.parametrize(
    "line", ["Introductory Remarks", "PhD, Senior Researcher", "Associate Professor of Lamps", "Doctoral Candidate"]
)
def test_what_an_author_is(line: str) -> None:
    """A line that says so, or that heads a section, names nobody."""
    assert not names_people(line)


@pytest.mark.parametrize(
    ("byline", "authors"),
    [("Hester Tansy M.A.", ("Hester Tansy",)), ("Hester Ma", ("Hester Ma",)), ("Hester Tansy PhD", ("Hester Tansy",)),
     ("Hester Tansy1 Amos Reed2", ("Hester Tansy", "Amos Reed")), ("HESTER TANSY, J.D.‖", ("Hester Tansy",))],
)  # fmt: skip
def test_degrees_and_marks(byline: str, authors: tuple[str, ...]) -> None:
    """Degrees are no part of a name, and a mark parts two."""
    assert authors == split_authors(byline)


def test_electronic_addresses_by_surname() -> None:
    """Wherever they stand, in the order of the print; the journal's own gives way to them."""
    article = "Tansy (tansy@mole.example), Lübke (luebke@mole.example)"

    assert ("tansy@mole.example", "luebke@mole.example") == emails_of("", ["Hester Tansy", "Amos Lübke"], article)
    assert ("h-tans@mole.example",) == emails_of("", ["Hester Tansy"], "lamps@annals.example h-tans@mole.example")
    assert ("tansy@mole.example",) == emails_of("lamps@annals.example", ["Hester Tansy"], article)
    assert ("office@mole.example",) == emails_of("office@mole.example", ["Amos Reed"], article)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Annals of Lamps May", "Annals of Lamps"),
        ("Studien des Hafens (SdH", "Studien des Hafens"),
        ("who kept the law. Harbour Law Review", "Harbour Law Review"),
        ("© Harbour Journal", "Harbour Journal"),
        ("Int. J. Harbour Stud.", "Int. J. Harbour Stud"),
        ("Final version is available at the Harbour Review website:", ""),
    ],
)
def test_names_of_journals(printed: str, name: str) -> None:
    """Without month, abbreviation, owner's sign and the end of a title; a line on where it is to be had names none."""
    assert name == name_of_journal(printed)


def test_a_question_with_a_star_is_a_title() -> None:
    """In the size of the text, and names under it."""
    question = Set("DO THE KEEPERS KNOW WHAT IS OWED?†", size=1.1, centred=True, raised="†")
    note = Set("† An answer to the Board.", at=1400, size=0.8)
    article = article_of([question, Set("HESTER TANSY", gap=1, centred=True), *body(8), *body(8), note], body())

    assert "DO THE KEEPERS KNOW WHAT IS OWED?" == article.front.title


def test_asterisks_between_the_names_and_the_text_are_no_title() -> None:
    """A bold title in small capitals, which measure less, stands over the names."""
    bold = Set("THE LAMPS OF THE LOWER HARBOUR AND ITS OIL", size=0.79, centred=True, style=Style(bold=True))
    names = Set("Hester Tansy", gap=0.4, centred=True, style=Style(italic=True))
    under = [Set("* * *", gap=0.2, centred=True), Set("Introduction", gap=0.2, style=Style(bold=True))]
    article = article_of([bold, names, *under, Set(FULL[:78], 1.4, 0.3), *body(8)[1:], *body(8)], body())

    assert (bold.text, ("Hester Tansy",)) == (article.front.title, article.front.authors)
    assert [(1, "Introduction")] == heads(article)


def test_a_subtitle_far_under_its_title_and_over_the_names() -> None:
    """The white between the three is even."""
    title = Set("THE LAMPS OF THE LOWER HARBOUR", size=1.2, centred=True, style=Style(bold=True))
    under = [Set("A Comment on the Oil", gap=1.3, centred=True), Set("Hester Tansy", gap=1.3, centred=True)]
    article = article_of([title, *under, Set(FULL[:78], 1.4, 2), *body(8)[1:], *body(8)], body())

    assert ("A Comment on the Oil", ("Hester Tansy",)) == (article.front.subtitle, article.front.authors)


def test_students_at_the_head_of_an_abstract_are_no_address() -> None:
    """What an author is stands in the singular; in italics a name is upright, and the line may be so as a whole."""
    upright = Set("The Students for the Lamps of the Harbour and the Town", indent=2.4, gap=1.4)
    italics = [Set(FULL[:66], indent=1, style=Style(italic=True))] * 5
    article = article_of(
        [Set("The Lamps of the Lower Harbour", size=1.5, centred=True), Set("Hester Tansy", gap=1, centred=True),
         upright, *italics, Set("and nobody read it again.", indent=1, style=Style(italic=True)),
         Set("Introduction", gap=1, centred=True), Set(FULL[:78], 1.4, 0.5), *body(8)[1:], *body(8)], body(),
    )  # fmt: skip

    assert () == article.front.affiliations
    assert article.front.abstract.startswith("The Students")


def test_a_year_in_brackets_in_an_abstract() -> None:
    """It is no entry of a bibliography."""
    small = [Set(f"In an earlier paper on the lamps (1875), we {word} them,", 1, size=0.8) for word in "abcdef"]
    article = article_of(
        [Set("The Lamps of the Lower Harbour", size=1.5, centred=True), Set("Hester Tansy", gap=1, centred=True),
         Set("of lamps and of oil we write in what follows here,", 1, 2, 0.8), *small, Set("and lit.", 1, size=0.8),
         Set(FULL[:80], gap=1.5), *body(8)[1:], *body(8)], body(),
    )  # fmt: skip

    assert article.front.abstract.startswith("of lamps and of oil")


@pytest.mark.parametrize(("line", "named"), [("Tecla d’Ombra & Amos Reed", True), ("Tecla des Lampes", False)])
def test_a_particle_before_an_apostrophe_begins_a_name(line: str, named: bool) -> None:
    """It is written in one with the name, and in small letters."""
    assert names_people(line) == named


def test_who_translated_stands_between_the_author_and_the_title() -> None:
    """In capitals, as both are."""
    lines = ("HESTER TANSY", "University of Saltmouth", "TRANSLATED BY AMOS REED", "LAMPS AND OIL OF THE NORTH")
    shown = [Set(line, gap=1) for line in lines]

    assert ("LAMPS AND OIL OF THE NORTH", "", ("Hester Tansy",)) == _told(article_of([*shown, *_text()], body(12)))


@pytest.mark.parametrize("number", ["Chapter 3", "Capítulo 4."])
def test_what_stands_under_the_number_of_a_chapter_is_its_title(number: str) -> None:
    """Nobody signs it, and its type is hardly larger than the text."""
    lines = [Set(number, size=1.1, style=BOLD), Set("Lamps of the Lower Harbour", gap=0.6, size=1.1, style=BOLD)]

    assert ("Lamps of the Lower Harbour", "", ()) == _told(article_of([*lines, *_text()], body(12), body(12)))


@pytest.mark.parametrize(
    "line", ["TANSY’S FORGOTTEN HARBOUR", "Retour sur la Lampe", "Faros y Puertos desde Lejos", "Hafen nach Laternen"]
)
def test_whose_something_is_and_what_leads_to_something_are_no_names(line: str) -> None:
    """No name has the ’s of a possessor, nor the prepositions of French, Spanish or German."""
    assert not names_people(line)


@pytest.mark.parametrize(
    ("under", "subtitle", "authors"),
    [
        pytest.param([], "", ("Amos Reed",), id="his mail alone follows"),
        pytest.param([Set("Hester Tansy", gap=0.5)], "Amos Reed", ("Hester Tansy",), id="names follow: a Life"),
    ],
)
def test_a_running_head_may_have_the_title_and_the_author(
    under: list[Set], subtitle: str, authors: tuple[str, ...]
) -> None:
    """What stands in it behind the title is no subtitle if it is a name, and no other follows."""
    first = [Set("On Lamps and Harbours", size=2), Set("Amos Reed", size=1.4), *under, Set("a.reed@harbour.example")]
    head = Set("On Lamps and Harbours Amos Reed", size=0.8)
    later = [[head, *[Set(FULL[:78], gap=2), *body(12)]] for _ in range(3)]

    front = article_of([*first, Set(FULL[:78], gap=3), *body(12)], *later).front

    assert ("On Lamps and Harbours", subtitle, authors) == (front.title, front.subtitle, front.authors)
