"""DOI and ISSN out of a text; and what shows an electronic address."""

import re

MAIL = re.compile(r"\w@\w+\.\w")
"""An electronic address: the line says where an author is to be found."""
_DOI = re.compile(r"10\.\d{4,9}/(?:[^\s,;?()\]]|\([^\s()]*\))*\w")
"""Brackets are of the name where both stand in it: Elsevier's ``S0024-3841(03)00102-5`` has the year in them."""
_ISSN = re.compile(
    r"(?:\bISSN\b\D{0,20}(?P<named>\d{4}\s?[-‐–]\s?\d{3}[\dXx])|"
    r"\b(?P<bare>\d{4}-\d{3}[\dXx]|\d{4}[‐–]\d{3}[\dXx](?=/\d\d/)))\b"
)
"""An en dash, as some journals print it, makes years of what has no word before it, and no code of a copy behind it."""


def best_doi(text: str, fewest: int = 1) -> str:
    """The DOI that is printed most often; a broken twin is mended in cleanup. JSTOR's own addresses are none.

    Args:
        text: in which it stands.
        fewest: how often, at least.
    """
    found = [doi for doi in _DOI.findall(text) if not doi.startswith("10.2307/")] or _DOI.findall(text)
    often = sorted(doi for doi in set(found) if found.count(doi) >= fewest)
    return max(often, key=lambda doi: (found.count(doi), len(doi)), default="")


_ADDRESSES = re.compile(r"(?:https?://|\bdoi\b\W*|\b10\.\d{4,9}/)\S+", re.IGNORECASE)
"""Addresses and DOIs: an ISSN within one is not printed as the journal's."""


def first_issn(text: str) -> str:
    """The first ISSN, which is that of the printed journal; empty if there is none.

    The last character is a check digit (ISO 3297): pages 4875-4883 are none.
    """
    text = _ADDRESSES.sub(" ", text)
    found = (re.sub(r"\s?[-‐–]\s?", "-", match["named"] or match["bare"]) for match in _ISSN.finditer(text))
    return next((issn for issn in found if _is_checked(issn)), "")


def _is_checked(issn: str) -> bool:
    digits = [10 if character in "Xx" else int(character) for character in issn if character != "-"]
    return sum(digit * weight for digit, weight in zip(digits, range(8, 0, -1), strict=True)) % 11 == 0
