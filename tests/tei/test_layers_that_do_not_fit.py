"""Layers that do not fit together are refused with a sentence."""

import pytest
from msgspec.structs import replace

from pipeline.config import Settings
from pipeline.errors import LayerError
from pipeline.model import (
    Article,
    BlockKind,
    Cell,
    Citation,
    CitationKind,
    CitedField,
    Entities,
    EntityKind,
    FieldKind,
    Mention,
    Work,
)
from pipeline.tei import run
from tests.tei.articles import DUMP, NO_ENTITIES, block, note

P1 = DUMP.blocks[0]


def noted(*notes: tuple[str, tuple[str, int, float]]) -> Article:
    """The dump with these notes."""
    return replace(DUMP, notes=tuple(note(label, anchor, (1, 1, "A note.")) for label, anchor in notes))


WRONG = {
    "stands 2 times": replace(DUMP, blocks=(P1, P1)),
    "cannot be an id": replace(DUMP, blocks=(block("1", BlockKind.PARAGRAPH, (1, 0, "Text")),)),
    "none of the sheets": replace(DUMP, sheets=DUMP.sheets[:1]),
    "a stretch": replace(DUMP, blocks=(replace(P1, text="One"),), notes=()),
    "cells of p1 are out of order": replace(
        DUMP,
        blocks=(replace(P1, cells=(Cell(start=0, end=2, row=0, column=1), Cell(start=3, end=4, row=0, column=0))),),
    ),
    "is called at p9:0": noted(("1", ("p9", 0, 1.0))),
    "is called at p1:999": noted(("1", ("p1", 999, 1.0))),
    "only within itself": noted(("1", ("fn2", 0, 1.0)), ("2", ("fn1", 0, 1.0))),
    "U+0007, which XML cannot carry": replace(
        DUMP, blocks=(block("p1", BlockKind.PARAGRAPH, (1, 0, "a\x07b bell rings")),)
    ),
}


@pytest.mark.parametrize(("sentence", "article"), WRONG.items(), ids=WRONG)
def test_article_is_refused(sentence: str, article: Article) -> None:
    """An article that contradicts itself is refused with a sentence that names the place."""
    with pytest.raises(LayerError) as caught:
        run(article, NO_ENTITIES, Settings())

    assert sentence in str(caught.value)


@pytest.mark.parametrize(
    "mention",
    [
        Mention(target="p1", start=0, end=99, kind=EntityKind.PLACE),
        Mention(target="p9", start=0, end=1, kind=EntityKind.PLACE),
        Mention(target="p1", start=0, end=3, kind=EntityKind.PLACE, ref="place.none"),
    ],
)
def test_names_are_refused(mention: Mention) -> None:
    """A name outside the text, or one that refers to nothing, is refused."""
    with pytest.raises(LayerError):
        run(DUMP, Entities(doc="dump", mentions=(mention,)), Settings())


def cited(**changes: object) -> Entities:
    """One citation of one work, with these values changed."""
    citation = Citation(id="fn1.b1", target="fn1", start=0, end=6, kind=CitationKind.SHORT, work="bib.a")
    return Entities(
        doc="dump",
        citations=(replace(citation, **changes),),
        works=(Work(id="bib.a", kind="book", title="Tides"),),
    )


@pytest.mark.parametrize(
    "entities",
    [
        cited(end=99),
        cited(target="fn9"),
        cited(work="bib.none"),
        cited(antecedent="fn1.b9"),
        cited(host="fn1.b9"),
        cited(id="p1"),
        cited(fields=(CitedField(kind=FieldKind.TITLE, start=2, end=99),)),
        replace(cited(), works=(Work(id="bib.a", kind="chapter", title="Tides", host="bib.none"),)),
    ],
)
def test_citations_are_refused(entities: Entities) -> None:
    """A citation or field outside its note, or one that leads to nothing, is refused."""
    with pytest.raises(LayerError):
        run(DUMP, entities, Settings())


def test_a_citation_that_fits_is_written() -> None:
    """What the refused ones are changed from is accepted."""
    assert b'corresp="#bib.a"' in run(DUMP, cited(), Settings())
