"""An authority file in TOML: one table for each person, place, organisation or event.

[[person]]
name = "Mao Zedong"
variants = ["Mao Tse-tung", "Chairman Mao"]
wikidata = "Q5816"
"""

import re
import tomllib
from typing import Any

from pipeline.authority.identifiers import SCHEMES, address
from pipeline.authority.placed import Placed, refusal, tidy, turned
from pipeline.config import Authority
from pipeline.model import EntityKind

KINDS = {"person": EntityKind.PERSON, "place": EntityKind.PLACE, "org": EntityKind.ORG, "event": EntityKind.EVENT}
"""Name of the table -> kind."""
LOCAL = "local"
"""``idno/@type`` of the user's own identifier, which the file calls ``id``."""
FIELDS = ("name", "variants", "id", *SCHEMES)

_EXAMPLE = 'write for example [[person]], and below it name = "Mao Zedong"'
_PLACE = re.compile(r"^(?P<what>.*?) ?\(at (?:line (?P<line>\d+), column \d+|end of document)\)$", re.DOTALL)
_HEADER = re.compile(r"^\s*\[\[?\s*[\"']?(?P<table>[\w-]+)", re.MULTILINE)


def read_toml(name: str, content: bytes) -> list[Placed]:
    """The entries in the order of the file.

    Raises:
        SourceError: it is no TOML, or a table or field is not what it should be.
    """
    text = _decoded(name, content)
    tables = _parsed(name, text)
    placed: list[Placed] = []
    for table, entries in tables.items():
        lines = [
            text.count("\n", 0, found.start("table")) + 1 for found in _HEADER.finditer(text) if found["table"] == table
        ]
        if table not in KINDS or not isinstance(entries, list):
            line = lines[0] if lines else _line_with(text, table)
            what = f"{table!r} is no list of names" if table in KINDS else f"there is no kind of name called {table!r}"
            raise refusal(name, line, what, f"the tables are {', '.join(f'[[{kind}]]' for kind in KINDS)}")
        if len(lines) != len(entries):  # written inline, as [{name = "..."}, ...]
            lines = [_line_with(text, table)] * len(entries)
        placed += [_entry(name, line, table, fields) for line, fields in zip(lines, entries, strict=True)]
    return sorted(placed, key=lambda one: one.line)


def _decoded(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise refusal(name, line, "this is not UTF-8", "save the file as UTF-8") from error


def _parsed(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _PLACE.fullmatch(str(error))
        line = int(found["line"]) if found and found["line"] else text.count("\n") + 1
        what = found["what"] if found else "brackets are nested too deeply"
        raise refusal(name, line, f"this is not TOML: {what[:1].lower()}{what[1:]}", _EXAMPLE) from error


def _line_with(text: str, word: str) -> int:
    """The first line that has the word; 1 where none has it as it is."""
    at = text.find(word)
    return text.count("\n", 0, max(at, 0)) + 1


def _entry(name: str, line: int, table: str, fields: object) -> Placed:
    if not isinstance(fields, dict):
        raise refusal(name, line, f"an entry of {table} is no table", _EXAMPLE)
    unknown = next((key for key in fields if key not in FIELDS), None)
    if unknown is not None:
        raise refusal(name, line, f"there is no field called {unknown!r}", f"the fields are {', '.join(FIELDS)}")
    kind = KINDS[table]
    main = _name(name, line, kind, fields.get("name"), "name")
    variants = fields.get("variants", [])
    if not isinstance(variants, list):
        raise refusal(name, line, f"the variants of {main!r} are no list", 'write variants = ["..."]')
    others = [_name(name, line, kind, each, "variant") for each in variants]
    idnos = dict(_idno(name, line, main, key, fields[key]) for key in ("id", *SCHEMES) if key in fields)
    kept = tuple(each for each in dict.fromkeys(others) if each != main)
    return Placed(Authority(kind=kind, name=main, variants=kept, idnos=idnos), line)


def _name(name: str, line: int, kind: EntityKind, given: object, field: str) -> str:
    words = tidy(given) if isinstance(given, str) else ""
    if not any(letter.isalnum() for letter in words):
        raise refusal(name, line, f"the {field} is missing or holds no letter", f'write {field} = "..."')
    return turned(words) if kind is EntityKind.PERSON else words


def _idno(name: str, line: int, main: str, key: str, given: object) -> tuple[str, str]:
    text = str(given) if isinstance(given, (str, int)) and not isinstance(given, bool) else ""
    if key == "id" and text.strip():
        return LOCAL, " ".join(text.split())
    scheme = SCHEMES.get(key)
    value = address(scheme, text) if scheme else ""
    if scheme is None or not value:
        raise refusal(name, line, f"{given!r} is no {key} of {main!r}", "give the identifier alone, or its address")
    return scheme.type, value
