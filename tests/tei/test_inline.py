"""Inline markup conserves the text, whatever is marked in it."""

from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from lxml.etree import _Element as Element

from pipeline.tei.elements import TEI, element
from pipeline.tei.inline import Point, Range, crosses, fill, nest
from tests.tei.reading import running_text

TEXT = "Abbé Josiah bade 茶 farewell."


def ranges(length: int) -> st.SearchStrategy[list[Range]]:
    """Any stretches of a text of this length, names and typography."""
    ends = st.lists(st.integers(0, length), min_size=2, max_size=2).map(sorted)
    return st.lists(st.builds(_range, ends, st.sampled_from(["hi", "name", "docAuthor", "idno"])), max_size=8)


def _range(ends: list[int], name: str) -> Range:
    outermost, text_only = name == "docAuthor", name == "idno"
    return Range(ends[0], ends[1], name, {}, may_split=name == "hi", outermost=outermost, text_only=text_only)


def points(length: int) -> st.SearchStrategy[list[int]]:
    """Places in a text of this length, some of them more than once."""
    return st.lists(st.integers(0, length), max_size=6)


def written(marks: list[Range], offsets: list[int]) -> Element:
    """TEXT with these ranges, and a note at every offset."""
    parent = element("p")
    notes = [Point(offset, (0,), (element("note", "N"),)) for offset in offsets]
    fill(parent, TEXT, marks, notes)
    return parent


def source(node: Element) -> str:
    """The element as it is written."""
    return etree.tostring(node, encoding="unicode").replace(f' xmlns="{TEI}"', "")


@given(marks=ranges(len(TEXT)), offsets=points(len(TEXT)))
@example(marks=[], offsets=[0, 0, len(TEXT)])
def test_text_is_conserved(marks: list[Range], offsets: list[int]) -> None:
    """Without its notes, the element says exactly the text, for any ranges and points."""
    assert running_text(written(marks, offsets)) == TEXT


@given(marks=ranges(len(TEXT)), offsets=points(len(TEXT)))
def test_points_stand_in_their_places(marks: list[Range], offsets: list[int]) -> None:
    """Every note stands before the character that it was put before."""
    marked = "".join(str(part) for part in written(marks, offsets).itertext())

    assert "".join("N" * offsets.count(place) + letter for place, letter in enumerate([*TEXT, ""])) == marked


@given(marks=ranges(len(TEXT)), offsets=points(len(TEXT)))
def test_elements_of_text_hold_nothing_else(marks: list[Range], offsets: list[int]) -> None:
    """An ``idno`` has no child, whatever is marked and whatever stands at the places in it."""
    assert [] == [len(each) for each in written(marks, offsets).iter(f"{{{TEI}}}idno") if len(each)]


@given(marks=ranges(len(TEXT)))
def test_nothing_crosses(marks: list[Range]) -> None:
    """After nesting no two ranges cross."""
    nested = nest(marks)

    assert [(one, other) for one in nested for other in nested if crosses(one, other)] == []


@given(marks=ranges(len(TEXT)))
def test_typography_is_split_and_not_lost(marks: list[Range]) -> None:
    """Every character that was styled still is, but in an element of text only, of which a part was."""
    styled = {offset for mark in marks if mark.may_split for offset in range(mark.start, mark.end)}
    plain = {offset for mark in nest(marks) if mark.text_only for offset in range(mark.start, mark.end)}

    assert styled - plain <= {
        offset for mark in nest(marks) if mark.may_split for offset in range(mark.start, mark.end)
    }


def test_typography_gives_way_to_a_name() -> None:
    """Italics that begin within a name are split at its end, and the name stays whole."""
    marks = [Range(8, 16, "hi", {"rend": "italic"}, may_split=True), Range(5, 11, "persName", {})]

    assert (
        source(written(marks, []))
        == '<p>Abbé <persName>Jos<hi rend="italic">iah</hi></persName><hi rend="italic"> bade</hi> 茶 farewell.</p>'
    )


def test_first_of_two_crossing_names_stays() -> None:
    """Of two names that cross, the one given first is written."""
    marks = [Range(5, 16, "orgName", {}), Range(0, 11, "persName", {})]

    assert source(written(marks, [])) == "<p>Abbé <orgName>Josiah bade</orgName> 茶 farewell.</p>"


@given(marks=ranges(len(TEXT)))
def test_outermost_is_in_nothing(marks: list[Range]) -> None:
    """An element that must stand directly in the parent does, whatever is marked around it."""
    parent = written(marks, [])

    assert all(node.getparent() is parent for node in parent.iter(f"{{{TEI}}}docAuthor"))


def test_byline_in_italics() -> None:
    """Italics around a whole byline are split, so that the author stands directly in it."""
    marks = [Range(0, 16, "hi", {"rend": "italic"}, may_split=True), Range(5, 11, "docAuthor", {}, outermost=True)]

    assert source(written(marks, [])) == (
        '<p><hi rend="italic">Abbé </hi><docAuthor><hi rend="italic">Josiah</hi></docAuthor>'
        '<hi rend="italic"> bade</hi> 茶 farewell.</p>'
    )


def test_note_stands_behind_the_name() -> None:
    """A note called at the end of a name is behind it, not in it."""
    assert (
        source(written([Range(5, 11, "persName", {})], [11]))
        == "<p>Abbé <persName>Josiah</persName><note>N</note> bade 茶 farewell.</p>"
    )
