"""What the entries of a bibliography begin with: names and a year, or names and a colon.

Where neither indents nor white part the entries, as in ragged type without hanging lines, only their words do. A
bibliography keeps to one form, so that the form is told by the rows that have it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.letters import CAPITALS
from pipeline.name_particles import NAME_PARTICLE

_SMALL = (
    rf"{NAME_PARTICLE}|and|und|et|e|y|u|of|the|for|für|zur?m?|im?|des|dem|au[fs]|vo[nm]|al|a|with|mit"
    r"|eds?|hg|hrsg|&|[–—/]"
)
_NAME = rf"[{CAPITALS}][\w.’'´-]*(?:/[{CAPITALS}][\w.’'-]*){{0,4}}"
_WORD = rf"[\[(]?(?:{_NAME}|(?:{_SMALL})\.?)[\])]?[,;/]?"
_WHO = rf"\W{{0,3}}(?:{_WORD}\s){{0,23}}?{_WORD}"
"""Names, or an institution: nothing but words with capitals and those that may stand between them."""
_YEAR = r"(?:1[5-9]|20)\d\d(?:[/–-]\d{2,4})?[a-z]?"
_UNDATED = r"[iI]m\s(?:Druck|Erscheinen)|[iI]n\spress|[Ff]orthcoming|[no]\.\s?[dJ]\."
_SURNAME = rf"(?:(?:{NAME_PARTICLE})\s){{0,2}}[{CAPITALS}][\w’'´-]+(?:\s[{CAPITALS}][\w’'-]+){{0,2}}"
_GIVEN = rf"[{CAPITALS}](?:\.|[\w’'-]+)"
INVERTED = rf"\W{{0,3}}{_SURNAME},\s?{_GIVEN}"
_FORMS = (
    re.compile(rf"{_WHO}\.?\s?\((?:{_YEAR}|{_UNDATED})\)?[,:.;\s]"),
    re.compile(rf"(?={INVERTED}){_WHO}[,.]?\s{_YEAR}(?:[:.,]\s|$)"),
    re.compile(rf"{INVERTED}(?:[{CAPITALS}]\.|[^.:“„»«\d]){{0,80}}(?:\s\((?:Hgg?|Hrsgg?|[Ee]ds?)\.?\))?:\s"),
)
"""`Merrow, A. (1931)`, `Merrow, Ada, 1931:`, `Merrow, Ada:`; an institution in the place of names only in the first."""
_DASH = re.compile(r"(?:[–—]{1,4}|-{2,6})[,.]?\s?(?:[(„“»‚‘]|\(?\d{4})")
"""For the author of the entry before."""
_OPEN = re.compile(r"(?:[,;:/&–—-]|\b(?:[Ii]n|[Aa]nd|[Uu]nd|by|von|[Dd]er|[Dd]ie|[Tt]he|of|[Dd]ers)\.?:?)$")
"""The end of a row in the middle of an entry: names behind it are those of editors, or of more authors."""
_INVERTED = re.compile(INVERTED)
FEWEST, SHARE = 3, 0.08
"""Rows that show the form, and their share: the rows that are judged may run beyond the bibliography."""


@dataclass(frozen=True, slots=True)
class EntryHeads:
    """The form with which the entries of a bibliography begin."""

    form: re.Pattern[str]

    @classmethod
    def of(cls, texts: Sequence[str]) -> "EntryHeads | None":
        """The first form that enough of the rows have; None where none has."""
        counts = [(sum(form.match(text) is not None for text in texts), form) for form in _FORMS]
        least = max(FEWEST, SHARE * len(texts))
        return next((cls(form) for count, form in counts if count >= least), None)

    def begin(self, text: str, behind: str = "") -> bool:
        """Whether a row begins an entry by its words; behind a row that ends in a list of names it goes on with it."""
        headed = self.form.match(text) is not None or _DASH.match(text) is not None
        return headed and _OPEN.search(behind.rstrip()) is None


def begins_inverted(text: str) -> bool:
    """Whether a text begins with a family name, a comma and a given name."""
    return _INVERTED.match(text) is not None
