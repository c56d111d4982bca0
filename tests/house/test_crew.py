"""Workers: every task is done, a death costs one of them, and nothing grows with the queue."""

import logging
import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.runner.crew import LOADED_ONCE, ONE_THREAD, QUEUED_PER_WORKER, Crew, Died, Task


def double(number: int) -> int:
    """Twice the number."""
    return 2 * number


def die(_number: int) -> None:
    """End the worker as a crash in a library would."""
    os._exit(1)


def die_once(mark: Path) -> str:
    """End the worker the first time only."""
    if mark.exists():
        return "done"
    mark.touch()
    os._exit(1)


def write_past_the_log(number: int) -> int:
    """Write to stderr and stdout as a library in C does."""
    os.write(2, b"Fax4Decode: Bad code word\n")
    os.write(1, b"and to stdout\n")
    return number


def die_with_words(_number: int) -> None:
    """End the worker as the memory manager does."""
    os.write(2, b"free(): invalid pointer\n")
    os.abort()


def environment() -> dict[str, str | None]:
    """What the worker tells the libraries about threads."""
    return {name: os.environ.get(name) for name in ONE_THREAD}


def loaded() -> set[str]:
    """Which of the modules that are loaded once the worker has before any task asked for them."""
    return {name for name in LOADED_ONCE if name in sys.modules}


REMEMBERED: list[int] = []


def remember(number: int) -> list[int]:
    """All numbers that this worker was given."""
    REMEMBERED.append(number)
    return REMEMBERED


def loop_for_ever(_number: int) -> None:
    """Hang as a parser may on a broken file."""
    while True:
        pass


def results(tasks: Iterable[Task], workers: int = 2) -> list[Any]:
    """The results of tasks from which nothing follows."""
    found: list[Any] = []

    def follow(_task: Task, result: object) -> Iterable[Task]:
        found.append(result)
        return ()

    Crew(workers).run(tasks, follow)
    return found


def test_every_task_is_done() -> None:
    """Each task gives one result."""
    assert list(range(0, 100, 2)) == sorted(results(Task(double, (number,)) for number in range(50)))


def test_what_follows_is_done() -> None:
    """A task that follows from a result is done too."""
    found: list[int] = []

    def follow(task: Task, result: int) -> Iterable[Task]:
        found.append(result)
        return [Task(double, (result,))] if result < 10 else []

    Crew(1).run([Task(double, (1,))], follow)
    assert [2, 4, 8, 16] == found


def test_death_costs_one_task() -> None:
    """A task that kills its worker is lost, the others are done."""
    found = results([Task(double, (1,)), Task(die, (2,)), Task(double, (3,)), Task(double, (4,))])
    assert [2, 6, 8] == sorted(result for result in found if not isinstance(result, Died))
    assert 1 == sum(isinstance(result, Died) for result in found)


def test_hanging_task_is_given_up() -> None:
    """A task that hangs is killed after its limit, twice; the others are done, and it is told why it is lost."""
    found = results([Task(double, (1,)), Task(loop_for_ever, (2,), 0.5), Task(double, (3,), 5.0)])
    assert [2, 6] == sorted(result for result in found if not isinstance(result, Died))
    assert [True] == [result.hung for result in found if isinstance(result, Died)]


def test_limit_is_lifted() -> None:
    """The limit of a task does not kill the worker in a later one."""
    assert [2, None] == results([Task(double, (1,), 0.3), Task(time.sleep, (0.6,))], workers=1)


def test_stop() -> None:
    """After a stop what is under way is done, and nothing else."""
    crew, found = Crew(1), []

    def follow(_task: Task, result: int) -> Iterable[Task]:
        found.append(result)
        crew.stop()
        return ()

    crew.run((Task(double, (number,)) for number in range(50)), follow)
    assert len(found) <= 1 + QUEUED_PER_WORKER


def test_second_attempt(tmp_path: Path) -> None:
    """A task whose worker dies once is done again."""
    assert ["done"] == results([Task(die_once, (tmp_path / "mark",))])


def test_queue_is_bounded() -> None:
    """Tasks are taken from their source only as workers become free."""
    taken: list[int] = []
    done: list[int] = []

    def source() -> Iterator[Task]:
        for number in range(40):
            taken.append(number)
            assert len(taken) - len(done) <= QUEUED_PER_WORKER
            yield Task(double, (number,))

    def follow(_task: Task, result: int) -> Iterable[Task]:
        done.append(result)
        return ()

    Crew(1).run(source(), follow)
    assert 40 == len(done)


def test_one_thread_each() -> None:
    """Libraries in a worker are told to use one thread."""
    assert [dict.fromkeys(ONE_THREAD, "1")] == results([Task(environment, ())])


def test_loaded_once() -> None:
    """Workers begin with the readers loaded, so that two of them do not load them twice."""
    assert [set(LOADED_ONCE)] == results([Task(loaded, ())])


def test_interrupt_ends_the_workers() -> None:
    """An interrupt goes through, and the crew has no task left."""

    def follow(_task: Task, _result: object) -> Iterable[Task]:
        raise KeyboardInterrupt

    crew = Crew(1)
    with pytest.raises(KeyboardInterrupt):
        crew.run([Task(double, (number,)) for number in range(10)], follow)
    assert not crew._running


def worker(_number: int) -> int:
    """The worker that does it."""
    return os.getpid()


def test_a_large_task_alone_finds_new_workers() -> None:
    """What the workers hold is given back before a large task that nothing else is under way beside."""

    def processes(*, large: bool) -> set[int]:
        found: list[int] = []

        def follow(_task: Task, result: int) -> Iterable[Task]:
            found.append(result)
            return [Task(worker, (2,), large=large)] if len(found) == 1 else []

        Crew(1).run([Task(worker, (1,))], follow)
        return set(found)

    assert len(processes(large=False)) == 1
    assert len(processes(large=True)) == 2


def test_editions_have_workers_of_their_own() -> None:
    """Where there are two workers, an edition is made by another than those that read, and by one that was expected."""
    workers: list[int] = []

    def follow(task: Task, result: int) -> Iterable[Task]:
        workers.append(result)
        return [Task(worker, (2,), edits=True)] * 2 if not task.edits else []

    crew = Crew(2)
    crew.expect_editions([Task(remember, (1,)), Task(remember, (2,))])
    crew.run([Task(worker, (1,))], follow)
    reader, *editors = workers
    assert len(editors) == 2
    assert reader not in editors


def test_an_edition_finds_what_was_loaded() -> None:
    """What a worker does when an edition is expected is done before the edition, in its process."""
    found: list[list[int]] = []

    def follow(_task: Task, result: list[int]) -> Iterable[Task]:
        found.append(result)
        return ()

    crew = Crew(2)
    crew.expect_editions([Task(remember, (1,)), Task(remember, (2,))])
    crew.run([Task(remember, (3,), edits=True)], follow)
    assert [[1, 2, 3]] == found


def test_death_while_loading() -> None:
    """A worker that dies while it loads costs nothing: the edition is made by another."""
    found: list[list[int]] = []

    def follow(_task: Task, result: list[int]) -> Iterable[Task]:
        found.append(result)
        return ()

    crew = Crew(2)
    crew.expect_editions([Task(die, (1,)), Task(remember, (2,))])
    crew.run([Task(remember, (3,), edits=True)], follow)
    assert [[3]] == found


def test_what_libraries_write(capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> None:
    """What libraries write past the log is told where everything is told, and nowhere else."""
    caplog.set_level(logging.DEBUG, "pipeline")
    assert [1] == results([Task(write_past_the_log, (1,))])
    assert ["a library says: Fax4Decode: Bad code word", "a library says: and to stdout"] == sorted(caplog.messages)
    assert ("", "") == tuple(capfd.readouterr())


def test_last_words() -> None:
    """What a worker wrote before it came to a sudden end is not lost."""
    assert [Died(last_words=("free(): invalid pointer",))] == results([Task(die_with_words, (1,))])
