"""`kextract view`: the text with its mentions marked, on a terminal or as a page."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kextract.cli import options
from kextract.cli.rules_options import Lexicons, NoConfig, Rules, own_from
from kextract.output import FORMATS, Format
from kextract.source import Reading

if TYPE_CHECKING:
    from kextract.cli.run import Job

TERMINAL = Format("view", "the text, marked", ".txt", "kextract.output.view")


def view(
    context: typer.Context,
    files: options.Files = None,
    html: Annotated[
        bool, typer.Option("--html", help="One HTML page for a browser; needs no network. Same as --format html.")
    ] = False,
    lexicon: Lexicons = None,
    rules: Rules = None,
    no_config: NoConfig = False,
    output: options.Output = None,
    skip_existing: options.SkipExisting = False,
    force: options.Force = False,
    type: options.Types = None,
    input: Annotated[
        str,
        typer.Option(
            metavar="MODE",
            help="text, lines, jsonl or auto, as for the main job.",
            callback=options.known_mode,
        ),
    ] = "auto",
    text_key: options.TextKey = "text",
    id_key: options.IdKey = "id",
    date_key: options.DateKey = "date",
    date: options.Date = None,
    no_server: options.NoServer = False,
    encoding: options.Encoding = "auto",
    color: Annotated[
        str,
        typer.Option(
            metavar="WHEN",
            help="auto, always, never; auto honours NO_COLOR. Without colours mentions stand in brackets.",
            callback=options.known_color,
        ),
    ] = "auto",
    pager: Annotated[
        bool,
        typer.Option("--pager/--no-pager", help="Show what is longer than the terminal in $PAGER, or else less."),
    ] = True,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Show texts with what was found in them.

    On a terminal: the text with its mentions coloured by type, and the people with their posts, the organizations,
    dates and amounts beside it or below.
    """
    paths = options.given(context, files)
    own = own_from(context, lexicon, rules, no_config)
    from kextract.cli.run import Job, run

    terminal = options.to_terminal(output)
    if html and terminal:
        raise typer.BadParameter("--html writes a page for a browser: say where with -o page.html")
    job = Job(
        paths=paths,
        format=FORMATS["html"] if html else TERMINAL,
        reading=Reading(options.input_mode(input), text_key, id_key, date_key, encoding),
        types=options.types_of(type, own),
        own=own,
        date=date,
        options=options.look(color, terminal),
        output=output,
        skip_existing=skip_existing,
        force=force,
        quiet=quiet,
        debug=debug,
        server=not no_server,
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
