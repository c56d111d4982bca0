"""What Markdown, HTML and TeX write around the words of a dump is taken off, and what it says of them is kept.

So write the readers that are language models: ``## The Harbour``, ``*The Lamp*``, ``road.${ }^{12}$``,
``<sup>12</sup> See``, ``[^12]: See``. Raised numbers and reference marks become what a typist would write: ``road.¹²``.
A dump that shows none of it is not touched, for its readers make such signs of dirt.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.letters import BULLETS
from pipeline.model import CELL_SEAM, PLAIN, Region, Style
from pipeline.ocr.dumps.marked_tables import cells_of, is_delimiters, with_piped_tables
from pipeline.raised_notation import SUPERSCRIPTS

FEWEST = 4
"""Signs of markup that show that a dump has any."""
FEED = "\f"
_NUMBER = r"\d{1,3}(?:\s?,\s?\d{1,3})*"
_MARK = r"(?:\\?\*){1,3}|\\(?:dd?ag(?:ger)?|S|P)|[†‡§¶‖]{1,2}|[∗⁎]"
_RAISED = re.compile(
    rf"""
    (?P<space>[ ]?)(?:
        \$\s?(?:\{{\s?\}})?\s?\^\s?\{{\s?(?P<tex>{_NUMBER}|{_MARK})\s?\}}\s?\$         # TeX: ${{ }}^{{12}}$
      | \$\s?\^\s?(?P<bare>{_NUMBER}|{_MARK})\s?\$
      | \\\(\s?(?:\{{\s?\}})?\s?\^\s?\{{?\s?(?P<inline>{_NUMBER}|{_MARK})\s?\}}?\s?\\\)    # \(^{{12}}\)
      | \[?<sup>\s?\[?(?P<html>{_NUMBER}|{_MARK}|[a-z]{{1,2}})\]?(?:\(\#[^)\s]*\))?\s?</sup>\]?(?:\(\#[^)\s]*\))?
      | \[\\?\[?(?P<link>\d{{1,3}})\\?\]?\]\(\#[^)\s]*\)                           # [12](#page-3-1), to the note
      | \[\^(?P<markdown>\d{{1,3}})\](?!:)
      | \^(?P<pandoc>{_NUMBER})\^
      | \^\{{(?P<brace>{_NUMBER})\}}(?![^\s$]*\$)
    )
    """,
    re.VERBOSE,
)
_TO_RAISED = str.maketrans("0123456789", SUPERSCRIPTS)
_MARKS = {"\\dagger": "†", "\\dag": "†", "\\ddagger": "‡", "\\ddag": "‡", "\\S": "§", "\\P": "¶", "∗": "*", "⁎": "*"}

_HEADING = re.compile(r"^#{1,6}\s+(?P<text>\S.*?)(?:\s+#+)?$")
_DEFINITION = re.compile(r"^\[\^(?P<label>\d{1,3})\]:\s*(?P<text>.*)$")
_DANGLING = re.compile(r"^\[\^\d{1,3}\]$")
_PAGE_TURN = re.compile(r"^\{\d+\}-{10,}$|^<!--\s*page[ -]?break\s*-->$|^<page[_ -]?break\s*/?>$", re.IGNORECASE)
_RULE = re.compile(r"^(?:-{3,}|\*{3,}|_{3,})$")
_NOTES_OPEN = re.compile(r"^\\footnotetext(?:\[\d+\])?\{\s*")
_QUOTED = re.compile(r"^(?:>\s?)+")
_ITEM = re.compile(rf"^(?P<bullet>[*+·{BULLETS}–-]) (?=\S)")
"""A long dash begins speech as often."""
_DROPPED = re.compile(
    r"</?(?:span|a|u|div|p|small|center|br|sub)\b[^<>]*>|<!--.*?-->|!\[[^\]]*\]\([^)\s]*\)|\\footnotemark(?:\[\d+\])?",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?<!\\)\[(?P<text>(?:\\.|[^\[\]\\])+)\]\((?:\#|https?:|mailto:)[^)\s]*\)")
_EMPHASIS = re.compile(
    r"""
    \*\*\*(?P<both>\S(?:[^*\n]*?\S)?)\*\*\*
  | \*\*(?P<bold>\S(?:[^\n]*?\S)?)\*\*
  | (?<![\w*\\.,;:!?’”"')\]])\*(?P<italic>[^\s*](?:(?:\\\*|[^*\n])*?[^\s*\\])?)\*(?![\w*])
  | (?<![\w\\])_(?P<lined>[^\s_](?:[^_\n]*?[^\s_\\])?)_(?!\w)
  | <(?P<tag>i|em|b|strong)>(?P<tagged>[^<>]*)</(?P=tag)>
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ESCAPED = re.compile(r"\\(?P<sign>[\\`*_{}\[\]()#+.!&$%<>~|\"'-])")
_SIGN = re.compile(
    rf"""
    {_RAISED.pattern}
  | ^\#{{1,6}}\s+\S | ^\[\^\d{{1,3}}\]: | ^\\footnotetext | <span\ id= | \]\(\#page | ^\|[-:|\ ]+\|$
  | \$[^$\n]{{0,40}}\\[a-z]+[^$\n]{{0,40}}\$
  | \*\*\S[^*\n]*\*\* | (?<![\w*\\.,;:!?’”"')\]])\*[^\W\d_][^*\n]{{0,60}}[\w.)]\*(?![\w*])
    """,
    re.VERBOSE | re.MULTILINE,
)
"""What only markup looks like. Of 120 dumps of other readers two have two stars around words, none has three."""


class MarkedLine(NamedTuple):
    """A line of a dump, its markup taken off."""

    text: str
    region: Region = Region.UNKNOWN
    styles: tuple[tuple[int, int, Style], ...] = ()
    """Stretches of the text that are set in italics or bold."""

    def style_of(self, begin: int, end: int) -> Style:
        """How a word of the line is set: as its middle is."""
        middle = (begin + end) // 2
        return next((style for start, stop, style in self.styles if start <= middle < stop), PLAIN)


def is_marked(text: str) -> bool:
    """Whether a dump has markup: it is not dirt if there are several signs of it."""
    found = _SIGN.finditer(text)
    return all(next(found, None) for _ in range(FEWEST))


def unmarked(text: str) -> list[MarkedLine]:
    """The lines of a dump without their markup; ``FEED`` for a line where a page turns."""
    defined = _Defined(text)
    lines = with_piped_tables(text).replace(FEED, f"\n{FEED}\n").split("\n")
    return _with_items([_read(line, defined) for line in lines if not is_delimiters(line.strip())])


class _Defined:
    """Which lines are notes by their markup: ``[^12]: See`` and what is under it, or the footnote text of TeX."""

    def __init__(self, text: str) -> None:
        self.own_labels = not re.search(r"^\[\^0\]:", text, re.MULTILINE)
        """Whether the markup has the number of the note: some readers count from 0 on, and print it behind that."""
        self.is_open = self.is_braced = False

    def read(self, line: str) -> tuple[str, Region]:
        """The line without the markup of a note, and whether it is of one."""
        definition, opened = _DEFINITION.match(line), _NOTES_OPEN.match(line)
        if definition:
            label = f"{definition['label'].translate(_TO_RAISED)} " if self.own_labels else ""
            line, self.is_open = label + definition["text"], True
        elif opened:
            line, self.is_open, self.is_braced = line[opened.end() :], True, True
        region = Region.NOTE if self.is_open else Region.UNKNOWN
        if self.is_braced and line.endswith("}") and line.count("}") > line.count("{"):
            line, self.is_open, self.is_braced = line[:-1].rstrip(), False, False
        return line, region

    def close(self) -> None:
        """What white does: only a brace goes on behind it."""
        self.is_open = self.is_braced


def _read(raw: str, defined: _Defined) -> MarkedLine:
    line = raw.strip()
    if raw == FEED or _PAGE_TURN.match(line):
        defined.close()
        return MarkedLine(FEED)
    if not line or _RULE.match(line) or _DANGLING.match(line):
        defined.close()
        return MarkedLine("")
    return _unmarked_line(*defined.read(line))


def _unmarked_line(line: str, region: Region) -> MarkedLine:
    """A line without markup: its region, where it is none of a note, tells headings.

    >>> _unmarked_line("## The *Lamps*", Region.UNKNOWN).text
    'The Lamps'
    """
    region, text = (region, line) if region else _told(line)
    text = _RAISED.sub(_as_typed, _DROPPED.sub("", text))
    text = _LINK.sub(lambda link: link["text"], text)
    plain, styles = _without_emphasis(text.strip())
    if region is Region.HEADING:
        return MarkedLine(plain, region if plain else Region.UNKNOWN)
    return MarkedLine(plain, region, styles)


def _told(line: str) -> tuple[Region, str]:
    """What the beginning of a line says of it, and the line without that."""
    heading, quoted = _HEADING.match(line), _QUOTED.match(line)
    if heading:
        return Region.HEADING, heading["text"]
    if quoted:
        return Region.QUOTATION, line[quoted.end() :]
    cells = cells_of(line)
    return (Region.TABLE, f" {CELL_SEAM} ".join(cells)) if cells else (Region.UNKNOWN, line)


def _with_items(lines: Sequence[MarkedLine]) -> list[MarkedLine]:
    """The lines, and which are items of a list: two and more in a row, blank lines between them or not.

    Lists in lists have other signs. They stay in the text: a model writes ``-`` for a printed dash, too.
    """
    made = list(lines)
    filled = [row for row, line in enumerate(lines) if line.text]
    for one, other in pairwise(filled):
        signs = {found["bullet"] if (found := _ITEM.match(lines[row].text)) else "" for row in (one, other)}
        are_items = "" not in signs and ("*" not in signs or len(signs) == 1)  # a star alone labels a note
        if are_items and not lines[one].region and not lines[other].region:
            made[one], made[other] = (lines[row]._replace(region=Region.ITEM) for row in (one, other))
    return made


def _as_typed(found: re.Match[str]) -> str:
    """A raised number or mark as one types it, at the word before it.

    >>> _RAISED.sub(_as_typed, "the road. ${ }^{12}$ It")
    'the road.¹² It'
    """
    raised = next(group for name, group in found.groupdict().items() if name != "space" and group is not None)
    if raised[0].isdecimal():
        return raised.replace(" ", "").translate(_TO_RAISED)
    return _MARKS.get(raised, raised.replace("\\", ""))


def _without_emphasis(text: str) -> tuple[str, tuple[tuple[int, int, Style], ...]]:
    """The text without the signs of emphasis and escape, and what they say of its stretches."""
    styles: list[tuple[int, int, Style]] = []
    parts: list[str] = []
    end = length = 0
    for found in _EMPHASIS.finditer(text):
        before = _ESCAPED.sub(r"\g<sign>", text[end : found.start()])
        inner = next(group for name, group in found.groupdict().items() if group is not None and name != "tag")
        style = _style_of(found)
        plain, within = _without_emphasis(inner)
        start = length + len(before)
        styles += [(start + begin, start + stop, both) for begin, stop, both in within]
        styles.append((start, start + len(plain), style))
        parts += [before, plain]
        length, end = start + len(plain), found.end()
    return "".join([*parts, _ESCAPED.sub(r"\g<sign>", text[end:])]), tuple(styles)


def _style_of(found: re.Match[str]) -> Style:
    bold = found["both"] or found["bold"] or (found["tag"] or "").lower() in {"b", "strong"}
    italic = found["both"] or found["italic"] or found["lined"] or (found["tag"] or "").lower() in {"i", "em"}
    return Style(italic=bool(italic), bold=bool(bold))
