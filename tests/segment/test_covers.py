"""Cover pages of distributors: recognised, mined, and never taken for the first page of an article.

Each sample has the furniture of its distributor and an article that we made up.
"""

import pytest

from pipeline.model import CleanLine, CleanPage, FrontMatter
from pipeline.segment.front.cover import is_cover
from pipeline.segment.front.cover_values import cover_values
from pipeline.segment.front.front_matter import merged
from pipeline.segment.rows import Row, whole
from tests.segment.setting import FULL, Set, article_of, body, first_page, page

TITLE = "Lamps and Oil: A Harbour in Decline"

HEIN = """
DATE DOWNLOADED: Mon May 4 10:00:00 2020
SOURCE: Content Downloaded from HeinOnline
Citations:
Please note: citations are provided as a general guideline. Users should consult their preferred
citation format's style manual for proper citation formatting.
Bluebook 21st ed.
Hester Tansy & Amos Reed, Lamps and Oil: A Harbour in Decline, 60 SALTMOUTH L. REV. 73 (2008).
ALWD 7th ed.
Hester Tansy & Amos Reed, Lamps and Oil: A Harbour in Decline, 60 Saltmouth L. Rev. 73 (2008).
APA 7th ed.
Tansy, Hester, & Reed, Amos (2008). Lamps and oil: harbour in decline. Saltmouth Law Review, 60(1), 73-154.
Chicago 17th ed.
Hester Tansy; Amos Reed, "Lamps and Oil: A Harbour in Decline," Saltmouth Law Review
60, no. 1 (2008): 73-154
Provided by:
Saltmouth University Library
-- Your use of this HeinOnline PDF indicates your acceptance of HeinOnline's Terms
"""
SSOAR = """
www.ssoar.info
Lamps and Oil: A Harbour in Decline
Tansy, Hester; Reed, Amos
Veröffentlichungsversion / Published Version
Zeitschriftenartikel / journal article
Empfohlene Zitierung / Suggested Citation:
Tansy, H., & Reed, A. (2008). Lamps and Oil: A Harbour in Decline. Saltmouth
Law Review, 60(1), 73-154. https://nbn-resolving.example/urn:nbn:de:0000-ssoar-00000
Nutzungsbedingungen:
Terms of use:
"""
SSOAR_CHAPTER = """
www.ssoar.info
Lamps and Oil: A Harbour in Decline
Tansy, Hester; Reed, Amos
Veröffentlichungsversion / Published Version
Sammelwerksbeitrag / collection article
Nutzungsbedingungen:
Terms of use:
"""
NBER = """
This PDF is a selection from an out-of-print volume from the National Bureau
Volume Title: Lamps of the Coast: Essays on Light
and Oil
Volume Author/Editor: Committee for Lamps, editor
Volume Publisher: Saltmouth University Press
Volume ISBN: 0-000-00000-0
Volume URL: http://www.nber.example/books/lamp62-1
Publication Date: 1962
Chapter Title: Lamps and Oil: A Harbour in Decline
Chapter Author: Hester Tansy, Amos Reed
Chapter URL: http://www.nber.example/chapters/c0001
Chapter pages in book: (p. 73 - 154)
"""
JSTOR = """
Lamps and Oil: A Harbour in Decline
Author(s): Hester Tansy and Amos Reed
Source: Saltmouth Law Review, May - Jun., 2008, Vol. 60, No. 1 (May - Jun., 2008), pp. 73-
154
Published by: Saltmouth Law Society
Stable URL: https://www.jstor.org/stable/00000000
JSTOR is a not-for-profit service that helps scholars, researchers, and students discover, use, and build upon content.
Your use of the JSTOR archive indicates your acceptance of the Terms & Conditions of Use
"""
TAYLOR = """
Saltmouth Law Review
ISSN: 0000-0019 (Print) 0000-0027 (Online) Journal homepage: https://www.tandfonline.com/loi/none00
Lamps and Oil: A Harbour in Decline
Hester Tansy & Amos Reed
To cite this article: Hester Tansy & Amos Reed (2008) Lamps and Oil: A Harbour in Decline,
Saltmouth Law Review, 60:1, 73-154, DOI: 10.1080/00000000.2008.000001
To link to this article: https://doi.org/10.1080/00000000.2008.000001
Published online: 04 May 2008.
Submit your article to this journal
Article views: 12
View related articles
"""
CAMBRIDGE = """
Saltmouth Law Review
http://journals.cambridge.org/SLR
Additional services for Saltmouth Law Review:
Email alerts: Click here
Terms of use : Click here
Lamps and Oil: A Harbour in Decline
Hester Tansy and Amos Reed
Saltmouth Law Review / Volume 60 / Issue 01 / May 2008, pp 73 - 154
DOI: 10.1017/S0000000000000001, Published online: 04 May 2008
Link to this article: http://journals.cambridge.org/abstract_S0000000000000001
How to cite this article:
Hester Tansy and Amos Reed (2008). Lamps and Oil: A Harbour in Decline. Saltmouth Law Review, 60(1),
pp 73-154 doi:10.1017/S0000000000000001
Request Permissions : Click here
"""
SAGE = """
Saltmouth Law Review
http://slr.sagepub.com/
Lamps and Oil: A Harbour in Decline
Hester Tansy and Amos Reed
Saltmouth Law Review 2008 60: 73
DOI: 10.1177/0000000000000001
The online version of this article can be found at:
http://slr.sagepub.com/content/60/1/73
Published by: Saltmouth Press
Additional services and information for Saltmouth Law Review can be found at:
Email Alerts: http://slr.sagepub.com/cgi/alerts
>> Version of Record - May 4, 2008
"""
MUSE = """
Lamps and Oil: A Harbour in Decline
Hester Tansy, Amos Reed
Saltmouth Law Review, Volume 60, Number 1, May 2008, pp. 73-154 (Article)
Published by Saltmouth Press
DOI: https://doi.org/10.1353/slr.2008.0001
For additional information about this article
https://muse.jhu.edu/article/000001
"""
BEPRESS = """
Saltmouth Law Review
Volume 60
Issue 1 Article 4
May 2008
Lamps and Oil: A Harbour in Decline
Hester Tansy
Saltmouth University, h.tansy@saltmouth.example
Amos Reed
Follow this and additional works at: https://scholarship.law.saltmouth.edu/slr
Recommended Citation
Hester Tansy & Amos Reed, Lamps and Oil: A Harbour in Decline, 60 Saltmouth L. Rev. 73 (2008).
Available at: https://scholarship.law.saltmouth.edu/slr/vol60/iss1/4
This Article is brought to you for free and open access by the Saltmouth Repository. It has been
accepted for inclusion in Saltmouth Law Review by an authorized editor.
"""
REPOSITORY = """
Saltmouth Research Portal
Lamps and Oil: A Harbour in Decline
Tansy, Hester; Reed, Amos
Link to publication
Citation for published version (Harvard):
Hester Tansy and Amos Reed 2008, 'Lamps and Oil: A Harbour in Decline', Saltmouth Law Review,
vol. 60, no. 1, pp. 73-154.
General rights
Take down policy
Download date: 04. May. 2020
"""
OWN = """
Lamps and Oil: A Harbour in Decline
Hester Tansy and Amos Reed
Saltmouth Law Review, 60.1 (Summer 2008)
ISSN 0000-0019
Content is licensed under a Creative Commons Attribution 4.0 Licence
Saltmouth Law Review is hosted by Saltmouth University
Website: slr.saltmouth.edu
To cite this article: Hester Tansy and Amos Reed, ‘Lamps and Oil: A Harbour
in Decline’, Saltmouth Law Review, 60.1 (Summer 2008), 73–154
"""
ERUDIT = """
Document généré le 4 mai 2020 10:00
Saltmouth Law Review
Lamps and Oil: A Harbour in Decline
Hester Tansy et Amos Reed
Volume 60, numéro 1, hiver 2008
Aller au sommaire du numéro
Découvrir la revue
Citer cet article
Tansy, H. & Reed, A. (2008). Lamps and Oil: A Harbour in Decline. Saltmouth
Law Review, 60(1), 73–154. https://doi.org/10.5555/slr.2008
L’utilisation des services d’Érudit est assujettie à sa politique d’utilisation.
"""
PERSEE = """
Saltmouth Law Review
Lamps and Oil: A Harbour in Decline
Hester Tansy
Citer ce document / Cite this document :
Tansy Hester. Lamps and Oil: A Harbour in Decline. In: Saltmouth Law Review. 2008, tome 60 n°1. Ports. pp. 73-154;
https://www.persee.fr/doc/slr_2008_num_60_1
Document généré le 04/05/2020
"""
MUSICONN = """
Title: Lamps and Oil: A Harbour in Decline
Author(s): Hester Tansy, Amos Reed
Source: The Lamps of the Coast : Essays on Light and Oil, ed. by Hilda Crewe, Jonas Pell;
Saltmouth, harbour.publish 2008, (= Saltmouth
Law Review 60), p. 73–154.
DOI: https://doi.org/10.1000/slr.2008.1
Creative Commons license: CC BY-SA
"""
REDALYC = """
Saltmouth Law Review
ISSN: 0000-0019
review@saltmouth.example
Universidad de Saltmouth
Perú
Tansy, Hester; Reed, Amos
Lamps and Oil: A Harbour in
Decline
Saltmouth Law Review, vol. 60, núm. 1, enero-junio, 2008, pp. 73-154
Universidad de Saltmouth
Disponible en: http://www.redalyc.org/articulo.oa?id=00000000000
Cómo citar el artículo
Número completo
"""
COVERS = {
    "Redalyc": REDALYC, "musiconn": MUSICONN, "SSOAR": SSOAR, "Érudit": ERUDIT, "Persée": PERSEE,
    "HeinOnline": HEIN, "JSTOR": JSTOR, "Taylor & Francis": TAYLOR, "Cambridge": CAMBRIDGE, "SAGE": SAGE, "MUSE": MUSE,
    "bepress": BEPRESS, "repository": REPOSITORY, "the journal's own": OWN,
}  # fmt: skip

FIRST_PAGES = {
    "with a licence": """
Saltmouth Law Review
Vol. 60, No. 1 (2008), pp. 73-154
Lamps and Oil: A Harbour in Decline
Hester Tansy
Saltmouth University, h.tansy@saltmouth.edu
Abstract
The keepers of the harbour wrote down every lamp that was lit and every ship that ran, and nobody read it again.
Keywords: lamps, harbours
Published online: 4 May 2008. © The author. https://doi.org/10.1000/slr.2008.1
""",
    "stamped by a distributor": """
Downloaded from https://academic.example.org/slr by guest on 04 May 2020
Lamps and Oil: A Harbour in Decline
Hester Tansy
In May 1872 the keepers of the harbour of Saltmouth wrote down every lamp that was lit and every ship that ran in the
dark, and nobody read it again until the archive of the town was opened. The archive is now a repository of the county.
This content downloaded on Mon, 04 May 2020 10:00:00 UTC. All use subject to terms.
""",
    "on the history of archives": """
ON CITING A REPOSITORY
Amos Reed
You may download a catalogue, but not the smell of a ledger. The author information on a shelf mark is scant, and the
terms of use are set by people who never read what they keep; please contact any of them and see.
""",
}


def _rows(text: str) -> list[Row]:
    lines = tuple(CleanLine(text=line) for line in text.strip().splitlines())
    page = CleanPage(number=1, reader="dump", lines=lines)
    return [whole(page, index) for index in range(len(lines))]


def _mined(name: str) -> FrontMatter:
    return cover_values(COVERS[name].strip().splitlines())


@pytest.mark.parametrize("name", COVERS)
def test_a_cover_is_recognised(name: str) -> None:
    """The furniture of every distributor makes a cover."""
    assert is_cover(_rows(COVERS[name]))


@pytest.mark.parametrize("name", FIRST_PAGES)
def test_an_ordinary_first_page_is_no_cover(name: str) -> None:
    """An abstract, a licence, a stamp or a text about archives does not make a cover."""
    assert not is_cover(_rows(FIRST_PAGES[name]))


@pytest.mark.parametrize("name", [name for name in COVERS if name not in {"Érudit", "Persée"}])
def test_title_and_authors_are_mined(name: str) -> None:
    """The title is whole, and the names are names; Érudit cites initials, and Persée names without a comma."""
    found = _mined(name)

    assert (TITLE, ("Hester Tansy", "Amos Reed")) == (found.title, found.authors)


@pytest.mark.parametrize("name", COVERS)
def test_journal_volume_year_and_page_are_mined(name: str) -> None:
    """What a citation has, the header gets."""
    found = _mined(name)

    assert ("Saltmouth Law Review", "60", "2008", "73") == (found.journal, found.volume, found.year, found.first_page)


@pytest.mark.parametrize("name", [name for name in COVERS if name not in {"SAGE", "bepress", "musiconn"}])
def test_issue_and_last_page_are_mined(name: str) -> None:
    """SAGE and bepress print no last page, musiconn no issue; the others do."""
    found = _mined(name)

    assert ("1", "154") == (found.issue.lstrip("0"), found.last_page)


def test_the_cover_of_a_chapter_of_the_nber() -> None:
    """The volume is what the chapter stands in, and its publisher is its own."""
    found = cover_values(NBER.strip().splitlines())

    assert is_cover(_rows(NBER))
    assert (TITLE, ("Hester Tansy", "Amos Reed"), "Lamps of the Coast: Essays on Light and Oil") == (
        found.title, found.authors, found.journal,
    )  # fmt: skip
    assert ("Saltmouth University Press", "1962", "73", "154") == (
        found.publisher, found.year, found.first_page, found.last_page,
    )  # fmt: skip


def test_a_chapter_has_no_journal() -> None:
    """SSOAR gives title and authors of what is none of a journal's articles."""
    front = cover_values(SSOAR_CHAPTER.strip().splitlines())

    assert ("Lamps and Oil: A Harbour in Decline", ("Hester Tansy", "Amos Reed"), "") == (
        front.title,
        front.authors,
        front.journal,
    )


@pytest.mark.parametrize("name", ["Érudit", "Persée"])
def test_titles_of_covers_that_shorten_names(name: str) -> None:
    """The title is whole, and the article gives the names."""
    assert (TITLE, ()) == (_mined(name).title, _mined(name).authors)


def test_authors_over_their_institutions_on_a_cover_of_digital_commons() -> None:
    """The citation has them inverted; the title ends where the names begin, which may look like more of it."""
    lines = [
        "Saltmouth Law Review", "Volume 60 | Number 2 Article 4", "5-1-2008", "Lamps and Oil: A Harbour in",
        "Harbour Law", "Hester Tansy", "School of Law, Saltmouth University, h.tansy@saltmouth.example", "Amos Reed",
        "Follow this and additional works at: https://saltmouth.example/slr", "Recommended Citation",
        'Tansy, Hester; Reed, Amos (2008) "Lamps and Oil: A Harbour in Harbour Law," Saltmouth Law Review: Vol. 60.',
    ]  # fmt: skip
    front = cover_values(lines)
    journal = (front.journal, front.volume, front.issue, front.year)

    assert ("Lamps and Oil: A Harbour in Harbour Law", ("Hester Tansy", "Amos Reed")) == (front.title, front.authors)
    assert ("Saltmouth Law Review", "60", "2", "2008") == journal
    assert ("School of Law, Saltmouth University",) == front.affiliations
    assert ("h.tansy@saltmouth.example",) == front.emails


def _issue(title: str, *, names: bool = True) -> list[list[Set]]:
    """A journal's cover, its contents, and the first page of the article."""
    article = [
        Set(title, size=1.8),
        *([Set("Hester Tansy", gap=1)] if names else []),
        Set(FULL[:78], gap=1.5),
        *body(9),
    ]
    cover = [Set("SALTMOUTH HARBOURS", size=3, centred=True), Set("Vol. 12, No. 3, 1963", centred=True, gap=2)]
    contents = [
        Set("CONTENTS", size=1.4),
        Set("Lamps of the Lower Harbour 47", gap=1),
        Set("Oil 61"),
        *[Set("Ships 70")] * 4,
    ]
    return [cover, contents, article, body(12), body(12)]


def test_the_pages_of_the_issue_before_the_article() -> None:
    """Cover and contents are set aside: the contents have the title, and under it, two pages on, stand the names."""
    article = article_of(*_issue("Lamps of the Lower Harbour"))

    assert ("Lamps of the Lower Harbour", ("Hester Tansy",)) == (article.front.title, article.front.authors)
    assert ("12", "3", "1963") == (article.front.volume, article.front.issue, article.front.year)
    assert [True, True, False, False, False] == [sheet.cover for sheet in article.sheets]


def test_the_leaves_of_a_volume_stand_before_its_chapter() -> None:
    """Title, imprint, contents and thanks: the contents have the author over the title, and so has the chapter."""
    title = [Set("LAMPS OF THE COAST", size=3), Set("Edited by Hilda Crewe", gap=2)]
    imprint = [Set("Printed in Saltmouth")]
    contents = [
        Set("Table of Contents", size=1.4), Set("Jonas Pell", gap=1), Set("Oil for the Upper Harbour 9"),
        Set("Hester Tansy"), Set("Lamps of the Lower Harbour 47"),
    ]  # fmt: skip
    thanks = [Set("Acknowledgments", size=1.4), *body(6)]
    chapter = [Set("Hester Tansy", size=1.2), Set("Lamps of the Lower Harbour", size=1.4), *body(12)]
    article = article_of(title, imprint, contents, thanks, chapter, body(12))

    assert ("Lamps of the Lower Harbour", ("Hester Tansy",)) == (article.front.title, article.front.authors)
    assert [True] * 4 + [False] * 2 == [sheet.cover for sheet in article.sheets]


def test_a_title_in_another_language_stands_between_title_and_author() -> None:
    """The contents have no second title; the running head of the next page, title over author, opens no article."""
    title = [Set("HARBOUR TRIBUNE", size=3), Set("Volume 1, No. 2, 1963", gap=2)]
    contents = [
        Set("Contents", size=1.4), Set("Lamps of the Lower Harbour 47", gap=1), Set("Hester Tansy"),
        Set("Oil 61"), Set("Amos Reed"),
    ]  # fmt: skip
    chapter = [
        Set("Lamps of the Lower Harbour", size=1.8), Set("Lampen des unteren Hafens", size=1.4),
        Set("Hester Tansy", gap=1), Set(FULL[:78], gap=1.5), *body(12),
    ]  # fmt: skip
    second = [Set("Lamps of the Lower Harbour"), Set("Hester Tansy"), *body(12)]
    article = article_of(title, contents, chapter, second, body(12))

    assert ("Lamps of the Lower Harbour", ("Hester Tansy",)) == (article.front.title, article.front.authors)
    assert [True] * 2 + [False] * 3 == [sheet.cover for sheet in article.sheets]


def test_contents_without_a_title_over_them_stand_before_the_article() -> None:
    """An abstract among the entries is none, nor is a journal cited; the page behind them is empty."""
    entries = ["Zusammenfassung ........ 3", "1. The Lamps of the Harbour ........ 7", "2. Oil ........ 12",
               "The keeper of the lamps wrote this for the board."]  # fmt: skip
    contents = [Set("Inhalt", size=1.2, centred=True), *[Set(entry, gap=1.0) for entry in entries]]
    article = article_of(contents, [], first_page(), body(30), body(30))

    front = article.front
    assert ("The Lamps of the Lower Harbour", "", "") == (front.title, front.journal, front.abstract)
    assert [True, True, False, False, False] == [sheet.cover for sheet in article.sheets]


def test_a_leaf_with_the_number_of_a_chapter_stands_before_its_title() -> None:
    """On its back is nothing but the running head and the folio."""
    leaf = [Set("CAPÍTULO", size=2, centred=True), Set("III", size=3, centred=True, gap=2.0), Set("77", centred=True)]
    back = [Set("The Lamps", centred=True), Set("78", centred=True, gap=30.0)]
    article = article_of(leaf, back, first_page(), body(30), body(30))

    assert ("The Lamps of the Lower Harbour", ("Hester Tansy", "Amos Reed")) == (
        article.front.title, article.front.authors
    )  # fmt: skip
    assert [True, True, False, False, False] == [sheet.cover for sheet in article.sheets]


def test_a_title_in_capitals_of_the_size_of_the_text_that_the_contents_have() -> None:
    """The contents have its first line, and a number before the next; the issue's name is not the article's title."""
    cover, contents, article, *text = _issue("THE LAMPS OF THE LOWER HARBOUR:")
    contents.append(Set("The lamps of the lower harbour: p. 101"))
    contents.append(Set("and their oil"))
    article[:1] = [Set("THE LAMPS OF THE LOWER HARBOUR:", centred=True), Set("AND THEIR OIL", centred=True)]

    front = article_of(cover, contents, article, *text).front

    assert ("THE LAMPS OF THE LOWER HARBOUR: AND THEIR OIL", "") == (front.title, front.subtitle)


def test_a_chapter_in_the_contents_of_a_report_is_no_article() -> None:
    """No names stand under it, and the first page does not have it: title page and contents belong to the text."""
    article = article_of(*_issue("Lamps of the Lower Harbour", names=False))

    assert not any(sheet.cover for sheet in article.sheets)


def test_a_heading_that_the_contents_have_is_no_title() -> None:
    """A page of text before it has headings in its type: the first page and its contents belong to the text."""
    contents = [Set("Lamps and Ships", size=2), Set("The Lamps 2", gap=1), Set("The Price of Oil on the Harbour 3")]
    text = [Set("The Lamps", size=1.4), Set(FULL[:78], indent=1.4, gap=1), *body(20)]
    article = article_of(contents, text, [Set("The Price of Oil on the Harbour", size=1.4), *body(12)], body(12))

    assert not any(sheet.cover for sheet in article.sheets)


@pytest.mark.parametrize(
    ("read", "journal"),
    [("Annals of the Harbour / Annal di port", "Annals of the Harbour / Annales du port"), ("The Lamp", "The Lamp")],
    ids=["misread", "another"],
)
def test_the_cover_has_the_name_of_a_journal_that_was_misread(read: str, journal: str) -> None:
    """In the article it stands in the smallest type; another name is the article's own."""
    cover = FrontMatter(journal="Annals of the Harbour / Annales du port")

    assert journal == merged(cover, FrontMatter(journal=read)).journal


def test_a_misread_author_is_the_covers() -> None:
    """Capitals of a scan lose a letter; the cover is of type."""
    assert ("Hester Tansy",) == merged(
        FrontMatter(authors=("Hester Tansy",)), FrontMatter(authors=("Hester Tanzy",))
    ).authors


def test_initials_on_a_cover_are_less_than_names() -> None:
    """The article says who it was; nothing is in dispute."""
    front = merged(FrontMatter(authors=("H. Tansy",)), FrontMatter(authors=("Hester Tansy",)))

    assert (("Hester Tansy",), ()) == (front.authors, front.conflicts)


EPRINTS = """
Tansy, H. (2008) Lamps and oil: a harbour in decline. Saltmouth
Law Review, 60(1), pp. 73-154.
There may be differences between this version and the published version.
You are advised to consult the publisher’s version if you wish to cite from it.
http://eprints.saltmouth.example/195
Deposited on: 09 September 2019
"""
FINAL = """
This is an Open Access document downloaded from Saltmouth University's institutional repository.
Citation for final published version:
Tansy, Hester 2008. Lamps and oil: is the harbour in decline? Saltmouth Law Review 60 (1) , pp. 73-154.
Publishers page: https://doi.example/10.5555/1
Please note: You are advised to consult the publisher’s version if you wish to cite this paper.
"""


@pytest.mark.parametrize(("page", "author"), [(EPRINTS, "H. Tansy"), (FINAL, "Hester Tansy")])
def test_the_leaf_that_a_repository_puts_before_a_manuscript(page: str, author: str) -> None:
    """It is a cover, and its first words or those behind its label are the citation."""
    found = cover_values(page.strip().splitlines())
    values = (found.journal, found.volume, found.issue, found.year, found.first_page, found.last_page)

    assert is_cover(_rows(page))
    assert ("Saltmouth Law Review", "60", "1", "2008", "73", "154") == values
    assert ((author,), True) == (found.authors, found.title.startswith("Lamps and oil: "))


def test_a_cover_that_repeats_the_title_gives_the_authors() -> None:
    """The page of the article has the title alone."""
    cover = [Set("Harbour History", size=2), Set("Citation: Harbour History 12 (1963)", gap=1),
             Set("Hester Tansy", gap=3), Set("Lamps of the Lower Harbour", size=1.8, gap=0.5)]  # fmt: skip
    first = [Set("Lamps of the Lower Harbour", size=1.8), Set(FULL[:78], indent=1.4, gap=1.5), *body(9)]
    article = article_of(cover, first, body(12), body(12))

    assert ("Lamps of the Lower Harbour", ("Hester Tansy",)) == (article.front.title, article.front.authors)
    assert ("Harbour History", "12", "1963") == (article.front.journal, article.front.volume, article.front.year)


@pytest.mark.parametrize(
    "citation",
    [
        "Tansy, H. (2008). Lamps and oil: a harbour in decline. Saltmouth Law Review, 60(1), 73-154.",
        f"Tansy, H. (2008) {TITLE}. Saltmouth Law Review, 60 (1). pp. 73-154. ISSN 0317-8471",
        f'Tansy, Hester. "{TITLE}." Saltmouth Law Review 60.1 (2008) : 73-154. DOI: 10.5555/7',
        "SOURCE: Saltmouth Law Review, Vol. 60, No. 1, Harbour Issue (Jan., 2008), pp. 73-154",
        "Saltmouth Law Review, Vol. 60, No. 1. (Nov., 2008), pp. 73-154.",
        "TANSY (Hester), « Lampes et huile », Saltmouth Law Review, vol. 60, n° 1, 2008, p. 73-154",
    ],
)
def test_any_repositorys_citation(citation: str) -> None:
    """Whatever its style: it repeats the title or quotes another, a label leads to it, or it stands alone."""
    front = cover_values(["Saltmouth Repository", TITLE, "Hester Tansy", citation, "Copyright of the authors."])
    values = (front.journal, front.volume, front.issue, front.year, front.first_page, front.last_page)

    assert ("Saltmouth Law Review", "60", "1", "2008", "73", "154") == values


def test_a_citation_on_a_page_of_the_issue() -> None:
    """The publisher's own cover: the authors in the manner of French libraries, and the abstract on the next page."""
    cited = "TANSY (Hester), « Lamps of the Lower Harbour », Harbour History, n° 41, 1963 – 1, p. 1-12"
    abstract = [Set("Harbour History"), Set(f"Abstract – {FULL}", gap=1), Set("and was read."), Set("Keywords", gap=1)]
    first = [Set("Lamps of the Lower Harbour", size=1.8), Set(FULL[:78], indent=1.4, gap=1.5), *body(9)]
    front = article_of([Set(cited), Set("All rights reserved.", gap=2)], abstract, first, body(12), body(12)).front

    assert (("Hester Tansy",), "Harbour History", "", "41") == (front.authors, front.journal, front.volume, front.issue)
    assert f"{FULL} and was read." == front.abstract


def test_a_letter_that_is_two_when_its_case_is_folded() -> None:
    """The place of the journal behind a title is counted in the letters as printed."""
    title = "Die Maße der Lampen und die Größe des Hafens"
    front = cover_values([title, "Hester Tansy", f"Tansy, H. (2008). {title}. Hafengeschichte, 60(1), 73-154."])

    assert ("Hafengeschichte", "60", "73") == (front.journal, front.volume, front.first_page)


def test_a_review_has_its_reviewer() -> None:
    """JSTOR names the author of the book, too."""
    cover = cover_values([
        "Review: Lamps and Oil", "Reviewed Work(s): Lamps and Oil by Garth Selwyn", "Review by: Hester Tansy",
        "Source: Annals of Harbours, Jul., 1963, Vol. 42, No. 3 (Jul., 1963), pp. 407-410", "Published by: Pinker",
    ])  # fmt: skip

    assert (("Hester Tansy",), "Annals of Harbours", "42") == (cover.authors, cover.journal, cover.volume)


def test_the_cover_of_a_portal_that_is_full_of_its_terms() -> None:
    """So the journals of revues.org were handed on: long terms, in French whatever the language of the article."""
    terms = "Le contenu de ce site relève de la législation française sur la propriété intellectuelle. " * 20
    lines = [Set("Annals of Harbours", size=2), Set("The Lamps of the Lower Harbour", size=1.5), Set(terms),
             Set("Electronic reference"), Set("Document généré automatiquement le 3 mai 1963")]  # fmt: skip

    assert is_cover([whole(made, number) for made in [page(1, lines)] for number in range(len(lines))])
