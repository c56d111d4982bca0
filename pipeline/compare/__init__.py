"""Comparing editions: how far one is from a truth, in the terms of the field."""

from pipeline.compare.evaluation import Evaluation, evaluate

__all__ = ["Evaluation", "evaluate"]
