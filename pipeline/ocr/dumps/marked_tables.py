"""Tables of a dump with markup: those of HTML are written as Markdown has them, and a row of these parted into cells.

GitHub Flavored Markdown, section 4.10: https://github.github.com/gfm/#tables-extension-
"""

import re
from html import unescape

# No table within one, so that many that are never closed take no more than the time of the text.
_TABLE = re.compile(r"<table\b[^<>]*>(?P<inner>(?:(?!<table\b).)*?)</table>", re.IGNORECASE | re.DOTALL)
_ROW = re.compile(r"<tr\b[^<>]*>(?P<inner>.*?)(?=<tr\b|</tr>|$)", re.IGNORECASE | re.DOTALL)
_CELL = re.compile(r"<t[dh]\b(?P<attributes>[^<>]*)>(?P<inner>.*?)(?=<t[dh]\b|</t[dh]>|$)", re.IGNORECASE | re.DOTALL)
_COLUMNS = re.compile(r"colspan\s*=\s*[\"']?(?P<count>\d{1,2})", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>|\s+", re.IGNORECASE)
_PIPED = re.compile(r"\|(?P<inner>.*)\|")
_SEAM = re.compile(r"(?<!\\)\|")
_DELIMITERS = re.compile(r"[\s|:]*-{2}[\s|:-]*")


def with_piped_tables(text: str) -> str:
    """The text, each row of its HTML tables a line ``| cell | cell |``, blank lines around them.

    >>> with_piped_tables("<table><tr><td>Mole</td><td>4</td></tr><tr><td>Pier</td></tr></table>").split()
    ['|', 'Mole', '|', '4', '|', '|', 'Pier', '|']
    """
    return _TABLE.sub(lambda table: f"\n\n{_piped(table['inner'])}\n\n", text)


def _piped(table: str) -> str:
    return "\n".join(f"| {' | '.join(_cells(row['inner']))} |" for row in _ROW.finditer(table))


def _cells(row: str) -> list[str]:
    """The cells of a row of HTML; after one that spans columns empty ones."""
    found = []
    for cell in _CELL.finditer(row):
        columns = _COLUMNS.search(cell["attributes"])
        text = _BREAK.sub(" ", unescape(cell["inner"])).strip().replace("|", r"\|")
        found += [text, *[""] * (int(columns["count"]) - 1 if columns else 0)]
    return found


def is_delimiters(line: str) -> bool:
    """Whether a line is what stands under the first row of a Markdown table."""
    return line.startswith("|") and bool(_DELIMITERS.fullmatch(line))


def cells_of(line: str) -> list[str]:
    r"""The cells of a row of a Markdown table; none of any other line.

    >>> cells_of("| Mole | 4 |  |"), cells_of("the mole | the pier")
    (['Mole', '4', ''], [])
    """
    row = _PIPED.fullmatch(line)
    return [cell.strip().replace(r"\|", "|") for cell in _SEAM.split(row["inner"])] if row else []
