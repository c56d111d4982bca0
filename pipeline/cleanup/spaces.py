"""Spaces lost or put in by the reader."""

import re
from collections.abc import Iterator, Sequence

from pipeline.cleanup.draft import Draft, Edit
from pipeline.letters import CAPITALS
from pipeline.vocabulary import Vocabulary

_BEFORE_CLOSING = re.compile(
    r"(?<=[\w’”)\]]) (?!\. ?\.)(?=[\])]|[.,](?:\s|$|[’”“'\"*°®©]))"
    r"|(?<=[’”]) (?=\.\d{1,3}(?:\s|$)|[;:][’”“'\"*°®©\d])"
    r"|(?<=[^\W\d_][.!?]) (?=[\])])"
)
_AFTER_OPENING = re.compile(r"(?<=[\[(]) (?=\w)")
_SPLIT_INITIAL = re.compile(r"\b([A-Z])[’'‘] (?=([a-z]{3,})\b)")
_SPLIT_APOSTROPHE = re.compile(r"(?<=[^\W\d_][’'])\s(?=[a-z])")
_GLUED_ARTICLE = re.compile(
    r"""
    (?: (?<=^) | (?<=[.?!:]\ ) | (?<=[\s(]) )
    (In|For|As|Of|On|To|At|By|With|From|Is|Was|in|for|of|on|with|from|is|was) a    # a preposition or a verb, and "a"
    (?=\ [a-z])
    """,
    re.VERBOSE,
)
_GLUED = re.compile(
    r"""
    (?<![\w’'-])
    (of|in|to|for|by|on|at|from|with|that|and)
    (the|this|that|his|her|their|its|which)
    (?![\w’'-])
    """,
    re.VERBOSE,
)
_GLUED_FIGURE = re.compile(
    r"""
    (?<![\w’'./-]) (?: at (?=\d)                        # a page
    | \d{1,4} (?=[A-Z]\.(?:\s?[A-Z]\.|\d[a-z])) )      # a volume, or a label, before U.S., F.3d, H. G.
    """,
    re.VERBOSE,
)
_CONSONANT = re.compile(r" [b-df-hj-np-tv-z]")


def around_brackets(draft: Draft) -> Iterator[Edit]:
    """``Conference ]`` -> ``Conference]``; ``socialism’ .`` -> ``socialism’.``.

    The space that French sets before double punctuation stays, and that before the spaced dots of an ellipsis. Behind
    an English closing mark and before what may be a note call there is none: ``communism’ ;°°``.
    """
    for pattern in (_BEFORE_CLOSING, _AFTER_OPENING):
        for found in reversed(list(pattern.finditer(draft.text))):
            yield Edit(found.start(), found.end(), "", 0.9, "no space is set there")


def thin_spaces(drafts: Sequence[Draft], vocabulary: Vocabulary) -> Iterator[tuple[int, Edit]]:
    """``they say ; but`` -> ``they say; but``; ``“ God save us`` -> ``“God save us``: in English, and by habit alone.

    English presses before 1930 set a thin space before high punctuation and inside of quotation marks, which is none of
    the spaces between words. Where a document does so for once, the sign may be a speck, and is left as it is read. A
    document that quotes in guillemets is set in the French manner, to which the space belongs, whatever its language.
    """
    if not vocabulary.is_english or _quotes_in_guillemets(drafts):
        return
    spaced = [(index, match) for index, draft in enumerate(drafts) for match in _BEFORE_HIGH.finditer(draft.text)]
    closed = sum(len(_CLOSED_UP.findall(draft.text)) for draft in drafts)
    if len(spaced) < FEWEST_SPACED or len(spaced) < HABIT * closed:
        return
    inside = [(index, match) for index, draft in enumerate(drafts) for match in _AFTER_QUOTE.finditer(draft.text)]
    for index, space in sorted([*spaced, *inside], key=lambda each: (each[0], -each[1].start())):
        yield index, Edit(space.start(), space.end(), "", 0.85, "a thin space")


def _quotes_in_guillemets(drafts: Sequence[Draft]) -> bool:
    """Whether guillemets are the quotation marks of a document: an English one has them in what it quotes at most."""
    guillemets, quotes = (sum(draft.text.count(mark) for draft in drafts for mark in pair) for pair in ("«»", "“”"))
    return guillemets >= FEWEST_GUILLEMETS and guillemets > quotes


FEWEST_GUILLEMETS = 4
FEWEST_SPACED, HABIT = 5, 0.25
"""Signs with a space before them that make a habit, and their share of those without one."""
_CLOSED_UP = re.compile(r"(?<=[^\W\d_])[;:?!]")
_BEFORE_HIGH = re.compile(r"(?<=[^\W\d_][’”)\]]) (?=[;:?!](?:[\s—’”]|$))|(?<=[^\W\d_]) (?=[;:?!](?:[\s—’”]|$))")
_AFTER_QUOTE = re.compile(r"(?:(?<=^“)|(?<=[\s(—][“‘])) (?=[^\W\d_])")


def split_words(draft: Draft, vocabulary: Vocabulary) -> Iterator[Edit]:
    """``F’ riendship`` -> ``Friendship`` where a word list or the document knows the whole word."""
    for found in reversed(list(_SPLIT_INITIAL.finditer(draft.text))):
        whole = found.group(1) + found.group(2)
        if vocabulary.is_known(whole) or vocabulary.count(whole) > 0:
            yield Edit(found.start() + 1, found.end(), "", 0.9, f"{whole} is a word")


def drop_capitals(draft: Draft, vocabulary: Vocabulary) -> Iterator[Edit]:
    """``R ESEARCH`` -> ``RESEARCH``: a capital two lines high begins the word that follows it, set in capitals or not.

    ``A``, ``I`` and ``O`` are words too, and are parted from what makes a word without them.
    """
    found = _DROPPED.match(draft.text)
    first = draft.line.words[0] if draft.line.words else None
    if not found or first is None or first.box is None or first.box.height < DROPPED * draft.line.size:
        return
    capital, rest = found["capital"], found["rest"]
    alone = capital in "AIO" and vocabulary.is_known(rest)
    if not alone and vocabulary.is_known(capital + rest):
        yield Edit(found.end("capital"), found.start("rest"), "", 0.9, f"a drop capital; {capital}{rest} is a word")


_DROPPED = re.compile(rf"^[“‘\"«]?(?P<capital>[{CAPITALS}]) (?P<rest>[^\W\d_]{{2,}})")
DROPPED = 1.2
"""Type sizes, ascender to descender, from which a capital is higher than its line: others have two thirds of one."""


def split_at_apostrophe(draft: Draft, vocabulary: Vocabulary) -> Iterator[Edit]:
    """``dang’an’ guan`` -> ``dang’an’guan`` where the document has the joined form elsewhere; ``people’ s`` always.

    No English word is a lone s, and none begins with the s behind an apostrophe.
    """
    for found in reversed(list(_SPLIT_APOSTROPHE.finditer(draft.text))):
        before = _TO_APOSTROPHE.search(draft.text, max(0, found.start() - LONGEST), found.start())
        after = _FROM_APOSTROPHE.match(draft.text, found.end())
        if not (before and after):
            continue
        # The word goes on to both sides, over other spaces of the same kind: dang’ an’ guan.
        lefts = (before.group().replace(" ", ""), before.group().rpartition(" ")[2])
        rights = (after.group().replace(" ", ""), after.group("first"))
        wholes = [f"{left}{right}".replace("‘", "’") for left in lefts for right in rights]
        whole = next((text for text in wholes if vocabulary.count(text) > 0), "")
        if whole:
            yield Edit(found.start(), found.end(), "", 0.85, f"{whole} stands elsewhere")
        elif after.group() == "s" and "en" in vocabulary.languages:
            yield Edit(found.start(), found.end(), "", 0.9, "a possessive")


LONGEST = 60
"""Characters of a word that apostrophes hold together."""
_TO_APOSTROPHE = re.compile(r"[^\W\d_’']*(?:[’'‘] ?[^\W\d_]+)*[’']$")
_FROM_APOSTROPHE = re.compile(r"(?P<first>[^\W\d_]+)(?:[’'‘] ?[^\W\d_]+)*")


def glued_articles(draft: Draft, vocabulary: Vocabulary) -> Iterator[Edit]:
    """``Ina meeting`` -> ``In a meeting``: before a noun that takes ``a``, and never a name that the document uses."""
    if "en" not in vocabulary.languages:
        return
    for found in reversed(list(_GLUED_ARTICLE.finditer(draft.text))):
        word = found.group(1) + "a"
        if _CONSONANT.match(draft.text, found.end()) and vocabulary.count(word) <= 3 and not _is_subject(draft, found):
            yield Edit(found.end(1), found.end(1), " ", 0.8, f"{found.group(1)} + a")


def _is_subject(draft: Draft, found: re.Match[str]) -> bool:
    """``Ina said``, ``Ina was``: a person; an article is never followed by one of these."""
    follower = re.match(r" ([a-z]+)", draft.text[found.end() :])
    return follower is not None and (
        follower.group(1) in {"was", "said", "had", "went", "came", "told", "wrote", "did", "took", "made", "saw"}
        or follower.group(1).endswith("ed")
    )


def glued_figures(draft: Draft) -> Iterator[Edit]:
    """``Id. at351`` -> ``Id. at 351``, ``42U.S.C.`` -> ``42 U.S.C.``: no English word ends, or begins, in a figure."""
    for found in reversed(list(_GLUED_FIGURE.finditer(draft.text))):
        yield Edit(found.end(), found.end(), " ", 0.9, "a word and a number")


def glued_words(draft: Draft, vocabulary: Vocabulary) -> Iterator[Edit]:
    """``ofthe`` -> ``of the``: two of the commonest words that make no word together."""
    for found in reversed(list(_GLUED.finditer(draft.text))):
        if vocabulary.frequency(found.group()) < vocabulary.frequency(found.group(2)) - 2.5:
            yield Edit(found.end(1), found.end(1), " ", 0.9, f"{found.group(1)} + {found.group(2)}")
