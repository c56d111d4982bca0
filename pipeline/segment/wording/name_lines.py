"""Lines of a title block that name people, institutions, or a section of the journal."""

import re
from collections.abc import Sequence

from pipeline.letters import CAPITALS
from pipeline.name_particles import NAME_PARTICLES
from pipeline.segment.measure import Measures
from pipeline.segment.rows import Row, ends_sentence
from pipeline.segment.wording.author_names import IN_ANGLES, without_titles, without_translator

_GERMAN_ARTICLES = {"des", "das", "zur"}
"""They join the words of more titles than of names: ``Geschichte des Feuers``."""
_CONNECTORS = (NAME_PARTICLES - _GERMAN_ARTICLES) | {"and", "&", "by", "with", "e", "et", "und", "af", "av"}
INSTITUTION = re.compile(
    r"""
      \b(?: universit\w* | universidade? | uniwersytet\w* | institut\w* | istituto | instytut\w* | ústav | college
      | department | d[ée]partement | departamento | dipartimento | katedra | school | école | escuela | scuola
      | hochschule | faculty | faculté | facultad | faculdade | facoltà | fakultät | wydział | centre | center | centro
      | academy | académie | akademie | museum | library | archives? | laborator(?:y|io) | laboratoire | cnrs | csic )\b
    | @\w
    """,
    re.VERBOSE | re.IGNORECASE,
)
BY_ALONE = re.compile(r"^(?:by|von|par|por|di|and|und|et|&)\W*$", re.IGNORECASE)
"""A line that leads from the title to its author, or from one author to the next."""
_NEVER_IN_NAMES = frozenset({
    "of", "the", "in", "on", "for", "to", "from", "at", "as", "is", "are", "not", "its", "how", "why", "what",
    "toward", "towards", "against", "into", "through", "beyond", "about", "under", "without", "within",
    "versus", "vs", "between", "after", "before", "review", "journal", "article", "contents", "introduction",
    "formerly", "edited", "herausgegeben",
    "für", "zur", "zum", "im", "über", "aus", "mit", "auf", "nach", "durch", "gegen", "zwischen",
    "sur", "dans", "pour", "avec", "entre", "sous", "sans", "en", "sobre", "para", "desde", "hacia", "nella", "sulla",
    "einleitung", "einführung", "vorbemerkung", "introducción", "introdução", "introduzione",
    "conclusion", "conclusions", "schluss", "remarks", "introductory", "license", "licence",
})  # fmt: skip
_ROLE = (
    r"\b(?:(?:researcher|associate|assistant|fellow|lecturer|candidate|student|doktorand(?:in)?|mitarbeiter(?:in)?|"
    r"chercheu(?:r|se)|dottorand[oa])\b|profes(?:sor\w*|seure?)\s*(?:,|of|für|de|di|$))"
)
"""What an author is: a line that says so names nobody."""
_NAMES_ROLE = re.compile(_ROLE, re.IGNORECASE)
_BEGINS_WITH_ROLE = re.compile(rf"(?:[^\W\d_][\w.’'-]*,?\s+){{0,3}}?{_ROLE}", re.IGNORECASE)
RUBRIC = re.compile(
    r"""
    ^\W* (?:
        notes? | articles? | essays? | comments? | commentar(?:y|ies) | recent\ cases? | (?:book\ )?reviews?
      | (?:review|research|original|special|feature)\ (?:essay|article|paper|note)s? | forum | lectures?
      | symposium(?:\ (?:piece|essay|article|paper|contribution)s?)?
      | responses? | repl(?:y|ies) | debates? | discussions? | round\ ?tables? | documents? | miscellan(?:y|ea)
      | aufsätze? | (?:freie\ )?beiträge? | abhandlungen? | miszellen? | studien | rezension(?:en)? | praxisbericht
      | (?:buch)?besprechung(?:en)? | comptes?\ rendus? | recensioni | articoli | saggi | reseñas? | artículos
    ) \W*$
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What a journal prints over the title: in which of its sections the article stands."""
_PRICE = r"(?:\W*(?:[A-Z]{0,3}[$£€]\s?\d[\d.,]*|(?i:hb|pb|cloth|paper(?:back)?|hard(?:back|cover)|e-?book)\b))*\W*$"
"""How a book is bound, and what it costs, behind its pages: ``Hb, €17.00 / $18.00``."""
REVIEWED = re.compile(
    rf"\bISBN\b|\b\d{{2,4}}\s*(?:pp|pages|S|pág|str|p)\.{_PRICE}"
    rf"|(?:\b[Pp]p\.\s(?:[ivxlc]+\s?[,+]\s)?|\b[ivxlc]+\s?\+\s?)\d{{2,4}}\.{_PRICE}"
)
"""An entry of a bibliography: over a review stand the books that it reviews."""


def is_rubric(text: str) -> bool:
    """Whether a line names a section of the journal and nothing else: ``Articles``, ``Book Reviews``."""
    return bool(RUBRIC.match(text))


_OPENS_ISSUE = re.compile(
    r"^\W*(?:foreword|preface|(?:guest\ )?editorial|vorwort|avant-propos|prólogo)\W*$", re.IGNORECASE
)


def heads_title(texts: Sequence[str]) -> bool:
    """Whether what opens an issue is over a title of its own: ``FOREWORD``, ``LAMPS OF THE COAST``, ``Hester Tansy``.

    Over names alone, or over the text, it is the title itself.
    """
    named = next((index for index, text in enumerate(texts) if names_people(text)), 0)
    return bool(texts) and bool(_OPENS_ISSUE.match(texts[0])) and named >= 2


def is_institution(text: str) -> bool:
    """Whether a text names an institution, and is no entry of a bibliography and no prose: an epigraph on a library."""
    words = re.findall(r"[^\W\d_]{4,}", re.sub(r"\S+@\S+", " ", text))
    return (
        bool(INSTITUTION.search(text))
        and not REVIEWED.search(text)
        and 2 * sum(word[0].isupper() for word in words) >= max(1, len(words))
    )


def begins_with_role(text: str) -> bool:
    """Whether a line under a name says what its bearer is: ``Assistant Professor of History``.

    In an abstract such words stand, too, but not at its beginning.
    """
    return bool(_BEGINS_WITH_ROLE.match(text))


_CHAPTER = re.compile(
    r"^(?:(?:chapter|part|section|kapitel|teil|chapitre|partie|cap[ií]tulo|capitolo|parte)\s+)?(?:\d{1,3}|[IVXL]{1,7})\W*$",
    re.IGNORECASE,
)


def is_chapter_number(text: str) -> bool:
    """Whether a line is the number of a chapter or of a part, which stands over its title: ``Chapter 3``, ``9``."""
    return bool(_CHAPTER.match(text))


_HEADS_CHAPTER = re.compile(r"^(?:chapter|kapitel|chapitre|cap[ií]tulo|capitolo)\b", re.IGNORECASE)


def heads_chapter(text: str) -> bool:
    """Whether a line is the number of a chapter and says so: what stands under it is the title."""
    return is_chapter_number(text) and bool(_HEADS_CHAPTER.match(text))


_LED = re.compile(rf"^(?:by|von|par|por|door|di)\s+(?=[{CAPITALS}]\S*\s+\S)")
"""What leads to the names in their line, and is in small letters there; no part of a name of two words."""
_JOINS = re.compile(r"\band\b|&|[,/·•|]|\bund\b|\bet\b|[*†‡∗]\s", re.IGNORECASE)


LONGEST_NAME = 17
"""Letters of a name; German words are longer: ``Hafenbeleuchtungsordnung und Leuchtturmgesetz``."""
_ELIDED = re.compile(rf"[dl][’'][{CAPITALS}]")
"""A particle that is written with the name: ``d’Annecy``."""


def names_people(text: str, measures: Measures | None = None) -> bool:
    """Whether a line is made of names and what joins names: ``ZHIHUA SHEN and YAFENG XIA``, ``By A. B. Clark``.

    Args:
        text: the line.
        measures: of the article, where it is to say which words are no names, for it has them in small letters: a line
            most of which they make names nobody (``THE HARBOUR LAMP MONOPOLY``), nor does a line with one of them
            behind ``I.``, where the article has ``II.``, too.
    """
    text = without_titles(without_translator(_LED.sub("", IN_ANGLES.sub("", text))))
    small_words = measures.small_words if measures else frozenset()
    # No initial: I. OIL LAMPS
    numbered = measures is not None and measures.has_section_two and f"{text} ".startswith("I. ")
    words = re.findall(r"[^\W\d_][\w.’'-]*|&", text)
    names = [word for word in words if word.casefold() not in _CONNECTORS]
    return (
        2 <= len(names) <= 14
        and not re.search(r"[:;?!]|\d{2}|^\d|[’'][sS]\b", text)  # whose something is names nobody: KEEPER’S LAMPS
        and not _NAMES_ROLE.search(text)
        and not any(name[0].islower() and not _ELIDED.match(name) for name in names)  # 馬戎 is neither
        and not any(len(part) > LONGEST_NAME for name in names for part in name.split("-"))
        and not _NEVER_IN_NAMES.intersection(name.casefold().rstrip(".") for name in names)
        and not ends_sentence(text.rstrip("*†‡°’'\"”. "))
        and len(names) <= 4 * (1 + len(_JOINS.findall(text)))
        and 2 * sum(name.casefold().rstrip(".") in small_words for name in names) <= len(names) * (not numbered)
    )


def names_only(group: Sequence[Row], measures: Measures) -> bool:
    """Whether the first row of a group is made of names, what stands in brackets, or behind a bar, apart."""
    return names_people(re.sub(r"\([^()]*\)|\s\|\s.*", "", group[0].cased), measures)
