"""The same hunt on the level of bytes, led by what the code reached: atheris, which is no dependency of this project.

`pip install atheris; python -m tests.bench.fuzz_bytes NUMBER [-seed=S] [-max_len=N] [CORPUS]`: libFuzzer's options.
The first byte chooses how the rest is read (text, lines or JSON Lines; strictly or not); a corpus of short files in
several encodings is made where none is named. Prints the figures of `judging`; exit 1 where anything failed.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]

with atheris.instrument_imports(include=["kextract"], enable_loader_override=False):
    from kextract import Extractor
    from tests.bench.judging import Judge

from tests.bench.fuzz import Maker

MODES = [(mode, errors) for mode in ("text", "lines", "jsonl") for errors in ("strict", "replace")]
SEEDS = 400


def corpus() -> str:
    """A folder of files to begin with."""
    folder = Path(tempfile.mkdtemp())
    maker = Maker(0)
    for number in range(SEEDS):
        mode, data = maker.file()
        kind = MODES.index((mode, "strict")) + number % 2
        (folder / str(number)).write_bytes(bytes([kind]) + data)
    return str(folder)


def main() -> None:
    number = int(sys.argv.pop(1))
    judge = Judge(Extractor())
    atheris.instrument_func(Judge.text)
    runs = 0

    def one(data: bytes) -> None:
        nonlocal runs
        runs += 1
        if data:
            mode, errors = MODES[data[0] % len(MODES)]
            judge.file(mode, data[1:], errors)
        if runs == number:  # libFuzzer itself never comes back
            print(f"{runs:,} inputs; {judge.told()}", flush=True)
            os._exit(1 if judge.failures else 0)

    named = any(not argument.startswith("-") for argument in sys.argv[1:])
    atheris.Setup([*sys.argv, *([] if named else [corpus()])], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
