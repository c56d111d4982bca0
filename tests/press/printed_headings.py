"""What a journal's style makes of headings: capitals, and a heading over the notes after the article.

Both are printed, so both belong to the truth of a printing.
"""

from lxml import etree

from tests.press.layout import Layout
from tests.press.preparing import find_all, local, tei

OVER_NOTES = "Notes"


def print_headings(article: etree._Element, layout: Layout) -> None:
    """Give the article the headings that the layout prints."""
    if layout.notes == "end":
        _add_notes_heading(article)
    if layout.heading_style == "capitals":
        for head in find_all(article, "//t:body/t:div/t:head | //t:back/t:div/t:head"):
            _capitalise(head)


def _add_notes_heading(article: etree._Element) -> None:
    text = article.find(tei("text"))
    if text is None:
        return
    division = etree.SubElement(etree.SubElement(text, tei("back")), tei("div"), type="notes")
    etree.SubElement(division, tei("head")).text = OVER_NOTES


def _capitalise(node: etree._Element) -> None:
    """Write the text of a heading in capitals; a note that is called in it keeps its letters."""
    node.text = (node.text or "").upper() or None
    for child in node:
        if local(child) != "note":
            _capitalise(child)
        child.tail = (child.tail or "").upper() or None
