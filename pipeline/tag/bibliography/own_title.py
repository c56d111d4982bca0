"""The title of what an entry lists: quoted, in italics, or up to where a title must end."""

import re

from pipeline.model import CitedField, FieldKind
from pipeline.tag.bibliography.entry_text import EntryText
from pipeline.tag.bibliography.numbering import numbers_in
from pipeline.tag.bibliography.publishing import publishing_in
from pipeline.tag.bibliography.subtitles import is_subtitle
from pipeline.tag.bibliography.title_tails import tail_of
from pipeline.tag.citations.parts.titles_at import plain_title_at
from pipeline.tag.words.spans import Span
from pipeline.tag.words.tokens import CAPITAL

_STOP = re.compile(
    r"(?<!\b[A-Z])(?<!\b\d)(?<!\b\d\d)(?<!\bvs)(?<!\bSt)(?<!\b[Vv]ol)(?<!\bno)(?<!\bca)(?P<stop>[.?!])"
    rf"\s(?={CAPITAL}|\d|[“\"«(\[]|in\b|de\s)"
)
"""A stop that ends a title: not that of an initial, of an ordinal, of an abbreviation."""
_BEFORE_ITALICS = re.compile(r"[.,;]?\s(?:[Ii]n|[Dd]ans)?:?\s?[“‘]?$")
SHORT = 6
"""Words before a book's title in italics that may be anything but a title of their own: `[Tully, Miss]`."""
SHORTEST = 4
"""Letters of a word with which a sentence ends; abbreviated ones have fewer, or stand beside others."""
MOST_WORDS = 11
"""Words of the name of a journal that nothing but its numbers shows."""
_FIRST_WORD = 2
"""Characters of a title, at the least, before it may end."""


def own_title(entry: EntryText, place: int, *, by_commas: bool) -> CitedField | None:
    """The title of the work itself; its level is empty where its form does not tell.

    Args:
        entry: what is read.
        place: behind the people and the date.
        by_commas: whether a comma, and no stop or year, stands behind the people, so that commas part everything.
    """
    place = entry.behind_marks(place)
    if place >= entry.stop:
        return None
    quoted = entry.quoted_end(place)
    if quoted is not None:
        return entry.title(place, quoted, "a")
    slanted = entry.italic_at(place)
    if slanted is not None:
        return entry.title(place, entry.italic_end(slanted), "m")
    following = entry.italic_after(place + 3)
    if following and len(entry.text[place : following[0]].split()) < SHORT and _is_book(entry, following):
        return entry.title(following[0], entry.italic_end(following), "m")
    end = _sentence_end(entry, place)
    if following is not None:
        before = _BEFORE_ITALICS.search(entry.text, place, following[0])
        end = min(end, before.start() if before else following[0])
    elif by_commas:
        end = min(end, _comma_end(entry, place))
    return entry.title(place, end, "")


def _is_book(entry: EntryText, span: Span) -> bool:
    """An imprint, and no number of a journal, stands behind the italics."""
    numbers = numbers_in(entry.text, span[1] - 1, entry.stop)
    return bool(publishing_in(entry.text, span[1], entry.stop)) and not (numbers and numbers.start <= span[1] + 2)


def _sentence_end(entry: EntryText, place: int) -> int:
    """Where the sentence ends, with its subtitles, or a book, a journal or an imprint begins."""
    found = _STOP.search(entry.text, place + _FIRST_WORD, entry.stop)
    first = found.end("stop") if found else entry.stop
    tail = tail_of(entry, place + _FIRST_WORD)
    if (journal := _journal_start(entry, place, tail)) is not None:
        return journal
    if tail < entry.stop and (tail <= first or is_subtitle(entry.text, first, tail)):
        return tail
    return min(first, tail)


def _journal_start(entry: EntryText, place: int, tail: int) -> int | None:
    """The end of a title before the name of a journal that its numbers show: behind the last sentence, or a comma."""
    numbers = numbers_in(entry.text, place, tail)
    if numbers is None:
        return None
    text, end = entry.text, numbers.start
    stops = list(_STOP.finditer(text, place + _FIRST_WORD, end))
    sentences = [stop.end("stop") for stop in stops if _ends_sentence(stop)]
    comma = text.rfind(", ", place + _FIRST_WORD, end)
    start = sentences[-1] if sentences else -1 if stops else comma
    return start if start > place and _may_be_journal(text[start:end].lstrip(", ")) else None


def _ends_sentence(stop: re.Match[str]) -> bool:
    """Names of journals have stops behind abbreviated words only, which are short or follow one another."""
    *others, last = stop.string[: stop.start()].split()[-2:] or ("",)
    abbreviated = len(last.strip("”“’»)")) < SHORTEST or any(word.endswith(".") for word in others)
    return stop["stop"] != "." or not abbreviated


def _may_be_journal(name: str) -> bool:
    words = name.split()
    return 0 < len(words) <= MOST_WORDS and words[0][0].isupper() and ":" not in name


def _comma_end(entry: EntryText, place: int) -> int:
    """The end of a title where commas part everything: before what only follows titles, and before its journal."""
    title = plain_title_at(entry.text, place, entry.stop)
    end = title.end if title else entry.stop
    numbers = numbers_in(entry.text, place, entry.stop)
    published = publishing_in(entry.text, place, entry.stop)
    if numbers is None or numbers.start > end + 2 or any(field.kind is FieldKind.PUBLISHER for field in published):
        return end
    comma = entry.text.rfind(", ", place, numbers.start)
    return comma if comma > place and entry.text[comma + 2].isupper() else end
