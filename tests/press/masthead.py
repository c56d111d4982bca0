"""The masthead: what the journal and its distributor print around an article, from the article's own header."""

from dataclasses import dataclass

from lxml import etree

from tests.press.layout import Layout
from tests.press.preparing import NS, find_all, local, squeeze, tei

STORE = "Provincial Article Depository"
"""An invented distributor."""
STORE_URL = "https://articles.example.org/stable/"

FURNITURE = """\
#let covers = {covers}
#let first-folio = {first_folio}
#let folio-of(page) = first-folio + page - 1 - covers
#let head-of(page) = {{
  if page <= covers + 1 {{ "" }} else if calc.even(folio-of(page)) {{ {verso} }} else {{ {recto} }}
}}
#let last-folio() = folio-of(counter(page).final().first())
#let foot-of(page) = if page == covers + 1 {{ {copyright} }} else {{ "" }}
#let folio-place(page) = if page == covers + 1 {{ "foot" }} else {{ "{folio}" }}
#let record(page) = metadata((page: page, folio: if page <= covers {{ "" }} else {{ str(folio-of(page)) }},
  head: head-of(page), foot: foot-of(page), folio_place: if page <= covers {{ "" }} else {{ folio-place(page) }}))
#let styled-head(body) = text(size: 0.86em, {head_style})
#let head-line = context {{
  let page = here().page()
  [#record(page) <furniture>]
  if page > covers + 1 and {heads} {{
    let number = if folio-place(page) == "head" {{ [#folio-of(page)] }} else {{ [] }}
    let head = styled-head(head-of(page))
    set text(hyphenate: false)
    let three = grid.with(columns: (2.4em, 1fr, 2.4em), align: (left, center, right))
    if calc.even(folio-of(page)) {{ three(number, head, []) }} else {{ three([], head, number) }}
  }}
}}
#let foot-line = context {{
  let page = here().page()
  if page > covers and (folio-place(page) == "foot" or foot-of(page) != "") {{
    align(center, text(size: 0.9em)[#folio-of(page)])
    if foot-of(page) != "" {{ v(0pt); align(center, text(size: 0.7em, foot-of(page))) }}
  }}
}}
#set page(header: head-line, footer: foot-line, header-ascent: 28%, footer-descent: 28%)
"""

MOST_IN_A_HEAD = 4
"""Authors that a running head names."""
HEAD_STYLES = {
    "italic": "emph(body)",
    "small-caps": "smallcaps(body)",
    "capitals": "text(tracking: 0.08em, size: 0.88em, upper(body))",
}


@dataclass(frozen=True, slots=True)
class Masthead:
    """What is printed around the article; every value from the header of its TEI, or empty."""

    title: str
    subtitle: str
    short_title: str
    authors: tuple[str, ...]
    surnames: tuple[str, ...]
    journal: str
    volume: str
    issue: str
    year: str
    issn: str
    doi: str
    publisher: str
    first_folio: int

    @property
    def byline(self) -> str:
        """The authors in one line: ``Ada Merrow and Tom Fenn``."""
        return ", ".join((*self.authors[:-2], " and ".join(self.authors[-2:]))) if self.authors else ""

    def furniture(self, layout: Layout) -> str:
        """Typst definitions of running heads, folios and the copyright line."""
        verso = ", ".join(self.surnames) if len(self.authors) > 2 else self.byline
        if len(self.authors) > MOST_IN_A_HEAD:
            verso = f"{self.surnames[0]} et al."
        return FURNITURE.format(
            covers=int(layout.cover),
            first_folio=layout.first_folio or self.first_folio,
            verso=typst_string(verso),
            recto=typst_string(self.short_title),
            copyright=typst_string(self.copyright_line() if layout.copyright_line else ""),
            folio=layout.folio,
            heads=str(layout.heads).lower(),
            head_style=HEAD_STYLES[layout.head_style],
        )

    def copyright_line(self) -> str:
        """The line at the foot of the first page: ``ISSN 0000-0000 © 1963 Harbour History Society``."""
        return f"ISSN {self.issn} © {self.year} {self.publisher}  https://doi.org/{self.doi}"

    def journal_line(self) -> str:
        """The line over the title: journal, volume and number, year, pages."""
        text = f"{self.journal}, {self.volume}, {self.issue} ({self.year}), "
        return (
            "#align(left)[#block(below: 2.6em)[#set text(size: 0.85em)\n#set par(first-line-indent: 0pt)\n"
            f"#emph({typst_string(text)})#first-folio#sym.dash.en#context [#last-folio()]]]"
        )

    def cover(self) -> str:
        """The distributor's page: who sells the article, and how to cite it."""
        return COVER.format(
            store=typst_string(STORE),
            url=typst_string(STORE_URL + self.doi.rpartition("/")[2]),
            title=typst_string(self.full_title),
            byline=typst_string(self.byline),
            journal=typst_string(self.journal),
            cite=typst_string(
                f"{self.byline} ({self.year}) {self.full_title}, {self.journal}, {self.volume}:{self.issue}, "
            ),
            doi=typst_string(f"DOI: {self.doi}"),
            issn=typst_string(f"ISSN: {self.issn} (Print)"),
        )

    @property
    def full_title(self) -> str:
        """Title and subtitle with a colon between."""
        return f"{self.title}: {self.subtitle}" if self.subtitle else self.title


COVER = """\
#page(columns: 1, header: head-line, footer: none)[
  #set par(first-line-indent: 0pt, justify: false)
  #set text(font: "New Computer Modern", size: 9.5pt, hyphenate: false)
  #text(size: 15pt, weight: 700, {store})
  #line(length: 100%, stroke: 1.2pt)
  #v(6mm)
  #text(size: 13pt, weight: 700, {title})
  #v(3mm)
  #text(size: 11pt, {byline})
  #v(7mm)
  #emph({journal})
  #h(1em)#{issn}
  #v(7mm)
  #strong[To cite this article:]#h(0.4em)#{cite}#first-folio#sym.dash.en#context [#last-folio()], #{doi}
  #v(3mm)
  #strong[To link to this article:]#h(0.4em)#{url}
  #v(12mm)
  #block(stroke: 0.6pt, inset: 4mm, width: 100%)[Published online: 14 September 2011. #linebreak()
  Submit your article to this journal #h(1fr) Article views: 412 #linebreak()
  View related articles #h(1fr) Citing articles: 6]
  #v(1fr)
  #set text(size: 7.5pt)
  Your use of the Depository means that you accept its terms of use, which are found on its home page. The
  Depository is an invented service; it keeps copies of articles so that scholars may read them.
]
"""


def typst_string(text: str) -> str:
    """The text as a Typst string literal."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def read_masthead(article: etree._Element) -> Masthead:
    """The values from ``titleStmt`` and ``sourceDesc/biblStruct``, with fallbacks for articles that have no source."""
    title, subtitle = _titles(article)
    return Masthead(
        title=title,
        subtitle=subtitle,
        short_title=_text(article, "//t:titleStmt/t:title[@type='short']") or _shorten(title),
        authors=_names(article, "*[self::t:persName or self::t:name]"),
        surnames=_names(article, "*/t:surname"),
        journal=_text(article, "(//t:monogr/t:title[@level='j'] | //t:seriesStmt/t:title)[1]") or "Journal",
        volume=_text(article, "//t:sourceDesc//t:biblScope[@unit='volume']") or "1",
        issue=_text(article, "//t:sourceDesc//t:biblScope[@unit='issue']") or "1",
        year=_text(article, "//t:sourceDesc//t:imprint/t:date/@when")[:4] or "2020",
        issn=_text(article, "//t:sourceDesc//t:idno[@type='ISSN']") or "0000-0000",
        doi=_text(article, "//t:sourceDesc//t:idno[@type='DOI']") or "10.5555/00000000",
        publisher=_text(article, "//t:sourceDesc//t:imprint/t:publisher") or "The Journal",
        first_folio=int(_text(article, "//t:sourceDesc//t:biblScope[@unit='page']/@from") or 1),
    )


def _titles(article: etree._Element) -> tuple[str, str]:
    main = _text(article, "//t:front//t:titlePart[@type='main']") or _text(article, "//t:titleStmt/t:title[1]")
    return main, _text(article, "//t:front//t:titlePart[@type='sub']")


def _names(article: etree._Element, path: str) -> tuple[str, ...]:
    names = find_all(article, f"//t:titleStmt/t:author/{path}")
    return tuple(squeeze(" ".join(part.strip() for part in map(str, name.itertext()))).strip() for name in names)


def _text(article: etree._Element, path: str) -> str:
    found = article.xpath(path, namespaces=NS)
    if not isinstance(found, list) or not found:
        return ""
    first = found[0]
    return squeeze(_spoken(first) if isinstance(first, etree._Element) else str(first)).strip()


def _spoken(node: etree._Element) -> str:
    """The element's text without the notes in it."""
    if local(node) == "note":
        return ""
    inside = "".join(_spoken(child) + (child.tail or "") for child in node)
    return (node.text or "") + inside


def _shorten(title: str) -> str:
    """A running head: the title up to its colon, at most eight words."""
    return " ".join(title.split(":")[0].split()[:8])


def set_pages(article: etree._Element, first: int, last: int) -> None:
    """Write the pages that were printed into the header of the truth."""
    for scope in article.iterfind(f".//{tei('sourceDesc')}//{tei('biblScope')}[@unit='page']"):
        scope.set("from", str(first))
        scope.set("to", str(last))
        scope.text = f"{first}\u2013{last}"
