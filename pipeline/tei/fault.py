"""One thing that is wrong with a document, and where."""

from typing import NamedTuple

from pipeline.tei.elements import Element, local_name


class Fault(NamedTuple):
    """A fault; with ``warning`` one that an editor should see but that does not make the document invalid."""

    line: int
    """Line of the file, from 1; 0 where it is unknown."""
    place: str
    """Path of the element, as XPath with local names: ``/TEI/text/body/div[2]/p[3]``; may be empty."""
    sentence: str
    warning: bool = False

    def __str__(self) -> str:
        kind = "warning: " if self.warning else ""
        return f"line {self.line}: {kind}{self.sentence}" + (f" ({self.place})" if self.place else "")


def fault_at(node: Element, sentence: str, *, warning: bool = False) -> Fault:
    """A fault at an element of the document."""
    line = getattr(node, "sourceline", None) or 0  # not typed in the stubs of lxml
    return Fault(line, path(node), sentence, warning)


def path(node: Element) -> str:
    """``/TEI/text/body/div[2]/p[3]``: the way to an element, without the namespace that lxml would write as ``*``."""
    steps: list[str] = []
    current: Element | None = node
    while current is not None:
        before = sum(1 for _ in current.itersiblings(current.tag, preceding=True))
        after = next(current.itersiblings(current.tag), None)
        steps.append(local_name(current) + (f"[{before + 1}]" if before or after is not None else ""))
        current = current.getparent()
    return "/" + "/".join(reversed(steps))
