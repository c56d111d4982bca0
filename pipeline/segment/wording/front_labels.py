"""The words that stand over or before an abstract, keywords and contents, in the languages of the journals."""

import re

ABSTRACT = re.compile(
    r"""
    ^\W* (?: abstr\ ?acts?(?:\ and\ keywords)?
      | summary | résumé | resum[eé]n? | resumo | resumé | riassunto | zusammenfassung | kurzfassung
      | abstra[kc]t | streszczenie | abstrakt | samenvatting | sammanfattning | sammendrag | özet? | öz | sažetak
      | povzetek
      | súhrn | souhrn | összefoglal(?:ás|ó) | rezumat | tiivistelmä | ملخص )
    \b (?! (?:\s?[.·…]){3} ) \W*
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""No entry of the contents, ``Summary ..... 37``."""
KEYWORDS = re.compile(
    r"""
    ^\W* (?: key[\s-]?words?(?:\ and\ phrases)? | (?-i:KEY)$ | mots[\s-]{1,2}clés? | mots[\s-]{1,2}clefs?
      | schlagw(?:orte|örter)
      | schlüsselw(?:orte|örter) | schlüsselbegriffe | stichw(?:orte|örter) | index\ terms
      | palabras?\W{1,3}claves? | palavras?\W{1,3}chaves?
      | parole\W{1,3}chiave
      | słowa[\s-]kluczowe | klíčová\ slova | kľúčové\ slová | ključne\ (?:riječi|besede) | anahtar\ kelimeler
      | trefwoorden | nyckelord | nøkkelord | kulcsszavak | cuvinte[\s-]cheie | avainsanat | paraules?\ clau )
    \b \W*
    """,
    re.VERBOSE | re.IGNORECASE,
)
CONTENTS = re.compile(
    r"^(?:(?:(?:table of|article) )?contents|inhalt(?:sverzeichnis|sübersicht)?|gliederung|sommaire|"
    r"table des matières|indice|sommario|sumário|sumario|índice)\b\W*(?P<run_in>.*)$",
    re.IGNORECASE,
)


_SUMMARY = re.compile(r"^\W*summary\W+(?=(?:1|I)[.\s])", re.IGNORECASE)
"""What Italian journals call their run-in contents in English, after ``Sommario``: no abstract begins with a 1."""


def heads_contents(text: str) -> bool:
    """Whether a line stands over a table of contents, and has nothing else."""
    found = CONTENTS.match(text)
    return found is not None and not found["run_in"]


def runs_into_contents(text: str) -> bool:
    """Whether the contents follow their label in the line: ``Table of Contents: 1. Oil; 2. Lamps``."""
    found = CONTENTS.match(text)
    numbered = found is not None and bool(re.match(r"(?:\d|[IVX]+)[.\s]", found["run_in"]))
    return numbered or bool(_SUMMARY.match(text))


def labels_abstract(text: str) -> bool:
    """Whether a line begins with the label of an abstract, a colon or a dash, and its first words."""
    label = ABSTRACT.match(text)
    return label is not None and bool(_BEHIND_LABEL.search(label[0])) and not runs_into_contents(text)


_BEHIND_LABEL = re.compile(r"[:—–]\W*$")


def is_labelled(text: str) -> bool:
    """Whether an abstract, keywords or contents begin with a line."""
    return bool(ABSTRACT.match(text) or KEYWORDS.match(text)) or heads_contents(text) or runs_into_contents(text)
