"""What the project says about itself is so: the table of stages, the Makefile, the locks and the documents."""

import re
import subprocess
from pathlib import Path

import pytest
import typer

from pipeline import freshness
from pipeline.cli.commands import app
from pipeline.config import VERSION, Settings
from pipeline.errors import ExitCode
from pipeline.model import Article, Entities, Lines, Pages
from pipeline.stages import NAMES, STAGES, Stage, stage_called
from tests.conftest import ROOT

COMMANDS = sorted(typer.main.get_group(app).commands)
TARGETS = re.findall(r"^([a-z]+):(?!=)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def dry_run(*arguments: str) -> str:
    """What make would do."""
    return subprocess.run(["make", "-n", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout


# --- Stages -----------------------------------------------------------------------------------------------------------


def test_every_stage_has_a_command() -> None:
    """The command line has a command for each stage, and the others."""
    assert sorted([*NAMES, "run", "validate", "evaluate", "diff", "index", "cite"]) == COMMANDS


def test_layers_in_order() -> None:
    """Each layer has one stage that writes it, and tei writes none."""
    assert [Pages, Lines, Article, Entities, None] == [stage.layer for stage in STAGES]


@pytest.mark.parametrize("stage", STAGES, ids=NAMES)
def test_stage_reads_what_is_before_it(stage: Stage) -> None:
    """A stage reads only stages that stand before it."""
    assert set(stage.reads) <= set(NAMES[: NAMES.index(stage.name)])


@pytest.mark.parametrize("stage", STAGES, ids=NAMES)
def test_stage_names_its_settings(stage: Stage) -> None:
    """A stage uses no setting that the table does not name: a change of it would go unnoticed."""
    used = {name for code in stage_code(stage) for name in re.findall(r"\bsettings\.([a-z_]+)", code)}
    assert set() == used & set(Settings.__struct_fields__) - set(stage.settings)


@pytest.mark.parametrize("stage", STAGES, ids=NAMES)
def test_stage_code_is_sealed(stage: Stage) -> None:
    """A stage imports nothing of the package whose change would not make it stale; errors change no result."""
    sealed = (*freshness.SHARED_CODE, *freshness.FURTHER_CODE.get(stage.name, ()))
    known = {Path(name).stem for name in sealed} | {stage.name, "errors"}
    imported = {name for code in stage_code(stage) for name in re.findall(r"(?:from|import) pipeline\.(\w+)", code)}
    assert set() == imported - known


def stage_code(stage: Stage) -> list[str]:
    """The source of every module of a stage."""
    return [path.read_text(encoding="utf-8") for path in (ROOT / "pipeline" / stage.name).rglob("*.py")]


def test_every_setting_belongs_to_a_stage() -> None:
    """Every setting can change some stage's result, or it would not be a setting."""
    assert set(Settings.__struct_fields__) == {name for stage in STAGES for name in stage.settings}


def test_unknown_stage() -> None:
    """A stage that does not exist is an error, not an empty run."""
    with pytest.raises(ValueError, match="print"):
        stage_called("print")


# --- Makefile ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_make_has_every_stage(name: str) -> None:
    """``make STAGE`` runs everything in raw/ up to that stage."""
    assert re.search(rf'scan2tei run "raw" .*--until {name}$', dry_run(name), re.MULTILINE)


@pytest.mark.parametrize(
    "target", ["setup", "run", "test", "check", "bench", "golden", "diff", "clean", "help", "lock", "distclean"]
)
def test_make_has_target(target: str) -> None:
    """The targets that the documents name are there."""
    assert target in TARGETS


def test_make_help_names_every_target() -> None:
    """``make help`` shows every target with a sentence."""
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert sorted(TARGETS) == sorted(re.findall(r"^  ([a-z]+)  +\S", shown, re.MULTILINE))


def test_make_clean_spares_everything_else(tmp_path: Path) -> None:
    """``make clean`` deletes results, names with spaces too, but not the README of their folder."""
    for name in ("two words/a.tei.xml", "README.md", ".lock"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    subprocess.run(["make", "clean", f"PROCESSED={tmp_path}"], cwd=ROOT, capture_output=True, check=True)
    assert ["README.md"] == [path.name for path in tmp_path.iterdir()]


# --- Locks and documents ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock", "requirements-uv.lock"])
def test_lock_is_hashed_and_names_no_address(name: str) -> None:
    """Every package of a lock is pinned with a hash, and no lock says where packages come from."""
    lock = (ROOT / name).read_text(encoding="utf-8")
    pins = re.findall(r"^[a-z0-9][\w.-]*==.*$(?:\n    --hash=sha256:[0-9a-f]{64}.*$)+", lock, re.MULTILINE)
    assert len(pins) == len(re.findall(r"^[a-z0-9]", lock, re.MULTILINE))
    assert "://" not in lock


def test_run_and_test_use_the_same_packages() -> None:
    """Every pin of the lock for running stands in the lock for testing."""
    run, test = ((ROOT / f"requirements{part}.lock").read_text(encoding="utf-8") for part in ("", "-dev"))
    assert set() == set(re.findall(r"^\S+==\S+", run, re.MULTILINE)) - set(re.findall(r"^\S+==\S+", test, re.MULTILINE))


@pytest.mark.parametrize("command", COMMANDS)
def test_readme_names_every_command(command: str) -> None:
    """Every command stands in the README."""
    assert f"scan2tei {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", [code for code in ExitCode if code])
def test_readme_names_every_exit_code(code: int) -> None:
    """Every exit code stands in a table of the README."""
    assert re.search(rf"^\| *`?{int(code)}`? *\|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)


def test_changelog_has_this_version() -> None:
    """The version that the program tells is in the changelog."""
    assert f"## [{VERSION}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
