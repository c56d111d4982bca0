"""How a journal cites itself: its name, volume, issue, year and pages, out of one line, whatever the style.

``Annals of Harbours 12 (1963) 3, 101-102``, ``Annals, Jg. 12, Heft 3/1963, S. 101`` and ``«Annali», anno XII, 1963``
differ in order, language and signs; they agree in that every number but the bare ones says what it is. So the labelled
numbers are taken out first, then years, ranges and pairs, and what is left bare is the volume and then the issue.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from string import ascii_letters

from pipeline.letters import CAPITALS
from pipeline.segment.wording.identifiers import first_issn

_YEAR = r"(?:1[6-9]|20)\d\d"
_ROMAN = r"(?-i:[IVXLC]{1,8})(?![^\W\d_])"
_OF_ROMAN = rf"(?:\.\s*|\s+)\(?{_ROMAN}"
"""A Roman number parted from the word before it: ``Sci`` is no page ci, ``til`` no volume il."""
_RANGE = r"(?P<first>\d{1,5})\s?(?:-{1,2}|[‐–—~]|\bbis\b)\s?(?P<last>\d{1,5})(?![\d/-])"
_VOLUME_WORD = (
    r"(?:vol(?:ume|umen)?|jg|jahrgang|jahrg|bd|band|anno|annata|année|año|ano|rok|rocznik|årg(?:ång)?|tome?|tom|t|v)"
)
_ISSUE_WORD = (
    r"(?:no|nr|nos|n[º°o]|n|num|núm|número|numéro|numero|number|issue|iss|heft|fasc(?:icolo)?|cahier|zeszyt|z|h)"
)
_SPECIAL = r"\b(?:special\s+issue|themenheft|sonderheft|numéro\s+spécial|número\s+especial|numero\s+speciale)\b"
_PAGE_WORD = r"(?:pp?|pages?|seiten?|págs?|páginas|str|s)"
_STEPS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # volume and issue with a dash, the year behind them in brackets or behind a bar
        rf"(?<![\d/–-])(?P<pair>\d{{1,4}}[-–]\d{{1,2}})\s?(?:\|\s?(?P<year>{_YEAR})(?!\d)|(?=\({_YEAR}\)))",
        # volume, issue in brackets and year: 12(3)/1963
        rf"(?<!\.\s)(?<![\d/])(?P<volume>\d{{1,4}})\s?\(\s?(?P<issue>\d{{1,3}})\s?\)\s?/\s?(?P<year>{_YEAR})(?!\d)",
        # S101-S102, the pages of a supplement
        r"(?<!\w)(?P<first>[A-Z]\d{1,5})\s?[-‐–—]\s?(?P<last>[A-Z]\d{1,5})(?!\w)",
        r"\((?P<issue>suppl(?:ement)?\.?(?:\s\d{1,3})?)\)",
        rf"(?P<issue>{_SPECIAL})",
        # pp. 101-102, S. 101-102
        rf"(?<![\w/]){_PAGE_WORD}\.?\s*{_RANGE}",
        # 12. Jg.
        r"(?<!\d)(?P<volume>\d{1,4})\.?\s*(?:jg|jahrg(?:ang)?|évf|årg)\b\.?",
        # Heft 3-1963, Heft 3 | 1963
        rf"(?<!\w){_ISSUE_WORD}\.?\s*(?P<issue>\d{{1,2}})\s?[-–|]\s?(?P<year>{_YEAR})(?!\d)",
        # Heft 3/1963; the volume, where its word stands before it
        rf"(?<!\w){_VOLUME_WORD}\.?\s*(?P<volume>\d{{1,4}})\s?[/|]\s?(?P<year>{_YEAR})(?!\d)",
        rf"(?<![\d/])(?:{_ISSUE_WORD}\.?\s*)?(?P<issue>\d{{1,3}})\s?[/|]\s?(?P<year>{_YEAR})(?!\d)",
        # 1963/3; 1963/64 is a volume of two years
        rf"(?<![\d/–-])(?P<year>{_YEAR})\s?/\s?(?P<issue>[1-9])(?!\d)",
        # Vol. 12, Jg. 12, anno XII; Vol. 12:3, vol. 12(3)
        rf"(?<![\w])(?<!\w\.){_VOLUME_WORD}(?=\.?\s*\d|{_OF_ROMAN})\.?\s*(?P<volume>\d{{1,4}}|{_ROMAN})(?:\s?[:(.]\s?(?P<issue>\d{{1,3}})(?!\d)\)?)?",
        # the volume in Roman numbers before brackets: Hafen LV (1), Hafen LV (1963)
        rf"(?<![\w.])(?P<volume>{_ROMAN})\s?(?:\(\s?(?P<issue>\d{{1,3}})\s?\)|(?=\({_YEAR}\)))",
        # No. 3, Heft 3, fasc. 3-4
        rf"(?<!\w){_ISSUE_WORD}\.?\s*(?P<issue>\d{{1,4}}(?:[-–/]\d{{1,3}})?)(?!\d)",
        # (1963), September 1963
        rf"\((?:[^()\d]{{1,20}}\s)?(?P<year>{_YEAR})\)",
        rf"(?<![\d/–-])(?P<year>{_YEAR})(?![\d–-])",
        # 12:101-102, 12 (101-102); in 12:3-4 and 12 (3-4) the numbers count issues
        r"(?<!\d)(?P<volume>\d{1,4})\s?:\s?(?P<first>1[3-9]|[2-9]\d|\d{3,5})\s?[-‐–—]\s?(?P<last>\d{2,5})(?![\d/-])",
        r"(?<!\d)(?P<volume>\d{1,4})\s?\(\s?(?P<first>1[3-9]|[2-9]\d|\d{3,5})\s?[-‐–—]\s?(?P<last>\d{2,5})\s?\)",
        # 12(3), 12.3, 12:3
        r"(?<!\d)(?P<volume>\d{1,4})\s?\(\s?(?P<issue>\d{1,3}(?:[-–/]\d{1,3})?)\s?\)",
        r"(?<!\d)(?P<volume>[1-9]\d{0,2})[.:](?P<issue>\d{1,3})(?![\d.])",
        # 101-102
        rf"(?<![\d/–-]){_RANGE}",
    )
)
_BARE = re.compile(r"(?<![\w.])(?<![–—-]\s)[1-9]\d{0,3}(?![\w–-])")
"""Behind a dash stands the number of the year: ``n° 41, 1963 – 1``; nothing is counted from 0."""
_BEGINS = re.compile(
    rf"(?<![^\W\d])(?:{_VOLUME_WORD}|{_ISSUE_WORD}|{_PAGE_WORD})(?:\.?\s*\(?\d|{_OF_ROMAN})|\d"
    rf"|(?<![\w.]){_ROMAN}\s?\((?:\d{{1,3}}|{_YEAR})\)|{_SPECIAL}",
    re.IGNORECASE,
)
"""Where a journal's name ends: at the first number or the word that says what the number is."""
_CUT = re.compile(
    r"[|│•·]?\s*(?:©|\(c\)\s|copyright\b|https?:|\b10\.\d{4,9}/|\bdoi\b|\bissn\b|\bwww\.|\bdownloaded\b).*$",
    re.IGNORECASE,
)
_NO_PAGES = re.compile(r"(?<![\d-])0\d{3,4}[-–]\d{3}[\dX]\d?(?![\d-])")
"""What begins with a nought counts no pages: an ISSN without its name, the postal code of an author."""
_PRICE = re.compile(r"[$£€]\s?\d+(?:\.\d\d)?")
"""Of a copy."""
_COUNTED = re.compile(r"\bpage\s+\d+\s+of\s+\d+\b", re.IGNORECASE)
"""The pages of a file, as a distributor counts them."""
_ISSN = re.compile(r"\s*[|│•·,;]?\s*\be?-?issn\b[\s:]*\d{4}-\d{3}[\dX]\b(?=\s*[|│•·,;])", re.IGNORECASE)
"""An ISSN amid a line that says more behind it: ``Annals of Harbours | ISSN 1234-5679 | V. 12 N. 3 1963``."""
_SERIAL_CODE = re.compile(r"\b\d{4}-\d{3}[\dX]/\S+(?:\s+\d{4}-\d+)?(?:\s?\$\s?\d+\.\d\d)?", re.IGNORECASE)
"""The code under which a copy is paid for, an ISSN at its head: ``5555-0184/63/1203-0004$10.00`` numbers no page."""
_HOST = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])")
"""The address of the reader's machine, which a distributor stamps on the page: ``192.0.2.85`` is no volume."""
_IN = re.compile(r"^.*\bIn:\s+")
"""An article that cites itself names the journal behind ``In:``."""
_DAY = re.compile(
    rf"(?<!no\.\s)(?<!nr\.\s)(?<!vol\.\s)(?<!volume\s)(?<!\d[.:/])\b\d{{1,2}}(?:st|nd|rd|th)?\.?\s+[^\W\d_]{{3,12}}\.?,?\s+{_YEAR}",
    re.IGNORECASE,
)
"""The day on which something was published, received or downloaded; 3 is none in ``Annals 4.3 August 1963``."""
_MEDIUM = re.compile(r"(?<=\w)\s\[(?:online|en ligne|en línea|em linha)\]", re.IGNORECASE)
"""What libraries set behind the name of a journal on the net: ``Annals of Harbours [Online], 12-3 | 1963``."""
_DAY_IN_NUMBERS = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/])")
"""A day as Americans write it, in numbers of which none is a volume: ``09/26/63``."""
_LABEL = re.compile(r"^(?:zitiervorschlag|source|citation|in|how to cite|reprinted from)\s*:\s*", re.IGNORECASE)
_OWNED = re.compile(rf"(?:©|\(c\)|copyright)[^\d]{{0,60}}(?P<year>{_YEAR})", re.IGNORECASE)
_OPENED = re.compile(r"(?<=\w)\s*\([^()]{0,20}$")
"""A bracket behind the name that goes on with the year: ``Annals of Harbours (Spring 1963) 12:3``."""
_MONTHS = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|"
    r"fall|winter)"
)
_SHORT_MONTHS = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\b\.?"
_DAY_BEHIND_MONTH = re.compile(rf"\b(?P<month>{_MONTHS}|{_SHORT_MONTHS})\s\d{{1,2}}(?=,\s{_YEAR})", re.IGNORECASE)
"""``MAY 29, 1963``: the year is the issue's, the day is no number of it."""
_MONTH = re.compile(
    rf"(?:(?<!\bof)\s|^|,)\s*{_MONTHS}(?:\s?[/–-]\s?{_MONTHS})?$"
    rf"|\s?,\s*{_SHORT_MONTHS}(?:\s?[/–-]\s?{_SHORT_MONTHS})?$",
    re.IGNORECASE,
)
"""The month or season behind the name, or alone: ``Annals of Harbours, July 1963, 12(3)``, ``Spring 1963: Vol. 3``;
some issues are of two months."""
_EDGE = ' ©,.;:·•|│*/()[]«»“”„"‹›–—-'
_STAMP = re.compile(
    r"^\W*(?:download(?:ed)?\s+(?:date|from|by|on)|authenticated|brought\s+to\s+you|access\s+provided|"
    r"this\s+content\s+downloaded|.*\bpage\s+\d+\s+of\s+\d+\s*-?\W*$|(?:fig(?:ure)?|table|tab|plate|map|chart|abb(?:ildung)?|tableau)\b\W*\d)",
    re.IGNORECASE,
)
"""What a distributor stamps on the page, and captions: their numbers are no volume's."""
_CITES = re.compile(
    r"(?-i:\bff\.)|"
    r"\b(?:abrufbar|ibid|ebd|op\.\s?cit|loc\.\s?cit|a\.a\.O|supra)\b|\.(?:indd|qxd|p65|docx?|pdf)\b|\bdo not delete\b|"
    r"\b\d{1,2}:\d\d(?::\d\d)?\s?(?:[AP]M|GMT|UTC)\b",
    re.IGNORECASE,
)
"""Words of notes that cite, the names of the printer's files, and the hour: a file was printed then, or downloaded."""
_SENTENCE = re.compile(
    r"[?!:]\s|\.\."
    r"|[^\W\d_]{6,}\.\s(?!(?:An?\s)?(?:[A-Z][\w-]+\s){0,2}(?:Journal|Zeitschrift|Revue|Revista|Rivista|Review|Annal))"
)
"""What no name has within it; its words may be abbreviated, and it may say what it is: ``Hafen. European Journal``."""
_NO_NAME = re.compile(
    r"\b(?:licen[cs]e|creative commons|copyright|all rights|rights reserved|published|released?|open[- ]access|"
    r"received|accepted|available|"
    r"online\s+at|notes\s+to|printed\s+in|"
    r"publication|attribution|non-?commercial|article|university press|downloaded|cc[- ]by(?:-\w+)*)\b",
    re.IGNORECASE,
)
"""Words of lines that stand beside a journal's name and are none: of its owner, its licence, the day it came out."""
_OWN_SPELLING = re.compile(rf"[a-zà-ÿ]+[{CAPITALS}@]")
"""A name that is spelled as no word of a sentence is: ``eHarbour``, ``lamps@sea``."""
_NO_WORDS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "spring", "summer", "autumn", "fall", "winter", "art", "article", "and",
})  # fmt: skip
"""Words behind the numbers that are no name: of the month, and of what counts articles."""
LONGEST = 100
"""Characters of a journal's name."""
SPACED = 1.5
"""Letters a word of a name at least: a letterspaced line is read as single letters."""
LONGEST_ISSUE = 3
"""Digits of a bare number that counts issues; a longer one is a page."""
IN_FULL = 4
"""Values with which a line cites the journal in full; its name may have a subtitle then."""
_SUBTITLED = re.compile(rf"^([^:,]{{4,}}):(?=(?: (?:[{CAPITALS}]\S*|of|and|the|in|for))+$)")
"""A name with its subtitle, in capitals as no title of an article is: ``Annals: Applied Harbours``."""
FEWEST = 2
"""Values beside the name that make a line a citation of the journal; one may be anything."""


@dataclass(slots=True)
class _Reading:
    rest: str
    values: dict[str, str] = field(default_factory=dict)


def reference_values(line: str) -> dict[str, str]:
    """What a line says of the journal, under the names of ``FrontMatter``; empty where it cites no journal.

    >>> reference_values("Annals of Harbours 12 (1963) 3, 101-102 © The Society")["issue"]
    '3'
    >>> reference_values("94 SALTM. L. REV. 751 (2016)")
    {'volume': '94', 'first_page': '751', 'year': '2016'}
    """
    text = " ".join(unicodedata.normalize("NFKC", line).split())  # Japanese type has wide brackets and figures
    text = text.replace("\N{MINUS SIGN}", "–")
    for aside in (_SERIAL_CODE, _HOST, _DAY_IN_NUMBERS, _DAY, _ISSN, _MEDIUM, _NO_PAGES, _PRICE, _COUNTED):
        text = aside.sub(" ", text)
    text = _DAY_BEHIND_MONTH.sub(r"\g<month>", _CUT.sub("", text))
    text = _LABEL.sub("", text.strip(" -–—|•*"))
    text = _IN.sub("", text)
    if _CITES.search(text) or _STAMP.match(line):
        return {}
    if cited := _REPORTER.search(text) or _BY_YEAR.search(text):
        return _reported(cited)
    begins = _BEGINS.search(text)
    if begins is None:
        named = name_of_journal(text.strip(_EDGE)) if _NO_PAGES.search(line) and first_issn(line) else ""
        return {"journal": named} if named else {}
    reading = _Reading(text[begins.start() :])
    for step in _STEPS:
        _take(reading, step)
    _take_bare(reading)
    first = _OPENED.sub("", text[: begins.start()]).strip(_EDGE)
    before = _MONTH.sub("", first)
    named = name_of_journal(before or _after(reading.rest))
    fewest = FEWEST + (before != first)  # a day has two numbers beside its month
    fewest -= bool(_ACTA.match(named))
    if not named and len(reading.values) >= IN_FULL and "last" in reading.values:
        named = before if name_of_journal(_SUBTITLED.sub(r"\1", before)) else ""
    if len(reading.values) < fewest or (before and not named):
        return {}
    names = {"first": "first_page", "last": "last_page"}
    reading.values.pop("unsaid", None)
    values = {names.get(key, key): value for key, value in reading.values.items()}
    return ({"journal": named} if named else {}) | values


_ACTA = re.compile(r"acta\s+[^\W\d_]", re.IGNORECASE)
"""What no line but a journal's begins with: ``Acta Portus No 4187``, without volume and year, is one."""


def cites_journal(line: str) -> bool:
    """Whether a line is a citation of the journal beyond doubt: its name, a number of it, and the article's pages."""
    values = reference_values(line)
    return {"journal", "first_page"} <= values.keys() and bool({"volume", "issue"} & values.keys())


def _reported(cited: re.Match[str]) -> dict[str, str]:
    """The values of a citation in the style of lawyers; a shortened name is not the journal's."""
    values = {key: cited[key] for key in ("volume", "first_page", "year")}
    named = "" if "." in cited["name"] else name_of_journal(cited["name"])
    return ({"journal": named} if named else {}) | values


_REPORTER = re.compile(
    r"(?<![\w:])(?P<volume>\d{1,4})\s+(?P<name>[A-Z][A-Za-z.&’' ]{3,40})\s(?P<first_page>\d{1,5})\s+"
    rf"\((?P<year>{_YEAR})\)"
)
"""``77 STAN. L. REV. 1117 (2025)``: volume, journal, page, year."""
_BY_YEAR = re.compile(
    rf"^(?P<volume>(?P<year>{_YEAR}))\s+(?P<name>[A-Z][A-Za-z.&’' ]{{1,40}}?\s(?:Rev|J)\.)\s(?P<first_page>\d{{1,5}})$",
    re.IGNORECASE,
)
"""``2023 MICH. ST. L. REV. 61``: the year is the volume."""


_BEFORE_ISSN = re.compile(r"^(?P<name>[^()\d]{5,90}?)\s*\((?:e-?|p-?|online\s)?issn\b", re.IGNORECASE)


def name_before_issn(line: str) -> str:
    """The journal's name before its ISSN in brackets: ``Annals: Of the Harbour (ISSN 1234-5679)``; else empty."""
    found = _BEFORE_ISSN.match(" ".join(line.split()))
    return found["name"].strip(_EDGE) if found else ""


_BESIDE_ISSN = re.compile(r"^(?P<name>[^()\d]{5,90}?)[\s,;|–—-]+issn\b\W*\d{4}-\d{3}[\dX]\W*$", re.IGNORECASE)


def name_beside_issn(line: str) -> str:
    """What a line has beside an ISSN and nothing else: ``Annals: Of the Harbour   ISSN 1234-5679``; else empty."""
    found = _BESIDE_ISSN.match(" ".join(line.split()))
    return found["name"].strip(_EDGE) if found else ""


def years_in(line: str) -> list[str]:
    """The years that a line names, without those of a copyright and without days."""
    return re.findall(rf"(?<![\w/.-]){_YEAR}(?![\w/-])", _DAY.sub(" ", _CUT.sub("", line)))


def owned_since(line: str) -> str:
    """The year of a copyright line, which is that of the publication; empty where there is none."""
    found = _OWNED.search(line)
    return found["year"] if found else ""


def _take(reading: _Reading, pattern: re.Pattern[str]) -> None:
    """Takes the values of the first match out of what is left, if none of them is known."""
    for found in pattern.finditer(reading.rest):
        values = _in_full({key: value for key, value in found.groupdict().items() if value})
        if any(key in reading.values for key in values) or not _is_sensible(values):
            continue
        reading.values |= values
        reading.rest = f"{reading.rest[: found.start()]} ; {reading.rest[found.end() :]}"
        return


def _in_full(values: dict[str, str]) -> dict[str, str]:
    """The last page with the figures that it shares with the first: 205–40 runs to 240; of years nothing is known."""
    if "pair" in values:
        return _parted(values)
    first, last = values.get("first", ""), values.get("last", "")
    if len(first) < SHORTENED or not 2 <= len(last) < len(first) or re.fullmatch(_YEAR, first):
        return values
    return values | {"last": first[: -len(last)] + last}


def _parted(values: dict[str, str]) -> dict[str, str]:
    """Volume and issue of a pair whose second number is no greater; others are pages, or two issues in one."""
    first, last = re.split("[-–]", values["pair"])
    if int(first) < int(last):
        return values
    return {"volume": first, "issue": last} | {key: value for key, value in values.items() if key != "pair"}


SHORTENED = 3
"""Figures of a first page from which on the last may be shortened; 12-3 and 63-4 count issues and years."""


def _is_sensible(values: dict[str, str]) -> bool:
    """Whether a range runs upwards, and not from year to year: 1963-1, 1963-64 and 1880-1920 are none of pages."""
    if "last" not in values:
        return "pair" not in values
    of_years = all(re.fullmatch(_YEAR, values[name]) for name in ("first", "last"))
    first, last = (int(values[name].lstrip(ascii_letters)) for name in ("first", "last"))
    return first <= last and not of_years


def _take_bare(reading: _Reading) -> None:
    for found in _BARE.finditer(reading.rest):
        if _may_be_anything(reading, found):
            reading.values["unsaid"] = found.group()
            return
        missing = next((name for name in ("volume", "issue") if name not in reading.values), None)
        if missing is None or (missing == "issue" and len(found.group()) > LONGEST_ISSUE):
            return
        if missing == "volume" and "issue" in reading.values and found.group() == reading.values.get("year"):
            continue  # ``Annals, Summer 1963, No. 3 (Summer 1963)``: the issues are numbered through
        if missing == "issue" and found.group() == reading.values.get("first"):
            return  # the folio, on the line of the citation
        reading.values[missing] = found.group()


def _may_be_anything(reading: _Reading, found: re.Match[str]) -> bool:
    """Whether a number alone behind the year may count the volume, the issue or the article: ``ANNALS 1963, 1``."""
    behind = " ; " in reading.rest[: found.start()] and not re.search(r"\d", reading.rest.replace(found.group(), "", 1))
    return behind and set(reading.values) == {"year"}


def _after(rest: str) -> str:
    """A name behind the numbers: ``(1963) 12(3): e7 Annals of Harbours``."""
    words = re.sub(r"\b[a-z]?\d+\w*\b|;", " ", rest)
    named = [word for word in re.findall(r"[^\W\d_]{2,}", words) if word.casefold() not in _NO_WORDS]
    return words if len(named) > 1 else ""


_TITLE_BEFORE = re.compile(r"^.*(?<![^\W\d_])[a-zà-ÿ]{3,}[.?!]\s+(?=[^\W\d_])")
"""The end of a title before the journal in a citation: a word in small letters, as no journal's abbreviation is."""


def name_of_journal(text: str) -> str:
    """A journal's name without signs and month at its ends and without its abbreviation; empty if it can be no name."""
    # Behind a bar stands the place, behind the colon of catalogues (ISBD) the subtitle.
    name = " ".join(re.split(r" [|:] ", text.strip(_EDGE))[0].strip(_EDGE).split())
    name = _MONTH.sub("", _TITLE_BEFORE.sub("", name)).strip(_EDGE)
    if name.casefold() in _NO_WORDS:
        return ""
    head, _, last = name.rpartition(" ")
    if head and _is_acronym(last.lstrip("("), head):
        name = head.strip(_EDGE)
    name += ")" * (name.count("(") > name.count(")"))
    letters = [character for character in name if character.isalpha()]
    if (
        len(letters) < 3
        or len(letters) < SPACED * len(name.split())
        or not (letters[0].isupper() or _has_no_case(letters[0]) or _OWN_SPELLING.match(name))
        or len(name) > LONGEST
        or _SENTENCE.search(name)
        or _NO_NAME.search(name)
        or _ENDS_TITLE.search(name)
    ):
        return ""
    return name


_ENDS_TITLE = re.compile(r"^[^‘'].*[^\W\d_][’']$")
"""The last words of the article's title, which its citation has in quotation marks: ``Lamps of the Harbour’``."""


def _has_no_case(letter: str) -> bool:
    """Whether a letter is of a script without capitals: ``灯台研究 (Lamp Studies)``."""
    return letter.upper() == letter.lower()


def _is_acronym(short: str, name: str) -> bool:
    """Whether a word is the name's abbreviation: ``RTH`` behind Research Trends in Humanities, ``Rg``."""
    upper = short.isupper() or len(short) <= 3
    return 2 <= len(short) <= LONGEST_ACRONYM and short.isalpha() and upper and _in_order(short, name)


def _in_order(short: str, name: str) -> bool:
    """Whether a name begins with the first letter of its short form, and has the others behind it."""
    place = 0
    for letter in short.casefold():
        place = name.casefold().find(letter, place) + 1
        if not place:
            return False
    return short[:1].casefold() == name[:1].casefold()


def abbreviates(short: str, name: str) -> bool:
    """Whether a journal's name as printed is short for a longer one, by words or letters: ``Ann. Harb.``, ``AnHarb``.

    Nothing is short for every name.
    """
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", name)]
    own = re.findall(r"[^\W\d_]+", short.casefold())
    if len(own) == 1 and len(short) <= LONGEST_ACRONYM:
        return _in_order(short, name) and len(short) < len(name)
    places = [next((place for place, word in enumerate(words) if word.startswith(part)), None) for part in own]
    return None not in places and sum(map(len, own)) < sum(map(len, words))


LONGEST_ACRONYM = 6
"""Letters of a name that is an abbreviation as a whole."""
