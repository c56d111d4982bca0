"""Titles of works: where, in a text, no person or place is named although capitals say so.

The citations themselves are not read here; this only keeps names that belong to a title ("Khrushchev Remembers",
"Mao Zedong wenji") from being taken for mentions.
"""

import re

from pipeline.model import StyleSpan
from pipeline.name_particles import NAME_PARTICLES
from pipeline.tag.titles.legal_titles import legal_titles
from pipeline.tag.words.name_tables import word_set
from pipeline.tag.words.tokens import Token, adjacent, commonness, tokenise

Quiet = list[tuple[int, int]]

_EVIDENT = 0.6
"""Share of a text in italics from which the italics are the setting of the text and mark nothing."""

_FOREIGN = 2.5
"""Zipf frequency under which a word with an English gloss after it counts as foreign (zvezda 2.1, hongqi 0)."""

# English endings: a rare word with one of them is a rare English word ("codicological", "minuted").
_ENGLISH_ENDING = re.compile(
    r"(?:ed|ing|ly|ical|ally|isms?|ists?|tions?|ness|ous|able|ible|ity|ies|ment|less|ful|ship)$"
)

# An original title with its translation in brackets; the last letter may be a closing quotation mark. A vertical bar
# is what OCR often makes of the closing bracket.
_GLOSS = re.compile(r"\s\[([^\[\]|]{3,240}?)\s?[\]|]")
# The gloss of an archive or office translates a name, not a title: it has no colon, and ends or begins with its head.
_OFFICE = re.compile(
    r"^[^:]*\b(?:Archives?|Library|Museum|Institute|Office|Cent(?:er|re)|Ministry|Press|Bureau)$"
    r"|^(?:Archives?|Library|Museum|Institute|Office|Cent(?:er|re)|Ministry|Bureau)\s(?:of|for)\b"
)
_BRACKETED_GLOSS = re.compile(
    r"(?<![\w-])(?<!\bin\s)(?<!\bat\s)(?P<title>[^\W\d_a-zß-ÿ]\w+(?:\s[^\W\d_a-zß-ÿ]\w+)?)"
    r"\s\((?P<gloss>[^\W\d_a-zß-ÿ][\w’]+(?:\s[^\W\d_a-zß-ÿ][\w’]+){1,3})\)"
)
# Words that stand where an author stands, and are none: a kind of document, or a referring word.
_NO_AUTHOR = word_set("""
    Minute Minutes Report Letter Letters Telegram Memorandum Memo Record Records Note Notes Speech Draft Protocol Diary
    Interview Conversation Message Cable Despatch Dispatch Statement Resolution Decree See Also Ibid Idem Cf Quoted
    Cited However Moreover Thus Here In For Voir Siehe Vgl Dans
    """)

_TITLE_BODY = r"(?:[^;\[()‘“’”]|[’'](?=\w|\s[a-zß-ÿ])|\([^()]*\)|[‘“][^‘“’”;]*[’”](?!,)){2,200}?"
# Author, Title: `Surname, Short title, p. 3`, `Given Surname, Title (Place: Publisher, Year)`.
_AUTHOR_TITLE = re.compile(
    rf"""
    (?:^|[;.]\s+|\b(?:[Ss]ee(?:\salso)?|[Aa]lso|[Ii]n|from|[Cc]fr?\.|[Vv]oir|[Vv]gl\.|[Ss]iehe),?\s+)  # where it begins
    (?P<author>(?![Ss]ee\b|[Aa]lso\b|[Ii]n\b|[Cc]fr?\b|[Vv]oir\b|[Vv]gl\b|[Ss]iehe\b|[Dd]ans\b)
        (?:[^\W\d_][^\s,;:()\[\]]*\s+|&\s+){{0,7}}[^\W\d_a-zß-ÿ][^\s,;:()\[\]]* # ending in a capital word
    )
    (?:\s\([^()]{{1,20}}\))?,\s+                                                # a remark: (oral)
    (?:chief\s+)?(?:eds?\.?,\s+)?                                              # editors
    (?P<title>[“‘"'«]?[^\W\d_a-zß-ÿ]{_TITLE_BODY})                              # the title, from a capital
    (?=
        ,?\s\((?:[^():]{{2,60}}:\s|[^()]{{0,40}}\b(?:1[4-9]|20)\d\d)            # (Place: Publisher, Year) or (date)
        | ,\s(?:pp?|vols?|nos?|ff?|fols?|trans|eds?|ch|chap)\.                  # or volume, pages, translator
        | [’”],                                                                 # or the closing mark
        | ,\s\d+\s*[(:,]                                                        # or 11(4), 20:72
        | \s\[                                                                  # or the translation
    )
    """,
    re.VERBOSE,
)
# Title without author at the head of a citation: `Khrushchev Remembers: The Glasnost Tapes, trans. …`.
_BARE_TITLE = re.compile(r"(?:^|;\s+)(?P<title>[^\W\d_a-zß-ÿ][^;,.(\[‘“]{2,120}?)(?=,\s(?:trans|vol|pp?|no)\.)")
_QUOTED_TITLE = re.compile(
    r"(?:^|,\s+|;\s+|\b(?:in|from|[Ss]ee),?\s+)"
    r"(?P<title>[‘“](?:[^‘’“”]|[’'](?=\w)|[‘“][^‘’“”]*[’”]){3,240}[’”])(?=,|\s[(\[]|\.?$)"
)
# The journal after an article's title: `’, Journal of Cold War Studies 11(4)`, `’], Dangshi wenxian [`.
_JOURNAL = re.compile(
    r"[’”\]],\s+(?P<title>[^\W\d_a-zß-ÿ][^;,\[(‘“]{2,120}?)(?=\s(?:\d|\[|no|vol)|,?\s\(|,\s(?:pp?|vol|no)\.)"
)
# Quell to Drummond; E. Brill to the Board of Lights: a letter has no title, and names its correspondents.
_NAMED = r"(?:[^\W\d_a-zß-ÿ][\w.’-]*)"
_LETTER = re.compile(
    rf"{_NAMED}(?:\s{_NAMED}){{0,3}}\sto\s(?:the\s)?{_NAMED}(?:\s(?:of\s)?{_NAMED}){{0,4}}(?:,\s[^,]*\d{{4}})?"
)
_CITATION_TITLES = (_JOURNAL, _QUOTED_TITLE)


def quiet_spans(text: str, styles: tuple[StyleSpan, ...], *, note: bool, language: str = "en") -> Quiet:
    """Half-open ranges of titles and of words in another language; sorted, disjoint.

    In the body only italics, foreign words and the forms of the law tell; in notes also the shape of citations, because
    there a false name is worse than a missed one. Words that English does not know are foreign in English texts alone.
    """
    spans = _italics(text, styles) + _foreign_with_gloss(text) + legal_titles(text)
    if language in ("", "en"):
        spans += _foreign(text)
    if note:
        spans += _glossed(text)
        spans += [found.span("title") for pattern in _CITATION_TITLES for found in pattern.finditer(text)]
        titles = (found.span("title") for found in _AUTHOR_TITLE.finditer(text) if _is_author(found["author"]))
        spans += [span for span in titles if not is_letter(text[slice(*span)])]
        # Two words before a volume or page may be a person: "Bo Yibo, p. 3".
        spans += [found.span("title") for found in _BARE_TITLE.finditer(text) if found["title"].count(" ") > 1]
    return merged(spans)


def authors(text: str) -> list[tuple[int, int]]:
    """Spans of what stands as author before a title, several authors in one span."""
    return [found.span("author") for found in _AUTHOR_TITLE.finditer(text) if _is_author(found["author"])]


def is_letter(title: str) -> bool:
    """Whether what stands as a title names the two who wrote to each other: `Quell to Drummond`."""
    return _LETTER.fullmatch(title) is not None


def _is_author(words: str) -> bool:
    return not _NO_AUTHOR.intersection(words.split())


def _italics(text: str, styles: tuple[StyleSpan, ...]) -> Quiet:
    spans = [(span.start, span.end) for span in styles if span.style.italic]
    return spans if sum(end - start for start, end in spans) < _EVIDENT * len(text) else []


def _glossed(text: str) -> Quiet:
    """Translated titles in brackets."""
    return [
        found.span(1) for found in _GLOSS.finditer(text) if " " in found.group(1) and not _OFFICE.search(found.group(1))
    ]


def _foreign_with_gloss(text: str) -> Quiet:
    """A title in another language with its English in brackets: `Krasnaia Zvezda (Red Star)`."""
    return [
        found.span()
        for found in _BRACKETED_GLOSS.finditer(text)
        if commonness(found["title"].split()[-1]) < _FOREIGN
        and all(commonness(word) >= 3.0 for word in found["gloss"].replace("’s", "").split())
    ]


def _foreign(text: str) -> Quiet:
    """Runs of words around one that English does not know: `Ruogan zhongyao juece`, `Mao Zedong wenji`."""
    tokens = tokenise(text)
    spans: Quiet = []
    for index, token in enumerate(tokens):
        if _unknown(token):
            first, last = _run(text, tokens, index)
            spans.append((tokens[first].start, tokens[last].end))
    return spans


def _unknown(token: Token) -> bool:
    word = token.text
    return word.islower() and len(word) > 2 and commonness(word) == 0.0 and not _ENGLISH_ENDING.search(word)


def _run(text: str, tokens: tuple[Token, ...], index: int) -> tuple[int, int]:
    first = last = index
    while first > 0 and adjacent(text, tokens[first - 1], tokens[first]) and _belongs(tokens[first - 1]):
        first -= 1
    while last + 1 < len(tokens) and adjacent(text, tokens[last], tokens[last + 1]) and _belongs(tokens[last + 1]):
        last += 1
    return first, last


def _belongs(token: Token) -> bool:
    """A neighbour of a foreign word that can be part of the same phrase: a capital, or a word rare in English."""
    word = token.text
    return word in NAME_PARTICLES or commonness(word) < 3.5 or (word[0].isupper() and commonness(word) < 4.5)


def merged(spans: Quiet) -> Quiet:
    """The ranges sorted, and those that meet made one."""
    merged: Quiet = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
