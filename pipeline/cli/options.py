"""The options that several commands share, with their help, and the settings they make."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.config import Settings

Out = Annotated[Path, typer.Option(help="Folder for the results; each document has its own in it.")]
Jobs = Annotated[int, typer.Option(min=0, help="Worker processes; 0 for one per core.", show_default="one per core")]
Lang = Annotated[str, typer.Option(help="Languages of the article as Tesseract calls them, joined by +.")]
Readers = Annotated[
    str, typer.Option(metavar="tesseract+rapidocr|tesseract", help="Who reads page images; two check each other.")
]
Dpi = Annotated[int, typer.Option(min=72, max=1200, help="Resolution at which pages are read.")]
MaxPages = Annotated[int, typer.Option(min=1, help="Largest number of pages of a document.")]
MaxPixels = Annotated[int, typer.Option(min=1, help="Largest page image, in pixels.")]
MaxBytes = Annotated[int, typer.Option(min=1, help="Largest text, markup or unpacked stream of a PDF, in bytes.")]
MaxFailedPages = Annotated[
    float, typer.Option(min=0.0, max=1.0, help="Share of pages that may fail before the document counts as failed.")
]
PageTimeout = Annotated[int, typer.Option(min=1, help="Seconds that the reading of one page may take.")]
ArticleTimeout = Annotated[int, typer.Option(min=1, help="Seconds that all the later stages of one article may take.")]
FailFast = Annotated[
    bool, typer.Option("--fail-fast/--keep-going", help="Begin no further document after one has failed, or go on.")
]
Dask = Annotated[
    str, typer.Option(metavar="ADDRESS", help="Work on the Dask cluster of this scheduler, in place of this machine.")
]
AuthorityFile = Annotated[
    Path | None,
    typer.Option(
        "--authority",
        metavar="FILE",
        help="Names that you know: authority.toml, or a TEI listPerson.",
        show_default="authority.toml or authority.xml beside the source",
    ),
]
Model = Annotated[str, typer.Option(metavar="NAME", help="The spaCy model that helps to find names, an installed one.")]
Lines = Annotated[bool, typer.Option("--lines", help="Write lb for every printed line, and a zone for each.")]
Diplomatic = Annotated[bool, typer.Option("--diplomatic", help="Keep line-end hyphens, as pc.")]
Furniture = Annotated[str, typer.Option(metavar="keep|drop", help="Running heads: keep them as fw, or drop them.")]
Until = Annotated[str, typer.Option(metavar="STAGE", help="The last stage to run: ocr, cleanup, segment, tag or tei.")]
Force = Annotated[bool, typer.Option("--force", help="Run every stage again, fresh or not.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 3 if an edition has doubts that need eyes.")]
Debug = Annotated[bool, typer.Option("--debug", help="Log everything, with tracebacks.")]
Document = Annotated[
    str, typer.Argument(metavar="DOC", help="A folder in processed/, or its name.", show_default=False)
]

DEFAULTS = Settings()
OUT = Path("processed")
