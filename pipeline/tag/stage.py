"""The tag stage: who, where, what institution, which event, and when, in body and notes; which works are cited."""

import logging
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from pipeline.config import Settings
from pipeline.model import Article, Citation, CitationKind, Entities, EntityKind, FieldKind, Mention
from pipeline.readers import CHOICES
from pipeline.tag.bibliography import author_date_references, list_entries
from pipeline.tag.citations import Cited, resolve
from pipeline.tag.citations.forms.named_sections import section_references
from pipeline.tag.citations.wording.draft import Listed
from pipeline.tag.dates.reading import DateSpan, find_dates
from pipeline.tag.institutions.short_names import short_names
from pipeline.tag.institutions.unknown_institutions import without_unknown_institutions
from pipeline.tag.people.full_names import load_lists
from pipeline.tag.people.name_order import parse
from pipeline.tag.people.person_names import COMMON_FAMILY, supplied_names
from pipeline.tag.places.gazetteer import LookUp, Remembered, cities
from pipeline.tag.places.known_places import known_places
from pipeline.tag.places.town_names import as_towns
from pipeline.tag.places.unknown_places import with_parts, without_unknown_places
from pipeline.tag.proposals import propose
from pipeline.tag.register.authorities import Authorities
from pipeline.tag.register.linking import link, without_overlaps
from pipeline.tag.titles.titles_of_works import merged
from pipeline.tag.vote.cited_names import by_note, cited_proposals, cited_titles, listed_people, mistakes_authors
from pipeline.tag.vote.context import context_votes
from pipeline.tag.vote.language_model import load_model, model_name, read_names
from pipeline.tag.vote.occurrences import Found, Local, Names, find_occurrences, lower_case_words
from pipeline.tag.vote.passages import Passage, is_quiet, passages
from pipeline.tag.vote.verdicts import BODY, RULE, Ballot, Verdict, count, without_pairs
from pipeline.tag.words.articles import words_behind_articles
from pipeline.tag.words.exonyms import ANYWHERE
from pipeline.tag.words.spans import Proposal, plain
from pipeline.tag.words.tokens import commonness

log = logging.getLogger(__name__)


def load(settings: Settings) -> None:
    """Load the language model, the gazetteer and the word lists: 0.8 s that ``run`` takes otherwise when it needs them.

    Raises:
        ToolError: the language model is not installed.
    """
    load_lists()
    cities()
    load_model(settings.spacy_model)


def run(article: Article, settings: Settings) -> Entities:
    """Names, dates and citations of an article, stand-off, and the registers that they point into.

    What the user's authority file says goes before everything that is found. Mentions are in the order of blocks and
    notes and of the text, and never overlap. Texts in a language that the model does not speak are read by the rules
    alone.

    Raises:
        ToolError: the language model is not installed.
    """
    listed = list_entries(article.blocks)
    titles = {each.block: [(one.start, one.end) for one in each.draft.of(FieldKind.TITLE)] for each in listed}
    measured = frozenset(sheet.page for sheet in article.sheets if sheet.reader in CHOICES)
    cited = resolve(article.notes, listed, measured)
    citations = by_note(cited.citations)
    texts = [_with_titles(passage, citations.get(passage.id, ())) for passage in passages(article, titles)]
    model = model_name(settings.spacy_model, article.language)
    if settings.spacy_model and not model:
        log.warning(
            "%s: the model %s does not speak the language %s: names are found by the rules alone",
            article.doc, settings.spacy_model, article.language,
        )  # fmt: skip
    known = Authorities(settings.authority)
    signs = {sign for work in cited.works for sign in work.abbreviations}
    proposals = _proposals(texts, article.language, settings.spacy_model, citations)
    lower_case = lower_case_words(texts)
    gazetteer = Remembered()
    proposals += known_places(texts, lower_case, gazetteer.candidates)
    told = known.verdicts(texts)
    writers = list(listed_people(texts, listed))
    families = {family for one in writers for family in parse(one.name).families}
    things = words_behind_articles((text.text, text.language) for text in texts)
    heard = [each for each in proposals if not _takes_thing_for_person(texts, each, things)]
    names = Names(_verdicts(texts, heard, lower_case, told, gazetteer.candidates, families), lower_case, told)
    sure = [*writers, *_pinned(texts, proposals, names)]
    spans = [*_without(_occurrences(texts, proposals, names), sure), *sure]
    kinds = [span._replace(kind=known.kind_of(span.name) or span.kind) for span in spans]
    full = without_overlaps([span for span in kinds if span.name in told or not _is_sign(span, signs)])
    short = [span for span in short_names(texts, full) if not _is_thing(texts, span, things)]
    found = without_overlaps([*(span for span in full if not _is_thing(texts, span, things)), *short])
    mentions, register = link(texts, found, known, gazetteer.candidates)
    return Entities(
        doc=article.doc,
        mentions=tuple(_in_order(texts, mentions, _dates(texts, found))),
        register=tuple(register),
        citations=(
            *cited.citations,
            *_references(texts, listed, cited),
            *section_references(article.blocks, article.notes, cited.citations),
        ),
        works=cited.works,
        model=model,
    )


def _references(texts: Sequence[Passage], listed: Sequence[Listed], cited: Cited) -> list[Citation]:
    works = {each.target: each.work for each in cited.citations if each.kind is CitationKind.ENTRY}
    return author_date_references(texts, listed, works, cited.citations)


def _is_sign(span: Found, signs: Container[str]) -> bool:
    """`Dnevnik` and `Dnevnik G. P. Mal’tseva`, where the document says `hereafter cited as Dnevnik`: no person."""
    return span.kind is EntityKind.PERSON and span.name.split()[0] in signs


def _with_titles(passage: Passage, citations: Sequence[Citation]) -> Passage:
    return passage._replace(quiet=merged([*passage.quiet, *cited_titles(passage.text, citations)]))


def _proposals(
    texts: Sequence[Passage], language: str, model: str, citations: Mapping[str, Sequence[Citation]]
) -> list[Proposal]:
    seen = read_names(model, language, [passage.text for passage in texts])
    proposals: list[Proposal] = []
    for index, (passage, names) in enumerate(zip(texts, seen, strict=True)):
        here = citations.get(passage.id, ())
        proposals += [each for each in propose(index, passage, names) if not mistakes_authors(passage.text, each, here)]
        proposals += cited_proposals(index, passage, here)
    return proposals


def _verdicts(
    texts: list[Passage],
    proposals: Sequence[Proposal],
    lower_case: frozenset[str],
    told: dict[str, Verdict],
    look_up: LookUp,
    families: Container[str],
) -> dict[str, Verdict]:
    """``families`` are those of the bibliography: where a string is a name at all, they speak for a person.

    Against them the model alone makes no place of it, only a rule does.
    """
    ballots = [Ballot(_name(texts, proposal), proposal.kind, proposal.weight) for proposal in proposals]
    listed = {
        ballot.name
        for ballot in ballots
        if ballot.name in families and ballot.name not in ANYWHERE and commonness(ballot.name) < COMMON_FAMILY
    }
    listed_only = listed - {one.name for one in ballots if one.kind is EntityKind.PLACE and one.weight >= RULE}
    ballots = [one for one in ballots if one.kind is not EntityKind.PLACE or one.name not in listed_only]
    ballots += [Ballot(name, EntityKind.PERSON, BODY) for name in sorted(listed)]
    singles = {ballot.name for ballot in ballots if " " not in ballot.name and not ballot.name.isupper()}
    context = list(context_votes(texts, singles))
    votes = [*ballots, *context]
    look_up(with_parts(_to_look_up(votes)))  # all at once
    verdicts = without_unknown_institutions(count(votes, lower_case), votes)
    verdicts = without_unknown_places(verdicts, votes, look_up)
    persons = {ballot.name for ballot in context if ballot.kind is EntityKind.PERSON}
    persons |= {ballot.name for ballot in ballots if ballot.kind is EntityKind.PERSON and ballot.weight >= RULE}
    backed = persons.union(*(_families(name) for name, verdict in verdicts.items() if _is_full(name, verdict)))
    verdicts |= as_towns(verdicts, backed, look_up) | told
    for name, verdict in list(verdicts.items()):
        if _is_full(name, verdict):
            for family in parse(name).families:
                verdicts.setdefault(family, verdict._replace(second=None))
    return without_pairs(verdicts, families)


def _is_thing(texts: Sequence[Passage], span: Found, things: Container[str]) -> bool:
    """Whether one word of the prose that the document calls with an article was taken for a family name (`im Raum`).

    In notes it stands for its owner: `Raum, p. 3`.
    """
    passage = texts[span.passage]
    return span.kind is EntityKind.PERSON and not passage.note and passage.text[span.start : span.end] in things


def _takes_thing_for_person(texts: list[Passage], proposal: Proposal, things: Container[str]) -> bool:
    """Whether what is no rule takes for a person what the document calls with an article: `the Gestapo`."""
    model = proposal.kind is EntityKind.PERSON and proposal.weight < RULE
    return model and _name(texts, proposal) in things


def _to_look_up(votes: Iterable[Ballot]) -> Iterator[str]:
    """Whatever somebody takes for a place, and single names, which may be towns."""
    for ballot in votes:
        if ballot.kind is EntityKind.PLACE or (ballot.kind is EntityKind.PERSON and " " not in ballot.name):
            yield ballot.name


def _is_full(name: str, verdict: Verdict) -> bool:
    return verdict.kind is EntityKind.PERSON and parse(name).full


def _families(name: str) -> tuple[str, ...]:
    parsed = parse(name)
    return (*parsed.families, *name.split()[:1])


def _name(texts: Sequence[Passage], proposal: Proposal) -> str:
    """The string that is voted on; an author in capitals, in a byline or a note, is written as names are."""
    name = plain(texts[proposal.passage].text[proposal.start : proposal.end])
    person = proposal.pinned and proposal.kind is EntityKind.PERSON
    return name.title() if person and name.isupper() else name


def _occurrences(texts: Sequence[Passage], proposals: Sequence[Proposal], names: Names) -> Iterator[Found]:
    local: list[Local] = [{} for _ in texts]
    for proposal in proposals:
        local[proposal.passage][proposal.start, proposal.end] = proposal.kind
    for index, passage in enumerate(texts):
        yield from find_occurrences(index, passage, names, local[index])


def _pinned(texts: Sequence[Passage], proposals: Sequence[Proposal], names: Names) -> Iterator[Found]:
    for proposal in proposals:
        if proposal.pinned and proposal.kind is not None:
            yield Found(proposal.passage, proposal.start, proposal.end, _name(texts, proposal), proposal.kind)
    for index, passage in enumerate(texts):
        for start, end, outer in supplied_names(passage.text):
            name = plain(passage.text[start:end])
            if not is_quiet(passage, start, end) and (not outer or _is_person(names, name, outer)):
                yield Found(index, start, end, name, EntityKind.PERSON)


def _without(spans: Iterable[Found], pinned: Sequence[Found]) -> Iterator[Found]:
    """The spans that meet none of the pinned: in `Lyon: Garth, 1913` Lyon is the place, whoever bears the name."""
    taken = {(span.passage, offset) for span in pinned for offset in range(span.start, span.end)}
    return (span for span in spans if not any((span.passage, at) in taken for at in range(span.start, span.end)))


def _is_person(names: Names, *candidates: str) -> bool:
    verdicts = (names.verdicts.get(name) for name in candidates)
    return any(verdict is not None and verdict.kind is EntityKind.PERSON for verdict in verdicts)


def _dates(texts: Sequence[Passage], found: Sequence[Found]) -> list[Mention]:
    taken = {(name.passage, offset) for name in found for offset in range(name.start, name.end)}
    return [
        _date_mention(passage, date)
        for index, passage in enumerate(texts)
        if not passage.byline
        for date in find_dates(passage.text)
        if not _in_title(passage, date) and not any((index, at) in taken for at in range(date.start, date.end))
    ]


def _in_title(passage: Passage, date: DateSpan) -> bool:
    """Years in titles are part of the title; a day or month there dates the document that the title names."""
    exact = "-" in date.value.when
    return is_quiet(passage, date.start, date.end) and not exact


def _date_mention(passage: Passage, date: DateSpan) -> Mention:
    value = date.value
    return Mention(
        target=passage.id,
        start=date.start,
        end=date.end,
        kind=EntityKind.DATE,
        cert=date.cert,
        when=value.when,
        not_before=value.first if value.vague else "",
        not_after=value.last if value.vague else "",
        date_from="" if value.vague else value.first,
        date_to="" if value.vague else value.last,
    )


def _in_order(texts: Sequence[Passage], names: list[Mention], dates: list[Mention]) -> list[Mention]:
    rank = {passage.id: index for index, passage in enumerate(texts)}
    return sorted([*names, *dates], key=lambda mention: (rank[mention.target], mention.start))
