"""What the resolution of a citation came to."""

from typing import NamedTuple

from pipeline.model import CitationKind


class Outcome(NamedTuple):
    """The work and the earlier citation that it leads to, how sure that is, and why."""

    work: str
    antecedent: str
    cert: float
    evidence: str
    kind: CitationKind | None = None
    """The kind of the citation where the resolution knows better than its form."""


NOTHING = Outcome("", "", 0.0, "unresolved")
