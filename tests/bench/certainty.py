"""What the certainty of a link promises: precision and recall by threshold, and promise beside finding."""

from collections.abc import Sequence
from typing import NamedTuple

from tests.bench.witnesses import Judged, JudgedLink

THRESHOLDS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
BINS = (0.0, 0.2, 0.4, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99)
"""Lower ends; the last bin ends with 1.0."""


class Bin(NamedTuple):
    """Links of about the same certainty."""

    least: float
    links: int
    promised: float
    """Their mean certainty."""
    found: float
    """The share that is right."""


def reliability(links: Sequence[JudgedLink]) -> list[Bin]:
    """Links by certainty; bins without a link are left out."""
    bins = []
    for least, most in zip(BINS, (*BINS[1:], 2.0), strict=True):
        here = [link for link in links if least <= link.certainty < most]
        if here:
            promised = sum(link.certainty for link in here) / len(here)
            bins.append(Bin(least, len(here), promised, sum(link.right for link in here) / len(here)))
    return bins


def calibration_error(links: Sequence[JudgedLink]) -> float:
    """Mean distance of promise and finding, bins weighted by their links.

    Method: the expected calibration error of Naeini, Cooper and Hauskrecht, AAAI 2015.
    """
    return sum(each.links * abs(each.promised - each.found) for each in reliability(links)) / max(len(links), 1)


def threshold_table(judged: Judged) -> str:
    """Precision and recall of the links of at least each certainty."""
    rows = [
        f"| {least:.2f} | {sum(link.certainty >= least for link in judged.links)} "
        f"| {judged.precision(least):.3f} | {judged.recall(least):.3f} |\n"
        for least in THRESHOLDS
    ]
    return "".join(["| certainty at least | links | P | R |\n", "| ---: | ---: | ---: | ---: |\n", *rows])


def reliability_table(judged: Judged) -> str:
    """What was promised beside what was found."""
    rows = [
        f"| from {each.least:.2f} | {each.links} | {each.promised:.3f} | {each.found:.3f} |\n"
        for each in reliability(judged.links)
    ]
    head = ["| certainty | links | promised | right |\n", "| --- | ---: | ---: | ---: |\n"]
    return "".join([*head, *rows, f"\nExpected calibration error: {calibration_error(judged.links):.3f}\n"])
