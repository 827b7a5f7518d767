"""`kextract check`: users' files on trial."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kextract.cli.rules_options import NoConfig, own_from, refuse

if TYPE_CHECKING:
    from kextract.own.find import Own

RULE_ENDING = ".toml"
NO_EXAMPLES = "no examples: kextract help lexicon shows how to write some"


def check(
    context: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILES]...",
            help="Rule files (.toml) and lexicons (anything else), together where rules refer to lists. Without any, "
            "those of the config file.",
            show_default=False,
        ),
    ] = None,
    no_config: NoConfig = False,
) -> None:
    """Read rule files and lexicons, run their examples, and say what is wrong, with file and line."""
    paths = files or []
    own = own_from(
        context,
        [path for path in paths if not path.lower().endswith(RULE_ENDING)],
        [path for path in paths if path.lower().endswith(RULE_ENDING)],
        no_config,
    )
    if own is None:
        typer.echo("kextract: nothing to check: give rule files or lexicons", err=True)
        raise typer.Exit(2)
    _check(own)


def _check(own: Own) -> None:
    from kextract.extractor import Extractor
    from kextract.own import OwnError
    from kextract.own.examples import unfound, verify

    extract = Extractor(own=own).extract
    try:
        count = verify(own, extract)
    except OwnError as error:
        refuse(error)
    for warning in unfound(own, extract):
        typer.echo(f"kextract: {warning}", err=True)
    for lexicon in own.lexicons:
        typer.echo(f"{lexicon.path}: {_counted(len(lexicon.entries), 'name')}")
    for path in dict.fromkeys(rule.path for rule in own.rules):
        typer.echo(f"{path}: {_counted(sum(rule.path == path for rule in own.rules), 'rule')}")
    typer.echo(f"{_counted(count, 'example')}, all as they should be" if count else NO_EXAMPLES)


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
