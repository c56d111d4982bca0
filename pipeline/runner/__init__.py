"""Running documents through the stages: as many at once as there are workers, and only what is stale."""

from pipeline.runner.batch import Outcome, Watcher, run
from pipeline.runner.edition import run_stage
from pipeline.runner.jobs import Edited, Failure, Job, defect

__all__ = ["Edited", "Failure", "Job", "Outcome", "Watcher", "defect", "run", "run_stage"]
