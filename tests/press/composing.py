"""Composing: the prepared article as Typst source, every character of the text escaped and none invented."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from tests.press.layout import Layout
from tests.press.masthead import Masthead
from tests.press.preparing import find_all, is_block_quotation, local, squeeze, tei

WRAPPERS = {
    "italic": "#emph[{}]",
    "bold": "#strong[{}]",
    "smallcaps": "#smallcaps[{}]",
    "superscript": "#super[{}]",
    "sup": "#super[{}]",
    "subscript": "#sub[{}]",
}
ITALIC_TITLES = ("m", "j", "s")
ITALIC = ("foreign", "emph")
RULE = 22
"""Length of the rule over the notes, in millimetres."""
NOINDENT = "#par(first-line-indent: 0pt)[{}]"

PREAMBLE = """\
#set document(date: none)
#set text(font: "{font}", size: {body_size}pt, lang: "en", region: "gb", hyphenate: {hyphenate},
  fallback: false, number-type: "lining")
#set smartquote(enabled: false)
#set super(typographic: false, size: 0.66em, baseline: -0.42em)
#set par(first-line-indent: (amount: {indent}em, all: true), justify: {justify}, leading: {leading}em,
  spacing: {leading}em)
#set page(width: {width}mm, height: {height}mm, columns: {columns},
  margin: (inside: {inner}mm, outside: {outer}mm, top: {top}mm, bottom: {bottom}mm), binding: left)
#set columns(gutter: 6mm)
#set footnote.entry(separator: {separator}, gap: 0.35em, clearance: 1.1em)
#let raised(body) = super(body)
#let entry-label(label) = {entry_label}
#let call(label) = {call}
#show footnote: it => call((it.numbering)(0))
#show footnote.entry: it => {{
  set text(size: {note_size}pt)
  set par(first-line-indent: 0pt, leading: 0.54em, spacing: 0.54em)
  [#h({note_indent}em)#entry-label((it.note.numbering)(0))#it.note.body#metadata(none) <note-end>]
}}
#let note(label, body) = footnote(numbering: _ => label, body)
#let quotation(body) = block(above: 0.95em, below: 0.95em, inset: (left: {quote_indent}mm, right: {quote_right}mm), {{
  set text(size: {quote_size}pt)
  set par(first-line-indent: 0pt)
  body
}})
"""

ENTRY_LABELS = {
    "bare": "[#label#h(0.35em)]",
    "stop": "[#label.#h(0.35em)]",
    "raised": "[#raised(label)#h(0.15em)]",
    "bracket": 'if label == "*" [#label#h(0.35em)] else [\\[#label\\]#h(0.35em)]',
}
CALLS = {
    "raised": "raised(label)",
    "bracket": 'if label == "*" [#raised(label)] else [#sym.space.nobreak\\[#label\\]]',
    "parenthesis": 'if label == "*" [#raised(label)] else [#sym.space.nobreak\\(#label\\)]',
}

HEADINGS = {
    "small-caps": ("align(center, text(size: 1.05em, smallcaps(body)))", "align(center, emph(body))"),
    "bold": ("text(size: 1.1em, weight: 700, body)", "emph(body)"),
    "capitals": ("align(center, text(size: 0.92em, tracking: 0.08em, body))", "align(center, emph(body))"),
}


@dataclass(frozen=True, slots=True)
class Continued:
    """A line over the rest of a note that runs on to a page; ``x`` and ``y`` in points from the page's top left."""

    page: int
    label: str
    x: float
    y: float


def compose(article: etree._Element, layout: Layout, masthead: Masthead, continued: Sequence[Continued] = ()) -> str:
    """The whole Typst source: page settings, furniture, cover, title block, text, endnotes."""
    parts = [
        _preamble(layout),
        _continued_lines(layout, continued) if continued else "",
        masthead.furniture(layout),
        masthead.cover() if layout.cover else "",
        _title_block(article, layout, masthead),
        _blocks(article.find(f".//{tei('body')}"), layout, level=0),
        _endnotes(article, layout) if layout.notes == "end" else "",
        "#context [#metadata(query(footnote).map(it => it.location().page())) <calls>]",
        "#context [#metadata(query(<note-end>).map(it => it.location().page())) <ends>]",
    ]
    return "\n\n".join(part for part in parts if part)


def escape(text: str) -> str:
    r"""Typst markup that prints exactly these characters: ``1. a -- b`` -> ``1\. a \-\- b``."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", squeeze(text))


def inline(node: etree._Element, layout: Layout) -> str:
    """What stands inside the element, as markup: its text, its children, their tails."""
    parts = [escape(node.text or "")]
    for child in node:
        parts.append(_element(child, layout))
        parts.append(escape(child.tail or ""))
    return "".join(parts)


def _element(node: etree._Element, layout: Layout) -> str:
    name = local(node)
    if name == "note":
        return _call(node, layout)
    content = inline(node, layout)
    if name == "hi":
        return WRAPPERS.get((node.get("rend") or "").replace("-", ""), "{}").replace("{}", content)
    return f"#emph[{content}]" if _is_italic(node) else content


def _is_italic(node: etree._Element) -> bool:
    """Foreign words, titles of works and names of ships are set in italics."""
    name = local(node)
    return (
        name in ITALIC
        or (name == "title" and node.get("level") in ITALIC_TITLES)
        or (name == "name" and node.get("type") == "ship")
    )


def _call(note: etree._Element, layout: Layout) -> str:
    over_columns = layout.columns > 1 and any(local(above) == "front" for above in note.iterancestors())
    if note.get("place") == "end" or over_columns:
        return f"#call({_label(note)})"
    return _foot_note(note, layout)


def _foot_note(note: etree._Element, layout: Layout) -> str:
    return f"#note({_label(note)})[{_note_text(note, layout)}]"


def _label(note: etree._Element) -> str:
    return json.dumps(note.get("n") or "", ensure_ascii=False)


def _note_text(note: etree._Element, layout: Layout) -> str:
    return " #parbreak() ".join(inline(paragraph, layout).strip() for paragraph in note.iterfind(tei("p")))


def _preamble(layout: Layout) -> str:
    values = {name: getattr(layout, name) for name in layout.__dataclass_fields__}
    values["hyphenate"], values["justify"] = (str(flag).lower() for flag in (layout.hyphenate, layout.justify))
    values["separator"] = _separator(layout)
    values["entry_label"] = ENTRY_LABELS[layout.label]
    values["call"] = CALLS[layout.call]
    values["quote_right"] = layout.quote_indent if layout.columns == 1 else 0
    headings = (
        f"#let heading-{level}(body) = block(above: 1.5em, below: 0.9em, sticky: true, width: 100%, "
        f"{{ set par(first-line-indent: 0pt, justify: false); {style} }})"
        for level, style in enumerate(HEADINGS[layout.heading_style], 1)
    )
    return PREAMBLE.format(**values) + "\n".join(headings)


def _separator(layout: Layout) -> str:
    """The rule over the notes; under it, where a line may say that a note is continued, the room for that line."""
    if not layout.rule:
        return "none"
    rule = f"line(length: {RULE}mm, stroke: 0.5pt)"
    return f"{{ {rule}; v({1.3 * layout.note_size:.1f}pt) }}" if layout.continued_line else rule


def _continued_lines(layout: Layout, continued: Sequence[Continued]) -> str:
    """Typst's separator does not know its page, so the lines are put on the pages' backgrounds."""
    lines = ", ".join(
        f'"{each.page}": ({json.dumps(each.label)}, {each.x:.2f}pt, {each.y:.2f}pt)' for each in continued
    )
    return (
        f"#let continued = ({lines})\n"
        "#set page(background: context { let found = continued.at(str(here().page()), default: none); "
        "if found != none { place(top + left, dx: found.at(1), dy: found.at(2) + 6pt, "
        f'text(size: {layout.note_size}pt, style: "italic")[Footnote #found.at(0) continued]) }} }})'
    )


def _title_block(article: etree._Element, layout: Layout, masthead: Masthead) -> str:
    parts = [f"#block(below: 1.1em, text(size: 1.5em, hyphenate: false)[{escape(masthead.title)}])"]
    if masthead.subtitle:
        parts.append(f"#block(below: 1.1em, text(size: 1.15em, hyphenate: false)[{escape(masthead.subtitle)}])")
    parts.append(f"#block(below: 1.6em)[#set text(hyphenate: false)\n#smallcaps[{_byline(article, layout, masthead)}]]")
    parts.extend(_abstract(article, layout))
    block = "#align(center)[#set par(first-line-indent: 0pt, justify: false)\n" + "\n".join(parts) + "]"
    if layout.journal_line:
        block = masthead.journal_line() + "\n" + block
    if layout.columns == 1:
        return block
    return (
        f'#place(top + center, scope: "parent", float: true, clearance: 1.6em)[{block}]\n{_late_notes(article, layout)}'
    )


def _late_notes(article: etree._Element, layout: Layout) -> str:
    """Notes called in a title block over all columns: they stand at the foot of the first column."""
    notes = find_all(article, "//t:front//t:note")
    return "".join(f"#[#show footnote: none\n{_foot_note(note, layout)}]" for note in notes)


def _byline(article: etree._Element, layout: Layout, masthead: Masthead) -> str:
    byline = article.find(f".//{tei('front')}//{tei('byline')}")
    return escape(masthead.byline) if byline is None else inline(byline, layout).strip()


def _abstract(article: etree._Element, layout: Layout) -> list[str]:
    found = find_all(article, "//t:front/t:div[@type='abstract']/t:p")
    if not found:
        return []
    text = " #parbreak() ".join(inline(paragraph, layout).strip() for paragraph in found)
    return [
        f"#block(below: 2em, inset: (x: 7mm))[#set text(size: {layout.quote_size}pt)\n"
        f"#set par(justify: true)\n#align(left)[{text}]]"
    ]


def _blocks(parent: etree._Element | None, layout: Layout, *, level: int) -> str:
    parts: list[str] = []
    for node in () if parent is None else parent.iterchildren(tag=etree.Element):
        name = local(node)
        if name == "div":
            parts.append(_blocks(node, layout, level=level + 1))
        elif name == "head":
            parts.append(f"#heading-{min(level, 2)}[{inline(node, layout).strip()}]")
        elif is_block_quotation(node):
            parts.append(f"#quotation[{inline(node, layout).strip()}]")
        else:
            parts.append(_paragraph(node, layout))
    return "\n\n".join(part for part in parts if part)


def _paragraph(node: etree._Element, layout: Layout) -> str:
    text = inline(node, layout).strip()
    if not text:
        return ""
    previous = node.getprevious()
    after_heading = previous is not None and local(previous) == "head"
    flush = node.get("part") in ("M", "F") or node.get("rend") == "noindent" or after_heading
    return NOINDENT.format(text) if flush else text


def _endnotes(article: etree._Element, layout: Layout) -> str:
    notes = find_all(article, "//t:text//t:note[@place='end']")
    entries = [f"#block(below: 0.5em)[#entry-label({_label(note)}){_note_text(note, layout)}]" for note in notes]
    heading = inline(find_all(article, "//t:back/t:div[@type='notes']/t:head")[0], layout)
    setting = f"#set text(size: {layout.note_size}pt)\n#set par(first-line-indent: 0pt, leading: 0.5em)\n"
    return f"#heading-1[{heading}]\n{setting}" + "\n".join(entries)
