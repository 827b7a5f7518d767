"""The example of an archive on Ray, with two workers on this machine: the same rows as the command's, also when a
worker is killed at work."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import ray

from kextract.arrow import SCHEMA, extract_table, extracting
from kextract.decoding import decode
from samples import ray_archive

ROOT = Path(__file__).parents[2]
DOCUMENTS = 2_400
WORKERS = 2


@pytest.fixture(scope="module", autouse=True)
def engine() -> Iterator[None]:
    ray.init(num_cpus=WORKERS, object_store_memory=200 << 20, include_dashboard=False, log_to_driver=False)
    yield
    ray.shutdown()


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Parquet files of short documents: the samples' lines, again and again on other days."""
    files = sorted((ROOT / "samples").glob("*.txt"))
    lines = [line for file in files for line in decode(file.read_bytes()).splitlines() if line.strip()]
    texts = list(islice(cycle(lines), DOCUMENTS))
    dates = [f"20{10 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}" for number in range(DOCUMENTS)]
    table = pa.table({"id": [f"news/{number:05}" for number in range(DOCUMENTS)], "text": texts, "date": dates})
    folder = tmp_path_factory.mktemp("archive")
    for number in range(8):
        pq.write_table(table.slice(number * DOCUMENTS // 8, DOCUMENTS // 8), folder / f"part-{number}.parquet")
    return folder


@pytest.fixture(scope="module")
def by_command(archive: Path) -> pa.Table:
    """What the command makes of the same documents."""
    lines = archive.with_suffix(".jsonl")
    lines.write_text("".join(f"{json.dumps(row)}\n" for row in pq.read_table(archive).to_pylist()))
    return command(lines, archive.with_suffix(".records"))


def command(*paths: Path) -> pa.Table:
    *sources, target = map(str, paths)
    run = [sys.executable, "-m", "kextract", "--no-server", "-q", "-j", str(WORKERS), "-f", "parquet", "-o", target]
    subprocess.run([*run, *sources], check=True, timeout=100)
    return pq.read_table(target)


def rows(folder: Path) -> pa.Table:
    """The records of all files, in the order of their ids: which file comes first is Ray's affair."""
    table = pa.concat_tables([pq.read_table(path) for path in sorted(folder.rglob("*.parquet"))])
    return table.sort_by("id").cast(SCHEMA)


def test_the_rows_are_the_commands(archive: Path, by_command: pa.Table, tmp_path: Path) -> None:
    def noted(documents: pa.Table) -> pa.Table:
        found = extract_table(documents)
        loads = extracting._extractor.cache_info().misses
        (tmp_path / f"{os.getpid()}.{loads}").touch()
        return found

    ray_archive.run(str(archive), str(tmp_path / "records"), work=noted)
    workers = [path.suffix for path in tmp_path.iterdir() if path.is_file()]
    assert workers == [".1"] * WORKERS, "each loads the model, and once"
    found = rows(tmp_path / "records")
    assert found.num_rows == DOCUMENTS
    assert found.equals(by_command)


def test_a_worker_that_is_killed_costs_nothing(archive: Path, by_command: pa.Table, tmp_path: Path) -> None:
    mark = tmp_path / "killed"

    def dies_once(documents: pa.Table) -> pa.Table:
        found = extract_table(documents)
        if documents["id"][0].as_py() > "news/01000" and not mark.exists():
            mark.write_text(str(os.getpid()))
            os.kill(os.getpid(), signal.SIGKILL)
        return found

    ray_archive.run(str(archive), str(tmp_path / "records"), work=dies_once)
    assert mark.exists()
    assert rows(tmp_path / "records").equals(by_command)


def test_text_files(tmp_path: Path) -> None:
    """The example as a user runs it, on the samples: UTF-8, CP949, NFD."""
    ray_archive.run(str(ROOT / "samples"), str(tmp_path / "records"), "text")
    samples = sorted((ROOT / "samples").glob("*.txt"))
    assert rows(tmp_path / "records").equals(command(*samples, tmp_path / "samples.parquet").sort_by("id"))
