"""Signs that a citation defines for later: `hereafter cited as HR`, `(im Folgenden: AUK)`, `(TsAVT)`."""

import re
from typing import NamedTuple

from pipeline.model import CitedField, FieldKind

_SIGN = r"[‘“\"'«]?(?P<sign>[^\W\d_a-zß-ÿ][\w.&’-]*(?:\s(?:&|[^\W\d_][\w.&’-]*)){0,7}?)[’”\"'»]?"
_HEREAFTER = re.compile(
    rf"""
    [,;.]?\s?[(\[]?
    (?:[Hh]ereafter|[Hh]enceforth|[Hh]ereinafter|thereafter|subsequently|cited\shereafter|(?:im|in\sder)\sFolgenden|künftig|fortan|
       ci-après|désormais|d’ici\slà|in\sseguito|d’ora\sin(?:nanzi|\spoi)|en\sadelante|doravante|zit\.|zitiert|abgekürzt|abbreviated)
    (?:\s(?:cited|referred\sto|abbreviated|zitiert|zit\.|abgekürzt|cité|abrégé|citato))*
    (?:\s(?:as|to\sas|als|par))?[,:]?\s
    {_SIGN}
    (?=[)\],;.:]|\s?$)\.?(?=[)\],;.:\s]|$)[)\]]?
    """,
    re.VERBOSE,
)
# A capital sign in brackets behind a name; in square brackets stands the name behind the sign.
_CAPITALS = re.compile(r"\s\((?P<sign>(?:[A-Z][A-Za-z]{0,3}){2,6}|(?:[A-Z]\.){2,5})\)")
# [hereinafter Merrow, Lamps]: in square brackets the sign may have a comma.
_WHOLE = re.compile(r"[^\[\]“”‘;]{2,80}?,[^\[\]“”‘;]{2,80}(?=\])")


class Sign(NamedTuple):
    """A sign and where its definition ends."""

    sign: str
    start: int
    end: int


def sign_field(sign: Sign) -> CitedField:
    """The field of a sign where it is defined."""
    return CitedField(kind=FieldKind.ABBREVIATION, start=sign.start, end=sign.end, value=sign.sign)


def hereafter_at(text: str, place: int) -> Sign | None:
    """A definition in so many words that begins at ``place``, its comma or bracket included."""
    found = _HEREAFTER.match(text, place)
    return _sign(found)


def _sign(found: re.Match[str] | None) -> Sign | None:
    """The stop behind a sign is the sentence's, unless the sign has stops of its own (`P.R.O.`).

    In square brackets nothing but the sign follows: `[hereinafter Merrow, Lamps]`.
    """
    if found is None:
        return None
    square = "[" in found.string[found.start() : found.start("sign")]
    whole = _WHOLE.match(found.string, found.start("sign")) if square else None
    if whole is not None:
        return Sign(whole.group(), whole.start(), whole.end())
    sign = found["sign"] if "." in found["sign"][:-1] else found["sign"].rstrip(".")
    return Sign(sign, found.start("sign"), found.start("sign") + len(sign))


def sign_at(text: str, place: int, stop: int) -> Sign | None:
    """A sign defined right behind the name that ends at ``place``."""
    found = hereafter_at(text, place) or hereafter_at(text, place + 1)
    if found is None and (short := _CAPITALS.match(text, place, stop)):
        found = Sign(short["sign"], short.start("sign"), short.end("sign"))
    return found if found and found.end <= stop + 1 else None


def hereafters_in(text: str, start: int, stop: int) -> list[Sign]:
    """All definitions in so many words in the stretch."""
    signs = (_sign(found) for found in _HEREAFTER.finditer(text, start, stop))
    return [sign for sign in signs if sign is not None]


def hereafter_in(text: str, start: int, stop: int) -> Sign | None:
    """A definition in so many words anywhere in the stretch."""
    return _sign(_HEREAFTER.search(text, start, stop))
