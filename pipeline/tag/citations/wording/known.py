"""What the notes read so far have made known: signs, repositories, and the titles and authors of works."""

from pipeline.tag.citations.wording.italics import NONE
from pipeline.tag.citations.wording.likeness import TitleIndex, fold_title
from pipeline.tag.people.name_order import fold

WITHOUT_AUTHOR = 92.0
"""Likeness (0 to 100) from which words that nothing but their place makes a title are an earlier title."""


class Known:
    """Grows as the notes are read in order."""

    def __init__(self, recurring: frozenset[str] = frozenset()) -> None:
        self.signs: dict[str, str] = {}
        """Sign -> id of the work."""
        self.repositories: dict[str, str] = {}
        """Sign or name -> full name of the repository."""
        self.titles = TitleIndex()
        self.surnames: set[str] = set()
        self._recurring = recurring
        self.italics = NONE
        """Of the note that is read."""

    def has_title(self, words: str) -> bool:
        """Whether an earlier work has this title, or one that begins so."""
        return self.recurs(words) or (len(fold_title(words)) > 3 and self.titles.has(words, WITHOUT_AUTHOR))

    def recurs(self, words: str) -> bool:
        """Whether several notes cite a source by this name and by nothing else."""
        return bool(self._recurring) and fold_title(words) in self._recurring

    def has_author(self, name: str) -> bool:
        """Whether an author of this family name was cited."""
        return any(fold(word) in self.surnames for word in name.split())
