"""`kextract schema`."""

from __future__ import annotations

import json
from typing import Annotated

import typer


def schema(
    merge: Annotated[
        bool, typer.Option("--merge", help="The schema of what kextract merge writes as json and jsonl.")
    ] = False,
) -> None:
    """Print the JSON Schema that every record satisfies, or with --merge everything that kextract merge writes."""
    from kextract.output.sink import open_sink
    from kextract.schema import MERGED_SCHEMA, SCHEMA

    sink = open_sink(None)
    json.dump(MERGED_SCHEMA if merge else SCHEMA, sink.stream, ensure_ascii=False, indent=2)
    sink.stream.write("\n")
    sink.commit()
