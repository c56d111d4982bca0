"""Evaluation: one edition against a truth, everything that can be counted about it.

Both are TEI, so any hand-encoded article can be a truth. What each figure means stands in the module that computes it:
``character_error_rate``, ``note_calls``, ``note_pairs``, ``zones``, ``blocks``, ``entities``, ``citations``,
``furniture_truth``.
"""

from pathlib import Path

from pipeline.compare.alignment import align
from pipeline.compare.blocks import BlockFigures, block_figures
from pipeline.compare.character_error_rate import errors
from pipeline.compare.citations import CitationFigures, citation_figures
from pipeline.compare.entities import EntityFigures, entity_figures
from pipeline.compare.furniture_truth import FurnitureTruth, folio_score, head_score, own_furniture, read_furniture
from pipeline.compare.note_calls import Alignments, CallFigures, call_figures, right_calls
from pipeline.compare.note_pairs import NoteFigures, NotePairs, note_figures, note_texts, pair_notes
from pipeline.compare.reading import BODY, TITLE_MATTER, Reading
from pipeline.compare.scores import Errors, Figure, Score
from pipeline.compare.table import rows
from pipeline.compare.tei_reading import read_tei
from pipeline.compare.zones import ZoneFigures, zone_figures


class TextFigures(Figure, frozen=True, kw_only=True):
    """Character errors of the body, of the notes, and of both."""

    body: Errors
    notes: Errors
    together: Errors


class Evaluation(Figure, frozen=True, kw_only=True):
    """Everything that was measured."""

    text: TextFigures
    calls: CallFigures
    notes: NoteFigures
    zones: ZoneFigures
    blocks: BlockFigures
    folios: Score | None
    entities: EntityFigures
    citations: CitationFigures

    def as_rows(self) -> list[tuple[str, str, str]]:
        """The table: what, the figure, and what it was counted from."""
        return rows(self)


def evaluate(truth: Path, output: Path, furniture: Path | None = None) -> Evaluation:
    """Measure an output against a truth.

    Args:
        truth: TEI of the article as it is printed.
        output: TEI to be judged.
        furniture: running heads and folios of the truth, page by page, where its TEI does not have them.

    Raises:
        SourceError: one of the files cannot be read.
    """
    wanted = read_tei(truth)
    title_matter = any(block.kind in TITLE_MATTER for block in wanted.blocks)
    given = read_tei(output, frozenset() if title_matter else TITLE_MATTER)
    return compare(wanted, given, own_furniture(wanted) if furniture is None else read_furniture(furniture))


def compare(truth: Reading, output: Reading, furniture: FurnitureTruth) -> Evaluation:
    """Measure what was read from an output against what was read from a truth."""
    pairs = pair_notes(truth.notes, output.notes)
    alignments = _alignments(truth, output, pairs)
    return Evaluation(
        text=_text_figures(truth, output, pairs),
        calls=call_figures(truth, output, pairs, alignments),
        notes=note_figures(truth.notes, output.notes, pairs),
        zones=zone_figures(truth, output, pairs, head_score(furniture, output)),
        blocks=block_figures(truth, output, alignments[BODY][1]),
        folios=folio_score(furniture, output),
        entities=entity_figures(truth, output, alignments),
        citations=citation_figures(truth, output, alignments),
    )


def right_notes(truth: Reading, output: Reading) -> frozenset[int]:
    """Index of every note of the output whose call stands exactly where the truth has it."""
    pairs = pair_notes(truth.notes, output.notes)
    return frozenset(right_calls(truth, output, pairs, _alignments(truth, output, pairs)))


def _text_figures(truth: Reading, output: Reading, pairs: NotePairs) -> TextFigures:
    body = [(truth.text, output.text)]
    notes = note_texts(truth.notes, output.notes, pairs)
    return TextFigures(body=errors(body), notes=errors(notes), together=errors(body + notes))


def _alignments(truth: Reading, output: Reading, pairs: NotePairs) -> Alignments:
    """Body with body, and every note with the note that it is."""
    notes = {
        given: (wanted, align(truth.notes[wanted].text, output.notes[given].text))
        for given, wanted in pairs.truth_of.items()
    }
    return {BODY: (BODY, align(truth.text, output.text)), **notes}
