"""Layouts: how a journal sets its pages. Lengths are millimetres, type sizes points."""

from dataclasses import dataclass
from typing import Literal

SERIF = "Libertinus Serif"
MODERN = "New Computer Modern"


@dataclass(frozen=True, slots=True)
class Layout:
    """One journal's way of setting an article; everything that the article itself does not decide."""

    width: float = 156.0
    height: float = 234.0
    inner: float = 22.0
    outer: float = 22.0
    top: float = 25.0
    bottom: float = 24.0
    font: str = MODERN
    body_size: float = 10.5
    note_size: float = 8.5
    quote_size: float = 9.5
    leading: float = 0.58
    """Space between lines, in ems."""
    columns: int = 1
    indent: float = 1.4
    """First line of a paragraph, in ems."""
    quote_indent: float = 6.0
    justify: bool = True
    hyphenate: bool = True
    heads: bool = True
    """Running heads: the authors on even folios, the short title on odd ones."""
    head_style: Literal["capitals", "small-caps", "italic"] = "italic"
    folio: Literal["head", "foot"] = "foot"
    first_folio: int | None = None
    """None takes the folio that the specimen's header gives."""
    journal_line: bool = True
    """The journal, volume, year and pages above the title."""
    copyright_line: bool = False
    cover: bool = False
    """A distributor's cover page before the article."""
    notes: Literal["foot", "page-signs", "page-numbers", "page-letters", "end"] = "foot"
    """Numbered through the article; signs, numbers or letters that start again on every page; numbered, set after the
    article."""
    first_note: int = 1
    """Number of the first note: more than 1 where an article is the second part of another."""
    label: Literal["bare", "stop", "raised", "bracket"] = "stop"
    """The number in front of a note: ``12 ``, ``12. ``, raised and small, or ``[12] ``."""
    call: Literal["raised", "bracket", "parenthesis"] = "raised"
    """The number in the text: raised and small, or ``[12]`` or ``(12)`` on the line."""
    french: bool = False
    """Guillemets, thin spaces before high punctuation, and calls before the punctuation."""
    continued_line: bool = False
    """``Footnote 58 continued`` over the rest of a note that runs over the page."""
    note_indent: float = 1.2
    rule: bool = True
    """A short rule over the notes."""
    heading_style: Literal["small-caps", "bold", "capitals"] = "small-caps"


LAYOUTS: dict[str, Layout] = {
    # A quarterly sold through a distributor: cover page, journal line, folio at the foot.
    "a": Layout(height=216.0, cover=True, copyright_line=True, head_style="italic", heading_style="bold"),
    # A learned society's transactions in two columns.
    "b": Layout(
        width=190.0, height=262.0, inner=19.0, outer=19.0, columns=2, body_size=9.5, note_size=7.8, quote_size=8.8,
        quote_indent=4.0, folio="head", head_style="small-caps", label="raised", font=SERIF, note_indent=0.8,
    ),
    # An older review: signs on every page, no rule, folio in the head line.
    "c": Layout(
        width=140.0, height=216.0, inner=20.0, outer=19.0, notes="page-signs", label="bare", rule=False,
        folio="head", head_style="capitals", heading_style="capitals", journal_line=False, body_size=11.0,
        note_size=9.0, quote_size=10.0,
    ),
    # A recent electronic journal: never printed, never scanned.
    "d": Layout(
        width=170.0, height=235.0, inner=24.0, outer=24.0, font=SERIF, folio="head", body_size=11.0, note_size=9.0,
        quote_size=10.0, label="raised", heading_style="bold",
    ),
    # Notes after the article.
    "e": Layout(notes="end", label="stop", font=SERIF, folio="foot", head_style="small-caps", body_size=11.0),
    # A law review: narrow page, heavy notes, raised numbers.
    "f": Layout(
        width=165.0, height=250.0, inner=28.0, outer=28.0, font=SERIF, label="raised", head_style="small-caps",
        folio="head", body_size=11.0, note_size=9.6, quote_size=10.0, note_indent=1.6,
    ),
    # A French review: guillemets, calls before the punctuation.
    "g": Layout(
        width=160.0, height=240.0, inner=24.0, outer=24.0, font=SERIF, french=True, label="raised",
        body_size=10.8, note_size=8.8, quote_size=9.8, folio="foot", head_style="small-caps", heading_style="capitals",
    ),
    # A county society's proceedings: notes numbered anew on every page.
    "h": Layout(
        width=138.0, height=210.0, inner=18.0, outer=18.0, notes="page-numbers", label="bare", rule=False,
        folio="head", head_style="italic", heading_style="small-caps", body_size=10.2, note_size=8.2, quote_size=9.4,
        note_indent=0.0, leading=0.62,
    ),
    # A journal of the social sciences: numbers in brackets, on the line.
    "i": Layout(
        width=168.0, height=240.0, inner=25.0, outer=20.0, font=SERIF, label="bracket", call="bracket",
        body_size=10.6, note_size=9.0, quote_size=9.8, folio="foot", heading_style="bold", justify=False, rule=True,
        note_indent=0.0,
    ),
    # The second part of a law review's article: notes over half the page that run on and on, and say so.
    "j": Layout(
        width=152.0, height=228.0, inner=24.0, outer=24.0, label="stop", head_style="small-caps", folio="head",
        body_size=11.2, note_size=9.4, quote_size=10.2, leading=0.7, first_note=97, continued_line=True,
        note_indent=1.0, heading_style="capitals",
    ),
    # A quarto in two columns, notes under each column, numbers in parentheses on the line.
    "k": Layout(
        width=210.0, height=280.0, inner=20.0, outer=20.0, columns=2, body_size=10.2, note_size=8.6, quote_size=9.4,
        quote_indent=3.0, folio="foot", head_style="capitals", label="stop", call="parenthesis", note_indent=0.6,
        indent=1.0, heading_style="bold",
    ),
    # A philological quarterly: letters on every page, beside the author's star.
    "l": Layout(
        width=150.0, height=224.0, inner=20.0, outer=22.0, font=SERIF, notes="page-letters", label="raised",
        folio="head", head_style="small-caps", body_size=11.4, note_size=9.2, quote_size=10.2, rule=True,
        heading_style="small-caps",
    ),
}  # fmt: skip
