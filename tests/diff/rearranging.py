"""Changes of the structure: blocks, notes and entries that are joined, cut, moved, added or numbered anew."""

import copy

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.compare.tei_names import XML_ID, tei
from tests.diff.planting import Plant, by_id, drop, the


def call_moved(name: str, back: int) -> Plant:
    """A note this many characters earlier in the text before it."""

    def plant(root: Element) -> None:
        note = by_id(root, name)
        before = note.getprevious()
        if before is None or not before.tail:
            raise ValueError(f"{name} has no text before it")
        note.tail = before.tail[-back:] + (note.tail or "")
        before.tail = before.tail[:-back]

    return plant


def note_to_paragraph(name: str, paragraph: str) -> Plant:
    """A note to the end of another paragraph."""

    def plant(root: Element) -> None:
        note = copy.deepcopy(by_id(root, name))
        drop(by_id(root, name))
        note.tail = None
        by_id(root, paragraph).append(note)

    return plant


def merged(first: str, second: str) -> Plant:
    """Two blocks of the same kind made one."""

    def plant(root: Element) -> None:
        one, other = by_id(root, first), by_id(root, second)
        etree.SubElement(one, "gone").tail = " " + (other.text or "")
        one.extend(list(other))
        etree.strip_tags(root, "gone")
        drop(other)

    return plant


def split(name: str, words: str) -> Plant:
    """A paragraph made two, before these words in the tail of one of its children."""

    def plant(root: Element) -> None:
        block = by_id(root, name)
        child = next(each for each in block if words in (each.tail or ""))
        head, _, rest = (child.tail or "").partition(words)
        new = etree.Element(tei("p"))
        new.text = words + rest
        new.extend(list(block)[block.index(child) + 1 :])
        child.tail = head
        block.addnext(new)

    return plant


def inserted(before: str, text: str) -> Plant:
    """A new paragraph before the block with this id."""

    def plant(root: Element) -> None:
        new = etree.Element(tei("p"))
        new.text = text
        by_id(root, before).addprevious(new)

    return plant


def moved(name: str, after: str) -> Plant:
    """A block to behind another."""

    def plant(root: Element) -> None:
        block = by_id(root, name)
        drop(block)
        block.tail = None
        by_id(root, after).addnext(block)

    return plant


def renumbered(root: Element) -> None:
    """Number blocks and notes anew, in order, as a run would: every ``xml:id`` after a change is another."""
    counts = {"p": 0, "fn": 0, "h": 0, "q": 0}
    text = root.find(tei("text"))
    kinds = {tei("p"): "p", tei("note"): "fn", tei("head"): "h", tei("quote"): "q"}
    for element in text.iter(*kinds) if text is not None else ():
        parent = element.getparent()
        if parent is not None and parent.tag == tei("note"):
            continue
        kind = kinds[element.tag]
        if not element.get(XML_ID, "p").startswith("abstract"):
            counts[kind] += 1
            element.set(XML_ID, f"{kind}{counts[kind]}")
        if kind == "fn":
            element.set("n", str(counts[kind]))


def joined_entries(kept: str, gone: str) -> Plant:
    """Two entries of a register made one, and all that points to them."""

    def plant(root: Element) -> None:
        drop(by_id(root, gone))
        for element in root.iter(etree.Element):
            if element.get("ref") == f"#{gone}":
                element.set("ref", f"#{kept}")

    return plant


def cut_entry(name: str, new: str, words: str) -> Plant:
    """An entry of a register made two: names with these words go to the new one."""

    def plant(root: Element) -> None:
        entry = by_id(root, name)
        other = copy.deepcopy(entry)
        other.set(XML_ID, new)
        entry.addnext(other)
        for element in root.iter(etree.Element):
            if element.get("ref") == f"#{name}" and element.text == words:
                element.set("ref", f"#{new}")

    return plant


def tag_as(name: str, number: int, tag: str) -> Plant:
    """Another element in place of the ``number``-th of this name in the text."""

    def plant(root: Element) -> None:
        the(root, name, number).tag = tei(tag)

    return plant


def turned_to(name: str, number: int, back: int) -> Plant:
    """The ``number``-th element of this name some characters earlier in the text before it."""

    def plant(root: Element) -> None:
        element = the(root, name, number)
        before = element.getprevious()
        if before is None or not before.tail:
            raise ValueError(f"{name} has no text before it")
        moving, before.tail = before.tail[-back:], before.tail[:-back]
        last = element.getnext() if (element.getnext() is not None and not element.tail) else element
        if last is not None:
            last.tail = moving + (last.tail or "")

    return plant


def note_as_paragraph(name: str, after: str) -> Plant:
    """A note set as a paragraph behind a block."""

    def plant(root: Element) -> None:
        paragraph = copy.deepcopy(by_id(root, name))[0]
        drop(by_id(root, name))
        paragraph.tail = None
        by_id(root, after).addnext(paragraph)

    return plant


def head_in_text(number: int, block: str) -> Plant:
    """A running head left in the text as a block before another."""

    def plant(root: Element) -> None:
        head = the(root, "fw", number)
        text = head.text
        drop(head)
        inserted(block, text or "")(root)

    return plant


def lines_in(name: str) -> Plant:
    """Line breaks in a paragraph, as ``--lines`` writes them."""

    def plant(root: Element) -> None:
        block = by_id(root, name)
        for number in (1, 2):
            new = etree.Element(tei("lb"), {"n": str(number)})
            block.insert(0, new)
            new.tail, block.text = block.text, ""

    return plant


def heading_deeper(name: str) -> Plant:
    """The section of a heading put into a section of its own."""

    def plant(root: Element) -> None:
        section = by_id(root, name).getparent()
        if section is None:
            return
        outer = etree.Element(tei("div"), {"type": "section"})
        section.addprevious(outer)
        outer.append(section)

    return plant


def entry_called(name: str, text: str) -> Plant:
    """Another main name of an entry of a register."""

    def plant(root: Element) -> None:
        by_id(root, name)[0].text = text

    return plant


def without_tags(tag: str, ref: str) -> Plant:
    """All names with this pointer unmarked."""

    def plant(root: Element) -> None:
        for element in root.iter(tei(tag)):
            if element.get("ref") == ref:
                element.tag = "gone"
        etree.strip_tags(root, "gone")

    return plant


def note_added(block: str, text: str) -> Plant:
    """A new note at the end of a block."""

    def plant(root: Element) -> None:
        note = etree.SubElement(by_id(root, block), tei("note"), {"place": "foot", "n": "22"})
        etree.SubElement(note, tei("p")).text = text

    return plant


def notes_joined(first: str, second: str) -> Plant:
    """Two notes run into one, at the call of the first."""

    def plant(root: Element) -> None:
        one, other = by_id(root, first)[0], by_id(root, second)[0]
        words = " ".join(map(str, other.itertext()))
        drop(by_id(root, second))
        last = list(one)[-1] if len(one) else None
        if last is None:
            one.text = f"{one.text} {words}"
        else:
            last.tail = f"{last.tail or ''} {words}"

    return plant


def name_taken_wider(number: int, back: int) -> Plant:
    """The ``number``-th name of a person takes in this many characters more before it."""

    def plant(root: Element) -> None:
        name = the(root, "persName", number)
        before = name.getprevious()
        taken = (before.tail or "") if before is not None else ""
        if before is None or len(taken) < back:
            raise ValueError("there is no text before the name")
        before.tail, name.text = taken[:-back], taken[-back:] + (name.text or "")

    return plant
