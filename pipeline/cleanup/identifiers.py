"""DOIs and web addresses that the reader broke, mended against a whole twin in the same document."""

import re
from collections.abc import Iterator, Sequence

from pipeline.cleanup.draft import Draft, Edit

_DOI = re.compile(r"10\.\d{4,9}/[^\s,;)\]]+\w")
"""https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html; what ends a sentence is not taken into the name."""
_ADDRESS = re.compile(r"https?://[^\s,;)\]]+[\w/]")
_BROKEN = re.compile(r"(?:10\.\d{4,9}/|https?://)\S+(?: \S+){1,3}")


_ARCHIVED = re.compile(r"\[?\bhttps?://perma\.\s?cc/(?P<name>[A-Z\d][A-Z\d –-]{7,12})\]")
"""The archive's addresses end in two groups of four."""
_NAME = re.compile(r"([A-Z\d]{4})-([A-Z\d]{4})")
_DASH = re.compile(r"(?:(?<=\s)|^)[_—](?=\[?https?://)")
_OPENED = re.compile(r"(?<=[^\W_]|/)(?=\[https?://)|(?<=\])(?=\([a-z“])")
_SPACE = re.compile(
    r"""
      (?<=[-_=?])\ (?=\d|\w[\w=%]*[-_=./])           # no address ends in such a sign: what goes on is of it
    | (?<=\d)\ (?=\d\w{0,12}(?:[-/_][\w-]|\.[a-z])|\d{6})  # a space within a number
    | (?<=\w)\ (?=\.(?:html?|pdf|aspx?|php)\b)        # what kind of file it is
    | (?<=\w)\ (?=\?\w+=|-\w+(?:[-_/]|\.[a-z]))       # a query; a hyphen, and an address behind it
    | (?<=%)\ (?=[\dA-F]{2})                           # a percent sign takes two figures
    | (?<=[\w/-])\ ?\|\ ?(?=[\w-])                    # a 1: no address has a bar
    """,
    re.VERBOSE,
)
_IN_ADDRESS = re.compile(rf"https?://\S+(?:(?:{_SPACE.pattern})\S+)*", re.VERBOSE)


_ENDS_IN = re.compile(r"(?:^|\s)[_—\[]?https?://(?:\S*[^\s,;)\]])?$")
_GOES_ON = re.compile(rf"^[^\s|]+(?:(?:{_SPACE.pattern})\S+)*", re.VERBOSE)


def addresses(drafts: Sequence[Draft]) -> Iterator[tuple[int, Edit]]:
    """The spaces that a reader puts into an address, whose letters stand apart, and those that it loses beside one.

    An address that ends a line goes on in the next one.
    """
    goes_on = False
    for index, draft in enumerate(drafts):
        rest = _GOES_ON.match(draft.text) if goes_on else None
        yield from ((index, edit) for edit in _mended_spaces(draft, rest))
        goes_on = bool(_ENDS_IN.search(draft.text)) or (rest is not None and rest.end() == len(draft.text))


def _mended_spaces(draft: Draft, rest: re.Match[str] | None) -> Iterator[Edit]:
    edits = [
        Edit(found.start("name"), found.end("name"), name, 0.9, "an address of the archive has two groups of four")
        for found in _ARCHIVED.finditer(draft.text)
        if _NAME.fullmatch(name := found["name"].replace(" ", "").replace("–", "-"))
    ]
    edits += [Edit(found.start(), found.end(), "", 0.9, "an address opens") for found in _DASH.finditer(draft.text)]
    edits += [Edit(place, place, " ", 0.9, "an address in brackets") for place in _beside(draft.text)]
    for found in [*([rest] if rest else []), *_IN_ADDRESS.finditer(draft.text)]:
        for space in _SPACE.finditer(draft.text, found.start(), found.end()):
            sign = "1" if "|" in space.group() else ""
            edits.append(Edit(space.start(), space.end(), sign, 0.9, "within an address"))
    yield from sorted(edits, key=lambda edit: -edit.start)


def _beside(text: str) -> list[int]:
    """Where an address in brackets begins or ends and has no space on its outer side."""
    return [found.start() for found in _OPENED.finditer(text) if "://" in text[: found.start() + len("[https://")]]


def identifiers(drafts: Sequence[Draft]) -> Iterator[tuple[int, Edit]]:
    """``10.5555/2011 1.60`` -> ``10.5555/20111.60`` where the whole form stands elsewhere."""
    twins = {found for draft in drafts for pattern in (_DOI, _ADDRESS) for found in pattern.findall(draft.text)}
    for index, draft in enumerate(drafts):
        for broken in _BROKEN.finditer(draft.text):
            edit = _mended(broken, twins)
            if edit:
                yield index, edit


def _mended(broken: re.Match[str], twins: set[str]) -> Edit | None:
    parts = broken.group().split(" ")
    for count in range(len(parts), 1, -1):
        joined = "".join(parts[:count]).rstrip(".,;)]")
        if joined in twins:
            printed = " ".join(parts[:count])
            printed = printed[: len(printed) - (len("".join(parts[:count])) - len(joined))]
            return Edit(broken.start(), broken.start() + len(printed), joined, 0.95, "the whole form stands elsewhere")
    return None
