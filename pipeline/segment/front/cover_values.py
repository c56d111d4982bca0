"""What a distributor's cover page says of the article: one pattern for each distributor's way of citing it."""

import re
from collections.abc import Sequence

from pipeline.model import FrontMatter
from pipeline.segment.front.cover_citation import cited_values
from pipeline.segment.front.digital_commons import commons_values
from pipeline.segment.wording.author_names import inverted_authors, split_authors
from pipeline.segment.wording.identifiers import best_doi, first_issn

_DASH = r"\s?[-‐–—]\s?"

_SSOAR = r"""
    ssoar\.info\s*\n
    (?P<title> .+? )\n
    (?P<inverted> [^\n]+ )\n
    (?:veröffentlichungsversion|erstveröffentlichung|postprint|preprint)\b
"""
CITATIONS = (
    # Taylor & Francis. To cite this article: Authors (2011) Title, Journal, 20:72, 861-880
    re.compile(
        rf"""
        to\ cite\ this\ article:\s*
        (?P<authors> .+? )\s*
        \((?P<year> \d{{4}})\)[:,]?\s*
        (?P<title> .+? ),\s*
        (?P<journal> [^,]+ ),\s*
        (?P<volume> \d+ )(?: [:(]\s*(?P<issue> [\d/–-]+ )\)? )?,\s*
        (?:pp?\.\s*)?(?P<first_page> \d+ ){_DASH}(?P<last_page> \d+ )
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    # The same before it has a volume: Authors (07 Jul 2025): Title, Journal, DOI: ...
    re.compile(
        r"""
        to\ cite\ this\ article:\s*
        (?P<authors> .+? )\s*
        \( \d{1,2}\ [A-Za-z]+\ (?P<year> \d{4}) \)[:,]?\s*
        (?P<title> .+ ),\s*
        (?P<journal> [^,]+ ),\s*
        doi:
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    # Cambridge. How to cite this article: Author (2003). Title. Journal, 12, pp 323-345 doi:...
    re.compile(
        rf"""
        how\ to\ cite\ this\ article:\s*
        (?P<authors> .+? )\s*
        \((?P<year> \d{{4}})\)\.?\s*
        (?P<title> .+? )\.\s+
        (?P<journal> [^,.]+ ),\s*
        (?P<volume> \d+ )(?: \((?P<issue> [\d/–-]+ )\) )?,\s*
        (?:pp?\.?\s*)?(?P<first_page> \d+ ){_DASH}(?P<last_page> \d+ )
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    # Project MUSE. Title Author Journal, Volume 12, Number 3, Fall 2010, pp. 323-345 (Article)
    re.compile(
        rf"""
        ^(?P<head> .+? )\n
        (?P<journal> [^\n,]+ ),\s*volume\ (?P<volume> \d+ ),\s*
        (?:number\ (?P<issue> [\w/–-]+ ),\s*)?
        [^\d,]* (?P<year> \d{{4}} ),\s*
        pp?\.\s*(?P<first_page> \d+ )(?: {_DASH}(?P<last_page> \d+ ) )?
        """,
        re.VERBOSE | re.IGNORECASE | re.DOTALL,
    ),
    # SSOAR. Title, inverted authors, kind of version
    re.compile(_SSOAR, re.VERBOSE | re.IGNORECASE | re.DOTALL),
    # Érudit. Citer cet article: Author, A. & Author, B. (2014). Title. Journal, 9(1), 84–102. https://doi.org/...
    re.compile(
        rf"""
        (?: citer\ cet\ article | cite\ this\ article )\s*
        [^(]{{3,160}} \((?P<year> \d{{4}})\)\.\s*
        (?P<title> .+? (?: [?!](?=\s) | (?=\.\s) ) )\.?\s+
        (?P<journal> [^.]{{3,120}}? ),\s*
        (?P<volume> \d+ )?(?: \s?\((?P<issue> [\d/–-]+ )\) )?,\s*
        (?P<first_page> \d+ )(?: {_DASH} (?P<last_page> \d+ ) )?
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    # EPrints. Surname, N. (2008) Title. Journal, 60(1), pp. 73-154; final published version: Surname, N. 2008. Title.
    re.compile(
        rf"""
        (?: ^ | final\ published\ version:\s* )
        (?: (?P<inverted> [^\W\d_][\w’'\ -]{{1,40}},\ [^,()\d:&]{{1,30}}? ) | [^\W\d_][^()\d:]{{2,200}}? )\s
        \(?(?P<year> (?:19|20)\d\d )\)?\.?\s+
        (?P<title> .+? (?: [?!](?=\s) | (?=\.\s) ) )\.?\s+
        (?P<journal> [^.,\d]{{4,120}}? ),?\s+
        (?P<volume> \d+ )\s?(?: \((?P<issue> [\d/–-]+ )\)\s? )?,\s*
        pp?\.\s*(?P<first_page> \d+ ){_DASH}(?P<last_page> \d+ )
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    # Persée. Citer ce document / Cite this document : Surname Name. Title. In: Journal, tome 12, n°3, 1980. pp. 1-20;
    re.compile(
        rf"""
        cite\ this\ document\ :\s*
        [^.]+ \.\s+
        (?P<title> .+? )\.\s+In\s?:\s*
        (?P<journal> [^,.\d]+ )[,.]\s*
        (?= (?: [^;]*? (?:tome|vol(?:ume|\.)?)\s?(?P<volume> \d+ ) )? )
        (?= (?: [^;]*? n°\s?(?P<issue> [\d/–-]+ ) )? )
        [^;]*? \b(?P<year> (?:1[89]|20)\d\d )\b
        [^;]*? pp\.\s*(?P<first_page> \d+ ){_DASH}(?P<last_page> \d+ )
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    # NBER. Volume Title: ... Publication Date: 1962 Chapter Title: ... Chapter Author: ... (p. 609 - 626)
    re.compile(
        rf"""
        volume\ title:\s*
        (?P<journal> .+? )\s*
        volume\ (?:author|editor)\b .+?
        publication\ date:\ [^\d]* (?P<year> \d{{4}} )\s*
        chapter\ title:\s* (?P<title> .+? )\s*
        chapter\ author[^:]*:\s* (?P<authors> .+? )\s*
        chapter\ url: .+?
        \(pp?\.\s*(?P<first_page> \d+ ){_DASH}(?P<last_page> \d+ )
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    # musiconn. Title: ... Author(s): ... Source: Book, ed. by ..., Dresden 2025 (= Series 20), p. 323–345.
    re.compile(
        rf"""
        ^title:\s* (?P<title> .+? )\s*
        author\(s\):\s* (?P<authors> .+? )\s*
        source:\s* .+? \b(?P<year> (?:1[89]|20)\d\d )\b,?\s*
        \(=\s? (?P<journal> [^()]+? )[\s,]+(?:vol\.\s|band\s)?(?P<volume> \d+ ) \),?\s*
        pp?\.\s*(?P<first_page> \d+ ){_DASH}(?P<last_page> \d+ )
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    # Redalyc. Surname, Name; Surname, Name / Title / Journal, vol. 12, núm. 3, enero-junio, 2010, pp. 323-345
    re.compile(
        rf"""
        \n(?P<inverted> [^\n,;@\d]+ ,\s [^\n,;@\d]+ (?: ;\s[^\n]+ )? )\n
        (?P<title> [^\n]+ (?: \n[^\n]+ ){{0,5}}? )\n
        (?P<journal> [^\n,]+ ),\s*vol\.\s*(?P<volume> \w+ ),\s*
        (?: n[úu]m\.\s*(?P<issue> [\w–-]+ ),\s* )?
        (?: [^\W\d]+ (?:-[^\W\d]+)? ,\s* )?
        (?P<year> \d{{4}} ),\s*
        pp?\.\s*(?P<first_page> \d+ ){_DASH}(?P<last_page> \d+ )
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    # SAGE. http://xyz.sagepub.com/ Title Author Journal 2010 24: 305
    re.compile(
        r"""
        sagepub\.com/?\s*\n
        (?P<head> .+? )\n
        (?P<journal> [^\n\d]+? )\ (?P<year> \d{4} )\ (?P<volume> \d+ )(?: \((?P<issue> \d+ )\) )?:\s*
        (?P<first_page> \d+ )
        """,
        re.VERBOSE | re.IGNORECASE | re.DOTALL,
    ),
)
_AUTHOR_LINE = re.compile(r"(?:author(?:\(s\))?|\breview by):\s*(?P<authors>[^\n]+)", re.IGNORECASE)
_TITLE_OVER_AUTHORS = re.compile(r"^(?P<title>.{3,300}?)\s*author\(s\):", re.IGNORECASE | re.DOTALL)
_RESEARCHGATE = re.compile(
    r"""
    ^see\ discussions [^\n]*\n (?P<title> .{3,300}? )\n
    (?:article|chapter|conference\ paper|book)\b (?: \s+in\s+ (?P<journal> [^·•\n]+ ) )? [^\n]*? (?P<year> \d{4} )
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_PUBLISHER = re.compile(r"(?:published by|volume publisher):\s*(?P<publisher>[^\n]+)", re.IGNORECASE)


def cover_values(lines: Sequence[str]) -> FrontMatter:
    """What a distributor's cover says of the article.

    Args:
        lines: of the cover page, as printed.
    """
    if (deposited := commons_values(lines)) is not None:
        return deposited
    values = _cited(lines)
    text, page = " ".join(lines), "\n".join(lines)
    names = values.pop("authors", "")
    inverted = values.pop("inverted", "")
    labelled = _AUTHOR_LINE.search(page)
    publisher = _publisher(page)
    over = _TITLE_OVER_AUTHORS.match(page.removeprefix(f"{publisher}\n")) if labelled else None
    authors = inverted_authors(inverted) or split_authors(names or (labelled["authors"] if labelled else ""))
    return FrontMatter(
        title=values.get("title", "") or (" ".join(over["title"].split()) if over else ""),
        authors=authors,
        journal=values.get("journal", "").strip(" ,"),
        volume=values.get("volume", ""),
        issue=values.get("issue", ""),
        year=values.get("year", ""),
        first_page=values.get("first_page", ""),
        last_page=values.get("last_page", ""),
        issn=first_issn(text),
        doi=best_doi(text),
        publisher=publisher,
    )


def _publisher(page: str) -> str:
    found = _PUBLISHER.search(page)
    return found["publisher"].strip() if found else ""


def _cited(lines: Sequence[str]) -> dict[str, str]:
    """The fields of the first citation that is understood; what stands on lines of their own completes them."""
    text, page = _joined(lines), "\n".join(lines)
    for pattern in CITATIONS:
        found = pattern.search(page if "\\n" in pattern.pattern else text)
        if found:
            values = {key: " ".join(value.split()) if key in {"title", "journal"} else value.strip()
                      for key, value in found.groupdict().items() if value}  # fmt: skip
            _divide_head(values)
            return values if "journal" in values else cited_values(lines) | values
    if repeated := cited_values(lines):
        return repeated
    deposited = _RESEARCHGATE.match(page)
    return {key: " ".join(value.split()) for key, value in deposited.groupdict().items() if value} if deposited else {}


def _joined(lines: Sequence[str]) -> str:
    """The lines as one text; a hyphen at a line end stays, without the space: ``819-`` ``893``."""
    return re.sub(r"(?<=\w)([-–]) (?=\d)", r"\1", " ".join(lines))


def _divide_head(values: dict[str, str]) -> None:
    """Title over authors, on lines of their own: the last line has the authors."""
    head = [line for line in values.pop("head", "").split("\n") if line.strip()]
    if len(head) >= 2:
        values["authors"], values["title"] = head[-1], " ".join(head[:-1])
