"""Small articles for the tests of the tag stage."""

from pipeline.config import Settings
from pipeline.model import Article, Block, BlockKind, Entities, FrontMatter, Note, NoteKind

RULES_ONLY = Settings(spacy_model="")
_KINDS = {"byline": BlockKind.BYLINE, "heading": BlockKind.HEADING, "listed": BlockKind.BIBLIOGRAPHY}


def article(*lines: str) -> Article:
    """An article of one paragraph per line; ``note: ``, ``byline: ``, ``heading: ``, ``listed: `` say more."""
    blocks: list[Block] = []
    notes: list[Note] = []
    for line in lines:
        mark, _, rest = line.partition(": ")
        if mark == "note":
            label = str(len(notes) + 1)
            notes.append(Note(id=f"fn{label}", label=label, kind=NoteKind.FOOT, text=rest, pieces=(), page=1))
        else:
            kind, text = (_KINDS[mark], rest) if mark in _KINDS else (BlockKind.PARAGRAPH, line)
            blocks.append(Block(id=f"b{len(blocks)}", kind=kind, text=text, pieces=()))
    return Article(doc="case", language="en", sheets=(), front=FrontMatter(), blocks=tuple(blocks), notes=tuple(notes))


def texts(source: Article) -> dict[str, str]:
    """Text of every block and note by its id."""
    return {block.id: block.text for block in source.blocks} | {note.id: note.text for note in source.notes}


def shown(source: Article, entities: Entities) -> list[str]:
    """Every mention but dates as ``words | kind | entry``, with a certainty other than 1."""
    text = texts(source)
    return [
        f"{text[mention.target][mention.start : mention.end]} | {mention.kind} | {mention.ref or '-'}"
        + (f" ~{mention.cert}" if mention.cert < 1 else "")
        for mention in entities.mentions
        if mention.kind != "date"
    ]
