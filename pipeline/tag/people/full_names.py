"""Full names in French, Italian, Spanish, Portuguese and German prose, where no model reads.

A given name is known to all languages alike (Max, Pablo: at most a factor of a hundred apart), a noun to one of them
(Affaires, Regno, Freistaat). Two capitals side by side within a sentence are a person's name where the first is such a
given name; in Romance languages, which write nouns small, also where neither is a common word of the language.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from statistics import median

from pipeline import packed_lists
from pipeline.tag.words.exonyms import ANYWHERE, EXONYMS
from pipeline.tag.words.name_tables import ADDRESSES, HEADS, LEADS, OF_LAW, PEOPLES, PERIODICAL, REPOSITORIES, word_set
from pipeline.tag.words.tokens import COMMON_FROM, Token, adjacent, commonness, commonness_of_the_common, tokenise

ROMANCE = ("fr", "it", "es", "pt")
LANGUAGES = (*ROMANCE, "de")
_LISTS = (*ROMANCE, "en", "nl", "de")
FIRST, LAST = 4.5, 3.8
"""Zipf frequencies in the language under which the first and the last word of a name are: Charles 4.4, Gaulle 3.7."""
AFTER_GIVEN = 5.0
"""The same for the last word behind a given name: Grosso 4.7, Spalla 4.3; Nacional 5.3."""
SHARED = 2.0
"""How much commoner a given name may be in its own language than in others: Giovanni 1.4, Friederike 1.9; Kultur 2.7,
Regno 3.0."""
KNOWN = 1.2
"""Zipf frequency that a given name has in other languages: Wassily 1.7; Abbildung 0, Freistaat 0."""
RARE = 1.6
"""Zipf frequency under which a word that another language knows as well as its own is a name: Eeva 1.5, Eyvind 1.4."""
ENGLISH = 1.0
"""How much commoner in English than elsewhere a borrowed word is: Humanities 1.3, Access 1.6."""
COMMON = 5.3
"""Zipf frequency in English above which no given name is: John 5.2, David 5.1; Open 5.9."""
GERMAN = 3.0
"""Zipf frequency in German from which a word that no other language knows is a noun: Lehrstuhl 3.6; Münz 2.9."""

_ARTICLES = {
    "fr": word_set("le la les l un une du des au aux ce cette ces cet"),
    "it": word_set("""
        il lo la l i gli le un una uno del dello della dell dei degli delle al allo alla all ai agli alle nel nello
        nella nell nei nelle dal dalla dall sul sulla sull
        """),
    "es": word_set("el la los las un una unos unas del al este esta"),
    "pt": word_set("o a os as um uma do da dos das no na nos nas ao à pelo pela este esta"),
    "de": word_set("der die das des dem den ein eine einer eines einem einen im am zum zur vom beim ins"),
}
_PARTICLES = word_set("de d di da do dos das del della von van der")
_NOUN = re.compile(r"\w{2,}(?:ung|heit|keit|schaft|tum|ismus|tät|nis|ion|ik|ur)(?:en|s)?")
"""The endings of German nouns that stand for no thing that could bear a name."""
# Words of all languages that are no given names.
_INTERNATIONAL = word_set("""
    San Santa Santo São Saint Sainte Sankt Hotel Radio Internet Film Bank Festival Club Bar Restaurant Video Studio Euro
    Auto Metro Jazz Rock Pop Opera Oper Ballet Sport Tour Grand Super Web Blog Digital Social Media Art Park Plaza Villa
    Via Piazza Campus Forum Nova New Global Central International Royal General Original Casa Rio Salon Temple Palace
    Street Pro Contra Anti Post Status Text Version Project Model Plan Central Instituto Virtual Data Open Work Sur Los
    Las Des Der Die Das Les El La Le Il Lo Un Una Con Per Por Para Pour Non No Se Si Dar Bab Analyse Approach Catalogue
    Cours Colonial Principe
""")


def full_names(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Spans of names of two to four words in a text of this language; none in other languages than these."""
    if language not in LANGUAGES:
        return
    for run in _runs(text, language):
        name = _from_given_name(run, language) or run
        if 2 <= len(name) <= 5 and _is_name(name, language):
            yield name[0].start, name[-1].end


def is_shared(word: str, language: str) -> bool:
    """Whether other languages know a word about as well as its own does, as they do names."""
    own = commonness(word, language)
    return _test_elsewhere(word, language, lambda others: others >= KNOWN and own - others <= SHARED)


def is_given_name(word: str, language: str) -> bool:
    """Whether a word with a capital is a given name, or a name at least, by how the languages share it."""
    return word not in _INTERNATIONAL and commonness(word, "en") <= COMMON and may_be_given_name(word, language)


def may_be_given_name(word: str, language: str) -> bool:
    """The same for a word that stands where a given name may: before an initial and a family name."""
    if is_english(word):
        return False
    return is_shared(word, language) or _is_rare_but_known(word, language)


def is_english(word: str) -> bool:
    """Whether English knows a word so much better than other languages that it is borrowed from there."""
    own = commonness(word, "en")
    return _test_elsewhere(word, "en", lambda others: own - max(others, KNOWN) > ENGLISH)


def _test_elsewhere(word: str, language: str, test: Callable[[float], bool]) -> bool:
    """What a test says of how common a word is in the middle of the other languages.

    The long lists, which take 0.7 s and 300 MB together, are asked one by one, the largest last, and only until the
    others cannot change the answer: the test must turn once at most as the words get commoner.
    """
    others = [other for other in _LISTS if other != language]
    least = [commonness_of_the_common(word, other) for other in others]
    most = [known or COMMON_FROM for known in least]
    for place, other in enumerate(others):
        if test(median(least)) == test(median(most)):
            break
        least[place] = most[place] = commonness(word, other)
    return test(median(least))


def load_lists() -> None:
    """Load what most documents ask: the short lists, and the long ones that are asked of rare names first."""
    for language in _LISTS:
        commonness_of_the_common("a", language)
    for language in ROMANCE:
        packed_lists.open_list(language, packed_lists.LONG)


def _is_rare_but_known(word: str, language: str) -> bool:
    known = (commonness(word, other) >= 1.0 for other in _LISTS if other != language)
    return commonness(word, language) < RARE and any(known)


def _runs(text: str, language: str) -> Iterator[list[Token]]:
    """Words with a capital side by side, particles between them, without a title or an article before them.

    Of persons one speaks without an article: `la Cappella Nuova`, `das Hotel Adler`. A word that begins the sentence
    is left out unless it is a given name.
    """
    run: list[Token] = []
    before: Token | None = None
    for token in tokenise(text):
        if run and not _follows(text, run, token):
            yield _bare(run)
            run = []
        if run or (_can_name(token) and _may_begin(text, before, token, language)):
            run.append(token)
        before = token
    yield _bare(run)


def _follows(text: str, run: Sequence[Token], token: Token) -> bool:
    last = run[-1]
    if last.text in _PARTICLES:
        return _can_name(token) and text[last.end : token.start] in (" ", "’", "'")
    return adjacent(text, last, token) and (_can_name(token) or token.text in _PARTICLES)


def _bare(run: list[Token]) -> list[Token]:
    while run and run[-1].text in _PARTICLES:
        run = run[:-1]
    return run


def _may_begin(text: str, before: Token | None, token: Token, language: str) -> bool:
    if token.text in ADDRESSES:
        return False
    if before is not None and token.start - before.end == 1:
        if before.text in _ARTICLES[language]:
            return False
        # `Biblioteca Municipal de Selwyn`: what is left of another name is none; but German nouns have capitals too.
        beside = language != "de" and before.text[0].isupper() and adjacent(text, before, token)
        if beside and before.text not in ADDRESSES and not before.opens:
            return False
    return not token.opens or is_given_name(token.text, language)


def _can_name(token: Token) -> bool:
    word = token.text
    plain = word[0].isupper() and not word[:2].isupper()
    return plain and not any(word in table for table in (HEADS, LEADS, OF_LAW, PEOPLES, REPOSITORIES))


def _from_given_name(run: list[Token], language: str) -> list[Token]:
    """Of nouns and a name behind them the name: `Dichter Gábor Hajnal`; nothing where no given name is among them."""
    words = [token.text for token in run]
    given = (place for place, word in enumerate(words[:-1]) if word[0].isupper() and word not in EXONYMS[language])
    first = next((place for place in given if is_given_name(words[place], language)), None)
    if first is None or not _INTERNATIONAL.isdisjoint(words[:first]):
        return []
    return run[first : _end_of_name(words, first)] if language == "de" else run[first:]


def _end_of_name(words: Sequence[str], first: int) -> int:
    """In German another noun may follow: `Pablo Merrows Lampen`."""
    last = first + 1
    while last + 1 < len(words) and (words[last] in _PARTICLES or is_given_name(words[last], "de")):
        last += 1
    return last + 1


def _is_german_noun(word: str) -> bool:
    """A word that German knows, and no other language at all, or with the ending of a noun: `Lehrstuhl`."""
    alone = all(commonness(word, other) == 0 for other in _LISTS if other != "de")
    return _NOUN.fullmatch(word) is not None or (alone and commonness(word, "de") >= GERMAN)


def _is_name(run: Sequence[Token], language: str) -> bool:
    first, last = run[0].text, run[-1].text
    if len(last) <= 2 or first in _INTERNATIONAL or any(PERIODICAL.fullmatch(token.text) for token in run):
        return False
    if _has_a_place(run, language):
        return False
    if language == "de" and (is_english(last) or _is_german_noun(last)):
        return False
    if is_given_name(first, language):
        noun = language == "de" and not is_shared(last, language)
        return commonness(last, language) < (LAST if noun else AFTER_GIVEN)
    if language == "de" or any(token.text in _PARTICLES for token in run):
        return False
    rare = max(commonness(first, language), commonness(first, "en")) < FIRST
    return rare and commonness(last, language) < LAST


def _has_a_place(run: Sequence[Token], language: str) -> bool:
    """A place is no given name and no family name; behind `de`, and among three words, not even one of elsewhere.

    Of `Moniot de Paris` Paris would be the family name, and every Paris of the document a person. Nor is what is made
    of a place a given name: `Wiener Lampenamt`, `Bonn-Bad Selwyn`.
    """
    words = [token.text for token in run]
    places = EXONYMS[language]
    inhabitant = words[0].removesuffix("er") if language == "de" else ""
    if not places.isdisjoint((words[0], words[-1], " ".join(words), words[0].split("-")[0], inhabitant)):
        return True
    return len(words) > 2 and not ANYWHERE.isdisjoint(words)
