"""How --help looks: usage, examples, and the options in panels. The examples and panels of all commands stand here."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand

EXAMPLES: dict[str, tuple[tuple[str, str], ...]] = {
    "extract": (
        ("kextract news.txt", "a table on a terminal, JSON lines in a pipe"),
        ("kextract -t person -f csv -o people.csv news/", "the people of all texts of a folder"),
        ("kextract --date 2025-03-12 --out-dir records/ archive/", "a file of records for each input"),
        ("pdftotext report.pdf - | kextract -", "from another program"),
    ),
    "view": (
        ("kextract view news.txt", "in the terminal"),
        ("kextract view --html -o page.html news/", "one page for a browser"),
    ),
    "explain": (
        ("kextract explain news.txt", "every mention, and what was nearly one"),
        ("kextract explain news.txt --match 육태호", "where the text has these letters"),
        ("kextract explain --at 120 -f json news.txt", "at one code point, for programs"),
    ),
    "merge": (
        ("kextract merge records.jsonl -o base.jsonl", "out of records"),
        ("kextract merge -f table --top 20 news/", "an overview, out of texts"),
        ("kextract merge records.jsonl -f graphml -o base.graphml", "for Gephi and others"),
    ),
    "rules": (
        ("kextract rules person", "those for people"),
        ("kextract rules own --rules laws.toml", "those of a file of yours"),
    ),
    "check": (("kextract check names.tsv laws.toml", "together where rules refer to lists"),),
    "completion": (('eval "$(kextract completion bash)"', "for ~/.bashrc"),),
    "schema": (("kextract schema > record.schema.json", "for validators"),),
    "help": (("kextract help lexicon", "a topic"), ("kextract help merge", "a command")),
}
# options by panel; what is named nowhere stands under Options
PANELS = {
    "What to find": ("type", "at", "match", "lexicon", "rules", "no_config"),
    "Input": ("input", "text_key", "id_key", "date_key", "date", "encoding", "encoding_errors"),
    "Output": (
        *("format", "html", "merge", "top", "sources", "output", "out_dir", "skip_existing", "force", "errors"),
        *("csv_bom", "color", "pager"),
    ),
    "Run": ("jobs", "no_server", "quiet", "debug"),
}
_OTHERS = "Options"
_ARGUMENTS = "Arguments"


class Command(TyperCommand):
    """A command whose help has examples and panels."""

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        super().format_help_text(ctx, formatter)
        examples = EXAMPLES.get(self.name or "", ())
        if not examples:
            return
        with formatter.section("Examples"):
            for line, about in examples:
                formatter.write(f"{'':{formatter.current_indent}}{line}\n")
                formatter.write(f"{'':{formatter.current_indent + 4}}{about}\n")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        panels: dict[str, list[tuple[str, str]]] = {name: [] for name in (_ARGUMENTS, *PANELS, _OTHERS)}
        for one in self.get_params(ctx):
            record = one.get_help_record(ctx)
            if record is not None:
                panels[_panel(one)].append(record)
        for name, records in panels.items():
            if records:
                with formatter.section(name):
                    formatter.write_dl(records)


def _panel(one: Any) -> str:
    if one.param_type_name == "argument":
        return _ARGUMENTS
    # a rule file is called differently where the rules are the arguments
    name = "rules" if "--rules" in one.opts else one.name
    return next((panel for panel, names in PANELS.items() if name in names), _OTHERS)
