"""A citation as it is read, and what it came to lead to."""

import re
from typing import NamedTuple

from pipeline.model import CitationKind, CitedField, FieldKind


def field_in(text: str, kind: FieldKind, start: int, end: int, marks: str = "") -> CitedField:
    """The field of ``text[start:end]``, without ``marks`` at its end."""
    value = text[start:end].rstrip(marks)
    return CitedField(kind=kind, start=start, end=start + len(value), value=value)


def field_of(kind: FieldKind, found: re.Match[str], group: str) -> CitedField:
    """The field of what a group has matched."""
    return CitedField(kind=kind, start=found.start(group), end=found.end(group), value=found[group])


class Call(NamedTuple):
    """The words that refer back, as a kind: ``ibid``, ``idem``, ``op. cit.``, ``note``, ``continued``."""

    kind: str
    note: str = ""
    """The label of the note that is named (``supra note 12``)."""
    year: str = ""
    """The year of the work there, where the call gives it (``(n. 12: 1931)``)."""


class Definition(NamedTuple):
    """A sign that a citation defines for itself (``hereafter cited as HR``) or for its repository."""

    sign: str
    repository: bool


class Draft(NamedTuple):
    """A citation in ``text[start:end]`` of a note."""

    kind: CitationKind
    start: int
    end: int
    fields: tuple[CitedField, ...] = ()
    call: Call | None = None
    sign: str = ""
    """The defined sign that stands for the work, as the document defines it."""
    host: "Draft | None" = None
    """The citation within this one of the book that it stands in."""
    definitions: tuple[Definition, ...] = ()
    doubt: str = ""
    announced: bool = False
    """Whether only a later note shows that it is a full citation."""
    printed: str = ""
    """The source as it is printed, where only later notes show that it is one and nothing tells its parts apart."""

    def of(self, kind: FieldKind) -> list[CitedField]:
        """The fields of a kind."""
        return [field for field in self.fields if field.kind is kind]

    def value(self, kind: FieldKind) -> str:
        """The first value of a kind; empty when there is none."""
        return next((field.value for field in self.of(kind)), "")

    def in_order(self) -> "Draft":
        """The same with its fields as they stand in the text, without those that begin within another.

        Where brackets are not closed, as OCR leaves them, what stands in them may be read a second time.
        """
        kept: list[CitedField] = []
        for field in sorted(self.fields, key=lambda field: field.start):
            if not kept or field.start >= kept[-1].end:
                kept.append(field)
        end = max([self.end, *(field.end for field in kept)])
        return self._replace(end=end, fields=tuple(kept), host=self.host.in_order() if self.host else None)

    @property
    def title(self) -> str:
        """The title cited: the first that is no translation and no journal."""
        own = [field.value for field in self.own_titles if not field.translation]
        return own[0] if own else ""

    @property
    def own_titles(self) -> list[CitedField]:
        """The titles but those of the journal that a piece stands in; one that stands first is cited as a whole.

        Behind its volume, `134 S. Ct. 2111`, it is that of a piece which has no title here.
        """
        titles, volumes = self.of(FieldKind.TITLE), self.of(FieldKind.VOLUME)
        bare = bool(titles and volumes) and titles[0].level == "j" and volumes[0].start < titles[0].start
        return [field for field in titles if field.level != "j" or (field is titles[0] and not bare)]

    @property
    def journals(self) -> list[CitedField]:
        """The titles of the journal that the piece stands in."""
        own = self.own_titles
        return [field for field in self.of(FieldKind.TITLE) if field.level == "j" and field not in own]

    def piece_and_host(self) -> "tuple[Draft, Draft | None]":
        """The piece, and the book that it stands in where there is one: second title, editors and imprint are its."""
        titles = self.of(FieldKind.TITLE)
        if len(titles) < 2 or titles[1].level != "m":
            return self, None
        own = [each for each in self.fields if each is titles[0] or each.kind in (FieldKind.AUTHOR, FieldKind.CITED)]
        around = [each for each in self.fields if each not in own]
        return self._replace(fields=tuple(own)), self._replace(fields=tuple(around))

    @property
    def names(self) -> list[str]:
        """Authors, or editors where there is no author."""
        authors = [field.value for field in self.of(FieldKind.AUTHOR)]
        return authors or [field.value for field in self.of(FieldKind.EDITOR)]


class Listed(NamedTuple):
    """An entry of the bibliography: the block that it is, its fields, and what references call it by."""

    block: str
    draft: Draft
    names: tuple[str, ...]
    """Authors, or editors where there are none; those of the entry before where a dash stands for them."""
    year: str
    """As printed, with its letter: ``1991b``; empty where there is none."""


class Outcome(NamedTuple):
    """The work and the earlier citation that it leads to, how sure that is, and why."""

    work: str
    antecedent: str
    cert: float
    evidence: str
    kind: CitationKind | None = None
    """The kind of the citation where the resolution knows better than its form."""


NOTHING = Outcome("", "", 0.0, "unresolved")
