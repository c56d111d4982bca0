"""When two archival references are to the same file: repository and shelf mark, however they are written."""

import re

from pipeline.tag.citations.likeness import fold_title

_DASH = re.compile(r"[–—]")
_LEVEL = re.compile(r"\b(?:fond|f|opis’?|op|delo|dela|dd?|papka|p)\.?\s", re.IGNORECASE)


def archival_key(repository: str, shelfmark: str, title: str) -> tuple[str, str, str]:
    """Folded repository and mark; the title only where there is no mark.

    Example: ``fond 1730, opis 2, delo 8`` and ``1730/2/8`` give the same key, and so do hyphens and dashes.
    """
    mark = re.sub(r",\s*", "/", _LEVEL.sub("", shelfmark)) if _LEVEL.search(shelfmark) else shelfmark
    mark = re.sub(r"\s+", " ", _DASH.sub("-", mark.casefold())).strip()
    return fold_title(repository), mark, "" if mark else fold_title(title)
