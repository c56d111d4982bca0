"""The printed article in the header: ``biblStruct`` as far as its data were read, and nothing made up."""

import re

from pipeline.model import Article, FrontMatter
from pipeline.tei.elements import Element, element, filled
from pipeline.tei.personal_names import personal_name

YEAR = re.compile(r"[0-9]{4}")
SPACES = re.compile(r"\s")


def source_desc(article: Article) -> Element:
    """``sourceDesc``: a full record, or a ``bibl`` of title and author, or a sentence that nothing was read."""
    front = article.front
    imprint = _imprint(front)
    if len(imprint):
        return element("sourceDesc", _record(article, imprint))
    known = [*titles(article), *authors(front)]
    if known:
        return element("sourceDesc", element("bibl", *known, xml_id="source"))
    return element(
        "sourceDesc", element("p", f"The source {article.doc} gives no bibliographical data that were recognised.")
    )


def _record(article: Article, imprint: Element) -> Element:
    front = article.front
    analytic = element("analytic", *authors(front), *titles(article), filled("idno", front.doi, type="DOI"))
    journal = [filled("title", front.journal, level="j"), filled("idno", front.issn, type="ISSN")]
    return element(
        "biblStruct",
        analytic if len(analytic) else None,
        element("monogr", *journal, imprint),
        type="journalArticle",
        xml_id="source",
    )


def titles(article: Article) -> list[Element]:
    """Main title and subtitle, as far as there are any."""
    front, language = article.front, article.language
    found = (("main", front.title), ("sub", front.subtitle))
    return [element("title", title, level="a", type=kind, xml_lang=language) for kind, title in found if title]


def authors(front: FrontMatter) -> list[Element]:
    """``author`` for each; affiliation and address only where there is one author to whom they must belong."""
    alone = len(front.authors) == 1
    facts = [*_all("affiliation", front.affiliations), *_all("email", front.emails)] if alone else []
    return [element("author", personal_name(name), *facts) for name in front.authors]


def unassigned(front: FrontMatter) -> list[Element]:
    """Notes with the affiliations and addresses of which nobody can tell whose they are."""
    if len(front.authors) == 1:
        return []
    return [*_all("note", front.affiliations, "affiliation"), *_all("note", front.emails, "email")]


def _all(name: str, values: tuple[str, ...], kind: str | None = None) -> list[Element]:
    return [element(name, value, type=kind) for value in values if value]


def _imprint(front: FrontMatter) -> Element:
    """``imprint``; empty when nothing is known."""
    return element(
        "imprint",
        filled("publisher", front.publisher),
        filled("biblScope", front.volume, unit="volume"),
        filled("biblScope", front.issue, unit="issue"),
        _page_range(front),
        filled("date", front.year, when=front.year if YEAR.fullmatch(front.year) else None),
    )


def _page_range(front: FrontMatter) -> Element | None:
    """``101–102``; the values of ``@from`` and ``@to`` are single words, so others stand in the text alone."""
    ends = [page for page in (front.first_page, front.last_page) if page]
    words = not any(SPACES.search(page) for page in ends)
    return filled(
        "biblScope",
        "–".join(ends),
        unit="page",
        from_=front.first_page if words else None,
        to=front.last_page if words else None,
    )
