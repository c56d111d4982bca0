"""The order of the stages, as data: everything outside reads this table."""

import importlib
from collections.abc import Callable
from typing import NamedTuple

from pipeline.model import Article, Entities, Layer, Lines, Pages


class Stage(NamedTuple):
    """One stage: its name, the layers it reads, the layer it writes and the file that holds it."""

    name: str
    reads: tuple[str, ...]
    """Names of the stages whose layers it takes, in the order of the arguments of ``run``."""
    layer: type[Layer] | None
    """None for ``tei``, whose result is the edition itself."""
    file: str
    """File name in the document's folder; ``{doc}`` stands for the document's name."""
    settings: tuple[str, ...]
    """The fields of ``Settings`` that can change its result: a change of any other leaves it fresh."""


STAGES = (
    Stage(
        "ocr",
        (),
        Pages,
        "1-pages.json",
        ("lang", "readers", "dpi", "max_pages", "max_pixels", "max_bytes", "page_timeout", "max_failed_pages"),
    ),
    Stage("cleanup", ("ocr",), Lines, "2-lines.json", ("lang",)),
    Stage("segment", ("cleanup",), Article, "3-article.json", ("lang",)),
    Stage("tag", ("segment",), Entities, "4-entities.json", ("lang", "spacy_model", "authority")),
    Stage("tei", ("segment", "tag"), None, "{doc}.tei.xml", ("lines", "furniture", "diplomatic")),
)

NAMES = tuple(stage.name for stage in STAGES)


def stage_called(name: str) -> Stage:
    """The stage of that name.

    Raises:
        ValueError: there is none.
    """
    for stage in STAGES:
        if stage.name == name:
            return stage
    raise ValueError(f"there is no stage {name!r}; the stages are {', '.join(NAMES)}")


def until(name: str) -> tuple[Stage, ...]:
    """The stages from the first to the one of that name."""
    return STAGES[: STAGES.index(stage_called(name)) + 1]


def last_read_by(stage: Stage) -> tuple[str, ...]:
    """Names of the stages whose layers no stage after this one reads."""
    later = {name for each in STAGES[STAGES.index(stage) + 1 :] for name in each.reads}
    return tuple(name for name in stage.reads if name not in later)


def function_of(stage: Stage) -> Callable[..., Layer | bytes]:
    """The ``run`` of a stage: layers and settings in, one layer (or the edition) out.

    Its package is imported only now, so that a stage costs nothing until it is needed. ``ocr`` has no ``run``: it
    goes page by page.
    """
    run: Callable[..., Layer | bytes] = importlib.import_module(f"pipeline.{stage.name}").run
    return run
