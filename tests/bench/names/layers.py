"""The layers of the tag stage, one upon the other: the bare model, rules, the document's vote, identity, authority."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline import authority
from pipeline.config import Settings
from pipeline.model import Article, Citation, Entities, EntityKind, Mention
from pipeline.tag import stage
from pipeline.tag.citations import resolve
from pipeline.tag.places.gazetteer import candidates
from pipeline.tag.register.linking import without_overlaps
from pipeline.tag.vote.cited_names import by_note
from pipeline.tag.vote.language_model import read_names
from pipeline.tag.vote.occurrences import Found, Names, lower_case_words
from pipeline.tag.vote.passages import Passage, passages
from pipeline.tag.vote.verdicts import LABELS

MODEL = Settings().spacy_model
BARE = LABELS | {"DATE": EntityKind.DATE}
"""What the model calls things -> our kinds; of its dates it gives no value."""

Tagger = Callable[[Article], Entities]


class Layer(NamedTuple):
    """A layer with everything below it."""

    name: str
    tag: Tagger


def layers(truth: Path) -> list[Layer]:
    """All of them; the last knows the names that the register of the truth lists."""
    known = authority.read(f"{truth.stem}.xml", truth.read_bytes())
    return [
        Layer("spaCy alone", _bare),
        Layer("+ rules", _with_rules),
        Layer("+ vote", _voted),
        Layer("+ identity", lambda article: stage.run(article, Settings())),
        Layer("+ authority", lambda article: stage.run(article, Settings(authority=known))),
    ]


def _bare(article: Article) -> Entities:
    texts = passages(article)
    seen = read_names(MODEL, article.language, [text.text for text in texts])
    found = [
        Found(index, span.start, span.end, "", kind)
        for index, spans in enumerate(seen)
        for span in spans
        if (kind := BARE.get(span.label)) is not None
    ]
    return Entities(doc=article.doc, mentions=tuple(_mentions(texts, found)))


def _with_rules(article: Article) -> Entities:
    """Every proposal of model and rules is a name; nothing decides between them but their length."""
    texts = passages(article)
    found = [
        Found(one.passage, one.start, one.end, "", one.kind, one.weight)
        for one in stage._proposals(texts, article.language, MODEL, _citations(article))
        if one.kind is not None
    ]
    return _with_dates(article, texts, without_overlaps(found))


def _voted(article: Article) -> Entities:
    texts = passages(article)
    proposals = stage._proposals(texts, article.language, MODEL, _citations(article))
    lower_case = lower_case_words(texts)
    names = Names(stage._verdicts(texts, proposals, lower_case, {}, candidates, ()), lower_case)
    spans = [*stage._occurrences(texts, proposals, names), *stage._pinned(texts, proposals, names)]
    return _with_dates(article, texts, without_overlaps(spans))


def _citations(article: Article) -> Mapping[str, Sequence[Citation]]:
    return by_note(resolve(article.notes).citations)


def _with_dates(article: Article, texts: list[Passage], found: list[Found]) -> Entities:
    mentions = stage._in_order(texts, list(_mentions(texts, found)), stage._dates(texts, found))
    cited = resolve(article.notes)
    return Entities(doc=article.doc, mentions=tuple(mentions), citations=cited.citations, works=cited.works)


def _mentions(texts: list[Passage], found: Iterable[Found]) -> Iterable[Mention]:
    for one in found:
        yield Mention(target=texts[one.passage].id, start=one.start, end=one.end, kind=one.kind)
