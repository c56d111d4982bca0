"""The bibliographies as reference managers read them: CSL-JSON by its schema, BibTeX by its grammar."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import store
from pipeline.bibliography import bibtex, csl
from pipeline.model import Entities, Work
from pipeline.stages import stage_called
from tests.bench.cases import ROOT

# What the schema of CSL-JSON allows (https://github.com/citation-style-language/schema, csl-data.json), as far as
# we write it: types of items, and the kinds of their variables.
TYPES = {"book", "article-journal", "chapter", "periodical", "manuscript", "document"}
NAMES = {"author", "editor", "translator"}
STRINGS = {
    "id", "type", "title", "language", "container-title", "publisher-place", "publisher", "edition", "volume", "issue",
    "page", "archive", "archive_location", "note",
}  # fmt: skip
GOLDENS = sorted((ROOT / "tests" / "golden" / "raw").iterdir())


def works(folder: Any) -> tuple[Work, ...]:  # noqa: ANN401  a path
    """The cited works of a golden."""
    layer = store.read_layer(folder, stage_called("tag"))
    assert isinstance(layer, Entities)
    return layer.works


def faults(items: list[dict[str, Any]]) -> Iterator[str]:
    """What the schema would say against the items."""
    for item in items:
        for key, value in item.items():
            if key in STRINGS:
                wrong = not (isinstance(value, str) and value)
            elif key in NAMES:
                wrong = not value or not all(set(name) in ({"family", "given"}, {"literal"}) for name in value)
            else:
                parts = value.get("date-parts") if key == "issued" and set(value) == {"date-parts"} else None
                wrong = not (parts and 1 <= len(parts[0]) <= 3 and all(isinstance(part, int) for part in parts[0]))
            if wrong:
                yield f"{item['id']}: {key} is {value!r}"
        if item["type"] not in TYPES or not item["id"]:
            yield f"{item['id']} is a {item['type']}"


_ENTRY = re.compile(r"@(?P<type>[a-z]+)\{(?P<key>[^\s,{}~\\]+),\n")
_FIELD = re.compile(r"  (?P<name>[a-z]+) = \{")


def read_bibtex(text: str) -> dict[str, dict[str, str]]:
    """Key -> fields, as BibTeX reads them: braces balanced, whatever stands before them.

    Raises:
        ValueError: the text is no BibTeX, or a key stands twice.
    """
    entries: dict[str, dict[str, str]] = {}
    at = 0
    while at < len(text.rstrip()):
        head = _ENTRY.match(text, at)
        if head is None or head["key"] in entries:
            raise ValueError(text[at : at + 60])
        fields = entries[head["key"]] = {}
        at = head.end()
        while field := _FIELD.match(text, at):
            end = _closed(text, field.end())
            fields[field["name"]] = text[field.end() : end - 1]
            at = end + 2  # the comma and the end of the line
        if not text.startswith("}\n", at):
            raise ValueError(text[at : at + 60])
        at += 3 if text.startswith("}\n\n", at) else 2
    return entries


def _closed(text: str, at: int) -> int:
    depth = 1
    while depth:
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        at += 1
    return at


@pytest.mark.parametrize("folder", GOLDENS, ids=lambda folder: folder.name)
def test_csl_json_is_valid(folder: Any) -> None:  # noqa: ANN401
    """Every item of every golden passes the schema, and no id stands twice."""
    items = json.loads(csl(works(folder)))
    assert [] == list(faults(items))
    assert len(items) == len({item["id"] for item in items}) > 0


@pytest.mark.parametrize("folder", GOLDENS, ids=lambda folder: folder.name)
def test_bibtex_is_valid(folder: Any) -> None:  # noqa: ANN401
    """Every entry of every golden can be read again, with its title, and every key is there once."""
    cited = works(folder)
    entries = read_bibtex(bibtex(cited))
    assert [work.id for work in cited] == list(entries)
    assert [] == [key for key, fields in entries.items() if "title" not in fields]


@pytest.mark.parametrize("body", ["Selwyn Harbour Board", "Zhongguo Haigang Yanjiushi", "Lamp Oil Company"])
def test_a_body_is_not_cut(body: str) -> None:
    """Of an author that is no person nothing is a family name, though each word has a capital."""
    work = Work(id="bib.body", kind="book", title="Lamps", authors=(body,))
    assert [{"literal": body}] == json.loads(csl([work]))[0]["author"]


ODD = st.text(alphabet="aZ é{}\\~^&%$#_\"'@,=.–ж毛", max_size=30)


@given(ODD, ODD, st.lists(ODD, max_size=3), st.sampled_from(["", "1871", "1871-03", "-0043", "c. 1871"]))
def test_whatever_is_in_the_fields(title: str, publisher: str, authors: list[str], date: str) -> None:
    """Braces, backslashes and commas in the fields break neither format, and an entry ends where it should."""
    odd = Work(id="bib.odd", kind="book", title=title, authors=tuple(authors), publisher=publisher, date=date)
    both = (odd, Work(id="bib.next", kind="book", title="Next"))
    assert [] == [fault for fault in faults(json.loads(csl(both))) if "title" not in fault and "author" not in fault]
    entries = read_bibtex(bibtex(both))
    assert ["bib.odd", "bib.next"] == list(entries)
    assert "{Next}" == entries["bib.next"]["title"]
