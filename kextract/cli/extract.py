"""`kextract extract`, the main job: options to a `Job`."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from kextract import __version__
from kextract.cli.rules_options import Lexicons, NoConfig, Rules, own_from
from kextract.decoding import ErrorMode, check_encoding
from kextract.model import MENTION_TYPES
from kextract.output import FORMATS, Format, Options
from kextract.source import INPUT_MODES, STANDARD_INPUT, InputMode, Reading, parse_reference

if TYPE_CHECKING:
    from kextract.own.find import Own

Choice = str


def _one_of(allowed: tuple[str, ...], value: str) -> str:
    if value not in allowed:
        raise typer.BadParameter(f"{value!r} is not one of {', '.join(allowed)}")
    return value


def _types(values: list[str] | None, own: Own | None = None) -> tuple[str, ...]:
    """The types asked for, all without any; those of users' own names and rules may be asked for too."""
    every = (*MENTION_TYPES, *own.types) if own else MENTION_TYPES
    named = [name.strip() for value in values or [] for name in value.split(",") if name.strip()]
    for name in named:
        _one_of(every, name)
    return tuple(known for known in every if known in named) if named else every


def _format(value: str | None, to_terminal: bool) -> Format:
    return FORMATS[value or ("table" if to_terminal else "jsonl")]


def _version(asked: bool) -> None:
    if not asked:
        return
    from kextract.morph import versions

    others = ", ".join(f"{name} {version}" for name, version in versions().items())
    typer.echo(f"kextract {__version__} ({others}, Python {sys.version.split()[0]})")
    raise typer.Exit


def _checked_date(value: str | None) -> str | None:
    try:
        return value and parse_reference(value)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def _checked_encoding(value: str) -> str:
    try:
        return check_encoding(value)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


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
            callback=lambda value: value and _one_of(tuple(FORMATS), value),
        ),
    ] = None,
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
            help="What a document is: text (a file), lines (a line that is not blank), jsonl (a line's text), "
            "auto (by the file's ending; of a web page, .html, the main text).",
            callback=lambda value: _one_of(INPUT_MODES, value),
        ),
    ] = "auto",
    text_key: Annotated[str, typer.Option(metavar="KEY", help="Where a JSON line keeps its text.")] = "text",
    id_key: Annotated[str, typer.Option(metavar="KEY", help="Where a JSON line keeps its id.")] = "id",
    date_key: Annotated[str, typer.Option(metavar="KEY", help="Where a JSON line keeps its reference date.")] = "date",
    date: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="Reference date YYYY-MM-DD[THH:MM] for relative and partial dates; beats a line's date and what the "
            "text says.",
            callback=_checked_date,
        ),
    ] = None,
    lexicon: Lexicons = None,
    rules: Rules = None,
    no_config: NoConfig = False,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write there, whole or not at all.")
    ] = None,
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
    no_server: Annotated[
        bool, typer.Option("--no-server", help="Do not use the process that kextract serve keeps ready.")
    ] = False,
    encoding: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="auto: by the byte order mark, else UTF-8, else CP949; or a name such as johab.",
            callback=_checked_encoding,
        ),
    ] = "auto",
    encoding_errors: Annotated[
        str,
        typer.Option(
            metavar="MODE",
            help="strict: such a file fails; replace: U+FFFD for bytes that do not decode.",
            callback=lambda value: _one_of(("strict", "replace"), value),
        ),
    ] = "strict",
    errors: Annotated[
        str,
        typer.Option(
            metavar="WHERE",
            help='stderr, or record: {"id", "error"} in the output in the place of what failed (json, jsonl).',
            callback=lambda value: _one_of(("stderr", "record"), value),
        ),
    ] = "stderr",
    csv_bom: Annotated[
        bool, typer.Option("--csv-bom", help="Begin csv with a byte order mark, by which Excel knows UTF-8.")
    ] = False,
    color: Annotated[
        str,
        typer.Option(
            metavar="WHEN",
            help="auto, always, never; auto honours NO_COLOR.",
            callback=lambda value: _one_of(("auto", "always", "never"), value),
        ),
    ] = "auto",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress on standard error.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Tracebacks of internal errors.")] = False,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Show the versions of kextract and the tokenizer.", callback=_version, is_eager=True
        ),
    ] = False,
) -> None:
    """People, organizations, dates and money out of Korean text."""
    paths = tuple(files or ())
    if not paths:
        if not _piped():
            _usage(context)
        paths = (STANDARD_INPUT,)
    if output and out_dir:
        raise typer.BadParameter("-o and --out-dir exclude each other")
    terminal = output in (None, "-") and out_dir is None and sys.stdout is not None and sys.stdout.isatty()
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
        reading=Reading(_mode(input), text_key, id_key, date_key, encoding, _error_mode(encoding_errors)),
        types=_types(type, own),
        own=own,
        date=date,
        options=Options(color=_colored(color, terminal), width=_width(), csv_bom=csv_bom),
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


def _mode(value: str) -> InputMode:
    return next(mode for mode in INPUT_MODES if mode == value)


def _error_mode(value: str) -> ErrorMode:
    return "replace" if value == "replace" else "strict"


def _colored(when: str, terminal: bool) -> bool:
    if when != "auto":
        return when == "always"
    return terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _width() -> int:
    return shutil.get_terminal_size((80, 24)).columns


def _piped() -> bool:
    """True where somebody sends something on standard input: a pipe, a socket, a file."""
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (AttributeError, OSError, ValueError):
        return False
    return not stat.S_ISCHR(mode)


def _usage(context: typer.Context) -> NoReturn:
    typer.echo(context.get_help(), err=True)
    typer.echo("\nkextract: nothing to read: give files, directories or - for standard input", err=True)
    raise typer.Exit(2)
