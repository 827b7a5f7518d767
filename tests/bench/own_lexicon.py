"""What a lexicon of 100,000 names costs: `python -m tests.bench.own_lexicon [FILES]`.

Makes a list of random names, loads it, and reads the files (default: the samples) with and without it, in turns.
"""

from __future__ import annotations

import gc
import random
import sys
import tempfile
import time
from pathlib import Path

from kextract import Extractor
from kextract.own import load
from kextract.own.find import Own
from tests.unit.own_names import random_names

COUNT = 100_000
ROUNDS = 15


def _lexicon(folder: str) -> Path:
    path = Path(folder, "names.tsv")
    names = random_names(random.Random(7), COUNT)
    rows = (f"{name}\t{'person' if len(name) == 3 else 'organization'}\t{name}\tmade_up\n" for name in names)
    path.write_text("surface\ttype\tname\tclass\n" + "".join(rows), "utf-8")
    return path


def _loaded(path: Path) -> tuple[Own, float]:
    """The list, and the shortest time that loading took."""
    times = []
    for _ in range(3):
        before = time.process_time()
        own = load([str(path)])
        times.append(time.process_time() - before)
    return own, min(times)


def _time(extractor: Extractor, texts: list[str]) -> float:
    before = time.process_time()
    for text in texts:
        extractor.extract(text)
    return time.process_time() - before


def main() -> None:
    files = sys.argv[1:] or sorted(map(str, Path("samples").glob("*.txt")))
    texts = [Path(name).read_text("utf-8", "replace") for name in files]
    with tempfile.TemporaryDirectory() as folder:
        own, seconds = _loaded(_lexicon(folder))
    plain, with_names = Extractor(), Extractor(own=own)
    with_names.analyzer = plain.analyzer
    for extractor in (plain, with_names):
        extractor.extract(texts[0])
    gc.freeze()  # as the command does
    rounds = [(_time(with_names, texts), _time(plain, texts)) for _ in range(ROUNDS)]
    slower = min(with_list for with_list, _ in rounds) / min(without for _, without in rounds) - 1
    print(f"{len(own.names):,} names loaded in {seconds:.2f} s")
    print(f"{sum(map(len, texts)):,} characters: {100 * slower:+.1f} % time, the best of {ROUNDS} rounds")


if __name__ == "__main__":
    main()
