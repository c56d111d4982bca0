"""Names of authors out of the line that has them: bylines, and the citations on cover pages."""

import re

_BETWEEN_AUTHORS = re.compile(
    r"\s*(?:,\s*(?:and|&)\s+|\band\b|&|[;/·•|]|,|\bund\b|\bet\b|[*†‡∗]\s(?=\s*\w)|(?<=[^\W\d_])\d\s+(?=[^\W\d_]))\s*",
    re.IGNORECASE,
)
_AND_BETWEEN_FULL = re.compile(
    r"(?<=[\w.]\s)(\S+)\s+(?:[ye]|Y(?=\s[^a-zà-ÿ]+$))\s+(?=[^\W\d_a-zà-ÿ]\S*\s+(?![yeY]\s)\S)"
)
"""Spanish and Italian *and* between two full names; before a single word it may be of a surname: ``Tansy y Reed``."""
_BY = re.compile(
    r"^\W*(?:(?:review(?:ed)?|(?:book\s+)?review\s+essay)\s+by|by|(?:rezension|besprechung|rezensiert|besprochen)\s+von|"
    r"(?:compte\s+rendu|recension)\s+(?:de|par)|recensione\s+di|rese(?:ñ|n)a\s+(?:de|por)|"
    r"(?:von|par|por|door)(?=\s+\S+\s+\S))\s+",
    re.IGNORECASE,
)
"""What stands before the author's name, or the reviewer's; before a surname alone *Von* is a part of it."""
_TRANSLATED = re.compile(
    r"\W*\b(?:translated|übersetzt|traduit|tradotto|traducido)\s+(?:by|von|par|da|por)\b.*$", re.IGNORECASE
)
"""Behind the authors the translator, who is none."""
_SIGNS = re.compile(r"(?:\s*[*∗⁎☆†‡§¶‖°’'\"”“+\d])+$")
_SUFFIX = re.compile(r",\s*(?=(?:Jr|JR|Sr|SR|II|III|IV)\b)")


_TITLES = re.compile(
    r"\b(?:(?:Prof|Univ|Dr|PD|Dipl|Mag|Ass)\.(?:[\s-]*(?:h|c|iur|jur|phil|theol|med|habil|rer|nat|pol|oec|publ|mult)\.)*\s*)+|"
    r"(?:,\s*(?:LL\.?\s?[MB]|Ph\.?\s?D|M\.?\s?A|(?:S\.\s?)?J\.?\s?D|M\.?\s?D|Esq)|(?:^|\s)(?:M\.\s?A|B\.\s?A|Ph\.?\s?D(?!\s+(?:[Cc]and|[Ss]tud))))(?=\W|$)\.?"
)
"""Academic titles, which are no part of a name; without a comma before it, *Ma* is one."""


def without_titles(text: str) -> str:
    """Names without academic titles: ``Prof. Dr. iur. Hester Tansy`` -> ``Hester Tansy``."""
    return _TITLES.sub("", text)


def without_translator(text: str) -> str:
    """``Hester Tansy, translated by Amos Reed`` -> ``Hester Tansy``."""
    return _TRANSLATED.sub("", text)


def split_authors(text: str) -> tuple[str, ...]:
    """``ZHIHUA SHEN and YAFENG XIA*`` -> ``("Zhihua Shen", "Yafeng Xia")``; towns behind the names are left out.

    ``Tansy, Hester; Reed, Amos`` -> ``("Hester Tansy", "Amos Reed")``.
    """
    if all(_INVERTED.fullmatch(name.strip()) for name in text.split(";")):
        return inverted_authors(text)
    names = _parts(text)
    return tuple(name for name in names if name not in _towns_of(text))


_INVERTED = re.compile(
    r"(?:[a-zà-ÿ]{2,4} )?[^\W\d_a-zà-ÿ][\w’'-]+, [^\W\d_a-zà-ÿ][\w.’'-]*(?: [^\W\d_a-zà-ÿ][\w.’'-]*)?"
)
"""``Tansy, Hester``: a word alone is no full name, so that the comma stands within one."""


def towns_among(text: str) -> tuple[str, ...]:
    """``Hester Tansy, Saltmouth`` -> ``("Saltmouth",)``."""
    return tuple(_towns_of(text))


def _towns_of(text: str) -> list[str]:
    """Single words behind a full name, at the end of a list that has them behind all or behind the last: towns.

    One with the sign or number of an author is a name: ``Hester Tansy1, Amos Reed2, Sukarno3``.
    """
    names = _parts(text)
    alone = [name for name in names[1:] if re.fullmatch(r"[^\W\d_]{3,}", name)]
    if any(re.search(rf"\b{name}\s?[*∗†‡§¶\d]", text, re.IGNORECASE) for name in alone):
        return []
    each = [names[place] for place in range(1, len(names), 2)]
    full = all(" " in name for name in names if name not in alone)
    return alone if full and alone and alone in ([names[-1]], each) else []


IN_ANGLES = re.compile(r"\s?<[^<>\s]+>")
"""An electronic address behind a name."""


def _parts(text: str) -> tuple[str, ...]:
    names = []
    whole = _SUFFIX.sub(" ", _BY.sub("", without_translator(text.strip())))
    whole = IN_ANGLES.sub("", re.sub(r"\s*\([^()]*\)", "", whole))  # towns and institutions behind the names
    whole = _AND_BETWEEN_FULL.sub(r"\1; ", without_titles(whole))
    for part in _BETWEEN_AUTHORS.split(whole):
        name = _SIGNS.sub("", part.strip()).strip(" .,*-–—·•")
        half = len(name) // 2
        name = name[:half] if name[:half] == name[half + 1 :] else name  # under a portrait it stands once more
        if name and name.casefold() not in {"et al", "al"}:
            abbreviated = " " not in name and not whole.isupper()  # ``Hester Tansy, RN``
            names.append(_in_title_case(name) if name.isupper() and not abbreviated else name)
    return tuple(dict.fromkeys(names))


def inverted_authors(text: str) -> tuple[str, ...]:
    """``Janis, Mark D.; Oliva, Jennifer D.; and Reed, A.`` -> ``("Mark D. Janis", "Jennifer D. Oliva", "A. Reed")``."""
    names = []
    for part in re.split(r";\s*(?:and\s+)?", text.strip(" ;")):
        last, comma, first = part.partition(",")
        if comma:
            names.append(f"{first.strip()} {last.strip()}")
    return tuple(names)


def _in_title_case(name: str) -> str:
    return re.sub(r"[^\W\d_]+", _cased, name)


def _cased(word: re.Match[str]) -> str:
    own = word.group()
    if word.start() and own.casefold() in _SMALL:
        return own.lower()
    if own.startswith("MC") and len(own) > len("MCI"):
        return f"Mc{own[2:].capitalize()}"
    return own if len(own) == 1 else own.capitalize()


_SMALL = frozenset({"dos", "das", "do", "von", "zu"})
"""Particles that no bearer writes with a capital after a forename; *de*, *da*, *di*, *van* some write so."""
