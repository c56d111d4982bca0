"""What no schema can say: pointers, the order of pages and notes, white space in words, and clean characters."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator

from pipeline.tei.elements import TEI, XML, Element, local_name, words
from pipeline.tei.fault import Fault, fault_at

ID, LANG = f"{{{XML}}}id", f"{{{XML}}}lang"
POINTERS = ("ref", "facs", "target", "resp", "who", "scheme", "corresp", "source")
"""Attributes whose values may point into the document."""

APART = frozenset({"fw", "note", "gap", "milestone", "pb", "lb"})
"""Elements that stand in the text without being part of it: a word goes on behind them."""

# C0 and C1 controls except tab and line feed, soft hyphen, U+FFFD, zero-width and byte order marks, surrogates.
UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff\ufffd\ufffe\uffff]")

NUMBER = re.compile(r"[0-9]{1,6}")


def each(root: Element, *names: str) -> Iterator[Element]:
    """All TEI elements of these names, in document order; all TEI elements without names."""
    return root.iter(*(f"{{{TEI}}}{name}" for name in names or ("*",)))


def pointers_resolve(root: Element) -> Iterator[Fault]:
    """Every ``#pointer`` has its ``xml:id``."""
    ids = {node.get(ID) for node in each(root)}
    for node in each(root):
        for name in POINTERS:
            for target in (node.get(name) or "").split():
                if target.startswith("#") and target[1:] not in ids:
                    yield fault_at(node, f"@{name} points to {target}, which does not exist")


def ids_are_unique(root: Element) -> Iterator[Fault]:
    """No ``xml:id`` twice. A parser that knows ``xml:id`` refuses such a document; not every version does."""
    counts = Counter(node.get(ID) for node in each(root) if node.get(ID))
    for node in each(root):
        if counts[node.get(ID)] > 1:
            yield fault_at(node, f"the xml:id {node.get(ID)} stands {counts[node.get(ID)]} times")


def pages_in_order(root: Element) -> Iterator[Fault]:
    """One ``pb`` for every surface that is no cover, in the same order."""
    surfaces = [node.get(ID) for node in each(root, "surface") if node.get("type") != "cover"]
    breaks = list(each(root, "pb"))
    if not surfaces:
        return
    for node, expected in zip(breaks, surfaces, strict=False):
        if node.get("facs") != f"#{expected}":
            yield fault_at(
                node, f"this page break has facs={node.get('facs')}, in the order of the images it is #{expected}"
            )
            return
    if len(breaks) != len(surfaces):
        place = breaks[-1] if breaks else root
        yield fault_at(place, f"{len(surfaces)} page images, covers not counted, but {len(breaks)} page breaks")


def notes_in_sequence(root: Element) -> Iterator[Fault]:
    """Numbered notes of one kind run on by one, or begin again with 1; a warning, as the source may not."""
    for place in ("foot", "end"):
        last = 0
        for node in each(root, "note"):
            label = node.get("n") or ""
            if node.get("place") != place or not NUMBER.fullmatch(label) or node.get("sameAs"):
                continue
            if int(label) not in (last + 1, 1):
                yield fault_at(node, f"note {label} follows note {last}", warning=True)
            last = int(label)


def words_are_whole(root: Element) -> Iterator[Fault]:
    """No white space beside a break that says that the word goes on."""
    for node in each(root, "pb", "lb", "milestone"):
        if node.get("break") == "no" and (text_before(node)[-1:].isspace() or text_after(node)[:1].isspace()):
            yield fault_at(node, f'white space beside <{local_name(node)} break="no"/>')


def text_before(node: Element) -> str:
    """The text that ends where the element stands, what is not part of the text left out; may be only its last part."""
    before = node.getprevious()
    while before is not None and not before.tail and local_name(before) in APART:
        before = before.getprevious()
    if before is not None:
        return before.tail or words(before)
    parent = node.getparent()
    if parent is None or parent.text or local_name(parent) not in INLINE:
        return (parent.text or "") if parent is not None else ""
    return text_before(parent)


def text_after(node: Element) -> str:
    """The text that begins where the element stands; may be only its first part."""
    current = node
    while not current.tail:
        following = current.getnext()
        if following is None:
            parent = current.getparent()
            return text_after(parent) if parent is not None and local_name(parent) in INLINE else ""
        if local_name(following) not in APART:
            return words(following)
        current = following
    return current.tail


INLINE = frozenset({
    "hi", "persName", "placeName", "orgName", "name", "title", "date", "pc", "docAuthor", "affiliation", "bibl",
    "author", "editor", "pubPlace", "publisher", "edition", "biblScope", "citedRange", "idno", "ref", "abbr",
})  # fmt: skip
"""Elements inside which, at the edge, the text before or after is that of their parent."""


def zones_lie_within(root: Element) -> Iterator[Fault]:
    """Every zone lies on its surface and is not turned inside out."""
    for surface in each(root, "surface"):
        left, top, right, bottom = corners(surface)
        for zone in each(surface, "zone"):
            box = corners(zone)
            if not (left <= box[0] <= box[2] <= right and top <= box[1] <= box[3] <= bottom):
                yield fault_at(zone, f"zone {zone.get(ID)} does not lie within its surface {surface.get(ID)}")


def corners(node: Element) -> list[int]:
    """``ulx uly lrx lry``; 0 for what is missing or no number, about which the schema complains."""
    values = (node.get(name) or "" for name in ("ulx", "uly", "lrx", "lry"))
    return [int(value) if NUMBER.fullmatch(value) else 0 for value in values]


def languages_are_declared(root: Element) -> Iterator[Fault]:
    """Every ``xml:lang`` that is used stands in ``langUsage``."""
    declared = {node.get("ident") for node in each(root, "language")}
    for node in each(root):
        if node.get(LANG) and node.get(LANG) not in declared:
            yield fault_at(node, f"the language {node.get(LANG)} is not declared in langUsage")


def nothing_is_empty(root: Element) -> Iterator[Fault]:
    """No paragraph, note, quotation, heading without text; a ``gap`` says what is missing and is not nothing."""
    for node in each(root, "p", "note", "quote", "head", "ab", "bibl"):
        second_call = node.get("sameAs") is not None
        if not second_call and not words(node).strip() and next(each(node, "gap"), None) is None:
            yield fault_at(node, f"<{local_name(node)}> is empty")


def furniture_outside_notes(root: Element) -> Iterator[Fault]:
    """No ``fw`` within a note."""
    for node in each(root, "fw"):
        if next(node.iterancestors(f"{{{TEI}}}note"), None) is not None:
            yield fault_at(node, "<fw> stands in a note")


def characters_are_clean(root: Element) -> Iterator[Fault]:
    """All text and attributes are in NFC and hold no control characters, soft hyphens or replacement characters."""
    for node in each(root):
        texts = [node.text or "", *(child.tail or "" for child in node), *map(str, node.attrib.values())]
        for text in texts:
            yield from _unclean(node, text)


def _unclean(node: Element, text: str) -> Iterator[Fault]:
    found = UNWANTED.search(text)
    if found:
        yield fault_at(node, f"the character U+{ord(found.group()):04X} has no place in an edition")
    if not unicodedata.is_normalized("NFC", text):
        yield fault_at(node, "text that is not in Unicode normalisation form C")


ALL_CHECKS: tuple[Callable[[Element], Iterator[Fault]], ...] = (
    pointers_resolve,
    ids_are_unique,
    pages_in_order,
    notes_in_sequence,
    words_are_whole,
    zones_lie_within,
    languages_are_declared,
    nothing_is_empty,
    furniture_outside_notes,
    characters_are_clean,
)
