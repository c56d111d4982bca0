"""What follows a title or a call: translation, editors, imprint, date, volume, pages, the journal, the book around."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from pipeline.model import CitationKind, CitedField, FieldKind
from pipeline.tag.citations.parts.law_reports import reporter_at
from pipeline.tag.citations.parts.locators import (
    bare_pages_at,
    cited_at,
    edition_at,
    issue_at,
    pinned_pages_at,
    volume_at,
)
from pipeline.tag.citations.parts.names import Names, people_after_role
from pipeline.tag.citations.parts.people_before_titles import people_at
from pipeline.tag.citations.parts.plain_imprints import (
    journal_and_year_at,
    press_and_town_at,
    town_and_year_at,
    unbracketed_imprint_at,
)
from pipeline.tag.citations.parts.publication import publication_at
from pipeline.tag.citations.parts.serials import (
    Fields,
    numbers_at,
    plain_date_at,
    series_at,
    volume_before_pages_at,
    year_of_journal_at,
)
from pipeline.tag.citations.parts.tails import Tail, is_collection, is_complete, is_journal
from pipeline.tag.citations.parts.title_language import ORIGINAL_SCRIPT
from pipeline.tag.citations.parts.titles_at import plain_title_at, quoted_title_at, title_at, title_field
from pipeline.tag.citations.wording.calls import back_at, call_field
from pipeline.tag.citations.wording.definitions import hereafter_at, hereafter_in, sign_field
from pipeline.tag.citations.wording.draft import Call, Definition, Draft, field_of
from pipeline.tag.citations.wording.enclosures import QUOTES, closing
from pipeline.tag.citations.wording.known import Known
from pipeline.tag.citations.wording.title_ends import CITIES, YEAR
from pipeline.tag.citations.wording.unread import EXPLAINING

_GAP = re.compile(r"[.?!]\s+(?=(?:pp?|vol|no|l{1,2}|fo)\.|In:\s|\([^();:]{2,40}:\s)|\s?\|?\s*[,:]?\s*")
# [in:] is how Polish presses print it.
_IN = re.compile(
    r"(?:in|In|dans|en|em|aus)[:,]?\s+(?:(?:his|her|their)\s)?(?=[^\W\d_a-zß-ÿ]|[«„])|(?:in|In):\s|\[[Ii]n:\]\s"
)
# [as quoted in:] Jane Roe: what leads to another source translates nothing.
_FROM = re.compile(r"\[(?:as\s|also\s)?(?:quoted|cited|reprinted|qtd|repr|cyt)\b")
# http://selwyn.org/lamps (23.3.2016): the address, and in brackets when it was looked at.
# <http://selwyn.org/lamps> accessed 23 March 2016: as OSCOLA (4th ed., 3.1.4) has it.
_WEB = re.compile(
    r"<?(?:https?://|www\.)[^\s;<>]+[^\s;.,)\]<>]>?"
    r"(?:\s?[\[(][^\[\]()]{0,40}\d{4}[\])]|,?\s(?:last\s)?accessed\s(?:on\s)?\d{1,2}\s[^\W\d_]{3,9}\s\d{4})?"
)
_REMARK = re.compile(r"\((?![^()]*\d{4})[^()]{2,60}\)|unpublished[\w\s.]{0,40}?(?=[,;.])|original\smanuscript")

_YEAR_IN_BRACKETS = re.compile(rf"\[(?P<year>{YEAR})[a-z]?\]")
"""Before the name of a journal that numbers no volumes: `‘The Lamps’ [1971] Selwyn Law Journal 3` (OSCOLA, 3.3.1)."""
_NO_JOURNAL = (
    "Vol", "No ", "Cited", "Cité dans ", "Citée dans ", "Cité par ", "Citée par ", "Vgl. ", "Siehe ", "Voir ", "See ",
)  # fmt: skip
"""What stands behind a quotation and leads up to its source, or is a number."""
_VOLUME_BEFORE_PAGES = re.compile(r"(?<=[^\W\d_])\s\d{1,3}$")
_BEFORE_NUMBERS = re.compile(r",?\s")
# American printers set the comma inside the quotation marks: “Virtues,” 355.
_BEFORE_PAGES = re.compile(
    r"[,:]\s+|:|(?<=,[”’])\s+|(?<=\([nN]\s\d\))\s+|(?<=\([nN]\s\d\d\))\s+|(?:(?<=[Ii]bid)|(?<=[Ii]d\.))\s+(?=\d)"
    r"|(?<=\d{4}\))\s+(?=\d)"  # (Paris: Ufer, 1957) 249-51
)


SHORT_TITLE, LONG_TITLE = 6, 20
"""Words in quotation marks and brackets behind a citation: so many may define a short title for it, and be a title in
another language; with more it says what its source says."""


class _Reader:
    """Takes one field after the other, as long as one stands where the last one ended."""

    def __init__(self, text: str, start: int, stop: int, known: Known) -> None:
        self.text, self.start, self.stop, self.known = text, start, stop, known
        self.level = "m"
        self.fields: list[CitedField] = []
        self.end = start
        self.host: Draft | None = None
        self.definitions: list[Definition] = []
        self.call: Call | None = None
        self.on_web = False

    def read(self, *, bare_pages: bool, article: bool) -> Tail:
        while self.end < self.stop and (
            self._one(article=article) or ((bare_pages or self.call is not None) and self._bare_pages())
        ):
            pass
        return Tail(
            tuple(self.fields),
            self.end,
            self.host,
            tuple(self.definitions),
            self.call,
            complete=self.on_web or is_complete(self.text, self.fields, self.host, article=article),
        )

    def _one(self, *, article: bool) -> bool:
        if self._definition() or self._original_script():
            return True
        gap = _GAP.match(self.text, self.end, self.stop)
        place = gap.end() if gap else self.end
        return place < self.stop and (
            self._law_report(place)
            or self._web(place)
            or self._series(place)
            or self._bracket(place)
            or self._simple(place)
            or self._back(place)
            or self._people(place)
            or self._in(place, article=article)
            or self._unbracketed(place)
            or self._date(place)
            or self._journal(place, article=article)
        )

    def _take(self, end: int, *fields: CitedField) -> bool:
        self.fields += fields
        self.end = end
        return True

    def _definition(self) -> bool:
        found = hereafter_at(self.text, self.end)
        if found is None or found.end > self.stop:
            return False
        self._define(found.sign)
        return self._take(found.end, sign_field(found))

    def _original_script(self) -> bool:
        """The title once more in Chinese, Japanese or Korean signs, behind the one in Latin letters."""
        found = ORIGINAL_SCRIPT.match(self.text, self.end, self.stop)
        return found is not None and self._take(found.end())

    def _define(self, sign: str) -> None:
        self.definitions.append(Definition(sign.rstrip(".,"), repository=False))

    def _bracket(self, place: int) -> bool:
        end = closing(self.text, place) if self.text[place] in "([" else None
        if end is None or end > self.stop:
            return False
        return self._translation(place, end) if self.text[place] == "[" else self._round(place, end)

    def _translation(self, place: int, end: int) -> bool:
        """A title in another language; what stands in quotation marks behind a date or page is what the source says."""
        if _IN.match(self.text, place) or _FROM.match(self.text, place):
            return False
        if cited_at(self.text, place):
            return False
        if year := _YEAR_IN_BRACKETS.fullmatch(self.text, place, end):
            return not self._has(FieldKind.DATE) and self._take(end, field_of(FieldKind.DATE, year, "year"))
        if self.text.startswith(("http", "www.", "perma.cc/"), place + 1):  # [perma.cc/9H73]: the page is kept there
            return self._take(end)
        located = self._has(FieldKind.DATE) or self._has(FieldKind.CITED)
        words = len(self.text[place:end].split()) if self.text[place + 1] in QUOTES else 0
        stopped = words > 0 and self.text[end - 3 : end - 2] == "."
        says = located or words > LONG_TITLE or stopped
        # 12 SELW. L. REV. 3, 9 (1931) (“Lamps burn”): behind page and year an American note quotes what it cites.
        quoted = self.text[place + 1] == "“" and self._has(FieldKind.VOLUME) and self._has(FieldKind.DATE)
        if (says and words > SHORT_TITLE) or (located and (stopped or quoted)):
            return False
        titles = [field for field in self.fields if field.level]
        level = titles[-1].level if titles else self.level
        return self._take(end, title_field(self.text, place, end, level, translation=True))

    def _round(self, place: int, end: int) -> bool:
        """An imprint, a date, a sign that is defined, a reference to a note, or a remark."""
        if EXPLAINING.match(self.text, place):
            return False
        if self._in_brackets(place, end):
            return True
        sign = hereafter_in(self.text, place, end)
        fields = list(publication_at(self.text, place, end))
        if self._is_reference(fields):
            return False
        if any(field.level == "j" for field in self.fields):
            # (Cal. 1990) behind a report: the court and the year; what stands in a journal has no imprint.
            fields = [field for field in fields if field.kind not in (FieldKind.PLACE, FieldKind.PUBLISHER)]
        if not fields and not sign:
            return _REMARK.fullmatch(self.text[place:end]) is not None and self._take(end)
        if sign:
            self._define(sign.sign)
            fields.append(sign_field(sign))
        return self._take(end, *fields)

    def _is_reference(self, fields: Sequence[CitedField]) -> bool:
        """`(Merrow 1931)`: what looks like a place and a year is an author who is known, and the year."""
        if any(field.kind is FieldKind.PUBLISHER for field in fields):
            return False
        towns = [field.value for field in fields if field.kind is FieldKind.PLACE]
        return any(self.known.has_author(town) and not re.fullmatch(CITIES, town) for town in towns)

    def _in_brackets(self, place: int, end: int) -> bool:
        back = back_at(self.text, place) or back_at(self.text, place + 1)
        if back is None or back.end > end:
            return False
        self.call = back.call
        return self._take(end, call_field(self.text, back))

    def _simple(self, place: int) -> bool:
        first = () if self.fields else (pinned_pages_at,)
        for reader in (*first, edition_at, volume_at, issue_at, cited_at):
            field = reader(self.text, place)
            if field is not None and field.end <= self.stop:
                return self._take(field.end, field)
        return False

    def _back(self, place: int) -> bool:
        back = back_at(self.text, place)
        if back is None or back.end > self.stop:
            return False
        self.call = back.call
        return self._take(back.end, call_field(self.text, back))

    def _law_report(self, place: int) -> bool:
        """`[1932] AC 562` behind the name of a case, where else a translation stands; a second report says the same."""
        if self.text[place] != "[" or (self.fields and self.fields[-1].kind is not FieldKind.CITED):
            return False
        report = reporter_at(self.text, place, self.stop)
        journal = any(field.level == "j" for field in self.fields)
        return report is not None and (self._take(report.end) if journal else self._taken(report))

    def _web(self, place: int) -> bool:
        """An address on the web, with the day on which it was looked at."""
        found = _WEB.match(self.text, place)
        self.on_web = self.on_web or found is not None
        return found is not None and self._take(found.end())

    def _taken(self, read: Fields | None) -> bool:
        """Take what one of the readers of ``serials`` has read."""
        return read is not None and self._take(read.end, *read.fields)

    def _series(self, place: int) -> bool:
        """`*Selwyn Lamps*, HarbSup 12 (Wien: Ufer, 1931)`: only behind a title that has ended."""
        ended = bool(self.fields) or self._is_slanted()
        return ended and not self._has(FieldKind.PUBLISHER) and self._taken(series_at(self.text, place, self.stop))

    def _is_slanted(self) -> bool:
        """Whether the title before stands in italics, which end where it ends."""
        return self.known.italics.end(self.start)

    def _has(self, kind: FieldKind) -> bool:
        return any(field.kind is kind for field in self.fields)

    def _unbracketed(self, place: int) -> bool:
        if self._has(FieldKind.PLACE):
            return False
        edited = self._has(FieldKind.EDITOR) or self._has(FieldKind.TRANSLATOR)
        ended = edited or self._is_slanted()
        journal = journal_and_year_at(self.text, place, self.stop) if self._is_slanted() else None
        town = town_and_year_at(self.text, place, self.stop) if self._is_slanted() else None
        behind = journal or (press_and_town_at(self.text, place, self.stop) if ended else None) or town
        return self._taken(behind or unbracketed_imprint_at(self.text, place, self.stop))

    def numbers(self, place: int) -> bool:
        """Volume and issue behind the name of a journal."""
        told = self._has(FieldKind.VOLUME) or self._has(FieldKind.CITED)
        return not told and self._taken(numbers_at(self.text, place, self.stop))

    def _date(self, place: int) -> bool:
        report = reporter_at(self.text, place, self.stop)
        if report is not None and any(
            field.level == "j" and ("." in field.value or field.value == "WL") for field in report.fields
        ):  # 1997 Selw. L. Rev. 783, 2013 WL 543210: the year is the volume
            return False
        return not self._has(FieldKind.DATE) and self._taken(plain_date_at(self.text, place, self.stop))

    def _people(self, place: int) -> bool:
        people = people_after_role(self.text, place, self.stop)
        return people is not None and self._take(people.end, *people.fields)

    def _in(self, place: int, *, article: bool) -> bool:
        """`in Fairbank, The History of China, vol. 14, p. 294`: the book, as a citation of its own."""
        found = _IN.match(self.text, place, self.stop) if self.host is None else None
        if found is None:
            return False
        if self._in_journal(found.end()):
            return True
        names = people_at(self.text, found.end(), self.stop, self.known)
        edited = names is not None and names.fields[0].kind is FieldKind.EDITOR
        told = ":" in found.group()
        at = names.end if names else found.end()
        sure = article or edited or told or self.known.italics.begin(at)
        title = title_at(self.text, at, self.stop, self.known)
        if title is None and names is not None:  # in Harbour Studies, ed. Jane Roe: two words of a title, no author
            names, title = None, title_at(self.text, found.end(), self.stop, self.known)
        numbered = article or told
        plain = plain_title_at(self.text, title.start, self.stop) if title else None
        return self._host_called(found.end(), names, title, sure=sure, numbered=numbered) or (
            plain != title and self._host_called(found.end(), names, plain, sure=sure, numbered=numbered)
        )

    def _host_called(
        self, start: int, names: Names | None, title: CitedField | None, *, sure: bool, numbered: bool
    ) -> bool:
        """The book of this title, or the journal where numbers of one follow and no people stand before it."""
        if title is None:
            return False
        gap = _BEFORE_NUMBERS.match(self.text, title.end, self.stop) if numbered and names is None else None
        numbered = gap is not None and numbers_at(self.text, gap.end(), self.stop) is not None
        tail = read_tail(self.text, title.end, self.stop, self.known, bare_pages=True, journal=numbered)
        if not (tail.fields or self.known.has_title(title.value)) or not (sure or is_collection(tail)):
            return False
        if numbered and is_journal(tail) and not self.known.has_title(title.value):
            return self._take(tail.end, replace(title, level="j"), *tail.fields)  # in Rivista storica, LXX (1958)
        fields = ((*names.fields,) if names else ()) + (title, *tail.fields)
        kind = CitationKind.FULL if tail.complete else CitationKind.SHORT
        end = max(title.end, tail.end)
        self.host = Draft(kind, start, end, fields, definitions=tail.definitions, call=tail.call)
        return self._take(self.host.end)

    def _in_journal(self, place: int) -> bool:
        """`in Rivista di porti, 2024, n. 2`: the journal of a title that has no quotation marks."""
        return self._in_guillemets(place) or self._in_journal_of_year(place)

    def _in_guillemets(self, place: int) -> bool:
        """`in «Rivista di porti», 12 (1931), pp. 3-9`: Italian and Spanish notes quote the names of journals only."""
        quoted = self.text[place : place + 1] in ("«", "„")
        title = quoted_title_at(self.text, place, self.stop, level="j") if quoted else None
        if title is None:
            return False
        tail = read_tail(self.text, title.end, self.stop, self.known, bare_pages=True, journal=True)
        return bool(tail.fields) and self._take(tail.end, title, *tail.fields)

    def _in_journal_of_year(self, place: int) -> bool:
        title = title_at(self.text, place, self.stop, self.known, level="j")
        year = year_of_journal_at(self.text, title.end, self.stop) if title else None
        return title is not None and year is not None and self._take(year.end, title, *year.fields)

    def _journal(self, place: int, *, article: bool) -> bool:
        titles = [field for field in self.fields if field.kind is FieldKind.TITLE and not field.translation]
        if not titles and not self._has(FieldKind.PUBLISHER) and self._taken(reporter_at(self.text, place, self.stop)):
            return True
        if not titles and not self.fields and self._is_slanted() and self._in_guillemets(place):
            return True
        if titles or not article or self.host is not None:
            return self.numbers(place) if titles else False
        slanted = title_at(self.text, place, self.stop, self.known, level="j")
        plain = plain_title_at(self.text, place, self.stop, level="j")
        return self._journal_called(slanted) or (plain != slanted and self._journal_called(plain))

    def _journal_called(self, title: CitedField | None) -> bool:
        """The journal of this name, if numbers, a date or pages follow it."""
        if title is None or title.value.startswith(_NO_JOURNAL):
            return False
        before = len(self.fields), self.end
        title = _without_volume(self.text, title)
        self._take(title.end, title)
        tail = read_tail(self.text, title.end, self.stop, self.known, bare_pages=True, journal=True)
        if not any(field.kind is not FieldKind.TITLE for field in tail.fields):
            del self.fields[before[0] :]
            self.end = before[1]
            return False
        return self._take(tail.end, *tail.fields)

    def _bare_pages(self) -> bool:
        gap = _BEFORE_PAGES.match(self.text, self.end, self.stop)
        if gap is None:
            return False
        if not self._has(FieldKind.VOLUME) and self._taken(volume_before_pages_at(self.text, gap.end(), self.stop)):
            return True
        field = bare_pages_at(self.text, gap.end())
        if field is None or field.end > self.stop:
            return False
        return self._take(field.end, field)


def _without_volume(text: str, journal: CitedField) -> CitedField:
    """`Harbour Review 7, 403–412`: the number before the pages is none of the journal's name."""
    found = _VOLUME_BEFORE_PAGES.search(text, journal.start, journal.end)
    paged = text.startswith(", ", journal.end) and bare_pages_at(text, journal.end + 2) is not None
    return title_field(text, journal.start, found.start(), "j") if found and paged else journal


def read_tail(
    text: str, start: int, stop: int, known: Known, *, bare_pages: bool, article: bool = False, journal: bool = False
) -> Tail:
    """All that follows a title, a call or a sign at ``start``.

    Args:
        text: the note.
        start: end of the title.
        stop: end of the statement.
        known: what earlier notes have made known.
        bare_pages: whether pages may stand without `p.`; behind the call of a note they may.
        article: whether the title is that of an article or chapter, so that a journal or a book may follow.
        journal: whether the title is that of a journal, so that volume and issue may stand without a word.
    """
    reader = _Reader(text, start, stop, known)
    reader.level = "a" if article else "j" if journal else "m"
    if journal:
        gap = _BEFORE_NUMBERS.match(text, start, stop)
        if gap is not None:
            reader.numbers(gap.end())
    return reader.read(bare_pages=bare_pages, article=article)
