"""From pages to the edition: the later stages of one document, each only if it is stale."""

import time
from collections.abc import Mapping

import msgspec

from pipeline import freshness, store
from pipeline.freshness import Mark
from pipeline.model import Layer
from pipeline.report import Report, build, share
from pipeline.runner.gate import Verdict, judge, set_aside
from pipeline.runner.jobs import Edited, Job, Opened
from pipeline.runner.pages import gather
from pipeline.stages import STAGES, Stage, function_of, last_read_by, stage_called, until

TIMINGS = "timings.json"


class Timings(msgspec.Struct):
    """How long the last run of each stage took, in seconds; for ``ocr`` the sum over the pages."""

    stages: dict[str, float] = {}
    pages: dict[str, float] = {}

    @property
    def total(self) -> float:
        """What the document has cost: the last run of each stage, and all its pages."""
        return round(sum(self.stages.values()), 1)


class Desk:
    """One document at work: what is known of its results, and the layers that a stage has still to read.

    Of the others only their share of the report is left: those of a thousand pages together take 300 MB.
    """

    def __init__(self, job: Job) -> None:
        self.job = job
        self.state = freshness.load(job.folder)
        self.ran: list[str] = []
        self.timings = store.read_record(job.folder / store.WORK / TIMINGS, Timings) or Timings()
        self.verdict: Verdict | None = None
        self._layers: dict[str, Layer] = {}
        self._shares: dict[str, Report] = {}

    def layer(self, name: str) -> Layer:
        """A stage's layer, read from the store unless it is at hand."""
        if name not in self._layers:
            self._layers[name] = store.read_layer(self.job.folder, stage_called(name))
        return self._layers[name]

    def is_fresh(self, stage: Stage) -> bool:
        """Whether a later stage's result need not be made again."""
        path = store.layer_path(self.job.folder, stage)
        return freshness.is_fresh(self.job.folder, path, self.state.marks.get(stage.name), self._key(stage))

    def make(self, stage: Stage) -> None:
        """Run a later stage on its layers and keep the result.

        Raises:
            ScanError: a layer is missing or malformed, or the result cannot be written or is not valid.
        """
        inputs = [self.layer(name) for name in stage.reads]
        start = time.perf_counter()
        result = function_of(stage)(*inputs, self.job.settings)
        del inputs
        self._clear(stage)
        self.timings.stages[stage.name] = round(time.perf_counter() - start, 3)
        if isinstance(result, bytes):
            self._check(stage, result)
        self.keep(stage, result, self._key(stage))

    def _clear(self, stage: Stage) -> None:
        """Let go of the layers that no stage after this one reads."""
        for name in last_read_by(stage):
            self._shares[name] = share(self._layers.pop(name))

    def keep(self, stage: Stage, result: Layer | bytes, key: str, also: tuple[str, ...] = ()) -> None:
        """Write a stage's result, and note what it was made from."""
        path = store.write_layer(self.job.folder, stage, result)
        if isinstance(result, Layer):
            self._layers[stage.name] = result
        self.ran.append(stage.name)
        self._mark(stage.name, Mark(key, freshness.seal(path, name=path.name), also))

    def keep_pages(self, opened: Opened) -> None:
        """Gather the pages that were kept one by one.

        Raises:
            ScanError: too many failed, none has any text, or the layer cannot be written.
        """
        pages = gather(self.job, opened)
        images = tuple(page.image for page in pages.pages if page.image)
        self.keep(STAGES[0], pages, opened.key, images)
        store.drop_other_pages(self.job.folder, opened.key, frozenset(images))

    def report(self) -> Report | None:
        """The report over everything that is fresh; written, with the timings, unless it stands there already.

        None where not even the pages are fresh, as in a folder whose layers were put there by hand.
        """
        folder, path = self.job.folder, self.job.folder / store.REPORT
        stages = freshness.fresh_stages(folder, self.job.settings, self.state)
        if not stages:
            return None
        key = freshness.report_key(folder, stages, self.state, self.verdict.errors if self.verdict else ())
        fresh = freshness.is_fresh(folder, path, self.state.marks.get("report"), key)
        old = store.read_record(path, Report) if fresh else None
        return old or self._write_report(stages, key)

    def _write_report(self, stages: list[Stage], key: str) -> Report:
        path = self.job.folder / store.REPORT
        if self.verdict is None and stages[-1].layer is None:
            self.verdict = judge(store.layer_path(self.job.folder, stages[-1]).read_bytes())
        verdict = self.verdict or Verdict()
        shares = (self._share(stage) for stage in stages if stage.layer)
        report = build(shares, (*verdict.errors, *verdict.warnings))
        store.write(path, store.encode(report))
        store.write(self.job.folder / store.WORK / TIMINGS, store.encode(self.timings))
        self._mark("report", Mark(key, freshness.seal(path, name=path.name)))
        return report

    def _share(self, stage: Stage) -> Report:
        """What a stage's layer says for the report; a layer that is read for it alone is let go again."""
        if stage.name not in self._shares:
            self._shares[stage.name] = share(self._layers.get(stage.name) or store.read_layer(self.job.folder, stage))
        return self._shares[stage.name]

    def _key(self, stage: Stage) -> str:
        return freshness.stage_key(self.job.folder, stage, self.job.settings, self.state)

    def _mark(self, name: str, mark: Mark) -> None:
        self.state.marks[name] = mark
        freshness.save(self.job.folder, self.state)

    def _check(self, stage: Stage, edition: bytes) -> None:
        self.verdict = judge(edition)
        if not self.verdict.errors:
            store.remove(store.invalid_path(self.job.folder))
            return
        store.remove(store.layer_path(self.job.folder, stage))
        self.state.marks.pop(stage.name, None)
        self.report()
        raise set_aside(self.job.folder, edition, self.verdict)


def load_stage(job: Job, stage: Stage) -> None:
    """Load what a later stage will need, while pages are still being read.

    Raises:
        ScanError: something is not installed.
    """
    function_of(stage)
    if stage.name == "tag":
        from pipeline.tag import load

        load(job.settings)


def edit(job: Job, opened: Opened, page_seconds: Mapping[int, float]) -> Edited:
    """Run the stages of a document that are stale, from the pages that were kept.

    Args:
        job: the document.
        opened: what ``open_document`` found.
        page_seconds: how long the pages took that were read in this run.

    Raises:
        ScanError: the document cannot be made.
    """
    desk = Desk(job)
    _, *later = until(job.until)
    if opened.source:
        desk.keep_pages(opened)
        _note_page_times(desk.timings, page_seconds)
    for stage in later:
        if job.force or not desk.is_fresh(stage):
            desk.make(stage)
    path, report = store.layer_path(job.folder, stage_called(job.until)), desk.report()
    return Edited(path, report, tuple(desk.ran), desk.timings.total)


def _note_page_times(timings: Timings, page_seconds: Mapping[int, float]) -> None:
    timings.pages.update({f"{number:04d}": round(seconds, 3) for number, seconds in page_seconds.items()})
    timings.stages["ocr"] = round(sum(timings.pages.values()), 3)


def edit_if_fresh(job: Job) -> Edited | None:
    """The document as it stands, if nothing about it is stale; else None. It costs a few file times, no worker."""
    desk = Desk(job)
    if job.force or not desk.state.marks:
        return None  # nothing was made yet: a worker, not the runner, is to read the source for its digest
    try:
        desk.state.source = freshness.seal_source(job.source, desk.state.source)
        stages = freshness.fresh_stages(job.folder, job.settings, desk.state)
        key = freshness.report_key(job.folder, stages, desk.state)
    except OSError:
        return None
    path = job.folder / store.REPORT
    report = store.read_record(path, Report)
    done = len(stages) >= len(until(job.until))
    if not done or report is None or not freshness.is_fresh(job.folder, path, desk.state.marks.get("report"), key):
        return None
    path = store.layer_path(job.folder, stage_called(job.until))
    return Edited(path, report, seconds=desk.timings.total)


def run_stage(job: Job) -> Edited:
    """Run exactly one later stage, ``job.until``, on the layers as they stand, mended by hand or not.

    Raises:
        ScanError: a layer is missing or malformed, or the result cannot be written or is not valid.
    """
    desk = Desk(job)
    stage = stage_called(job.until)
    desk.make(stage)
    return Edited(store.layer_path(job.folder, stage), desk.report(), tuple(desk.ran))
