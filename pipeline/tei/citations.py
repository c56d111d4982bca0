"""Citations as ``bibl``, with their fields, and references to what they lead to."""

from collections.abc import Iterable, Sequence

from pipeline.model import Citation, CitationKind, CitedField, EntityKind, FieldKind, Mention
from pipeline.tei.inline import Range
from pipeline.tei.stretches import NAMES_FROM

TYPES = {
    CitationKind.FULL: None,
    CitationKind.SHORT: "short",
    CitationKind.ABBREVIATION: "short",
    CitationKind.IBID: "ibid",
    CitationKind.ARCHIVAL: "archival",
    CitationKind.AUTHOR_DATE: "short",
}
"""Kind of citation -> ``bibl/@type``."""

REFERENCES = (CitationKind.CROSS_REFERENCE, CitationKind.SECTION)
"""Kinds that lead to a place of the article itself: ``ref`` without ``bibl``."""

ELEMENTS: dict[FieldKind, tuple[str, dict[str, str | None]]] = {
    FieldKind.AUTHOR: ("author", {}),
    FieldKind.EDITOR: ("editor", {}),
    FieldKind.TRANSLATOR: ("editor", {"role": "translator"}),
    FieldKind.PLACE: ("pubPlace", {}),
    FieldKind.PUBLISHER: ("publisher", {}),
    FieldKind.EDITION: ("edition", {}),
    FieldKind.VOLUME: ("biblScope", {"unit": "volume"}),
    FieldKind.ISSUE: ("biblScope", {"unit": "issue"}),
    FieldKind.SHELFMARK: ("idno", {"type": "shelfmark"}),
}
"""Kind of field -> element and attributes, where they depend on nothing else."""


def citation_ranges(citations: Iterable[Citation], mentions: Sequence[Mention]) -> list[Range]:
    """The ranges of the citations of a note or block, the outer ones first; an entry's own ``bibl`` is its block.

    Args:
        citations: those of the note or block.
        mentions: the names and dates in it: a date that is marked already is not marked again, and a repository takes
            over the reference of the organisation that it is.
    """
    ranges: list[Range] = []
    citations = list(citations)
    referred = [each for each in citations if each.kind is CitationKind.CROSS_REFERENCE and each.antecedent]
    for citation in citations:
        if citation.kind is CitationKind.SECTION:
            ranges.append(_reference(citation, citation.start, citation.end, "section"))
            continue
        if citation.kind is CitationKind.CROSS_REFERENCE:
            if citation in referred:
                ranges.append(_reference(citation, citation.start, citation.end, "note"))
            continue
        if citation.kind is not CitationKind.ENTRY:
            ranges.append(_bibl(citation))
        if citation.kind is CitationKind.AUTHOR_DATE:
            date = citation.fields[0]
            ranges.append(_reference(citation, citation.start, date.end, "bibl"))
        ranges += (each for each in _fields(citation, mentions) if not _numbers_note(each, referred))
    return ranges


def _numbers_note(field: Range, references: Sequence[Citation]) -> bool:
    """Whether a field is the number of a note that is referred to, and no place in a work: ``Lamps, supra note 12``."""
    return field.name == "citedRange" and any(
        each.start <= field.start and field.end <= each.end for each in references
    )


def _bibl(citation: Citation) -> Range:
    attributes = {
        "type": TYPES[citation.kind],
        "xml_id": citation.id,
        "corresp": f"#{citation.work}" if citation.work else None,
    }
    return Range(citation.start, citation.end, "bibl", attributes | (_certainty(citation) if citation.work else {}))


def record_of(citations: Iterable[Citation]) -> str | None:
    """``#bib.x``, the record of the entry that a block of the bibliography is; None where it was not read."""
    return next((f"#{each.work}" for each in citations if each.kind is CitationKind.ENTRY and each.work), None)


def _certainty(citation: Citation) -> dict[str, str | None]:
    doubtful = citation.cert < NAMES_FROM
    return {"cert": f"{citation.cert:.2f}", "resp": "#pipeline"} if doubtful else {}


def _reference(citation: Citation, start: int, end: int, kind: str) -> Range:
    return Range(start, end, "ref", {"type": kind, "target": f"#{citation.antecedent}"})


def _fields(citation: Citation, mentions: Sequence[Mention]) -> Iterable[Range]:
    referring = _referring(citation)
    signs = [field for field in citation.fields if field.kind is FieldKind.ABBREVIATION]
    for field in citation.fields:
        inside = field.kind is FieldKind.AUTHOR
        made = _sign(citation, field, signs.index(field)) if field in signs else _field(citation, field, mentions)
        if made is not None and inside:
            yield made
        if field is referring:
            yield _reference(citation, field.start, field.end, "bibl")
        if made is not None and not inside:
            yield made


def _referring(citation: Citation) -> CitedField | None:
    """The field that leads to the antecedent: Ibid. or op. cit., else the title, else the author alone."""
    if not citation.antecedent or citation.kind in (CitationKind.ARCHIVAL, CitationKind.AUTHOR_DATE):
        return None
    for kind in (FieldKind.CALL, FieldKind.TITLE, FieldKind.AUTHOR):
        fields = [field for field in citation.fields if field.kind is kind]
        if kind is FieldKind.CALL and any(field.kind is FieldKind.TITLE for field in citation.fields):
            # `idem, Leaf and Ledger` leads there by its title; `Ibid., Oil account` by its Ibid.
            fields = fields if citation.kind is CitationKind.IBID else []
        if fields:
            return fields[0]
    return None


def _field(citation: Citation, field: CitedField, mentions: Sequence[Mention]) -> Range | None:
    if field.kind in ELEMENTS:
        name, attributes = ELEMENTS[field.kind]
        return Range(field.start, field.end, name, dict(attributes), text_only=name == "idno")
    if field.kind is FieldKind.TITLE:
        return Range(field.start, field.end, "title", {"level": field.level, "xml_lang": field.lang or None})
    if field.kind is FieldKind.CITED:
        attributes = {"unit": field.unit, "from_": field.first or None, "to": field.last or None}
        # What an entry says is where the work stands; nothing of it is cited.
        name = "biblScope" if citation.kind is CitationKind.ENTRY else "citedRange"
        return Range(field.start, field.end, name, attributes)
    if field.kind is FieldKind.REPOSITORY:
        return Range(field.start, field.end, "orgName", {"type": "repository", "ref": _organisation(field, mentions)})
    return _date(field, mentions) if field.kind is FieldKind.DATE else None


def _sign(citation: Citation, field: CitedField, number: int) -> Range:
    """A sign that is defined here; a citation may define one for the work and one for the archive."""
    identifier = f"{citation.id}.abbr{number + 1 if number else ''}"
    target = f"#{citation.work}" if citation.work else None
    return Range(field.start, field.end, "abbr", {"xml_id": identifier, "corresp": target})


def _organisation(field: CitedField, mentions: Sequence[Mention]) -> str | None:
    same = [each for each in mentions if is_repository(each, field)]
    return f"#{same[0].ref}" if same and same[0].ref else None


def is_repository(mention: Mention, field: CitedField) -> bool:
    """Whether the name is that of the repository which the field marks."""
    is_place = (mention.start, mention.end) == (field.start, field.end)
    return mention.kind is EntityKind.ORG and field.kind is FieldKind.REPOSITORY and is_place


def _date(field: CitedField, mentions: Sequence[Mention]) -> Range | None:
    for each in mentions:
        if each.kind is EntityKind.DATE and each.start < field.end and field.start < each.end:
            return None
    return Range(field.start, field.end, "date", {"when": field.value})


def unmarked(citations: Iterable[Citation], mentions: Sequence[Mention]) -> list[Mention]:
    """The names that are still to be marked.

    Not the repositories, which the citations have marked, and no name that holds a field of a citation: ``N.Y. State
    Rifle & Pistol Ass'n`` read as two authors cannot be an organisation around them. Nor what holds a whole citation,
    be it a date: TEI has no ``bibl`` in names and dates.
    """
    citations = list(citations)
    fields = [field for citation in citations for field in citation.fields]
    repositories = [field for field in fields if field.kind is FieldKind.REPOSITORY]
    return [
        each
        for each in mentions
        if not any(is_repository(each, field) for field in repositories)
        and not any(_holds(each, field) for field in fields)
        and not any(_is_around(each, citation) for citation in citations)
    ]


def _is_around(mention: Mention, citation: Citation) -> bool:
    """Whether a citation, which is not the whole of its block, is part of a name or a date."""
    around = mention.start <= citation.start and citation.end <= mention.end
    whole = (mention.start, mention.end) == (citation.start, citation.end)
    return around and not whole and citation.kind not in (CitationKind.ENTRY, *REFERENCES)


def _holds(mention: Mention, field: CitedField) -> bool:
    """Whether a field stands in part of a name; a date may hold the date of a citation, which is not marked itself."""
    overlap = mention.start < field.end and field.start < mention.end
    within = field.start <= mention.start and mention.end <= field.end
    same_date = mention.kind is EntityKind.DATE and field.kind is FieldKind.DATE
    return overlap and not within and not same_date
