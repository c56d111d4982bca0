"""Running documents through the stages: as many at once as there are workers, and only what is stale."""

from pipeline.runner.batch import Outcome, Watcher, run
from pipeline.runner.crew import Crew
from pipeline.runner.edition import run_stage
from pipeline.runner.jobs import Edited, Failure, Job, defect
from pipeline.runner.logs import Log
from pipeline.runner.summary import write_summary

__all__ = [
    "Crew",
    "Edited",
    "Failure",
    "Job",
    "Log",
    "Outcome",
    "Watcher",
    "defect",
    "run",
    "run_stage",
    "write_summary",
]
