"""Options that several commands share, and what becomes of their values. Own names and rules: `rules_options`."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from kextract.decoding import ErrorMode, check_encoding
from kextract.model import MENTION_TYPES
from kextract.output import Options
from kextract.source import INPUT_MODES, STANDARD_INPUT, InputMode, parse_reference

if TYPE_CHECKING:
    from kextract.own.find import Own


def one_of(allowed: tuple[str, ...]) -> Callable[[str], str]:
    """A callback that refuses anything but `allowed`."""

    def check(value: str) -> str:
        if value not in allowed:
            raise typer.BadParameter(f"{value!r} is not one of {', '.join(allowed)}")
        return value

    return check


def one_of_or_none(allowed: tuple[str, ...]) -> Callable[[str | None], str | None]:
    """The same for an option that may be left out, or empty."""
    return lambda value: value and one_of(allowed)(value)


def checked_date(value: str | None) -> str | None:
    """A callback that refuses what is no reference date."""
    try:
        return value and parse_reference(value)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def checked_encoding(value: str) -> str:
    """A callback that refuses encodings that Python does not know."""
    try:
        return check_encoding(value)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


known_mode = one_of(INPUT_MODES)
known_color = one_of(("auto", "always", "never"))

Files = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILES]...", help="As for the main job: files, directories or -.", show_default=False),
]
Types = Annotated[
    list[str] | None,
    typer.Option(
        "--type", "-t", metavar="TYPE", help=f"{', '.join(MENTION_TYPES)}; repeatable or a comma list; default all."
    ),
]
TextKey = Annotated[str, typer.Option(metavar="KEY", help="Where a JSON line keeps its text.")]
IdKey = Annotated[str, typer.Option(metavar="KEY", help="Where a JSON line keeps its id.")]
DateKey = Annotated[str, typer.Option(metavar="KEY", help="Where a JSON line keeps its reference date.")]
Date = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Reference date YYYY-MM-DD[THH:MM].", callback=checked_date),
]
Encoding = Annotated[
    str, typer.Option(metavar="NAME", help="auto, or a name such as johab.", callback=checked_encoding)
]
EncodingErrors = Annotated[
    str,
    typer.Option(
        metavar="MODE",
        help="strict: such a file fails; replace: U+FFFD for bytes that do not decode.",
        callback=one_of(("strict", "replace")),
    ),
]
NoServer = Annotated[bool, typer.Option("--no-server", help="Do not use the process that kextract serve keeps ready.")]
Output = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write there, whole or not at all.")]
SkipExisting = Annotated[bool, typer.Option("--skip-existing", help="Do nothing where the output is there.")]
Force = Annotated[bool, typer.Option("--force", help="Replace an output that is there.")]
Color = Annotated[
    str, typer.Option(metavar="WHEN", help="auto, always, never; auto honours NO_COLOR.", callback=known_color)
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress on standard error.")]
Debug = Annotated[bool, typer.Option("--debug", help="Tracebacks of internal errors.")]


def given(context: typer.Context, files: list[str] | None) -> tuple[str, ...]:
    """What is to be read: FILES, or standard input where something is sent there. Ends the program without either."""
    if files:
        return tuple(files)
    if not _piped():
        _usage(context)
    return (STANDARD_INPUT,)


def types_of(values: list[str] | None, own: Own | None = None) -> tuple[str, ...]:
    """The types asked for, all without any; those of users' own names and rules may be asked for too."""
    every = (*MENTION_TYPES, *own.types) if own else MENTION_TYPES
    named = [name.strip() for value in values or [] for name in value.split(",") if name.strip()]
    for name in named:
        if name not in every:
            raise typer.BadParameter(f"{name!r} is not one of {', '.join(every)}{_what_next(name, every)}")
    return tuple(known for known in every if known in named) if named else every


def _what_next(name: str, every: tuple[str, ...]) -> str:
    """For a type that is not known: the one that was meant, or how types of one's own come about."""
    from difflib import get_close_matches

    close = get_close_matches(name, every, 1)
    if close:
        return f"; did you mean {close[0]}?"
    return "; types of your own are defined by --rules FILE or --lexicon FILE: see kextract help rules"


def input_mode(value: str) -> InputMode:
    """The value of --input, its callback passed."""
    return next(mode for mode in INPUT_MODES if mode == value)


def error_mode(value: str) -> ErrorMode:
    """The value of --encoding-errors, its callback passed."""
    return "replace" if value == "replace" else "strict"


def to_terminal(output: str | None) -> bool:
    """True where -o leaves the output on standard output, and that is a terminal."""
    return output in (None, "-") and sys.stdout is not None and sys.stdout.isatty()


def look(color: str, terminal: bool, csv_bom: bool = False) -> Options:
    """What a writer wants to know; `color` is the value of --color."""
    return Options(color=_colored(color, terminal), width=shutil.get_terminal_size((80, 24)).columns, csv_bom=csv_bom)


def _colored(when: str, terminal: bool) -> bool:
    if when != "auto":
        return when == "always"
    return terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


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
