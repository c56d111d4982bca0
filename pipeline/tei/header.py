"""The TEI header, filled from what was read; a field about which nothing is known is not there."""

from pipeline.config import VERSION, Settings
from pipeline.model import Article, BlockKind, Entities
from pipeline.tei.editorial import encoding_desc
from pipeline.tei.elements import Element, element
from pipeline.tei.facsimile import has_facsimile
from pipeline.tei.source import authors, source_desc, titles, unassigned
from pipeline.vocabulary import language_of

HEADER_LANGUAGE = "en"

LANGUAGES = {
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "la": "Latin",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "ru-Latn": "Russian, in Latin letters",
    "zh-Hans": "Chinese, simplified script",
    "zh-Hant": "Chinese, traditional script",
    "zh-Latn-pinyin": "Chinese, in Pinyin",
}
"""Language tag (BCP 47) -> its English name; a language that is not here is declared by its tag alone."""


def tei_header(article: Article, entities: Entities, settings: Settings) -> Element:
    """``teiHeader`` of the edition. It knows no clock: a run that changes nothing gives the same bytes."""
    return element(
        "teiHeader",
        _file_desc(article),
        encoding_desc(article, entities, settings),
        _profile_desc(article, entities),
        _revision_desc(),
        xml_lang=HEADER_LANGUAGE,
    )


def _file_desc(article: Article) -> Element:
    conflicts = [element("note", each, type="conflict") for each in article.front.conflicts if each]
    notes = [*conflicts, *unassigned(article.front)]
    return element(
        "fileDesc",
        _title_stmt(article),
        _extent(article),
        element("publicationStmt", element("p", "Unpublished: the output of a program that nobody has proofread.")),
        element("notesStmt", *notes) if notes else None,
        source_desc(article),
    )


def _title_stmt(article: Article) -> Element:
    """TEI requires a title; where none was read the name of the document stands in, and is typed as such."""
    software = element("name", f"scan2tei {VERSION}", type="software")
    task = element("resp", "Reading, clean-up, segmentation, tagging and encoding")
    return element(
        "titleStmt",
        *(titles(article) or [element("title", article.doc, type="document")]),
        *authors(article.front),
        element("respStmt", task, software, xml_id="pipeline"),
    )


def _extent(article: Article) -> Element | None:
    count = len(article.sheets)
    what = "page image" if has_facsimile(article) else "page"
    measure = element("measure", f"{count} {what}{'' if count == 1 else 's'}", unit="pages", quantity=str(count))
    return element("extent", measure) if count else None


def _profile_desc(article: Article, entities: Entities) -> Element:
    front, summary = article.front, _language_of_summary(article)
    abstract = element("abstract", element("p", front.abstract), xml_lang=summary) if front.abstract else None
    cited = sorted({field.lang for citation in entities.citations for field in citation.fields if field.lang})
    spoken = summary if front.abstract or front.keywords else ""
    abstracts = [language_of(block.text) for block in article.blocks if block.kind is BlockKind.ABSTRACT]
    facing = [block.language for block in article.blocks]
    used = dict.fromkeys(tag for tag in (article.language, HEADER_LANGUAGE, spoken, *facing, *abstracts, *cited) if tag)
    return element(
        "profileDesc",
        abstract,
        element("langUsage", *(element("language", LANGUAGES.get(tag), ident=tag) for tag in used)),
        _keywords(article, summary),
    )


def _language_of_summary(article: Article) -> str:
    """That of the abstract, which is often English where the article is not; the keywords stand under it."""
    return language_of(article.front.abstract) or article.language


def _keywords(article: Article, language: str) -> Element | None:
    terms = [element("term", keyword) for keyword in article.front.keywords if keyword]
    return element("textClass", element("keywords", *terms, xml_lang=language)) if terms else None


def _revision_desc() -> Element:
    change = element("change", f"Made by scan2tei {VERSION}; not proofread.", who="#pipeline")
    return element("revisionDesc", change, status="draft")
