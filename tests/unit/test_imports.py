"""Data flows one way, and so do imports; nothing heavy is loaded before it is needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import kextract

ROOT = Path(kextract.__file__).parent
# each may import what stands in its own line or above
LAYERS = (
    ("model", "lazy", "letters"),
    ("text", "wrapped", "morph", "unread", "numbers", "lexicon"),
    ("rules",),
    ("resolve", "contest"),
    ("entities",),
    ("own",),
    ("relations",),
    ("extractor",),
    ("explain",),
    ("api", "merge"),
    ("decoding", "webpage", "source", "output", "schema", "arrow"),
    ("server",),
    ("merge",),
    ("cli",),
    ("__main__",),
)
RANKS = {name: rank for rank, names in enumerate(LAYERS) for name in names}


def modules() -> list[tuple[str, ast.Module]]:
    """The part of the package that each file belongs to, with its syntax tree; the package's own file left out."""
    paths = [path for path in sorted(ROOT.rglob("*.py")) if path != ROOT / "__init__.py"]
    return [(path.relative_to(ROOT).parts[0].removesuffix(".py"), ast.parse(path.read_text("utf-8"))) for path in paths]


def imported(tree: ast.Module) -> set[str]:
    """Full names of what is imported anywhere in a file; `from a import b` counts as a.b."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def parts(names: set[str]) -> set[str]:
    """Of imported names, the parts of this package: kextract.rules.date.X is rules."""
    return {name.split(".")[1] for name in names if name.startswith("kextract.")} - {"__version__"}


def test_every_file_has_its_layer() -> None:
    assert {part for part, _ in modules()} - set(RANKS) == set()


def test_nothing_imports_upward() -> None:
    upward = {
        f"{part} imports {other}"
        for part, tree in modules()
        for other in parts(imported(tree))
        if RANKS.get(other, 0) > RANKS.get(part, 0)
    }
    assert upward == set()


def test_output_and_source_do_not_know_each_other() -> None:
    for part, tree in modules():
        if part in ("output", "schema"):
            assert not parts(imported(tree)) & {"source", "webpage", "decoding"}
        if part in ("source", "webpage", "decoding"):
            assert not parts(imported(tree)) & {"output", "schema"}


def test_one_file_knows_the_tokenizer() -> None:
    assert {part for part, tree in modules() if any("kiwipiepy" in name for name in imported(tree))} == {"morph"}


def loaded_by(code: str) -> set[str]:
    """The modules that are there after a fresh interpreter ran `code`."""
    shown = "sys.stderr.write(' '.join(sys.modules))"
    script = f"import sys, contextlib\nwith contextlib.suppress(SystemExit):\n    {code}\n{shown}"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stderr.split())


def test_importing_loads_nothing_heavy() -> None:
    assert not loaded_by("import kextract") & {"kiwipiepy", "numpy", "rich", "typer", "kextract.extractor"}


def test_help_loads_nothing_heavy() -> None:
    loaded = loaded_by("from kextract.cli.app import app; app(['--help'])")
    assert "kextract.cli.app" in loaded
    assert not loaded & {"kiwipiepy", "numpy", "rich", "kextract.extractor", "kextract.rules"}
