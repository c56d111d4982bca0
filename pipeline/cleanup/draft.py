"""A line under repair: its text, its ledger, and everything that must move along when the text changes."""

from bisect import bisect_left
from dataclasses import dataclass, field

from msgspec.structs import replace

from pipeline.model import CallCandidate, Change, CleanLine, Line, Page, WordSpan


@dataclass(frozen=True, slots=True)
class Edit:
    """A proposal: ``text[start:end]`` of a draft becomes ``after``. ``start == end`` inserts."""

    start: int
    end: int
    after: str
    confidence: float
    evidence: str = ""


@dataclass(slots=True)
class Draft:
    """One line while the rules work on it. Only ``apply`` changes it."""

    page: int
    line: Line
    reader: str
    text: str
    words: list[WordSpan]
    calls: list[CallCandidate] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)

    def apply(self, edit: Edit, rule: str) -> bool:
        """Carries out one edit and writes it into the ledger.

        Returns:
            False if the edit was refused: it changes nothing, or touches what may be a note call. What stands for a
            call is evidence for the alignment of calls and notes and is never mended away.
        """
        if self.text[edit.start : edit.end] == edit.after or any(_touches(call, edit) for call in self.calls):
            return False
        self._carry_out(edit, rule)
        return True

    def read_call(self, call: CallCandidate, edit: Edit, rule: str) -> None:
        """Puts what a candidate was read as in the place of what is printed for it, which it then covers."""
        others = [other for other in self.calls if other is not call]
        if self.text[edit.start : edit.end] == edit.after or any(_touches(other, edit) for other in others):
            return
        self.calls = others
        self._carry_out(edit, rule)
        read = replace(call, start=edit.start, end=edit.start + len(edit.after))
        self.calls = sorted([*self.calls, read], key=lambda each: (each.start, each.end))

    def _carry_out(self, edit: Edit, rule: str) -> None:
        before = self.text[edit.start : edit.end]
        self.text = self.text[: edit.start] + edit.after + self.text[edit.end :]
        self.changes.append(Change(
            offset=edit.start, before=before, after=edit.after, rule=rule,
            confidence=edit.confidence, evidence=edit.evidence,
        ))  # fmt: skip
        # A dump may have a document in one line: the words before the edit, which come in order, are not looked at.
        first = bisect_left(self.words, edit.start, key=lambda word: word.end)
        self.words[first:] = [_moved_word(word, edit) for word in self.words[first:]]
        self.calls = [_moved_call(call, edit) for call in self.calls]

    def finished(self) -> CleanLine:
        """The mended line."""
        return CleanLine(
            text=self.text,
            words=tuple(word for word in self.words if word.end > word.start),
            changes=tuple(self.changes),
            calls=tuple(self.calls),
            box=self.line.box,
            baseline=self.line.baseline,
            size=self.line.size,
            column=self.line.column,
            indent=self.line.indent,
            blank_before=self.line.blank_before,
            region=self.line.region,
        )


def begin(page: Page, line: Line) -> Draft:
    """The draft of a line, its words located in its text."""
    spans, offset = [], 0
    for word in line.words:
        end = offset + len(word.text)
        spans.append(WordSpan(start=offset, end=end, box=word.box, confidence=word.confidence, style=word.style))
        offset = end + 1
    return Draft(page=page.number, line=line, reader=page.reader, text=line.text, words=spans)


def _touches(call: CallCandidate, edit: Edit) -> bool:
    if call.start == call.end:
        return edit.start < call.start < edit.end
    return edit.start < call.end and call.start < edit.end


def _moved(offset: int, edit: Edit, *, is_end: bool) -> int:
    """Where an offset of the old text lies in the new one; inside the edit it goes to the edit's outer end."""
    if offset <= edit.start and not (is_end and offset == edit.start == edit.end):
        return offset
    if offset >= edit.end:
        return offset + len(edit.after) - (edit.end - edit.start)
    return edit.start + len(edit.after) if is_end else edit.start


def _moved_word(word: WordSpan, edit: Edit) -> WordSpan:
    if word.start > edit.start and word.start >= edit.end:
        shift = len(edit.after) - (edit.end - edit.start)
        return word if shift == 0 else _shifted(word, shift)
    start, end = _moved(word.start, edit, is_end=False), _moved(word.end, edit, is_end=True)
    return WordSpan(
        start=min(start, end), end=max(start, end), box=word.box, confidence=word.confidence, style=word.style
    )


def _shifted(word: WordSpan, shift: int) -> WordSpan:
    return WordSpan(
        start=word.start + shift, end=word.end + shift, box=word.box, confidence=word.confidence, style=word.style
    )


def _moved_call(call: CallCandidate, edit: Edit) -> CallCandidate:
    shift = len(edit.after) - (edit.end - edit.start)
    if call.start >= edit.end:
        return CallCandidate(start=call.start + shift, end=call.end + shift, raised=call.raised, readings=call.readings)
    return call
