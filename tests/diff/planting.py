"""Changes to plant in an edition that the program made: what an editor, a setting or a fault may do to it."""

from collections.abc import Callable
from pathlib import Path

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.compare.tei_names import XML_ID, tei

EDITION = Path(__file__).parent / "ferry.tei.xml"
Plant = Callable[[Element], object]


def planted(*plants: Plant) -> bytes:
    """The edition with these changes in it."""
    root = etree.parse(EDITION).getroot()
    for plant in plants:
        plant(root)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def by_id(root: Element, name: str) -> Element:
    """The element with this ``xml:id``."""
    return next(element for element in root.iter() if element.get(XML_ID) == name)


def the(root: Element, name: str, number: int) -> Element:
    """The ``number``-th element of this name in the text."""
    text = root.find(tei("text"))
    return list(text.iter(tei(name)))[number] if text is not None else root


def found(root: Element, path: str) -> Element:
    """The first element at a path of TEI names; an ``xml:id`` may stand in place of the path."""
    element = root.find("/".join(tei(step) for step in path.split("/"))) if "/" in path else by_id(root, path)
    if element is None:
        raise ValueError(f"there is nothing at {path}")
    return element


def drop(element: Element) -> None:
    """Take an element out, and leave what follows it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def set_attribute(element: Element, key: str, value: str | None) -> None:
    """Set an attribute, or take it away."""
    if value is None:
        del element.attrib[key]
    else:
        element.set(key, value)


def replaced(old: str, new: str) -> Plant:
    """Other words, wherever in one text node they stand; exactly once."""

    def plant(root: Element) -> None:
        texts = [
            (e, part) for e in root.iter(etree.Element) for part in ("text", "tail") if old in (getattr(e, part) or "")
        ]
        (element, part), *more = texts
        if more:
            raise ValueError(f"{old!r} stands more than once")
        setattr(element, part, getattr(element, part).replace(old, new))

    return plant


def attribute(name: str, key: str, value: str | None) -> Plant:
    """An attribute of the element with this id set to a value, or taken away."""

    def plant(root: Element) -> None:
        set_attribute(by_id(root, name), key, value)

    return plant


def nth(name: str, number: int, key: str, value: str | None) -> Plant:
    """The same for the ``number``-th element of this name in the text, from 0."""

    def plant(root: Element) -> None:
        set_attribute(the(root, name, number), key, value)

    return plant


def nth_in_header(tag: str, key: str, value: str) -> Plant:
    """An attribute of the first element of this name, wherever it stands."""

    def plant(root: Element) -> None:
        next(root.iter(tei(tag))).set(key, value)

    return plant


def renamed(name: str, tag: str) -> Plant:
    """Another element in place of the one with this id."""

    def plant(root: Element) -> None:
        element = by_id(root, name)
        element.tag = tei(tag)
        if tag in ("p", "head"):
            element.attrib.pop("rend", "")

    return plant


def dropped(name: str) -> Plant:
    """The element with this id, and all in it, gone; what follows it stays."""

    def plant(root: Element) -> None:
        drop(by_id(root, name))

    return plant


def without(name: str, number: int) -> Plant:
    """The ``number``-th element of this name gone, with its content."""

    def plant(root: Element) -> None:
        drop(the(root, name, number))

    return plant


def unwrapped(name: str, number: int) -> Plant:
    """The ``number``-th element of this name gone, and its content kept."""

    def plant(root: Element) -> None:
        element = the(root, name, number)
        element.tag = "gone"
        etree.strip_tags(root, "gone")

    return plant


def wrapped(words: str, tag: str, **attributes: str) -> Plant:
    """An element put around words that stand in the text of a paragraph, behind a child."""

    def plant(root: Element) -> None:
        for element in root.iter(etree.Element):
            head, found, rest = (element.tail or "").partition(words)
            parent = element.getparent()
            if found and parent is not None:
                new = etree.Element(tei(tag), attributes)
                new.text, new.tail, element.tail = words, rest, head
                parent.insert(parent.index(element) + 1, new)
                return
        raise ValueError(f"{words!r} does not stand in the text")

    return plant


def written(path: str, text: str) -> Plant:
    """Another text in the first element at this path of TEI names, from the root."""

    def plant(root: Element) -> None:
        found(root, path).text = text

    return plant


def added(path: str, tag: str, text: str, **attributes: str) -> Plant:
    """A new element at the end of the first one at this path."""

    def plant(root: Element) -> None:
        etree.SubElement(found(root, path), tei(tag), attributes).text = text

    return plant
