"""Where the authors are to be found: their institutions, under their names or the text, and electronic addresses."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from pipeline.letters import CAPITALS
from pipeline.model import Block, BlockKind
from pipeline.segment.wording.author_names import towns_among, without_titles
from pipeline.segment.wording.name_lines import is_institution

_ORCID = re.compile(
    r"(?:\b(?:https?://)?orcid(?:\.org)?\b[\s:/]*(?:id\b[\s:]*)?)?\d{4}-\d{4}-\d{4}-\d{3}[\dX]", re.IGNORECASE
)
_ADDRESS = r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}"
_EMAIL = re.compile(rf"{_ADDRESS}(?=\d{{0,2}}\b)")
_NUMBERED_EMAIL = re.compile(rf"{_ADDRESS}\d{{0,2}}\b")
"""No domain ends in figures: ``tansy@mole.example1`` has the raised number of its author behind it."""

_BROKEN = re.compile(r"\b[\w+-]+\.[\w.+-]+\s@[\w-]+(?:\.[\w-]+)+\b|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)*\s\.[a-z]{2,4}\b")
"""An address that the line end, or a space of the print, breaks before its sign or its last stop."""


def emails_of(text: str, authors: Sequence[str], article: str = "") -> tuple[str, ...]:
    """Electronic addresses of the authors.

    Args:
        text: what stands where authors give them: the title block, their notes, the edges of the article.
        authors: their names. An address that has a surname is theirs wherever it stands, also under a bibliography;
            where all of them have such a one, or the text has more than there are authors, it is those alone.
        article: all of it.
    """
    near, everywhere = (tuple(dict.fromkeys(_EMAIL.findall(_joined(each)))) for each in (text, f"{article} {text}"))
    own = tuple(mail for mail in everywhere if any(_has_surname(mail, author) for author in authors))
    if own and len(authors) <= max(len(own), len(near) - 1):
        return own
    return tuple(mail for mail in everywhere if mail in near or mail in own)


def _joined(text: str) -> str:
    return _BROKEN.sub(lambda mail: "".join(mail[0].split()), text)


def _has_surname(mail: str, author: str) -> bool:
    surname = author.split()[-1].casefold()
    spellings = {_plain(each) for each in (surname, surname.translate(_UMLAUTS))}
    return any(each in _plain(mail) or _shortens(mail, each) for each in spellings)


def _shortens(mail: str, surname: str) -> bool:
    """Whether the name in an address ends with the beginning of a surname: ``h-tans@…`` of Tansy."""
    name = _plain(mail.partition("@")[0])
    return any(surname.startswith(name[start:]) for start in range(len(name) - SHORTENED + 1))


SHORTENED = 4
"""Letters of a shortened surname."""


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa"})


def _plain(text: str) -> str:
    """Small letters without accents, as addresses have them."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text.casefold()) if letter.isalnum())


def affiliations_of(blocks: Sequence[Block], authors: Sequence[str]) -> tuple[str, ...]:
    """Institutions and addresses, without electronic mail, and the number or the name that stands before them.

    Within a block a line end parts them.
    """
    # Before the name may stand a letter that a font has at the place of an envelope.
    named = "|".join(map(_short_or_full, authors)) or "(?!)"
    before = re.compile(rf"^(?:(?-i:[A-Z\W])\s)?(?:{named})\b\s*(?:\(\W?\)|:)?\s*", re.IGNORECASE)
    texts = [without_mail(block.text) for block in blocks if block.kind is BlockKind.AFFILIATION]
    texts = [without_titles(before.sub("", text)) for text in texts]
    parts = [part for text in texts for each in text.split("\n") for part in _parted_by_numbers(each)]
    parts = [" ".join(part.split()).strip(" ,;:·•|") for part in parts]
    return tuple(part for part in parts if any(map(str.isalpha, part)))


def _short_or_full(author: str) -> str:
    """A pattern for ``Hester Tansy`` or ``H. Tansy``."""
    first, *others = author.split()
    initial = rf"(?:{re.escape(first)}|{re.escape(first[:1])}\.)"
    return r"\s+".join([initial, *map(re.escape, others)])


def without_mail(text: str) -> str:
    """A text without electronic addresses, their labels and ORCIDs."""
    return _MAIL_LABEL.sub(" ", _ORCID.sub(" ", _NUMBERED_EMAIL.sub(" ", text)))


_MAIL_LABEL = re.compile(r"\be[-‐‑]?mail\b\s*:?", re.IGNORECASE)


def _parted_by_numbers(text: str) -> list[str]:
    """Institutions that are numbered as their authors are: ``1 Harbour University 2 Keepers’ Hall``."""
    text = text.strip()
    parts, number = [], 1
    while found := re.match(rf"\W*{number}\s+", text):
        text = text[found.end() :]
        following = re.search(rf"\s{number + 1}\s+(?=[{CAPITALS}])", text)
        parts.append(text[: following.start()] if following else text)
        text, number = text[following.start() :] if following else "", number + 1
    return parts or [re.sub(r"^\W*\d{1,2}\s+", "", text)]


def towns_of(byline: str) -> tuple[str, ...]:
    """What stands in brackets, or alone, behind the names of a byline: ``Hester Tansy (Saltmouth)``."""
    bracketed = tuple(town.strip() for town in re.findall(rf"\(([{CAPITALS}][^().]{{3,60}})\)", byline))
    return bracketed or towns_among(byline)


def address_behind(blocks: Sequence[Block], authors: Sequence[str]) -> tuple[str, ...]:
    """The institution that stands alone under the text: no sentence, and nothing in it but names and numbers.

    Before it may stand the author's name, which is left out.
    """
    signed = re.compile(
        rf"^(?:{_ADDRESS_OF})?(?:(?:Prof|Dr|PD|phil)\.\s*)*(?:{'|'.join(map(re.escape, authors)) or '(?!)'})\b\W*",
        re.IGNORECASE,
    )
    last = [block for block in blocks if block.kind in _UNDER_TEXT][-ENDING:]
    texts = [" ".join(_DATES.sub("", without_mail(block.text)).split()).strip(" ,;:.") for block in last]
    texts = [without_titles(signed.sub("", text)) for text in texts]
    texts = [" ".join(_named(authors).sub(" ", text).split()) for text in texts]
    return tuple(text for text in texts if _is_alone(text))


def _named(authors: Sequence[str]) -> re.Pattern[str]:
    """A name at the right edge, in line with the institution."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, authors)) or '(?!)'})\b", re.IGNORECASE)


def _is_alone(text: str) -> bool:
    """Whether a text is an institution and its address, and nothing else."""
    words = re.findall(r"[^\W\d_]{4,}", text)
    named = bool(words) and sum(word[0].isupper() for word in words) >= 0.8 * len(words)
    short = 2 <= len(text.split()) <= LONGEST_ADDRESS
    return is_institution(text) and named and short and not _TELLS.search(text)


_TELLS = re.compile(r"[?!:;©]|\b(?:is|are|was|ist|war|est|è|es|é)\b")
"""What no address has: ``Hester Tansy is a professor at Harbour University``."""


def addresses_in_notes(notes: Sequence[str], authors: Sequence[str]) -> tuple[str, ...]:
    """The institutions with which notes of authors begin, an electronic address behind them, or in the first sentence.

    Many journals of law tell only there where an author is.
    """
    found = [
        _MAIL_LABEL.sub("", note[: mail.start()]).strip(" ,;.(") for note in notes if (mail := _EMAIL.search(note))
    ]
    return tuple(filter(_is_alone, found)) or tuple(text for note in notes for text in _positions(note, authors))


def _positions(note: str, authors: Sequence[str]) -> Iterator[str]:
    """What a note says its authors are, and where: its first sentence, or what sentences say of a name.

    ``Keeper of Lamps, Harbour University.``; ``Hester Tansy is Keeper of Lamps at Harbour University; Amos Reed is``
    """
    signed = re.compile(rf"^(?:{_TO_WHOM})?(?:{'|'.join(map(re.escape, authors)) or '(?!)'}),\s*", re.IGNORECASE)
    sentences = _PARTED.split(without_mail(note).strip())
    for index, sentence in enumerate(sentences):
        subject, _, predicate = _IS.sub("\n", _TITLES.sub("", sentence), count=1).partition("\n")
        if predicate and _names_one(subject, authors):
            text = predicate
        else:
            text = "" if index or sentence[:1].islower() else signed.sub("", _TITLES.sub("", sentence))
        text = " ".join(text.split()).strip(" ,;:.")
        fits = 2 <= len(text.split()) <= LONGEST_POSITION and is_institution(text)
        if fits and not _TELLS.search(text) and not _NO_POSITION.search(text):
            yield text


def _names_one(subject: str, authors: Sequence[str]) -> bool:
    """Whether a sentence is about an author: by his surname, or as the author."""
    named = any(author.split()[-1].casefold() in subject.casefold() for author in authors)
    return len(subject.split()) <= NAME and (named or bool(_THE_AUTHOR.fullmatch(subject)))


_TO_WHOM = r"(?:address|send|direct)\s[^.:]{0,40}(?::|\sto)\s*"
"""``Address all communications to:``."""
_THE_AUTHOR = re.compile(
    r"(?:(?:the|der|die|el|la|il|o|a)\s|l[’'])?(?:author|verfasser(?:in)?|autor(?:a|in)?|auteure?|autore|autrice)",
    re.IGNORECASE,
)
_TITLES = re.compile(r"^(?:(?:[Pp]rof|[Dd]r|PD|[Aa]ss|jur|iur|phil|habil|hab|mgr)\b\.?\s*)+")
_PARTED = re.compile(
    rf"(?<=[^\W\d_]{{2}})(?<!\bSt)(?<!\bDr)(?<!\bMt)(?<!Prof)(?<!Ass)(?<!jur)(?<!habil)(?<!hab)\.[\s.]*\s(?=[{CAPITALS}])"
    rf"|(?<=[)”’])\.\s+(?=[{CAPITALS}])|;\s+"
)
"""The end of a sentence: not behind an initial or a title, nor in ``University of St. Andrews``; or a semicolon."""
_IS = re.compile(r"\s(?:is|ist|è|es|é|est)\s(?:(?:an?|the)\s)?")
_NO_POSITION = re.compile(
    r"\b(?:thank|grateful|indebted|acknowledg|dank|remerci|agradec|ringrazi|article|artikel|aufsatz|beitrag|articol|"
    r"art[ií]cul|artigo|saggio|paper|essay|lecture\b|vortrag|version|fassung|deliver|present|publish(?:ed)?\b|"
    r"translat|support|fund|grant|double|work(?:s|ed)\b|teach(?:es)?\b|has\b|received\b|holds\b)",
    re.IGNORECASE,
)
"""What says something of the text, thanks for it, or tells a life."""
NAME = 5
"""Words of the name of which the sentence tells."""
LONGEST_POSITION = 35
"""Words of what an author is, and where."""


_ADDRESS_OF = (
    r"(?:anschrift|adresse|address|correspondence|dirección|indirizzo)\s+"
    r"(?:(?:des|der|of|de|du|del|dell)\W*(?:the\s+)?(?:autor\w*|verfasser\w*|authors?|auteur\w*))?\W*"
)
_DATES = re.compile(r"\b(?:received|revised|accepted|submitted|eingegangen|angenommen)\b.*$", re.IGNORECASE)
_UNDER_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.HEADING})
ENDING = 3
"""Blocks at the end of the text among which the author's institution stands."""
LONGEST_ADDRESS = 20
"""Words of an institution and its address."""
