"""What an authority file may not say: one name for two things, one identifier for two things."""

from collections.abc import Sequence

from pipeline.authority.placed import Placed, refusal
from pipeline.authority.toml_file import LOCAL


def consistent(name: str, placed: Sequence[Placed]) -> Sequence[Placed]:
    """The same entries, if they do not contradict each other.

    Raises:
        SourceError: two entries share a name or an identifier.
    """
    by_name: dict[str, Placed] = {}
    by_idno: dict[tuple[str, str], Placed] = {}
    for one in placed:
        for words in one.names:
            other = by_name.setdefault(words, one)
            if other is not one:
                what = f"{words!r} names {one.entry.name!r} here and {other.entry.name!r} on line {other.line}"
                raise refusal(name, one.line, what, "leave the name to one of them, or to neither")
        for kind, value in one.entry.idnos.items():
            other = by_idno.setdefault((kind, value), one)
            if other is not one and kind != LOCAL:
                what = f"{value} is given to {one.entry.name!r} here and to {other.entry.name!r} on line {other.line}"
                raise refusal(name, one.line, what, "make one entry of the two, or mend the identifier")
    return placed
