"""Institutions by their head word alone: `the Board`, where the document names one Board of Lights and no other."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.model import EntityKind
from pipeline.tag.vote.occurrences import Found
from pipeline.tag.vote.passages import Passage, is_quiet
from pipeline.tag.words.name_tables import HEADS

CERT = 0.8
"""Certainty that the only institution with this head word is meant."""

_ALONE = re.compile(r"\b[Tt]he (?P<head>[A-Z][a-z]+)(?![\w-]|[’']\w{2}| [A-Z]| (?:of|for) (?:the )?[A-Z])")
_COMPLEMENT = re.compile(r"\s(?:of|for|de|du|des|der|di|della)\s")


def short_names(passages: Sequence[Passage], found: Sequence[Found]) -> Iterator[Found]:
    """Mentions by head word, each under the full name that it stands for; none where two institutions share the head.

    Example: ``the Observatory`` -> ``Imperial Observatory``.
    """
    names: defaultdict[str, set[str]] = defaultdict(set)
    for one in found:
        if one.kind is EntityKind.ORG and " " in one.name and (head := _head(one.name)):
            names[head].add(one.name)
    for index, passage in enumerate(passages):
        for alone in _ALONE.finditer(passage.text):
            start, end = alone.span("head")
            full = names.get(alone["head"], set())
            if len(full) == 1 and not is_quiet(passage, start, end):
                yield Found(index, start, end, next(iter(full)), EntityKind.ORG, CERT)


def _head(name: str) -> str:
    """The head word of an institution's name: the last before its first `of` or `for`."""
    word = _COMPLEMENT.split(name, maxsplit=1)[0].split()[-1]
    return word if HEADS.get(word) is EntityKind.ORG else ""
