"""`kextract merge`: one knowledge base out of many documents."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kextract.cli import extract as main
from kextract.cli.rules_options import Lexicons, NoConfig, Rules, own_from
from kextract.output import FORMATS, Options
from kextract.source import INPUT_MODES, STANDARD_INPUT, Reading

FORMAT_NAMES = ("table", "json", "jsonl", "graphml", "turtle", "jsonld")


def merge(
    context: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILES]...",
            help="Records as kextract writes them (jsonl, json), or anything that the main job reads: texts, "
            "directories, JSON lines with a text, - for standard input.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"{', '.join(FORMAT_NAMES)}; default: table on a terminal, jsonl in a pipe or file.",
            callback=lambda value: value and main._one_of(FORMAT_NAMES, value),
        ),
    ] = None,
    top: Annotated[int, typer.Option("--top", metavar="N", min=1, help="How many of a kind a table lists.")] = 10,
    sources: Annotated[
        int,
        typer.Option("--sources", metavar="N", min=1, help="How many documents and pieces of evidence an item names."),
    ] = 5,
    lexicon: Lexicons = None,
    rules: Rules = None,
    no_config: NoConfig = False,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write there, whole or not at all.")
    ] = None,
    skip_existing: Annotated[
        bool, typer.Option("--skip-existing", help="Do nothing where the output is there.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace an output that is there.")] = False,
    input: Annotated[
        str,
        typer.Option(
            metavar="MODE",
            help="For texts, as in the main job: auto, text, lines, jsonl. Records are known by their look in auto and "
            "jsonl.",
            callback=lambda value: main._one_of(INPUT_MODES, value),
        ),
    ] = "auto",
    text_key: Annotated[str, typer.Option(metavar="KEY", help="Where a JSON line keeps its text.")] = "text",
    id_key: Annotated[str, typer.Option(metavar="KEY", help="Where a JSON line keeps its id.")] = "id",
    date_key: Annotated[str, typer.Option(metavar="KEY", help="Where a JSON line keeps its reference date.")] = "date",
    date: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Reference date YYYY-MM-DD[THH:MM] of texts.", callback=main._checked_date),
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=1, help="Processes for texts.")] = 1,
    encoding: Annotated[
        str,
        typer.Option(metavar="NAME", help="Of texts: auto, or a name such as johab.", callback=main._checked_encoding),
    ] = "auto",
    encoding_errors: Annotated[
        str,
        typer.Option(
            metavar="MODE",
            help="strict: such a file fails; replace: U+FFFD for bytes that do not decode.",
            callback=lambda value: main._one_of(("strict", "replace"), value),
        ),
    ] = "strict",
    color: Annotated[
        str,
        typer.Option(
            metavar="WHEN",
            help="auto, always, never; auto honours NO_COLOR.",
            callback=lambda value: main._one_of(("auto", "always", "never"), value),
        ),
    ] = "auto",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress on standard error.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Tracebacks of internal errors.")] = False,
) -> None:
    """One knowledge base out of many documents: who is who over all of them, their posts, and what they said and did.

    The order of the input makes no difference. Organizations are one by their name or by another name that only one
    bears; people by their name together with an organization or a post. A common name alone joins nothing:
    "scope": "document" says so.
    """
    paths = tuple(files or ())
    if not paths:
        if not main._piped():
            main._usage(context)
        paths = (STANDARD_INPUT,)
    terminal = output in (None, "-") and sys.stdout is not None and sys.stdout.isatty()
    own = own_from(context, lexicon, rules, no_config)
    from kextract.cli.merge_run import Merge, run
    from kextract.cli.run import Job

    job = Job(
        paths=paths,
        format=FORMATS[format or ("table" if terminal else "jsonl")],
        reading=Reading(main._mode(input), text_key, id_key, date_key, encoding, main._error_mode(encoding_errors)),
        types=main._types(None, own),
        own=own,
        date=date,
        options=Options(color=main._colored(color, terminal), width=main._width()),
        output=output,
        skip_existing=skip_existing,
        force=force,
        jobs=jobs,
        quiet=quiet,
        debug=debug,
    )
    raise typer.Exit(run(Merge(job, top, sources)))
