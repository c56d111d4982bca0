"""Names of authors out of the line that has them: bylines, and the citations on cover pages."""

import re

_BETWEEN_AUTHORS = re.compile(
    r"\s*(?:,\s*(?:and|&)\s+|\band\b|&|;|,|\bund\b|\bet\b|[*†‡∗]\s(?=\s*\w))\s*", re.IGNORECASE
)
_BY = re.compile(
    r"^\W*(?:(?:review(?:ed)?|(?:book\s+)?review\s+essay)\s+by|by|(?:rezension|besprechung|rezensiert|besprochen)\s+von|"
    r"(?:compte\s+rendu|recension)\s+(?:de|par)|recensione\s+di|rese(?:ñ|n)a\s+(?:de|por))\s+",
    re.IGNORECASE,
)
"""What stands before the author's name, or the reviewer's."""
_SIGNS = re.compile(r"[*∗†‡§¶°’'\"”“\d]+$")
_SUFFIX = re.compile(r",\s*(?=(?:Jr|JR|Sr|SR|II|III|IV)\b)")


_TITLES = re.compile(
    r"\b(?:(?:Prof|Univ|Dr|PD|Dipl|Mag|Ass)\.(?:[\s-]*(?:h|c|iur|jur|phil|theol|med|habil|rer|nat|pol|oec|publ|mult)\.)*\s*)+|"
    r",\s*(?:LL\.?\s?M|Ph\.?\s?D|M\.?\s?A)\.?(?=\W|$)"
)
"""Academic titles, which are no part of a name."""


def without_titles(text: str) -> str:
    """Names without academic titles: ``Prof. Dr. iur. Hester Tansy`` -> ``Hester Tansy``."""
    return _TITLES.sub("", text)


def split_authors(text: str) -> tuple[str, ...]:
    """``ZHIHUA SHEN and YAFENG XIA*`` -> ``("Zhihua Shen", "Yafeng Xia")``."""
    names = []
    whole = _SUFFIX.sub(" ", _BY.sub("", text.strip()))
    whole = re.sub(r"\s*\([^()]*\)", "", whole)  # towns and institutions behind the names
    whole = without_titles(whole)
    for part in _BETWEEN_AUTHORS.split(whole):
        name = _SIGNS.sub("", part.strip()).strip(" .,*-–—·•")
        half = len(name) // 2
        name = name[:half] if name[:half] == name[half + 1 :] else name  # under a portrait it stands once more
        if name and name.casefold() not in {"et al", "al"}:
            names.append(_in_title_case(name) if name.isupper() else name)
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
    return re.sub(
        r"[^\W\d_]+", lambda word: word.group() if len(word.group()) == 1 else word.group().capitalize(), name
    )
