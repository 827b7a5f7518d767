"""`kextract merge`: one knowledge base out of many documents."""

from __future__ import annotations

from typing import Annotated

import typer

from kextract.cli import options
from kextract.cli.rules_options import Lexicons, NoConfig, Rules, own_from
from kextract.output import FORMATS
from kextract.source import Reading

FORMAT_NAMES = tuple(name for name, format in FORMATS.items() if format.merged)


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
            callback=options.one_of_or_none(FORMAT_NAMES),
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
    output: options.Output = None,
    skip_existing: options.SkipExisting = False,
    force: options.Force = False,
    input: Annotated[
        str,
        typer.Option(
            metavar="MODE",
            help="For texts, as in the main job: auto, text, lines, jsonl. Records are known by their look in auto and "
            "jsonl.",
            callback=options.known_mode,
        ),
    ] = "auto",
    text_key: options.TextKey = "text",
    id_key: options.IdKey = "id",
    date_key: options.DateKey = "date",
    date: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Reference date YYYY-MM-DD[THH:MM] of texts.", callback=options.checked_date),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", metavar="N", min=1, help="Processes for texts; default as for the main job."),
    ] = None,
    no_server: options.NoServer = False,
    encoding: Annotated[
        str,
        typer.Option(
            metavar="NAME", help="Of texts: auto, or a name such as johab.", callback=options.checked_encoding
        ),
    ] = "auto",
    encoding_errors: options.EncodingErrors = "strict",
    color: options.Color = "auto",
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """One knowledge base out of many documents: who is who over all of them, their posts, and what they said and did.

    The order of the input makes no difference. Organizations are one by their name or by another name that only one
    bears; people by their name together with an organization or a post. A common name alone joins nothing:
    "scope": "document" says so.
    """
    paths = options.given(context, files)
    terminal = options.to_terminal(output)
    own = own_from(context, lexicon, rules, no_config)
    from kextract.cli.merge_run import Merge, run
    from kextract.cli.run import Job

    job = Job(
        paths=paths,
        format=FORMATS[format or ("table" if terminal else "jsonl")],
        reading=Reading(
            options.input_mode(input), text_key, id_key, date_key, encoding, options.error_mode(encoding_errors)
        ),
        types=options.types_of(None, own),
        own=own,
        date=date,
        options=options.look(color, terminal),
        output=output,
        skip_existing=skip_existing,
        force=force,
        jobs=jobs,
        quiet=quiet,
        debug=debug,
        server=not no_server,
    )
    raise typer.Exit(run(Merge(job, top, sources)))
