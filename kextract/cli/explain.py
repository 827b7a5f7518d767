"""`kextract explain`: why something was found, or was not."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kextract.cli.options import Date, Debug, Encoding, Files, given, input_mode, known_mode, one_of, types_of
from kextract.cli.rules_options import Lexicons, NoConfig, Rules, own_from, refuse
from kextract.source import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kextract.cli.messages import Messages
    from kextract.own.find import Own

FORMATS = ("text", "json", "jsonl")


def explain(
    context: typer.Context,
    files: Files = None,
    at: Annotated[
        int | None,
        typer.Option("--at", metavar="OFFSET", min=0, help="Only what stands at this code point, counted from 0."),
    ] = None,
    match: Annotated[
        str | None, typer.Option("--match", metavar="TEXT", help="Only what stands where the text has TEXT.")
    ] = None,
    type: Annotated[
        list[str] | None, typer.Option("--type", "-t", metavar="TYPE", help="As for the main job; default all.")
    ] = None,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="text, json (one array), jsonl.",
            callback=one_of(FORMATS),
        ),
    ] = "text",
    lexicon: Lexicons = None,
    rules: Rules = None,
    no_config: NoConfig = False,
    input: Annotated[
        str,
        typer.Option(metavar="MODE", help="As for the main job.", callback=known_mode),
    ] = "auto",
    date: Date = None,
    encoding: Encoding = "auto",
    debug: Debug = False,
) -> None:
    """Show why something was found, or was not.

    For each mention, and for what was nearly one: its tokens, the rule, every piece of evidence with its weight, and
    what it won or lost against. With --at or --match the tokens are shown even where nothing was found.
    """
    paths = given(context, files)
    if at is not None and match is not None:
        raise typer.BadParameter("--at and --match exclude each other")
    own = own_from(context, lexicon, rules, no_config)
    types = types_of(type, own)
    from kextract.cli.messages import Messages

    messages = Messages(True, debug)
    told = _explained(paths, Reading(input_mode(input), encoding=encoding), (at, match), date, types, own, messages)
    try:
        _write(told, format)
    except BrokenPipeError:
        from kextract.output.sink import silence_stdout

        silence_stdout()
    raise typer.Exit(int(messages.failed))


def _explained(
    paths: tuple[str, ...],
    reading: Reading,
    asked: tuple[int | None, str | None],
    date: str | None,
    types: tuple[str, ...],
    own: Own | None,
    messages: Messages,
) -> Iterator[dict[str, Any]]:
    from kextract.explain import explain as explained
    from kextract.explain import places
    from kextract.extractor import Extractor
    from kextract.model import Reference
    from kextract.own import OwnError
    from kextract.own.examples import verify
    from kextract.source import Failure, SourceText, inputs, read

    extractor = Extractor(types) if own is None else Extractor(types, own)
    if own is not None:
        try:
            verify(own, extractor.every_type().extract)
        except OwnError as error:
            refuse(error)
    for item in read(inputs(paths), reading):
        if isinstance(item, Failure):
            messages.failure(item.place, item.what)
        if not isinstance(item, SourceText):
            continue
        where = places(item.text, *asked)
        if where is not None and not where:
            messages.failure(item.place, _nowhere(item.text, *asked))
            continue
        day = Reference(date, "option") if date else item.date
        yield explained(extractor, item.text, id=item.id, date=day, asked=where)


def _nowhere(text: str, at: int | None, match: str | None) -> str:
    return f"has {len(text):,} characters, none at {at}" if at is not None else f"{match!r} does not stand in it"


def _write(told: Iterator[dict[str, Any]], format: str) -> None:
    from kextract.output import encode
    from kextract.output.explained import lines
    from kextract.output.sink import open_sink

    sink = open_sink(None)
    count = 0
    for count, document in enumerate(told, 1):
        if format == "text":
            sink.stream.write(("\n" if count > 1 else "") + "".join(f"{line}\n" for line in lines(document)))
        elif format == "jsonl":
            sink.stream.write(encode.encode(document) + "\n")
        else:
            sink.stream.write(("[\n" if count == 1 else ",\n") + encode.encode(document))
        if sys.stdout is not None and sys.stdout.isatty():
            sink.flush()
    if format == "json":
        sink.stream.write("\n]\n" if count else "[]\n")
    sink.commit()
