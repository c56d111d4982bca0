"""The document's vote on names: a single odd reading gives way to what the document has everywhere else."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pipeline.cleanup.draft import Draft, Edit
from pipeline.vocabulary import Vocabulary

CONFUSIONS = (
    ("n", "h"), ("b", "h"), ("li", "h"), ("g", "q"), ("c", "e"), ("c", "o"), ("e", "o"), ("rn", "m"), ("nn", "m"),
    ("cl", "d"), ("ii", "u"), ("n", "u"), ("ri", "n"), ("v", "y"), ("vv", "w"), ("f", "t"), ("l", "t"), ("i", "l"),
    ("l", "1"), ("o", "0"), ("I", "l"), ("I", "1"), ("S", "5"), ("B", "8"), ("O", "0"), ("j", "i"), ("ı", "i"),
    ("f", "s"), ("s", "5"), ("ll", "H"), ("tt", "u"), ("K", "R"), ("E", "F"), ("G", "C"), ("Z", "2"), ("z", "2"),
)  # fmt: skip
"""Pairs of shapes that readers take for one another, from the readings of the specimens and of real scans. ``a``/``o``
is left out: it also tells Wang from Wong and Zhang from Zhong."""

MIN_LENGTH = 5  # Liu/Lin, Li/Lu: in short names one letter is the name
MIN_VOTES = 3
MIN_RATIO = 3
_DIGIT_AMID = re.compile(r"(?<![\w’-])(?P<head>[^\W\d_]{1,12})(?P<digit>\d)(?P<tail>[^\W\d_]{2,12})(?![\w’-])")
"""``T7sKhSD``: no word has one digit amid its letters; what has one is a code, or a reader saw a speck."""
_NO_SYLLABLE = re.compile(r"g(?=i)")
"""Pinyin has no syllable ``gi`` (ISO 7098): ``Shaogi`` beside ``Shaoqi`` is a misread ``q``."""


def confusable(word: str, other: str) -> tuple[str, str] | None:
    """The one confusion pair that turns ``word`` into ``other``, or None.

    ``confusable("Zhinua", "Zhihua")`` -> ``("n", "h")``
    """
    start = 0
    while start < min(len(word), len(other)) and word[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(word), len(other)) - start and word[-1 - end] == other[-1 - end]:
        end += 1
    # A pair may share a letter with its surroundings (rn/m in "Burn"/"Bum" leaves n): widen by one on each side.
    for left in range(max(0, start - 1), start + 1):
        for right in range(max(0, end - 1), end + 1):
            pair = (word[left : len(word) - right], other[left : len(other) - right])
            if pair in CONFUSIONS or pair[::-1] in CONFUSIONS:
                return pair
    return None


def names(drafts: Sequence[Draft], vocabulary: Vocabulary) -> Iterator[tuple[int, Edit]]:
    """``Zhinua`` beside forty ``Zhihua`` -> ``Zhihua``; never towards or away from a dictionary word by force."""
    outvoted = _outvoted(vocabulary)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(outvoted)))})\b" if outvoted else r"(?!)")
    for index, draft in enumerate(drafts):
        edits = list(_digits_amid(draft.text, vocabulary))
        for found in pattern.finditer(draft.text):
            winner, evidence, confidence = outvoted[found.group()]
            edits.append(Edit(found.start(), found.end(), winner, confidence, evidence))
        yield from ((index, edit) for edit in sorted(edits, key=lambda edit: -edit.start))


def _digits_amid(text: str, vocabulary: Vocabulary) -> Iterator[Edit]:
    """``T7sKhSD`` where the document has ``TsKhSD`` too."""
    for found in _DIGIT_AMID.finditer(text):
        word = found["head"] + found["tail"]
        if len(word) >= MIN_LENGTH and vocabulary.counts[word]:
            evidence = f"a digit amid letters; {word} {vocabulary.counts[word]}"
            yield Edit(found.start("digit"), found.end("digit"), "", 0.8, evidence)


def _outvotes(votes: int, count: int, pair: tuple[str, str], word: str) -> bool:
    if pair == ("g", "q") and _NO_SYLLABLE.search(word):
        return votes >= 1
    return votes >= max(MIN_VOTES, MIN_RATIO * count)


def _outvoted(vocabulary: Vocabulary) -> dict[str, tuple[str, str, float]]:
    by_length: defaultdict[int, list[str]] = defaultdict(list)
    for word in sorted(vocabulary.counts):
        if len(word) >= MIN_LENGTH:
            by_length[len(word)].append(word)
    verdicts = {}
    for word, count in sorted(vocabulary.counts.items()):
        if len(word) < MIN_LENGTH or count > 2 or not word[0].isalpha() or vocabulary.is_known(word):
            continue
        verdict = _verdict(word, count, by_length, vocabulary.counts)
        if verdict and not vocabulary.is_cited(word):
            verdicts[word] = verdict
    return verdicts


def _verdict(
    word: str, count: int, by_length: dict[int, list[str]], counts: Counter[str]
) -> tuple[str, str, float] | None:
    # Most words stand in a document once, and are told before their letters are compared.
    fewest = 1 if _NO_SYLLABLE.search(word) else max(MIN_VOTES, MIN_RATIO * count)
    rivals = [
        (counts[other], other, pair)
        for length in (len(word) - 1, len(word), len(word) + 1)
        for other in by_length.get(length, ())
        if counts[other] >= fewest and other[0].isupper() == word[0].isupper()
        if (pair := confusable(word, other)) and _outvotes(counts[other], count, pair, word)
    ]
    if len(rivals) != 1:
        return None
    votes, winner, pair = rivals[0]
    confidence = round(votes / (votes + count + 1), 2)
    return winner, f"{pair[0]} for {pair[1]}; {winner} {votes}, {word} {count}", confidence
