"""The order that a file gives its lines, where it names regions or lines one after the other."""

from lxml import etree


def ordered(lines: list[etree._Element], names: list[str], attribute: str) -> list[etree._Element] | None:
    """Lines in the order in which they, or what holds them, are named; None where nothing is named.

    A line that nothing names goes where it stands in the file: behind the line before it.
    """
    places = {name: place for place, name in reversed(list(enumerate(names))) if name}
    if not places:
        return None
    keys: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        above = [line, *line.iterancestors()]
        named = [places[each.get(attribute) or ""] for each in above if (each.get(attribute) or "") in places]
        keys.append((named[0] if named else (keys[-1][0] if keys else -1), index))
    if all(key[0] == -1 for key in keys):
        return None
    return [lines[index] for _, index in sorted(keys)]
