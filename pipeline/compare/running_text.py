"""The running text of a body or note while it is being read: white space normalised, offsets known at any time."""

import re
import unicodedata

TOKEN = re.compile(r"\s+|\S+")


class RunningText:
    """Collects characters. White space is held back until a character follows, so none is left at an end."""

    def __init__(self) -> None:
        self.length = 0
        self._parts: list[str] = []
        self._held = ""
        self._joined = False

    @property
    def text(self) -> str:
        """All that was written so far."""
        return "".join(self._parts)

    def write(self, text: str | None) -> None:
        """Add text as it stands in the file."""
        for token in TOKEN.findall(text or ""):
            if token.isspace():
                self.space()
            else:
                self._put(token)

    def space(self) -> None:
        """A word ends here; nothing happens if the text before is to be joined to the text after."""
        if not self._joined:
            self._held = self._held or " "

    def join(self) -> None:
        """A word goes on here, whatever white space stands around."""
        if self._held == " ":
            self._held = ""
        self._joined = True

    def separate(self) -> None:
        """A block ends here."""
        self._held = "\n"
        self._joined = False

    def _put(self, token: str) -> None:
        self._joined = False
        held, self._held = self._held, ""
        for part in (held if self.length else "", unicodedata.normalize("NFC", token)):
            self._parts.append(part)
            self.length += len(part)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at its ends; empty if there is nothing else in it.

    >>> trimmed("one two", 3, 7)
    (4, 7)
    """
    stretch = text[start:end]
    return end - len(stretch.lstrip()), start + len(stretch.rstrip())
