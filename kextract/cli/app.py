"""The typer application: its commands, and `extract` for whoever names none.

A command's name is a command only as the first word; everything else is the main job. Click's classes are reached
through typer, which brings them along in its newer versions and depends on them in its older.
"""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

from kextract.cli import check, completion, explain, extract, help, merge, rules, schema, serve, view
from kextract.cli.helping import Command
from kextract.cli.rules_options import MAIN, defaults


class MainJobByDefault(TyperGroup):
    """`kextract FILES…` is `kextract extract FILES…`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not args or args[0] not in self.commands:
            args = [MAIN, *args]
        ctx.default_map = defaults(self, args)
        return super().parse_args(ctx, args)


class MainCommand(Command):
    """The help of the main job is that of the whole program: it lists the other commands."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        formatter.write_usage("kextract", "[OPTIONS] [FILES]...")
        others = " | ".join(sorted(set(ctx.parent.command.commands) - {MAIN})) if ctx.parent else ""
        formatter.write_usage("kextract", f"{others} ...", prefix="       ")

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        if ctx.parent is None:
            return
        commands = ctx.parent.command.commands
        with formatter.section("Commands (first word; a file of that name is given as ./NAME)"):
            formatter.write_dl([(name, commands[name].get_short_help_str()) for name in sorted(commands)])
        with formatter.section("Exit code"):
            formatter.write_dl(
                [
                    ("0", "done"),
                    ("1", "some input failed, each with a line on standard error; the rest was done"),
                    ("2", "wrong usage"),
                    ("130", "interrupted"),
                ]
            )


app = typer.Typer(
    cls=MainJobByDefault,
    add_completion=False,
    rich_markup_mode=None,  # rich takes longer to import than help may take
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(MAIN, cls=MainCommand, short_help="the main job; the word may be left out")(extract.extract)
app.command("check", cls=Command, short_help="run the examples of own rules and names")(check.check)
app.command("completion", cls=Command, short_help="let the shell complete kextract's words with Tab")(
    completion.completion
)
app.command("explain", cls=Command, short_help="show why something was found, or was not")(explain.explain)
app.command("help", cls=Command, short_help="on the record, dates, money, own names and own rules")(help.help)
app.command("merge", cls=Command, short_help="one knowledge base out of records or texts")(merge.merge)
app.command("rules", cls=Command, short_help="list the rules, built in and own")(rules.rules)
app.command("schema", cls=Command, short_help="print the JSON Schema of a record, or of what merge writes")(
    schema.schema
)
app.command("serve", cls=Command, short_help="keep the tokenizer loaded for the runs to come")(serve.serve)
app.command("view", cls=Command, short_help="show texts with what was found in them, on the terminal or as a page")(
    view.view
)
