"""The user's authority file: names that she knows, their variants, kinds and identifiers, in TOML or in TEI.

It overrides what the program finds; `pipeline/tag/register/authorities.py` says how. A file that contradicts itself is
refused, since either reading would put one person's name on another.
"""

from pipeline.authority.contradictions import consistent
from pipeline.authority.placed import Placed
from pipeline.authority.tei_file import read_tei
from pipeline.authority.toml_file import read_toml
from pipeline.config import Authority
from pipeline.errors import UsageError

__all__ = ["AUTHORITY_FILES", "read"]

AUTHORITY_FILES = ("authority.toml", "authority.xml")
"""Names under which an authority file is found beside the sources."""

READERS = {".toml": read_toml, ".xml": read_tei}
"""Suffix -> reader."""


def read(name: str, content: bytes) -> tuple[Authority, ...]:
    """The entries of a file, in its order.

    Args:
        name: of the file, for the messages; its suffix tells the format.
        content: its bytes.

    Raises:
        UsageError: the suffix is of no format.
        SourceError: the file is malformed or contradicts itself; the sentence names the line.
    """
    suffix = f".{name.rsplit('.', 1)[-1].lower()}"
    if suffix not in READERS:
        raise UsageError(f"{name} is no authority file", "give a .toml file, or a TEI file called .xml")
    placed: list[Placed] = READERS[suffix](name, content)
    return tuple(one.entry for one in consistent(name, placed))
