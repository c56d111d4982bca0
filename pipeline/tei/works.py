"""The cited works in standOff: ``biblStruct`` for what is printed, ``msDesc`` for what lies in an archive.

What nothing tells the parts of is a ``bibl`` with its words.
"""

from collections.abc import Sequence

from pipeline.model import Work
from pipeline.tei.elements import Element, element, filled

LEVELS = {"book": "m", "journal": "j"}
"""Kind of work -> ``title/@level`` of what stands alone; ``u`` for what is not known to be published."""


def records(works: Sequence[Work]) -> list[Element]:
    """One record for each work, in their order."""
    hosts = {work.id: work for work in works}
    return [_record(work, hosts.get(work.host)) for work in works]


def _record(work: Work, host: Work | None) -> Element:
    if work.kind == "unread":
        return element("bibl", work.title, type=work.kind, xml_id=work.id)
    return _archival(work) if work.kind == "archival" else _printed(work, host)


def _archival(work: Work) -> Element:
    identifier = element(
        "msIdentifier",
        filled("repository", work.repository),
        filled("idno", work.shelfmark, type="shelfmark"),
        filled("msName", work.title),
    )
    return element("msDesc", identifier, xml_id=work.id)


def _printed(work: Work, host: Work | None) -> Element:
    has_part = work.kind in ("article", "chapter")
    return element(
        "biblStruct",
        element("analytic", *_people(work), *_titles(work, "a")) if has_part else None,
        _around(work, host) if has_part else _alone(work),
        element("relatedItem", type="host", target=f"#{host.id}") if host else None,
        type=work.kind,
        xml_id=work.id,
    )


def _alone(work: Work) -> Element:
    titles = _titles(work, LEVELS.get(work.kind, "u"))
    return element("monogr", *_people(work), *titles, filled("edition", work.edition), _imprint(work))


def _around(work: Work, host: Work | None) -> Element:
    """The journal or book that holds the piece; TEI asks for it even where it is not known."""
    if host is not None:
        return element("monogr", *_people(host), *_titles(host, "m"), _imprint(host))
    level = "j" if work.kind == "article" else "m"
    return element(
        "monogr",
        element("title", work.journal or None, level=level),
        filled("title", work.translated_journal, level=level, type="translated"),
        _imprint(work),
    )


def _people(work: Work) -> list[Element]:
    return [
        *(element("author", name) for name in work.authors),
        *(element("editor", name) for name in work.editors),
        *(element("editor", name, role="translator") for name in work.translators),
    ]


def _titles(work: Work, level: str) -> list[Element]:
    found = [
        element("title", work.title, level=level, xml_lang=work.lang or None),
        filled("title", work.translated_title, level=level, type="translated"),
        *(element("title", sign, level=level, type="abbreviated") for sign in work.abbreviations),
    ]
    return [each for each in found if each is not None]


def _imprint(work: Work) -> Element:
    """``imprint``; with an empty ``date`` where nothing is known, as TEI allows no empty imprint."""
    in_journal = work.kind == "article"
    parts = [
        *(element("pubPlace", place) for place in work.places),
        filled("publisher", work.publisher),
        filled("biblScope", work.volume, unit="volume") if in_journal else None,
        filled("biblScope", work.issue, unit="issue") if in_journal else None,
        filled("biblScope", work.pages, unit="page") if in_journal else None,
        filled("date", work.date, when=work.date),
    ]
    known = [part for part in parts if part is not None]
    return element("imprint", *(known or [element("date")]))
