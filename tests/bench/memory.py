"""Memory and time of long inputs: `python -m tests.bench.memory [MEGABYTES …] [--kind KIND] [-- OPTIONS]`.

For each size a file of lines is made and read by `kextract --input lines FILE OPTIONS` in a process of its own, its
records thrown away; the table shows the peak of its memory (of the largest process, with -j). News lines hardly
ever repeat a name or a figure; wide ones are long and, but for a few, English, so that `-- -t date,money` reads a
gigabyte in minutes; short ones hold one word in the Latin alphabet, blank ones nothing.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

MEGABYTE = 1_000_000
NEWS = (
    "{city}시 {person} 시장은 {day}일 시청에서 {firm}전자와 협약을 맺고 {sum}억{more}천만원을 지원한다고 밝혔다.",
    "{firm}건설 {person} 대표는 20{year}년 {month}월 {day}일 “{sum}억 달러 규모의 공급 계약을 맺었다”고 말했다.",
    "{city}대학교 {person} 교수 연구팀은 지난해 {month}월부터 {more}년간 {firm}연구원과 함께 연구했다.",
    "경찰은 {person}({year})씨를 사기 혐의로 입건했다고 {day}일 밝혔다. {city}경찰서가 수사하고 있다.",
)


SYLLABLES = (
    "가강건경고관광구국권규근금기길나남노다대덕도동두라래로루리마만명모무문미민바박배백병보복봉부빈사산상서석선설성세소송수순숙승시신아안양여연영예오"
    "옥온완용우운원유윤은의이익인일임자장재전정제조종주준중지진찬창채천철청초춘충태택평표하학한해향현형혜호홍화환회효후훈휘희"
)


def syllables(source: random.Random, count: int) -> str:
    return "".join(source.choices(SYLLABLES, k=count))


def news(source: random.Random) -> str:
    return source.choice(NEWS).format(
        person=source.choice("김이박최정강조윤") + syllables(source, 2),
        firm=syllables(source, source.randint(2, 3)),
        city=syllables(source, 2),
        **{name: source.randint(1, 28) for name in ("day", "sum")},
        year=source.randint(10, 26),
        month=source.randint(1, 12),
        more=source.randint(1, 9),
    )


WIDE = (
    "the quick brown fox jumps over the lazy dog and runs away " * 34
)  # two kilobytes that the tokenizer can be spared
RARELY = 0.02

KINDS: dict[str, Callable[[random.Random], str]] = {
    "news": news,
    "wide": lambda source: news(source) if source.random() < RARELY else WIDE,
    "short": lambda source: f"line{source.randint(0, 10**9)}",
    "blank": lambda source: "",
}


def made(path: Path, size: int, kind: str) -> int:
    """Writes a file of about `size` bytes; how many lines it has."""
    source, line, written, count = random.Random(1), KINDS[kind], 0, 0
    with path.open("wb") as file:
        while written < size:
            block = "".join(line(source) + "\n" for _ in range(1000)).encode() if kind != "blank" else b"\n" * MEGABYTE
            written += file.write(block)
            count += 1000 if kind != "blank" else MEGABYTE
    return count


def measured(path: Path, options: list[str]) -> tuple[float, float, float]:
    """Peak memory in MB, CPU seconds, wall seconds of one run."""
    command = [sys.executable, "-m", "kextract", "--input", "lines", str(path), *options, "-q"]
    watch = (
        "import resource, subprocess, sys;"
        "code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode;"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr); sys.exit(code)"
    )
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    run = subprocess.run([sys.executable, "-c", watch, *command], stderr=subprocess.PIPE, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return int(run.stderr.splitlines()[-1]) / 1024, cpu, time.monotonic() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("megabytes", nargs="*", type=int, default=[10, 60])
    parser.add_argument("--kind", choices=KINDS, default="news")
    own, options = sys.argv[1:], []
    if "--" in own:
        place = own.index("--")
        own, options = own[:place], own[place + 1 :]
    told = parser.parse_args(own)
    print(f"{'MB':>6} {'lines':>12} {'peak MB':>9} {'CPU s':>9} {'s':>9}  {told.kind} {' '.join(options)}")
    for size in told.megabytes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "lines")
            lines = made(path, size * MEGABYTE, told.kind)
            peak, cpu, wall = measured(path, options)
        print(f"{size:6} {lines:12,} {peak:9,.0f} {cpu:9,.1f} {wall:9,.1f}", flush=True)


if __name__ == "__main__":
    main()
