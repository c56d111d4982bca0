"""Cases, reports and statutes: `Merrow v. Lamp Board, 195 U.S. 138`, `42 U.S.C. § 1983` name nobody and no place.

The parties of a case are the title of a decision, and the states within the abbreviations of reports and codes name a
series (The Bluebook, 21st ed., rules 10.2, 10.3 and 12.3).
"""

import re

from pipeline.tag.name_tables import PERSON_TITLES

Span = tuple[int, int]

# A word of a party: a capital, an initial or abbreviation, or a small word between two of them. All is bounded.
_CAPITAL = r"(?:[^\W\d_a-zß-ÿ][\w’'.-]{0,24}|&)"
_LINK = r"(?:of|the|for|and|ex\srel\.|de|la|in\sre|et\sal\.)"
_COMPANY = r"(?:,\s(?:Inc|Ltd|Co|Corp|LLC|LLP|L\.P|N\.A|S\.A|Jr|Sr)\.?)?"
_PARTY = rf"{_CAPITAL}(?:{_COMPANY}\s(?:{_LINK}\s){{0,2}}{_CAPITAL}){{0,7}}{_COMPANY}"
_CASE = re.compile(rf"(?<![\w’'-])(?P<one>{_PARTY})\sv(?:s?\.|\.?\s?s\.)\s(?:the\s)?(?P<other>{_PARTY})")
# U.S., F. Supp. 3d, U. HAW. L. REV., N.Y. COMP. CODES R. & REGS.: words of which one at least is abbreviated.
_SERIES = (
    r"(?=[A-Z][\w’]*(?:\s(?:[A-Z&][\w’]*|\dd|\dth)){0,4}\s?[\w’]*\.)"
    r"[A-Z][\w’.&]{0,12}(?:\s(?:[A-Z][\w’.&]{0,12}|&|\d(?:d|th)|of)){0,7}"
)
_REPORT = re.compile(
    rf"(?<![\w.-])(?!1[4-9]\d\d\s|20\d\d\s)\d{{1,4}}\s(?P<series>{_SERIES})(?:\s\(\d{{1,3}}\s[A-Z][\w.]{{1,12}}\))?,?\s(?:at\s|§§?\s?)?\d"
)
_CODE = re.compile(
    rf"(?<![\w.-])(?P<series>{_SERIES})\s(?:§§?|amend\.|art\.|tit\.|pmbl\.|ch\.)\s?(?=[\dIVX(])"
    r"|(?<![\w.-])(?P<constitution>U\.\s?S\.\sC(?:ONST|onst)\.)"
)


def legal_titles(text: str) -> list[Span]:
    """Half-open ranges of the names of cases and of the abbreviations of reports and codes, in no order."""
    spans = [(found.start(), _end_of_party(found)) for found in _CASE.finditer(text)]
    spans += [found.span("series") for found in _REPORT.finditer(text)]
    for found in _CODE.finditer(text):
        spans.append(found.span("series") if found["series"] else found.span("constitution"))
    return spans


def _end_of_party(found: re.Match[str]) -> int:
    """The other party, up to a word that begins the name of a judge: `in Merrow v. Quell Justice Garth held`."""
    end = found.start("other")
    for word in re.finditer(r"\S+", found["other"]):
        if word.start() and word.group() in PERSON_TITLES:
            break
        end = found.start("other") + word.end()
    return end
