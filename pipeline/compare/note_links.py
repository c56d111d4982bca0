"""Notes and calls while they are being read: which text is open, and which call belongs to which note."""

import msgspec
from lxml.etree import _Element as Element

from pipeline.compare.reading import BODY, ReadCall, ReadNote
from pipeline.compare.running_text import RunningText
from pipeline.compare.tei_names import XML_ID, tei
from pipeline.config import MIN_CERT


class SeenCall(msgspec.Struct, frozen=True, kw_only=True):
    """A call before it is known which note it calls, unless the note stands there itself."""

    note: int | None
    names: tuple[str, ...]
    """Pointers by which it and its note may find each other."""
    target: int
    offset: int
    opens: bool
    low: bool


class NoteLinks:
    """The stack of open texts (a note within a note is possible), and everything that points."""

    def __init__(self, body: RunningText) -> None:
        self._open: list[tuple[int, RunningText]] = [(BODY, body)]
        self._elements: list[Element] = []
        self._texts: list[RunningText] = []
        self._calls: list[SeenCall] = []

    @property
    def in_note(self) -> bool:
        """Whether the open text is a note's."""
        return len(self._open) > 1

    @property
    def text(self) -> RunningText:
        """The open text."""
        return self._open[-1][1]

    @property
    def target(self) -> int:
        """BODY, or the index of the note whose text is open."""
        return self._open[-1][0]

    def text_of(self, note: int) -> str:
        """The text of a note."""
        return self._texts[note].text

    def open(self, element: Element, opens: bool) -> None:
        """A note begins; where it stands is its call, unless it stands in a section of notes or says otherwise."""
        index = len(self._texts)
        if not (_stands_apart(element) or _unanchored(element)):
            self._calls.append(self._call(index, element, opens))
        self._elements.append(element)
        self._texts.append(RunningText())
        self._open.append((index, self._texts[-1]))

    def close(self) -> None:
        """The open note ends."""
        self._open.pop()

    def call(self, element: Element, opens: bool) -> None:
        """A call of a note that stands elsewhere."""
        self._calls.append(self._call(None, element, opens))

    def notes(self) -> tuple[ReadNote, ...]:
        """Every note, in the order of the file."""
        return tuple(
            ReadNote(
                label=element.get("n", ""),
                place=element.get("place", ""),
                text=text.text,
                anchored=not _unanchored(element),
            )
            for element, text in zip(self._elements, self._texts, strict=True)
        )

    def calls(self) -> tuple[ReadCall, ...]:
        """Every call of a note that exists, in the order of the file."""
        names = self._names()
        calls = []
        for call in self._calls:
            note = call.note if call.note is not None else next((names[n] for n in call.names if n in names), None)
            if note is not None:
                low = call.low or _is_low(self._elements[note])
                calls.append(
                    ReadCall(note=note, target=call.target, offset=call.offset, opens=call.opens, low=low),
                )
        return tuple(calls)

    def _call(self, note: int | None, element: Element, opens: bool) -> SeenCall:
        pointers = (element.get("sameAs"), element.get("target"), f"#{element.get(XML_ID)}")
        return SeenCall(
            note=note,
            names=tuple(pointer for pointer in pointers if pointer),
            target=self.target,
            offset=self.text.length,
            opens=opens,
            low=_is_low(element),
        )

    def _names(self) -> dict[str, int]:
        """Every pointer that leads to a note: the note's own name, and the name of the anchor that it points at."""
        names: dict[str, int] = {}
        for index, element in enumerate(self._elements):
            for name in (f"#{element.get(XML_ID)}", element.get("target")):
                names.setdefault(name or "", index)
        return {name: index for name, index in names.items() if name not in ("", "#None")}


def _stands_apart(element: Element) -> bool:
    """Whether a note stands in a section of notes, so that its call is elsewhere."""
    apart = (above for above in element.iterancestors(tei("div")) if above.get("type") == "notes")
    return element.get("target") is not None or next(apart, None) is not None


def _unanchored(element: Element) -> bool:
    return element.get("type") == "unanchored"


def _is_low(element: Element) -> bool:
    """``cert="low"``, or a number under the program's own limit."""
    cert = element.get("cert", "")
    try:
        return float(cert) < MIN_CERT
    except ValueError:
        return cert == "low"
