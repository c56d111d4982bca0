"""The commands: what each takes, and which part of the program does it."""

import logging
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import options
from pipeline.cli.entry import log_told
from pipeline.cli.options import DEFAULTS, OUT
from pipeline.config import VERSION, Settings
from pipeline.errors import UsageError
from pipeline.runner.jobs import Job
from pipeline.stages import NAMES

# Arguments are not "readable": Typer would ask whether a file may be read and call it a wrong call; it is a bad source.
# Without rich's panels, help is there in half the time.
app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"scan2tei {VERSION}")
        raise typer.Exit


@app.callback()
def program(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and stop.")
    ] = False,
    log_json: Annotated[
        bool, typer.Option("--log-json", help="Log one JSON object a line, for programs; may stand anywhere.")
    ] = False,
) -> None:
    """Turn scanned scholarly articles into clean, valid TEI P5.

    Results go to stdout, everything else to stderr. Exit codes: 0 done, 1 different, 2 wrong call, 3 doubts (with
    --strict), 4 invalid edition, 5 source, 6 layer, 7 missing program, 8 output, 9 defect, 130 interrupted. A batch
    goes on after a failure, and returns the gravest code.
    """


@app.command()
def run(
    source: Annotated[
        list[Path], typer.Argument(metavar="SOURCE", help="Files, folders of pages, or raw/.", readable=False)
    ],
    out: options.Out = OUT,
    jobs: options.Jobs = 0,
    lang: options.Lang = DEFAULTS.lang,
    readers: options.Readers = DEFAULTS.readers,
    authority: options.AuthorityFile = None,
    model: options.Model = DEFAULTS.spacy_model,
    until: options.Until = NAMES[-1],
    force: options.Force = False,
    strict: options.Strict = False,
    lines: options.Lines = DEFAULTS.lines,
    furniture: options.Furniture = DEFAULTS.furniture,
    diplomatic: options.Diplomatic = DEFAULTS.diplomatic,
    dpi: options.Dpi = DEFAULTS.dpi,
    max_pages: options.MaxPages = DEFAULTS.max_pages,
    max_pixels: options.MaxPixels = DEFAULTS.max_pixels,
    max_bytes: options.MaxBytes = DEFAULTS.max_bytes,
    max_failed_pages: options.MaxFailedPages = DEFAULTS.max_failed_pages,
    page_timeout: options.PageTimeout = DEFAULTS.page_timeout,
    article_timeout: options.ArticleTimeout = Job._field_defaults["article_timeout"],
    fail_fast: options.FailFast = False,
    dask: options.Dask = "",
    debug: options.Debug = False,
) -> None:
    """Make the editions of all the sources, running only what is stale."""
    from pipeline.cli import batch, intake

    _check_choice("--until", until, NAMES)
    _check_model(model)
    settings = _settings(
        lang=lang,
        readers=_installed(readers),
        spacy_model=model,
        dpi=dpi,
        max_pages=max_pages,
        max_pixels=max_pixels,
        max_bytes=max_bytes,
        max_failed_pages=max_failed_pages,
        page_timeout=page_timeout,
        lines=lines,
        furniture=furniture,
        diplomatic=diplomatic,
    )
    if dask:
        # The workers of a cluster stand in folders of their own.
        source, out = [path.absolute() for path in source], out.absolute()
    pattern = Job(source[0], out, settings, until, force, article_timeout)
    work = intake.with_authorities(batch.plan(source, out, pattern), authority)
    log = log_told(sys.argv)
    terms = batch.Terms(_workers(jobs), strict=strict, fail_fast=fail_fast, dask=dask, log=log)
    raise typer.Exit(batch.make(work, out, terms))


@app.command()
def ocr(
    doc: Annotated[str, typer.Argument(metavar="DOC", help="A source, or a document to read again.")],
    out: options.Out = OUT,
    jobs: options.Jobs = 0,
    lang: options.Lang = DEFAULTS.lang,
    readers: options.Readers = DEFAULTS.readers,
    dpi: options.Dpi = DEFAULTS.dpi,
    max_pages: options.MaxPages = DEFAULTS.max_pages,
    max_pixels: options.MaxPixels = DEFAULTS.max_pixels,
    max_bytes: options.MaxBytes = DEFAULTS.max_bytes,
    max_failed_pages: options.MaxFailedPages = DEFAULTS.max_failed_pages,
    page_timeout: options.PageTimeout = DEFAULTS.page_timeout,
    debug: options.Debug = False,
) -> None:
    """Read the pages of one source again: 1-pages.json."""
    from pipeline.cli import batch

    settings = _settings(
        lang=lang,
        readers=_installed(readers),
        dpi=dpi,
        max_pages=max_pages,
        max_pixels=max_pixels,
        max_bytes=max_bytes,
        max_failed_pages=max_failed_pages,
        page_timeout=page_timeout,
    )
    work = batch.plan_reading(doc, out, settings)
    raise typer.Exit(batch.make(work, out, batch.Terms(_workers(jobs), log=log_told(sys.argv))))


@app.command()
def cleanup(
    doc: options.Document, out: options.Out = OUT, lang: options.Lang = DEFAULTS.lang, debug: options.Debug = False
) -> None:
    """Mend the lines of one document again: 2-lines.json."""
    _one_stage("cleanup", doc, out, _settings(lang=lang))


@app.command()
def segment(
    doc: options.Document, out: options.Out = OUT, lang: options.Lang = DEFAULTS.lang, debug: options.Debug = False
) -> None:
    """Find the blocks and notes of one document again: 3-article.json."""
    _one_stage("segment", doc, out, _settings(lang=lang))


@app.command()
def tag(
    doc: options.Document,
    out: options.Out = OUT,
    lang: options.Lang = DEFAULTS.lang,
    authority: options.AuthorityFile = None,
    model: options.Model = DEFAULTS.spacy_model,
    debug: options.Debug = False,
) -> None:
    """Find the names, dates and citations of one document again: 4-entities.json."""
    _check_model(model)
    _one_stage("tag", doc, out, _settings(lang=lang, spacy_model=model), authority)


@app.command()
def tei(
    doc: options.Document,
    out: options.Out = OUT,
    lines: options.Lines = DEFAULTS.lines,
    furniture: options.Furniture = DEFAULTS.furniture,
    diplomatic: options.Diplomatic = DEFAULTS.diplomatic,
    debug: options.Debug = False,
) -> None:
    """Write the edition of one document again, and check it: DOC.tei.xml."""
    _one_stage("tei", doc, out, _settings(lines=lines, furniture=furniture, diplomatic=diplomatic))


@app.command()
def validate(
    file: Annotated[list[Path], typer.Argument(metavar="FILE", help="Editions to check.", readable=False)],
    debug: options.Debug = False,
) -> None:
    """Check editions against the schema and the rules that a schema cannot express."""
    from pipeline.cli import inspection

    raise typer.Exit(inspection.validate(file))


@app.command()
def evaluate(
    truth: Annotated[Path, typer.Argument(help="The article as it is printed, in TEI.", readable=False)],
    output: Annotated[Path, typer.Argument(help="The edition to judge, in TEI.", readable=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
    debug: options.Debug = False,
) -> None:
    """Measure an edition against the truth: text, notes, note calls, blocks, names."""
    from pipeline.cli import inspection

    raise typer.Exit(inspection.evaluate(truth, output, as_json=as_json))


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(help="The edition as it was, or a folder of editions.", readable=False)],
    new: Annotated[Path, typer.Argument(help="The edition as it is, or a folder of editions.", readable=False)],
    form: Annotated[
        str, typer.Option("--format", metavar="text|json|html|junit", help="How to tell the changes.")
    ] = "text",
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND", help="Kinds or weights of change that do not count; several by commas."),
    ] = None,
    to: Annotated[Path | None, typer.Option(help="File to write, in place of stdout.")] = None,
    debug: options.Debug = False,
) -> None:
    """Tell in an editor's words what is different: exit 0 for nothing, 1 for something, 2 for trouble."""
    from pipeline.cli import inspection

    _check_choice("--format", form, ("text", "json", "html", "junit"))
    raise typer.Exit(inspection.diff(old, new, form, ignore or [], to))


@app.command()
def index(
    doc: options.Document,
    out: options.Out = OUT,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV instead of lists.")] = False,
    debug: options.Debug = False,
) -> None:
    """Print the registers of one document: people, places, organisations, events and works, with counts and pages."""
    from pipeline.cli import views

    raise typer.Exit(views.index(doc, out, as_csv=as_csv))


@app.command()
def cite(
    doc: options.Document,
    out: options.Out = OUT,
    form: Annotated[str, typer.Option("--format", metavar="csl|bibtex", help="CSL-JSON or BibTeX.")] = "csl",
    debug: options.Debug = False,
) -> None:
    """Print the works that one document cites, for a reference manager."""
    from pipeline.cli import views

    _check_choice("--format", form, ("csl", "bibtex"))
    raise typer.Exit(views.cite(doc, out, form))


def _one_stage(name: str, doc: str, out: Path, settings: Settings, authority: Path | None = None) -> None:
    from pipeline.cli import batch

    raise typer.Exit(batch.make_one_stage(name, doc, out, settings, authority))


def _settings(**told: str | float | bool) -> Settings:
    """The settings of a run; whatever is not told has its default."""
    _check_choice("--furniture", str(told.get("furniture", DEFAULTS.furniture)), ("keep", "drop"))
    _check_lang(str(told.get("lang", DEFAULTS.lang)))
    return Settings(**told)  # type: ignore[arg-type]  # the options have the types of the fields


def _installed(readers: str) -> str:
    """The readers that there are; an absent second one is said, and the settings then say so too."""
    from pipeline.readers import CHOICES, TESSERACT, uses_second

    _check_choice("--readers", readers, CHOICES)
    if readers != TESSERACT and not uses_second(readers):
        logging.getLogger(__name__).warning(
            "the second reader is not installed (pip install rapidocr onnxruntime): Tesseract reads alone"
        )
        return TESSERACT
    return readers


def _check_lang(given: str) -> None:
    """Refuse what cannot be the name of a language; whether it is installed is asked when a page needs it."""
    if not re.fullmatch(r"\w+(?:/\w+)?(?:\+\w+(?:/\w+)?)*", given, re.ASCII):
        raise UsageError(f"--lang cannot be {given!r}", "give codes such as eng, joined by +: eng+fra+deu")


def _check_model(name: str) -> None:
    """Refuse a model that is not installed before hours are spent on reading; the usual one needs no check."""
    if name and name != DEFAULTS.spacy_model:
        from pipeline.tag.vote.language_model import check_installed

        check_installed(name)


def _check_choice(option: str, given: str, allowed: Sequence[str]) -> None:
    if given not in allowed:
        raise UsageError(f"{option} cannot be {given!r}", f"give one of {', '.join(allowed)}")


def _workers(jobs: int) -> int:
    if jobs:
        return jobs
    # A container may have fewer cores than the machine.
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
