"""People: where grammar says that a person stands, and what a person's name looks like."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline import pinyin
from pipeline.name_particles import NAME_PARTICLE, NAME_PARTICLES
from pipeline.tag.people.full_names import is_given_name
from pipeline.tag.words.name_tables import (
    CHINESE_SURNAMES,
    GIVEN_SHORT,
    HEADS,
    NO_NAMES,
    PEOPLES,
    PERSON_TITLES,
    PLACE_WORDS,
    REPOSITORIES,
    WRITINGS,
    word_set,
)
from pipeline.tag.words.spans import Span, between
from pipeline.tag.words.tokens import FUNCTION_WORD, Token, adjacent, commonness, tokenise

# The hyphenated given names of Wade-Giles (Tse-tung).
_WADE_GILES = re.compile(r"[A-Z][a-zü’'‘]{1,6}-[a-zü’'‘]{1,6}")
INITIAL = rf"(?:[^\W\d_a-zß-ÿ]|{'|'.join(sorted(GIVEN_SHORT))})\."
# Everything is bounded, so that a page of initials or an unbroken script costs no more than prose.
_WORD = r"[^\W\d_a-zß-ÿ][\w’'-]{1,40}"
_NAME = rf"(?:{INITIAL}[\s-]?){{0,4}}{_WORD}(?:\s(?:{INITIAL}|{_WORD}|{NAME_PARTICLE})){{0,5}}"
_NAMES = rf"{_NAME}(?:(?:,\s|,?\sand\s|\s&\s){_NAME}){{0,7}}"
# ed. Wen Weidong; trans. Jerrold L. Schecter and Vyacheslav V. Luchkov
_AFTER_ROLE = re.compile(
    rf"\b(?:[Ee]ds?\.|[Tt]rans\.|[Tt]r\.|[Ee]dited\sby|[Tt]ranslated\sby|[Cc]ompiled\sby|[Ii]ntroduced\sby"
    r"|[Éé]dité(?:e|s|es)?\spar|[Tt]raduit(?:e|s|es)?\spar|sous\sla\sdirection\sd[e’']|[Hh](?:rsg|g)\.\sv(?:on|\.)|[Üü]bers\.\sv(?:on|\.)"
    rf"|[Aa]\scura\sdi)\s?(?P<names>{_NAMES})"
)
# Deng Liqun, ed.,   Zhou Wenqi and Chu Lianghe, eds
_BEFORE_ROLE = re.compile(rf"(?:^|[;.]\s|\b[Ss]ee\s|\bin\s)(?P<names>{_NAMES})(?=,\s(?:chief\s)?eds?\b)")
# Frol Kozlov, a leading member; Todor Zhivkov, the first secretary: not in New York, the director of the museum.
_IN_APPOSITION = re.compile(
    rf"(?P<names>{_NAME})(?=,\s(?:the\s|an?\s|then\s)?(?:[a-z-]+\s){{0,3}}(?:secretary|minister|chairman|chairwoman|president|"
    r"director|ambassador|premier|chancellor|historian|philosopher|economist|diplomat|bishop|archbishop|governor|mayor|"
    r"professor|editor|poet|novelist|member|official|leader)\b)"
)
_BETWEEN = re.compile(r",\s|,?\sand\s|\s&\s")
_IN_BYLINE = re.compile(r"\s*(?:,|;|&|\b[Aa][Nn][Dd]\b|\n|\b(?:[Rr]eviewed |[Ww]ritten )?[Bb][Yy]\b)\s*")
# [Joseph] Stalin; Mao [Zedong]
_SUPPLIED = re.compile(
    r"\[(?P<given>[^\W\d_a-zß-ÿ][\w’'-]*\.?)\]\s(?P<surname>[^\W\d_a-zß-ÿ][\w’-]+)"
    r"|\((?P<initials>(?:[A-Z]\.\s?){1,3})\)\s(?P<named>[^\W\d_a-zß-ÿ][\w’-]+)"
    r"|(?<![\w\]])(?P<bare>[^\W\d_a-zß-ÿ][\w’-]+)\s\[(?P<more>[^\W\d_a-zß-ÿ][\w’'-]*)\]"
)
_SAINTS = frozenset(["St", "Ste", "Mt"])
"""What is left of a name that was cut at its stop: `Christopher St. Merrow`."""
_HOLY = frozenset(["San", "Santa", "Santo", "São", "Los", "Las"])
"""Towns begin so: `San Marcos`."""
_GIVEN_TOO = frozenset(["Christian", "Norman", "Frank", "Roman", "German", "Tory", "Dane", "Finn", "Scot"])
"""Peoples and parties that are given names as well."""
_COUNTRIES = word_set("""
    Germany Austria Switzerland Russia Ukraine Italy Belgium Sweden Norway Finland Denmark Netherlands Canada Australia
    Japan China Korea Vietnam Brazil Argentina Europe America Africa Asia Deutschland Österreich Schweiz Suisse Italia
    España Europa
    """)
"""Countries after which nobody is called, as some are after France and Israel."""
COMMON_FAMILY = 4.5
"""Zipf frequency from which the last word before an office is likelier a word: `Central Committee, the secretary`."""

_ADJECTIVE = re.compile(r"\w{3,}ische[rsn]?\s")
"""`Europäische Hafenstelle`: a German adjective begins the name of a body."""
_CONTRACTED = re.compile(r"[A-Z][a-z]+[’'][glnrty]\b")
"""`Int’l`, `Comm’n`, `Ass’n`, as American lawyers shorten the names of bodies (The Bluebook, 21st ed., table 6)."""
_POSSESSIVE = re.compile(r"[’']s?$")
REGNAL = re.compile(r"[IVX]{1,5}")


def is_person_name(name: str) -> bool:
    """True for the shape of a person's name: one to six capitalised words or initials, particles between them.

    A name that ends in a head word (`Central Committee`) or in what was written (`Merrow Papers`), holds a digit or the
    name of a kind of archive is none.
    """
    words = name.replace(".", ". ").split()
    if not REPOSITORIES.isdisjoint(words) or _ADJECTIVE.match(name) or _CONTRACTED.search(name):
        return False
    if not 1 <= len(words) <= 6 or any(character.isdecimal() for character in name) or words[-1] in HEADS:
        return False
    if len(words) > 1 and (words[-1] in WRITINGS or words[-1] in NO_NAMES or words[-1] in _SAINTS):
        return False
    if len(words) > 1 and (words[0] in _HOLY or _is_qualified(words)):
        return False
    capital = [word for word in words if word[0].isupper()]
    small = [word for word in words if not word[0].isupper()]
    ends = words[-1][0].isupper() and len(words[-1]) > 1
    return ends and bool(capital) and NAME_PARTICLES.issuperset(small)


def _is_qualified(words: Sequence[str]) -> bool:
    """A people before the name, a country behind it: `Dutch Josquin`, `Statistik Austria`; but `Norman Austin`."""
    return words[-1] in _COUNTRIES or (words[0] in PEOPLES and not _may_be_given(words[0]))


def _may_be_given(people: str) -> bool:
    return people in _GIVEN_TOO or people in CHINESE_SURNAMES or is_given_name(people, "en")


def is_chinese_given(word: str) -> bool:
    """True for one or two pinyin syllables or a hyphenated Wade-Giles name; many other short words pass too."""
    return pinyin.is_given_name(word) or _WADE_GILES.fullmatch(word) is not None


def names_by_grammar(text: str) -> Iterator[Span]:
    """Names beside a role (`ed.`, `trans.`) or after a title (`Ambassador Pavel Yudin`), title left out."""
    yield from names_beside_roles(text)
    yield from _after_titles(text)
    yield from _in_apposition(text)


def names_beside_roles(text: str) -> Iterator[Span]:
    """Editors, translators and those who introduce."""
    for pattern in (_AFTER_ROLE, _BEFORE_ROLE):
        for found in pattern.finditer(text):
            yield from _listed(text, *found.span("names"))


def _in_apposition(text: str) -> Iterator[Span]:
    """Names of two words and more with the office of the person behind a comma; in a place somebody else may follow."""
    for found in _IN_APPOSITION.finditer(text):
        before = (text[max(0, found.start() - 20) : found.start()].split() or [""])[-1]
        words = found["names"].split()
        while words and (words[0] in PERSON_TITLES or commonness(words[0]) >= FUNCTION_WORD):
            before = words.pop(0).lower()
        named = len(words) > 1 and before not in PLACE_WORDS and is_person_name(" ".join(words))
        if named and commonness(words[-1]) < COMMON_FAMILY:
            yield found.end() - len(" ".join(words)), found.end()


def names_in_lists(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """The persons of at least two words in lists such as the authors of a citation."""
    for span in spans:
        yield from (name for name in _listed(text, *span) if " " in text[slice(*name)])


def _listed(text: str, start: int, end: int) -> Iterator[Span]:
    yield from (span for span in between(_BETWEEN, text, start, end) if is_person_name(text[slice(*span)]))


def _after_titles(text: str) -> Iterator[Span]:
    tokens = tokenise(text)
    for index, token in enumerate(tokens[:-1]):
        if token.text in PERSON_TITLES and text[token.end : tokens[index + 1].start] in (" ", ". "):
            last = _end_of_name(text, tokens, index + 1)
            # "General Line", "Major Events": words that are all common are no name.
            if last is not None and any(commonness(word.text) < 4.0 for word in tokens[index + 1 : last + 1]):
                yield tokens[index + 1].start, tokens[last].end


def _end_of_name(text: str, tokens: tuple[Token, ...], first: int) -> int | None:
    """Index of the last word of the name that begins at ``first``; None if none does."""
    if not _can_name(tokens[first]):
        return None
    last = first
    while last + 1 < len(tokens) and adjacent(text, tokens[last], tokens[last + 1]) and _can_name(tokens[last + 1]):
        last += 1
    return None if tokens[last].text in HEADS else last


def _can_name(token: Token) -> bool:
    word = token.text
    return (word[0].isupper() and word not in PERSON_TITLES and not (word.isupper() and len(word) > 1)) or (
        REGNAL.fullmatch(word) is not None
    )


def chinese_names(text: str) -> Iterator[Span]:
    """A known family name and one pinyin given name after it: `Lin Biao`, `Chen Yi`, `Mao Tse-tung`."""
    tokens = tokenise(text)
    for index, (first, second) in enumerate(pairwise(tokens)):
        if first.text not in CHINESE_SURNAMES or not adjacent(text, first, second) or not second.text[0].isupper():
            continue
        third = tokens[index + 2] if index + 2 < len(tokens) else None
        goes_on = third is not None and adjacent(text, second, third) and third.text[0].isupper()
        pronoun = first.opens and commonness(first.text) >= FUNCTION_WORD
        if is_chinese_given(second.text) and commonness(second.text) < 4.0 and not goes_on and not pronoun:
            yield first.start, second.end


def supplied_names(text: str) -> Iterator[tuple[int, int, str]]:
    """Names of which the author supplied a part in brackets, with the outer word: `[Joseph] Stalin` -> `Stalin`.

    The word is empty where the brackets leave no doubt: `(S. F.) Antonov`.
    """
    for found in _SUPPLIED.finditer(text):
        possessive = _POSSESSIVE.search(found.group())
        end = found.start() + possessive.start() if possessive else found.end()
        yield found.start(), end, found["surname"] or found["bare"] or ""


def byline_names(text: str) -> Iterator[Span]:
    """The authors of a byline: what stands between commas, ampersands and `and`."""
    for span in between(_IN_BYLINE, text, 0, len(text)):
        words = text[slice(*span)].strip("*†‡ \t").split()
        if 2 <= len(words) <= 5 and is_person_name(" ".join(words).title()):
            yield span
