"""`kextract view`: the text with its mentions marked, on a terminal or as a page."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kextract.cli import extract as main
from kextract.cli.rules_options import Lexicons, NoConfig, Rules, own_from
from kextract.model import MENTION_TYPES
from kextract.output import FORMATS, Format, Options
from kextract.source import INPUT_MODES, STANDARD_INPUT, Reading

if TYPE_CHECKING:
    from kextract.cli.run import Job

TERMINAL = Format("view", "the text, marked", ".txt", "kextract.output.view")


def view(
    context: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILES]...", help="As for the main job: files, directories or -.", show_default=False),
    ] = None,
    html: Annotated[
        bool, typer.Option("--html", help="One HTML page for a browser; needs no network. Same as --format html.")
    ] = False,
    lexicon: Lexicons = None,
    rules: Rules = None,
    no_config: NoConfig = False,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write there, whole or not at all.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace an output that is there.")] = False,
    type: Annotated[
        list[str] | None,
        typer.Option(
            "--type", "-t", metavar="TYPE", help=f"{', '.join(MENTION_TYPES)}; repeatable or a comma list; default all."
        ),
    ] = None,
    input: Annotated[
        str,
        typer.Option(
            metavar="MODE",
            help="text, lines, jsonl or auto, as for the main job.",
            callback=lambda value: main._one_of(INPUT_MODES, value),
        ),
    ] = "auto",
    text_key: Annotated[str, typer.Option(metavar="KEY", help="Where a JSON line keeps its text.")] = "text",
    id_key: Annotated[str, typer.Option(metavar="KEY", help="Where a JSON line keeps its id.")] = "id",
    date_key: Annotated[str, typer.Option(metavar="KEY", help="Where a JSON line keeps its reference date.")] = "date",
    date: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Reference date YYYY-MM-DD[THH:MM].", callback=main._checked_date),
    ] = None,
    encoding: Annotated[
        str,
        typer.Option(metavar="NAME", help="auto, or a name such as johab.", callback=main._checked_encoding),
    ] = "auto",
    color: Annotated[
        str,
        typer.Option(
            metavar="WHEN",
            help="auto, always, never; auto honours NO_COLOR. Without colours mentions stand in brackets.",
            callback=lambda value: main._one_of(("auto", "always", "never"), value),
        ),
    ] = "auto",
    pager: Annotated[
        bool,
        typer.Option("--pager/--no-pager", help="Show what is longer than the terminal in $PAGER, or else less."),
    ] = True,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress on standard error.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Tracebacks of internal errors.")] = False,
) -> None:
    """Show texts with what was found in them.

    On a terminal: the text with its mentions coloured by type, and the people with their posts, the organizations,
    dates and amounts beside it or below.

    kextract view news.txt; kextract view --html -o page.html news/
    """
    paths = tuple(files or ())
    if not paths:
        if not main._piped():
            main._usage(context)
        paths = (STANDARD_INPUT,)
    own = own_from(context, lexicon, rules, no_config)
    from kextract.cli.run import Job, run

    terminal = output in (None, "-") and sys.stdout is not None and sys.stdout.isatty()
    if html and terminal:
        raise typer.BadParameter("--html writes a page for a browser: say where with -o page.html")
    job = Job(
        paths=paths,
        format=FORMATS["html"] if html else TERMINAL,
        reading=Reading(main._mode(input), text_key, id_key, date_key, encoding),
        types=main._types(type, own),
        own=own,
        date=date,
        options=Options(color=main._colored(color, terminal), width=main._width()),
        output=output,
        force=force,
        quiet=quiet,
        debug=debug,
    )
    raise typer.Exit(_paged(job) if terminal and pager else run(job))


def _paged(job: Job) -> int:
    """Runs the job into a file and shows that: in a pager where it is longer than the terminal."""
    import tempfile

    from kextract.cli.run import run

    with tempfile.TemporaryDirectory(prefix="kextract-") as folder:
        shown = Path(folder, "view")
        code = run(replace(job, output=str(shown)))
        if shown.exists() and not (_long(shown) and _page(shown)):
            with shown.open("rb") as file:
                shutil.copyfileobj(file, sys.stdout.buffer)
            sys.stdout.flush()
    return code


def _long(shown: Path) -> bool:
    lines = shutil.get_terminal_size((80, 24)).lines
    with shown.open("rb") as file:
        return sum(1 for _ in file) >= lines


def _page(shown: Path) -> bool:
    """False where there is no pager. Ctrl-C is the pager's while it runs, as in git."""
    import shlex
    import signal
    import subprocess

    command = shlex.split(os.environ.get("PAGER", "")) or ["less"]
    if command == ["cat"] or not shutil.which(command[0]):
        return False
    colors = f"{os.environ.get('LESS', '')} -R".strip()  # without -R less would show the colours as their codes
    environment = {"LESSCHARSET": "utf-8", **os.environ, "LESS": colors}
    before = signal.signal(signal.SIGINT, lambda number, frame: None)  # a handler, unlike SIG_IGN, is not inherited
    try:
        with shown.open("rb") as file:
            return subprocess.run(command, stdin=file, env=environment, check=False).returncode != 127
    except OSError:
        return False
    finally:
        signal.signal(signal.SIGINT, before)
