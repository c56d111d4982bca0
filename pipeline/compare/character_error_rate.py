"""Character error rate: edits between two texts, counted in what a reader calls characters.

The definition is dinglehopper's (https://github.com/qurator-spk/dinglehopper/wiki/CER-calculation): the
Levenshtein distance over grapheme clusters, divided by the number of clusters of the truth, both texts in NFC.
A cluster is here a code point with the combining marks, variation selectors and joined code points that follow it:
what UAX #29 says of the scripts that an article in a Latin, Greek, Cyrillic, Hebrew or Han script contains.
White space is normalised first, so line and page ends do not count.
"""

import math
import unicodedata
from collections.abc import Iterable

from rapidfuzz.distance import Levenshtein

from pipeline.compare.scores import Errors

JOINER = "\u200d"

# Clusters of several code points are stood for by private ones, so that a text becomes a string of one character
# per cluster, which is what rapidfuzz compares fastest. Plane 15 is for private use; no article uses it.
FIRST_PRIVATE = 0xF0000

FOLDED = str.maketrans(
    {
        "\u2018": "'",  # LEFT SINGLE QUOTATION MARK
        "\u2019": "'",  # RIGHT SINGLE QUOTATION MARK
        "\u201a": "'",  # SINGLE LOW-9 QUOTATION MARK
        "\u201b": "'",  # SINGLE HIGH-REVERSED-9 QUOTATION MARK
        "\u2032": "'",  # PRIME
        "\u0060": "'",  # GRAVE ACCENT
        "\u00b4": "'",  # ACUTE ACCENT
        "\u201c": '"',  # LEFT DOUBLE QUOTATION MARK
        "\u201d": '"',  # RIGHT DOUBLE QUOTATION MARK
        "\u201e": '"',  # DOUBLE LOW-9 QUOTATION MARK
        "\u201f": '"',  # DOUBLE HIGH-REVERSED-9 QUOTATION MARK
        "\u2033": '"',  # DOUBLE PRIME
        "\u00ab": '"',  # LEFT-POINTING DOUBLE ANGLE QUOTATION MARK
        "\u00bb": '"',  # RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK
        "\u2010": "-",  # HYPHEN
        "\u2011": "-",  # NON-BREAKING HYPHEN
        "\u2012": "-",  # FIGURE DASH
        "\u2013": "-",  # EN DASH
        "\u2014": "-",  # EM DASH
        "\u2015": "-",  # HORIZONTAL BAR
        "\u2212": "-",  # MINUS SIGN
        "\u2026": "...",  # HORIZONTAL ELLIPSIS
    }
)


def normalised(text: str) -> str:
    """The text in NFC with single spaces between its words.

    >>> normalised(" one   two ")
    'one two'
    """
    return " ".join(unicodedata.normalize("NFC", text).split())


def graphemes(text: str) -> list[str]:
    """The grapheme clusters of a text, in order; joined, they are the text."""
    if text.isascii():
        return list(text)
    clusters: list[str] = []
    for character in text:
        if clusters and (_extends(character) or clusters[-1].endswith(JOINER)):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def coded(*texts: str) -> list[str]:
    """The texts with one code point per cluster, the same for the same cluster in all of them."""
    codes: dict[str, str] = {}
    return ["".join(_code(cluster, codes) for cluster in graphemes(text)) for text in texts]


def distance(truth: str, output: str) -> int:
    """Edits from one text to the other, in grapheme clusters; white space counts as it stands."""
    return int(Levenshtein.distance(*coded(truth, output)))


def similarity(truth: str, output: str) -> float:
    """1.0 for equal texts, 0.0 for texts with nothing in common: one minus distance over the longer length."""
    return float(Levenshtein.normalized_similarity(truth, output))


def errors(pairs: Iterable[tuple[str, str]]) -> Errors:
    """Character errors over pairs of truth and output, as if each were a document of its own."""
    texts = [(normalised(truth), normalised(output)) for truth, output in pairs]
    edits = sum(distance(*pair) for pair in texts)
    length = sum(len(graphemes(truth)) for truth, _ in texts)
    folded = [(truth.translate(FOLDED), output.translate(FOLDED)) for truth, output in texts]
    folded_edits = sum(distance(*pair) for pair in folded)
    folded_length = sum(len(graphemes(truth)) for truth, _ in folded)
    return Errors(distance=edits, length=length, rate=_rate(edits, length), folded=_rate(folded_edits, folded_length))


def rate(truth: str, output: str) -> float:
    """The character error rate of one text.

    >>> rate("a road", "a rood")
    0.16666666666666666
    """
    return errors([(truth, output)]).rate


def _rate(edits: int, length: int) -> float:
    if length:
        return edits / length
    return math.inf if edits else 0.0


def _extends(character: str) -> bool:
    return character == JOINER or unicodedata.category(character).startswith("M")


def _code(cluster: str, codes: dict[str, str]) -> str:
    if len(cluster) == 1:
        return cluster
    return codes.setdefault(cluster, chr(FIRST_PRIVATE + len(codes)))
