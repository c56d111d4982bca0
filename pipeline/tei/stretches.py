"""What marks stretches of a text: typography, names and dates, doubtful hyphens, the authors in a byline."""

import re
import unicodedata
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from itertools import pairwise

from pipeline.model import Block, EntityKind, Join, Mention, Note, Style, StyleSpan
from pipeline.tei.inline import Range

NAMES_FROM = 0.9
"""Certainty from which a name or a note is written without ``@cert``."""

NAME_ELEMENTS = {
    EntityKind.PERSON: ("persName", None),
    EntityKind.PLACE: ("placeName", None),
    EntityKind.ORG: ("orgName", None),
    EntityKind.DATE: ("date", None),
    EntityKind.WORK: ("title", None),
    EntityKind.EVENT: ("name", "event"),
}
"""Kind of name -> its element and ``@type``."""

HYPHEN_CATEGORIES = ("Pd", "Sm")
"""Unicode categories of dashes and of ``=`` and ``¬``, which some printers and readers use for the hyphen."""

RENDITIONS = (("italic", "italic"), ("bold", "bold"), ("small_caps", "smallcaps"), ("superscript", "superscript"))
"""Field of ``Style`` -> word of ``hi/@rend``, in the order in which they are written."""


def rend(style: Style) -> str:
    """``italic smallcaps``: every word of ``hi/@rend`` that the style needs."""
    return " ".join(word for field, word in RENDITIONS if getattr(style, field))


def typography(spans: Iterable[StyleSpan]) -> list[Range]:
    """``hi`` for every styled stretch; it may be split, as it says nothing about what the words are."""
    return [
        Range(span.start, span.end, "hi", {"rend": rend(span.style)}, may_split=True)
        for span in spans
        if rend(span.style)
    ]


def parted(ranges: Iterable[Range], edges: AbstractSet[int], text: str) -> list[Range]:
    """The ranges cut at the edges: italics over author and title become italics in each, as none may hold a field.

    What is left between two fields without a letter or digit, a comma in italics, is not worth an element.
    """
    found = []
    for each in ranges:
        places = [each.start, *sorted(edge for edge in edges if each.start < edge < each.end), each.end]
        parts = [each._replace(start=start, end=end) for start, end in pairwise(places)]
        whole = len(parts) == 1
        found += [part for part in parts if whole or any(map(str.isalnum, text[part.start : part.end]))]
    return found


def names(mentions: Iterable[Mention]) -> list[Range]:
    """``persName``, ``date`` ... for every mention."""
    return [Range(each.start, each.end, NAME_ELEMENTS[each.kind][0], _name_attributes(each)) for each in mentions]


def _name_attributes(mention: Mention) -> dict[str, str | None]:
    doubtful = mention.cert < NAMES_FROM
    is_date = mention.kind is EntityKind.DATE
    return {
        "type": NAME_ELEMENTS[mention.kind][1],
        "ref": f"#{mention.ref}" if mention.ref and not is_date else None,
        "when": mention.when,
        "notBefore": mention.not_before,
        "notAfter": mention.not_after,
        "from_": mention.date_from,
        "to": mention.date_to,
        "cert": f"{mention.cert:.2f}" if doubtful else None,
        "resp": "#pipeline" if doubtful else None,
    }


def doubtful_hyphens(passage: Block | Note) -> list[Range]:
    """``pc`` around a line-end hyphen that may or may not belong to the word, so that an editor finds it.

    Nothing may stand in ``pc`` but the character, so it comes after all other ranges and goes into them.
    """
    places = [piece.start - 1 for piece in passage.pieces if piece.join is Join.DOUBTFUL and piece.start > 0]
    hyphens = [place for place in places if unicodedata.category(passage.text[place]) in HYPHEN_CATEGORIES]
    return [Range(place, place + 1, "pc", {"force": "inter"}, may_split=True) for place in hyphens]


def byline_authors(text: str, authors: Iterable[str]) -> list[Range]:
    """``docAuthor`` where an author's name stands in the byline, in whatever case; the longest names first."""
    longest_first = sorted((author for author in authors if author), key=len, reverse=True)
    found = (re.search(re.escape(author), text, re.IGNORECASE) for author in longest_first)
    return [Range(match.start(), match.end(), "docAuthor", {}, outermost=True) for match in found if match]
