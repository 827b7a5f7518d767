"""`kextract extract`, the main job: options to a `Job`."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from typing import Annotated

import typer

from kextract import __version__
from kextract.cli import options
from kextract.cli.rules_options import Lexicons, NoConfig, Rules, own_from
from kextract.output import FORMATS, Format
from kextract.source import Reading


def _format(value: str | None, to_terminal: bool) -> Format:
    return FORMATS[value or ("table" if to_terminal else "jsonl")]


def _version(asked: bool) -> None:
    if not asked:
        return
    from kextract.morph import versions

    others = ", ".join(f"{name} {version}" for name, version in versions().items())
    typer.echo(f"kextract {__version__} ({others}, Python {sys.version.split()[0]})")
    raise typer.Exit


def extract(
    context: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILES]...",
            help="Files, directories (their *.txt, *.md and *.jsonl, sorted, subdirectories too, hidden ones left "
            "out) or - for standard input, which is also read when it is a pipe and nothing is given.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"{', '.join(FORMATS)}; default: table on a terminal, jsonl in a pipe or file.",
            callback=options.one_of_or_none(tuple(FORMATS)),
        ),
    ] = None,
    type: options.Types = None,
    input: Annotated[
        str,
        typer.Option(
            metavar="MODE",
            help="What a document is: text (a file), lines (a line that is not blank), jsonl (a line's text), "
            "auto (by the file's ending; of a web page, .html, the main text).",
            callback=options.known_mode,
        ),
    ] = "auto",
    text_key: options.TextKey = "text",
    id_key: options.IdKey = "id",
    date_key: options.DateKey = "date",
    date: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="Reference date YYYY-MM-DD[THH:MM] for relative and partial dates; beats a line's date and what the "
            "text says.",
            callback=options.checked_date,
        ),
    ] = None,
    lexicon: Lexicons = None,
    rules: Rules = None,
    no_config: NoConfig = False,
    output: options.Output = None,
    out_dir: Annotated[
        str | None,
        typer.Option(metavar="DIR", help="Write each input's records to a file of its own: DIR/NAME.jsonl and so on."),
    ] = None,
    skip_existing: Annotated[
        bool, typer.Option("--skip-existing", help="Leave out inputs whose output is there: resumes a long job.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace outputs that are there.")] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            metavar="N",
            min=1,
            help="Processes; the order of output does not change.  [default: all cores from 1 MB of files on, else 1]",
        ),
    ] = None,
    no_server: options.NoServer = False,
    encoding: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="auto: by the byte order mark, else UTF-8, else CP949; or a name such as johab.",
            callback=options.checked_encoding,
        ),
    ] = "auto",
    encoding_errors: options.EncodingErrors = "strict",
    errors: Annotated[
        str,
        typer.Option(
            metavar="WHERE",
            help='stderr, or record: {"id", "error"} in the output in the place of what failed (json, jsonl).',
            callback=options.one_of(("stderr", "record")),
        ),
    ] = "stderr",
    csv_bom: Annotated[
        bool, typer.Option("--csv-bom", help="Begin csv with a byte order mark, by which Excel knows UTF-8.")
    ] = False,
    color: options.Color = "auto",
    quiet: options.Quiet = False,
    debug: options.Debug = False,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Show the versions of kextract and the tokenizer.", callback=_version, is_eager=True
        ),
    ] = False,
) -> None:
    """People, organizations, dates and money out of Korean text."""
    paths = options.given(context, files)
    if output and out_dir:
        raise typer.BadParameter("-o and --out-dir exclude each other")
    terminal = out_dir is None and options.to_terminal(output)
    chosen = _format(format, terminal)
    if errors == "record" and not chosen.errors:
        wanted = " or ".join(name for name, known in FORMATS.items() if known.errors)
        raise typer.BadParameter(f"--errors record needs {wanted}, not {chosen.name}")
    _check_possible(chosen, output, out_dir)
    own = own_from(context, lexicon, rules, no_config)
    from kextract.cli.run import Job, run

    job = Job(
        paths=paths,
        format=chosen,
        reading=Reading(
            options.input_mode(input), text_key, id_key, date_key, encoding, options.error_mode(encoding_errors)
        ),
        types=options.types_of(type, own),
        own=own,
        date=date,
        options=options.look(color, terminal, csv_bom),
        output=output,
        out_dir=out_dir,
        skip_existing=skip_existing,
        force=force,
        jobs=jobs,
        record_errors=errors == "record",
        quiet=quiet,
        debug=debug,
        server=not no_server,
    )
    raise typer.Exit(run(job))


def _check_possible(format: Format, output: str | None, out_dir: str | None) -> None:
    if format.file_only and output in (None, "-") and out_dir is None:
        raise typer.BadParameter(f"{format.name} goes to a file: say where with -o FILE or --out-dir DIR")
    if format.extra and find_spec(format.extra[1]) is None:
        raise typer.BadParameter(f"{format.name} needs {format.extra[1]}: pip install 'kextract[{format.extra[0]}]'")
