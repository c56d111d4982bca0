"""An evaluation as a table: one row for each figure, with what it was counted from."""

from typing import TYPE_CHECKING

from pipeline.compare.scores import Errors, Score

if TYPE_CHECKING:
    from pipeline.compare.evaluation import Evaluation

Row = tuple[str, str, str]
"""What was measured, the figure, and the counts behind it."""

NOTHING = "–"


def percent(value: float | None) -> str:
    """``0.0071`` -> ``0.71 %``; a dash where there is nothing to measure."""
    return NOTHING if value is None else f"{100 * value:.2f} %"


def decimal(value: float | None) -> str:
    """``0.98765`` -> ``.988``, ``1.0`` -> ``1.000``; a dash where there is nothing to measure."""
    return NOTHING if value is None else f"{value:.3f}".removeprefix("0")


def rows(evaluation: "Evaluation") -> list[Row]:
    """All of it, in the order of the layers it judges: characters, zones, blocks, notes, calls, names."""
    return [
        *_text(evaluation),
        *_zones(evaluation),
        *_blocks(evaluation),
        *_notes(evaluation),
        *_calls(evaluation),
        *_entities(evaluation),
        *_citations(evaluation),
    ]


def _text(evaluation: "Evaluation") -> list[Row]:
    text = evaluation.text
    return [*_errors("body", text.body), *_errors("notes", text.notes), *_errors("body and notes", text.together)]


def _zones(evaluation: "Evaluation") -> list[Row]:
    zones = evaluation.zones
    return [
        *_f1("zone body", zones.body),
        *_f1("zone notes", zones.note),
        *_f1("zone running heads", zones.head),
        *_f1("folios", evaluation.folios),
    ]


def _blocks(evaluation: "Evaluation") -> list[Row]:
    blocks = evaluation.blocks
    return [
        *_f1("blocks", blocks.together),
        *_f1("paragraphs", blocks.paragraph),
        *_f1("beginnings of paragraphs", blocks.boundaries),
        *_f1("headings", blocks.heading),
        *_f1("quotations", blocks.quotation),
    ]


def _notes(evaluation: "Evaluation") -> list[Row]:
    notes = evaluation.notes
    share = percent(notes.found / notes.wanted if notes.wanted else None)
    fates = f"{notes.merged} merged, {notes.split} split, {notes.lost} lost, {notes.spurious} spurious"
    return [
        ("notes found", share, f"{notes.found} of {notes.wanted}; {fates}"),
        ("notes within 5 % of errors", percent(notes.close / notes.wanted if notes.wanted else None), f"{notes.close}"),
    ]


def _calls(evaluation: "Evaluation") -> list[Row]:
    calls = evaluation.calls
    return [
        *_f1("note calls", calls.exact),
        *_f1("note calls, within a word", calls.within_a_word),
        *_f1("note calls, certain ones", calls.certain),
        ("note calls marked low", str(calls.low), f"{calls.low_right} of them right"),
        ("notes without a call", str(evaluation.notes.unanchored), ""),
    ]


def _entities(evaluation: "Evaluation") -> list[Row]:
    entities = evaluation.entities
    kinds = [
        row
        for figure in entities.kinds
        for row in (*_f1(f"{figure.kind}, strict", figure.strict), *_f1(f"{figure.kind}, fuzzy", figure.fuzzy))
    ]
    return [
        *_f1("entities, strict", entities.strict),
        *_f1("entities, fuzzy", entities.fuzzy),
        *kinds,
        *_f1("date values", entities.date_values),
        ("entity identity (B-cubed F1)", decimal(entities.identity), ""),
    ]


def _citations(evaluation: "Evaluation") -> list[Row]:
    citations = evaluation.citations
    fields = [row for figure in citations.fields.kinds for row in _f1(f"field {figure.kind}", figure.strict)]
    return [
        *_f1("citations found", citations.found),
        *_f1("citation fields, strict", citations.fields.strict),
        *fields,
        *_f1("cited ranges", citations.ranges),
        *_f1("citations resolved", citations.resolved),
        ("citations led to a wrong work", str(citations.wrong), f"{citations.unresolved} unresolved"),
    ]


def _errors(what: str, errors: Errors) -> list[Row]:
    return [
        (f"CER {what}", percent(errors.rate), f"{errors.distance} edits in {errors.length} characters"),
        (f"CER {what}, quotes and dashes folded", percent(errors.folded), ""),
    ]


def _f1(what: str, score: Score | None) -> list[Row]:
    if score is None:
        return [(what, NOTHING, "not in the truth")]
    counts = f"{score.right} right of {score.given} given and {score.wanted} wanted"
    return [(what, decimal(score.f1), f"P {decimal(score.precision)} R {decimal(score.recall)}, {counts}")]
