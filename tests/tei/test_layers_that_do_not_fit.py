"""Layers that do not fit together are refused with a sentence."""

import pytest
from msgspec.structs import replace

from pipeline.config import Settings
from pipeline.errors import LayerError
from pipeline.model import Article, BlockKind, Entities, EntityKind, Mention
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
