"""`kextract rules`: the list of all rules, built in and own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from kextract.cli.options import one_of
from kextract.cli.rules_options import Lexicons, NoConfig, own_from
from kextract.cli.rules_options import Rules as RuleFiles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kextract.model import Rule

FORMATS = ("text", "json")


def rules(
    context: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAMES]...", help="Types or rules: person, money.won; default all.", show_default=False
        ),
    ] = None,
    lexicon: Lexicons = None,
    files: RuleFiles = None,
    no_config: NoConfig = False,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="text or json (one array).",
            callback=one_of(FORMATS),
        ),
    ] = "text",
) -> None:
    """List the rules, built in and own, each with what it is for and its examples."""
    from kextract.explain import declared
    from kextract.extractor import Extractor
    from kextract.output.sink import open_sink

    own = own_from(context, lexicon, files, no_config)
    every = declared(Extractor() if own is None else Extractor(own=own))
    chosen = [rule for rule in every if not names or any(_named(rule.name, name) for name in names)]
    if not chosen:
        from kextract.cli.messages import say

        say(f"no rule is called {', '.join(names or ())}; kextract rules lists all")
        raise typer.Exit(2)
    sink = open_sink(None)
    sink.stream.writelines(f"{line}\n" for line in (_lines(chosen) if format == "text" else _json(chosen)))
    sink.commit()


def _named(rule: str, name: str) -> bool:
    return rule == name or rule.startswith(name + ".")


def _lines(chosen: list[Rule]) -> Iterator[str]:
    for place, rule in enumerate(chosen):
        if place:
            yield ""
        yield rule.name
        if rule.about:
            yield f"  {rule.about}"
        yield from (f"  + {example}" for example in rule.examples)
        yield from (f"  - {counter}" for counter in rule.counters)


def _json(chosen: list[Rule]) -> Iterator[str]:
    from kextract.output.encode import encode

    listed: list[dict[str, Any]] = [
        {"name": rule.name, "about": rule.about, "examples": rule.examples, "counters": rule.counters}
        for rule in chosen
    ]
    yield "[\n" + ",\n".join(map(encode, listed)) + "\n]"
