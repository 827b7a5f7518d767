"""Documents shared out to processes: same output, in order, and a worker that dies takes nothing with it."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path

import pytest

from kextract.cli.pool import Lost, Pool, can_fork

pytestmark = pytest.mark.skipif(not can_fork(), reason="this system cannot fork")


def _batches(numbers: range, size: int) -> list[list[int]]:
    return [list(numbers[i : i + size]) for i in range(0, len(numbers), size)]


def test_results_come_in_order() -> None:
    pool: Pool[int, int] = Pool(lambda n: n * n, 3, lambda what: None)
    assert list(pool.results(_batches(range(1000), 7))) == [n * n for n in range(1000)]


def test_input_is_taken_as_results_are_wanted() -> None:
    taken = 0

    def batches() -> object:
        nonlocal taken
        for batch in _batches(range(10_000), 1):
            taken += 1
            yield batch

    results = Pool[int, int](lambda n: n, 2, lambda what: None).results(batches())  # type: ignore[arg-type]
    assert next(results) == 0
    assert taken <= 20
    results.close()  # type: ignore[attr-defined]


def test_large_batches_do_not_block() -> None:
    pool: Pool[str, str] = Pool(lambda text: text * 2, 2, lambda what: None)
    given = ["가" * 200_000] * 6
    assert list(pool.results([[text] for text in given])) == [text * 2 for text in given]


def test_a_worker_that_dies_once_loses_nothing(tmp_path: Path) -> None:
    mark = tmp_path / "died"

    def work(n: int) -> int:
        if n == 5 and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return n

    said: list[str] = []
    assert list(Pool[int, int](work, 2, said.append).results(_batches(range(20), 4))) == list(range(20))
    assert len(said) == 1
    assert re.fullmatch(r"worker process \d+ died \(SIGKILL\); its documents are tried once more", said[0])


def test_a_document_that_kills_twice_is_given_up() -> None:
    def work(n: int) -> int:
        if n == 5:
            os._exit(3)
        return n

    results = list(Pool[int, int](work, 2, lambda what: None).results(_batches(range(10), 4)))
    assert [result for result in results if not isinstance(result, Lost)] == [0, 1, 2, 3, 4, 6, 7, 8, 9]
    assert results[5] == Lost("its worker process died twice (exit 3)")
