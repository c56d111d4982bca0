"""The ready jobs for CI do what they say: they fail where an edition changed, and leave the page to attach."""

import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.diff.planting import EDITION, Plant, attribute, planted, replaced

GITHUB = (ROOT / "docs/ci/github-actions.yml").read_text(encoding="utf-8")
GITLAB = (ROOT / "docs/ci/gitlab-ci.yml").read_text(encoding="utf-8")


def github_step() -> str:
    """The step that compares, as GitHub's runner gives it to ``bash -e``."""
    found = re.search(r"- name: Compare\n.*?run: \|\n(.*?)\n      - name", GITHUB, re.DOTALL)
    assert found
    return textwrap.dedent(found[1])


def gitlab_script() -> str:
    """The script without the run itself, as GitLab gives it to a shell that stops at the first failure."""
    found = re.search(r"  script:\n(.*?)\n  artifacts", GITLAB, re.DOTALL)
    assert found
    lines = [line.strip().removeprefix("- ") for line in found[1].splitlines()]
    return "\n".join(line for line in lines if not line.startswith("scan2tei run"))


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository with an accepted edition, the same one as the result of a run, and the program."""
    for folder in ("accepted", "processed/ferry", "bin"):
        (tmp_path / folder).mkdir(parents=True)
    for place in ("accepted", "processed/ferry"):
        (tmp_path / place / "ferry.tei.xml").write_bytes(EDITION.read_bytes())
    program = tmp_path / "bin" / "scan2tei"
    program.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m pipeline.cli "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return tmp_path


def run(script: str, checkout: Path) -> int:
    """The exit code of a script of the CI."""
    path = f"{checkout / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(["bash", "-e", "-c", script], cwd=checkout, env={**os.environ, "PATH": path}, check=False)
    return done.returncode


@pytest.mark.parametrize("script", [github_step(), gitlab_script()], ids=["GitHub", "GitLab"])
@pytest.mark.parametrize(
    ("plant", "code"),
    [
        pytest.param(None, 0, id="nothing changed"),
        pytest.param(attribute("fn5", "type", "unanchored"), 1, id="a call was lost"),
        pytest.param(replaced("flat-bottomed", "flatbottomed"), 0, id="a slight change"),
    ],
)
def test_job(plant: Plant | None, code: int, script: str, checkout: Path) -> None:
    """A regression fails the job, nothing and slight changes do not; the page and JUnit's XML are there each time."""
    if plant:
        (checkout / "processed/ferry/ferry.tei.xml").write_bytes(planted(plant))
    assert code == run(script, checkout)
    assert "What is different" in (checkout / "diff.html").read_text(encoding="utf-8")
    assert f'failures="{code}"' in (checkout / "diff.junit.xml").read_text(encoding="utf-8")


def test_attached() -> None:
    """Both jobs attach the page, also when they fail."""
    assert re.search(r"if: always\(\)\n\s+uses: actions/upload-artifact@v4\n.*diff\.html", GITHUB, re.DOTALL)
    assert re.search(r"artifacts:\n\s+when: always\n.*diff\.html", GITLAB, re.DOTALL)
