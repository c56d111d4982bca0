"""Places by the plain word beside them: `the river Kerzhen`, `the village of Malye Gory`, `Ust-Kerzhen district`."""

import re
from collections.abc import Iterator

from pipeline.tag.tokens import commonness

RARE = 3.5
"""Zipf frequency from which the word before `district` is likelier an adjective: Soviet 4.6, western 4.6; Henan 2.5."""

_WORD = r"[^\W\d_a-zß-ÿ][\w’']+(?:-[^\W\d_a-zß-ÿ][\w’']+)?"
_BEHIND = re.compile(
    rf"\b(?:[Rr]iver|(?:towns?|villages?|city|port|island|province|district|county|hamlet|parish)\sof)\s"
    rf"(?P<name>{_WORD}(?:\s{_WORD})?)(?!\s[A-Z])"
)
_BEFORE = re.compile(
    rf"(?<![A-Z][\w’']\s)(?P<name>{_WORD})\s(?=(?:districts?|provinces?|prefecture|oblast|raion|county)\b)"
)


def names_beside_place_words(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the names; before the word only rare ones, since adjectives stand there, too."""
    yield from (found.span("name") for found in _BEHIND.finditer(text))
    for found in _BEFORE.finditer(text):
        if commonness(found["name"]) < RARE:
            yield found.span("name")
