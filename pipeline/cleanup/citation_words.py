"""Short words that law reviews have at every turn, whose letters and stops a reader takes for others.

The italic capital of ``Id.`` is read as ``Jd.``, ``Td.``, ``/d.``, its stop as a comma; of ``U.S.`` the inner stop is
lost. Where a document has the word legible time and again, what no other word looks like can be nothing else.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.cleanup.draft import Draft, Edit

_BEGINS = r"(?:(?P<label>^\W{0,2}\d{1,3}\W{0,2}\s?)|^\W{0,2}|[.;)][”’]?\s)"
"""Behind a label, or a citation before it."""


class _Word(NamedTuple):
    printed: str
    legible: re.Pattern[str]
    """The word, and what only such citations have beside it: who writes ``supra note 5`` writes ``Id.``, too."""
    misread: re.Pattern[str]
    otherwise: re.Pattern[str] | None = None
    """A form of it that a document may have by its own habit: then nothing is mended."""


_WORDS = (
    _Word(
        "Id.",
        re.compile(rf"{_BEGINS}Id\.(?=[\s;,]|$)|\bsupra\snotes?\s\d"),
        re.compile(
            rf"""
            {_BEGINS}(?P<word>
                [JT7/\[|l!1d]d\. | Id:      # nobody writes a colon behind it,
              | Id,(?=\sat\s\d)             # nor a comma where a page follows
              | [lI]a\.(?=$|\sat\s\d)
              | (?(label)(?:I|a|[A-HJ-Z]d)\.(?=$)|(?!))     # all of a note
            )(?=[\s;,]|$)
            """,
            re.VERBOSE,
        ),
    ),
    _Word(
        "U.S.",
        re.compile(r"\bU\.S\."),
        re.compile(r"(?<![\w.])(?P<word>U’?S\.)(?!\w)"),
        re.compile(r"(?<![\w.])US(?![\w.])"),
    ),
)
FEWEST = 2
"""Legible ones: of 74 in five scans of law reviews ten were misread."""
_LABELLED = re.compile(
    r"""
    ^(?: \d{1,3}[.,:]\s? | (?=\S{0,3}[\d$€§«»*.,:;])[^\s“‘"'(]{1,5}\s(?:(?=\S?[\W\d])\S{1,3}\s)? )
    (?P<word> (?!id\b|[A-Z][a-z]{2}) [^\W_]{1,4}d[.,:;]? )$
    """,
    re.VERBOSE,
)
"""``42. ddd.``, ``$$ 51d:``, ``68.5 « dd.``; not ``7. Gold.`` of a list."""
MANY = 5
"""Such citations, where nothing of the word but its last letter is legible."""
_BARE = re.compile(r"^(?:[^\W_]|\d{2})?(?P<word>[lI1J/|!]d[.,:;]?)$")
"""``mld:`` for a raised 14 and ``Id.``, ``old`` for a 6 and ``Id.``"""


def ids(drafts: Sequence[Draft]) -> Iterator[tuple[int, Edit]]:
    """``12. Jd. at 44`` is ``12. Id. at 44`` in a document that has ``Id.`` twice, and more often than not."""
    edits = [(index, edit) for word in _WORDS for index, edit in _mended(word, drafts)]
    taken = {index for index, _ in edits}
    edits += [(index, edit) for index, edit in _whole_notes(drafts) if index not in taken]
    yield from sorted(edits, key=lambda edit: (edit[0], -edit[1].start))


def _whole_notes(drafts: Sequence[Draft]) -> Iterator[tuple[int, Edit]]:
    """``42. ddd.`` is ``42. Id.`` in a dump: of a word of three glyphs that is all of a note, the reader knows the d.

    A paragraph that is one such row, in a document where notes are nothing but ``Id.``; the last row of another
    paragraph may be ``old.``, and is none by itself.
    """
    legible = sum(len(_WORDS[0].legible.findall(draft.text)) for draft in drafts)
    if legible < MANY:
        return
    for index, draft in enumerate(drafts):
        found = _LABELLED.match(draft.text) or _BARE.match(draft.text)
        if found and _is_paragraph(drafts, index):
            before = "" if found.start("word") == 0 or draft.text[found.start("word") - 1] == " " else " "
            yield (
                index,
                Edit(*found.span("word"), f"{before}Id.", 0.7, f"the document has Id. and the like {legible} times"),
            )


def _is_paragraph(drafts: Sequence[Draft], index: int) -> bool:
    """Whether a row of a dump is all of a paragraph: of rows as short as it is each is one, without white between."""
    line, page = drafts[index].line, drafts[index].page
    above, below = drafts[max(0, index - 1)], drafts[min(index + 1, len(drafts) - 1)]
    begins = line.blank_before > 0 or above.page != page or above.text[-1:] in {".", ":", ";"}
    ends = below.page != page or below.line.blank_before > 0 or below.text[:1].isdecimal() or len(below.text) <= SHORT
    return line.box is None and begins and ends


SHORT = 12
"""Letters of a row that is nothing but ``Id.`` and its label."""


def _mended(word: _Word, drafts: Sequence[Draft]) -> Iterator[tuple[int, Edit]]:
    misread = [(index, found) for index, draft in enumerate(drafts) for found in word.misread.finditer(draft.text)]
    legible = sum(len(word.legible.findall(draft.text)) for draft in drafts)
    habit = word.otherwise and any(word.otherwise.search(draft.text) for draft in drafts)
    if habit or legible < max(FEWEST, len(misread)):
        return
    for index, found in misread:
        evidence = f"the document has {word.printed} {legible} times"
        yield index, Edit(found.start("word"), found.end("word"), word.printed, 0.9, evidence)
