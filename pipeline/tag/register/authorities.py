"""The user's authority file at work: which names are hers, and of which entry.

Her names are found wherever they stand as names, whatever the vote says; mentions under two of her names are one entry;
mentions under names of two entries are two, however alike they are. Titles of works stay quiet for her names, too.
"""

from collections.abc import Iterable, Sequence

from pipeline.config import Authority
from pipeline.model import EntityKind
from pipeline.tag.people.name_order import parse
from pipeline.tag.vote.passages import Passage
from pipeline.tag.vote.verdicts import Verdict

Words = tuple[str, ...]


class Authorities:
    """The entries, by their names."""

    def __init__(self, entries: Sequence[Authority]) -> None:
        self.entries = entries
        self._by_name = {name: index for index, entry in enumerate(entries) for name in names_of(entry)}
        self._by_words: dict[Words, int | None] = {}
        for name, index in self._by_name.items():
            words = parse(name).words
            if entries[index].kind is EntityKind.PERSON and len(words) > 1:
                # None: two people whose names differ only in their order.
                self._by_words[words] = index if self._by_words.get(words, index) == index else None

    def kind_of(self, name: str) -> EntityKind | None:
        """The kind of what the name names; None for a name that is not hers."""
        index = self._by_name.get(name)
        return None if index is None else self.entries[index].kind

    def index(self, kind: EntityKind, name: str) -> int | None:
        """Number of the entry that has this name; of a person, in either order of its parts."""
        index = self._by_name.get(name)
        if index is None and kind is EntityKind.PERSON and self._by_words:
            index = self._by_words.get(parse(name).words)
        return index if index is not None and self.entries[index].kind is kind else None

    def verdicts(self, texts: Iterable[Passage]) -> dict[str, Verdict]:
        """Beyond doubt, for every name of hers that stands somewhere in the texts."""
        whole = "\n".join(text.text for text in texts).translate(str.maketrans("’‘ʼ", "'''"))
        return {name: Verdict(self.entries[at].kind, 1.0) for name, at in self._by_name.items() if name in whole}


def names_of(entry: Authority) -> tuple[str, ...]:
    """The name and its variants."""
    return (entry.name, *entry.variants)
