"""Names that the prose sets in italics, as German lawyers and historians do: there italics mark no title.

One article sets titles or names so, not both by turns: of the stretches of several words in its italics, people must be
as many as all others, and several.
"""

from collections.abc import Collection, Iterable

from pipeline.model import Block, StyleSpan
from pipeline.tag.people.full_names import full_names
from pipeline.tag.people.name_order import parse

FEWEST = 3
"""Different people in italics from which it is a habit; a novel or two may have the name of its hero."""
_MARKS = " ,.;:"


def italic_names(blocks: Iterable[tuple[Block, str]]) -> frozenset[str]:
    """The full names in italics and the family names of these; none where the article has no such habit.

    Args:
        blocks: the prose, each block with its language.
    """
    people: list[str] = []
    others = 0
    for block, language in blocks:
        slanted = [block.text[each.start : each.end].strip(_MARKS) for each in block.styles if each.style.italic]
        several = [words for words in slanted if " " in words]
        names = {block.text[slice(*span)] for span in full_names(block.text, language)} if several else set()
        people += [words for words in several if words in names]
        others += sum(words not in names for words in several)
    if len(set(people)) < FEWEST or len(people) < others:
        return frozenset()
    return frozenset([*people, *(family for name in people for family in parse(name).families)])


def without_names(text: str, styles: Iterable[StyleSpan], named: Collection[str]) -> tuple[StyleSpan, ...]:
    """The styles of a text but for those that only set one of the names."""
    return tuple(each for each in styles if text[each.start : each.end].strip(_MARKS) not in named)
