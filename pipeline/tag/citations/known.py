"""What the notes read so far have made known: signs, repositories, and the titles and authors of works."""

from pipeline.tag.citations.likeness import fold_title, likeness
from pipeline.tag.name_order import fold

WITHOUT_AUTHOR = 92.0
"""Likeness (0 to 100) from which words that nothing but their place makes a title are an earlier title."""


class Known:
    """Grows as the notes are read in order."""

    def __init__(self) -> None:
        self.signs: dict[str, str] = {}
        """Sign -> id of the work."""
        self.repositories: dict[str, str] = {}
        """Sign or name -> full name of the repository."""
        self.titles: list[str] = []
        self.surnames: set[str] = set()

    def has_title(self, words: str) -> bool:
        """Whether an earlier work has this title, or one that begins so."""
        return len(fold_title(words)) > 3 and any(likeness(words, title) >= WITHOUT_AUTHOR for title in self.titles)

    def has_author(self, name: str) -> bool:
        """Whether an author of this family name was cited."""
        return any(fold(word) in self.surnames for word in name.split())
