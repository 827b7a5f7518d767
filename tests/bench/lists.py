"""What it costs to have all lists ready in a new process, kept from an earlier run and made anew."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile

from tests.bench.running import ROOT, Figures

# every table of an extraction that is made of lists; dates have their words in patterns. Garbage is collected as the
# command has it
READY = """
import gc, importlib, inspect, pkgutil, time
import kextract
from kextract.cli import GARBAGE
gc.set_threshold(*GARBAGE)
modules = [importlib.import_module(found.name) for found in pkgutil.walk_packages(kextract.__path__, "kextract.")
           if ".rules." in found.name or ".relations." in found.name]
modules = [module for module in modules if ".rules.date" not in module.__name__]
tables = {table for module in modules for table in vars(module).values()
          if hasattr(table, "cache_info") and table.__module__ == module.__name__
          and not inspect.signature(table).parameters}
before = time.process_time()
for table in tables:
    table()
print(time.process_time() - before)
"""


def measure(rounds: int) -> Figures:
    """Medians of processor time in milliseconds, and the size of the lists in megabytes (a million bytes)."""
    with tempfile.TemporaryDirectory() as folder:
        anew = [_ready(f"{folder}/{n}") for n in range(rounds)]
        kept = [_ready(f"{folder}/0") for _ in range(rounds)]
    files = [path for path in (ROOT / "kextract" / "lexicon").rglob("*") if path.suffix in {".tsv", ".txt"}]
    return {
        "all lists ready, ms": statistics.median(kept),
        "the same in the first run of all, ms": statistics.median(anew),
        "lists, MB": sum(path.stat().st_size for path in files) / 1e6,
    }


def _ready(cached: str) -> float:
    environment = {**os.environ, "XDG_CACHE_HOME": cached}
    done = subprocess.run([sys.executable, "-c", READY], env=environment, cwd=ROOT, capture_output=True, check=True)
    return 1000 * float(done.stdout)
