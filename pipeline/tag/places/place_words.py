"""Places by the plain word beside them: `the river Kerzhen`, `the village of Malye Gory`, `Ust-Kerzhen district`.

In French, Italian, Spanish and Portuguese, too: `la ville de Selwyn`, `l’oued Kerzh`, `la provincia di Selwyn`.
"""

import re
from collections.abc import Iterator

from pipeline.tag.people.full_names import ROMANCE, is_given_name
from pipeline.tag.words.tokens import commonness

RARE = 3.5
"""Zipf frequency from which the word before `district` is likelier an adjective: Soviet 4.6, western 4.6; Henan 2.5."""

_WORD = r"[^\W\d_a-zß-ÿ][\w’']+(?:-[^\W\d_a-zß-ÿ][\w’']+)?"
_BEHIND = re.compile(
    rf"\b(?:[Rr]iver|(?:towns?|villages?|city|port|island|province|district|county|hamlet|parish)\sof)\s"
    rf"(?P<name>{_WORD}(?:\s{_WORD})?)(?!\s[A-Z])"
)
_ABROAD = re.compile(
    rf"""
    \b(?:
        (?:villes?|villages?|bourg|port|provinces?|régions?|îles?|rivière|comté|commune|vallée|duché
        |città|villaggio|borgo|porto|provincia|isola|comune|valle|lago|ducato
        |ciudad|pueblo|aldea|puerto|isla|municipio|barrio
        |cidade|vila|aldeia|ilha|município|bairro
        )\s(?:d(?:e|i|u|o|a|el|es|ella)\s|d[’'])(?:(?:la|las|los)\s)?             # the town of
        |(?:fleuve|rivière|oued|fiume|lago|río|rio)\s                               # or the river
    )
    (?P<name>{_WORD}(?:[\s-]{_WORD}|\sd(?:e|i|o|a|el)\s(?:la\s)?{_WORD}){{0,2}})    # up to three words
    """,
    re.VERBOSE,
)
_GOD = re.compile(r"(?:Di(?:eu|os|o)|Deus|Jésus|Jesús|Gesù|Jesus|Dieux)\b")
_BEFORE = re.compile(
    rf"(?<![A-Z][\w’']\s)(?P<name>{_WORD})\s(?=(?:districts?|provinces?|prefecture|oblast|raion|county)\b)"
)


def names_beside_place_words(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Spans of the names; before the word only rare ones, since adjectives stand there, too."""
    if language in ROMANCE:
        yield from (found.span("name") for found in _ABROAD.finditer(text) if not _is_somebody(found["name"], language))
        return
    yield from (found.span("name") for found in _BEHIND.finditer(text))
    for found in _BEFORE.finditer(text):
        if commonness(found["name"]) < RARE:
            yield found.span("name")


def _is_somebody(name: str, language: str) -> bool:
    """`la ville de Dieu`, `le port d’Ada Merrow`: not where the town is, but whose."""
    first, _, more = name.partition(" ")
    return _GOD.match(name) is not None or (bool(more) and is_given_name(first, language))
